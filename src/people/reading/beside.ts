// What stands beside a name and tells that it is somebody's: a verb that reports, words of theirs, an age, a party's letter.
import { isRole } from '../../corpus/names/offices.ts';
import { isReporting } from '../offices/titles.ts';
import { follows, type Word } from './words.ts';

/** "Trump’s controversial proposal": what only somebody who speaks has. */
export function isWordOf(words: readonly Word[], to: number): boolean {
  for (let at = to; at < to + 3 && follows(words[at]); at += 1)
    if (speechOf.test(words[at]?.low ?? '')) return true;
  return false;
}

const speechOf =
  /^(?:proposals?|assertions?|claims?|remarks?|comments?|speech(?:es)?|statements?|vow|pledge|promises?|tweets?|words|call|warning|insistence|suggestion|argument|criticism|rhetoric|letter|memoir|testimony|answer|reply)$/u;
const between = /^(?:has|had|have|also|later|then|recently|himself|herself|just|once|repeatedly|already)$/u;

/** `apposed`: an office stands between the name and what is behind it. */
export function isSaying(words: readonly Word[], from: number, to: number, apposed: boolean): boolean {
  const next = words[to];
  const then = words[to + 1];
  const at = next && between.test(next.low) ? then : next;
  if (at && isReporting(at.low) && (follows(at) || apposed)) return true;
  if (saysBehindAside(words, to, apposed)) return true;
  const article = words[from - 1]?.low === 'the' ? 1 : 0;
  const before = words[from - 1 - article];
  const head = words[from];
  if (!before || !head || !follows(head)) return false;
  if (before.low === 'to') return words[from - 2 - article]?.low === 'according';
  return article === 0 && isReporting(before.low);
}

/** No aside between a name and its verb is longer, in words. */
const longestAside = 30;
const asides = /^(?:a|an|the|who|whose|his|her|its|their|one|another|of|senior|former|now|then|also|\d.*)$/u;

/** "Olaf Lind, a voter who came early, said": the verb behind what tells of somebody; "said Berg" is another's. */
function saysBehindAside(words: readonly Word[], to: number, apposed: boolean): boolean {
  const first = words[to];
  if (first?.gap !== ', ' || !(apposed || asides.test(first.low) || isRole(first.low))) return false;
  for (let at = to + 1; at < to + longestAside; at += 1) {
    const word = words[at];
    if (!word || !/^(?:,? |[ \u00a0]|,? ?[’'] ?)$/u.test(word.gap)) return false;
    if (!isReporting(word.low)) continue;
    const next = words[at + 1];
    if (word.gap === ', ') return word.low === 'told' || !(next?.capital && follows(next));
    if (words[at - 1]?.low !== 'who') return false;
  }
  return false;
}

const age = /^\d{1,3}$/u;
const ageBefore = /^\d{1,3}-year-old$/u;
const party = /^(?:r|d|i|ind|gop|dem|rep|lib|dfl)(?:-\p{L}.*)?$/u;

/** "Joy Lind, 50, of Nordby", "50-year-old Joy Lind", "Joy Lind (D-Ohio)", "Joy Lind (N.H.)". */
export function isMarked(words: readonly Word[], from: number, to: number): boolean {
  const [before, next, then] = [words[from - 1], words[to], words[to + 1]];
  if (before && ageBefore.test(before.low) && follows(words[from])) return true;
  if (!next) return false;
  if (next.gap === ', ' && age.test(next.text)) return then === undefined || /^[,.]/u.test(then.gap);
  if (next.gap !== ' (' || !next.capital) return false;
  return party.test(next.low) || next.text.includes('.') || then?.gap.startsWith('.)') === true;
}

/** "My name is Olaf Lind", "I’m Ada Berg, and I …": whoever speaks says so. */
export function isIntroduced(words: readonly Word[], from: number, to: number): boolean {
  const [before, first, next] = [words[from - 1], words[from], words[to]];
  if (!before || !first || !follows(first) || words[to - 1]?.genitive) return false;
  if (before.low === 'is') return words[from - 2]?.low === 'name' && words[from - 3]?.low === 'my';
  const isI = /^i['’]m$/u.test(before.low) || (before.low === 'am' && words[from - 2]?.low === 'i');
  return isI && (next === undefined || /^[.,!]/u.test(next.gap) || next.low === 'and');
}
