// What pieces of the sources a quotation is made of, and how they go together: words left out, an
// ellipsis, another place.
import { describe, expect, test } from 'vitest';
import { isSure, piecesOf, surpriseOf } from '../../src/check/laying/pieces.ts';
import { placesOf } from '../../src/check/laying/places.ts';
import { segmentsOf, shareOf } from '../../src/check/laying/segments.ts';
import { streamOf } from './opened.ts';

/** So many words that stand nowhere else. */
const filler = (count: number, name = 'x') =>
  Array.from({ length: count }, (_, n) => `${name}${n}`).join(' ');
const alphabet = 'alpha bravo carol delta echos foxes gamma hotel india julia'.split(' ');
const [a, b, c, d, e, f, g, h, i, j] = alphabet as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
];
const front = [a, b, c, d, e, f].join(' ');
const back = [g, h, i, j].join(' ');

type Opened = ReturnType<typeof streamOf>;
const all = ({ stream }: Opened) => ({ from: 0, to: stream.length });
/** Each piece as the words of the quotation and the places that they have. */
const pieces = (opened: Opened, text: string, within = all(opened)) =>
  piecesOf(opened.given(text), opened.stream, within).map((piece) =>
    piece.map((match) => `${match.given}@${match.at}`).join(' '),
  );
/** `0-5@50`: words 0 to 5 of the quotation in a row from place 50 on. */
const runs = (opened: Opened, text: string, within = all(opened)) =>
  piecesOf(opened.given(text), opened.stream, within).map((piece) => {
    const [first, last] = [piece[0]!, piece.at(-1)!];
    const isRow = piece.every((match, n) => match.at === first.at + n && match.given === first.given + n);
    return `${first.given}-${last.given}@${first.at}${isRow ? '' : `-${last.at}`}`;
  });

