// What a file may cost. One that goes beyond is refused with the limit that it met.

export interface Limits {
  /** Bytes of a file: a text of a thousand pages has 3 MB; what is larger holds pictures. */
  readonly bytes: number;
  readonly pages: number;
  /** Characters of a document: a million are 500 pages, which nobody adds for one question. */
  readonly characters: number;
  /** Milliseconds of a processor for one file, whatever is in it; a busy machine takes longer for them by the clock. */
  readonly milliseconds: number;
  /** Milliseconds by the clock, after which the machine is too busy to read files, which is no file's fault. */
  readonly patienceMs: number;
  /** Memory of the whole process that reads a file, in MiB: 110 are Node and the parsers before they read anything. */
  readonly memoryMiB: number;
}

export const defaultLimits: Limits = {
  bytes: 20 * 1024 * 1024,
  pages: 500,
  characters: 1_000_000,
  milliseconds: 7_000,
  patienceMs: 60_000,
  memoryMiB: 200,
};

/** XML of a DOCX, unpacked; 500 pages have about 8 MB. What is larger was made to fill memory. */
export const mostUnpackedBytes: number = 40 * 1024 * 1024;
/** Files in a ZIP archive; a DOCX has some dozens. */
export const mostEntries = 4_000;
/** Elements of a page; a long one saved whole has 10,000, a treaty with its annexes 20,000. */
export const mostElements = 30_000;
/** Elements inside of one another; a page written by hand has 20, one by a program 60. */
export const deepest = 500;
