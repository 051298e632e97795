// Names of a quotation that nobody knows are looked for in all sources: a handful, however many there are.
import { describe, expect, test } from 'vitest';
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

describe('what the sources do not cover', () => {
  const known = new Set('merkel kyiv summit 1995'.split(' '));
  const sources = {
    documents: [{ published: { value: '2025-03-04', by: 'source' } }] as never,
    who: { named: (folded: string) => (folded === 'putin' ? 'putin' : undefined) },
    written: {
      begins: (word: string) => known.has(word.toLowerCase()),
      isName: (word: string) => word === 'Rutte',
    },
  };
  const outside = (words: string, speaker?: string, typed = words) => {
    const found = outsideOf(typed, { words, ...(speaker && { speaker }) }, sources);
    return found && `${found.by}: ${found.named}`;
  };

  test.each<[string, string | undefined, string | undefined]>([
    ['we all go home', 'Napoleon', 'speaker: Napoleon'],
    ['we all go home', 'President Napoleon', 'speaker: President Napoleon'],
    ['we all go home', 'Angela Merkel', undefined],
    ['we all go home', 'Putin', undefined],
    ['we all go home', 'Putin’s', undefined],
    ['we all go home', 'the President', undefined],
    ['he rode all of the long way from Waterloo to Elba', undefined, 'event: Waterloo'],
    ['he rode all of the long way from Waterloo to Kyiv', undefined, undefined],
    ['Waterloo was lost', undefined, undefined],
    ['it was so. Waterloo was lost', undefined, undefined],
    ['it was so at Waterloo Bridge', undefined, 'event: Waterloo Bridge'],
    ['it was so on Monday', undefined, undefined],
    ['Rutte said it of Waterloo', undefined, undefined],
    // So many capitals are a grammar, and only names of several words tell.
    ['das Haus am Waterloo und der Garten', undefined, undefined],
    ['das Haus am Schloss Sanssouci', undefined, 'event: Schloss Sanssouci'],
    ['it began in 1815', undefined, 'date: 1815'],
    ['it began in 1995', undefined, undefined],
    ['it will begin in 2035', undefined, undefined],
    ['it cost 1,815 or 1815.5', undefined, undefined],
  ])('%s, by %s: %s', (words, speaker, expected) => {
    expect(outside(words, speaker)).toBe(expected);
  });

  test('of what stands beside the words every year that no source has tells', () => {
    expect(outside('we all go', undefined, 'In 2035 she said: “we all go”')).toBe('date: 2035');
    expect(outside('we all go', undefined, 'In 2025 she said: “we all go”')).toBeUndefined();
    expect(outside('it began in 1815', undefined, 'She said: “it began in 1815”')).toBeUndefined();
  });
});
