// What a claim has otherwise than the passage that is nearest to it: numbers, dates and names, as they are written.
import { wordsOf } from '../check/words/words.ts';
import type { NameBook } from '../corpus/names/names.ts';
import { wholeWords } from '../corpus/text/borders.ts';
import type { Differing } from './found.ts';

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);
const days = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');
const month = `(?:${months.map((each) => each.replace(/^./u, (first) => `[${first.toUpperCase()}]`)).join('|')})`;
const date = new RegExp(
  wholeWords(
    `\\d{1,2} ${month}(?: \\d{4})?`,
    `${month}(?: \\d{1,2}(?:, \\d{4})?| \\d{4})?`,
    '(?:1[5-9]|20)\\d\\d',
    ...days.map((day) => day.replace(/^./u, (first) => `[${first.toUpperCase()}]`)),
  ),
  'gu',
);
const small = 'two three four five six seven eight nine ten eleven twelve'.split(' ');
const number = new RegExp(
  wholeWords(
    '\\d+(?:[.,]\\d+)*(?:\\s?(?:%|percent|million|billion|thousand))?',
    ...small,
    'hundred',
    'thousand',
    'dozens?',
  ),
  'giu',
);

/** Digits of a number, however its language groups and parts them. */
const digits = /\p{N}+(?:[.,\u00a0\u202f ]\p{N}+)*/gu;
/** A year or a day is a date, which other languages write otherwise. */
const dated = /(?:1[5-9]|20)\d\d|\d{1,2}\.?(?=\s\p{L}{3,})/gu;

/**
 * The kinds of which the claim has something that the passage has not, while that has others. Of a claim in another language than
 * English (`inWords` false) numbers are compared by their digits alone, and dates are not.
 */
export function differingIn(claim: string, passage: string, names: NameBook, inWords = true): Differing[] {
  if (!inWords)
    return [
      ...differing('number', digitsIn(claim), digitsIn(passage)),
      ...differing('name', namesIn(claim, names), namesIn(passage, names)),
    ];
  const [dates, theirDates] = [found(claim, date), found(passage, date)];
  const [bare, theirBare] = [claim.replace(date, ' '), passage.replace(date, ' ')];
  return [
    ...differing('number', found(bare, number), found(theirBare, number)),
    ...differing('date', dates, theirDates),
    ...differing('name', namesIn(claim, names), namesIn(passage, names)),
  ];
}

/** What is written, by what it means. */
type Written = ReadonlyMap<string, string>;

function differing(what: Differing['what'], claimed: Written, there: Written): Differing[] {
  const given = [...claimed].flatMap(([key, written]) => (there.has(key) ? [] : [written]));
  const source = [...there].flatMap(([key, written]) => (claimed.has(key) ? [] : [written]));
  return given.length > 0 && source.length > 0 ? [{ what, given, source }] : [];
}

function found(text: string, pattern: RegExp): Written {
  return new Map([...text.matchAll(pattern)].map(([written]) => [keyOf(written), written]));
}

function digitsIn(text: string): Written {
  const bare = text.replace(dated, ' ');
  return new Map([...bare.matchAll(digits)].map(([written]) => [written.replace(/\P{N}/gu, ''), written]));
}

/** "3" is "three", and "1,000" is "1000". */
function keyOf(written: string): string {
  const folded = wordsOf(written).map((word) => word.folded);
  return folded.map((each) => (small.includes(each) ? String(small.indexOf(each) + 2) : each)).join(' ');
}

function namesIn(text: string, names: NameBook): Written {
  return new Map(
    names.find(text).map(({ person, party, start, end }) => [person ?? party ?? '', text.slice(start, end)]),
  );
}
