// Texts that are made of names: what is read of them grows with their length alone, and goes on in small steps.
import { describe, expect, test } from 'vitest';
import { atOnce, type Steps } from '../../src/common/steps.ts';
import { passagesOf } from '../../src/corpus/passages.ts';
import type { OfficeData } from '../../src/people/data.ts';
import { type Entry, entriesSteps } from '../../src/people/entries.ts';
import { headsAlone } from '../../src/people/offices/heads.ts';
import { addressedSteps } from '../../src/people/reading/addressed.ts';
import { gatheredSteps } from '../../src/people/reading/gathered.ts';
import type { HeadSeen, Whole } from '../../src/people/reading/names-seen.ts';
import { standingSteps } from '../../src/people/reading/standing.ts';
import { tailSteps } from '../../src/people/reading/tails.ts';
import { rowSteps } from '../../src/people/rows.ts';
import { growthOf, mostGrowth } from '../processor-time.ts';
import { documentOf } from '../statements/reading.ts';

const numbers = (size: number): number[] => Array.from({ length: size }, (_, at) => at);

/** Counts how many of it are looked at. */
class Watched<Value> extends Map<string, Value> {
  looks = 0;

  override *values(): Generator<Value, undefined> {
    for (const value of super.values()) {
      this.looks += 1;
      yield value;
    }
  }
}

/** The most that any step takes of what is counted. */
function mostInAStep(steps: Steps<unknown>, taken: () => number): number {
  let most = 0;
  for (let before = taken(), done: boolean | undefined = false; !done; before = taken()) {
    done = steps.next().done;
    most = Math.max(most, taken() - before);
  }
  return most;
}

function wholeOf(key: string): Whole {
  const none = { titled: 0, strong: 0, said: 0, who: 0, within: 0, placed: 0, first: 0 };
  return { key, texts: new Map([[key, 1]]), offices: [], times: 1, introduced: false, ...none };
}

/** Names by their keys, those of whom an entry is known first. */
function namesOf(
  known: readonly string[],
  others: readonly string[],
): { wholes: Watched<Whole>; byKey: Map<string, number> } {
  const wholes = new Watched([...known, ...others].map((key) => [key, wholeOf(key)] as const));
  return { wholes, byKey: new Map(known.map((key, at) => [key, at])) };
}

const tails = (known: readonly string[], others: readonly string[]): string[] => {
  const found: string[] = [];
  const names = namesOf(known, others);
  atOnce(
    tailSteps(names, names, (entry, texts) =>
      found.push(...[...texts].map((text) => `${text} = ${known[entry]}`)),
    ),
  );
  return found;
};

describe('the end of a name is the only one’s whose name ends so', () => {
  test.each([
    [['mia holt brandt'], ['holt brandt'], ['holt brandt = mia holt brandt']],
    [
      ['mia eva holt brandt'],
      ['holt brandt', 'eva holt brandt'],
      ['holt brandt = mia eva holt brandt', 'eva holt brandt = mia eva holt brandt'],
    ],
    [['mia holt brandt', 'jo lind'], ['holt brandt'], ['holt brandt = mia holt brandt']],
    [['mia holt brandt', 'jo holt brandt'], ['holt brandt'], []],
    [['mia holt brandt'], ['mia holt', 'olt brandt'], []],
    [['holt brandt', 'mia holt brandt'], ['brandt'], []],
  ])('%j %j', (known, others, expected) => {
    expect(tails(known, others)).toEqual(expected);
  });
});

