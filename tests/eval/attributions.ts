// Statements that people marked in news articles: `{"docId","quoteSpans","quotedSpans","sourceStart","sourceEnd",…}` a line.
// Their offsets count code points; here they become UTF-16 units.
import { z } from 'zod';
import { ProblemsError } from '../../src/common/errors.ts';
import { readText } from '../../src/common/text-file.ts';
import type { Document } from '../../src/corpus/document.ts';
import type { Span } from '../../src/corpus/passages.ts';

const pair = z.tuple([z.int(), z.int()]);
const lineSchema = z.object({
  docId: z.string(),
  quoteStart: z.int(),
  quoteEnd: z.int(),
  quoteSpans: z.array(pair).optional(),
  quotedSpans: z.array(pair).optional(),
  sourceText: z.string().nullish(),
  sourceStart: z.int().nullish(),
  sourceEnd: z.int().nullish(),
  cueText: z.string().nullish(),
  direct: z.boolean().nullable(),
  sourceType: z.string().nullish(),
});

/** A statement as people marked it. Offsets are UTF-16 units of the document's text. */
export interface Marked {
  readonly document: Document;
  readonly spans: readonly Span[];
  /** The parts between quotation marks. */
  readonly quoted: readonly Span[];
  readonly direct: boolean | null;
  readonly source: (Span & { readonly text: string }) | undefined;
  readonly cue: string;
  /** "named", "pronoun", "common", "none". */
  readonly type?: string;
}

/** Reads marked statements; those of documents that are not there are left out. */
export async function readMarked(file: string, documents: readonly Document[]): Promise<Marked[]> {
  const source = await readText(file);
  if (typeof source !== 'string') throw new ProblemsError([source]);
  const byId = new Map(documents.map((document) => [document.id, document]));
  const places = new Map<Document, readonly number[]>();
  const lines = source.split('\n').filter((line) => line.trim() !== '');
  return lines.flatMap((line): Marked[] => {
    const given = lineSchema.parse(JSON.parse(line));
    const document = byId.get(given.docId);
    if (!document) return [];
    const known = places.get(document) ?? codePoints(document.text);
    places.set(document, known);
    return [markedOf(given, document, known)];
  });
}

type Given = z.infer<typeof lineSchema>;

function markedOf(given: Given, document: Document, places: readonly number[]): Marked {
  const spanOf = ([from, to]: readonly [number, number]): Span => ({
    start: places[from] ?? document.text.length,
    end: places[to] ?? document.text.length,
  });
  const { sourceText, sourceStart, sourceEnd, direct } = given;
  const hasSource = sourceText && typeof sourceStart === 'number' && typeof sourceEnd === 'number';
  return {
    document,
    spans: (given.quoteSpans ?? [[given.quoteStart, given.quoteEnd]]).map(spanOf),
    quoted: (given.quotedSpans ?? []).map(spanOf),
    direct,
    source: hasSource ? { ...spanOf([sourceStart, sourceEnd]), text: sourceText } : undefined,
    cue: given.cueText ?? '',
    type: given.sourceType ?? '',
  };
}

/** Where each code point of a text begins, and where the text ends. */
function codePoints(text: string): number[] {
  const places: number[] = [];
  let at = 0;
  for (const character of text) {
    places.push(at);
    at += character.length;
  }
  return [...places, at];
}
