// A quotation laid over the sources: its stretches, what stands at their edges, and what the quotation has
// otherwise.
import { describe, expect, test } from 'vitest';
import { bracketsOf } from '../../src/check/laying/brackets.ts';
import { laid, written } from '../../src/check/laying/differences.ts';
import { isCutBefore, isCutBehind, regionOf } from '../../src/check/laying/edges.ts';
import { piecesOf } from '../../src/check/laying/pieces.ts';
import { readExact, readPieces } from '../../src/check/laying/reading.ts';
import { printed, printedIn } from '../../src/check/words/printed.ts';
import type { PlacedWord } from '../../src/check/words/stream.ts';
import { wordsOf } from '../../src/check/words/words.ts';
import { streamOf } from './opened.ts';

const filler = (count: number, name = 'x') =>
  Array.from({ length: count }, (_, n) => `${name}${n}`).join(' ');

function read(source: string, text: string, least = 0.4) {
  const opened = streamOf([source, `${filler(300, 'z')}`]);
  const given = opened.given(text);
  const all = { from: 0, to: opened.stream.length };
  const context = { given, stream: opened.stream, sameVoice: () => true };
  return readPieces(piecesOf(given, opened.stream, all), context, least);
}

/** The words of the source, stretch by stretch, and the changes. */
function shown(source: string, text: string): string[] {
  const found = read(source, text);
  const stretches = found?.stretches.map(({ from, words }) => `${from}: ${written(printedIn(words))}`) ?? [];
  const changes = found?.parts.flatMap((part) =>
    part.same ? [] : [`[${written(part.source)}→${written(part.given)}]`],
  );
  return [...stretches, ...(changes ?? [])];
}

describe('words that were exchanged at an edge are told with those that stand there', () => {
  const source = `${filler(20)} alpha bravo carol delta echos foxes ${filler(20, 'y')}`;
  test.each([
    ['alpha bravo carol delta', ['start: alpha bravo carol delta']],
    ['nine bravo carol delta', ['start: alpha bravo carol delta', '[alpha→nine]']],
    ['alpha bravo carol nine', ['start: alpha bravo carol delta', '[delta→nine]']],
    ['eight nine bravo carol delta', ['start: x19 alpha bravo carol delta', '[x19 alpha→eight nine]']],
    ['bravo carol delta nine ten', ['start: bravo carol delta echos foxes', '[echos foxes→nine ten]']],
    [
      'five six seven eight nine bravo carol delta echos foxes',
      [
        'start: x16 x17 x18 x19 alpha bravo carol delta echos foxes',
        '[x16 x17 x18 x19 alpha→five six seven eight nine]',
      ],
    ],
    [
      'alpha bravo carol delta echos five six seven eight nine',
      [
        'start: alpha bravo carol delta echos foxes y0 y1 y2 y3',
        '[foxes y0 y1 y2 y3→five six seven eight nine]',
      ],
    ],
    // Seven were exchanged, and six words are looked at.
    [
      'three four five six seven eight nine alpha bravo carol delta echos foxes',
      [
        'start: x14 x15 x16 x17 x18 x19 alpha bravo carol delta echos foxes',
        '[x14 x15 x16 x17 x18 x19→three four five six seven eight nine]',
      ],
    ],
    [
      'alpha bravo carol delta echos foxes three four five six seven eight nine',
      [
        'start: alpha bravo carol delta echos foxes y0 y1 y2 y3 y4 y5',
        '[y0 y1 y2 y3 y4 y5→three four five six seven eight nine]',
      ],
    ],
    ['alpha bravo nine carol delta', ['start: alpha bravo carol delta', '[→nine]']],
    ['alpha bravo delta echos', ['start: alpha bravo carol delta echos', '[carol→]']],
    ['nine alpha bravo carol delta', ['start: x19 alpha bravo carol delta', '[x19→nine]']],
    ['nine bravo carol delta ten', ['start: alpha bravo carol delta echos', '[alpha→nine]', '[echos→ten]']],
  ])('%s', (text, expected) => {
    expect(shown(source, text)).toEqual(expected);
  });

  test.each([
    ['a sentence', '. '],
    ['a question', '? '],
    ['a call', '! '],
    ['a colon', ': '],
    ['a semicolon', '; '],
    ['a paragraph', '\n\n'],
  ])('but not over the end of %s', (_, end) => {
    const parted = `${filler(20)}${end}alpha bravo carol delta${end}${filler(20, 'y')}.`;
    expect(shown(parted, 'nine alpha bravo carol delta')).toEqual([
      'start: alpha bravo carol delta',
      '[→nine]',
    ]);
    expect(shown(parted, 'alpha bravo carol delta nine')).toEqual([
      'start: alpha bravo carol delta',
      '[→nine]',
    ]);
    expect(shown(parted, 'nine bravo carol delta')).toEqual([
      'start: alpha bravo carol delta',
      '[alpha→nine]',
    ]);
    expect(shown(parted, 'alpha bravo carol nine')).toEqual([
      'start: alpha bravo carol delta',
      '[delta→nine]',
    ]);
  });

  test('nor over the end of a document', () => {
    expect(shown('alpha bravo carol delta', 'nine alpha bravo carol delta ten')).toEqual([
      ...['start: alpha bravo carol delta', '[→nine]', '[→ten]'],
    ]);
  });

  test('one of two words that a hyphen joins is never told alone', () => {
    const joined = `${filler(20)} No-one-else came home to the harbour-master-general ${filler(20, 'y')}`;
    expect(shown(joined, 'everyone came home to the')).toEqual([
      ...['start: No-one-else came home to the', '[No-one-else→everyone]'],
    ]);
    expect(shown(joined, 'came home to the captain')).toEqual([
      ...['start: came home to the harbour-master-general', '[harbour-master-general→captain]'],
    ]);
    const begins = 'No-one came home to the harbour-master';
    expect(shown(begins, 'everyone came home to the captain')).toEqual([
      ...['start: No-one came home to the harbour-master', '[No-one→everyone]', '[harbour-master→captain]'],
    ]);
  });

  test('what was begun twice may stand between an edge and the other words', () => {
    const said = 'And a few — a few minutes went by the public health — the public health ship.';
    const twice = `${filler(9)} so. ${said} ${filler(9, 'y')}`;
    expect(shown(twice, 'And a few minutes went by')).toEqual(['start: And a few — a few minutes went by']);
    expect(shown(twice, 'minutes went by the public health ship')).toEqual([
      'start: minutes went by the public health — the public health ship',
    ]);
  });
});

