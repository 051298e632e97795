// npm run fit -- --rooms FOLDER …   Fits what words, vectors and reader are worth beside each other (src/search/answering/fusion.ts), on the
// rooms that are kept for choosing, each alone and all together, and writes src/search/answering/fusion-weights.ts; and how a score of the model
// becomes how sure it is, into model.json.
import { Console } from 'node:console';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import type { Passage } from '../src/corpus/passages.ts';
import { openModel } from '../src/reading/model.ts';
import { shippedModel } from '../src/reading/model-files.ts';
import { openSearch, type Search } from '../src/search/answer.ts';
import {
  CONFIDENCE_EVIDENCE,
  confidenceEvidence,
  confidenceOf,
  type Fused,
  type FusionWeights,
  LEAD_EVIDENCE,
  type Lead,
  MOST_READ,
  ORDER_EVIDENCE,
  worthReading,
} from '../src/search/answering/fusion.ts';
import { FUSED } from '../src/search/answering/fusion-weights.ts';
import type { Question } from '../src/search/question/question.ts';
import { weigh } from '../src/search/ranking/weigh.ts';
import { collectionOf, type RoomCollection } from '../tests/eval/room-collection.ts';
import { partOf, placeOf, type Room, readRooms } from '../tests/eval/rooms.ts';
import { fitChoice, fitLogistic, named } from './training/fit.ts';

/** Here no question is late: a busy machine would change the figures. */
const patient = 600_000;

/** So many questions off the subject are asked of all rooms together, and of each alone. */
const offTogether = 400;
const offAlone = 10;

/** The share of questions on the subject without an answer that must meet silence. */
const silence = 0.88;

interface Options {
  readonly rooms: readonly string[];
  readonly model?: string;
  readonly shelf?: string;
  readonly limit?: number;
  readonly rows?: string;
  readonly write: boolean;
}

/** A question with all that was considered for it. */
interface Seen {
  readonly question: Question;
  readonly language: string;
  /** Indices of the passages that answer. */
  readonly gold: ReadonlySet<number>;
  readonly leads: readonly Lead[];
  readonly fused: readonly Fused[];
  readonly together: boolean;
  /** The text of a passage. */
  readonly textOf: (index: number) => string;
}

const console = new Console(process.stdout);
const program = new Command('fit')
  .requiredOption('--rooms <folder...>', 'folders with rooms')
  .option('--model <folder>', 'the folder of the model')
  .option('--shelf <file>', 'keeps what the model makes of passages for the next run')
  .option('--limit <rooms>', 'only so many rooms, by the hash of their names', Number)
  .option('--rows <file>', 'writes the evidence of every candidate of every question, a line a question')
  .option('--no-write', 'only print');
const options = program.parse().opts<Options>();
const { model: folder, shelf } = options;
const model = await openModel({
  ...(folder !== undefined && { folder }),
  ...(shelf !== undefined && { shelf }),
  timeLimit: patient,
});
const all = (await readRooms(options.rooms)).rooms;
const rooms = all
  .filter((room) => partOf(room) === 'choice')
  .toSorted((a, b) => placeOf(a.name) - placeOf(b.name))
  .slice(0, options.limit);

// What is read depends on the leads' weights, so these are fitted first.
const first = await seenIn(rooms);
const lead = named(LEAD_EVIDENCE, fitChoice(first.flatMap(choiceOfLeads), LEAD_EVIDENCE));
const among = (seen: Seen): boolean =>
  worthReading(seen.leads, { ...FUSED, lead }).some(({ ranked }) => seen.gold.has(ranked.index));
const answerable = first.filter(({ gold }) => gold.size > 0);
console.log(
  `among the ${MOST_READ} that are read: ${share(answerable, among)}; among all: ${share(answerable, (seen) => seen.leads.some(({ ranked }) => seen.gold.has(ranked.index)))}`,
);

// A score of the model becomes how sure it is; the fits below then weigh that.
const [scale = 1, offset = 0] = fitLogistic(first.flatMap(judgedByReader), ['reader', 'bias']);
const calibrated = first.map((seen) => ({ ...seen, fused: seen.fused.map(recalibrated) }));
const order = named(ORDER_EVIDENCE, fitChoice(calibrated.flatMap(choiceOfFused), ORDER_EVIDENCE));
const ordered = calibrated.map((seen) => ({ ...seen, fused: inOrder(seen.fused, order) }));
const judged = ordered.flatMap((seen) => {
  const row = confidenceEvidence(seen.question, seen.fused);
  return row ? [{ row, yes: isRight(seen), worth: 1 }] : [];
});
const confidence = named(CONFIDENCE_EVIDENCE, fitLogistic(judged, CONFIDENCE_EVIDENCE));
const sure = (seen: Seen): number => {
  const row = confidenceEvidence(seen.question, seen.fused);
  return row ? confidenceOf(row, { ...FUSED, confidence }) : 0;
};
const together = ordered.filter((seen) => seen.together);
const silent = together
  .filter(({ gold, language }) => gold.size === 0 && language !== 'off the subject')
  .map(sure)
  .sort((a, b) => a - b);
const threshold = Math.round((silent[Math.floor(silence * silent.length)] ?? 0.5) * 1000) / 1000;
const fusion: FusionWeights = { lead, order, confidence, threshold };
console.log(JSON.stringify(fusion, null, 2));
for (const [name, some] of Object.entries(Object.groupBy(ordered, setOf))) {
  const [yes, no] = [
    some?.filter(({ gold }) => gold.size > 0) ?? [],
    some?.filter(({ gold }) => gold.size === 0) ?? [],
  ];
  console.log(
    `${name}: ${yes.length} + ${no.length}: first ${share(yes, isRight)}, right and said ${share(yes, (seen) => isRight(seen) && sure(seen) >= threshold)}, silent ${share(no, (seen) => sure(seen) < threshold)}`,
  );
}
if (options.rows !== undefined) await writeFile(options.rows, ordered.map(rowOf).join(''));
if (options.write) {
  await write(fusion);
  await writeCalibration(folder ?? shippedModel);
}
await model.close();

