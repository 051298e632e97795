// npm run eval:likeness: what thresholds on the cosines of vectors are worth, for topics (src/search/ranking/topic.ts) and for questions that
// ask the same (src/questions/duplicates.ts). To be run again, and the thresholds looked at, whenever the model is another.
//
//   npm run eval:likeness -- [--topics FILE.jsonl] [--same FILE.jsonl] [--rooms DIR …] [--part test|choice] [--model DIR]
//
// `--topics`: lines {"topic": {"en", "de", …}, "about": ["id ¶1", …], "touches": […]}: what of the shipped talks must be found, and what
// may. `--same`: lines {"same": [{"language", "text"}, …], "other": […]}: questions that ask the same, and some that nearly do.
// `--rooms`: few questions of one room ask the same; what is taken for the same there is counted as wrong.
import { readFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { z } from 'zod';
import { labelOf } from '../../src/corpus/passages.ts';
import { openLibrary } from '../../src/library.ts';
import type { Positions } from '../../src/positions/positions.ts';
import type { Who } from '../../src/positions/who.ts';
import { leastCosine, mayBeTheSame } from '../../src/questions/duplicates.ts';
import { type Model, openModel } from '../../src/reading/model.ts';
import { cosineOf } from '../../src/reading/vectors.ts';
import { openSearch, type Search } from '../../src/search/answer.ts';
import { openNearest } from '../../src/search/index/nearest.ts';
import { gistOf } from '../../src/search/question/gist.ts';
import { asTopic } from '../../src/search/ranking/topic.ts';
import { share } from './measures.ts';
import { type Part, partOf, parts, readRooms } from './rooms.ts';

/** Here nothing is late: a busy machine would change the figures. */
const patient = 600_000;
const languages = ['en', 'de', 'fr', 'pl', 'uk'] as const;
type Language = (typeof languages)[number];

const topicSchema = z.object({
  topic: z.record(z.enum(languages), z.string()),
  about: z.array(z.string()),
  touches: z.array(z.string()),
});
type Topic = z.infer<typeof topicSchema>;

const questionsSchema = z.array(z.object({ language: z.enum(languages), text: z.string() }));
const groupSchema = z.object({ same: questionsSchema, other: questionsSchema });
type Group = z.infer<typeof groupSchema>;

interface Options {
  readonly topics: string;
  readonly same: string;
  readonly rooms: readonly string[];
  readonly part: Part;
  readonly model?: string;
}

async function linesOf<T>(path: string, schema: z.ZodType<T>): Promise<T[]> {
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => schema.parse(JSON.parse(line)));
}

function show(...cells: readonly (string | number)[]): void {
  console.log(cells.map((cell) => (typeof cell === 'number' ? cell.toFixed(3) : cell)).join('  '));
}

/** A topic with the labels of the passages that are found for it. */
type Found = readonly [Topic, ReadonlySet<string>];

function showFound(name: string, found: readonly Found[]): void {
  const due = found.flatMap(([{ about }, labels]) => about.map((label) => labels.has(label)));
  const given = found.flatMap(([topic, labels]) =>
    topic.about.length === 0
      ? []
      : [...labels]
          .filter((label) => !topic.touches.includes(label))
          .map((label) => topic.about.includes(label)),
  );
  const nothing = found.filter(([{ about }]) => about.length === 0);
  const told = share(nothing, ([, labels]) => labels.size > 0);
  show(
    name,
    'found',
    share(due, Boolean),
    'wrong',
    share(given, (right) => !right),
    'of nothing',
    told,
  );
}

/** By vectors alone, for thresholds around the chosen ones. */
async function showTopicVectors(topics: readonly Topic[], { parts }: Search, model: Model): Promise<void> {
  const [read, readable] = [
    parts.all.flatMap(({ passages }) => passages),
    parts.all.flatMap(({ readable }) => readable.slice(0, readable.length)),
  ];
  const nearest = openNearest(readable.length, model.description.hidden);
  const places = Map.groupBy(readable.keys(), (index) => readable[index]?.key);
  await model.prepare(readable, (key, vector) => {
    for (const index of places.get(key) ?? []) nearest.set(index, vector);
  });
  const foundIn = async (topic: Topic, language: Language, near: number, above: number): Promise<Found> => {
    const vector = await model.vectorOf(asTopic(topic.topic[language]));
    const usual = nearest.usual(vector);
    const isNear = (cosine: number): boolean => cosine >= near && cosine - usual >= above;
    const passages = read.filter((_, index) => isNear(nearest.cosine(index, vector) ?? 0));
    return [topic, new Set(passages.map(labelOf))];
  };
  for (const near of [0.36, 0.38, 0.4])
    for (const above of [0.06, 0.08, 0.1])
      for (const some of [languages.slice(0, 1), languages.slice(1)]) {
        const found: Found[] = [];
        for (const topic of topics)
          for (const language of some) found.push(await foundIn(topic, language, near, above));
        showFound(`topics, near ${near}, above ${above}, ${some.join(' ')}:`, found);
      }
}

