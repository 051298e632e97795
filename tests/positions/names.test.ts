// Names as people type them: whole, begun, in part, or with a slip.
import { expect, test } from 'vitest';
import { Names } from '../../src/positions/names.ts';

const names = new Names([
  { value: 'us', names: ['United States', 'the US', 'Washington'] },
  { value: 'uk', names: ['United Kingdom', 'Britain'] },
  { value: 'zelenskyy', names: ['Volodymyr Zelenskyy', 'Zelensky', 'Зеленський'] },
  { value: 'us-trade', names: ['US trade'] },
]);

test.each([
  ['united states', ['us']],
  ['The US', ['us']],
  ['US', ['us']],
  ['  “Britain”  ', ['uk']],
  ['zelens', ['zelenskyy']],
  ['ЗЕЛЕНСЬКИЙ', ['zelenskyy']],
  ['kingdom', ['uk']],
  ['united', ['us', 'uk']],
  ['Zelenskky', ['zelenskyy']],
  ['Brittain', ['uk']],
  ['Brazil', []],
  ['Britan', ['uk']],
  ['tread', []],
  ['b', []],
  ['', []],
  ['???', []],
  ['x'.repeat(6000), []],
])('%s', (typed, found) => {
  expect(names.find(typed)).toEqual(found);
});

test('what is offered begins with what is typed first, then holds it; everything while nothing is typed', () => {
  expect(names.suggest('')).toEqual(['us', 'uk', 'zelenskyy', 'us-trade']);
  expect(names.suggest('us')).toEqual(['us-trade', 'us']);
  expect(names.suggest('king')).toEqual(['uk']);
  expect(names.suggest('zelenskky')).toEqual(['zelenskyy']);
  expect(names.suggest('xyz')).toEqual([]);
});

test('no more are offered than anybody reads', () => {
  const many = new Names(Array.from({ length: 99 }, (_, value) => ({ value, names: [`Name ${value}`] })));
  expect(many.suggest('name')).toHaveLength(25);
});
