// A comparison in a thread of its own is the same as here, and of the very paragraphs that were given.
import { expect, test } from 'vitest';
import { comparedApart } from '../../src/compare/apart.ts';
import { compare } from '../../src/compare/compare.ts';

const of = (...texts: string[]) => texts.map((text, at) => ({ label: `¶${at + 1}`, text }));

const left = of(
  'The fee for each boat is 250 crowns, to be paid in the harbour.',
  'Norland withdraws its patrols from the strait by the first of May.',
  'Each party names two inspectors for the mines.',
  'This paragraph was taken out before the text was signed.',
  'Both parliaments are asked to agree before the summer.',
);
const right = of(
  'Both parliaments are asked to agree before the summer.',
  'The fee for each boat is 250 crowns, to be paid in the harbour.',
  'Norland withdraws all its patrols from the strait by the third of May.',
  'Each party names two inspectors for the mines.',
  'A word of thanks to the hosts was put in at the end, at their wish.',
);

test('rows, counts and paragraphs are the same', async () => {
  const apart = await comparedApart(left, right);
  expect(apart).toEqual(compare(left, right));
  if (typeof apart === 'string') throw new Error(apart);
  expect(new Set(apart.pairs.map(({ kind }) => kind))).toEqual(
    new Set(['moved', 'changed', 'same', 'right', 'left']),
  );
  for (const pair of apart.pairs) {
    if ('left' in pair) expect(left).toContain(pair.left);
    if ('right' in pair) expect(right).toContain(pair.right);
  }
});

test('several at once all come, and more than may wait are told so', async () => {
  const all = await Promise.all(Array.from({ length: 30 }, () => comparedApart(left, right)));
  const busy = all.filter((one) => one === 'busy');
  expect(busy.length).toBeGreaterThan(0);
  expect(all.filter((one) => typeof one !== 'string')).toHaveLength(30 - busy.length);
});
