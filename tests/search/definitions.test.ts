// What or who something is: sentences that say it before those that only speak of it.
import { describe, expect, test } from 'vitest';
import { definedIn } from '../../src/search/definitions.ts';
import { readingOf } from './reading.ts';

function defined(asked: string, text: string): number {
  const { question, read, match } = readingOf(asked, text);
  return definedIn(question, read, match);
}

describe('a thing', () => {
  const asked = 'What is Article 5?';
  test('is spelled out behind a colon that follows its name', () =>
    expect(defined(asked, 'It rests on the Article 5 principle: all for one.')).toBe(1));
  test('may be behind a colon further on, or where something is "called" so', () => {
    expect(defined(asked, 'Article 5 came up in talks with an old friend: the minister.')).toBe(0.5);
    expect(defined(asked, 'They called it Article 5.')).toBe(0.5);
  });
  test('is not where it is only spoken of', () => expect(defined(asked, 'She spoke of Article 5.')).toBe(0));
  test('is not asked for where more is asked', () =>
    expect(
      defined(
        'What is Article 5 of the treaty between all members about?',
        'Article 5 principle: all for one.',
      ),
    ).toBe(0));
});

describe('the word that asks, misspelt', () => {
  test.each(['wat is article 5', 'wht is article 5', 'what is artical 5'])('%s', (asked) =>
    expect(defined(asked, 'It rests on the Article 5 principle: all for one.')).toBe(1),
  );
});