async function seenIn(some: readonly Room[]): Promise<Seen[]> {
  const seen: Seen[] = [];
  // Off the subject: questions of rooms that are learned from, which none of these rooms can answer.
  const strangers = all.filter((room) => partOf(room) === 'train').flatMap(({ questions }) => questions);
  for (const [at, group] of [some, ...some.map((room) => [room])].entries()) {
    const made = collectionOf(group);
    const search = openSearch(made.collection.passages, { model: async () => model });
    await search.prepare();
    const together = group.length > 1;
    const textOf = (index: number): string => search.parts.passages.at(index)?.passage.text ?? '';
    for (const room of group) seen.push(...(await seenOf(room, made, search, together)));
    const every = Math.ceil(strangers.length / (together ? offTogether : offAlone));
    for (const { text } of strangers.filter((_, place) => place % every === at % every)) {
      const considered = await search.consider(text);
      if (considered)
        seen.push({ ...considered, language: 'off the subject', gold: new Set(), together, textOf });
    }
  }
  return seen;
}

async function seenOf(
  room: Room,
  made: RoomCollection,
  search: Search,
  isTogether: boolean,
): Promise<Seen[]> {
  const own = made.passagesOf(room);
  const textOf = (index: number): string => search.parts.passages.at(index)?.passage.text ?? '';
  const seen: Seen[] = [];
  // A room alone is asked every second of its questions: it has been asked all of them among the others.
  for (const { text, language, gold } of room.questions.filter((_, at) => isTogether || at % 2 === 0)) {
    const considered = await search.consider(text);
    if (!considered) continue;
    const golden = new Set(gold.flatMap((at) => indexOf(own[at], search)));
    const set = `${language} on ${room.language === 'en' ? 'en' : 'other'}`;
    seen.push({ ...considered, language: set, gold: golden, together: isTogether, textOf });
  }
  return seen;
}

function indexOf(passage: Passage | undefined, { parts }: Search): number[] {
  const index = passage && parts.indexOf(passage);
  return index === undefined ? [] : [index];
}

function choiceOfLeads({ leads, gold }: Seen) {
  const right = new Set(leads.flatMap(({ ranked }, at) => (gold.has(ranked.index) ? [at] : [])));
  return right.size > 0 ? [{ options: leads.map(({ evidence }) => evidence), right, worth: 1 }] : [];
}

function choiceOfFused({ fused, gold }: Seen) {
  const right = new Set(fused.flatMap(({ ranked }, at) => (gold.has(ranked.index) ? [at] : [])));
  return right.size > 0 ? [{ options: fused.map((each) => each.order), right, worth: 1 }] : [];
}

/** For looking at what goes wrong: a question with what speaks for each passage that was read, in the order that was fitted. */
function rowOf(seen: Seen): string {
  const { question, fused, gold } = seen;
  const read = fused.map(({ ranked: { index }, order: evidence }) => ({
    text: seen.textOf(index),
    answers: gold.has(index),
    ...evidence,
  }));
  return `${JSON.stringify({ asked: question.text, set: setOf(seen), sure: sure(seen), read })}\n`;
}

/** Each passage that was read by itself: it answers or not. */
function judgedByReader({ fused, gold }: Seen) {
  return fused.map(({ ranked, order: { reader } }) => ({
    row: { reader, bias: 1 },
    yes: gold.has(ranked.index),
    worth: 1,
  }));
}

function recalibrated(each: Fused): Fused {
  return { ...each, order: { ...each.order, reader: scale * each.order.reader + offset } };
}

function inOrder(fused: readonly Fused[], weights: FusionWeights['order']): Fused[] {
  return fused
    .map((each) => ({ ...each, score: weigh(each.order, weights) }))
    .toSorted((a, b) => b.score - a.score || a.ranked.index - b.ranked.index);
}

function isRight({ fused, gold }: Seen): boolean {
  const [best] = fused;
  return best !== undefined && gold.has(best.ranked.index);
}

function setOf({ language, together: all }: Seen): string {
  return `${all ? 'together' : 'alone'}, ${language}`;
}

function share<T>(all: readonly T[], fits: (one: T) => boolean): string {
  return (all.filter(fits).length / Math.max(1, all.length)).toFixed(3);
}

async function write(weights: FusionWeights): Promise<void> {
  const text = `// Written by scripts/fit-fusion.ts; see there. What each named number of fusion.ts is worth.
import type { FusionWeights } from './fusion.ts';

export const FUSED: FusionWeights = ${JSON.stringify(weights, null, 2).replace(/"(\w+)":/gu, '$1:')};
`;
  await writeFile(fileURLToPath(new URL('../src/search/answering/fusion-weights.ts', import.meta.url)), text);
}

/** On top of the calibration that the scores were told with. */
async function writeCalibration(models: string): Promise<void> {
  const path = join(models, 'model.json');
  const described = JSON.parse(await readFile(path, 'utf8'));
  const before = model.description.calibration;
  const round = (value: number): number => Math.round(value * 1e4) / 1e4;
  described.calibration = {
    scale: round(scale * before.scale),
    offset: round(scale * before.offset + offset),
  };
  await writeFile(path, `${JSON.stringify(described, null, 2)}\n`);
}
