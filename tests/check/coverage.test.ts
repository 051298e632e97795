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
    // Names and what stands in them.
    ['we all go home', 'Napoleon Merkel', undefined],
    ['we all go home', 'Minister President', undefined],
    ['we all go home', 'Jo X', undefined],
    ['we all go home', 'Putin', undefined],
    ['we all go home', 'Merkels', 'speaker: Merkels'],
    ['we all go home', 'Merkel’s', undefined],
    ['we all go home', 'Merkel', undefined],
    ['he rode all of the way to the Bay of the Pigs', undefined, 'event: Bay Pigs'],
    ['he rode all of the way to Rio de la Plata', undefined, 'event: Rio Plata'],
    ['he rode all of the way to Rio and the Plata', undefined, 'event: Rio'],
    ['he rode all of the way to O’Hara-Town', undefined, 'event: O’Hara-Town'],
    ['he rode all of the way to a State in Europe', undefined, undefined],
    ['he rode all of the way to President Mo', undefined, undefined],
    ['he rode all of the way to the Xi', undefined, undefined],
    ['he rode all of the way to the Dr Elba', undefined, 'event: Elba'],
    ['he rode all of the way to Elba and Waterloo', undefined, 'event: Elba'],
    // Where a sentence begins a capital names nobody, and a second word may.
    ['Elba Waterloo is where they all went', undefined, 'event: Waterloo'],
    ['they all went! Elba is far away', undefined, undefined],
    ['they all went? “Elba is far away', undefined, undefined],
    ['they all went… Elba is far away', undefined, undefined],
    ['they all went: Elba is far away', undefined, undefined],
    ['they all went (Elba is far away', undefined, undefined],
    ['they all went [Elba is far away', undefined, undefined],
    ['they all went.” Elba is far away', undefined, undefined],
    ['they all went, Elba is far away', undefined, 'event: Elba'],
    ['they all went; Elba is far away', undefined, 'event: Elba'],
    ['they all went.Elba is far away', undefined, 'event: Elba'],
    [`they all went.${' '.repeat(18)}Elba is far away`, undefined, undefined],
    [`they all went.${' '.repeat(20)}Elba is far away`, undefined, 'event: Elba'],
    // Who opens a sentence may be somebody whom the sources know.
    ['so it was. Rutte said it of Waterloo', undefined, undefined],
    ['so it was on that day, Rutte said it of Waterloo', undefined, 'event: Rutte'],
    ['so it was.  Rutte said it of Waterloo', undefined, undefined],
    ['so it was! “Rutte said it of Waterloo', undefined, undefined],
    ['so it was on that very day. The Rutte said it of Waterloo', undefined, 'event: Rutte'],
    // A quarter of words with capitals is a list of names, more is a grammar; the first word is not counted.
    ['x Aaa bbb ccc ddd', undefined, 'event: Aaa'],
    ['x Aaa bbb ccc', undefined, undefined],
    ['Xxx Aaa bbb ccc ddd', undefined, 'event: Aaa'],
    ['x AAA bbb ccc', undefined, 'event: AAA'],
    // Years.
    ['it began in 1500', undefined, 'date: 1500'],
    ['it began in 1499', undefined, undefined],
    ['it began in 1899', undefined, 'date: 1899'],
    ['it began in 2024', undefined, 'date: 2024'],
    ['it began in 2025', undefined, undefined],
    ['it began in 2100', undefined, undefined],
    ['it began in 1815.', undefined, 'date: 1815'],
    ['it began in 1815, they say', undefined, 'date: 1815'],
    ['it began in 18155', undefined, undefined],
    ['it began in a1815', undefined, undefined],
    ['it began in -1815', undefined, undefined],
    ['it began in 3.1815', undefined, undefined],
    ['it began in 1815,5', undefined, undefined],
    ['it began in 1815x', undefined, 'date: 1815'],
    ['it began in 1995 or 1815', undefined, 'date: 1815'],
  ])('%s, by %s: %s', (words, speaker, expected) => {
    expect(outside(words, speaker)).toBe(expected);
  });

  test('of what stands beside the words every year that no source has tells', () => {
    expect(outside('we all go', undefined, 'In 2035 she said: “we all go”')).toBe('date: 2035');
    expect(outside('we all go', undefined, 'In 2025 she said: “we all go”')).toBeUndefined();
    expect(outside('it began in 1815', undefined, 'She said: “it began in 1815”')).toBeUndefined();
  });

  test('where a source has no date, or it is of the year, no year tells', () => {
    const dated = (documents: unknown) =>
      outsideOf(
        'it began in 1815',
        { words: 'it began in 1815' },
        { ...sources, documents: documents as never },
      )?.by;
    const of = (value: string) => ({ published: { value, by: 'source' } });
    expect(dated([of('2025-03-04'), {}])).toBeUndefined();
    expect(dated([of('1815-03-04')])).toBeUndefined();
    expect(dated([of('1816-03-04'), of('1815-03-04')])).toBeUndefined();
    expect(dated([of('1816-03-04'), of('1817-03-04')])).toBe('date');
    expect(dated([])).toBe('date');
  });

  test('of what was typed beside the words the words are left out', () => {
    expect(outside('we all go', undefined, 'Ann: we all go')).toBeUndefined();
    expect(outside('it began in 1815', undefined, '(it began in 1815)')).toBe('date: 1815');
    expect(outside('it began in 1815', undefined, '2035: it began in 1815')).toBe('date: 2035');
    expect(outside('it began in 1815', undefined, 'it began in 1815, in 2035')).toBe('date: 2035');
    expect(outside('it began in 1815', undefined, '“it began in 1815”')).toBeUndefined();
    expect(outside('it began in 1815', undefined, 'other words, 2035')).toBe('date: 2035');
    expect(outside('it began in 1815', undefined, 'other words')).toBeUndefined();
  });

  test('who is said to have spoken goes before the year, and the year before names', () => {
    expect(outside('from Elba to it all in 1815', 'Napoleon')).toBe('speaker: Napoleon');
    expect(outside('from Elba to it all in 1815', 'Putin')).toBe('date: 1815');
    expect(outside('from Elba to it all in 1995', 'Putin')).toBe('event: Elba');
  });
});
