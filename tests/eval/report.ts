// What an evaluation prints: sections of tables, or the same as JSON.
import { Console } from 'node:console';
import { asWritten } from './dresses.ts';
import type { Measured } from './measures.ts';
import { curve, figuresOf, type Outcome, reliability, thresholdAt } from './outcomes.ts';

export type Row = Readonly<Record<string, string | number>>;

export interface Table {
  readonly title: string;
  readonly rows: Readonly<Record<string, Row>>;
}

export interface Section {
  readonly title: string;
  /** What the tables come to, for who does not read tables. */
  readonly inWords?: readonly string[];
  readonly tables: readonly Table[];
  /** The questions that went wrong, where they are wanted. */
  readonly errors: readonly string[];
  /** The same as data, for `--json`. */
  readonly data: Readonly<Record<string, unknown>>;
}

export function printSections(sections: readonly Section[]): void {
  const console = new Console(process.stdout);
  for (const { title, inWords = [], tables, errors } of sections) {
    console.log(`\n# ${title}`);
    for (const line of inWords) console.log(`\n${line}`);
    for (const table of tables) {
      console.log(`\n${table.title}`);
      console.table(table.rows);
    }
    for (const error of errors) console.log(error);
  }
}

/** How one question went: whether anything answers it, whether it was answered, and whether with the passage that does. */
export interface Went {
  readonly isAnswerable: boolean;
  readonly isAnswered: boolean;
  readonly isRight: boolean;
}

/** The counts of one way in a sentence. */
export function inWords(name: string, went: readonly Went[]): string {
  const can = went.filter(({ isAnswerable }) => isAnswerable);
  const cannot = went.filter(({ isAnswerable }) => !isAnswerable);
  const count = (of: readonly Went[], holds: (one: Went) => boolean): number => of.filter(holds).length;
  const right = count(can, ({ isAnswered, isRight }) => isAnswered && isRight);
  const silent = count(can, ({ isAnswered }) => !isAnswered);
  const parts = [
    can.length > 0 &&
      `of ${can.length} that the documents answer, ${right} got the right passage as the answer, ` +
        `${can.length - right - silent} another one, ${silent} none`,
    cannot.length > 0 &&
      `of ${cannot.length} that they do not answer, ${count(cannot, ({ isAnswered }) => isAnswered)} got one all the same`,
  ];
  return `${name}: ${parts.filter((part) => part !== false).join('; ')}.`;
}

export function printJson(sections: readonly Section[]): void {
  const data = sections.map(({ title, data: figures }) => ({ title, ...figures }));
  process.stdout.write(`${JSON.stringify({ sections: data })}\n`);
}

/** Three digits, as the published figures have them. */
export function percent(share: number | undefined): string {
  return share === undefined ? '–' : share.toFixed(3);
}

/** `.873 .79–.93`: a figure with its 95% interval. */
export function withInterval(figure: Measured | undefined): string {
  if (!figure) return '–';
  return `${short(figure.value, 3)} ${short(figure.low, 2)}–${short(figure.high, 2)}`;
}

function short(value: number, digits: number): string {
  return value.toFixed(digits).replace(/^0/, '');
}

/** Outcomes of one way of asking, or of one dress. */
export type Named<O extends Outcome = Outcome> = readonly (readonly [name: string, outcomes: readonly O[]])[];

const grid = Array.from({ length: 19 }, (_, index) => (index + 1) / 20);
/** The share of silence on the subject at which the threshold is chosen. */
const wantedSilence = 0.88;

/** How far the confidence can be believed, and what other thresholds would give. */
export function confidenceTables([name, outcomes]: Named[number]): Table[] {
  const bins = reliability(outcomes).map(({ from, questions, confidence, right }): [string, Row] => [
    `${from.toFixed(1)}–${(from + 0.1).toFixed(1)}`,
    questions === 0
      ? { questions }
      : { questions, 'mean confidence': percent(confidence), right: withInterval(right) },
  ]);
  return [
    { title: `${name}: how sure, and how often right`, rows: Object.fromEntries(bins) },
    { title: `${name}: what each threshold of the confidence gives`, rows: curveRows(outcomes) },
  ];
}

/** The last row has the lowest threshold that is silent often enough; it was chosen on these very questions. */
function curveRows(outcomes: readonly Outcome[]): Record<string, Row> {
  const chosen = thresholdAt(outcomes, wantedSilence);
  const points = curve(outcomes, [...grid, chosen]);
  return Object.fromEntries(
    points.map(({ threshold, rightAndSaid, silentOn, silentOff }, index) => [
      index < grid.length ? threshold.toFixed(2) : `${threshold.toFixed(4)}, silent on at ${wantedSilence}`,
      {
        'right and said': percent(rightAndSaid),
        'silent on': percent(silentOn),
        ...(silentOff !== undefined && { 'silent off': percent(silentOff) }),
      },
    ]),
  );
}

/** The same as data. */
export function confidenceData(outcomes: readonly Outcome[]): Record<string, unknown> {
  return {
    reliability: reliability(outcomes),
    curve: curve(outcomes, [...grid, thresholdAt(outcomes, wantedSilence)]),
  };
}

/** Each dress of the questions, and how far the one that differs most is from the questions as written. */
export function dressTable(name: string, outcomes: readonly (Outcome & { dress: string })[]): Table {
  const byDress = [...Map.groupBy(outcomes, ({ dress }) => dress)].map(
    ([dress, each]) => [dress, figuresOf(each)] as const,
  );
  const written = byDress.find(([dress]) => dress === asWritten)?.[1];
  const figures = {
    'right and said': 'firstAndSaid',
    'silent on': 'silentOn',
    'silent off': 'silentOff',
  } as const;
  const rows = byDress.map(([dress, of]): [string, Row] => [
    dress,
    mapped(figures, (figure) => withInterval(of[figure])),
  ]);
  const largest = mapped(figures, (figure) => {
    const values = byDress.map(([, of]) =>
      Math.abs((of[figure]?.value ?? 0) - (written?.[figure]?.value ?? 0)),
    );
    return percent(Math.max(...values));
  });
  return {
    title: `${name}: the same questions in other dress`,
    rows: { ...Object.fromEntries(rows), 'largest difference': largest },
  };
}

function mapped<V>(record: Readonly<Record<string, V>>, of: (value: V) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, of(value)]));
}