describe('a quotation is covered with pieces', () => {
  const other = 'papa quebec romeo sierra tango';
  const opened = streamOf([
    `${filler(50)} ${front} ${filler(40, 'y')} ${back}`,
    `${filler(30, 'z')} ${other} ${filler(320, 'v')} ${a} ${b} ${c} ${d}`,
  ]);
  // 0 filler, 50 front, 56 filler, 96 back, 100 border, 101 filler, 131 other, 136 filler, 456 four of front.
  test.each([
    [front, ['0-5@50']],
    [`${front} ${back}`, ['0-5@50', '6-9@96']],
    [`${back} ${front}`, ['0-3@96', '4-9@50']],
    [`${a} ${b} ${c} ${back}`, ['0-2@50', '3-6@96']],
    [`${a} ${b} ${back}`, ['2-5@96']],
    [`${back} ${a} ${b}`, ['0-3@96']],
    [`${front} … ${i} ${j}`, ['0-5@50', '6-7@98']],
    [`${front} … ${j}`, ['0-5@50', '6-6@99']],
    [`${front} ${i} ${j}`, ['0-5@50']],
    [`${front} … ${j} ${i}`, ['0-5@50']],
    [`${front} … papa`, ['0-5@50']],
    [`${back} … ${e} ${f}`, ['0-3@96']],
    [`papa quebec romeo sierra … ${a}`, ['0-3@131']],
    [`${i} ${j} … ${front}`, ['2-7@50']],
    [`${front} ${other}`, ['0-5@50', '6-10@131']],
    [`${other} ${front} ${back}`, ['0-4@131', '5-10@50', '11-14@96']],
    [`${front} eight nine ten ${back}`, ['0-5@50', '9-12@96']],
    ['eight nine ten', []],
    ['eight', []],
  ])('%s', (text, expected) => {
    expect(runs(opened, text)).toEqual(expected);
  });

  test('within a range alone', () => {
    expect(runs(opened, `${a} ${b} ${c} ${d}`, { from: 101, to: 460 })).toEqual(['0-3@456']);
    expect(runs(opened, front, { from: 0, to: 50 })).toEqual([]);
    expect(runs(opened, front, { from: 0, to: 55 })).toEqual(['0-5@50']);
    expect(runs(opened, `${front} ${other}`, { from: 0, to: 100 })).toEqual(['0-5@50']);
  });

  test('over words that were left out, put in and changed', () => {
    const written = front.split(' ');
    expect(pieces(opened, `${a} ${b} ${d} ${e} ${f}`)).toEqual(['0@50 1@51 2@53 3@54 4@55']);
    expect(pieces(opened, `${a} ${b} nine ${c} ${d} ${e}`)).toEqual(['0@50 1@51 3@52 4@53 5@54']);
    expect(pieces(opened, written.with(2, 'nine').join(' '))).toEqual(['0@50 1@51 3@53 4@54 5@55']);
  });

  test('where of two places one holds more of it, or holds it closer', () => {
    const twice = streamOf([
      `${a} ${b} xa ${c} ${d} ${filler(90)} ${a} ${b} ${c} ${d} ${filler(90, 'y')} ${a} ${b} ${c} ${e}`,
    ]);
    expect(runs(twice, `${a} ${b} ${c} ${d}`)).toEqual(['0-3@95']);
    expect(runs(twice, `${a} ${b} ${c} ${e}`)).toEqual(['0-3@189']);
    expect(pieces(twice, `${a} ${b} ${d}`)).toEqual(['0@95 1@96 2@98']);
  });

  test('near by rather than elsewhere, unless it stands whole there', () => {
    const seven = filler(7, 'q');
    const near = streamOf([
      `${front} ${filler(40)} q0 q1 q2 q3`,
      `${filler(400, 'y')} ${seven}`,
      `${filler(30, 'z')} q0 q1 q2 q3`,
    ]);
    expect(runs(near, `${front} q0 q1 q2 q3`)).toEqual(['0-5@0', '6-9@46']);
    expect(runs(near, `${front} ${seven}`)).toEqual(['0-5@0', '6-12@451']);
    const third = streamOf([`${front} ${filler(40)} q0 q1 q2`, filler(400, 'y')]);
    expect(runs(third, `${front} ${seven}`)).toEqual(['0-5@0', '6-8@46']);
  });

  test('what is not rare enough to be sure anywhere is found near by alone, on both sides', () => {
    const trio = `${g} ${h} ${i}`;
    /** Each of the three words stands so often in all. */
    const source = (before: string, behind: string, times: number) => {
      const apart = Array.from({ length: times - 1 }, (_, n) => `${g} r${n} ${i} s${n} ${h} t${n}`).join(' ');
      return streamOf([`${before} ${front} ${behind}`, `${filler(500, 'p')} ${apart}`]);
    };
    expect(runs(source('', `${filler(50)} ${trio}`, 8), `${front} ${trio}`)).toEqual(['0-5@0', '6-8@56']);
    expect(runs(source(`${trio} ${filler(50)}`, '', 8), `${front} ${trio}`)).toEqual(['0-5@53', '6-8@0']);
    expect(runs(source(`${trio} ${filler(297)}`, '', 8), `${front} ${trio}`)).toEqual(['0-5@300', '6-8@0']);
    expect(runs(source(`${trio} ${filler(298)}`, '', 8), `${front} ${trio}`)).toEqual(['0-5@301']);
    expect(runs(source('', `${filler(296)} ${trio}`, 8), `${front} ${trio}`)).toEqual(['0-5@0', '6-8@302']);
    expect(runs(source('', `${filler(298)} ${trio}`, 8), `${front} ${trio}`)).toEqual(['0-5@0']);
    expect(runs(source('', `${filler(50)} ${trio}`, 90), `${front} ${trio}`)).toEqual(['0-5@0']);
  });

  test('of what stands near by and what is in range the one that is worth more comes first', () => {
    const source = (times: number) => {
      const again = Array.from({ length: times - 1 }, (_, n) => `q2 r${n} q1 s${n} q0 t${n}`).join(' ');
      return streamOf([
        `${filler(420)} q0 q1 q2 ${filler(6, 'w')} ${front} ${filler(400, 'y')} q4 q5 q6 so ${again}`,
      ]);
    };
    const found = (times: number) =>
      runs(source(times), `${front} q0 q1 q2 q3 q4 q5 q6`, { from: 429, to: 900 });
    expect(found(1)).toEqual(['0-5@429', '6-8@420', '10-12@835']);
    expect(found(4)).toEqual(['0-5@429', '10-12@835']);
  });

  test('the piece that is worth more is looked for however far in the sources it stands', () => {
    const far = streamOf([
      filler(120_000),
      `${a} ${b} xa ${c} ${d} ${filler(90, 'y')} ${a} ${b} ${c} ${d} ${filler(90, 'z')}`,
    ]);
    expect(runs(far, `${a} ${b} ${c} ${d}`)).toEqual(['0-3@120096']);
  });

  test('a quotation that is long is looked for where most of it stands', () => {
    const long = filler(700, 'l').split(' ');
    const opened = streamOf([
      `${filler(900)} ${long.join(' ')}`,
      `${filler(900, 'y')} ${long.slice(0, 400).join(' ')}`,
    ]);
    expect(runs(opened, long.with(300, 'nine').join(' '))).toEqual(['0-699@900-1599']);
  });

  test.each([
    [299, ['0-5@0', '6-8@305']],
    [300, ['0-5@0', '6-8@306']],
    [420, ['0-5@0', '6-8@426']],
  ])('so far away: %i words', (count, expected) => {
    expect(runs(streamOf([`${front} ${filler(count)} ${g} ${h} ${i}`]), `${front} ${g} ${h} ${i}`)).toEqual(
      expected,
    );
  });

  test.each([
    [298, ['0-5@0', '6-7@304']],
    [299, ['0-5@0', '6-7@305']],
    [300, ['0-5@0']],
  ])('behind an ellipsis so far away: %i words', (count, expected) => {
    const opened = streamOf([`${front} ${filler(count)} ${g} ${h} ${i}`]);
    expect(runs(opened, `${front} … ${g} ${h}`)).toEqual(expected);
  });

  test('behind an ellipsis at the very end of a document, and not of the next one', () => {
    const opened = streamOf([`${front} ${filler(25)} ${g} ${h}`, `${i} ${j}`]);
    expect(runs(opened, `${front} … ${g} ${h}`)).toEqual(['0-5@0', '6-7@31']);
    expect(runs(opened, `${front} … ${h}`)).toEqual(['0-5@0', '6-6@32']);
    expect(runs(opened, `${front} … ${h} ${i}`)).toEqual(['0-5@0']);
    expect(runs(opened, `${front} … ${i} ${j}`)).toEqual(['0-5@0']);
  });
});

