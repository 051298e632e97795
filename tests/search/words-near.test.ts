// Going through many words in order finds those that comparing each by itself finds.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slips } from '../../src/search/text/slips.ts';
import { Laid, sharedBy, slipsInBeginning, WordsNear } from '../../src/search/text/words-near.ts';

/** As it is told: some beginning of about the same length lies no more slips away. */
function beginsNearly(typed: string, word: string): boolean {
  const allowed = slipsInBeginning(typed.length);
  return (
    word.startsWith(typed) ||
    [-1, 0, 1].some((more) => slips(typed, word.slice(0, typed.length + more), allowed) <= allowed)
  );
}

const names = [
  'ministers',
  'minister',
  'minsk',
  'minutes',
  'paris',
  'parisian',
  'paras',
  'zürich',
  'a',
  '2025',
  '',
];

test.each([
  ['minsters', ['minister', 'ministers', 'minutes']],
  ['pairs', ['paris', 'parisian']],
  ['prais', ['paris', 'parisian']],
  ['mnsk', ['minsk']],
  ['zurich', ['zürich']],
  ['minu', ['ministers', 'minister', 'minsk', 'minutes']],
  ['par', ['paras', 'paris', 'parisian']],
  ['geneva', []],
])('%s begins nearly', (typed, expected) => {
  const near = new WordsNear(names);
  expect(near.near(typed).map((place) => near.words[place])).toEqual(expected.toSorted());
});

test.each([
  ['abc', 'abd', 2],
  ['ab', 'abc', 2],
  ['abc', 'ab', 2],
  ['abc', 'abc', 3],
  ['', 'abc', 0],
  ['xabc', 'abc', 0],
  ['x'.repeat(254), 'x'.repeat(254), 254],
  ['x'.repeat(300), 'x'.repeat(300), 255],
])('%s and %s begin alike by %d letters', (one, other, shared) => {
  expect(sharedBy(one, other)).toBe(shared);
});

test.each([
  [1, 0],
  [3, 0],
  [4, 1],
  [7, 1],
  [8, 2],
  [20, 2],
])('of %d letters %d may be slips', (length, slips) => {
  expect(slipsInBeginning(length)).toBe(slips);
});

test('words that share hundreds of letters are told apart', () => {
  const near = new WordsNear(['a', 'b', 'c'].map((end) => `${'x'.repeat(300)}${end}`));
  expect(near.near(`${'x'.repeat(300)}b`)).toEqual([0, 1, 2]);
  expect(near.near(`${'x'.repeat(299)}yzb`)).toEqual([1]);
});

test('whatever the words are', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12 });
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), word, (words, typed) => {
      const near = new WordsNear(words);
      expect(near.near(typed).map((place) => near.words[place])).toEqual(
        near.words.filter((each) => beginsNearly(typed, each)),
      );
    }),
    { numRuns: 300 },
  );
});

test('whole words, two letters swapped being two slips', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
  const limits = fc.integer({ min: 0, max: 3 });
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 40 }), word, limits, (words, typed, limit) => {
      const all = words.toSorted();
      const laid = new Laid(typed, { limit, swaps: false });
      const near = all.filter((each, at) => {
        const shared = sharedBy(all[at - 1] ?? '', each);
        return !laid.isTooFar(shared) && laid.isWhole(each, shared);
      });
      expect(near).toEqual(all.filter((each) => editsBetween(each, typed) <= limit));
    }),
    { numRuns: 100 },
  );
});

/** Levenshtein's distance by its definition. */
function editsBetween(one: string, other: string): number {
  if (one === '' || other === '') return one.length + other.length;
  const changed = editsBetween(one.slice(1), other.slice(1)) + (one[0] === other[0] ? 0 : 1);
  if (one[0] === other[0]) return changed;
  return Math.min(changed, 1 + editsBetween(one.slice(1), other), 1 + editsBetween(one, other.slice(1)));
}
