// A sentence may hold the words of a question and still not say what the question supposes.
import { describe, expect, test } from 'vitest';
import { readingOf } from './reading.ts';

describe('neighbours of the question', () => {
  const asked = 'Who doubts the security guarantees?';

  test('are kept where they stand as asked', () => {
    const { mixed, replaced, torn, turned } = readingOf(
      asked,
      'Moscow doubts the security guarantees.',
    ).structure(0);
    expect({ mixed, replaced, torn, turned }).toEqual({ mixed: 0, replaced: 0, torn: 0, turned: 0 });
  });

  test('are torn where three words or more part them: they are no longer one thing', () => {
    const far = readingOf(asked, 'For security the allies offered Kyiv some guarantees.').structure(0);
    const near = readingOf(asked, 'Guarantees of security were offered.').structure(0);
    expect(far.torn).toBeGreaterThan(0);
    expect(near.torn).toBe(0);
  });

  test('are mixed up where the missing one stands in another sentence: it was said of something else', () => {
    const { mixed, replaced } = readingOf(
      asked,
      'Moscow gave gas guarantees. Its security was never discussed.',
    ).structure(0);
    expect(mixed).toBeGreaterThan(0);
    expect(replaced).toBe(0);
  });

  test('are replaced where another word stands in the place of one found nowhere', () => {
    const { mixed, replaced } = readingOf(asked, 'Moscow wants gas guarantees.').structure(0);
    expect(mixed).toBe(0);
    expect(replaced).toBeGreaterThan(0);
  });

  test('are not replaced by a word of grammar, which takes the place of nothing', () => {
    expect(readingOf(asked, 'It was about the guarantees.').structure(0).replaced).toBe(0);
  });

  test('are turned where the second stands first: who did it to whom may be turned too', () => {
    const same = readingOf('Did Merz call Trump?', 'Merz called Trump.').structure(0);
    const other = readingOf('Did Merz call Trump?', 'Trump called Merz.').structure(0);
    expect(same.turned).toBe(0);
    expect(other.turned).toBe(1);
  });
});

describe('words of the question', () => {
  test('are loose where only a synonym stands for them', () => {
    const asked = 'Was a ceasefire reached?';
    expect(readingOf(asked, 'A ceasefire was reached.').structure(0).loose).toBe(0);
    expect(readingOf(asked, 'A truce was reached.').structure(0).loose).toBeGreaterThan(0);
  });

  test('are scattered by the words between them, and wholly where there are none', () => {
    const asked = 'Did Merz call Trump?';
    const close = readingOf(asked, 'Merz called Trump.').structure(0).scattered;
    const wide = readingOf(asked, 'Merz left early that day, and others then called Trump.').structure(0);
    const none = readingOf(asked, 'Nobody came.').structure(0).scattered;
    expect([close, none]).toEqual([0, 1]);
    expect(wide.scattered).toBeGreaterThan(close);
  });
});

describe('qualifiers', () => {
  test('that the sentence lacks count: half for one, in full from two on', () => {
    const paragraph = 'The talks were held.';
    const lacking = (asked: string): number => readingOf(asked, paragraph).structure(0).qualifiers;
    expect(lacking('When were talks held?')).toBe(0);
    expect(lacking('When were the first talks held?')).toBe(0.5);
    expect(lacking('When were the first official talks without allies held only?')).toBe(1);
  });

  test('that the sentence has do not count', () => {
    expect(
      readingOf('When were the first talks?', 'The first talks were held.').structure(0).qualifiers,
    ).toBe(0);
  });

  test('a superlative that the sentence lacks makes another claim', () => {
    const paragraph = 'The party won.';
    expect(readingOf('Which was the strongest party?', paragraph).structure(0).superlative).toBe(1);
    expect(readingOf('Which party won?', paragraph).structure(0).superlative).toBe(0);
  });

  test('a negated question is known as one', () => {
    expect(readingOf('Who did not come?', 'Nobody came.').structure(0).questionNegated).toBe(1);
  });
});

test('superlatives are words like "largest", and not forests, interests and protests', () => {
  const superlative = (asked: string): number =>
    readingOf(asked, 'Talks were held.').structure(0).superlative;
  expect(superlative('What is the largest alliance?')).toBe(1);
  expect(superlative('Which forest, interest or protest?')).toBe(0);
});

test('"unable" negates as "unavoidable" does', () => {
  for (const asked of ['Who was unable to come?', 'What is unavoidable?'])
    expect(readingOf(asked, 'Talks were held.').structure(0).questionNegated).toBe(1);
});
