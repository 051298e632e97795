// The terms of a question: its telling words and names, each with its weight and with what may stand for it in a passage.
import type { Written } from '../../corpus/text/written.ts';
import type { AliasBook, AliasHit } from '../ranking/aliases.ts';
import type { Background } from '../ranking/background.ts';
import { confusedWith, lettersSwapped } from '../text/confusions.ts';
import { isContentless } from '../text/contentless.ts';
import { FRAMING_WORDS, SLIPS, STOP_WORDS, tellsPlace } from '../text/grammar.ts';
import { isGrammarIn, type Language, rulesFor, termIn } from '../text/language.ts';
import { isGrammar, MARK } from '../text/marks.ts';
import type { Corrections } from '../text/spelling.ts';
import { termOf } from '../text/stem.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import type { Word } from '../text/words.ts';
import { SYNONYMS } from './meanings.ts';

export interface QuestionTerm {
  /** The word as typed, for "no source contains …". */
  readonly typed: string;
  readonly term: string;
  /** Place among the question's words. */
  readonly position: number;
  /** Place of its last word: a name of several words is one term. */
  readonly last: number;
  /** Terms that count as this one → how much of it they count, 0..1. Holds `term` itself. */
  readonly standIns: ReadonlyMap<string, number>;
  /** How telling the word is: its surprise in bits-like units, corpus and background taken together. */
  readonly weight: number;
  readonly isName: boolean;
  readonly isNumber: boolean;
  /** Whether any source holds the word or a stand-in; `false` makes it a missing word. */
  readonly known: boolean;
}

export interface QuestionReader {
  readonly aliases: AliasBook;
  readonly background: Background;
  readonly vocabulary: Vocabulary;
  /** How the sources write their words; without it each is written as it is typed. */
  readonly written?: Written;
}

/**
 * What a stand-in counts of the word itself. Synonym and relative: leave-one-article-out top-1 stays within half a point from
 * 0.4 to 0.6 and from 0.5 to 0.85. Phrase, a near synonym of the dossier: on the golden questions 0.7 to 0.9 find two in a
 * hundred more than 0.5. Thesaurus: with the dossier's near synonyms taken away, 0.6 and 0.8 rank alike and 0.4 worse; from 0.6 on
 * a lower one keeps silence better. The others are judgement.
 */
const COUNTS = {
  alias: 1,
  inflected: 1,
  relative: 0.7,
  synonym: 0.5,
  phrase: 0.8,
  thesaurus: 0.6,
  misspelt: 0.85,
  confused: 0.7,
  joined: 1,
  part: 0.4,
  phrasePart: 0.5,
} as const;

/** The same by what was found in the dossier or its thesaurus. */
const WORTH = { name: COUNTS.alias, synonym: COUNTS.phrase, thesaurus: COUNTS.thesaurus } as const;

/** A framing word ("called", "type") is covered or missing by chance: it keeps a quarter of its weight. */
const FRAMING_SHARE = 0.25;

/**
 * The background counts as this many passages: against 22 it decides, whose own counts say little, against 10,000 the corpus
 * does. 20, 60, 150 and 300 rank within half a point of each other.
 */
const BACKGROUND_PASSAGES = 100;

const synonymsOf = ((): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, Set<string>>();
  for (const line of SYNONYMS)
    for (const word of line) {
      const others = found.get(termOf(word)) ?? new Set();
      for (const other of line) others.add(termOf(other));
      found.set(termOf(word), others);
    }
  return found;
})();

/**
 * A word that is neither English nor in the sources, as the English word it was probably meant for: "desides" is "decides".
 * Not a name, which has its own spelling; one that resembles a word of the sources is corrected to that (standInsOf).
 */
export function mended(
  word: Word,
  index: number,
  corrections: Corrections,
  { vocabulary, background }: QuestionReader,
): Word {
  if (index > 0 && /^\p{Lu}/u.test(word.text)) return word;
  const slip = SLIPS.get(word.folded);
  if (slip && !vocabulary.has(termOf(word.folded))) return { ...word, folded: slip };
  const isEnglish = corrections.get(word.folded)?.length === 0;
  return isEnglish ? { ...word, folded: background.nearest(word.folded) ?? word.folded } : word;
}

