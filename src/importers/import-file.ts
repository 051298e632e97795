// The door of the importers: the bytes of a file in; text, metadata, notes and warnings out, or why it is not taken.
import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import type { Message } from '../messages/messages.ts';
import { type Known, warningsOf } from './checks.ts';
import type { Extraction } from './extract.ts';
import { Extractor } from './extraction.ts';
import type { Format, Metadata } from './imported.ts';
import { kindOf } from './kind.ts';
import { languageOf } from './language.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { paragraphsOf, textOf, tidied } from './tidy.ts';

export interface GivenFile {
  /** Its name, of which the ending is compared with what the file is; the rest means nothing. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file as a document could be made of it. */
export interface Taken {
  readonly ok: true;
  readonly format: Format;
  /** The document's text as `readDocument` would give it: paragraphs and headings parted by blank lines. */
  readonly text: string;
  /** The paragraphs of the text in order, as they will be numbered and cited. */
  readonly paragraphs: readonly string[];
  readonly metadata: Metadata;
  /** News where the page says so, a transcript where people speak by turns, else `other`. */
  readonly kind: string;
  /** The file's own id, where it is a document of a corpus already. */
  readonly id?: string;
  /** What was left out or changed, for whoever looks at the preview. */
  readonly notes: readonly Message[];
  /** What may be wrong and should be looked at before the document is added. */
  readonly warnings: readonly Message[];
}

/** Why a file is not taken: one sentence with the remedy. */
export interface NotTaken {
  readonly ok: false;
  readonly reason: Message;
}

export type Imported = Taken | NotTaken;

export interface ImportOptions {
  readonly limits?: Partial<Limits>;
  /** The documents that are there, among which near duplicates are looked for. */
  readonly known?: Known;
}

export interface Importer {
  import(file: GivenFile, known?: Known): Promise<Imported>;
  /** How many files are read at a time. */
  readonly atATime: number;
  close(): void;
}

/** Opens processes that read files, for many files in a row; close it when all are read. */
export function openImporter(
  limits: Partial<Limits> = {},
  atATime = Math.min(availableParallelism(), 4),
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
    close: () => {
      for (const extractor of extractors) extractor.close();
    },
    import: async ({ name, bytes }, known) => {
      if (bytes.length > all.bytes) return tooLarge(all);
      const extractor = await taken();
      try {
        const job = { name: basename(name), bytes, limits: all };
        return imported(await extractor.extract(job), all, known);
      } finally {
        const next = waiting.shift();
        if (next) next(extractor);
        else free.push(extractor);
      }
    },
  };
}

/** Reads one file in a process of its own, so that nothing of it meets another file. Never throws for what is in it. */
export async function importFile(file: GivenFile, { limits, known }: ImportOptions = {}): Promise<Imported> {
  const importer = openImporter(limits, 1);
  try {
    return await importer.import(file, known);
  } finally {
    importer.close();
  }
}

/** What is said of a file that is not even read. */
export function tooLarge({ bytes }: Limits): NotTaken {
  return {
    ok: false,
    reason: { key: 'import.refused.tooLarge', values: { most: Math.floor(bytes / 1024 / 1024) } },
  };
}

function imported(extraction: Extraction, limits: Limits, known: Known | undefined): Imported {
  if ('refused' in extraction) return { ok: false, reason: extraction.refused };
  const { blocks, notes } = tidied(extraction.blocks);
  const paragraphs = paragraphsOf(blocks);
  const text = `${textOf(blocks)}\n`;
  if (paragraphs.length === 0) return { ok: false, reason: { key: 'import.refused.noText' } };
  if (text.length > limits.characters) {
    return { ok: false, reason: { key: 'import.refused.tooLong', values: { most: limits.characters } } };
  }
  const metadata = { ...extraction.metadata, ...languageOf(paragraphs, extraction.metadata) };
  const { id } = extraction;
  return {
    ok: true,
    format: extraction.format,
    text,
    paragraphs,
    metadata,
    kind: extraction.kind ?? kindOf(paragraphs),
    ...(id !== undefined && { id }),
    notes: [...extraction.notes, ...notes],
    warnings: [...(extraction.warnings ?? []), ...warningsOf({ paragraphs, metadata, text }, known, id)],
  };
}
