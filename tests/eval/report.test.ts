// How figures are written, and what is said of the eight dresses.
import { expect, test } from 'vitest';
import { measured } from './measures.ts';
import type { Outcome } from './outcomes.ts';
import { confidenceTables, dressTable, withInterval } from './report.ts';

test('a figure is written with its interval', () => {
  expect(withInterval(measured(0.7, 10))).toBe('.700 .40–.89');
  expect(withInterval(measured(1, 3))).toBe('1.000 .44–1.00');
  expect(withInterval(undefined)).toBe('–');
});

const one = (dress: string, sort: Outcome['sort'], answered: boolean): Outcome & { dress: string } => ({
  ...{ dress, sort, answered, right: sort === 'answerable', confidence: answered ? 0.9 : 0.1 },
});

test('the largest difference of a dress is that to the questions as written, in either direction', () => {
  const outcomes = ['as written', 'ALL CAPITALS', 'Title Case'].flatMap((dress, at) => [
    one(dress, 'answerable', true),
    one(dress, 'answerable', at !== 1),
    one(dress, 'on the subject', at === 0),
  ]);
  const { title, rows } = dressTable('lexical', outcomes);
  expect(title).toBe('lexical: the same questions in other dress');
  expect(rows['ALL CAPITALS']).toMatchObject({ 'right and said': expect.stringMatching(/^\.500 /) });
  expect(rows['largest difference']).toEqual({
    ...{ 'right and said': '0.500', 'silent on': '1.000', 'silent off': '0.000' },
  });
});

test('the last threshold of the curve is the one that is silent often enough', () => {
  const outcomes = [one('as written', 'answerable', true), one('as written', 'on the subject', false)];
  const [bins, points] = confidenceTables(['lexical', outcomes]);
  expect(Object.entries(bins?.rows ?? {}).at(-1)).toEqual([
    '0.9–1.0',
    { questions: 1, 'mean confidence': '0.900', right: expect.stringMatching(/^1\.000 /) },
  ]);
  expect(Object.entries(points?.rows ?? {}).at(-1)).toEqual([
    '0.1000, silent on at 0.88',
    { 'right and said': '1.000', 'silent on': '1.000' },
  ]);
});
