// What every index of passages keeps to, whichever engine is behind it: terms in, the same passages out, in the same order.
import { describe, expect, test } from 'vitest';
import { atOnce } from '../../src/common/steps.ts';
import type { Document } from '../../src/corpus/document.ts';
import { emptyDossier } from '../../src/corpus/dossier.ts';
import type { Passage } from '../../src/corpus/passages.ts';
import {
  type Candidate,
  type Candidates,
  candidatesInMemory,
  postingsSteps,
} from '../../src/search/index/candidates.ts';
import { openAliases } from '../../src/search/ranking/aliases.ts';
import { ownBackground } from '../../src/search/ranking/background.ts';
import { indexTerms, type Reader, readPassage } from '../../src/search/text/read-passage.ts';

export const reader: Reader = { aliases: openAliases(emptyDossier), background: ownBackground() };

/** Each text as the passage of a document of its own. */
export function passagesOfTexts(texts: readonly string[]): Passage[] {
  return texts.map((text, at) => {
    const document: Document = {
      ...{ id: `d${at}`, kind: 'other', language: 'en', status: 'current', file: 'd.md', text },
      title: { value: '', by: 'source' },
    };
    return { document, paragraph: 1, start: 0, end: text.length, text, headings: [] };
  });
}

/** The terms of a text as they are filed, each counting as it is. */
export function termsOf(text: string): Map<string, number> {
  const [passage] = passagesOfTexts([text]);
  return new Map([...indexTerms(readPassage(passage!, reader))].map((term) => [term, 1]));
}

const places = ['Geneva', 'Oslo', 'Ankara', 'Warsaw', 'Riyadh', 'Kyiv', 'Doha', 'Vienna'];
const matters = ['prisoners', 'grain', 'borders', 'reactors', 'sanctions', 'hostages', 'mines'];
const months = ['January', 'March', 'May', 'July', 'August', 'October', 'November'];

/** Eight by seven by seven texts, each of which alone speaks of its three. */
export const made: readonly string[] = places.flatMap((place) =>
  matters.flatMap((matter) =>
    months.map(
      (month) =>
        `Delegates met in ${place} about ${matter} in ${month}.${' They talked on.'.repeat((place.length * month.length) % 5)}`,
    ),
  ),
);

/** Of the made texts, in many mixtures: words that are rare, common, and in none of them, each counting as it may. */
export const mixtures = Array.from({ length: 40 }, (_, round) => {
  const words = [
    'Geneva',
    'Oslo',
    'Kyiv',
    'grain',
    'mines',
    'May',
    'July',
    'talked',
    'Delegates',
    'zeppelin',
  ];
  const some = words.filter((__, at) => (round * 7 + at * at * 3) % 5 < 2);
  return new Map([...termsOf(some.join(' ')).keys()].map((term, at) => [term, 1 / (1 + at)]));
});

export function expectSame(found: readonly Candidate[], expected: readonly Candidate[], of: string): void {
  expect(
    found.map(({ index }) => index),
    of,
  ).toEqual(expected.map(({ index }) => index));
  for (const [at, { score }] of found.entries()) expect(score).toBeCloseTo(expected[at]?.score ?? 0, 9);
}

export const inMemory = async (texts: readonly string[]): Promise<Candidates> =>
  candidatesInMemory(atOnce(postingsSteps(passagesOfTexts(texts), reader)));