test('common words are sure to stand together only where there are more of them', () => {
  const common = Array.from({ length: 60 }, () => `${a} ${b} ${c}`).join(' ');
  const { stream, given } = streamOf([`${common} ${filler(200)} ${d} ${e} ${f}`]);
  const piece = (text: string, at: number) =>
    [...given(text).numbers].map((_, n) => ({ given: n, at: at + n }));
  expect(surpriseOf(piece(`${a} ${b}`, 0), stream)).toBeCloseTo(2 * Math.log2(384 / 60));
  expect(surpriseOf(piece(`${d} ${e} ${f}`, 380), stream)).toBeCloseTo(3 * Math.log2(384));
  expect(surpriseOf([], stream)).toBe(0);
  expect(isSure(piece(`${d} ${e} ${f}`, 380), stream)).toBe(true);
  expect(isSure(piece(`${d} ${e}`, 380), stream)).toBe(false);
  expect(isSure(piece(`${a} ${b} ${c} ${a} ${b} ${c}`, 0), stream)).toBe(false);
  expect(isSure(piece(`${a} ${b} ${c} ${a} ${b} ${c} ${a}`, 0), stream)).toBe(false);
  expect(isSure(piece(`${a} ${b} ${c} ${a} ${b} ${c} ${a} ${b}`, 0), stream)).toBe(true);
});

