// What a text says that somebody has said, without marks around it.
import { wordsOf } from '../check/words.ts';
import type { Span } from '../corpus/passages.ts';
import type { Statement } from '../statements/statement.ts';

/** Of fewer words nobody could tell whether a source says the same. */
const fewestWords = 5;

export interface Claimed {
  /** Places of the surface. */
  readonly spans: readonly Span[];
  readonly words: string;
  readonly speaker: string;
  readonly clause: Span | undefined;
}

/** The claims among the statements of a text; where words of one are looked at as a quotation, that stands for it. */
export function claimsIn(text: string, statements: readonly Statement[], quoted: readonly Span[]): Claimed[] {
  const isQuoted = quotedIn(quoted);
  return statements.flatMap(({ direct, speaker, spans, clause }): Claimed[] => {
    if (direct === true || !speaker || spans.some(isQuoted)) return [];
    if (speaker.kind === 'pronoun' && speaker.resolved === undefined) return [];
    const words = spans.map(({ start, end }) => text.slice(start, end)).join(' ');
    if (wordsOf(words).length < fewestWords) return [];
    return [{ spans, words, speaker: speaker.resolved ?? speaker.text, clause }];
  });
}

/** Whether something quoted stands in a span; both are in order, and texts have thousands. */
function quotedIn(quoted: readonly Span[]): (span: Span) => boolean {
  const starts = quoted.map(({ start }) => start);
  return ({ start, end }) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    const inside = (starts[low] ?? end) < end;
    return inside || (quoted[low - 1]?.end ?? 0) > start;
  };
}
