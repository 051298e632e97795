// Near duplicates: whether two questions ask the same. How a text is read is told from outside (the search knows words and vectors).
import type { QuestionRow } from '../store/desk-tables.ts';
import type { Database } from '../store/tables.ts';
import { open, standing } from './states.ts';

/** A question read for comparing. */
export interface Gist {
  /** What is asked for: a person, a time, a reason …, and whether the question is negated. */
  readonly asks: string;
  /** The words that carry the subject, in the form in which they are compared. */
  readonly words: ReadonlySet<string>;
  /** Those of the words that leave no room, names and numbers: the other question must hold them too. */
  readonly firm: ReadonlySet<string>;
  /** What can be compared where words cannot. */
  readonly across: Across;
}

/** What is compared with a question in other words or in another language. */
interface Across {
  readonly language: string;
  readonly kind: string;
  readonly numbers: ReadonlySet<string>;
  readonly words: readonly Filed[];
  readonly names: readonly Filed[];
}

/** A word in lower case without accents, and the form in which it is compared within its language. */
interface Filed {
  readonly folded: string;
  readonly term: string;
}

export type ReadGist = (text: string) => Gist;

/** Of other questions, by their text, how near their meaning is (the cosine of their vectors), as far as it is known. */
export type Nearness = ReadonlyMap<string, number>;

/** Of the words of both together, so many must be common to both: one in five may differ. */
const enough = 0.8;

/**
 * From this cosine on two questions that ask for the same kind of thing, with the same names and numbers, ask the same. Across
 * scripts all lie farther apart. Chosen with 24 questions of rooms for choosing, each written anew in five languages. With 24 of rooms for
 * measuring, whose figures were seen while these rules were made, .46 are found in other words, .53 in another language of the same
 * script and .48 across scripts; 1.0% of questions (16 of 1,541) find one among some 50 others on the same talks, and some of those do
 * ask the same. By the cosine alone 8.5% would. `npm run eval:likeness` measures it again.
 */
const near = { ofOneScript: 0.7, acrossScripts: 0.65 } as const;

/** The last so many questions of a desk are compared; an older one is asked again. */
const mostCompared = 500;

/** From 0 to 1: how much of what two questions ask is the same; 0 where they ask for different things or names. */
export function likeness(one: Gist, other: Gist): number {
  if (one.asks !== other.asks) return 0;
  if (!one.firm.isSubsetOf(other.words) || !other.firm.isSubsetOf(one.words)) return 0;
  const all = one.words.size + other.words.size;
  if (all === 0) return 0;
  return (2 * one.words.intersection(other.words).size) / all;
}

/** Whether two questions ask the same by their meaning, whatever their words and languages. */
function meansTheSame(one: Gist, other: Gist, cosine: number): boolean {
  return cosine >= leastCosine(one, other) && mayBeTheSame(one, other);
}

/** How near two questions must lie. */
export function leastCosine({ across: one }: Gist, { across: other }: Gist): number {
  return isCyrillic(one) === isCyrillic(other) ? near.ofOneScript : near.acrossScripts;
}

/** Whether two questions ask for the same kind of thing, with the same numbers and, where one script writes both, the same names. */
export function mayBeTheSame({ across: one }: Gist, { across: other }: Gist): boolean {
  if (one.kind !== other.kind || one.numbers.symmetricDifference(other.numbers).size > 0) return false;
  return isCyrillic(one) !== isCyrillic(other) || (holdsNames(one, other) && holdsNames(other, one));
}

const isCyrillic = ({ language }: Across): boolean => language === 'uk';

/** Whether each name of one question may be a word of the other. In German only another German question tells names from nouns. */
function holdsNames({ names, language }: Across, other: Across): boolean {
  if (language === 'de' && other.language !== 'de') return true;
  const isIt = language === other.language ? isSame : mayBeSame;
  return names.every((name) => other.words.some((word) => isIt(name, word)));
}

const isSame = (one: Filed, other: Filed): boolean => one.term === other.term;

/** Languages write a name each in their own way ("Kyiv", "Kiew", "Kijów"; "Zelensky", "Selenskyj"); a short form may not be there. */
function mayBeSame({ folded: one }: Filed, { folded: other }: Filed): boolean {
  if (one.length < 3 || one[0] === other[0]) return true;
  return Array.from({ length: Math.max(0, one.length - 3) }, (_, at) => one.slice(at, at + 4)).some((part) =>
    other.includes(part),
  );
}

interface DeskOf {
  readonly guild: string;
  readonly channel: string;
}

/** The questions of a desk that another one is compared with, the last first. */
export async function compared(
  database: Database,
  { guild, channel }: DeskOf,
): Promise<Pick<QuestionRow, 'number' | 'text' | 'state' | 'chosen'>[]> {
  return database
    .selectFrom('questions')
    .where('guild', '=', guild)
    .where('channel', '=', channel)
    .where('state', 'in', standing)
    .where('erased_at', 'is', null)
    .orderBy('number', 'desc')
    .limit(mostCompared)
    .select(['number', 'text', 'state', 'chosen'])
    .execute();
}

/** It says that the sources do not answer, or is on its way to. */
function saysNone({ state, chosen }: Pick<QuestionRow, 'state' | 'chosen'>): boolean {
  return !open.includes(state) && chosen === '[]';
}

interface Asked {
  readonly text: string;
  readonly nearness: Nearness;
  readonly answered: boolean;
}

/** The number of the question of a desk that asks the same, the likest first, if any: by its words, or else by its meaning. */
export async function duplicateOf(
  change: Database,
  { text, nearness, answered, ...desk }: DeskOf & Asked,
  read: ReadGist,
): Promise<number | undefined> {
  const gist = read(text);
  const all = await compared(change, desk);
  // What the sources answer now is not led to where they did not.
  const fitting = answered ? all.filter((row) => !saysNone(row)) : all;
  const rows = fitting.map((row) => ({ ...row, gist: read(row.text) }));
  const byWords = likest(rows, (row) => likeness(gist, row.gist));
  if (byWords && byWords.likeness >= enough) return byWords.number;
  const alike = rows.filter((row) => meansTheSame(gist, row.gist, nearness.get(row.text) ?? 0));
  return likest(alike, (row) => nearness.get(row.text) ?? 0)?.number;
}

/** Of several that are equally like the first. */
function likest<Row extends { readonly number: number }>(
  rows: readonly Row[],
  likenessOf: (row: Row) => number,
): { number: number; likeness: number } | undefined {
  return rows
    .map((row) => ({ number: row.number, likeness: likenessOf(row) }))
    .reduce<{ number: number; likeness: number } | undefined>(
      (best, each) => (best && best.likeness >= each.likeness ? best : each),
      undefined,
    );
}