describe('ten times as many names are no hundred times the work', () => {
  test.each([
    [
      'each with an end of its own',
      (at: number) => `mia holt${at} brandt${at}`,
      (at: number) => `holt${at} brandt${at}`,
    ],
    ['with one end', (at: number) => `mia${at} holt brandt`, (at: number) => `holt${at} brandt`],
    [
      'of many words',
      (at: number) => `mia holt${at} holt of the old town of brandt${at}`,
      (at: number) => `town of brandt${at}`,
    ],
    ['with ends that are nobody’s', (at: number) => `mia holt${at} brandt`, (at: number) => `jo lind${at}`],
  ])('names %s', (_, known, other) => {
    const prepare = (size: number) => namesOf(numbers(size).map(known), numbers(size).map(other));
    expect(growthOf(300, prepare, (names) => atOnce(tailSteps(names, names, () => undefined)))).toBeLessThan(
      mostGrowth,
    );
    const names = prepare(100);
    expect(
      mostInAStep(
        tailSteps(names, names, () => undefined),
        () => names.wholes.looks,
      ),
    ).toBeLessThanOrEqual(1);
  });

  const office = {
    text: 'Chairman',
    document: 0,
    start: 0,
    end: 8,
    role: 'chairman',
    country: undefined,
    held: false,
    alone: false,
  };
  const place = { head: 'chairman', words: [], alone: true, start: 5 };

  test.each([
    ['behind them', (at: number, size: number) => at + size, (at: number) => at],
    ['before them', (at: number) => at, (at: number, size: number) => at + size],
    ['in the same paragraphs', (at: number) => at, (at: number) => at],
    ['from the last one on', (at: number, size: number) => 2 * size - at, (at: number) => at],
  ])('the word of an office whose holder is named %s', (_, named, alone) => {
    const prepare = (size: number): [Map<number, OfficeData[]>, { heads: HeadSeen[] }] => [
      new Map([[0, numbers(size).map((at) => ({ ...office, paragraph: named(at, size) }))]]),
      { heads: numbers(size).map((at) => ({ ...place, paragraph: alone(at, size) })) },
    ];
    expect(growthOf(500, prepare, (given) => headsAlone(...given))).toBeLessThan(mostGrowth);
  });

  test.each([
    ['of one name', () => 'Mr. Lind', undefined],
    ['of two names', (at: number) => `Mr. ${at % 2 ? 'Lind' : 'Holt'}`, undefined],
    ['of a country that is not named', (at: number) => `Lind${at}`, 'sudmark'],
  ])('people %s', (_, name, country) => {
    const offices = country === undefined ? [] : [{ ...office, country, held: true, paragraph: 1 }];
    const prepare = (size: number): Entry[] =>
      numbers(size).map((at) => ({
        kind: 'person',
        key: name(at),
        texts: new Map([[name(at), 1]]),
        offices,
      }));
    expect(growthOf(4000, prepare, (all) => atOnce(rowSteps(all)))).toBeLessThan(mostGrowth);
  });
});

test('each of one name has an id of its own', () => {
  const all = numbers(4).map(
    (): Entry => ({ kind: 'person', key: 'lind', texts: new Map([['Lind', 1]]), offices: [] }),
  );
  const second: Entry = { kind: 'person', key: 'lind-2', texts: new Map([['Lind 2', 1]]), offices: [] };
  expect(atOnce(rowSteps([second, ...all])).map(({ id }) => id)).toEqual([
    'lind-2',
    'lind',
    'lind-3',
    'lind-4',
    'lind-5',
  ]);
});

test('who is called by a first name is read a passage at a time', () => {
  const text = 'MR. LIND: Thank you, Jeff.\n\nMR. HOLT: Back to you, Mia.\n\n'.repeat(50);
  const passages = passagesOf(documentOf(text, { kind: 'transcript' }), { headings: false });
  let read = 0;
  const watched = Object.assign([...passages], {
    *[Symbol.iterator]() {
      for (const passage of passages) {
        read += 1;
        yield passage;
      }
    },
  });
  expect(mostInAStep(addressedSteps(documentOf(text, { kind: 'transcript' }), watched), () => read)).toBe(1);
  expect(read).toBe(passages.length);
});

test.each([
  ['whole', (at: number) => `Mr. Olaf Holt${at} left.`],
  ['whole, and nobody is told by it', (at: number) => `They saw Green${at} Hall${at}.`],
  ['by their surnames', (at: number) => `Mr. Holt${at} left.`],
  ['by surnames of others', (at: number) => `Mr. Holt${at} met Olaf Holt${at} and Mia Holt${at}.`],
  ['with an office', (at: number) => `Governor Olaf Holt${at} left. The governor said no.`],
  ['by two names with one end', (at: number) => `Mr. Olaf${at} Holt Lind left. Holt Lind${at} said no.`],
])('of people who are named %s one is read in a step', (_, said) => {
  const letters = (text: string): string =>
    text.replace(/\d/gu, (digit) => 'abcdefghij'[Number(digit)] ?? '');
  const document = documentOf(
    numbers(100)
      .map((at) => letters(said(at)))
      .join('\n\n'),
  );
  const sense = { isCommon: () => false, isGrammar: () => false };
  const passages = passagesOf(document, { headings: false });
  const gathered = atOnce(gatheredSteps(document, 0, passages, sense));
  const [wholes, singles] = [new Watched(gathered.wholes), new Watched(gathered.singles)];
  const standing = { entries: atOnce(entriesSteps([gathered], sense)), titled: { of: () => 0 }, ...sense };
  const steps = standingSteps({ ...gathered, wholes, singles }, 0, standing, '');
  expect(mostInAStep(steps, () => wholes.looks + singles.looks)).toBe(1);
  expect(wholes.looks + singles.looks).toBeGreaterThanOrEqual(100);
});
