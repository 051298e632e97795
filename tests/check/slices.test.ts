// 500 slices of the shipped sources: found, quotable, nothing of them missing; with one word changed never exact.
import { expect, test } from 'vitest';
import { readCollection } from '../../src/corpus/files/collection.ts';
import { libraryOf } from '../../src/library.ts';
import { brokenBy, slicesOf } from '../eval/slices.ts';

test('whatever is cut out of the sources is found there, and nothing that was changed is exact', async () => {
  const collection = await readCollection('corpus');
  const library = libraryOf(collection);
  const asked = {
    check: (text: string) => library.check(text),
    quoted: async (text: string) => (await library.findQuote(text)).length,
    missing: async (text: string) => (await library.ask(text)).missing,
  };
  const slices = [...slicesOf(collection.passages, 500, 15)];
  expect(slices).toHaveLength(500);
  expect(slices.filter(({ altered }) => altered !== undefined).length).toBeGreaterThan(450);
  const broken = [];
  for (const slice of slices) broken.push(...(await brokenBy(slice, asked)));
  expect(broken).toEqual([]);
});
