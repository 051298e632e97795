// "The chairman" of a text in which one alone is a chairman, and which says so of him after it has named him. Presidents and ministers are
// spoken of so in any text (`phrases.ts`); of others a text must show that it means the one whom it has named.
import { describing, isRole, ofAnother } from '../../corpus/names/offices.ts';
import type { FormData, OfficeData } from '../data.ts';
import type { Mention } from '../reading/mentions.ts';
import type { Gathered, HeadSeen } from '../reading/names-seen.ts';
import { follows, type Word, wordsIn } from '../reading/words.ts';
import { isPast } from './phrases.ts';

/** Offices that a text may call somebody by, whom it has named with them. */
const heads: ReadonlySet<string> = new Set(
  `chairman chairwoman chairperson chair director governor senator mayor ambassador commissioner congressman congresswoman speaker secretary
  administrator undersecretary superintendent sheriff spokesman spokeswoman spokesperson envoy negotiator general admiral colonel commander
  treasurer prosecutor bishop archbishop cardinal rabbi pastor professor dean judge`.split(/\s+/u),
);
/** Most paragraphs have none, and need not be cut into words again. */
const anyHead = new RegExp(`\\b(?:${[...heads].join('|')})\\b`, 'iu');
/** So many words before an office tell whose it is. */
const reach = 5;

/** The words of offices in a paragraph that stand beside no name. */
export function headsIn(text: string, mentions: readonly Mention[], paragraph: number): HeadSeen[] {
  if (!anyHead.test(text)) return [];
  const words = wordsIn(text);
  const taken = mentions.flatMap(({ start, end, office, sort, words: own }) => [
    // "The Judiciary Committee Chairman said": a capital makes no name of it.
    ...(sort === 'name' && !isRole(own.at(-1)?.low ?? '') ? [{ start, end }] : []),
    ...[office, office?.other].flatMap((one) => (one ? [one] : [])),
  ]);
  return words.flatMap((word, at): HeadSeen[] => {
    if (!heads.has(word.low) || goesOn(words, at)) return [];
    if (taken.some(({ start, end }) => start <= word.start && word.end <= end)) return [];
    const own = telling(words, at);
    const alone = own.length === 0 && words[at - 1]?.low === 'the' && follows(word);
    return [{ head: word.low, words: own, alone, paragraph, start: word.start }];
  });
}

/** "The general assembly", "the Ambassador Hotel", "director general": it is no office, or a part of another. */
function goesOn(words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  if (!next || !follows(next) || words[at]?.genitive) return false;
  return next.capital || isRole(next.low) || (words[at]?.low === 'general' && /^\p{Ll}+$/u.test(next.text));
}

/** What stands before an office and behind it and says which one it is. */
function telling(words: readonly Word[], at: number): string[] {
  let from = at;
  while (from > 0 && at - from < reach && follows(words[from]) && isTelling(words[from - 1])) from -= 1;
  const tie = words[at + 1];
  const isTied = tie !== undefined && follows(tie) && /^(?:of|for|at|to)$/u.test(tie.low);
  const behind = isTied ? words.slice(at + 2, at + 2 + reach) : [];
  return [...words.slice(from, at), ...behind].filter(({ low }) => low !== 'the').map(({ low }) => low);
}

function isTelling(word: Word | undefined): boolean {
  if (!word || /^(?:the|as|a|an|by|but|and|when|if)$/u.test(word.low)) return false;
  return (
    word.capital ||
    word.genitive ||
    describing.has(word.low) ||
    /^(?:other|another|new|old|next|former)$/u.test(word.low)
  );
}

/** Another one holds the office that is left of these without their first word; a permanent secretary is seldom called no more than that. */
const lesser = new RegExp(`\\b(?:${ofAnother.join('|')}|permanent|party)\\b`, 'u');

/** Whom the words of offices alone mean in a document. */
export function headsAlone(
  offices: ReadonlyMap<number, readonly OfficeData[]>,
  { heads: seen }: Pick<Gathered, 'heads'>,
): FormData[] {
  return [...Map.groupBy(seen, ({ head }) => head)].flatMap(([head, places]): FormData[] => {
    const [only, ...others] = [...offices].flatMap(([entry, held]) => {
      const own = held.filter(({ role }) => headOf(role) === head);
      return own.length > 0 ? [{ entry, own }] : [];
    });
    const isOne = only && others.length === 0 && isMeant(only.own, places);
    return isOne ? [{ form: `the ${head}`, entry: only.entry, phrase: true }] : [];
  });
}

/** Whether a text that ties an office to somebody means it wherever it says its word, and says so alone behind that. */
function isMeant(own: readonly OfficeData[], places: readonly HeadSeen[]): boolean {
  if (own.some((one) => isPast(one) || lesser.test(one.role))) return false;
  const known = new Set(own.flatMap(({ text }) => wordsIn(text).map(({ low }) => low)));
  if (places.some(({ words }) => words.some((word) => !known.has(word)))) return false;
  const earliest = own.reduce((first, one) => (isBefore(one, first) ? one : first));
  return places.some((place) => place.alone && isBefore(earliest, place));
}

type Place = Pick<OfficeData, 'paragraph' | 'start'>;

function isBefore(a: Place, b: Place): boolean {
  return a.paragraph < b.paragraph || (a.paragraph === b.paragraph && a.start < b.start);
}

function headOf(role: string): string {
  return role.split(' ').at(-1) ?? role;
}
