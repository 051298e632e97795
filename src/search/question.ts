// A question → what it asks for and the terms an answer should hold, each with its weight and its stand-ins.
import { actOf } from './act.ts';
import type { AliasBook, AliasHit } from './aliases.ts';
import type { Background } from './background.ts';
import { FRAMING_WORDS, STOP_WORDS, SYNONYMS } from './lexicon.ts';
import { MARK, marksOf } from './marks.ts';
import { correct } from './spelling.ts';
import { termOf } from './stem.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Word } from './words.ts';
import { words } from './words.ts';

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

export interface QuestionTerm {
  /** The word as typed, for "no source contains …". */
  readonly typed: string;
  readonly term: string;
  /** Place among the question's words. */
  readonly position: number;
  /** Place of its last word: a name of several words is one term. */
  readonly last: number;
  /** Terms that count as this one → how much of it they count, 0..1. Holds `term` itself. */
  readonly standIns: ReadonlyMap<string, number>;
  /** How telling the word is: its surprise in bits-like units, corpus and background taken together. */
  readonly weight: number;
  readonly isName: boolean;
  readonly isNumber: boolean;
  /** Whether any source holds the word or a stand-in; `false` makes it a missing word. */
  readonly known: boolean;
}

export interface Question {
  readonly text: string;
  readonly kind: Kind;
  /** Marks one of which the answer must bear; 0 when the question does not tell. */
  readonly wanted: number;
  readonly terms: readonly QuestionTerm[];
  /** Index in `terms` of the noun asked for ("which *month*", "how many *leaders*"), −1 where there is none. */
  readonly focus: number;
  /** Index in `terms` of what was done ("who *paid*", "what did Merz *answer*"), −1 where unsure. */
  readonly act: number;
  /** Indices in `terms` of who did it, where the question says so. */
  readonly doer: readonly number[];
  /** Index in `terms` of the heaviest term, −1 where there is none. */
  readonly rarest: number;
  readonly negated: boolean;
  /** Folded words of the question in order, grammar included. */
  readonly folded: readonly string[];
}

export interface QuestionReader {
  readonly aliases: AliasBook;
  readonly background: Background;
  readonly vocabulary: Vocabulary;
}

/** What a stand-in counts of the word itself. Synonym and relative: leave-one-article-out top-1 stays within half a point from 0.4 to 0.6 and 0.5 to 0.85; the others are judgement. */
const COUNTS = {
  alias: 1,
  relative: 0.7,
  synonym: 0.5,
  phrase: 0.6,
  misspelt: 0.85,
  joined: 1,
  part: 0.4,
} as const;

/** A framing word ("called", "type") is covered or missing by chance: it keeps a quarter of its weight. */
const FRAMING_SHARE = 0.25;

/**
 * The background counts as this many passages (20, 60, 150 and 300 rank within half a point of each other). Against 22 passages it decides (their own counts say little), against
 * 10,000 the corpus does.
 */
const BACKGROUND_PASSAGES = 100;

const synonymsOf = ((): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, Set<string>>();
  for (const line of SYNONYMS)
    for (const word of line) {
      const others = found.get(termOf(word)) ?? new Set();
      for (const other of line) others.add(termOf(other));
      found.set(termOf(word), others);
    }
  return found;
})();

export function readQuestion(text: string, reader: QuestionReader): Question {
  const found = words(text);
  const folded = found.map((word) => word.folded);
  const opens = found.map((_, index) => index === 0);
  const marks = marksOf(text, found, opens, reader.background);
  const asked = askedFor(folded);
  const terms = termsOf(text, found, marks, asked.skip, reader);
  const termAt = (position: number): number =>
    terms.findIndex((term) => position >= term.position && position <= term.last);
  const { act, doer } = actOf(
    folded,
    (index) => terms[termAt(index)]?.isName ?? false,
    asked.wh,
    reader.background,
  );
  return {
    text,
    kind: asked.kind,
    wanted: asked.wanted,
    terms,
    focus: terms.findIndex(({ position }) => position === asked.focus),
    act: termAt(act),
    doer: [...new Set(doer.map(termAt))].filter((at) => at >= 0),
    rarest: terms.reduce(
      (winner, { weight }, at) => (weight > (terms[winner]?.weight ?? -1) ? at : winner),
      -1,
    ),
    negated: marks.some((mark) => mark & MARK.negation),
    folded,
  };
}

