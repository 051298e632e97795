// A misspelt word finds the term it was meant for, and no other word is bent into one.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyDossier } from '../../src/corpus/dossier.ts';
import { openAliases } from '../../src/search/ranking/aliases.ts';
import { isOneSlip, slips } from '../../src/search/text/slips.ts';
import { correct, correctionsFor } from '../../src/search/text/spelling.ts';
import { termOf } from '../../src/search/text/stem.ts';
import { readVocabulary } from '../../src/search/text/vocabulary.ts';
import { words } from '../../src/search/text/words.ts';
import { background, readingOf, vocabularyOf } from './reading.ts';

const vocabulary = () =>
  vocabularyOf('Zelenskyy met Macron at the summit. A proposal proposed guarantees. Peace came.');

describe('corrects', () => {
  test.each([
    ['sumit', 'summit', 'a letter missed'],
    ['summmit', 'summit', 'a letter added'],
    ['summet', 'summit', 'a letter changed'],
    ['sumimt', 'summit', 'two letters swapped'],
    ['usmmit', 'summit', 'the first two swapped, so that it opens with the second letter'],
    ['zelenksyi', 'zelenskyy', 'two slips, in a long word'],
    ['propsal', 'proposal', 'the nearest form and not "proposed"'],
  ])('%s to %s: %s', (typed, meant) => {
    expect(correct(typed, vocabulary())).toEqual([termOf(meant)]);
  });
});

describe('leaves alone', () => {
  test.each([
    ['mat', 'three letters are near everything'],
    ['peexe', 'two slips are too many in five letters'],
    ['zalenksi', 'three are in any word'],
    ['sum1it', 'a digit is no slip'],
    ['xummit', 'first letters are rarely missed'],
    ['', 'there is nothing'],
  ])('"%s": %s', (typed) => {
    expect(correct(typed, vocabulary())).toEqual([]);
  });
});

describe('of a question', () => {
  const corrected = (asked: string): string[] => [
    ...correctionsFor(words(asked), {
      vocabulary: vocabulary(),
      background: background(),
      aliases: openAliases(emptyDossier),
    }).keys(),
  ];

  test('only words that are neither English nor in the sources are looked up', () => {
    expect(corrected('Did Zelenskyy attend the sumit on tanks?')).toEqual(['sumit']);
  });

  test('at most six are', () => {
    const slips = ['sumiit', 'propsal', 'garantees', 'pease', 'zelenksy', 'macrron', 'propossed', 'cam'];
    expect(corrected(`Did the ${slips.join(' and the ')} come?`)).toHaveLength(6);
  });

  test('none are where most are unknown: they are of another language', () => {
    expect(corrected('Wer nahm am sumit teil und warum?')).toEqual([]);
  });
});

test('of made-up words without end twenty thousand of one first letter are looked through', () => {
  const lettered = (at: number): string =>
    at
      .toString(5)
      .padStart(7, '0')
      .replace(/./g, (digit) => 'xzqkw'[Number(digit)]!);
  const made = Array.from({ length: 21_000 }, (_, at) => `s${lettered(at)}`);
  const paragraphs = Array.from({ length: 210 }, (_, at) => made.slice(at * 100, (at + 1) * 100).join(' '));
  // More than a tree of words that counts itself at each of them gets through in time.
  const many = readVocabulary(paragraphs.map((text) => readingOf('x', text).read));
  expect(many.near('sxxxxxxx', 8)).toHaveLength(20_000);
});

/** Optimal string alignment by its definition: the whole table, no limit. */
function distance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, row) =>
    Array.from({ length: b.length + 1 }, (_, column) => (row === 0 ? column : column === 0 ? row : 0)),
  );
  for (let row = 1; row <= a.length; row += 1)
    for (let column = 1; column <= b.length; column += 1) {
      const ways = [
        table[row - 1]![column]! + 1,
        table[row]![column - 1]! + 1,
        table[row - 1]![column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1),
      ];
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        ways.push(table[row - 2]![column - 2]! + 1);
      table[row]![column] = Math.min(...ways);
    }
  return table[a.length]![b.length]!;
}

// Three letters make swaps and repeats likely; words of a dozen are as long as most.
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12 });

test('slips are the optimal string alignment up to the limit, and more than the limit beyond it', () => {
  fc.assert(
    fc.property(word, word, fc.nat(4), (a, b, limit) => {
      const plain = distance(a, b);
      const found = slips(a, b, limit);
      if (plain <= limit) expect(found).toBe(plain);
      else expect(found).toBeGreaterThan(limit);
    }),
    { numRuns: 2000 },
  );
});

test('slips are the same in both directions, and none between equals', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(slips(a, b, 20)).toBe(slips(b, a, 20));
      expect(slips(a, a, 0)).toBe(0);
    }),
  );
});

test('one slip is one by the quick way too', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
  fc.assert(
    fc.property(word, word, (a, b) => isOneSlip(a, b) === slips(a, b, 1) <= 1),
    { numRuns: 2000 },
  );
});

describe('the word list', () => {
  test('knows English in British and American spelling, of politics and of every day', () => {
    const words = 'ceasefire sceptical skeptical defence defense organisation sanctions trilateral sourdough';
    expect(words.split(' ').filter((word) => !background().isWord(word))).toEqual([]);
    expect(['desides', 'garantees', 'teh'].filter((word) => background().isWord(word))).toEqual([]);
  });

  test('takes a misspelt word for the one that sounds like it: "desides" is "decides" before "desires"', () => {
    expect(background().nearest('desides')).toBe('decides');
    expect(background().nearest('garantees')).toBe('guarantees');
  });

  test('tells common words from rare ones', () => {
    expect(background().share(termOf('president'))).toBeGreaterThan(background().share(termOf('ceasefire')));
    expect(background().share(termOf('sourdough'))).toBe(0);
  });
});