/** A question's words with what was seen in them. */
export interface QuestionWords {
  readonly text: string;
  readonly language: Language | undefined;
  readonly found: readonly Word[];
  /** The marks of each word. */
  readonly marks: Uint32Array;
  /** Indices of words that tell only the kind of the question. */
  readonly skip: readonly number[];
  /** Its misspelt words, folded → the terms of the sources they were meant for. */
  readonly corrections: Corrections;
}

/** Typed without any capital, but for the country that is told by its article (normalise.ts). */
const isSmall = (text: string): boolean => !/\p{Lu}/u.test(text.replaceAll('the US', ''));

/** The terms in the order of the question; a word that stands twice is one term. */
export function termsOf(question: QuestionWords, reader: QuestionReader): QuestionTerm[] {
  // Near synonyms of nothing the sources hold would only keep a phrase's words apart from theirs.
  const hits = withoutBlurs(
    reader.aliases
      .find(question.found, isSmall(question.text))
      .filter(({ kind, term }) => kind === 'name' || reader.vocabulary.has(term)),
  );
  // A single word with near synonyms stays a word; a phrase, like a name, is one term.
  const wide = hits.filter(({ from, to, kind }) => kind === 'name' || to > from);
  const names = nonOverlapping(wide, question.found);
  const terms = new Map<string, QuestionTerm>();
  for (const position of kept(question, names)) {
    const term = termAt(position, question, hits, names, reader);
    if (!term) continue;
    // "put forward" and "put off" are two.
    const key = question.found.slice(position, term.last + 1).map(({ folded }) => termOf(folded));
    if (!terms.has(key.join(' '))) terms.set(key.join(' '), term);
  }
  return [...terms.values()];
}

/**
 * The dossier knows these sources and its near synonyms are chosen for them: where it has some, or a name, for the same words,
 * those of the thesaurus only blur them. Without this rule one in a hundred right passages comes second.
 */
function withoutBlurs(hits: readonly AliasHit[]): AliasHit[] {
  // For each place how far the longest of the dossier's reaches that begins there or before.
  const reach: number[] = [];
  for (const { kind, from, to } of hits)
    if (kind !== 'thesaurus') reach[from] = Math.max(reach[from] ?? -1, to);
  let furthest = -1;
  for (let place = 0; place < reach.length; place += 1) {
    furthest = Math.max(furthest, reach[place] ?? -1);
    reach[place] = furthest;
  }
  return hits.filter(({ kind, from, to }) => kind !== 'thesaurus' || (reach[from] ?? furthest) < to);
}

/** The places of the words that tell something: no grammar, and of a name only its first word. */
function kept({ found, skip, marks, language = 'en' }: QuestionWords, names: readonly AliasHit[]): number[] {
  const begins = new Set(names.map(({ from }) => from));
  const inside = (at: number): boolean => names.some(({ from, to }) => at > from && at <= to);
  const telling = found.flatMap(({ folded }, at) => {
    if (skip.includes(at) || inside(at)) return [];
    if (tellsPlace(found[at - 1]?.folded, folded) || tellsPlace(folded, found[at + 1]?.folded)) return [];
    const isOfGrammar = language === 'en' ? isGrammar(folded, marks[at]) : isGrammarIn(language, folded);
    return begins.has(at) || !(isOfGrammar || isContentless(folded, language)) ? [at] : [];
  });
  // "Who are they?" has nothing but grammar: then grammar is all there is to go by.
  return telling.length > 0 ? telling : found.map((_, at) => at);
}

function termAt(
  position: number,
  question: QuestionWords,
  hits: readonly AliasHit[],
  names: readonly AliasHit[],
  reader: QuestionReader,
): QuestionTerm | undefined {
  const { text, found, marks } = question;
  const word = found[position];
  if (!word) return undefined;
  const term = termOf(word.folded);
  const name = names.find(({ from }) => from === position);
  const last = name?.to ?? position;
  const here = hits.filter(({ from, to }) => from === position && to === last);
  const standIns =
    last > position
      ? wideStandIns(
          found.slice(position, last + 1),
          here,
          hits.filter((hit) => hit.from === hit.to && hit.from >= position && hit.to <= last),
          reader,
        )
      : standInsOf(word, position, here, question, reader);
  const mark = marks[position] ?? 0;
  const named = (mark & (MARK.name | MARK.people)) !== 0 || name?.kind === 'name';
  return {
    typed: text.slice(word.start, found[last]?.end),
    term,
    position,
    last,
    standIns,
    weight:
      weightOf(standIns, term, reader) *
      (last === position && FRAMING_WORDS.has(word.folded) ? FRAMING_SHARE : 1),
    isName: named || reader.vocabulary.isName(term),
    isNumber: (mark & MARK.number) !== 0 && /\d/.test(word.folded),
    known: [...standIns.keys()].some((each) => reader.vocabulary.has(each)),
  };
}

