// What the hostile run leans on: its deeds come by everything, and its documents are such as a server may have.
import { expect, test } from 'vitest';
import { defaultLimits } from '../../src/sources/limits.ts';
import { hostile } from '../hostile-documents.ts';
import { inTurn } from './noise.ts';
import { hostileTexts, textsOf } from './noisy-documents.ts';

/** Seven megabytes are made and measured. */
const slow = { timeout: 120_000 };

test.each([1, 2, 3, 7, 97, 100, 1_000, 6_720])('of %i deeds each is met before one is met again', (count) => {
  const next = inTurn(Array.from({ length: count }, (_, index) => index));
  const met = Array.from({ length: count }, () => next());
  expect(new Set(met).size).toBe(count);
  expect(next()).toBe(met[0]);
});

test('each hostile document has a server, whose library is as full as it may be and no fuller', slow, () => {
  const all = hostileTexts();
  expect(all).toHaveLength(hostile.size);
  const servers = [0, 1, 2, 3, 4, 5].map((index) => textsOf(index));
  expect(servers.flat().map(({ id }) => id)).toEqual(all.map(({ id }) => id));
  for (const texts of servers) {
    const characters = texts.reduce((sum, { text }) => sum + text.length, 0);
    expect(characters).toBeLessThan(defaultLimits.characters);
  }
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
});
