// Lists of passages one behind the other: what is read of each, where each passage stands, and the best of many values.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atOnce } from '../../src/common/steps.ts';
import type { Document } from '../../src/corpus/document.ts';
import { Best } from '../../src/search/index/best.ts';
import { candidatesInMemory, type Filing, postingsSteps } from '../../src/search/index/candidates.ts';
import {
  type Part,
  type PartOptions,
  Parts,
  partDataSteps,
  partSteps,
} from '../../src/search/index/parts.ts';
import { openAliases } from '../../src/search/ranking/aliases.ts';
import { background } from './reading.ts';
import { documentOf, dossierOf, passagesIn } from './texts.ts';

const reader = () => ({ aliases: openAliases(dossierOf({})), background: background() });

function partOf(documents: readonly Document[], more: Partial<PartOptions> = {}): Part {
  const passages = passagesIn(...documents);
  const options = { ...reader(), ...more };
  return atOnce(partSteps(passages, atOnce(partDataSteps(passages, options)), options));
}

const oslo = documentOf('oslo', 'Merz came. He signed.\n\nIt rained.', {
  title: { value: 'Oslo', by: 'source' },
});
const riga = documentOf('riga', 'Scholz left.\n\nIt rained.\n\nIt rained.', { title: undefined });
const paris = documentOf('paris', 'Nobody slept.');

const two = () => {
  const all = [partOf([oslo]), partOf([]), partOf([riga, paris])];
  return { all, parts: new Parts(all) };
};

describe('of several parts', () => {
  test('places go on from one to the next', () => {
    const { parts } = two();
    expect(parts.all.map(({ begins }) => begins)).toEqual([0, 2, 2]);
    expect(parts.passages.length).toBe(6);
    const texts = Array.from({ length: 8 }, (_, at) => parts.passages.at(at)?.passage.text);
    expect(texts).toEqual([
      'Merz came. He signed.',
      'It rained.',
      'Scholz left.',
      'It rained.',
      'It rained.',
      'Nobody slept.',
      undefined,
      undefined,
    ]);
    expect(parts.passages.at(-1)).toBeUndefined();
    expect([parts.partOf(1), parts.partOf(2), parts.partOf(-1)].map((part) => part?.passages.length)).toEqual(
      [2, 4, undefined],
    );
  });

  test('a passage is found by itself and by its key, the first of those that are alike', () => {
    const { all, parts } = two();
    const passages = all.flatMap((part) => part.passages);
    expect(passages.map((passage) => parts.indexOf(passage))).toEqual([0, 1, 2, 3, 4, 5]);
    const keys = all.flatMap(({ readable }) =>
      Array.from({ length: readable.length }, (_, at) => readable.key(at)),
    );
    expect(new Set(keys).size).toBe(5);
    expect(keys.map((key) => parts.indexOfKey(key))).toEqual([0, 1, 2, 3, 3, 5]);
    const [other] = passagesIn(documentOf('other', 'It rained.'));
    expect([parts.indexOf(other!), parts.indexOfKey('0'.repeat(32))]).toEqual([undefined, undefined]);
  });

  test('the passages of some documents are told by their places', () => {
    const { parts } = two();
    const placesOf = (...documents: Document[]): number[] =>
      [-1, 0, 1, 2, 3, 4, 5, 6].filter(parts.placesOf(documents));
    expect(placesOf(oslo)).toEqual([0, 1]);
    expect(placesOf(riga)).toEqual([2, 3, 4]);
    expect(placesOf(oslo, paris)).toEqual([0, 1, 5]);
    expect(placesOf()).toEqual([]);
  });

  test.each<[string, Document[][], Document | undefined]>([
    ['one', [[oslo]], oslo],
    ['one, and parts without any', [[], [oslo], []], oslo],
    ['two of one part', [[riga, paris]], undefined],
    ['two of two parts', [[riga], [paris]], undefined],
    ['none', [[]], undefined],
  ])('the only document is told where there is %s', (_, lists, only) => {
    const parts = lists.map((documents) => partOf(documents));
    expect(new Parts(parts).only).toBe(only);
  });
});

