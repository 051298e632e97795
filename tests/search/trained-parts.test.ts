// Candidates by their vectors over several lists of passages: which are found, in what order, and what is known of those without one.
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/corpus/document.ts';
import type { Model } from '../../src/reading/model.ts';
import { NotRead } from '../../src/reading/reader.ts';
import { openSearch, type Search } from '../../src/search/answer.ts';
import { documentOf, passagesIn } from './texts.ts';

/** A vector at an angle whose cosine is told, with that of a question. */
const at = (cosine: number): Int8Array =>
  Int8Array.of(Math.round(127 * cosine), Math.round(127 * Math.sqrt(1 - cosine * cosine)));

/** Of a passage "… 0.75." the cosine with whatever is asked is the number that it ends with. */
const told = (text: string): number => Number(/(\d\.\d+)\.?$/u.exec(text)?.[1] ?? 0);

const modelOf = (more: Partial<Model> = {}): Model => ({
  description: {
    ...{ hidden: 2, kept: 2, longestPassage: 128, longestQuestion: 32, title: 60 },
    calibration: { scale: 1, offset: 0 },
    sha256: { 'lower.onnx': '', 'vectors.onnx': '', 'reader.onnx': '', 'tokenizer.json': '' },
  },
  shelf: 'memory',
  timeLimit: 60_000,
  vectorOf: async () => at(1),
  read: async (_, passages) => passages.map(({ text }) => ({ score: 20 * told(text) - 10, sentence: 0 })),
  readSentences: async (_, { sentences }) => sentences.map(() => 0),
  prepare: async (passages, each) => {
    for (const [key, text] of new Map(passages.map((passage) => [passage.key, passage.text])))
      each(key, at(told(text)));
  },
  forget: async () => undefined,
  close: async () => undefined,
  ...more,
});

const cosines = (...all: number[]): string =>
  all.map((cosine) => `Zumbrik ${cosine.toFixed(2)}.`).join('\n\n');

/** One list beside the other. */
function openTwo(first: readonly Document[], second: readonly Document[], model = modelOf()): Search {
  const source = async (): Promise<Model> => model;
  const beside = openSearch(passagesIn(...first), { model: source });
  return openSearch(passagesIn(...second), { model: source, beside });
}

const cosineOf = (search: Search, asked: string) =>
  search
    .consider(asked)
    .then((considered) =>
      (considered?.leads ?? [])
        .toSorted((a, b) => a.ranked.index - b.ranked.index)
        .map(({ ranked, evidence }) => [ranked.index, Math.round(10 * evidence.cosine) / 10]),
    );

describe('over two lists', () => {
  const a = documentOf('a', cosines(0.9, 0.5));
  const b = documentOf('b', cosines(0.7, 0.95));

  test('each passage has its own nearness, by its place in the whole', async () => {
    const search = openTwo([a], [b]);
    await search.prepare();
    // A tenth more than six tenths is one more.
    expect(await cosineOf(search, 'Who foots the bill?')).toEqual([
      [0, 3],
      [1, -1],
      [2, 1],
      [3, 3.5],
    ]);
  });

  test('a question that is kept to a document is answered by its passages alone', async () => {
    const search = openTwo([a], [b]);
    await search.prepare();
    for (const of of [a, b]) {
      const { citations } = await search.ask('Who foots the bill?', undefined, [of]);
      expect(citations.map(({ passage }) => passage.document)).toEqual([of, of]);
    }
    expect((await search.ask('Who foots the bill?', undefined, [])).citations).toEqual([]);
  });

  test('what is near to a topic comes nearest first', async () => {
    const [low, high] = [documentOf('low', cosines(0.8, 0, 0)), documentOf('high', cosines(0.9, 0, 0))];
    const ids = async (...lists: [Document[], Document[]]) => {
      const search = openTwo(...lists);
      await search.prepare();
      return (await search.nearTopic('the bill'))?.documents.map(({ id }) => id);
    };
    expect(await ids([low], [high])).toEqual(['high', 'low']);
    expect(await ids([high], [low])).toEqual(['high', 'low']);
  });

  test.each([
    ['stands out from the usual of all passages', [1], [0.85, 0.85, 0.85, 0.85], true],
    ['is as near as most are', [1], [0.95, 0.95, 0.95, 0.95], false],
    ['stands out though its list is small', [1], [0.5, 0.5, 0.5], true],
    ['is far', [0.3], [0, 0, 0], false],
  ])('a passage that %s: %j among %j is near: %s', async (_, first, second, near) => {
    const one = documentOf('one', cosines(...first));
    const search = openTwo([one], [documentOf('other', cosines(...second))]);
    await search.prepare();
    const topic = await search.nearTopic('the bill');
    const [passage, other] = search.parts.all.map(({ passages }) => passages[0]!);
    expect([topic?.has(passage!), topic?.has(other!)]).toEqual([near, false]);
    expect(topic?.has(passagesIn(documentOf('elsewhere', cosines(1)))[0]!)).toBe(false);
  });
});

