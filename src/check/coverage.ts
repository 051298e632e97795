// Whether a quotation that was not found is one that this collection could have: who is said to have spoken, the year, and the names
// in it are looked for in the sources. Where one of these is none of theirs, "not found" says nothing of the quotation.
import type { Document } from '../corpus/document.ts';
import { fold, spellings } from '../corpus/folding.ts';
import { offices } from '../corpus/offices.ts';
import type { Passage } from '../corpus/passages.ts';
import type { Claim } from './claims.ts';
import type { Who } from './speakers.ts';

/** What the sources do not cover, as it was given; undefined where they may well have the quotation. */
export interface Outside {
  readonly by: 'speaker' | 'date' | 'event';
  readonly named: string;
}

export interface CoverageSources {
  readonly passages: readonly Passage[];
  readonly who: Pick<Who, 'named'>;
  /** Whether a word, folded, is said in the sources. */
  readonly isSaid: (folded: string) => boolean;
}

/** Looks at what is said of a quotation, then at the quotation. `typed` is all that was given. */
export function outsideOf(
  typed: string,
  { words, speaker }: Claim,
  sources: CoverageSources,
): Outside | undefined {
  if (speaker !== undefined) {
    const names = namesIn(speaker, false).flatMap((name) => name.split(/\s+/u));
    if (names.length > 0 && !names.some((name) => isKnown(name, sources)))
      return { by: 'speaker', named: speaker };
  }
  const year = yearOutside(typed, sources.passages);
  if (year !== undefined) return { by: 'date', named: year };
  const names = namesIn(words, true);
  // In German every noun has a capital: there a single one names nothing for certain.
  const telling = mostlyCapitals(words) ? names.filter((name) => /\s/u.test(name)) : names;
  if (fewOf(openersIn(words)).some((opener) => isNameIn(opener, sources.passages))) return undefined;
  const [first] = telling;
  if (
    first === undefined ||
    fewOf(telling.flatMap((name) => name.split(/\s+/u))).some((word) => isKnown(word, sources))
  )
    return undefined;
  return { by: 'event', named: first };
}

/** For each name that nobody knows all sources are looked through: of a quotation full of names the first tell as much. */
const mostNames = 12;

function fewOf(names: readonly string[]): string[] {
  return [...new Set(names)].slice(0, mostNames);
}

function isKnown(word: string, { passages, who, isSaid }: CoverageSources): boolean {
  const ways = spellings(word.replace(/['’]s?$/u, '').replace(/\./gu, ''));
  if (ways.some((way) => isSaid(way.replace(/[^\p{L}\p{N}]/gu, '')) || who.named(way) !== undefined))
    return true;
  // Labels and titles are said by nobody, and name people all the same.
  return passages.some(({ text, document }) =>
    ways.some((way) => holds(text, way) || holds(document.title?.value ?? '', way)),
  );
}

function holds(text: string, folded: string): boolean {
  if (text.length === 0) return false;
  const lower = text.toLowerCase();
  return lower.includes(folded) || (/[^\p{ASCII}]/u.test(text) && fold(text).text.includes(folded));
}

const name =
  /\p{Lu}[\p{L}\p{M}’'-]+(?:\s+(?:(?:of|the|von|van|der|de|la|al|bin)\s+)*\p{Lu}[\p{L}\p{M}’'-]+)*/gu;
const noName = new Set(
  'I We You He She It They The A An This That These Those There Here But And Or So If When Where Why How What Who Which Yes No Not Our Their His Her My Your Its Nobody Everyone Everybody Nothing Never Let As At By For From In Of On To With God Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December Article President Minister Prime Mr Mrs Ms Dr Sir Europe European Europeans Congress Parliament State Government'.split(
    ' ',
  ),
);

/** Runs of words with capitals; at the beginning of a sentence a capital names nobody. */
function namesIn(text: string, inSentences: boolean): string[] {
  return [...text.matchAll(name)].flatMap(({ 0: found, index }) => {
    const opens = inSentences && opensSentence(text, index);
    const words = found.split(/\s+/u).slice(opens ? 1 : 0);
    const telling = words.filter(
      (word) => !noName.has(word) && !offices.has(word.toLowerCase()) && word.length > 2,
    );
    return telling.length > 0 ? [telling.join(' ')] : [];
  });
}

/** More marks and blanks do not stand between two sentences. */
const longestBetween = 20;

function opensSentence(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - longestBetween), index);
  return index === 0 || /(?:[.!?…:]["”»’)]*\s+|["“„«‘([]\s*)$/u.test(before);
}

/** Words with a capital because a sentence begins, which may be names all the same. */
function openersIn(text: string): string[] {
  return [...text.matchAll(/(?:^|[.!?…]["”»’)]*\s+)["“„«‘([]*(\p{Lu}[\p{L}\p{M}’'-]{2,})/gu)].flatMap(
    ([, word = '']) => (noName.has(word) ? [] : [word]),
  );
}

/** Whether a word has its capital inside of a sentence of the sources. */
function isNameIn(word: string, passages: readonly Passage[]): boolean {
  return passages.some(({ text }) =>
    [...text.matchAll(/(?<=[\p{L}\p{N},]["”»’]?\s)\p{Lu}[\p{L}\p{M}’'-]+/gu)].some(
      ([found]) => found === word,
    ),
  );
}

/** So large a share of nouns with capitals is a grammar, and no list of names. */
const grammarShare = 0.25;

function mostlyCapitals(text: string): boolean {
  const words = text.match(/\p{L}+/gu)?.slice(1) ?? [];
  return words.filter((word) => /^\p{Lu}\p{Ll}/u.test(word)).length > grammarShare * words.length;
}

const year = /(?<![\p{L}\p{N}.,-])(?:1[5-9]\d\d|20\d\d)(?![\p{N}]|[.,]\d)/gu;

/** A year that no source mentions and in which none was published; undated sources may be of any year. */
function yearOutside(typed: string, passages: readonly Passage[]): string | undefined {
  const years = [...new Set(typed.match(year) ?? [])];
  if (years.length === 0) return undefined;
  const documents = new Set<Document>(passages.map(({ document }) => document));
  const published = [...documents].map(({ published: day }) => day?.value.slice(0, 4));
  if (published.includes(undefined)) return undefined;
  return years.find((each) => !published.includes(each) && !passages.some(({ text }) => text.includes(each)));
}