describe('several stretches stand one behind the other, their sources parted', () => {
  const back = `golfs hotel india julia ${filler(20, 'q')}`;
  const source = `${filler(20)} alpha bravo carol delta ${filler(30, 'y')} ${back}`;
  test.each([
    [
      'alpha bravo carol delta … golfs hotel india julia',
      ['start: alpha bravo carol delta', 'ellipsis: golfs hotel india julia'],
    ],
    [
      'golfs hotel india julia alpha bravo carol delta',
      ['start: golfs hotel india julia', 'elsewhere: alpha bravo carol delta'],
    ],
    [
      'nine bravo carol delta … golfs hotel india ten',
      ['start: alpha bravo carol delta', 'ellipsis: golfs hotel india julia', '[alpha→nine]', '[julia→ten]'],
    ],
    [
      'alpha bravo carol nine … golfs hotel india julia',
      ['start: alpha bravo carol', 'ellipsis: golfs hotel india julia', '[→nine]'],
    ],
    [
      'alpha bravo carol … nine hotel india julia',
      ['start: alpha bravo carol', 'ellipsis: hotel india julia', '[→nine]'],
    ],
  ])('%s', (text, expected) => {
    expect(shown(source, text)).toEqual(expected);
  });

  test('and what stands between them is an ellipsis', () => {
    const all =
      read(source, 'alpha bravo carol … golfs hotel india')?.parts.flatMap((part) => part.source) ?? [];
    expect(written(all)).toBe('alpha bravo carol … golfs hotel india');
  });
});

test('less than the least share is not found', () => {
  const source = `${filler(20)} alpha bravo carol delta ${filler(20, 'y')}`;
  const text = 'alpha bravo carol eight nine';
  expect(read(source, text, 0.59)).toBeDefined();
  expect(read(source, text, 0.61)).toBeUndefined();
  expect(read(source, 'seven eight nine', 0)).toBeUndefined();
});

test('words that stand in a row are read at their place', () => {
  const { stream, given } = streamOf([`${filler(3)} alpha bravo, carol`]);
  const { stretches, parts } = readExact(given('Alpha BRAVO'), 3, stream);
  expect(stretches.map(({ from, words }) => [from, words.map(({ at }) => at)])).toEqual([['start', [3, 4]]]);
  expect(parts.map(({ source, given: own, same }) => [written(source), written(own), same])).toEqual([
    ['alpha bravo', 'Alpha BRAVO', true],
  ]);
});

