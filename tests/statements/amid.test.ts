// Clauses amid the sentence that they report, what people feel and say, and what has a title.
import { describe, expect, test } from 'vitest';
import { shown, statementsIn } from './reading.ts';

const told = (text: string): string[] => statementsIn(text).map(shown);

describe('a clause between commas reports what stands on both its sides', () => {
  test.each([
    ['The talks, said Merz, will go on until dawn.', 'Merz: The talks + will go on until dawn'],
    ['The talks, Merz said, will go on until dawn.', 'Merz: The talks + will go on until dawn'],
    [
      'And Holm, said Sunshine, who remains friendly with her, does not forgive.',
      'Sunshine: And Holm + does not forgive',
    ],
    ['But progress, according to Merz, was slow.', 'Merz: But progress + was slow'],
    ['The bill, Lund added on Friday, would cost jobs.', 'Lund: The bill + would cost jobs'],
    ['His plan, argued the minister, never had a chance.', 'the minister: His plan + never had a chance'],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  test.each([
    'The minister, said to be ill, did not come.',
    'The reporter, told the news, left at once.',
    'The man, called Lund by his friends, did not come.',
    'Merz, Macron and Starmer, it turned out, had left.',
    'The company, renamed Lund last year, was sold.',
    'The envoy, warned by nobody, walked in.',
  ])('nobody says: %s', (text) => {
    expect(told(text)).toEqual([]);
  });
});

const words = '“They have seen the biggest boost.”';

describe('whoever feels something speaks behind the colon', () => {
  test.each([
    ['The timing does not surprise pollster Daron Shaw: ', 'pollster Daron Shaw'],
    ['It worried Anna Holm: ', 'Anna Holm'],
    ['The result has stunned minister Peter Lund: ', 'minister Peter Lund'],
    ['Such losses trouble Holm: ', 'Holm'],
    ['The vote pleased Chancellor Anna Holm: ', 'Chancellor Anna Holm'],
    ['None of this bothers Peter Lund: ', 'Peter Lund'],
  ])('%s', (lead, speaker) => {
    expect(told(`${lead}${words}`)).toEqual([`${speaker}: ${words}`]);
  });

  test.each([
    ['Merz smiled: ', 'Merz'],
    ['Merz met Macron: ', 'Merz'],
    ['Lund surprised Holm: ', 'Lund'],
    ['Anna Holm told Lund: ', 'Anna Holm'],
    ['Holm praised pollster Daron Shaw: ', 'Holm'],
    ['Lund, worried, wrote to Holm: ', 'Lund'],
  ])('whoever acts does: %s', (lead, speaker) => {
    expect(told(`${lead}${words}`)).toEqual([`${speaker}: ${words}`]);
  });
});

describe('a title behind what has one is nobody’s words', () => {
  test.each([
    'Lund, a contestant on Holm’s show, “The Apprentice,” said his boss was kind.',
    'Lund, author of the book “The Long Night,” said his boss was kind.',
    'Lund, known for the film “Two Winters,” said his boss was kind.',
    'Lund, the author of a study, “Ten Lost Years,” said his boss was kind.',
    'Lund, the host of the podcast “Open Doors,” said his boss was kind.',
    'Lund, star of the series “Open Doors,” said his boss was kind.',
  ])('%s', (text) => {
    expect(told(text)).toEqual(['Lund: his boss was kind']);
  });
});

test.each([
  'Holm said it was late. Lund’s quarrel was with Roux, who he claims has been unfair.',
  'Holm said it was late. Lund’s office knows what he has said: the talks failed.',
  'Holm said it was late. Lund’s letter shows that he said the talks failed.',
])('whom something belongs to may be meant by “he”: %s', (text) => {
  expect(
    statementsIn(text)
      .slice(1)
      .map(({ speaker }) => speaker?.resolved),
  ).not.toContain('Holm');
});
