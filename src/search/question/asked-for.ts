// What a question asks for: a person, a place, a time, a number, a reason …, and the marks that an answer must bear.
import { ASKING_WORDS } from '../../corpus/text/asking-words.ts';
import { MARK } from '../text/marks.ts';

export type Kind =
  | 'person'
  | 'place'
  | 'time'
  | 'number'
  | 'reason'
  | 'manner'
  | 'thing'
  | 'whether'
  | 'other';

export interface AskedFor {
  readonly kind: Kind;
  readonly wanted: number;
  /** Index of the word that asks, and of the noun asked for. */
  readonly wh: number;
  readonly focus: number;
  /** Words that tell only the kind ("in which *month*", "how *often*") and are not expected in the answer. */
  readonly skip: readonly number[];
}

const WHEN = MARK.year | MARK.month | MARK.weekday | MARK.period | MARK.event;
/** "for several months", "until …", "has long …". */
const LASTING = MARK.period | MARK.event | MARK.often;
const WHO = MARK.name | MARK.role;
const NOUN_KINDS: readonly (readonly [RegExp, Kind, number])[] = [
  [/^months?$/, 'time', MARK.month],
  [/^years?$/, 'time', MARK.year],
  [/^weekdays?$/, 'time', MARK.weekday],
  [/^days?$/, 'time', MARK.weekday | MARK.month],
  [/^(?:date|deadline|time|hour|century|centuries|decade|era|period)s?$/, 'time', WHEN],
  [/^(?:city|cities|place|location|town|venue|building|hotel)s?$/, 'place', MARK.placed],
  [/^(?:country|countries|region|state|continent|capital|island|province)s?$/, 'place', MARK.name],
  [
    /^(?:number|amount|population|size|age|height|length|speed|rate|temperature|distance|figure)s?$/,
    'number',
    MARK.number,
  ],
  [/^(?:percentage|percent|share|proportion|fraction)s?$/, 'number', MARK.percent | MARK.number],
  [/^(?:price|cost|sum|budget)s?$/, 'number', MARK.money | MARK.number],
  [
    /^(?:person|people|leader|president|minister|king|scientist|man|woman|politician|author|engineer|chancellor|senator|official|diplomat)s?$/,
    'person',
    WHO,
  ],
  [/^(?:reason|purpose|cause|motive)s?$/, 'reason', 0],
];

const KIND_OF: ReadonlyMap<string, Kind> = new Map(
  ASKING_WORDS.en.flatMap(([kind, listed]) => listed.map((word) => [word, kind] as const)),
);

/** Reads the kind off the word that asks and the noun behind it. `folded` are the question's words. */
export function askedFor(folded: readonly string[]): AskedFor {
  const wh = whIndex(folded);
  const kind = KIND_OF.get(folded[wh] ?? '');
  const plain = { wh, focus: -1, skip: [] };
  switch (kind) {
    case 'person':
      return { kind, wanted: WHO, ...plain };
    case 'time':
      return { kind, wanted: isSince(folded[wh - 1]) ? WHEN | LASTING : WHEN, ...plain };
    case 'place':
      // "Where does Italy stand on …" asks for no place.
      if (folded[wh] === 'where' && folded.includes('stand')) return { kind: 'thing', wanted: 0, ...plain };
      return { kind, wanted: MARK.placed | MARK.somewhere, ...plain };
    case 'reason':
      return { kind, wanted: MARK.reason, ...plain };
    case 'manner':
      return howKind(folded, wh);
    case 'thing':
      return whatKind(folded, wh);
    default:
      return { kind: asksWhether(folded[0]) ? 'whether' : 'other', wanted: 0, ...plain };
  }
}

const isSince = (before = ''): boolean => /^(?:since|until|till|from)$/.test(before);

const asksWhether = (first = ''): boolean =>
  /^(?:(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|must|may|whether|if)|\p{L}+n't)$/u.test(
    first,
  );

const READ_FIRST: ReadonlySet<Kind | undefined> = new Set(['person', 'thing'] as const);

function whIndex(folded: readonly string[]): number {
  // "When steam escapes, what happens?" asks what: when, where, why and a bare "how" are read last.
  const first = folded.findIndex((word) => READ_FIRST.has(KIND_OF.get(word)));
  return first >= 0 ? first : folded.findIndex((word) => KIND_OF.has(word));
}

function howKind(folded: readonly string[], wh: number): AskedFor {
  const next = folded[wh + 1] ?? '';
  if (next === 'often' || next === 'frequently' || (next === 'many' && folded[wh + 2] === 'times'))
    return {
      kind: 'time',
      wanted: MARK.often | MARK.period,
      wh,
      focus: -1,
      skip: [wh + 1, wh + 2].filter((at) => /^(?:often|frequently|many|times)$/.test(folded[at] ?? '')),
    };
  if (next === 'many') return { kind: 'number', wanted: MARK.number, wh, focus: wh + 2, skip: [] };
  if (next === 'much')
    return { kind: 'number', wanted: MARK.number | MARK.money | MARK.percent, wh, focus: -1, skip: [] };
  if (next === 'long') return { kind: 'time', wanted: LASTING, wh, focus: -1, skip: [wh + 1] };
  if (next === 'old') return { kind: 'number', wanted: MARK.number, wh, focus: -1, skip: [] };
  if (/^(?:far|big|large|tall|fast|often|high|deep|wide|heavy)$/.test(next))
    return { kind: 'number', wanted: MARK.number | MARK.period, wh, focus: -1, skip: [wh + 1] };
  return { kind: 'manner', wanted: MARK.manner, wh, focus: -1, skip: [] };
}

function whatKind(folded: readonly string[], wh: number): AskedFor {
  // "what was the month of …", "what year", "in what German city": the noun stands within four words.
  for (let index = wh + 1; index <= Math.min(wh + 4, folded.length - 1); index += 1) {
    const word = folded[index] ?? '';
    const close =
      index === wh + 1 ||
      folded
        .slice(wh + 1, index)
        .every((each) => /^(?:is|was|are|were|the|other|exact|first|last|total)$/.test(each));
    const noun = close ? NOUN_KINDS.find(([pattern]) => pattern.test(word)) : undefined;
    if (noun)
      return { kind: noun[1], wanted: noun[2], wh, focus: index, skip: skipped(folded, index, noun[1]) };
  }
  // "What kind of *peace*": not the kind but the noun behind it is asked for.
  const sort = /^(?:kind|sort|type)s?$/.test(folded[wh + 1] ?? '') && folded[wh + 2] === 'of';
  return { kind: 'thing', wanted: 0, wh, focus: sort ? wh + 3 : wh + 1, skip: sort ? [wh + 1] : [] };
}

/** "on which *day* of the *week*": both tell the kind. A person's office is expected in the answer. */
function skipped(folded: readonly string[], noun: number, kind: Kind): number[] {
  if (kind === 'person') return [];
  return /^(?:of the (?:week|month|year))$/.test(folded.slice(noun + 1, noun + 4).join(' '))
    ? [noun, noun + 3]
    : [noun];
}
