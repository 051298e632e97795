// npm run bench:reading -- [--json]: what the trained reader costs, part by part: processor time of this process, which is the same
// on a busy machine, and memory. The texts are words drawn by chance; none was seen before in the process.
import { Console } from 'node:console';
import { parseArgs } from 'node:util';
import { sentencesOf } from '../../src/corpus/text/sentences.ts';
import { openModel } from '../../src/reading/model.ts';
import { passageKey } from '../../src/reading/passage-key.ts';
import type { ReadablePassage } from '../../src/reading/reader.ts';
import { Chance } from '../eval/chance.ts';
import { processorWatch } from '../processor-time.ts';

const { values } = parseArgs({
  options: { json: { type: 'boolean' }, model: { type: 'string' }, threads: { type: 'string' } },
});
/** Of this many tokens each, and words of everyday: about a token each. */
const vocabulary =
  'the a of to and in for with on by from talks said that will not was were their this agreed guard bridge water trade north valley city law peace people week month two three minister president border army land open close new old last first would about after before between under'.split(
    ' ',
  );
const chance = new Chance(Number(process.hrtime.bigint() % 1_000_000n));
const passagesEncoded = 200;
const questions = 40;

/** So many words, twelve to a sentence. */
function text(count: number): string {
  const words = Array.from({ length: count }, (_, at) => chance.of(vocabulary) + (at % 12 === 11 ? '.' : ''));
  return words.join(' ');
}

/** Of about 100 tokens, the title's and the frame's included. */
function passage(): ReadablePassage {
  const [title, body] = ['Talks', text(88)];
  return { key: passageKey(title, body), title, text: body, sentences: sentencesOf(body) };
}

/** Milliseconds of processor time and of the clock, each time. */
async function measured(times: number, run: () => Promise<unknown>): Promise<{ cpu: number; clock: number }> {
  await run();
  const [taken, began] = [processorWatch(), performance.now()];
  for (let at = 0; at < times; at += 1) await run();
  return { cpu: taken() / times, clock: (performance.now() - began) / times };
}

const megabytes = (): number => process.memoryUsage.rss() / 1e6;
const rssBefore = megabytes();
const began = performance.now();
const model = await openModel({
  timeLimit: 60_000,
  ...(values.model !== undefined && { folder: values.model }),
  ...(values.threads !== undefined && { threads: Number(values.threads) }),
});
const opened = performance.now() - began;
const rssOpened = megabytes();

const all = Array.from({ length: passagesEncoded }, passage);
let next = 0;
const encoded = await measured(passagesEncoded - 1, () => {
  const some = all.slice(next, next + 1);
  next += 1;
  return model.prepare(some, () => undefined);
});
const rssEncoded = megabytes();
const embedded = await measured(questions, () => model.vectorOf(text(12)));
const eight = (): ReadablePassage[] => {
  const from = chance.between(0, passagesEncoded - 8);
  return all.slice(from, from + 8);
};
const asked = await measured(questions, async () => {
  const question = text(12);
  await model.vectorOf(question);
  await model.read(question, eight());
});
const afresh = await measured(5, () => model.read(text(12), Array.from({ length: 8 }, passage)));
const rssRead = megabytes();
await model.close();

const rows = {
  'embed a question of 16 tokens': embedded,
  'read 8 passages of 100 tokens': { cpu: asked.cpu - embedded.cpu, clock: asked.clock - embedded.clock },
  'a question, embedded and read': asked,
  'the same, 8 passages never seen': afresh,
  'encode a passage of 100 tokens': encoded,
};
const memory = { before: rssBefore, opened: rssOpened, encoded: rssEncoded, read: rssRead };
const round = (figures: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, Number(figure.toPrecision(3))]));
const rounded = Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, round(row)]));
if (values.json)
  process.stdout.write(
    `${JSON.stringify({ openMs: Math.round(opened), ms: rounded, rssMB: round(memory) })}\n`,
  );
else {
  const output = new Console(process.stdout);
  output.log(`ms; the model was open after ${Math.round(opened)}`);
  output.table(rounded);
  output.log('memory of the process, MB');
  output.table([round(memory)]);
}
