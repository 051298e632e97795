// How alike short texts are by their vectors, before a small model: what is kept, what is left out, and what happens without time.
import { expect, test } from 'vitest';
import type { Model } from '../../src/reading/model.ts';
import { NotRead } from '../../src/reading/reader.ts';
import { openLikeness } from '../../src/search/ranking/likeness.ts';

const vectors: Readonly<Record<string, Int8Array>> = {
  'Who pays?': Int8Array.of(127, 0),
  'Wer zahlt?': Int8Array.of(127, 0),
  'Who sings?': Int8Array.of(0, 127),
};

/** A model that knows a few vectors, and was asked for so many. */
function modelOf(vectorOf = async (text: string): Promise<Int8Array> => vectors[text] ?? Int8Array.of(0, 0)) {
  const asked: string[] = [];
  const model: Pick<Model, 'vectorOf'> = {
    vectorOf: (text) => {
      asked.push(text);
      return vectorOf(text);
    },
  };
  return { source: async () => model as Model, asked };
}

test('texts are as alike as the cosine of their vectors tells, each of which is made once for all libraries', async () => {
  const { source, asked } = modelOf();
  const [one, other] = [openLikeness(source), openLikeness(source)];
  expect([...(await one('Who pays?', ['Wer zahlt?', 'Who sings?']))]).toEqual([
    ['Wer zahlt?', 1],
    ['Who sings?', 0],
  ]);
  expect((await other('Who sings?', ['Who pays?'])).get('Who pays?')).toBe(0);
  expect(asked.sort()).toEqual(Object.keys(vectors).sort());
});

test('politeness and mentions make no difference', async () => {
  const { source, asked } = modelOf();
  const found = await openLikeness(source)('Who pays?', ['<@123> hello, who pays?']);
  expect(found.size).toBe(1);
  expect(asked).toEqual(['Who pays?', 'who pays?']);
});

test('a text that is longer than what the model reads of it is like nothing', async () => {
  const { source, asked } = modelOf();
  const long = `${'Who pays for the very long bridge across the river '.repeat(4)}?`;
  const likeness = openLikeness(source);
  expect((await likeness('Who pays?', [long, 'Wer zahlt?'])).has(long)).toBe(false);
  expect(await likeness(long, ['Wer zahlt?'])).toEqual(new Map());
  expect(asked).toEqual(['Who pays?', 'Wer zahlt?']);
});

test('without a model nothing is known to be alike', async () => {
  expect(await openLikeness()('Who pays?', ['Wer zahlt?'])).toEqual(new Map());
  expect(await openLikeness(async () => undefined)('Who pays?', ['Wer zahlt?'])).toEqual(new Map());
});

test('where there is no time left, what is made already still counts, and nothing more is asked for', async () => {
  let busy = false;
  const { source, asked } = modelOf(async (text) => {
    if (busy) throw new NotRead('busy');
    return vectors[text] ?? Int8Array.of(0, 0);
  });
  const likeness = openLikeness(source);
  await likeness('Who pays?', ['Wer zahlt?']);
  busy = true;
  const found = await likeness('Who pays?', ['Who sings?', 'Who dances?', 'Wer zahlt?']);
  expect([...found]).toEqual([['Wer zahlt?', 1]]);
  expect(asked).toEqual(['Who pays?', 'Wer zahlt?', 'Who sings?']);
});

test('a fault of ours is no want of time', async () => {
  const { source } = modelOf(async () => {
    throw new RangeError('a fault');
  });
  await expect(openLikeness(source)('Who pays?', [])).rejects.toThrow('a fault');
});
