// Documents as one stream of words: every place, its passage, its document and its neighbours, read at
// once or in parts.
import { describe, expect, test } from 'vitest';
import { exactPlaces } from '../../src/check/laying/places.ts';
import { ellipsisBetween } from '../../src/check/words/given.ts';
import { unknownWord } from '../../src/check/words/stream.ts';
import { border, spokenText } from '../../src/check/words/stream-part.ts';
import { Wording, wordingPart, wordingSteps } from '../../src/check/words/wording.ts';
import { atOnce } from '../../src/common/steps.ts';
import { passagesOf } from '../../src/corpus/passages.ts';
import { documentOf } from '../statements/reading.ts';
import { streamOf } from './opened.ts';

const texts = ['one two three\n\nfour five', 'six seven\n\none two', 'MR. HOLM: one\n\nMS. LUND: two one'];
/** `|` is a border. */
const row = 'one two three four five | six seven one two | one two one'.split(' ');

describe.each([
  [1, 'at once'],
  [2, 'in two parts'],
  [3, 'in three parts'],
])('a stream that is read in %i list(s)', (parted) => {
  const { stream, documents, passages, given } = streamOf(texts, { parted });
  const number = (word: string) => stream.numberOf(word);
  const numbers = (words: string) => Uint32Array.from(words.split(' '), number);

  test('has a word at each place, and borders between documents and beyond the ends', () => {
    expect(stream.length).toBe(row.length);
    expect(row.map((_, at) => stream.at(at))).toEqual(
      row.map((word) => (word === '|' ? border : number(word))),
    );
    expect([-1, row.length, row.length + 9].map((at) => stream.at(at))).toEqual([border, border, border]);
    expect(number('eight')).toBe(unknownWord);
    expect(new Set(row.slice(0, 5).map(number)).size).toBe(5);
  });

  test('is read again word by word, each with its place in its text', () => {
    const read = stream.read(0, stream.length);
    expect(read.map(({ at, folded }) => `${at} ${folded}`)).toEqual(
      row.flatMap((word, at) => (word === '|' ? [] : [`${at} ${word}`])),
    );
    for (const { passage, start, end, folded } of read)
      expect(passage.document.text.slice(start, end)).toBe(folded);
    for (let from = 0; from < row.length; from += 1)
      for (let to = from; to <= row.length; to += 1)
        expect(stream.read(from, to)).toEqual(read.filter(({ at }) => from <= at && at < to));
  });

  test('knows the passage and the document of a place', () => {
    const words = row.flatMap((word, at) => (word === '|' ? [] : [at]));
    expect(words.map((at) => passages.indexOf(stream.passageAt(at)!))).toEqual([
      0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 5, 5,
    ]);
    const opening = words.filter((at) => stream.opens(at, () => true));
    expect(opening).toEqual([0, 3, 6, 8, 11, 12]);
    expect(opening.filter((at) => stream.opens(at, ({ document }) => document === documents[1]))).toEqual([
      6, 8,
    ]);
    expect([0, 2, 4].map((at) => stream.documentAround(at))).toEqual(Array(3).fill({ from: 0, to: 5 }));
    expect([6, 9].map((at) => stream.documentAround(at))).toEqual(Array(2).fill({ from: 6, to: 10 }));
    expect([11, 13].map((at) => stream.documentAround(at))).toEqual(Array(2).fill({ from: 11, to: 14 }));
    expect(documents.map((document) => stream.rangeOf(document))).toEqual([
      { from: 0, to: 5 },
      { from: 6, to: 10 },
      { from: 11, to: 14 },
    ]);
    expect(stream.rangeOf(undefined)).toEqual({ from: 0, to: 14 });
    expect(stream.rangeOf({ ...documents[0]! })).toEqual({ from: 0, to: 0 });
  });

  test('counts words: the rarer, the more surprising', () => {
    const bits = (word: string) => stream.surprise(number(word));
    expect(bits('three')).toBeCloseTo(Math.log2(15));
    expect(bits('two')).toBeCloseTo(Math.log2(15 / 3));
    expect(bits('one')).toBeCloseTo(Math.log2(15 / 4));
    expect(bits('eight')).toBeCloseTo(Math.log2(15));
  });

  test('finds where two words stand next to each other, over paragraphs and over no border', () => {
    const pairs = (first: string, second: string) => [...stream.pairs(number(first), number(second))];
    expect(pairs('one', 'two')).toEqual([0, 8, 11]);
    expect(pairs('two', 'one')).toEqual([12]);
    expect(pairs('three', 'four')).toEqual([2]);
    expect(pairs('seven', 'one')).toEqual([7]);
    expect(pairs('five', 'six')).toEqual([]);
    expect(pairs('two', 'three')).toEqual([1]);
    expect(pairs('one', 'three')).toEqual([]);
  });

  test('finds the first places of a word within a range', () => {
    const places = (from: number, to: number, most = 9) => stream.placesOf(number('one'), { from, to }, most);
    expect(places(0, 14)).toEqual([0, 8, 11, 13]);
    expect(places(0, 13)).toEqual([0, 8, 11]);
    expect(places(1, 12)).toEqual([8, 11]);
    expect(places(8, 8)).toEqual([]);
    expect(places(9, 11)).toEqual([]);
    expect(places(0, 14, 3)).toEqual([0, 8, 11]);
    expect(places(0, 14, 1)).toEqual([0]);
  });

  test('finds where words stand in a row just so', () => {
    const exact = (words: string, from = 0, to = stream.length, most = 9) =>
      exactPlaces(numbers(words), stream, { from, to }, most);
    expect(exact('one two')).toEqual([0, 8, 11]);
    expect(exact('one two three')).toEqual([0]);
    expect(exact('three four five')).toEqual([2]);
    expect(exact('two three four')).toEqual([1]);
    expect(exact('one two one')).toEqual([11]);
    expect(exact('one two four')).toEqual([]);
    expect(exact('one')).toEqual([0, 8, 11, 13]);
    expect(exact('one', 1, 13, 1)).toEqual([8]);
    expect(exact('one two', 1)).toEqual([8, 11]);
    expect(exact('one two', 8, 11)).toEqual([8]);
    expect(exact('one two', 0, 14, 2)).toEqual([0, 8]);
    expect(exact('one eight')).toEqual([]);
    expect(exact('five six')).toEqual([]);
    expect(exactPlaces(new Uint32Array(), stream, { from: 0, to: 14 }, 9)).toEqual([]);
  });

  test('a quotation has the numbers of its words, and knows where ellipses stand', () => {
    const { numbers: all, words, ellipses } = given('One two … three. . . four, eight...');
    expect([...all]).toEqual([...numbers('one two three four eight')]);
    expect(words.map(({ folded }) => folded)).toEqual('one two three four eight'.split(' '));
    expect([...ellipses]).toEqual([1, 2]);
    const between = (from: number, to: number) =>
      ellipsisBetween(from, to, given('one two … three. . . four'));
    expect([
      between(0, 1),
      between(1, 2),
      between(0, 3),
      between(2, 3),
      between(3, 4),
      between(2, 2),
    ]).toEqual([...[false, true, true, true, false, false]]);
  });
});