describe('what a reader gets', () => {
  test('is the title, the text and its sentences, passage by passage', () => {
    const { parts } = two();
    expect(parts.readable(0)).toMatchObject({
      ...{ title: 'Oslo', text: 'Merz came. He signed.' },
      sentences: [
        { start: 0, end: 10 },
        { start: 11, end: 21 },
      ],
    });
    expect(parts.readable(3)).toMatchObject({ title: '', sentences: [{ start: 0, end: 10 }] });
    expect(parts.readable(99)).toBeUndefined();
  });

  test('is the same one by one and several together, no further than there are any', () => {
    const { readable } = partOf([riga, paris]);
    const all = [0, 1, 2, 3].map((at) => readable.at(at));
    expect(readable.slice(0, 4)).toEqual(all);
    expect(readable.slice(1, 3)).toEqual(all.slice(1, 3));
    expect(readable.slice(3, 99)).toEqual(all.slice(3));
    expect(all.map((each) => each?.key)).toEqual([0, 1, 2, 3].map((at) => readable.key(at)));
    expect(readable.at(4)).toBeUndefined();
  });
});

describe('a passage that was read', () => {
  test('is kept, until its part is let go of, and those of other parts are kept on', () => {
    const closing = new AbortController();
    const [before, part, behind] = [
      partOf([oslo]),
      partOf([oslo], { closing: closing.signal }),
      partOf([oslo]),
    ];
    const read = () => [before, part, behind].map((each) => each.read(1));
    const first = read();
    expect(read().map((each, at) => each === first[at])).toEqual([true, true, true]);
    closing.abort();
    expect(read().map((each, at) => each === first[at])).toEqual([true, false, true]);
    expect(part.read(1)).toEqual(first[1]);
    expect(part.read(7)).toBeUndefined();
  });
});

describe('the index of a part', () => {
  const found = async (part: Part): Promise<number[]> =>
    (await part.candidates.find(new Map([['rain', 1]]))).map(({ index }) => index);

  test('is in memory, also where what was read of it lacks it', async () => {
    const passages = passagesIn(oslo, riga);
    const data = atOnce(partDataSteps(passages, reader()));
    const without = { ...data, postings: undefined };
    expect(await found(atOnce(partSteps(passages, data, reader())))).toEqual([1, 3, 4]);
    expect(await found(atOnce(partSteps(passages, without, reader())))).toEqual([1, 3, 4]);
  });

  test('is where passages are filed, where that is elsewhere', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const filing: Filing = async (passages, given) => {
      await promise;
      return candidatesInMemory(atOnce(postingsSteps(passages.slice(0, 2), given)));
    };
    const part = partOf([oslo, riga], { filing });
    expect(atOnce(partDataSteps(passagesIn(oslo), { ...reader(), filing })).postings).toBeUndefined();
    let isFiled = false;
    const filed = part.filed().then(() => {
      isFiled = true;
    });
    await new Promise(setImmediate);
    expect(isFiled).toBe(false);
    resolve();
    await filed;
    expect(await found(part)).toEqual([1]);
  });
});

test('of many values the highest are kept, of equal ones the first', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 200 }),
      fc.integer({ min: 1, max: 9 }),
      (values, most) => {
        const best = new Best(most);
        const seen: number[] = [];
        for (const [index, value] of values.entries()) {
          best.offer(index, value);
          seen.push(value);
          // What is below cannot come among them any more.
          const sorted = seen.toSorted((a, b) => b - a);
          expect(best.least).toBeLessThanOrEqual(sorted[most - 1] ?? -Infinity);
        }
        const sorted = [...values.entries()]
          .map(([index, value]) => ({ index, value }))
          .toSorted((a, b) => b.value - a.value || a.index - b.index);
        expect(best.sorted()).toEqual(sorted.slice(0, most));
        if (values.length >= most) expect(best.least).toBe(sorted[most - 1]?.value);
      },
    ),
    { numRuns: 300 },
  );
});
