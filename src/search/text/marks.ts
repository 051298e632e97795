// What a word can be an answer to: each word of a passage carries marks (a number, a name, a month …), so that a question for
// a month can ask whether the sentence holds one.

import type { Background } from '../ranking/background.ts';
import { STOP_WORDS } from './grammar.ts';
import { PEOPLE_WORDS } from './inflections.ts';
import type { Word } from './words.ts';

/** Each mark is one bit; the marks of a word are a union of them. */
export const MARK = {
  number: 1,
  year: 2,
  month: 4,
  weekday: 8,
  /** Any other word of time: "week", "19th", "yesterday". */
  period: 16,
  money: 32,
  percent: 64,
  name: 128,
  /** A country or its people: "Italy", "Italian". */
  people: 256,
  reason: 512,
  manner: 1024,
  /** A name behind "in", "at" …: a place with a name. */
  placed: 2048,
  negation: 4096,
  /** Somebody without a name: "the minister", "officials". */
  role: 8192,
  /** A clause that dates by another event: "until …", "after …". */
  event: 16384,
  /** "in the boiler", "at court": a place without a name, or no place at all. */
  somewhere: 32768,
  /** How often or how long: "repeatedly", "twice", "has *long*". */
  often: 65536,
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
const OFTEN = set(
  'repeatedly often frequently always never once twice thrice again regularly sometimes occasionally rarely constantly daily weekly monthly yearly annually times repeated long',
);
const EVENTS = set('until till after before during once when while since following upon');
const MONEY = set(
  'dollar dollars euro euros pound pounds cent cents rouble roubles hryvnia usd eur francs yen',
);
const PERCENT = set('percent percentage');
const REASONS = set(
  'because due since therefore hence reason reasons cause caused causes causing result results owing thanks order purpose allow allows avoid prevent ensure so',
);
const MANNERS = set('by through using via means method process with');
const PLACERS = set('in at near outside inside across into toward towards around within along on throughout');
const NEGATIONS = set(
  "not no never neither nor none without cannot n't unlike nobody nothing rather fail failed fails",
);
const ROLES = set(
  'president minister chancellor king queen emperor duke pope general leader leaders diplomat official officials senator senators senate spokesman spokesperson secretary scientist scientists engineer physicist inventor philosopher people workers source sources government company army countries allies members partners man woman',
);

/** Lists of folded words that bear a mark wherever they stand. */
const LISTED: readonly (readonly [number, ReadonlySet<string>])[] = [
  [MARK.number, NUMBER_WORDS],
  [MARK.weekday, WEEKDAYS],
  [MARK.period, PERIODS],
  [MARK.money, MONEY],
  [MARK.percent, PERCENT],
  [MARK.reason, REASONS],
  [MARK.manner, MANNERS],
  [MARK.negation, NEGATIONS],
  [MARK.event, EVENTS],
  [MARK.often, OFTEN],
  [MARK.role, ROLES],
  [MARK.people, PEOPLE_WORDS],
];

/** The same by the look of the word. */
const SHAPED: readonly (readonly [number, RegExp])[] = [
  [MARK.number, /^\d/],
  // 1000 to 2099: a number of four digits outside it is hardly ever a year.
  [MARK.year, /^(?:1\d|20)\d\d(?:s|bc|ad)?$/],
  // "the 19th" is a century or a day.
  [MARK.period, /^\d+(?:st|nd|rd|th)$/],
  [MARK.negation, /n't$/],
];

/** "in *the* boiler", "at *his* court": between a preposition and its place. */
const ARTICLE = /^(?:the|a|an|his|her|its|their)$/;
const CAPITAL = /^\p{Lu}/u;
/** "in May", "at 5": these tell when or how many, and not where. */
const NO_PLACE = MARK.month | MARK.year | MARK.period | MARK.number;

/** What each word is by itself. */
export function formsOf(found: readonly Word[]): Form[] {
  return found.map(({ folded }) => formOf(folded));
}

/**
 * The marks (a union of `MARK`) of every word of `text`. `found` are its words in order and `forms` what they are by themselves;
 * `opens[i]` is true where word `i` opens a sentence and its capital says nothing.
 */
export function marksOf(
  text: string,
  found: readonly Word[],
  opens: readonly boolean[],
  background: Background,
  forms: readonly Form[] = formsOf(found),
): Uint32Array {
  const marks = new Uint32Array(found.length);
  found.forEach((word, index) => {
    const opening = opens[index] ?? false;
    const form = forms[index] ?? formOf(word.folded);
    let mark = form.marks | marksOfSigns(text, word);
    if (form.isMonth && isMonth(word, found, index, opening)) mark |= MARK.month;
    if (CAPITAL.test(word.text) && isName(word, found[index + 1], opening, background)) mark |= MARK.name;
    if (!form.isArticle && !(mark & NO_PLACE) && followsPlacer(forms, index))
      mark |= mark & MARK.name ? MARK.placed : MARK.somewhere;
    marks[index] = mark;
  });
  return marks;
}

/** A word of grammar, which is neither indexed nor asked for; "May" with the mark of a month is none. */
export function isGrammar(folded: string, mark = 0): boolean {
  return STOP_WORDS.has(folded) && !(mark & MARK.month);
}

// Words repeat, see stem.ts: the bound keeps what users type from growing it for ever.
const CACHE_LIMIT = 100_000;
const cache = new Map<string, Form>();

/** What a word is by itself, whatever stands around it. */
export interface Form {
  /** The word itself: one string for all places where it stands, so that what is kept of passages does not hold it again and again. */
  readonly folded: string;
  readonly marks: number;
  /** Perhaps: where it has a capital. */
  readonly isMonth: boolean;
  readonly isArticle: boolean;
  readonly isPlacer: boolean;
}

/** Looked up once for each word of a passage: that is most of what reading one takes. */
function formOf(folded: string): Form {
  const known = cache.get(folded);
  if (known) return known;
  if (cache.size >= CACHE_LIMIT) cache.clear();
  let marks = 0;
  for (const [mark, listed] of LISTED) if (listed.has(folded)) marks |= mark;
  for (const [mark, shape] of SHAPED) if (shape.test(folded)) marks |= mark;
  const form = {
    ...{ folded, marks, isMonth: MONTHS.has(folded), isArticle: ARTICLE.test(folded) },
    isPlacer: PLACERS.has(folded),
  };
  cache.set(folded, form);
  return form;
}

/** The signs right beside a word, which are no words themselves: "$5", "5%". */
function marksOfSigns(text: string, { start, end }: Word): number {
  const before = text[start - 1];
  const money = before === '$' || before === '€' || before === '£';
  return (money ? MARK.money : 0) | (text[end] === '%' ? MARK.percent : 0);
}

/** A capital makes a name, at the opening of a sentence only before another capital or in a word English does not have. */
function isName(
  { text, folded }: Word,
  next: Word | undefined,
  opens: boolean,
  background: Background,
): boolean {
  // "The European …", "In May …": a word of grammar that opens a sentence names nobody; "US" does.
  if (opens && STOP_WORDS.has(folded) && !/^\p{Lu}{2,}$/u.test(text)) return false;
  if (!opens || CAPITAL.test(next?.text ?? '')) return true;
  return !background.isWord(folded);
}

/** Behind these, or before a number, "may" is the month; its capital tells it anywhere but where a sentence opens. */
const BEFORE_MONTH = set('in since until till last');

function isMonth({ text, folded }: Word, found: readonly Word[], index: number, opens: boolean): boolean {
  if (folded !== 'may') return CAPITAL.test(text);
  const dated =
    BEFORE_MONTH.has(found[index - 1]?.folded ?? '') || /^\d/.test(found[index + 1]?.folded ?? '');
  return dated || (!opens && text === 'May');
}

function followsPlacer(forms: readonly Form[], index: number): boolean {
  const article = forms[index - 1]?.isArticle ? 1 : 0;
  return forms[index - 1 - article]?.isPlacer ?? false;
}