describe('places that share pairs of words with a quotation', () => {
  const opened = streamOf([
    `${filler(100)} ${front} ${filler(200, 'y')} ${a} ${b} ${c} ${filler(200, 'z')}`,
    `${d} ${e} ${filler(3, 'v')}`,
  ]);
  // 100 front, 106 filler, 306 three of it, 309 filler, 509 border, 510 two of it.
  const places = (text: string, most = 9, within = all(opened)) =>
    placesOf(opened.given(text).numbers, opened.stream, within, most).map(({ from, to }) => `${from}-${to}`);

  test('come with room for what agrees less, and end with their document', () => {
    // Six words and 24 more on both sides.
    expect(places(front)).toEqual(['70-136', '276-339', '510-515']);
    expect(places(`${a} ${b}`)).toEqual(['74-128', '280-334']);
    expect(places(`${d} ${e}`)).toEqual(['77-131', '510-515']);
    expect(places(`x0 x1`)).toEqual(['0-28']);
    expect(places(`z198 z199`)).toEqual(['481-509']);
    expect(places(`v1 v2`)).toEqual(['510-515']);
  });

  test('the first have the most votes, no more than are asked for, within the range', () => {
    expect(places(front, 2)).toEqual(['70-136', '276-339']);
    expect(places(front, 1)).toEqual(['70-136']);
    expect(places(front, 9, { from: 101, to: 600 })).toEqual(['71-136', '276-339', '510-515']);
    expect(places(front, 9, { from: 0, to: 306 })).toEqual(['70-136']);
    expect(places(front, 9, { from: 0, to: 307 })).toEqual(['70-136', '276-338']);
  });

  test('and there are none of one word, or of words that nowhere stand together', () => {
    expect(places(a)).toEqual([]);
    expect(places(`${a} ${c}`)).toEqual([]);
    expect(places(`${a} nine`)).toEqual([]);
    expect(places(`nine ${b}`)).toEqual([]);
    expect(places('')).toEqual([]);
  });

  test('a pair that stands there often votes once, and a rare pair has more votes than a common one', () => {
    const votes = (texts: string[], text: string) => {
      const opened = streamOf(texts);
      return placesOf(opened.given(text).numbers, opened.stream, all(opened), 9).map((place) => place.votes);
    };
    const length = 100;
    expect(votes([`${a} ${b} ${filler(98)}`], `${a} ${b}`)).toEqual([Math.log2(2 + length)]);
    expect(votes([`${a} ${b} ${c} ${filler(97)}`], `${a} ${b} ${c}`)).toEqual([2 * Math.log2(2 + length)]);
    expect(votes([`${a} ${b} ${a} ${b} ${filler(96)}`], `${a} ${b}`)).toEqual([Math.log2(2 + length / 2)]);
  });

  test('more pairs go before a rarer one, and of as many the earlier place', () => {
    const starts = (source: string, text: string) => {
      const opened = streamOf([source]);
      return placesOf(opened.given(text).numbers, opened.stream, all(opened), 5).map(({ from }) => from);
    };
    const four = [c, d, e, f].join(' ');
    const twice = `${filler(100)} ${a} ${b} ${filler(100, 'y')} ${four} ${filler(100, 'z')} ${four}`;
    expect(starts(twice, `${a} ${b} nine ${four}`)).toEqual([171, 275, 69]);
    const apart = `${filler(100)} ${c} ${d} ${filler(100, 'y')} ${a} ${b}`;
    expect(starts(apart, `${a} ${b} nine ${c} ${d}`)).toEqual([71, 173]);
  });

  test('places that lie apart are told one by one', () => {
    const opened = streamOf([
      Array.from({ length: 12 }, (_, n) => `${filler(150, `n${n}x`)} ${a} ${b}`).join(' '),
    ]);
    const found = placesOf(opened.given(`${a} ${b}`).numbers, opened.stream, all(opened), 20);
    expect(found.map(({ from }) => from)).toEqual(Array.from({ length: 12 }, (_, n) => 150 + n * 152 - 26));
    expect(found.map(({ to }) => to)).toEqual(
      Array.from({ length: 12 }, (_, n) => Math.min(1824, 178 + n * 152)),
    );
  });

  test('the one with more votes comes first, wherever it stands', () => {
    const three = [`${a} ${b}`, `${a} ${b} ${c} ${d}`, `${a} ${b} ${c}`];
    for (const order of [
      [0, 1, 2],
      [1, 0, 2],
      [2, 1, 0],
      [1, 2, 0],
      [0, 2, 1],
      [2, 0, 1],
    ]) {
      const opened = streamOf([order.map((at) => `${filler(198, `f${at}x`)} ${three[at]}`).join(' ')]);
      const found = placesOf(opened.given(three[1]!).numbers, opened.stream, all(opened), 5);
      const lengths = found.map(
        ({ from, to }) =>
          opened.stream.read(from, to).filter(({ folded }) => alphabet.includes(folded)).length,
      );
      expect(lengths).toEqual([4, 3, 2]);
    }
  });

  test.each([
    [7_997, true],
    [7_998, false],
  ])('a pair that stands there %i times is looked at: %s', (times, looked) => {
    const opened = streamOf([
      `${filler(90)} ${a} ${b} ${c} ${d} ${filler(90, 'y')}`,
      Array.from({ length: times }, () => `${e} ${f}`).join(' '),
    ]);
    const found = placesOf(
      opened.given(`${a} ${b} ${c} ${d} nine ${e} ${f}`).numbers,
      opened.stream,
      all(opened),
      3,
    );
    expect(found.length > 1).toBe(looked);
    const alone = placesOf(opened.given(`${e} ${f}`).numbers, opened.stream, all(opened), 3);
    expect(alone).toHaveLength(3);
  });

  test('places on both sides of the border between two windows are one', () => {
    for (const before of [
      0, 20, 30, 31, 32, 33, 58, 60, 61, 62, 63, 64, 65, 90, 94, 96, 100, 126, 127, 128,
    ]) {
      const opened = streamOf([`${filler(before)} ${front} ${filler(200, 'y')}`]);
      const [best, ...others] = placesOf(opened.given(front).numbers, opened.stream, all(opened), 9);
      expect([before, best?.from, best?.to]).toEqual([before, Math.max(0, before - 30), before + 36]);
      expect(others).toEqual([]);
    }
  });

  test('of a thousand places that share a little the one that shares more comes first', () => {
    const many = Array.from({ length: 400 }, (_, n) => `${a} ${b} ${filler(80, `n${n}x`)}`);
    const opened = streamOf([
      many.slice(0, 250).join(' '),
      `${filler(70)} ${front} ${filler(70, 'y')}`,
      many.slice(250).join(' '),
    ]);
    const at = 250 * 82 + 1 + 70;
    const [best, second, third] = placesOf(opened.given(front).numbers, opened.stream, all(opened), 2);
    expect([best?.from, best?.to]).toEqual([at - 30, at + 36]);
    expect(second?.from).toBe(0);
    expect(third).toBeUndefined();
  });
});