function termsOf(
  text: string,
  found: readonly Word[],
  marks: Uint16Array,
  skip: number,
  reader: QuestionReader,
): QuestionTerm[] {
  const hits = reader.aliases.find(found);
  // A single word with near synonyms stays a word; a phrase, like a name, is one term.
  const names = nonOverlapping(hits.filter(({ from, to, synonym }) => !synonym || to > from));
  const groups = new Map(names.map((name) => [name.from, name]));
  const inside = new Set(
    names.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, step) => from + step + 1)),
  );

  const addressed =
    /^(?:tell|show|give|explain)$/.test(found[0]?.folded ?? '') && /^(?:me|us)$/.test(found[1]?.folded ?? '')
      ? 0
      : -1;
  let kept = found
    .map((word, position) => ({ word, position }))
    .filter(
      ({ word, position }) =>
        position !== skip &&
        position !== addressed &&
        !inside.has(position) &&
        (!STOP_WORDS.has(word.folded) || groups.has(position)),
    );
  // "Who are they?" has nothing but grammar: then grammar is all there is to go by.
  if (kept.length === 0) kept = found.map((word, position) => ({ word, position }));

  const terms: QuestionTerm[] = [];
  for (const { word, position } of kept) {
    const term = termOf(word.folded);
    if (terms.some((earlier) => earlier.term === term)) continue;
    const name = groups.get(position);
    const last = name?.to ?? position;
    const standIns =
      last > position
        ? nameStandIns(found.slice(position, last + 1), name, reader)
        : standInsOf(
            word,
            term,
            hits.filter(({ from, to }) => from === position && to === position),
            found[position + 1],
            found[position - 1],
            reader,
          );
    const known = [...standIns.keys()].some((each) => reader.vocabulary.has(each));
    const mark = marks[position] ?? 0;
    terms.push({
      typed: text.slice(word.start, found[last]?.end),
      term,
      position,
      last,
      standIns,
      weight: weightOf(standIns, term, reader) * (FRAMING_WORDS.has(word.folded) ? FRAMING_SHARE : 1),
      isName:
        (mark & (MARK.name | MARK.people)) !== 0 || name?.synonym === false || reader.vocabulary.isName(term),
      isNumber: (mark & MARK.number) !== 0 && /\d/.test(word.folded),
      known,
    });
  }
  return terms;
}

function nonOverlapping(hits: readonly AliasHit[]): AliasHit[] {
  let end = -1;
  return hits.filter(({ from, to }) => {
    if (from <= end) return false;
    end = to;
    return true;
  });
}

/** "Italy's prime minister" is Meloni's name in full; "prime" or "Italian" alone is a part of it. */
function nameStandIns(
  parts: readonly Word[],
  name: AliasHit | undefined,
  { vocabulary }: QuestionReader,
): Map<string, number> {
  const standIns = new Map<string, number>();
  for (const { folded } of parts) if (!STOP_WORDS.has(folded)) standIns.set(termOf(folded), COUNTS.part);
  if (name && vocabulary.has(name.term)) standIns.set(name.term, worthOf(name));
  return standIns;
}

function standInsOf(
  word: Word,
  term: string,
  groups: readonly AliasHit[],
  next: Word | undefined,
  previous: Word | undefined,
  { vocabulary, background }: QuestionReader,
): Map<string, number> {
  const standIns = new Map([[term, 1]]);
  const add = (other: string, count: number): void => {
    if (vocabulary.has(other)) standIns.set(other, Math.max(count, standIns.get(other) ?? 0));
  };
  for (const group of groups) add(group.term, worthOf(group));
  for (const relative of vocabulary.relatives(term)) add(relative, COUNTS.relative);
  for (const synonym of synonymsOf.get(term) ?? []) add(synonym, COUNTS.synonym);
  // "cease fire" for "ceasefire"
  if (next) add(termOf(word.folded + next.folded), COUNTS.joined);
  if (previous) add(termOf(previous.folded + word.folded), COUNTS.joined);
  if (standIns.size === 1 && !vocabulary.has(term) && !background.isWord(word.folded))
    for (const meant of correct(word.folded, vocabulary)) add(meant, COUNTS.misspelt);
  return standIns;
}

