// Whether a quotation that was not found is one that this collection could have: who is said to have spoken, the year, and the names
// in it are looked for in the sources. Where one of these is none of theirs, "not found" says nothing of the quotation.
import type { Document } from '../corpus/document.ts';
import { offices } from '../corpus/names/offices.ts';
import { particles } from '../corpus/names/particles.ts';
import { spellings } from '../corpus/text/folding.ts';
import type { Written } from '../corpus/text/written.ts';
import type { Claim } from './claims.ts';
import type { Who } from './speakers/speakers.ts';

/** What the sources do not cover, as it was given; undefined where they may well have the quotation. */
export interface Outside {
  readonly by: 'speaker' | 'date' | 'event';
  readonly named: string;
}

export interface CoverageSources {
  /** Of the sources, each once. */
  readonly documents: readonly Document[];
  readonly written: Pick<Written, 'begins' | 'isName'>;
  readonly who: Pick<Who, 'named'>;
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
  const year = yearOutside(typed, words, sources);
  if (year !== undefined) return { by: 'date', named: year };
  const names = namesIn(words, true);
  // In German every noun has a capital: there a single one names nothing for certain.
  const telling = mostlyCapitals(words) ? names.filter((name) => /\s/u.test(name)) : names;
  if (fewOf(openersIn(words)).some((opener) => sources.written.isName(opener))) return undefined;
  const [first] = telling;
  if (
    first === undefined ||
    fewOf(telling.flatMap((name) => name.split(/\s+/u))).some((word) => isKnown(word, sources))
  )
    return undefined;
  return { by: 'event', named: first };
}

/** Each name that nobody knows is looked for among all words of the sources: of many the first tell as much. */
const mostNames = 12;

function fewOf(names: readonly string[]): string[] {
  return [...new Set(names)].slice(0, mostNames);
}

function isKnown(word: string, { who, written }: CoverageSources): boolean {
  const bare = word.replace(/['’]s?$/u, '');
  return written.begins(bare) || spellings(bare).some((way) => who.named(way) !== undefined);
}

const small = [...particles, 'of', 'the'];
const name = new RegExp(
  `\\p{Lu}[\\p{L}\\p{M}’'-]+(?:\\s+(?:(?:${small.join('|')})\\s+)*\\p{Lu}[\\p{L}\\p{M}’'-]+)*`,
  'gu',
);
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
      (word) =>
        word.length > 2 &&
        ![noName, particles, offices].some((set) => set.has(word) || set.has(word.toLowerCase())),
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

/** So large a share of nouns with capitals is a grammar, and no list of names. */
const grammarShare = 0.25;

function mostlyCapitals(text: string): boolean {
  const words = text.match(/\p{L}+/gu)?.slice(1) ?? [];
  return words.filter((word) => /^\p{Lu}\p{Ll}/u.test(word)).length > grammarShare * words.length;
}

const year = /(?<![\p{L}\p{N}.,-])(?:1[5-9]\d\d|20\d\d)(?![\p{N}]|[.,]\d)/gu;

/**
 * A year that no source mentions and in which none was published; undated sources may be of any year. Whoever is quoted may speak of
 * any: where marks or a name part the words from what stands beside them, only that tells. Of words alone a year tells that
 * lies before all sources, as of an event; one to come is somebody's plan.
 */
function yearOutside(
  typed: string,
  words: string,
  { documents, written }: CoverageSources,
): string | undefined {
  const at = typed.indexOf(words);
  const beside = at < 0 ? typed : `${typed.slice(0, at)} ${typed.slice(at + words.length)}`;
  const isAlone = !/[\p{L}\p{N}“”„«»"]/u.test(beside);
  const years = [...new Set((isAlone ? words : beside).match(year) ?? [])];
  if (years.length === 0) return undefined;
  const published = documents.map(({ published: day }) => day?.value.slice(0, 4));
  if (published.includes(undefined)) return undefined;
  const isOutside = (each: string): boolean =>
    isAlone ? published.every((own = '') => each < own) : !published.includes(each);
  return years.find((each) => isOutside(each) && !written.begins(each));
}
