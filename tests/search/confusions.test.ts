// English words written for one another, of which no spelling tells which was meant.
import { expect, test } from 'vitest';
import { confusedWith, lettersSwapped } from '../../src/search/text/confusions.ts';
import { readingOf } from './reading.ts';

/** Whether all that is asked stands in the text, whole or in part. */
function isFound(asked: string, text: string): boolean {
  return readingOf(asked, text)
    .cover(0)
    .every((part) => part > 0);
}

test.each([
  ['can boarders be changed', 'Borders must not be changed.', 'a word of the list'],
  ['who singed it', 'Merz signed it.', 'two letters the other way round'],
  ['artical 5 principal', 'the Article 5 principle', 'two at once'],
])('%s: %s, %s', (asked, text) => expect(isFound(asked, text)).toBe(true));

test.each([
  ['border', ['boarder']],
  ['seize', ['cease', 'seas']],
  ['zumbrik', []],
])('“%s” is written for %j', (word, others) => {
  expect(confusedWith(word).toSorted()).toEqual(others);
});

test.each([
  ['four', []],
  ['fours', ['ofurs', 'fuors', 'forus', 'fousr']],
  ['x'.repeat(21), []],
])('letters of “%s” the other way round: %j', (word, swapped) => {
  expect(lettersSwapped(word)).toEqual(swapped);
});

test('what the sources hold is meant as it is written', () => {
  const { question } = readingOf('who singed it', 'Merz signed what was singed.');
  expect(question.terms.flatMap((term) => [...term.standIns.keys()])).not.toContain('sign');
});

test('a name that looks like a slip of a word of grammar stays a name, and the word alone does not', () => {
  const asked = (text: string): (string | undefined)[] =>
    readingOf(text, 'Nobody said a thing.').question.terms.map(({ typed }) => typed);
  expect(asked('What did Wen say?')).toContain('Wen');
  expect(asked('wen did they say it?')).not.toContain('wen');
});

test('a word of thousands of letters has no neighbours to look through', () => {
  expect(lettersSwapped('abcdef')).toHaveLength(5);
  expect(lettersSwapped('a'.repeat(6_000))).toEqual([]);
});
