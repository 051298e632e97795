// The section of rooms: texts that nobody tuned for, of every kind, in five languages.
import { labelOf } from '../../src/corpus/passages.ts';
import type { SectionOptions } from './corpus-section.ts';
import { asWritten, dresses, undressed } from './dresses.ts';
import {
  type Among,
  askAlone,
  askTogether,
  drawn,
  groupsOf,
  questionsOf,
  type RoomOutcome,
} from './measure-rooms.ts';
import { figuresOf, type OutcomeFigures } from './outcomes.ts';
import {
  confidenceData,
  confidenceTables,
  dressTable,
  type Row,
  type Section,
  type Table,
  withInterval,
} from './report.ts';
import { type Part, partOf, placeOf, type Room, withCommonKinds } from './rooms.ts';
import type { Way } from './ways.ts';

export interface RoomsOptions extends SectionOptions {
  readonly part: Part;
  readonly together?: boolean | undefined;
  /** What stands beside them, where all are one collection. */
  readonly among?: Among | undefined;
  /** So many rooms at most, those whose names come first by their hash: the same every time. */
  readonly limit?: number | undefined;
}

/** Questions of other parts' rooms, asked of the rooms together. 300 tell 1.3 points at a share of .98. */
const offSubject = 300;

export async function roomsSection(given: readonly Room[], options: RoomsOptions): Promise<Section> {
  const { ways: asked, among } = options;
  const asking = { ways: asked, among, dresses: options.dresses ? dresses : undressed };
  const rooms = chosen(given, options);
  const off = drawn(questionsOf(given.filter((room) => partOf(room) !== options.part)), offSubject);
  const outcomes = options.together ? await askTogether(rooms, off, asking) : await askAlone(rooms, asking);
  const drowned = among ? `, among ${among.passages} other passages` : '';
  const how = options.together ? `all as one collection${drowned}` : 'each alone';
  const ways = options.ways.map((way) => [way, outcomes.filter((one) => one.way === way)] as const);
  const written = outcomes.filter(({ dress }) => dress === asWritten);
  const wrong = options.showErrors ? written.filter(({ way }) => way.judges).flatMap(wrongOf) : [];
  return {
    title: `${rooms.length} rooms of the part "${options.part}", ${how}`,
    tables: [groupTable(written, options.ways), ...ways.flatMap(([way, own]) => tablesOf(way, own, options))],
    errors: wrong.map(errorText),
    data: {
      part: options.part,
      together: options.together === true,
      among: among?.passages ?? 0,
      ...dataOf(written, options.ways),
      errors: wrong,
    },
  };
}

function chosen(given: readonly Room[], { part, limit }: RoomsOptions): Room[] {
  const rooms = given.filter((room) => partOf(room) === part);
  const byPlace = rooms.sort((a, b) => placeOf(a.name) - placeOf(b.name));
  return withCommonKinds(byPlace.slice(0, limit));
}

/** The ways of asking under each other for each group of questions, so that a gain is seen where it is. */
function groupTable(outcomes: readonly RoomOutcome[], ways: readonly Way[]): Table {
  const rows = [...groupsOf(outcomes)].flatMap(([group, all]) =>
    ways.map((way): [string, Row] => {
      const figures = figuresOf(all.filter((one) => one.way === way));
      return [`${group}, ${way.name}`, rowOf(figures, way)];
    }),
  );
  return {
    title: 'all; language of question and documents; kind of text (figure, 95% interval)',
    rows: Object.fromEntries(rows),
  };
}

function rowOf(figures: OutcomeFigures, { judges }: Way): Row {
  return {
    answerable: figures.answerable,
    first: withInterval(figures.first),
    ...(judges && { 'first and said': withInterval(figures.firstAndSaid) }),
    ...(judges && figures.sentence && { sentence: withInterval(figures.sentence) }),
    unanswerable: figures.unanswerable,
    ...(judges && {
      'silent on': withInterval(figures.silentOn),
      ...(figures.silentOff && { 'silent off': withInterval(figures.silentOff) }),
    }),
    AUROC: withInterval(figures.auroc),
    'AUROC of right': withInterval(figures.aurocRight),
  };
}

function tablesOf(way: Way, outcomes: readonly RoomOutcome[], options: RoomsOptions): Table[] {
  if (!way.judges) return [];
  const written = outcomes.filter(({ dress }) => dress === asWritten);
  const inDress = options.dresses ? [dressTable(way.name, outcomes)] : [];
  return [...confidenceTables([way.name, written]), ...inDress];
}

function dataOf(outcomes: readonly RoomOutcome[], ways: readonly Way[]): Record<string, unknown> {
  const figures = ways.map((way) => {
    const own = outcomes.filter((one) => one.way === way);
    const groups = [...groupsOf(own)].map(([group, all]) => [group, figuresOf(all)] as const);
    return [
      way.name,
      { groups: Object.fromEntries(groups), ...(way.judges && confidenceData(own)) },
    ] as const;
  });
  return { ways: Object.fromEntries(figures) };
}

interface Wrong {
  readonly way: string;
  readonly kind: 'wrong passage' | 'no answer' | 'wrongly answered';
  readonly room: string;
  readonly question: string;
  readonly confidence: number;
  readonly shown: string;
  readonly text: string;
  readonly expected: readonly string[];
}

function wrongOf(one: RoomOutcome): Wrong[] {
  const kind = errorOf(one);
  if (!kind) return [];
  const { room, question, reply, way, confidence } = one;
  const [first] = reply.passages;
  const text = first ? first.text.slice(reply.sentence?.start, reply.sentence?.end) : '';
  const expected =
    one.sort === 'answerable'
      ? question.gold.map((number) => `${number}: ${room.passages[number]?.text ?? ''}`)
      : [];
  const shown = first ? labelOf(first) : '';
  return [
    { way: way.name, kind, room: room.name, question: question.text, confidence, shown, text, expected },
  ];
}

function errorOf({ sort, right, answered }: RoomOutcome): Wrong['kind'] | undefined {
  if (sort !== 'answerable') return answered ? 'wrongly answered' : undefined;
  if (!right) return 'wrong passage';
  return answered ? undefined : 'no answer';
}

function errorText({ way, kind, room, question, confidence, shown, text, expected }: Wrong): string {
  return [
    `${kind}  ${way}  ${room}  ${question}`,
    `  ${confidence.toFixed(3)}  ${shown}: ${text}`,
    ...expected.map((passage) => `  expected ${passage}`),
    '',
  ].join('\n');
}