/** Through the whole product: the passages in which /position finds anything of anybody. */
async function showPositions(topics: readonly Topic[], positions: Positions, name: string): Promise<void> {
  const labelsOf = async (who: Who, topic?: string): Promise<string[]> =>
    (await positions.position(who, topic)).items.map(({ passage }) => labelOf(passage));
  // As few as have all passages together: whose a passage is does not matter here.
  const [some, any]: [Who[], Set<string>] = [[], new Set()];
  for (const who of positions.everybody) {
    const labels = new Set(await labelsOf(who));
    if (labels.difference(any).size > 0) some.push(who);
    for (const label of labels) any.add(label);
  }
  for (const language of languages) {
    const found: Found[] = [];
    for (const topic of topics) {
      const about = topic.about.filter((label) => any.has(label));
      const labels = await Promise.all(some.map((who) => labelsOf(who, topic.topic[language])));
      found.push([{ ...topic, about }, new Set(labels.flat())]);
    }
    showFound(`/position, ${name}, ${language}:`, found);
  }
}

interface Asked {
  readonly text: string;
  readonly language: string;
}

const kinds = ['one language', 'one script', 'two scripts'] as const;

/** Two questions, how near they lie where they may ask the same, and whether in one language, one script or two. */
interface Pair {
  readonly kind: (typeof kinds)[number];
  readonly cosine: number;
  readonly least: number;
}

type PairOf = (one: Asked, other: Asked) => Pair;

async function pairing(questions: readonly Asked[], model: Model): Promise<PairOf> {
  const vectors = new Map<string, Int8Array>();
  for (const { text } of questions) vectors.set(text, await model.vectorOf(text));
  return (one, other) => {
    const [a, b] = [gistOf(one.text), gistOf(other.text)];
    const [v, w] = [vectors.get(one.text), vectors.get(other.text)];
    const oneScript = (one.language === 'uk') === (other.language === 'uk');
    return {
      kind: one.language === other.language ? 'one language' : oneScript ? 'one script' : 'two scripts',
      cosine: v && w && mayBeTheSame(a, b) ? cosineOf(v, w) : 0,
      least: leastCosine(a, b),
    };
  };
}

function pairsOf(some: readonly Asked[], others: readonly Asked[], pairOf: PairOf): Pair[] {
  return some.flatMap((one, at) =>
    others.slice(some === others ? at + 1 : 0).map((other) => pairOf(one, other)),
  );
}

async function showSame(
  groups: readonly Group[],
  rooms: readonly (readonly Asked[])[],
  model: Model,
): Promise<void> {
  const all = [...groups.flatMap(({ same, other }) => [...same, ...other]), ...rooms.flat()];
  const pairOf = await pairing(all, model);
  const same = groups.flatMap((group) => pairsOf(group.same, group.same, pairOf));
  const nearly = groups.flatMap((group) => pairsOf(group.same, group.other, pairOf));
  const besides = rooms.flatMap((room) =>
    room.map((one) => room.filter(({ text }) => text !== one.text).map((other) => pairOf(one, other))),
  );
  for (const kind of kinds)
    for (const least of [0.55, 0.6, 0.65, 0.7, 0.75, 0.8]) {
      const isFound = (pair: Pair): boolean => pair.kind === kind && pair.cosine >= least;
      const of = (pairs: readonly Pair[]): number =>
        share(
          pairs.filter((pair) => pair.kind === kind),
          isFound,
        );
      const wrong = share(besides, (pairs) => pairs.some(isFound));
      show(`the same, ${kind}, from ${least}:`, 'found', of(same), 'nearly', of(nearly), 'in a room', wrong);
    }
  for (const kind of [undefined, ...kinds]) {
    const isTold = (pair: Pair): boolean =>
      pair.cosine >= pair.least && (kind === undefined || pair.kind === kind);
    const of = (pairs: readonly Pair[]): number =>
      share(
        pairs.filter((pair) => kind === undefined || pair.kind === kind),
        isTold,
      );
    const room = share(besides, (pairs) => pairs.some(isTold));
    show(`the same, as it is, ${kind ?? 'all'}:`, 'found', of(same), 'nearly', of(nearly), 'in a room', room);
  }
}

async function main({ topics: path, same, rooms, part, model: folder }: Options): Promise<void> {
  const model = await openModel({ timeLimit: patient, ...(folder && { folder }) });
  const topics = await linesOf(path, topicSchema);
  const [plain, library] = [
    await openLibrary('corpus'),
    await openLibrary('corpus', { model: async () => model }),
  ];
  await library.vectors();
  await showTopicVectors(topics, openSearch(plain.passages, { dossier: plain.dossier }), model);
  await showPositions(topics, plain.positions, 'words');
  await showPositions(topics, library.positions, 'words and vectors');
  const read = (await readRooms(rooms)).rooms.filter((room) => partOf(room) === part);
  await showSame(
    await linesOf(same, groupSchema),
    read.map(({ questions }) => questions),
    model,
  );
  await model.close();
}

const program = new Command('eval:likeness')
  .description('Measures which texts are taken to mean the same.')
  .option('--topics <file>', 'topics of the shipped talks', 'tests/golden/topics.jsonl')
  .option('--same <file>', 'questions that ask the same', 'tests/golden/same-questions.jsonl')
  .option('--rooms <folders...>', 'rooms with questions', ['training/data'])
  .addOption(new Option('--part <part>', 'which rooms').choices(parts).default('test'))
  .option('--model <folder>', 'the model; the shipped one unless told');
await main(program.parse().opts<Options>());
