// One way of folding for all: words written together, with hyphens, points or commas, and letters written with one or with two.
import { describe, expect, test } from 'vitest';
import { placesOf, solidsOf } from '../../src/corpus/text/solid.ts';

const found = (wanted: string, text: string): string[] =>
  solidsOf(wanted).flatMap((one) =>
    solidsOf(text).flatMap((each) => placesOf(one, each).map(({ start, end }) => text.slice(start, end))),
  );

describe('is the same word', () => {
  test.each([
    ['MiG29', 'The MiG-29 jets', 'MiG-29'],
    ['G-20', 'the G20 summit', 'G20'],
    ['UNO', 'the U.N.O. said', 'U.N.O'],
    ['2,400,000', 'of 2400000 crowns', '2400000'],
    ['2400000', 'of 2\u202f400\u202f000 crowns', '2\u202f400\u202f000'],
    ['2400000', 'von 2.400.000 Kronen', '2.400.000'],
    ['coordinate', 'we co-ordinate', 'co-ordinate'],
    ['co operation', 'their co-operation', 'co-operation'],
    ['Koeln', 'aus Köln', 'Köln'],
    ['Köln', 'aus Koeln', 'Koeln'],
    ['Koln', 'aus Köln', 'Köln'],
    ['dont know', 'We don’t know', 'don’t know'],
    ['Malmo', 'in Malmö', 'Malmö'],
  ])('“%s” in “%s”', (wanted, text, words) => {
    expect(found(wanted, text)).toContain(words);
  });
});

describe('is another word', () => {
  test.each([
    ['2025', 'from 20-25 of them'],
    ['15', 'by 1.5 percent'],
    ['15', 'by 1,5 percent'],
    ['pot', 'the poet'],
    ['to', 'a toe'],
    ['one', 'someone'],
    ['peacewar', 'peace—war'],
    ['may be', 'maybe'],
  ])('“%s” in “%s”', (wanted, text) => {
    expect(found(wanted, text)).toEqual([]);
  });
});

test('of places that overlap all are found in a text that says something, and not all in one that repeats itself without end', () => {
  const placesIn = (wanted: string, text: string): number =>
    solidsOf(wanted).flatMap((one) => solidsOf(text).flatMap((each) => placesOf(one, each))).length;
  expect(placesIn('no, no', 'No, no, no, no.')).toBe(3);
  const [long, often] = ['no '.repeat(60), 'no '.repeat(6_000)];
  expect(placesIn(long, often)).toBeLessThan(150);
  expect(placesIn(long, often)).toBeGreaterThan(100);
});