describe('pieces that go together', () => {
  const one = `${filler(20)} ${front}`;
  const segments = (opened: Opened, text: string, sameVoice = () => true) => {
    const context = { given: opened.given(text), stream: opened.stream, sameVoice };
    return segmentsOf(piecesOf(context.given, opened.stream, all(opened)), context).map(
      ({ link, matches }) => `${link} ${matches.map((match) => `${match.given}@${match.at}`).join(' ')}`,
    );
  };
  const rows = (given: number, at: number, count: number) =>
    Array.from({ length: count }, (_, n) => `${given + n}@${at + n}`).join(' ');

  test.each([
    ['in a paragraph', ' ', 14, true],
    ['in a paragraph', ' ', 15, false],
    ['over a paragraph’s end', '\n\n', 6, true],
    ['over a paragraph’s end', '\n\n', 7, false],
  ])('%s%j %i words are left out: %s', (_, between, count, close) => {
    const opened = streamOf([`${one} ${filler(count, 'y')}${between}${back}`]);
    expect(segments(opened, `${front} ${back}`)).toEqual(
      close
        ? [`start ${rows(0, 20, 6)} ${rows(6, 26 + count, 4)}`]
        : [`start ${rows(0, 20, 6)}`, `elsewhere ${rows(6, 26 + count, 4)}`],
    );
  });

  test.each([
    [3, [`start ${rows(0, 20, 6)}`]],
    [4, [`start ${rows(0, 20, 6)}`, `elsewhere ${rows(6, 66, 4)}`]],
  ])('in another place of the document %i words tell', (count, expected) => {
    const opened = streamOf([`${one} ${filler(40, 'y')} ${back}`]);
    const few = back.split(' ').slice(0, count).join(' ');
    expect(segments(opened, `${front} ${few}`)).toEqual(expected);
    const [first, ...others] = segments(opened, `${few} ${front}`);
    expect([first, others.length]).toEqual(
      count === 4 ? [`start ${rows(0, 66, 4)}`, 1] : [`start ${rows(count, 20, 6)}`, 0],
    );
  });

  test.each([
    [5, false],
    [6, true],
  ])('in another document %i words tell: %s', (count, tell) => {
    const opened = streamOf([one, `${filler(40, 'y')} ${filler(8, 'q')}`]);
    const own = Array.from({ length: 8 }, (_, n) => `${alphabet[n]}`).join(' ');
    const longer = streamOf([`${filler(20)} ${own}`, `${filler(40, 'y')} ${filler(8, 'q')}`]);
    expect(segments(longer, `${own} ${filler(count, 'q')}`)).toEqual(
      tell ? [`start ${rows(0, 20, 8)}`, `elsewhere ${rows(8, 69, count)}`] : [`start ${rows(0, 20, 8)}`],
    );
    expect(segments(opened, filler(count, 'q'))).toEqual([`start ${rows(0, 67, count)}`]);
  });

  test('an ellipsis stands for any number of words, unless they tell', () => {
    const over = (between: string) =>
      segments(streamOf([`${one} ${between} ${back}`]), `${front} … ${back}`).map(
        (each) => each.split(' ')[0],
      );
    expect(over(filler(1, 'y'))).toEqual(['start', 'ellipsis']);
    expect(over(filler(80, 'y'))).toEqual(['start', 'ellipsis']);
    expect(over(`${filler(10, 'y')} not ${filler(10, 'z')}`)).toEqual(['start']);
    expect(over(`${filler(20, 'y')} not ${filler(21, 'z')}`)).toEqual(['start']);
    expect(over(`${filler(20, 'y')} not ${filler(22, 'z')}`)).toEqual(['start', 'elsewhere']);
    expect(over('unless')).toEqual(['start']);
  });

  test('of two voices nothing is left out, and no ellipsis is honest', () => {
    const opened = streamOf([`${one}\n\n${filler(2, 'y')} ${back}`]);
    expect(segments(opened, `${front} ${back}`)).toEqual([`start ${rows(0, 20, 6)} ${rows(6, 28, 4)}`]);
    expect(segments(opened, `${front} ${back}`, () => false)).toEqual([
      ...[`start ${rows(0, 20, 6)}`, `elsewhere ${rows(6, 28, 4)}`],
    ]);
    expect(segments(opened, `${front} … ${back}`, () => false).map((each) => each.split(' ')[0])).toEqual([
      ...['start', 'elsewhere'],
    ]);
    const beside = streamOf([`${one}\n\n${back}`]);
    expect(segments(beside, `${front} ${back}`, () => false)).toEqual([`start ${rows(0, 20, 10)}`]);
  });

  test('in one paragraph up to six words are left out whoever speaks', () => {
    const over = (count: number) =>
      segments(streamOf([`${one} ${filler(count, 'y')} ${back}`]), `${front} ${back}`, () => false);
    expect(over(1)).toEqual([`start ${rows(0, 20, 6)} ${rows(6, 27, 4)}`]);
    expect(over(6)).toEqual([`start ${rows(0, 20, 6)} ${rows(6, 32, 4)}`]);
    expect(over(7)).toEqual([`start ${rows(0, 20, 6)}`, `elsewhere ${rows(6, 33, 4)}`]);
  });

  test('in their order, whichever of them is the strongest', () => {
    const opened = streamOf([
      `${filler(20)} ${back} ${filler(30, 'y')} ${front} ${filler(30, 'z')} q0 q1 q2 q3 q4`,
    ]);
    const order = (text: string) =>
      segments(opened, text).map((each) => each.replace(/^(\S+) (\d+)@(\d+).*$/u, '$1 $2@$3'));
    expect(order(`${back} ${front} ${filler(5, 'q')}`)).toEqual([
      'start 0@20',
      'elsewhere 4@54',
      'elsewhere 10@90',
    ]);
    expect(order(`${back} ${filler(5, 'q')} ${front}`)).toEqual([
      'start 0@20',
      'elsewhere 4@90',
      'elsewhere 9@54',
    ]);
    expect(order(`${back} … ${front} … ${filler(5, 'q')}`)).toEqual([
      'start 0@20',
      'ellipsis 4@54',
      'ellipsis 10@90',
    ]);
    expect(order(`${filler(5, 'q')} ${front} ${back}`)).toEqual([
      'start 0@90',
      'elsewhere 5@54',
      'elsewhere 11@20',
    ]);
    expect(order(`${front} … ${filler(5, 'q')} … ${back}`)).toEqual([
      'start 0@54',
      'ellipsis 6@90',
      'elsewhere 11@20',
    ]);
  });

  test('a word that stands twice is the one beside its neighbour', () => {
    const opened = streamOf([`${a} ${b} ${c} that ${filler(5)} that ${d} ${e} ${f}`]);
    const whole = '3@9 4@10 5@11 6@12';
    expect(segments(opened, `${a} ${b} ${c} … that ${d} ${e} ${f}`)).toEqual([
      'start 0@0 1@1 2@2',
      `ellipsis ${whole}`,
    ]);
    expect(segments(opened, `${a} ${b} ${c} that … ${d} ${e} ${f}`)).toEqual([
      ...['start 0@0 1@1 2@2 3@3', 'ellipsis 4@10 5@11 6@12'],
    ]);
    expect(segments(opened, `${a} ${b} ${c} that ${d} ${e} ${f}`)).toEqual([`start 0@0 1@1 2@2 ${whole}`]);
    expect(segments(opened, `${a} ${b} ${c} so that ${d} ${e} ${f}`)).toEqual([
      'start 0@0 1@1 2@2 4@9 5@10 6@11 7@12',
    ]);
  });

  test('nothing found goes together with nothing', () => {
    expect(segments(streamOf([one]), 'eight nine ten')).toEqual([]);
  });
});

