// The letters of all passages (find-quote.ts) in flat rows, as they are kept in a file.
import type { Passage, Span } from '../../corpus/passages.ts';
import type { Kept } from '../find-quote.ts';
import type { WordStartsData } from './word-starts.ts';

export interface LettersData {
  /** In how many ways each passage is read; how many letters and quotations each of these has. */
  readonly ways: Uint8Array;
  readonly lengths: Uint32Array;
  readonly quotations: Uint32Array;
  /** Those with Latin letters alone take a byte each, and one other letter would make two of all: so they are apart. */
  readonly latin: string;
  readonly others: string;
  readonly isLatin: Uint8Array;
  /** One more than letters for each way. */
  readonly before: Uint8Array;
  readonly spans: Uint32Array;
  readonly wordStarts: WordStartsData;
}

export function lettersData(all: readonly (readonly Kept[])[], wordStarts: WordStartsData): LettersData {
  const each = all.flat();
  const before = new Uint8Array(each.reduce((sum, one) => sum + one.before.length, 0));
  let next = 0;
  for (const one of each) {
    before.set(one.before, next);
    next += one.before.length;
  }
  return {
    ways: Uint8Array.from(all, ({ length }) => length),
    lengths: Uint32Array.from(each, ({ text }) => text.length),
    quotations: Uint32Array.from(each, ({ quoted }) => quoted.length),
    latin: each.map(({ text }) => (isLatin(text) ? text : '')).join(''),
    others: each.map(({ text }) => (isLatin(text) ? '' : text)).join(''),
    isLatin: Uint8Array.from(each, ({ text }) => Number(isLatin(text))),
    before,
    spans: Uint32Array.from(each.flatMap(({ quoted }) => quoted.flatMap(({ start, end }) => [start, end]))),
    wordStarts,
  };
}

function isLatin(text: string): boolean {
  return !/[^\0-\xff]/.test(text);
}

export function* lettersIn(
  passages: readonly Passage[],
  data: LettersData,
): Generator<readonly [Passage, readonly Kept[]]> {
  const { ways, lengths, quotations, before, spans } = data;
  const places = { latin: 0, others: 0 };
  const next = (kind: keyof typeof places, length: number): string => {
    places[kind] += length;
    return data[kind].slice(places[kind] - length, places[kind]);
  };
  let [way, mark, span] = [0, 0, 0];
  for (const [at, passage] of passages.entries()) {
    const kept: Kept[] = [];
    for (const last = way + (ways[at] ?? 0); way < last; way += 1) {
      const length = lengths[way] ?? 0;
      const quoted: Span[] = [];
      for (const end = span + 2 * (quotations[way] ?? 0); span < end; span += 2)
        quoted.push({ start: spans[span] ?? 0, end: spans[span + 1] ?? 0 });
      kept.push({
        text: next(data.isLatin[way] ? 'latin' : 'others', length),
        before: before.subarray(mark, mark + length + 1),
        quoted,
      });
      mark += length + 1;
    }
    yield [passage, kept];
  }
}
