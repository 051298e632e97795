// Quotations printed in the press with labels that somebody's alignment of words gave them. Such a label calls altered what
// differs in a transcriber's "(applause)", a word begun twice or a mark: this tells these from changed words, in a way that
// shares nothing with the checker.
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { begunTwice, brokenOff, note } from './faithful-quotations.ts';

const line = z.object({
  label: z.enum(['exact', 'altered', 'notfound', 'not-found']),
  quote: z.string(),
  sourceText: z.string().nullish(),
});

export interface Printed {
  readonly label: 'exact' | 'altered' | 'not-found';
  readonly quote: string;
  /** What stands in the source where it was found; empty where it was not. */
  readonly source: string;
}

/** Reads lines `{"label","quote","sourceText"?}`; throws where one is not. */
export async function readPrinted(file: string): Promise<Printed[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((each) => each.trim() !== '');
  return lines.map((each) => {
    const { label, quote, sourceText } = line.parse(JSON.parse(each));
    return { label: label === 'notfound' ? 'not-found' : label, quote, source: sourceText ?? '' };
  });
}

/**
 * Whether a quotation has the letters of its source but for marks, spaces, notes, what is begun twice, and dots for what is
 * left out.
 */
export function differsInMarksAlone({ quote, source }: Printed): boolean {
  const parts = quote.split(/…|\.\s?\.\s?\./u).map(words);
  const gaps = parts.map((part) => part.split(' ').map(RegExp.escape).join(' ?'));
  const found = new RegExp(`^${gaps.join('(.*)')}$`, 'u').exec(words(source));
  return found?.slice(1).every((leftOut) => !restricting.test(leftOut)) ?? false;
}

const restricting = /\b(?:not|never|no|nothing|nobody|without|unless|except|if|until|only|but|\w+nt)\b/u;

function words(text: string): string {
  return text
    .replace(note, ' ')
    .replace(begunTwice, '')
    .replace(brokenOff, '')
    .replace(/\b((?:[\p{L}.]+ ){1,3})\p{Ll}+- — (?=\1)|\p{Ll}+- — /giu, '')
    .toLowerCase()
    .replaceAll('%', ' percent')
    .replace(/(?<=\p{L})[.'’](?=\p{L})|(?<=\d),(?=\d)/gu, '')
    .replace(/[^\p{L}\p{N}$]+/gu, ' ')
    .trim();
}
