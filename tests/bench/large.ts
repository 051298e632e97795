// npm run bench:large -- FILE [PASSAGES] [--json]: what a large collection (.jsonl, .jsonl.gz) takes in memory beyond its texts, and how long
// a keystroke, a check and a question take in it, the first of each included, and of a question the comparing of vectors by itself. Vectors
// are made up: they take as much as real ones.
// Beside each time stands what it took of this thread's processor: other programs add nothing to that.
import { Console } from 'node:console';
import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import type { Document } from '../../src/corpus/document.ts';
import { emptyDossier } from '../../src/corpus/dossier.ts';
import { readLine } from '../../src/corpus/files/json-lines.ts';
import { type Passage, passagesOf } from '../../src/corpus/passages.ts';
import { libraryOf } from '../../src/library.ts';
import type { Model } from '../../src/reading/model.ts';
import { openNearest } from '../../src/search/index/nearest.ts';
import { Chance } from '../eval/chance.ts';

const { log } = new Console(process.stdout);
const [file = '', most = '100000'] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const width = 384;
const typedQuotations = 400;
const checks = 200;
const questions = 300;
/** As many as a question asks for (search/answering/trained.ts). */
const nearestWanted = 12;

function held(): number {
  for (let round = 0; round < 3; round += 1) globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

async function passagesIn(
  path: string,
  wanted: number,
): Promise<{ documents: Document[]; passages: Passage[] }> {
  const bytes = await readFile(path);
  const lines = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString().split('\n');
  const [documents, passages]: [Document[], Passage[]] = [[], []];
  const taken = new Set<string>();
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '' || passages.length >= wanted) continue;
    const document = readLine(line, { file: path, line: index + 1 });
    if (Array.isArray(document) || taken.has(document.id)) continue;
    taken.add(document.id);
    documents.push(document);
    for (const passage of passagesOf(document, { headings: false })) passages.push(passage);
  }
  return { documents, passages };
}

const chance = new Chance(1);
const madeUp = (): Int8Array => Int8Array.from({ length: width }, () => chance.between(-127, 128));
/** A model that makes up vectors, and is sure of nothing. */
const model: Model = {
  description: {
    ...{ hidden: width, kept: 0, longestPassage: 256, longestQuestion: 64, title: 1 },
    calibration: { scale: 1, offset: 0 },
    sha256: { 'lower.onnx': '', 'reader.onnx': '', 'tokenizer.json': '', 'vectors.onnx': '' },
  },
  shelf: 'memory',
  timeLimit: 60_000,
  vectorOf: async () => madeUp(),
  read: async (_, read) => read.map(() => ({ score: -4, sentence: 0 })),
  readSentences: async (_, { sentences }) => sentences.map(() => -4),
  prepare: async (read, each) => {
    for (const { key } of read) each(key, madeUp());
  },
  forget: async () => undefined,
  close: async () => undefined,
};

const nothing = held();
const { documents, passages } = await passagesIn(file, Number(most));
const characters = passages.reduce((sum, { text }) => sum + text.length, 0);
/** A text with a letter beyond Latin takes two bytes for each. */
const textBytes = documents.reduce(
  (sum, { text }) => sum + text.length * (/[^\0-\xff]/u.test(text) ? 2 : 1),
  0,
);
const some = Array.from({ length: 1_000 }, () => chance.of(passages).text);
const library = libraryOf(
  { documents, passages, dossier: emptyDossier, problems: [] },
  { model: async () => model },
);
await library.prepare();
await library.vectors();
const opened = held();

interface Row {
  readonly what: string;
  readonly firstMs: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly firstProcessorMs: number;
  readonly p50ProcessorMs: number;
  readonly p99ProcessorMs: number;
}

async function timed(
  what: string,
  given: readonly string[],
  does: (text: string) => Promise<unknown>,
): Promise<Row> {
  const times: number[] = [];
  const processor: number[] = [];
  for (const text of given) {
    const [began, cpu] = [performance.now(), process.threadCpuUsage()];
    await does(text);
    const { user, system } = process.threadCpuUsage(cpu);
    times.push(performance.now() - began);
    processor.push((user + system) / 1_000);
  }
  const at = (all: readonly number[], part: number): number =>
    Number((all.toSorted((a, b) => a - b)[Math.ceil(all.length * part) - 1] ?? 0).toPrecision(3));
  return {
    what,
    firstMs: Number((times[0] ?? 0).toPrecision(3)),
    p50Ms: at(times, 0.5),
    p99Ms: at(times, 0.99),
    firstProcessorMs: Number((processor[0] ?? 0).toPrecision(3)),
    p50ProcessorMs: at(processor, 0.5),
    p99ProcessorMs: at(processor, 0.99),
  };
}

/** Some words of a text, from a chance place on. */
function wordsOf(text: string, count: number): string {
  const words = text.split(/\s+/u);
  const from = chance.between(0, Math.max(1, words.length - count));
  return words.slice(from, from + count).join(' ');
}

/** As it is typed: two words and the beginning of a third; now and then with a slip, or in no source. */
function keystroke(text: string, at: number): string {
  const typed = wordsOf(text, 3).slice(0, 4 + chance.between(0, 14));
  if (at % 5 === 0) return typed.replace(/[a-z]{5,}/u, (word) => word.slice(0, 2) + word.slice(3));
  return at % 7 === 0 ? typed.split(' ').toReversed().join(' ') : typed;
}

const rows = [
  await timed('keystroke of a quotation', some.slice(0, typedQuotations).map(keystroke), (typed) =>
    library.suggest.quotations(typed),
  ),
  await timed('keystroke of a passage', some.slice(0, typedQuotations).map(keystroke), (typed) =>
    library.suggest.passages(typed),
  ),
  await timed(
    'check',
    some.slice(0, checks).map((text) => wordsOf(text, 25)),
    (text) => library.check(text),
  ),
  await timed(
    'question by words',
    some.slice(0, questions).map((text) => `What about ${wordsOf(text, 6)}?`),
    (text) => library.ask(text),
  ),
];
const asked = held();
// Beside the library's own, and so behind what is held.
const nearest = openNearest(passages.length, width);
for (const index of passages.keys()) nearest.set(index, madeUp());
rows.push(
  await timed('the vectors of a question', some.slice(0, questions), async () =>
    nearest.find(madeUp(), nearestWanted),
  ),
);
const figures = {
  passages: passages.length,
  charactersAPassage: Math.round(characters / passages.length),
  /** Beyond the texts, vectors included: as it is opened, and when all this was asked. */
  bytesAPassage: Math.round((opened - nothing - textBytes) / passages.length),
  bytesAPassageAsked: Math.round((asked - nothing - textBytes) / passages.length),
};
if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify({ ...figures, rows })}\n`);
else {
  log(figures);
  new Console(process.stdout).table(rows);
}
