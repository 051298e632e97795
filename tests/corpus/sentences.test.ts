// Sentences are exact slices, and an abbreviation is no end of one.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sentencesOf } from '../../src/corpus/text/sentences.ts';

const sentences = (text: string): string[] =>
  sentencesOf(text).map(({ start, end }) => text.slice(start, end));

test.each([
  ['two sentences', 'We go. We stay.', ['We go.', 'We stay.']],
  ['a closing mark belongs to its sentence', '“We go.” “We stay.”', ['“We go.”', '“We stay.”']],
  [
    'initials and titles',
    'Between U.S. President Trump and Mr. Putin. It ended.',
    ['Between U.S. President Trump and Mr. Putin.', 'It ended.'],
  ],
  ['numbers', 'It was $3.5 million. Fine.', ['It was $3.5 million.', 'Fine.']],
  ['an abbreviation at the very end', 'He met Mr.', ['He met Mr.']],
  ['no full stop at all', 'a heading', ['a heading']],
  ['lines', 'One.\nTwo.', ['One.', 'Two.']],
])('%s', (_, text, expected) => {
  expect(sentences(text)).toEqual(expected);
});

test('nothing of a text is lost but the white space between sentences', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(sentences(text).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    }),
  );
});
