// Which of the names that there are is near to one that is misspelt, and what is near to none.
import { expect, test } from 'vitest';
import { nearNames } from '../src/dialogue/near-names.ts';

const commands = ['/ask', '/check', '/quote', '/position', '/proposal', '/statement', '/cite', '/sources'];
const people = [
  'Donald Trump',
  'Volodymyr Zelenskyy',
  'Giorgia Meloni',
  'Ursula von der Leyen',
  'the diplomatic source',
];

test.each([
  ['aks', ['/ask']],
  ['positon', ['/position']],
  ['positions', ['/position']],
  ['propsal', ['/proposal']],
  ['sorces', ['/sources']],
  ['QUOTES', ['/quote']],
])('%s is near to %j', (typed, near) => {
  expect(nearNames(typed, commands)).toEqual(near);
});

test.each(['weather', 'foo', 'x', '', 'a', 'compare', '/'.repeat(500)])('%j is near to nothing', (typed) => {
  expect(nearNames(typed, commands)).toEqual([]);
});

test.each([
  ['Melonni', ['Giorgia Meloni']],
  ['Trumpp', ['Donald Trump']],
  ['zelensky', ['Volodymyr Zelenskyy']],
  ['Gorgia Meloni', ['Giorgia Meloni']],
  ['biden', []],
  ['them', []],
  ['Erdogan', []],
])('of people %s is near to %j', (typed, near) => {
  expect(nearNames(typed, people, { byWord: true })).toEqual(near);
});

test('the beginning of a name is near it where that is wanted, and the nearest stands first', () => {
  expect(nearNames('pos', commands)).toEqual([]);
  expect(nearNames('pos', commands, { byBeginning: true })).toEqual(['/position']);
  expect(nearNames('log_levle', ['LOG_SLOW_MS', 'LOG_LEVELS', 'LOG_LEVEL'], { most: 1 })).toEqual([
    'LOG_LEVEL',
  ]);
});
