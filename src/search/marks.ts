// What a word can be an answer to: each word of a passage carries marks (a number, a name, a month …), so that a question for
// a month can ask whether the sentence holds one.

import type { Background } from './background.ts';
import { PEOPLE_WORDS } from './lexicon.ts';
import type { Word } from './words.ts';

export const MARK = {
  number: 1,
  year: 2,
  month: 4,
  weekday: 8,
  period: 16,
  money: 32,
  percent: 64,
  name: 128,
  people: 256,
  reason: 512,
  manner: 1024,
  placed: 2048,
  negation: 4096,
  role: 8192,
  /** A clause that dates by another event: "until …", "after …". */
  event: 16384,
  /** "in the boiler", "at court": a place without a name, or no place at all. */
  somewhere: 32768,
} as const;

const set = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));
const NUMBER_WORDS = set(
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions trillion dozen dozens half third quarter twice double triple single several couple pair first second',
);
const MONTHS = set('january february march april may june july august september october november december');
const WEEKDAYS = set('monday tuesday wednesday thursday friday saturday sunday');
const PERIODS = set(
  'century centuries decade decades year years month months week weeks day days hour hours minute minutes today tomorrow yesterday tonight morning afternoon evening night ago spring summer autumn winter era period recently late early bc ad bce ce midnight noon',
);
const EVENTS = set('until till after before during once when while since following upon');
const MONEY = set(
  'dollar dollars euro euros pound pounds cent cents rouble roubles hryvnia usd eur francs yen',
);
const REASONS = set(
  'because due since therefore hence reason reasons cause caused causes causing result results owing thanks order purpose allow allows avoid prevent ensure so',
);
const MANNERS = set('by through using via means method process with');
const PLACERS = set('in at near outside inside across into toward towards around within along on throughout');
const NEGATIONS = set(
  "not no never neither nor none without cannot n't unlike nobody nothing rather than fail failed fails",
);
const ROLES = set(
  'president minister chancellor king queen emperor duke pope general leader leaders diplomat official officials senator senators senate spokesman spokesperson secretary scientist scientists engineer physicist inventor philosopher people workers source sources government company army countries allies members partners man woman',
);

function markOfFolded(folded: string): number {
  let marks = 0;
  if (/^\d/.test(folded) || NUMBER_WORDS.has(folded)) marks |= MARK.number;
  if (/^(?:1\d|20)\d\d(?:s|bc|ad)?$/.test(folded)) marks |= MARK.year;
  if (/^\d+(?:st|nd|rd|th)$/.test(folded)) marks |= MARK.period;
  if (WEEKDAYS.has(folded)) marks |= MARK.weekday;
  if (PERIODS.has(folded)) marks |= MARK.period;
  if (MONEY.has(folded)) marks |= MARK.money;
  if (folded === 'percent' || folded === 'percentage') marks |= MARK.percent;
  if (REASONS.has(folded)) marks |= MARK.reason;
  if (MANNERS.has(folded)) marks |= MARK.manner;
  if (NEGATIONS.has(folded) || folded.endsWith("n't")) marks |= MARK.negation;
  if (EVENTS.has(folded)) marks |= MARK.event;
  if (ROLES.has(folded)) marks |= MARK.role;
  if (PEOPLE_WORDS.has(folded)) marks |= MARK.people;
  return marks;
}

const cache = new Map<string, number>();
const CACHE_LIMIT = 100_000;

/** The marks of every word of `text`; `opens[i]` is true where a word opens a sentence and its capital says nothing. */
export function marksOf(
  text: string,
  found: readonly Word[],
  opens: readonly boolean[],
  background: Background,
): Uint16Array {
  const marks = new Uint16Array(found.length);
  found.forEach((word, index) => {
    let mark = cache.get(word.folded);
    if (mark === undefined) {
      if (cache.size >= CACHE_LIMIT) cache.clear();
      mark = markOfFolded(word.folded);
      cache.set(word.folded, mark);
    }
    const capital = /^\p{Lu}/u.test(word.text);
    if (capital && MONTHS.has(word.folded)) mark |= MARK.month;
    if (
      capital &&
      (!opens[index] || /^\p{Lu}/u.test(found[index + 1]?.text ?? '') || !background.isWord(word.folded))
    )
      mark |= MARK.name;
    const before = text[word.start - 1];
    if (before === '$' || before === '€' || before === '£') mark |= MARK.money;
    if (text[word.end] === '%') mark |= MARK.percent;
    const article = /^(?:the|a|an|his|her|its|their)$/.test(found[index - 1]?.folded ?? '') ? 1 : 0;
    if (
      PLACERS.has(found[index - 1 - article]?.folded ?? '') &&
      !(mark & (MARK.month | MARK.year | MARK.period | MARK.number))
    )
      mark |= mark & MARK.name ? MARK.placed : MARK.somewhere;
    marks[index] = mark;
  });
  return marks;
}
