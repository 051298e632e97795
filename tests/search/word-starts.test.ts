// The passages in which somebody's words may stand: never too few.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atOnce } from '../../src/common/steps.ts';
import { lettersAt, solidsOf } from '../../src/corpus/text/solid.ts';
import { WordStarts, wordStartsSteps } from '../../src/search/text/word-starts.ts';

const opened = (texts: readonly string[]): WordStarts =>
  new WordStarts(atOnce(wordStartsSteps(texts.map((text) => solidsOf(text)))));
const [first] = [(text: string) => solidsOf(text)[0]!];
const places = (starts: WordStarts, typed: string): number[] | undefined => {
  const found = starts.candidates(first(typed));
  return found && [...found];
};

test('only passages that have each of the words come into question', () => {
  const starts = opened([
    'A secret ballot.',
    'The secretary spoke.',
    'The ballot of the secretary.',
    'A ballot without an envoy.',
    'None.',
  ]);
  expect(places(starts, 'secretary')).toEqual([0, 1, 2]);
  // As many have the one as the other.
  expect(places(starts, 'secretary ballot')).toEqual([0, 2]);
  expect(places(starts, 'ballot secret')).toEqual([0, 2]);
  expect(places(starts, 'secretary harbour')).toEqual([]);
});

test('the beginning of a word is looked up as well, alone and beside others', () => {
  const starts = opened(['Maurice.', 'The Maug.', 'It is Mau', 'Or a maul.', 'Nothing.']);
  expect(places(starts, 'mau')).toEqual([0, 1, 2, 3]);
  expect(places(starts, 'or a')).toEqual([3]);
  expect(places(starts, 'x')).toEqual([]);
});

test('where a word may begin in almost any passage, all are left', () => {
  const many = Array.from({ length: 11_000 }, () => 'This thing.');
  expect(places(opened(many), 'th')).toBeUndefined();
  expect(places(opened([...many, 'The harbour.']), 'harbour th')).toEqual([11_000]);
});

test('no passage that holds what is typed is left out', () => {
  const word = fc.constantFrom(
    'secret',
    'secretary',
    'ballot',
    'F-16',
    'no',
    'harbour',
    'Zürich',
    're-opened',
    'peace',
  );
  const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 40 }), text, fc.nat(30), (texts, typed, cut) => {
      const wanted = first(typed.slice(0, 1 + cut));
      const found = opened(texts).candidates(wanted);
      const holding = [...texts.keys()].filter((place) =>
        solidsOf(texts[place]!).some((way) => lettersAt(wanted, way, true).length > 0),
      );
      if (found) expect([...found]).toEqual(expect.arrayContaining(holding));
    }),
    { numRuns: 1_000 },
  );
});
