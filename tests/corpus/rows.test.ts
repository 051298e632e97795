// Rows that take little hold what maps and sets would.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NumberedWords, narrow, SortedWords, sortedData, wordsData } from '../../src/corpus/text/rows.ts';

test.each([
  [[], 1],
  [[0, 255], 1],
  [[256, 3], 2],
  [[65_535], 2],
  [[65_536, 1], 4],
])('%j take %i bytes each', (all, bytes) => {
  expect([...narrow(all)]).toEqual(all);
  expect(narrow(all).BYTES_PER_ELEMENT).toBe(bytes);
});

/** Also what is longer in bytes than in letters, and what begins alike. */
const word = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b', 'ü', 'Київ', '北', '😀', '-'), maxLength: 6 }),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);

describe('words in a row', () => {
  test('are the same, by their places and by themselves', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { maxLength: 60 }),
        fc.array(word, { maxLength: 20 }),
        (words, others) => {
          const row = new NumberedWords(wordsData(words));
          expect([...row]).toEqual(words);
          for (const each of [...words, ...others]) {
            const at = words.indexOf(each);
            expect(row.numberOf(each)).toBe(at < 0 ? undefined : at);
          }
        },
      ),
    );
  });

  test('are looked up in order as in a set, and by how they begin', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), word, (words, other) => {
        const row = new SortedWords(sortedData(words));
        const all = [...new Set(words)];
        for (const each of [...words, other]) expect(row.has(each)).toBe(all.includes(each));
        expect([...row.beginning(other)]).toEqual(all.filter((each) => each.startsWith(other)).sort());
      }),
    );
  });
});