/** `file` gives the index of a list of texts. */
export function candidatesContract(file: (texts: readonly string[]) => Promise<Candidates>): void {
  const find = async (texts: readonly string[], asked: ReadonlyMap<string, number>): Promise<string[]> => {
    const found = await (await file(texts)).find(asked);
    return found.map(({ index }) => texts[index] ?? '');
  };

  describe('what is found', () => {
    test('is the passage that holds all that is asked, of some hundred, and thirty of them at most', async () => {
      const index = await file(made);
      for (const at of [0, 77, 200, made.length - 1]) {
        const found = await index.find(termsOf(made[at] ?? ''));
        expect(made[found[0]?.index ?? -1], made[at]).toBe(made[at]);
        expect(found).toHaveLength(30);
      }
    });

    test('comes best first, with scores above nothing', async () => {
      const scores = (await (await file(made)).find(termsOf('grain Oslo March'))).map(({ score }) => score);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      expect(scores.at(-1)).toBeGreaterThan(0);
    });

    test('of equal ones the first of the list comes first, also where there is no room for all', async () => {
      const texts = Array.from({ length: 90 }, (_, at) => (at % 2 === 0 ? 'A treaty.' : 'A pact.'));
      const found = await (await file(texts)).find(termsOf('treaty'));
      expect(found.map(({ index }) => index)).toEqual(Array.from({ length: 30 }, (_, at) => 2 * at));
    });

    test('holds a word that stands in every passage, where nothing else is asked', async () => {
      expect(await (await file(made)).find(termsOf('Delegates'))).toHaveLength(30);
    });
  });

  describe('what counts', () => {
    test('a rare word more than a common one', async () => {
      const texts = ['grain grain', 'grain deal', 'grain port', 'mines port', 'rain port'];
      expect((await find(texts, termsOf('port mines')))[0]).toBe('mines port');
      expect((await find(texts, termsOf('grain deal')))[0]).toBe('grain deal');
    });

    test('a word in a short passage more than in a long one, and often more than once', async () => {
      const long = 'Grain was loaded while ministers argued about tariffs, quotas, insurance and escorts.';
      expect(await find([long, 'Grain left.'], termsOf('grain'))).toEqual(['Grain left.', long]);
      expect(await find(['Grain left.', 'Grain met grain.'], termsOf('grain'))).toEqual([
        'Grain met grain.',
        'Grain left.',
      ]);
    });

    test('each term as often as it says', async () => {
      const [grain = '', mines = ''] = [...termsOf('grain mines').keys()];
      const texts = ['Grain left.', 'Mines left.'];
      const counted = (a: number, b: number) =>
        find(texts, new Map([[grain, a] as const, [mines, b] as const]));
      expect((await counted(1, 0.4))[0]).toBe('Grain left.');
      expect((await counted(0.4, 1))[0]).toBe('Mines left.');
    });

    test('two words together more than one of them', async () => {
      const texts = [
        'Mines, mines, mines.',
        'Grain passed the mines on a ship with many other goods aboard.',
      ];
      expect((await find(texts, termsOf('grain mines')))[0]).toBe(texts[1]);
    });
  });

  test('only what may answer is found, though others fit better', async () => {
    const index = await file(made);
    const asked = termsOf(made[0] ?? '');
    const found = await index.find(asked, (place) => place >= 300);
    expect(found).toHaveLength(30);
    for (const { index: place } of found) expect(place).toBeGreaterThanOrEqual(300);
    expect(await index.find(asked, () => false)).toEqual([]);
    expect((await index.find(asked, (place) => place === 5)).map(({ index: place }) => place)).toEqual([5]);
  });

  describe('nothing is found', () => {
    test('among no passages, and among some without words', async () => {
      expect(await find([], termsOf('grain'))).toEqual([]);
      expect(await find(['…', '—', '!?'], termsOf('grain'))).toEqual([]);
    });

    test('for no terms, and for those that no passage holds', async () => {
      const index = await file(made);
      expect(await index.find(new Map())).toEqual([]);
      expect(await index.find(termsOf('zeppelin'))).toEqual([]);
    });

    test.each([
      ["'; drop table search_terms; --"],
      ['{"a","b"}'],
      ['%'],
      ['_'],
      ['\\'],
      ['NULL'],
      ['\0'],
      ['gra\0in'],
      ['\ud800'],
      ['#'],
      ['@nobody'],
      ['x'.repeat(100_000)],
      ['constructor'],
      ['__proto__'],
    ])('for the hostile term %#, and what else is asked is found', async (term) => {
      const index = await file(made);
      expect(await index.find(new Map([[term, 1]]))).toEqual([]);
      const asked = termsOf(made[7] ?? '');
      expect((await index.find(new Map([...asked, [term, 1]])))[0]?.index).toBe(7);
    });
  });

  test.each([
    ['Переговори про обмін полоненими', 'полоненими'],
    ['محادثات حول الحدود', 'الحدود'],
    ['Straße und Maß', 'Maß'],
    ['和平协议 签署', '签署'],
    ['a𝒷𝒸 letters beyond the first plane', 'a𝒷𝒸'],
    ['Zażółć gęślą jaźń', 'gęślą'],
    [`An unbroken word ${'grain'.repeat(900)}`, 'grain'.repeat(900)],
  ])('a word of any script is found: %#', async (text, word) => {
    const asked = termsOf(word);
    expect(asked.size).toBeGreaterThan(0);
    expect((await find(['Nothing of it.', text, 'Nothing either.'], asked))[0]).toBe(text);
  });

  test('constructor and the like are words as others', async () => {
    const texts = ['The constructor spoke.', 'The valueOf of hasOwnProperty.', 'Nobody spoke.'];
    expect((await find(texts, termsOf('constructor')))[0]).toBe(texts[0]);
    expect((await find(texts, termsOf('hasOwnProperty')))[0]).toBe(texts[1]);
  });
}
