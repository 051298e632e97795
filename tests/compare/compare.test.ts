// Comparisons: what is the same, changed, moved, gone or new; and no word is lost or added on either side.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare, type Pair } from '../../src/compare/compare.ts';
import { wordsOf } from '../../src/compare/words.ts';
import { threadWatch } from '../processor-time.ts';

const a = 'The Parties shall consult one another whenever the security of one of them is threatened.';
const b = 'An attack on one of them is a matter of grave concern to all, and they shall meet at once.';
const c = 'Nothing in this text concerns the agreements that the Parties have with other states.';
const d = 'Done at Geneva in two originals, both of which are equally authentic, on Saturday.';
const list = (...texts: string[]): { text: string }[] => texts.map((text) => ({ text }));

/** Rows as short words: `=0-0`, `~1-2`, `>3-0`, `-4`, `+5`. */
function short(left: { text: string }[], right: { text: string }[]): string[] {
  const marks = { same: '=', changed: '~', moved: '>', left: '-', right: '+' };
  return compare(left, right).pairs.map((pair: Pair<{ text: string }>) => {
    const from = 'left' in pair ? left.indexOf(pair.left) : '';
    const to = 'right' in pair ? right.indexOf(pair.right) : '';
    return `${marks[pair.kind]}${[from, to].filter((at) => at !== '').join('-')}`;
  });
}

test.each([
  ['the same texts', list(a, b), list(a, b), ['=0-0', '=1-1']],
  ['other white space', list(a), list(a.replaceAll(' ', '  ')), ['=0-0']],
  ['a changed word', list(a, b), list(a, b.replace('at once', 'within a day')), ['=0-0', '~1-1']],
  ['a paragraph that is gone', list(a, b, c), list(a, c), ['=0-0', '-1', '=2-1']],
  ['a new paragraph', list(a, c), list(a, b, c), ['=0-0', '+1', '=1-2']],
  ['a paragraph that moved', list(a, b, c, d), list(b, c, d, a), ['=1-0', '=2-1', '=3-2', '>0-3']],
  [
    'one that moved and changed',
    list(a, b, c, d),
    list(a, c, d, b.replace('grave', 'great')),
    ['=0-0', '=2-1', '=3-2', '>1-3'],
  ],
  ['two that are nothing alike', list(a, a), list(d, c), ['+0', '+1', '-0', '-1']],
  ['an empty text', list(), list(a), ['+0']],
])('%s', (_, left, right, rows) => {
  expect(short(left, right)).toEqual(rows);
});

test('two passages on the same point are compared word by word however much they differ', () => {
  expect(short(list(a), list(d))).toEqual(['~0-0']);
});

test('words that change together are told together', () => {
  const [before, after] = ['It is the old rule of the house.', 'It is a new law of the house.'];
  expect(wordsOf(before, after)).toEqual([
    { kind: 'same', text: 'It is ' },
    { kind: 'left', text: 'the old rule' },
    { kind: 'right', text: 'a new law' },
    { kind: 'same', text: ' of the house.' },
  ]);
});

test('both texts can be read out of the pieces, letter for letter', () => {
  const text = fc
    .array(
      fc.constantFrom('the', 'a', 'rule', 'Zelenskyy', ' ', '  ', '\n', ', ', '“', '”', '.', 'é', '的', '👍'),
      { maxLength: 30 },
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, text, (left, right) => {
      const pieces = wordsOf(left, right);
      const side = (kind: 'left' | 'right'): string =>
        pieces
          .filter((piece) => piece.kind !== kind)
          .map((piece) => piece.text)
          .join('');
      expect([side('right'), side('left')]).toEqual([left, right]);
    }),
  );
});

test('every paragraph of both texts stands in exactly one row', () => {
  const texts = fc
    .array(fc.constantFrom(a, b, c, d, 'Yes.', '', `${a} ${b}`), { maxLength: 8 })
    .map((all) => list(...all));
  fc.assert(
    fc.property(texts, texts, (left, right) => {
      const { pairs, counts } = compare(left, right);
      expect(pairs.flatMap((pair) => ('right' in pair ? [pair.right] : []))).toEqual(right);
      expect(new Set(pairs.flatMap((pair) => ('left' in pair ? [pair.left] : [])))).toEqual(new Set(left));
      expect(pairs).toHaveLength(Object.values(counts).reduce((sum, count) => sum + count, 0));
      expect(pairs.filter((pair) => 'left' in pair)).toHaveLength(left.length);
    }),
  );
});

test('three hundred paragraphs are compared with three hundred others in a moment', () => {
  const text = (number: number, side: number): string =>
    Array.from(
      { length: 60 },
      (_, word) => `w${(number * 31 + word * word * 17 + side * word) % 1_500}`,
    ).join(' ');
  const [left, right] = [0, 1].map((side) =>
    list(...Array.from({ length: 300 }, (_, number) => text(number, side))),
  );
  const taken = threadWatch();
  compare(left!, right!);
  expect(taken()).toBeLessThan(3_000);
});

test('a paragraph of which hardly a word is left is told whole, in no time', () => {
  const words = (name: string) => Array.from({ length: 20_000 }, (_, at) => `${name}${at}`).join(' ');
  const taken = threadWatch();
  expect(wordsOf(words('a'), words('b')).map(({ kind }) => kind)).toEqual(['left', 'right']);
  expect(taken()).toBeLessThan(2_000);
});
