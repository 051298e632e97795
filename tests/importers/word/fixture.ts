// A Word file as a ministry would hand it out, and beside it what a person typed out who had it open in Word.
import type { WordFile } from './write.ts';

export interface Fixture {
  readonly name: string;
  readonly file: WordFile;
  readonly title?: string;
  readonly headings?: readonly string[];
  readonly paragraphs: readonly string[];
  /** The warnings of the DOCX reader, with their counts. */
  readonly warnings?: Readonly<Record<string, number>>;
}
