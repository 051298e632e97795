// The machine's one model: who has it, who may use it, and what is told where it cannot be had.

import { expect, test } from 'vitest';
import { currentLine } from '../../../src/common/line.ts';
import { modelForAll, modelOf } from '../../../src/discord/shards/model.ts';
import { openReading } from '../../../src/discord/shards/reading.ts';
import type { Model } from '../../../src/reading/model.ts';
import { NotRead } from '../../../src/reading/reader.ts';
import type { OpenedSource } from '../../../src/reading/source.ts';
import type { Brought, Work } from '../../../src/reading/wire.ts';
import { stopClock } from '../../stopped-clock.ts';
import { keptLog } from '../bot.ts';
import { settingsWith } from '../connection/host.ts';
import { oneOf } from './ones.ts';

const unusable = 'the trained reader cannot be used: questions are answered by their words alone';
const trained = settingsWith({ READER: 'trained' });

test('where words alone are to answer there is no model', () => {
  const { log } = keptLog();
  const nobody = async (): Promise<Brought> => null;
  expect([modelOf(settingsWith({}), log), modelForAll(settingsWith({}), log)]).toEqual([
    undefined,
    undefined,
  ]);
  expect(modelOf(settingsWith({}), log, nobody)).toBeUndefined();
});

test('it is loaded by nobody before somebody needs it', async () => {
  const { log, entries } = keptLog();
  for (const model of [modelOf(trained, log), modelForAll(trained, log)]) {
    expect([model?.hasFailed(), model?.waiting()]).toEqual([false, 0]);
    await model?.close();
  }
  expect(entries).toEqual([]);
});

test('where another process has it, that one is asked, and told of where it has none', async () => {
  const { log, entries } = keptLog();
  const asked: Work[] = [];
  const elsewhere = async (work: Work): Promise<Brought> => {
    asked.push(work);
    return null;
  };
  const model = modelOf(trained, log, elsewhere);
  expect(await model?.source()).toBeUndefined();
  expect(asked).toEqual([{ kind: 'open' }]);
  expect(model?.hasFailed()).toBe(true);
  expect(entries).toMatchObject([{ level: 'warn', message: unusable, values: { err: {} } }]);
});

test('a question waits 1.5 s for a model that is still loaded elsewhere', async () => {
  const clock = stopClock();
  const model = modelOf(trained, keptLog().log, () => new Promise(() => undefined));
  let got: Model | undefined | 'waiting' = 'waiting';
  void model?.source().then((one) => {
    got = one;
  });
  await clock.passes(1_499);
  expect(got).toBe('waiting');
  await clock.passes(1);
  expect(got).toBeUndefined();
});

/** A model whose readings a test ends. */
function slowModel() {
  interface Begun {
    readonly question: string;
    /** In whose line it waits. */
    readonly line: string;
    readonly signal: AbortSignal | undefined;
    readonly ends: (vector: Int8Array) => void;
  }
  const begun: Begun[] = [];
  const model = {
    vectorOf: (question: string, signal?: AbortSignal) =>
      new Promise<Int8Array>((ends, fails) => {
        begun.push({ question, signal, ends, line: currentLine() });
        signal?.addEventListener('abort', () => fails(new NotRead('late')));
      }),
  } as unknown as Model;
  const source = { source: async () => model } as OpenedSource;
  return { source, begun };
}

const question = (id: number) =>
  ({
    kind: 'read',
    id,
    line: `server ${id}`,
    work: { kind: 'question', question: `question ${id}` },
  }) as const;

test('without a model each piece of work is answered so', async () => {
  const one = oneOf([0]);
  openReading(undefined).hears(one, question(3));
  await expect.poll(() => one.heard).toEqual([{ kind: 'brought', id: 3, answer: { not: 'unavailable' } }]);
});

test('each process is brought what it asked for, under its own numbers', async () => {
  const { source, begun } = slowModel();
  const { hears } = openReading(source);
  const [one, other] = [oneOf([0]), oneOf([1])];
  hears(one, question(1));
  hears(other, question(1));
  hears(one, question(2));
  await expect.poll(() => begun.length).toBe(3);
  expect(begun.map(({ line }) => line)).toEqual(['server 1', 'server 1', 'server 2']);
  for (const { ends } of begun.toReversed()) ends(Int8Array.of(1));
  await expect.poll(() => one.heard.length + other.heard.length).toBe(3);
  expect(one.heard.map((said) => said.kind === 'brought' && said.id)).toEqual([2, 1]);
  expect(other.heard).toMatchObject([{ kind: 'brought', id: 1, answer: { result: expect.any(String) } }]);
});

test('what is not waited for any more is given up, and not brought; all else is', async () => {
  const { source, begun } = slowModel();
  const { hears } = openReading(source);
  const one = oneOf([0]);
  for (const id of [1, 2]) hears(one, question(id));
  await expect.poll(() => begun.length).toBe(2);
  hears(one, { kind: 'unread', id: 1 });
  // Never asked for.
  hears(one, { kind: 'unread', id: 9 });
  expect(begun.map(({ signal }) => signal?.aborted)).toEqual([true, false]);
  begun[1]?.ends(Int8Array.of(1));
  await expect.poll(() => one.heard.length).toBe(1);
  expect(one.heard).toMatchObject([{ kind: 'brought', id: 2 }]);
});

test('what was brought is not given up afterwards, as a number may come again', async () => {
  const { source, begun } = slowModel();
  const { hears } = openReading(source);
  const one = oneOf([0]);
  hears(one, question(1));
  await expect.poll(() => begun.length).toBe(1);
  begun[0]?.ends(Int8Array.of(1));
  await expect.poll(() => one.heard.length).toBe(1);
  hears(one, { kind: 'unread', id: 1 });
  expect(begun[0]?.signal?.aborted).toBe(false);
});

test('the work of a process that has ended is given up; that of others goes on', async () => {
  const { source, begun } = slowModel();
  const { hears } = openReading(source);
  const [one, other] = [oneOf([0]), oneOf([1])];
  for (const id of [1, 2]) hears(one, question(id));
  hears(other, question(1));
  await expect.poll(() => begun.length).toBe(3);
  one.ends();
  await expect.poll(() => begun.map(({ signal }) => signal?.aborted)).toEqual([true, true, false]);
  begun[2]?.ends(Int8Array.of(1));
  await expect.poll(() => other.heard.length).toBe(1);
  expect(one.heard).toEqual([]);
});

test('what is not work is no work', async () => {
  const { source, begun } = slowModel();
  const one = oneOf([0]);
  openReading(source).hears(one, { kind: 'ready' });
  await source.source();
  expect([begun, one.heard]).toEqual([[], []]);
});
