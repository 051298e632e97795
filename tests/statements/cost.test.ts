// What reading takes for texts that are made to be slow. Of code that can be changed at each place nobody measures it.
import { expect, test } from 'vitest';
import { threadWatch } from '../processor-time.ts';
import { statementsIn } from './reading.ts';

test('texts made to be slow are read in no time', () => {
  statementsIn('Merz said we go.');
  const hostile = [
    'a'.repeat(200_000),
    '“x '.repeat(20_000),
    'he said '.repeat(20_000),
    'Trump, '.repeat(20_000),
    'the man of '.repeat(10_000),
  ];
  for (const text of hostile) {
    const taken = threadWatch();
    statementsIn(text);
    expect(taken()).toBeLessThan(5000);
  }
});
