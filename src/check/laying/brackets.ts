// Brackets and parentheses around words: those of a quotation that the source has not, and those of the source that the
// quotation dropped. What stands in a quotation's square brackets is the quoter's own.
import type { Span } from '../../corpus/passages.ts';
import type { Printed, SourceWord } from '../words/printed.ts';
import type { Laid } from './differences.ts';

export interface Brackets {
  /** Letters or words in brackets that are the quoter's own: "[T]he", "[the ministers]". */
  readonly own: boolean;
  /** Brackets around words that stand in the source without them. */
  readonly added: boolean;
  /** Brackets of the source that the quotation has not, the words in them kept. */
  readonly dropped: boolean;
  /** The same, the words in them left out with them. */
  readonly leftOut: boolean;
}

export function bracketsOf(parts: readonly Laid<SourceWord>[], claimed: string): Brackets {
  const given = bracketsIn(claimed);
  const inSource = sourceBrackets();
  let [own, added, dropped, leftOut] = [false, false, false, false];
  for (const part of parts) {
    const isGiven = part.given.some((word) => within(word, given));
    const isOfSource = part.source.some((word) => within(word, inSource(word)));
    own ||= part.given.some(({ written }) => written.includes('['));
    if (!part.same) own ||= isGiven && !isOfSource;
    if (part.given.length > 0 && part.same) {
      added ||= pairs(part).some(([a, b]) => within(b, given) && !within(a, inSource(a)));
      dropped ||= pairs(part).some(([a, b]) => !within(b, given) && within(a, inSource(a)));
    } else leftOut ||= part.given.length === 0 && isOfSource;
  }
  return { own, added, dropped, leftOut };
}

/** Words beside each other; a compound that is written in two has its first word twice. */
function pairs({ source, given }: Laid<SourceWord>): [SourceWord, Printed][] {
  return given.flatMap((word, index): [SourceWord, Printed][] => {
    const beside = source[Math.min(index, source.length - 1)];
    return beside ? [[beside, word]] : [];
  });
}

const bracket = /\([^()[\]\n]{1,300}\)|\[[^()[\]\n]{1,300}\]/gu;

/** "price[s]" is a word, and in "(Applause.)" there is none. */
function bracketsIn(text: string): Span[] {
  return [...text.matchAll(bracket)].map(({ 0: whole, index }) => ({
    start: index,
    end: index + whole.length,
  }));
}

/** Those of a word's passage, in offsets of its document, read once. */
function sourceBrackets(): (word: SourceWord) => readonly Span[] {
  const known = new Map<unknown, readonly Span[]>();
  return ({ passage }) => {
    const found =
      known.get(passage) ??
      bracketsIn(passage.text).map(({ start, end }) => ({
        start: start + passage.start,
        end: end + passage.start,
      }));
    known.set(passage, found);
    return found;
  };
}

function within({ start, end }: Span, spans: readonly Span[]): boolean {
  return spans.some((span) => span.start < start && end < span.end);
}
