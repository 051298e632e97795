// Names of a quotation that nobody knows are looked for in all sources: a handful, however many there are.
import { expect, test } from 'vitest';
import { outsideOf } from '../../src/check/coverage.ts';

test('of a quotation full of unknown names a dozen are looked up, each once', () => {
  const looked: string[] = [];
  const sources = {
    documents: [],
    who: { named: () => undefined },
    written: { begins: (word: string) => looked.push(word) === 0, isName: () => false },
  };
  const words = Array.from(
    { length: 500 },
    (_, at) => `QWX${at.toString(2).replace(/0/g, 'A').replace(/1/g, 'B')}`,
  );
  expect(outsideOf('x', { words: `x ${words.join(' ')} ${words.join(' ')}` }, sources)?.by).toBe('event');
  expect(new Set(looked).size).toBe(looked.length);
  expect(looked).toHaveLength(12);
});
