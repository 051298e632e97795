// Words and marks as they stand in a text, each with its place, whatever letters they have.
import { expect, test } from 'vitest';
import { tokensOf } from '../../../src/statements/language/language.ts';

test.each([
  ['Erdoğan said so.', ['Erdoğan', 'said', 'so', '.']],
  ['Wałęsa said so.', ['Wałęsa', 'said', 'so', '.']],
  ['ŁUKASZ left.', ['ŁUKASZ', 'left', '.']],
  ['Đinđić left.', ['Đinđić', 'left', '.']],
  ['Işık left.', ['Işık', 'left', '.']],
  ['Ħal Għaxaq fell.', ['Ħal', 'Għaxaq', 'fell', '.']],
  ['Ŧuođđu left.', ['Ŧuođđu', 'left', '.']],
  ['Nguyễn left.', ['Nguyễn', 'left', '.']],
  ['So it so.', ['So', 'it', 'so', '.']],
  [`${'x'.repeat(200)} left.`, ['left', '.']],
  [`${'x'.repeat(199)} left.`, ['x'.repeat(199), 'left', '.']],
  [`It${' '.repeat(300)}left.`, ['It', 'left', '.']],
])('%s', (text, words) => {
  const tokens = tokensOf(text, 1000);
  expect(tokens.map((token) => token.text)).toEqual(words);
  for (const { start, end, text: word } of tokens) expect(text.slice(start - 1000, end - 1000)).toBe(word);
});

test('a token has its part of speech and its base form', () => {
  expect(tokensOf('Merz told us', 0)).toEqual([
    { text: 'Merz', pos: 'PROPN', lemma: 'merz', start: 0, end: 4 },
    { text: 'told', pos: 'VERB', lemma: 'tell', start: 5, end: 9 },
    { text: 'us', pos: 'PRON', lemma: expect.any(String), start: 10, end: 12 },
  ]);
});