/**
 * Of names that overlap the one that tells most: in "the American president" the president, not "the American". Of those that tell as
 * much it is the first, and the longest that begins there, as the book has them.
 */
function nonOverlapping(hits: readonly AliasHit[], found: readonly Word[]): AliasHit[] {
  const telling = ({ from, to }: AliasHit): number =>
    found.slice(from, to + 1).filter(({ folded }) => !STOP_WORDS.has(folded)).length;
  const kept: AliasHit[] = [];
  for (const hit of hits.toSorted((a, b) => telling(b) - telling(a)))
    if (kept.every(({ from, to }) => hit.to < from || hit.from > to)) kept.push(hit);
  return kept;
}

/** "Italy's prime minister" is Meloni's name in full; "prime" or "Italian" alone is a part of it. */
function wideStandIns(
  parts: readonly Word[],
  meant: readonly AliasHit[],
  inside: readonly AliasHit[],
  { vocabulary }: QuestionReader,
): Map<string, number> {
  const standIns = new Map<string, number>();
  const add = (term: string, count: number): void => {
    standIns.set(term, Math.max(count, standIns.get(term) ?? 0));
  };
  const isName = meant.some(({ kind }) => kind === 'name');
  for (const { folded } of parts)
    if (!STOP_WORDS.has(folded)) add(termOf(folded), isName ? COUNTS.part : COUNTS.phrasePart);
  for (const hit of meant) if (vocabulary.has(hit.term)) add(hit.term, worthOf(hit));
  // A name is all of its words, of a phrase each may be put otherwise.
  for (const hit of isName ? [] : inside)
    if (vocabulary.has(hit.term)) add(hit.term, COUNTS.phrasePart * worthOf(hit));
  return standIns;
}

function standInsOf(
  { folded: word }: Word,
  position: number,
  groups: readonly AliasHit[],
  { found, corrections }: QuestionWords,
  { vocabulary, background }: QuestionReader,
): Map<string, number> {
  const term = termOf(word);
  const [previous, next] = [found[position - 1]?.folded, found[position + 1]?.folded];
  const standIns = new Map([[term, 1]]);
  const add = (other: string, count: number): void => {
    if (vocabulary.has(other)) standIns.set(other, Math.max(count, standIns.get(other) ?? 0));
  };
  for (const group of groups) add(group.term, worthOf(group));
  // Each source files a word under the stem of its own language.
  for (const code of vocabulary.languages) add(termIn(rulesFor(code), word), COUNTS.inflected);
  for (const relative of vocabulary.relatives(term)) add(relative, COUNTS.relative);
  for (const synonym of synonymsOf.get(term) ?? []) add(synonym, COUNTS.synonym);
  // "cease fire" for "ceasefire"
  if (next) add(termOf(word + next), COUNTS.joined);
  if (previous) add(termOf(previous + word), COUNTS.joined);
  if (vocabulary.has(term)) return standIns;
  // What is not English is rather misspelt, which the corrections know more of.
  const swapped = background.isWord(word) ? lettersSwapped(word) : [];
  for (const other of [...confusedWith(word), ...swapped]) add(termOf(other), COUNTS.confused);
  if (standIns.size === 1) for (const meant of corrections.get(word) ?? []) add(meant, COUNTS.misspelt);
  return standIns;
}

function worthOf({ kind }: AliasHit): number {
  return WORTH[kind];
}

function weightOf(
  standIns: ReadonlyMap<string, number>,
  term: string,
  { vocabulary, background }: QuestionReader,
): number {
  // A misspelt or renamed word is as telling as what it stands for.
  const written = vocabulary.has(term)
    ? term
    : ([...standIns.keys()].find((each) => vocabulary.has(each)) ?? term);
  const passages = vocabulary.passagesWith(written) + BACKGROUND_PASSAGES * background.share(written);
  return Math.log((vocabulary.size + BACKGROUND_PASSAGES + 1) / (passages + 0.5));
}
