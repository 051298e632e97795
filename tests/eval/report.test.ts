// How figures are written, and what is said of the eight dresses.
import { expect, test } from 'vitest';
import { measured } from './measures.ts';
import type { Outcome } from './outcomes.ts';
import { confidenceTables, dressTable, inWords, withInterval } from './report.ts';

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

test('what an operator wants to know stands in a sentence', () => {
  const went = (isAnswerable: boolean, isAnswered: boolean, isRight: boolean) => ({
    ...{ isAnswerable, isAnswered, isRight },
  });
  const all = [
    ...[went(true, true, true), went(true, true, true), went(true, true, false)],
    ...[
      went(true, false, true),
      went(true, false, false),
      went(false, true, false),
      went(false, false, false),
    ],
  ];
  expect(inWords('trained', all)).toBe(
    'trained: of 5 that the documents answer, 2 got the right passage as the answer, 1 another one, 2 none; ' +
      'of 2 that they do not answer, 1 got one all the same.',
  );
  expect(inWords('lexical', all.slice(0, 2))).toBe(
    'lexical: of 2 that the documents answer, 2 got the right passage as the answer, 0 another one, 0 none.',
  );
});
