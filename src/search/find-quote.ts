// Quick look-up of a quotation from some of its words, as they are typed: the words in order, wherever they stand.
import { type Folded, fold, unfold } from '../corpus/folding.ts';
import type { Passage, Span } from '../corpus/passages.ts';
import { quotationAt, quotationsOf } from '../corpus/quotations.ts';
import { sentencesOf } from '../corpus/sentences.ts';
import { firstBehind, firstSharing } from '../corpus/spans.ts';

/** A passage that holds the words looked for. Spans are offsets into the passage's text. */
export interface QuoteMatch {
  readonly passage: Passage;
  /** Where the words stand. */
  readonly words: Span;
  /** The whole quotation, marks included, or the sentence where the words are not quoted speech. */
  readonly whole: Span;
  readonly quoted: boolean;
}

/** Nobody reads more sentences that are no speech; of passages beyond, each counts once, and its sentences are not looked for. */
const mostSentences = 50;

/** Finds words in folded passages; a passage is folded once, when it is first looked through. */
export class QuoteFinder {
  readonly #passages: readonly Passage[];
  readonly #folded = new Map<Passage, Folded>();

  constructor(passages: readonly Passage[]) {
    this.#passages = passages;
  }

  /**
   * The passages that hold the words in this order, in any case and with any marks: quotations first, then the
   * text's own words, each in the order of the documents. Every quotation and sentence that holds them is one match.
   */
  find(words: string, within: (passage: Passage) => boolean = () => true): QuoteMatch[] {
    const wanted = wantedIn(words);
    if (!wanted) return [];
    const quoted: QuoteMatch[] = [];
    const others: QuoteMatch[] = [];
    for (const passage of this.#passages) {
      if (!within(passage)) continue;
      for (const match of this.#matchesIn(passage, wanted, others.length < mostSentences))
        (match.quoted ? quoted : others).push(match);
    }
    return [...quoted, ...others];
  }

  #matchesIn(passage: Passage, wanted: Wanted, inSentences: boolean): QuoteMatch[] {
    const folded = this.#fold(passage);
    // Almost every passage is passed over here, at the speed of a plain search.
    if (!folded.text.includes(wanted.longest)) return [];
    const places = placesOf(wanted.words, folded.text);
    if (places.length === 0) return [];
    const quotations = quotationsOf(passage.text);
    const wholes = new Map<number, QuoteMatch>();
    for (const place of places) {
      const words = unfold(folded, place);
      const quotation = firstSharing(quotations, words);
      const whole = quotation ?? (inSentences ? sentenceAt(passage.text, words) : words);
      const match = { passage, words, whole, quoted: quotation !== undefined };
      const key = quotation || inSentences ? whole.start : -1;
      if (!wholes.has(key)) wholes.set(key, match);
    }
    return [...wholes.values()];
  }

  #fold(passage: Passage): Folded {
    const known = this.#folded.get(passage);
    if (known) return known;
    const folded = fold(passage.text);
    this.#folded.set(passage, folded);
    return folded;
  }
}

function sentenceAt(text: string, words: Span): Span {
  const sentences = sentencesOf(text);
  return sentences[firstBehind(sentences, words.start)] ?? words;
}

/** The quotation that a part of a passage is in, or else the part itself, which is then no quotation. */
export function quotationAround(passage: Passage, part: Span): QuoteMatch {
  const found = quotationAt(passage.text, part);
  return { passage, words: part, whole: found ?? part, quoted: found !== undefined };
}

interface Wanted {
  readonly words: readonly string[];
  readonly longest: string;
}

const word = /[\p{L}\p{N}]+/gu;

/** The words looked for, folded; undefined where there is not one. */
function wantedIn(words: string): Wanted | undefined {
  const wanted = fold(words).text.match(word);
  if (!wanted) return undefined;
  return { words: wanted, longest: wanted.reduce((a, b) => (b.length > a.length ? b : a)) };
}

/**
 * Where words stand in a row in a folded text, whatever is between them; the last one may be half typed. Each word of the
 * text is compared once, or where it is not the one wanted, with what else could go on there (Knuth, Morris and Pratt, 1977).
 */
function placesOf(wanted: readonly string[], text: string): Span[] {
  const words = [...text.matchAll(word)];
  const before = wanted.slice(0, -1);
  const begun = wanted.at(-1) ?? '';
  const again = repeatsIn(before);
  const places: Span[] = [];
  let fitting = 0;
  for (const [index, found] of words.entries()) {
    // All words before the last one stand right before this one.
    if (fitting === before.length) {
      const first = words[index - fitting];
      if (first && found[0].startsWith(begun))
        places.push({ start: first.index, end: found.index + found[0].length });
      fitting = again[fitting - 1] ?? 0;
    }
    while (fitting > 0 && before[fitting] !== found[0]) fitting = again[fitting - 1] ?? 0;
    if (before[fitting] === found[0]) fitting += 1;
  }
  return places;
}

/** For each word how many words up to it are also the first words of all: so many still fit where the next does not. */
function repeatsIn(words: readonly string[]): number[] {
  const again: number[] = [];
  let fitting = 0;
  for (const [index, word] of words.entries()) {
    while (fitting > 0 && words[fitting] !== word) fitting = again[fitting - 1] ?? 0;
    if (index > 0 && words[fitting] === word) fitting += 1;
    again.push(fitting);
  }
  return again;
}
