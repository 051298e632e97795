// Folding forgets what matching should not care for; its offsets forget nothing.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, unfold } from '../../src/corpus/text/folding.ts';
import { growthOf, mostGrowth } from '../processor-time.ts';

const hardText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('“', '’', '–', '\u00ad', 'é', 'e\u0301', 'ﬁ', '  ', '…', '½'),
    ),
  )
  .map((parts) => parts.join(''));

describe('folds', () => {
  test.each([
    ['case', 'KYIV', 'kyiv'],
    ['accents, whole or combined', 'António Antón e\u0301', 'antonio anton e'],
    ['quotation marks', '“a” ‘b’ «c» „d“', '"a" \'b\' "c" "d"'],
    ['apostrophes', 'NATO’s', "nato's"],
    ['dashes', 'a – b — c‑d', 'a - b - c-d'],
    ['white space of every kind', 'a \t\n\u00a0b', 'a b'],
    ['invisible characters', 'a\u200bb\u00adc\u202ed', 'abcd'],
    ['ligatures and ellipses', 'ﬁn…', 'fin...'],
    ['letters that have no decomposition', 'Łódź Straße Ærø', 'lodz strasse aero'],
    ['Cyrillic', 'Зеленський', 'зеленськии'],
  ])('%s', (_, source, folded) => {
    expect(fold(source).text).toBe(folded);
  });
});

test('a match in the folded text is a slice of the source that folds to the match', () => {
  fc.assert(
    fc.property(hardText, fc.nat(), fc.nat(), (source, a, b) => {
      const folded = fold(source);
      // Only whole characters can be given back, so the ends are moved to where one begins.
      const whole = [...folded.offsets.keys()].filter((at) => folded.offsets[at] !== folded.offsets[at - 1]);
      const ends = [whole[a % whole.length]!, whole[b % whole.length]!].sort((x, y) => x - y);
      const span = { start: ends[0]!, end: ends[1]! };
      const { start, end } = unfold(folded, span);
      const wanted = folded.text.slice(span.start, span.end);
      expect(fold(source.slice(start, end)).text.trim()).toBe(wanted.trim());
    }),
  );
});

test('offsets never go back and end with the length of the source', () => {
  fc.assert(
    fc.property(hardText, (source) => {
      const { text, offsets } = fold(source);
      expect(offsets).toHaveLength(text.length + 1);
      expect(offsets.at(-1)).toBe(source.length);
      for (let at = 1; at < offsets.length; at++)
        expect(offsets[at]).toBeGreaterThanOrEqual(offsets[at - 1]!);
    }),
  );
});

test('an ASCII text folds the same way on the short path', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii' }), (source) => {
      // The long path is taken because of the letter put before.
      expect(fold(`é${source}`).text.slice(1)).toBe(fold(source).text);
    }),
  );
});

test('a long text that is not ASCII folds in a time that grows with its length alone', () => {
  const textOf = (length: number): string => 'Зеленський і '.repeat(Math.ceil(length / 13));
  // Where every character copied what is before it, ten times the text took a hundred times as long.
  expect(growthOf(20_000, textOf, fold)).toBeLessThan(mostGrowth);
});
