// Small words, opposites and words put in others' places: the question's wording is there, and what it says is not.
import { describe, expect, test } from 'vitest';
import { opposed } from '../../src/search/contraries.ts';
import { type SwapEvidence, swapsOf } from '../../src/search/swaps.ts';
import { TWIST_EVIDENCE, type TwistEvidence, twistsOf } from '../../src/search/twists.ts';
import { readingOf } from './reading.ts';

function twistsIn(asked: string, text: string): TwistEvidence {
  const { question, read, match, bounds, cover } = readingOf(asked, text);
  return twistsOf(question, cover(0), { read, match, ...bounds(0) });
}

function swapsIn(asked: string, text: string): SwapEvidence {
  const { question, read, match, bounds, cover } = readingOf(asked, text);
  return swapsOf(question, cover(0), { read, match, ...bounds(0) });
}

describe('a twist', () => {
  const cases: [name: (typeof TWIST_EVIDENCE)[number], asked: string, twisted: string, plain: string][] = [
    ['unnegated', 'Who did not sign?', 'Merz did sign.', 'Merz could hardly sign.'],
    ['denied', 'Who signed it?', 'Merz never signed it.', 'Merz signed it.'],
    ['uncompared', 'What is least likely?', 'A truce is likely.', 'A truce is least likely.'],
    ['unordered', 'Who came first?', 'Merz came.', 'Merz came first.'],
    ['unlimited', 'Who signed all treaties?', 'Merz signed treaties.', 'Merz signed all treaties.'],
    ['prefixed', 'Is the truce stable?', 'The truce is unstable.', 'The truce is stable.'],
    ['otherNumber', 'Who sent 30 tanks?', 'Merz sent 40 tanks.', 'Merz sent 30 tanks.'],
    ['otherDate', 'Who signed in July?', 'Merz signed in June.', 'Merz signed in July.'],
    ['otherPeople', 'What does Italy want?', 'What Spain wants is peace.', 'What Italy wants is peace.'],
    ['otherName', 'What does Merz want?', 'In Berlin Scholz wants peace.', 'In Berlin Merz wants peace.'],
  ];
  test.each(cases)('%s: “%s” of “%s”, and not of “%s”', (name, asked, twisted, plain) => {
    expect(twistsIn(asked, twisted)[name]).toBe(1);
    expect(twistsIn(asked, plain)[name]).toBe(0);
  });

  test('has a case above for each kind', () => {
    expect(cases.map(([name]) => name)).toEqual([...TWIST_EVIDENCE]);
  });
});

describe('a word in another’s place', () => {
  const text = 'The rotation of planet Earth is what fixes the length of a day.';

  test('stands between words of the sentence', () => {
    const { swapped, swappedName, sureSwap } = swapsIn(
      'The rotation of planet Mars is what fixes the day?',
      text,
    );
    expect(Math.min(swapped, swappedName)).toBeGreaterThan(0);
    expect(sureSwap).toBe(1);
  });

  test('stands beside such words on one side only', () => {
    const { swapped, halfSwapped } = swapsIn('Who measured the rotation of planet Mars?', text);
    expect(swapped).toBe(0);
    expect(halfSwapped).toBeGreaterThan(0);
  });

  test('is none in a paraphrase, nor where nothing is missing', () => {
    for (const asked of ['Why do days last equally long?', 'What fixes the exact length of a day?'])
      expect(Math.max(...Object.values(swapsIn(asked, text)))).toBe(0);
  });
});

test('one of a set excludes the others, as opposites do', () => {
  const isOpposed = (asked: string, told: string): boolean => {
    const { question, read, bounds, cover } = readingOf(asked, told);
    return opposed(question, read.folded, cover(0), bounds(0).from, bounds(0).to);
  };
  expect(isOpposed('Who signed the second treaty?', 'Merz signed the third treaty.')).toBe(true);
  expect(isOpposed('Who lives in the north?', 'They live in the west.')).toBe(true);
  expect(isOpposed('Who lives in the north?', 'They live in the north.')).toBe(false);
});
