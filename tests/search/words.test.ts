// Words are folded alike on both sides of the search, and still know where they stand.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { words } from '../../src/search/text/words.ts';

const folded = (text: string): string[] => words(text).map((word) => word.folded);

describe('folds', () => {
  test.each([
    ['case and accents, since questions are typed without them', 'Erdoğan KYIV', ['erdogan', 'kyiv']],
    ['full stops inside, so that "U.S." is "US"', 'U.S. envoys', ['us', 'envoys']],
    ['an abbreviation of small letters too', 'at 9 a.m.', ['at', '9', 'am']],
    ['either genitive', 'Zelenskyy’s and James’s plan', ['zelenskyy', 'and', 'james', 'plan']],
    ['the genitive of a plural', "the leaders' plan", ['the', 'leaders', 'plan']],
    ['commas between digits, but no decimal point', '30,000 and 1.5', ['30000', 'and', '1.5']],
  ])('%s', (_, text, expected) => {
    expect(folded(text)).toEqual(expected);
  });
});

describe('cuts', () => {
  test.each([
    ['at a hyphen: writers disagree about hyphens', 'cease-fire COVID-19', ['cease', 'fire', 'covid', '19']],
    ['not at the apostrophe of a negation, which would lose it', 'didn’t', ["didn't"]],
    ['a full stop between two sentences run together', 'the end.Next', ['the', 'end', 'next']],
    ['no letters from a number: they say which it is', '1990s 19th', ['1990s', '19th']],
    ['signs off a number', '$5, 20%', ['5', '20']],
    ['nothing out of nothing', ' … — ?! ', []],
  ])('%s', (_, text, expected) => {
    expect(folded(text)).toEqual(expected);
  });
});

test('a word is the slice of the text that its offsets tell, behind the word before it', () => {
  const parts = fc.constantFrom('U.S.', '’', "'s", '-', ' ', 'é', 'e\u0301', '30,000', 'ß', '𝔄', '.', 'İ');
  const text = fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), parts)).map((each) => each.join(''));
  fc.assert(
    fc.property(text, (source) => {
      let before = 0;
      for (const word of words(source)) {
        expect(word.text).toBe(source.slice(word.start, word.end));
        expect(word.text.length).toBeGreaterThan(0);
        expect(word.start).toBeGreaterThanOrEqual(before);
        before = word.end;
      }
    }),
  );
});
