// The door of the importers: the bytes of a file in; text, metadata, notes and warnings out, or why it is not taken.
import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import { duplicateWarnings, type Known } from './checks/checks.ts';
import { Extractor } from './extraction.ts';
import { type Imported, type NotTaken, notTaken, refusal } from './imported.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { withRecognised } from './ocr/scans.ts';
import type { Recogniser } from './ocr/tesseract.ts';

export interface GivenFile {
  /** Its name, of which the ending is compared with what the file is; the rest means nothing. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ImportOptions {
  readonly limits?: Partial<Limits>;
  /** The documents that are there, among which near duplicates are looked for. */
  readonly known?: Known;
  /** Reads pages that are pictures, where the operator wants it. */
  readonly recogniser?: Recogniser | undefined;
}

export interface Importer {
  import(file: GivenFile, known?: Known): Promise<Imported>;
  /** How many files are read at a time. */
  readonly atATime: number;
  /** Resolves when its processes are gone. */
  close(): Promise<void>;
}

/** Opens processes that read files, for many files in a row; close it when all are read. */
export function openImporter(
  limits: Partial<Limits> = {},
  atATime = Math.min(availableParallelism(), 4),
  recogniser?: Recogniser,
): Importer {
  const all: Limits = { ...defaultLimits, ...limits };
  const extractors = Array.from({ length: atATime }, () => new Extractor());
  const free = [...extractors];
  const waiting: ((extractor: Extractor) => void)[] = [];
  const taken = (): Promise<Extractor> => {
    const extractor = free.pop();
    return extractor ? Promise.resolve(extractor) : new Promise((resolve) => waiting.push(resolve));
  };
  return {
    atATime,
    close: async () => {
      await Promise.all(extractors.map((extractor) => extractor.close()));
    },
    import: async ({ name, bytes }, known) => {
      if (bytes.length > all.bytes) return tooLarge(all);
      const extractor = await taken();
      try {
        const job = { name: basename(name), bytes, limits: all };
        const read = await extractor.extract(job);
        return compared(recogniser ? await withRecognised(read, job, extractor, recogniser) : read, known);
      } finally {
        const next = waiting.shift();
        if (next) next(extractor);
        else free.push(extractor);
      }
    },
  };
}

/** Reads one file in a process of its own, so that nothing of it meets another file. Never throws for what is in it. */
export async function importFile(
  file: GivenFile,
  { limits, known, recogniser }: ImportOptions = {},
): Promise<Imported> {
  const importer = openImporter(limits, 1, recogniser);
  try {
    return await importer.import(file, known);
  } finally {
    await importer.close();
  }
}

/** What is said of a file that is not even read. */
export function tooLarge({ bytes }: Limits = defaultLimits): NotTaken {
  return notTaken(refusal('import.refused.tooLarge', { most: Math.floor(bytes / 1024 / 1024) }));
}

/** What was read, with what is said of the documents that are near it. */
function compared(imported: Imported, known: Known | undefined): Imported {
  if (!imported.ok || !known) return imported;
  const near = duplicateWarnings(known.near(imported.text, imported.id));
  return { ...imported, warnings: [...near, ...imported.warnings] };
}