describe('brackets that one side has', () => {
  const of = (source: string, text: string) => {
    const { stream } = streamOf([source]);
    const parts = laid(printedIn(stream.read(0, stream.length)), printed(text, wordsOf(text)));
    const found = bracketsOf(parts, text);
    return Object.entries(found).flatMap(([name, is]) => (is ? [name] : []));
  };
  test.each([
    ['we go home now', 'we go home now', []],
    ['we (go) home now', 'we (go) home now', []],
    ['we (go) home now', 'we [go] home now', []],
    ['we go home now', 'we (go) home now', ['added']],
    ['we go home now', 'we [go] home now', ['added']],
    ['we (go) home now', 'we go home now', ['dropped']],
    ['we (go home) now', 'we go home now', ['dropped']],
    ['we (go home) now', 'we now', ['leftOut']],
    ['we (go) home now', 'we home now', ['leftOut']],
    ['we go home now', 'we home now', []],
    ['we go home', 'we [all] go home', ['own']],
    ['we go home', 'we (all) go home', ['own']],
    ['we go home', 'we all go home', []],
    ['we go home', '[T]hey go home', ['own']],
    ['we (go) home', 'we (stay) home', []],
    ['we (go) home', 'we stay home', []],
    ['we go home (applause) now', 'we go home now', []],
    ['we go home now', 'we go home (applause) now', []],
    ['(we) go home', 'we go home', ['dropped']],
    ['we go (home)', 'we go home', ['dropped']],
    ['we re-elect (it) now', 'we reelect it now', ['dropped']],
    ['we (re-elect) it', 'we reelect it', ['dropped']],
    ['we reelect it', 'we (re-elect) it', ['added']],
    ['we (go\nhome) now', 'we go home now', []],
  ])('%s | %s: %s', (source, text, expected) => {
    expect(of(source, text)).toEqual(expected);
  });

  test('of every paragraph, at its own place', () => {
    expect(of('we go\n\nhome (all) now', 'we go home all now')).toEqual(['dropped']);
    expect(of('(we) go\n\nhome all now', 'we go home all now')).toEqual(['dropped']);
    expect(of('we go\n\nhome (all) now', 'we go home (all) now')).toEqual([]);
    expect(of('we go (all)\n\nhome now all', 'we go (all) home now (all)')).toEqual(['added']);
  });

  test('no longer than a sentence', () => {
    expect(of(`we (${'a'.repeat(300)}) go`, `we ${'a'.repeat(300)} go`)).toEqual(['dropped']);
    expect(of(`we (${'a'.repeat(301)}) go`, `we ${'a'.repeat(301)} go`)).toEqual([]);
  });
});

describe('where the source goes on', () => {
  const word = (
    source: string,
    at: number,
    kind: 'news' | 'statement' | 'transcript' = 'statement',
  ): PlacedWord => streamOf([source], { kind }).stream.read(at, at + 1)[0]!;
  const span = (source: string, part: string) => {
    const start = source.indexOf(part);
    return { start, end: start + part.length };
  };
  const sentences = 'We go home. They all stay. And so on';
  test.each([
    [0, false, true, 'We go home.'],
    [1, true, true, 'We go home.'],
    [2, true, false, 'We go home.'],
    [3, false, true, 'They all stay.'],
    [5, true, false, 'They all stay.'],
    [6, false, true, 'And so on'],
    [8, true, false, 'And so on'],
  ])('by its sentence: word %i', (at, before, behind, region) => {
    const placed = word(sentences, at);
    const { start, end } = regionOf(placed, undefined);
    expect([isCutBefore(placed, undefined), isCutBehind(placed, undefined)]).toEqual([before, behind]);
    expect(sentences.slice(start, end).trim()).toBe(region);
  });

  test('in the second paragraph as well', () => {
    const text = `So be it.\n\n${sentences}`;
    const placed = word(text, 4);
    const { start, end } = regionOf(placed, undefined);
    expect(text.slice(start, end).trim()).toBe('We go home.');
    expect([isCutBefore(word(text, 3), undefined), isCutBefore(placed, undefined)]).toEqual([false, true]);
    expect([isCutBehind(placed, undefined), isCutBehind(word(text, 5), undefined)]).toEqual([true, false]);
  });

  test('by its quotation, where it stands in one', () => {
    const text = 'She said, “We go home. They all stay,” and so on.';
    const quotation = span(text, '“We go home. They all stay,”');
    const [first, home, they, stay] = [2, 4, 5, 7].map((at) => word(text, at)) as [
      PlacedWord,
      PlacedWord,
      PlacedWord,
      PlacedWord,
    ];
    expect([first, home, they, stay].map((each) => isCutBefore(each, quotation))).toEqual([
      false,
      true,
      true,
      true,
    ]);
    expect([first, home, they, stay].map((each) => isCutBehind(each, quotation))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    const region = (each: PlacedWord) => {
      const { start, end } = regionOf(each, quotation);
      return text.slice(start, end).trim();
    };
    expect(region(first)).toBe('“We go home.');
    expect(region(stay)).toBe('They all stay,');
  });

  test('not by what is begun twice, by brackets or by a label', () => {
    const twice = 'We go — we go home (which is far) [and more].';
    expect([2, 3, 4].map((at) => isCutBefore(word(twice, at), undefined))).toEqual([false, true, true]);
    expect(isCutBehind(word(twice, 4), undefined)).toBe(false);
    expect(isCutBehind(word(twice, 3), undefined)).toBe(true);
    const label = 'MR. HOLM: We go home.';
    expect([0, 1].map((at) => isCutBefore(word(label, at, 'transcript'), undefined))).toEqual([false, true]);
    const { start } = regionOf(word(label, 1, 'transcript'), undefined);
    expect(label.slice(start)).toBe('We go home.');
  });

  test.each([
    [8, false],
    [9, true],
  ])('what is begun again stands within %i words', (count, cut) => {
    const said = filler(count, 'a');
    expect(isCutBefore(word(`${said} — ${said} home.`, count), undefined)).toBe(cut);
  });
});