describe('the share of a quotation that agrees', () => {
  const share = (text: string, source = `${filler(40)} ${front} ${filler(40, 'y')}`) => {
    const opened = streamOf([source]);
    const context = { given: opened.given(text), stream: opened.stream, sameVoice: () => true };
    const found = segmentsOf(piecesOf(context.given, opened.stream, all(opened)), context);
    return shareOf(found, context);
  };
  test.each([
    [front, 1],
    [`${a} ${b} ${c} eight nine`, 3 / 5],
    [`${a} ${b} eight ${d} ${e}`, 4 / 5],
    [`${a} ${b} eight ${d} nine`, 2 / 5],
    [`${a} ${b} eight ${d}`, 2 / 4],
    [`eight nine ${a} ${b}`, 2 / 4],
    [`${f} ${e} ${d} ${b} ${c} ${a}`, 1],
    [`${e} ${f} ${a} ${b} ${c} ${d}`, 1],
    [`${a} ${b} ${c} ${c}`, 3 / 4],
    [`y0 ${a} ${b} ${e} ${d} ${f} ${c} x39 x38 x37 eight`, 10 / 11],
    [`y0 ${a} ${b} ${e} ${d} ${f} ${c} x39 x38 eight`, 9 / 10],
    [`y0 ${a} ${b} ${e} ${d} ${f} ${c} x39 eight`, 2 / 9],
    [`x39 ${a} ${b} x38 x37`, 1],
    [`${b} ${a} x36 x35 y4 ${c} ${d}`, 1],
    [`${b} ${a} x36 x34 y4 ${c} ${d}`, 2 / 7],
    [`${b} ${a} x36 x35 y5 ${c} ${d}`, 2 / 7],
  ])('%s', (text, expected) => {
    expect(share(text)).toBeCloseTo(expected);
  });
});