test('a slice ends with its part, and begins with it', () => {
  const { stream } = streamOf(texts, { parted: 3 });
  const slice = (from: number, to: number, among?: number) => [...stream.slice(from, to, among)];
  const at = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => stream.at(from + n));
  expect(slice(1, 3)).toEqual(at(1, 3));
  expect(slice(0, 99)).toEqual(at(0, 5));
  expect(slice(4, 9, 7)).toEqual(at(6, 9));
  expect(slice(6, 10)).toEqual(at(6, 10));
  expect(slice(-5, 2)).toEqual([]);
  expect(slice(-5, 2, 1)).toEqual(at(0, 2));
});

test('the label of who speaks is no word of a passage', () => {
  const { passages } = streamOf(texts);
  expect(passages.map(spokenText)).toEqual([
    'one two three',
    'four five',
    'six seven',
    'one two',
    'one',
    'two one',
  ]);
});

test('a wording has one stream as long as its parts are what they are', () => {
  const passages = texts.map((text, at) =>
    passagesOf(documentOf(text, { id: `d${at}` }), { headings: false }),
  );
  const one = wordingPart(passages[0]!);
  const two = wordingPart(passages[1]!, { beside: one });
  const wording = new Wording([one, two]);
  expect(wording.stream).toBe(wording.stream);
  expect(wording.stream.isOf([one.stream.get(), two.stream.get()])).toBe(true);
  expect(wording.stream.isOf([one.stream.get()])).toBe(false);
  expect(wording.stream.isOf([two.stream.get(), one.stream.get()])).toBe(false);
  expect(wording.documents.map(({ id }) => id)).toEqual(['d0', 'd1']);
  expect([wording.isEmpty, new Wording([]).isEmpty, new Wording([wordingPart([])]).isEmpty]).toEqual([
    false,
    true,
    true,
  ]);
  expect(new Wording([wordingPart([]), one]).isEmpty).toBe(false);
  const forgetful = wordingPart(passages[0]!, {
    keeping: (make) => ({ get: () => atOnce(make()), steps: make, known: () => undefined }),
  });
  const anew = new Wording([forgetful]);
  expect(anew.stream).not.toBe(anew.stream);
  expect(anew.stream.length).toBe(5);
});

test('a wording is read in steps, or as it was kept', () => {
  const passages = passagesOf(documentOf('one two three'), { headings: false });
  const part = wordingPart(passages);
  expect([part.stream.known(), part.written.known()]).toEqual([undefined, undefined]);
  atOnce(wordingSteps(part));
  expect([part.stream.known(), part.written.known()]).toEqual([part.stream.get(), part.written.get()]);
  const again = wordingPart(passages, { kept: part.stream.get().data });
  expect(again.stream.get().data).toBe(part.stream.get().data);
  const { stream } = new Wording([again]);
  expect([stream.length, stream.numberOf('two')]).toEqual([3, 2]);
});

test('an empty list has no place', () => {
  const { stream } = streamOf([]);
  expect([stream.length, stream.at(0), stream.read(0, 9), stream.passageAt(0)]).toEqual([
    0,
    border,
    [],
    undefined,
  ]);
  expect([stream.opens(0, () => true), stream.numberOf('one'), [...stream.pairs(1, 2)]]).toEqual([
    ...[false, unknownWord, []],
  ]);
  expect(stream.documentAround(0)).toEqual({ from: 0, to: 0 });
});

test('words by the thousand are found by their neighbours, and each is counted', () => {
  const words = Array.from({ length: 70_000 }, (_, at) => `w${(at * 7919) % 4001}`);
  const { stream } = streamOf([words.join(' ')]);
  expect(stream.length).toBe(70_000);
  for (let at = 0; at + 1 < 70_000; at += 997) {
    const [first, second] = [stream.at(at), stream.at(at + 1)];
    const standing = words.flatMap((word, n) =>
      word === words[at] && words[n + 1] === words[at + 1] ? [n] : [],
    );
    expect([...stream.pairs(first, second)]).toEqual(standing);
  }
  expect(stream.surprise(stream.numberOf('w0'))).toBeCloseTo(
    Math.log2(70_001 / words.filter((word) => word === 'w0').length),
  );
});