function worthOf({ synonym }: AliasHit): number {
  return synonym ? COUNTS.phrase : COUNTS.alias;
}

function weightOf(
  standIns: ReadonlyMap<string, number>,
  term: string,
  { vocabulary, background }: QuestionReader,
): number {
  // A misspelt or renamed word is as telling as what it stands for.
  const written = vocabulary.has(term)
    ? term
    : ([...standIns.keys()].find((each) => vocabulary.has(each)) ?? term);
  const passages = vocabulary.passagesWith(written) + BACKGROUND_PASSAGES * background.share(written);
  return Math.log((vocabulary.size + BACKGROUND_PASSAGES + 1) / (passages + 0.5));
}

interface Asked {
  readonly kind: Kind;
  readonly wanted: number;
  /** Index of the word that asks, and of the noun asked for. */
  readonly wh: number;
  readonly focus: number;
  /** A word that tells only the kind ("in which *month*") and is not expected in the answer, −1 for none. */
  readonly skip: number;
}

const WHEN = MARK.year | MARK.month | MARK.weekday | MARK.period | MARK.event;
const WHO = MARK.name | MARK.role;
const NOUN_KINDS: readonly (readonly [RegExp, Kind, number])[] = [
  [/^months?$/, 'time', MARK.month],
  [/^years?$/, 'time', MARK.year],
  [/^weekdays?$/, 'time', MARK.weekday],
  [/^days?$/, 'time', MARK.weekday | MARK.month],
  [/^(?:date|time|century|centuries|decade|era|period)s?$/, 'time', WHEN],
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

function askedFor(folded: readonly string[]): Asked {
  const wh = whIndex(folded);
  const word = folded[wh];
  const next = folded[wh + 1] ?? '';
  if (word === 'who' || word === 'whom' || word === 'whose')
    return { kind: 'person', wanted: WHO, wh, focus: -1, skip: -1 };
  if (word === 'when') return { kind: 'time', wanted: WHEN, wh, focus: -1, skip: -1 };
  if (word === 'where')
    return { kind: 'place', wanted: MARK.placed | MARK.somewhere, wh, focus: -1, skip: -1 };
  if (word === 'why') return { kind: 'reason', wanted: MARK.reason, wh, focus: -1, skip: -1 };
  if (word === 'how') return howKind(next, wh);
  if (word === 'what' || word === 'which') return whatKind(folded, wh);
  const yes = /^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|must|may)$/.test(
    folded[0] ?? '',
  );
  return { kind: yes ? 'whether' : 'other', wanted: 0, wh: -1, focus: -1, skip: -1 };
}

function whIndex(folded: readonly string[]): number {
  const asks = (pattern: RegExp): number => folded.findIndex((word) => pattern.test(word));
  // "When steam escapes, what happens?" asks what: when, where, why and a bare "how" are read last.
  const first = asks(/^(?:what|which|who|whom|whose)$/);
  return first >= 0 ? first : asks(/^(?:how|when|where|why)$/);
}

function howKind(next: string, wh: number): Asked {
  if (next === 'many') return { kind: 'number', wanted: MARK.number, wh, focus: wh + 2, skip: -1 };
  if (next === 'much')
    return { kind: 'number', wanted: MARK.number | MARK.money | MARK.percent, wh, focus: -1, skip: -1 };
  if (next === 'long') return { kind: 'time', wanted: MARK.period | MARK.event, wh, focus: -1, skip: wh + 1 };
  if (next === 'old') return { kind: 'number', wanted: MARK.number, wh, focus: -1, skip: -1 };
  if (/^(?:far|big|large|tall|fast|often|high|deep|wide|heavy)$/.test(next))
    return { kind: 'number', wanted: MARK.number | MARK.period, wh, focus: -1, skip: wh + 1 };
  return { kind: 'manner', wanted: MARK.manner, wh, focus: -1, skip: -1 };
}

function whatKind(folded: readonly string[], wh: number): Asked {
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
      return { kind: noun[1], wanted: noun[2], wh, focus: index, skip: noun[1] === 'person' ? -1 : index };
  }
  return { kind: 'thing', wanted: 0, wh, focus: wh + 1, skip: -1 };
}
