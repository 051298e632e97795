// The words of a title that may name somebody: how many of them do, and whether they are a person or the holder of an office.

import type { Span } from '../passages.ts';
import { fold } from '../text/folding.ts';
import { isBodyWord } from './bodies.ts';
import { countryWord } from './countries.ts';
import { describing, honorifics, isPluralRole, isRole, isTitle, portfolios } from './offices.ts';
import { isSuffixWord, particles } from './particles.ts';

export interface Word extends Span {
  readonly text: string;
  readonly low: string;
  readonly capital: boolean;
  /** What stands before it. */
  readonly gap: string;
}

const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[.’'ʼ‑-]+[\p{L}\p{M}\p{N}]+)*/gu;

export function wordsIn(line: string, from: number): Word[] {
  let last = from;
  return [...line.matchAll(word)].flatMap(({ 0: text, index }): Word[] => {
    if (index < from) return [];
    const gap = line.slice(last, index);
    last = index + text.length;
    return [{ text, low: fold(text).text, capital: /^\p{Lu}/u.test(text), gap, start: index, end: last }];
  });
}

/** Where a title goes on behind the speaker: with a place, a time, an occasion, a subject. */
export const goesOn: ReadonlySet<string> = new Set(
  `at in on before after during following with about regarding against ahead upon as via en marking to for from announcing honoring
  honouring welcoming celebrating commemorating recognizing concerning introducing unveiling reaffirming signing opening closing
  condemning calling urging highlighting discussing outlining addressing thanking congratulating presenting awarding visiting
  touring meeting hosting accepting launching releasing observing paying providing responding supporting previewing pardoning
  convening joining remembering mourning participating extending encouraging delivering receiving assessing sending applauding
  warning speaking while aboard one two three four five six seven eight nine ten delivered made given zum zur zu im auf bei beim vor
  anlasslich am an uber nach a au aux devant lors sur pour dans w we na do podczas z przed po ws dla o у в до під перед з із щодо
  про для за`.split(/\s+/u),
);
const tying = /^(?:of|de|du|des|d|der|fur)$/u;
export const conjunction = /^(?:and|und|et|i|oraz|та|і|и)$/u;
export const article = /^(?:the|der|die|das|des|le|la|l|du)$/u;
/** Offices that are tied to what they are of by more than "of". */
const tiedBy = {
  to: /^(?:advis[eo]r|assistant|ambassador|envoy|counsell?or|aide|delegate|representative|secretary)$/u,
  for: /^(?:minister|secretary|undersecretary|coordinator|commissioner|representative|envoy|advis[eo]r|director|spokes\p{L}+|ministre|beauftragter?)$/u,
};

/** How many of the words name the speaker. */
export function endOf(words: readonly Word[]): number {
  let at = 0;
  while (at < words.length && belongs(words, at)) at += 1;
  while (at > 0 && !words[at - 1]?.capital && !isTitle(words[at - 1]?.low ?? '')) at -= 1;
  return at;
}

export function belongs(words: readonly Word[], at: number): boolean {
  const [before, each, next] = [words[at - 1], words[at], words[at + 1]];
  if (!each || (before && !/^(?: |\. |’ )$/u.test(each.gap) && !isSuffix(each))) return false;
  if (isTie(words, at)) return true;
  if (isOfficeBehind(words, at, each)) return false;
  if (before && goesOn.has(each.low)) return false;
  if (conjunction.test(each.low)) return next !== undefined && isPortfolioPair(words, at);
  return each.capital || isSmallWord(words, at);
}

/** A word of an office, or a particle of a name. */
function isSmallWord(words: readonly Word[], at: number): boolean {
  const [before, each, next] = [words[at - 1], words[at], words[at + 1]];
  if (!each) return false;
  if (isTitle(each.low) || describing.has(each.low)) return true;
  if (before && portfolios.has(each.low)) return true;
  const beyond = next && particles.has(next.low) ? words[at + 2] : next;
  return particles.has(each.low) && beyond?.capital === true;
}

/** "Dr. Ida Holm | Assistant to the President" */
export function isOfficeBehind([first]: readonly Word[], at: number, each: Word | undefined): boolean {
  return (
    at > 1 &&
    honorifics.has(first?.low ?? '') &&
    each !== undefined &&
    (isRole(each.low) || describing.has(each.low))
  );
}

function isSuffix({ low, gap }: Word): boolean {
  return isSuffixWord(low) && gap === ', ';
}

/** "of", "to the", "for" between an office and what it is of. */
function isTie(words: readonly Word[], at: number): boolean {
  const each = words[at];
  const next = words[at + 1];
  if (!each) return false;
  const isTied = tying.test(each.low);
  const tie = article.test(each.low) && !isTied ? words[at - 1] : each;
  const before = words[(tie === each ? at : at - 1) - 1];
  if (!tie || !before) return false;
  const isNext = next?.capital === true || article.test(next?.low ?? '') || isTitle(next?.low ?? '');
  if (tying.test(tie.low)) return isNext;
  const tied = tie.low === 'to' ? tiedBy.to : tie.low === 'for' ? tiedBy.for : undefined;
  return tied?.test(before.low) === true && isNext;
}

/** "Secretary of Health and Human Services": what an office is of, and not two people. */
function isPortfolioPair(words: readonly Word[], at: number): boolean {
  const tie = words.slice(0, at).findLastIndex(({ low }) => /^(?:of|for)$/u.test(low));
  if (tie < 0 || at - tie > 3) return false;
  const object = words.slice(tie + 1, at);
  return object.every(
    ({ low }) => portfolios.has(low) || describing.has(low) || low === 'the' || isBodyWord(low),
  );
}

/** An office, or a name of two words and more that is no body's; nobody where several hold the office. */
export function isSomebody(words: readonly Word[], isPlain: boolean): boolean {
  if (words.some(({ low }) => isPluralRole(low))) return false;
  const last = words.at(-1);
  if (!last || /^(?:office|members?|representatives|families|group)$/u.test(words[0]?.low ?? ''))
    return false;
  const role = words.findIndex(({ low }) => isTitle(low));
  const tie = words.findIndex(({ low }, at) => at > 0 && /^(?:of|for|to|de|du|des|der)$/u.test(low));
  const head = words[(tie < 0 ? words.length : tie) - 1];
  if (role >= 0) {
    // "Vice President’s Office" is a body, and so is what ends as one before "of".
    return head !== undefined && (isTitle(head.low) || !isBodyWord(head.low));
  }
  if (isPlain || tie >= 0 || words.length < 2 || words.length > 4 || isBodyWord(last.low)) return false;
  const isAcronym = ({ text }: Word): boolean => text.length > 1 && text === text.toUpperCase();
  if (isAcronym(last) && !words.every(isAcronym)) return false;
  return words.every(({ capital, low }) => capital || particles.has(low)) && !words.some(isPlace);
}

function isPlace({ text }: Word): boolean {
  return countryWord(text) !== undefined;
}
