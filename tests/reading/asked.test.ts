// A model in another process reads as if it were here; what crosses is plain JSON.
import { expect, test } from 'vitest';
import { askedSource } from '../../src/reading/asked.ts';
import type { Model } from '../../src/reading/model.ts';
import { NotRead, type ReadablePassage } from '../../src/reading/reader.ts';
import { serve } from '../../src/reading/served.ts';
import type { OpenedSource } from '../../src/reading/source.ts';
import type { Brought, Work } from '../../src/reading/wire.ts';

const vector = (seed: number): Int8Array =>
  Int8Array.from({ length: 8 }, (_, n) => ((seed * 37 + n * 61) % 256) - 128);

function modelHere(more: Partial<Model> = {}): OpenedSource & { readonly forgotten: string[] } {
  const forgotten: string[] = [];
  const model = {
    description: { hidden: 8 },
    shelf: 'file',
    vectorOf: async (question: string) => vector(question.length),
    read: async (_: string, passages: readonly ReadablePassage[]) =>
      passages.map(({ text }) => ({ score: text.length / 3, sentence: 0 })),
    readSentences: async () => [1.5, -Infinity, -2],
    prepare: async (passages: readonly ReadablePassage[], each: (key: string, made: Int8Array) => void) => {
      for (const { key, text } of passages) each(key, vector(text.length));
    },
    ...more,
  } as unknown as Model;
  return {
    forgotten,
    hasFailed: () => false,
    waiting: () => 0,
    source: async () => model,
    forget: async (keys) => forgotten.push(...keys) > 0,
    close: async () => undefined,
  };
}

/** As it crosses: nothing but JSON, both ways. */
const across =
  (source: OpenedSource) =>
  async (work: Work, signal = new AbortController().signal): Promise<Brought> => {
    const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value));
    const answer = copy(await serve(source, copy(work), signal));
    if ('not' in answer) throw new NotRead(answer.not);
    return answer.result;
  };

const nobody = (): void => undefined;
const passages = Array.from({ length: 120 }, (_, n) => ({
  key: `k${n}`,
  title: '',
  text: 'x'.repeat(n),
  sentences: [],
}));

test('vectors, readings and what is kept are those of the model', async () => {
  const here = modelHere();
  const there = askedSource(across(here), nobody, { waits: 1_000 });
  const [own, model] = [await here.source(), await there.source()];
  expect(model?.description).toEqual(own?.description);
  expect(model?.shelf).toBe('file');
  expect(await model?.vectorOf('Who?')).toEqual(await own?.vectorOf('Who?'));
  expect(await model?.read('Who?', passages)).toEqual(await own?.read('Who?', passages));
  const apart = { passage: passages[3]!, sentences: [0, 1, 2] };
  expect(await model?.readSentences('Who?', apart)).toEqual([1.5, -Infinity, -2]);
  const made = new Map<string, Int8Array>();
  await model?.prepare(passages, (key, each) => made.set(key, each));
  expect([...made.keys()]).toEqual(passages.map(({ key }) => key));
  expect(made.get('k77')).toEqual(vector(77));
  expect(await there.forget(['a', 'b'])).toBe(true);
  expect(here.forgotten).toEqual(['a', 'b']);
});

test.each(['late', 'busy', 'unavailable'] as const)('why it was not read is told: %s', async (reason) => {
  const refusing = async () => Promise.reject(new NotRead(reason));
  const there = askedSource(across(modelHere({ read: refusing })), nobody, { waits: 1_000 });
  await expect((await there.source())?.read('Who?', passages)).rejects.toMatchObject({ reason });
});

test('a model that cannot be had is told once, and asked for again', async () => {
  const gone: OpenedSource = { ...modelHere(), source: async () => undefined };
  let source: OpenedSource = gone;
  const told: unknown[] = [];
  const ask = (work: Work) => across(source)(work);
  const there = askedSource(ask, (error) => told.push(error), { waits: 1_000, restsFor: 1 });
  expect(await there.source()).toBeUndefined();
  expect(there.hasFailed()).toBe(true);
  source = modelHere();
  await expect.poll(() => there.source()).toBeDefined();
  expect(there.hasFailed()).toBe(false);
  expect(told).toHaveLength(1);
});

test('what nobody wants any more ends without a failure', async () => {
  const stopping = new AbortController();
  const there = askedSource(across(modelHere()), nobody, { waits: 1_000 });
  const made: string[] = [];
  await (await there.source())?.prepare(
    passages,
    (key) => {
      made.push(key);
      stopping.abort();
    },
    stopping.signal,
  );
  expect(made.length).toBeLessThan(passages.length);
});