describe('a passage in another language than the question', () => {
  test.each([
    ['Who foots the bill?', [false, true]],
    ['Wer zahlt denn die Rechnung?', [true, false]],
    ['zumbrik', [false, false]],
  ])('is told: %s', async (asked, foreign) => {
    const english = documentOf('en', cosines(0.9));
    const german = documentOf('de', cosines(0.8), { language: 'de' });
    const search = openTwo([english], [german]);
    await search.prepare();
    const leads = (await search.consider(asked))?.leads.toSorted((a, b) => a.ranked.index - b.ranked.index);
    expect(leads?.map((lead) => lead.foreign)).toEqual(foreign);
  });
});

describe('a passage without a vector', () => {
  /** Makes those of all but the passages that end so, and then has no time. */
  const allBut = (end: string): Model =>
    modelOf({
      prepare: async (passages, each) => {
        for (const { key, text } of passages) if (!text.endsWith(end)) each(key, at(told(text)));
        throw new NotRead('busy');
      },
    });

  test('is taken for as near as the others are', async () => {
    const text = 'Merz 0.90.\n\nMerz 0.70.\n\nMerz 0.10.';
    const search = openTwo([documentOf('a', text)], [], allBut('0.10.'));
    await search.prepare();
    expect(await cosineOf(search, 'What does Merz want?')).toEqual([
      [0, 3],
      [1, 1],
      [2, 2],
    ]);
  });

  test('is neither near nor far where none has one', async () => {
    const search = openTwo([documentOf('a', 'Merz 0.90.\n\nMerz 0.70.')], [], allBut('.'));
    await search.prepare();
    expect(await cosineOf(search, 'What does Merz want?')).toEqual([
      [0, 0],
      [1, 0],
    ]);
  });
});

test('of thousands of passages each gets its own vector', async () => {
  const numbers = Array.from({ length: 2_100 }, (_, index) => index);
  const text = numbers.map((index) => `Merz ${index} says ${((index * 7) % 100) / 100}0.`).join('\n\n');
  const given: number[] = [];
  const model = modelOf();
  const search = openTwo([documentOf('a', text)], [], {
    ...model,
    prepare: async (passages, ...more) => {
      given.push(passages.length);
      await model.prepare(passages, ...more);
    },
  });
  await search.prepare();
  expect(given.reduce((sum, count) => sum + count, 0)).toBe(2_100);
  expect(given.length).toBeGreaterThan(1);
  for (const index of [1, 77, 2_000, 2_099]) {
    const leads = (await search.consider(`What does Merz ${index} say?`))?.leads ?? [];
    const found = leads.find(({ ranked }) => ranked.index === index);
    expect(found?.evidence.cosine).toBeCloseTo((((index * 7) % 100) / 100 - 0.6) * 10, 0);
  }
});
