// The index in memory keeps the contract of both engines, weighs as MiniSearch does, and of several lists the best are told.
import MiniSearch from 'minisearch';
import { describe, expect, test } from 'vitest';
import {
  type Candidate,
  candidatesIn,
  type Indexed,
  type Only,
  rarityOf,
  whenFiled,
} from '../../src/search/index/candidates.ts';
import type { Question, QuestionTerm } from '../../src/search/question/question.ts';
import { indexTerms, readPassage } from '../../src/search/text/read-passage.ts';
import type { Vocabulary } from '../../src/search/text/vocabulary.ts';
import {
  candidatesContract,
  expectSame,
  inMemory,
  made,
  mixtures,
  passagesOfTexts,
  reader,
  termsOf,
} from '../search-postgres/candidates-contract.ts';

/** MiniSearch as it comes, given the same terms. */
function miniSearch(texts: readonly string[]): (asked: ReadonlyMap<string, number>) => Candidate[] {
  const index = new MiniSearch<{ id: number; terms: string }>({
    fields: ['terms'],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term,
  });
  for (const [id, passage] of passagesOfTexts(texts).entries())
    index.add({ id, terms: [...indexTerms(readPassage(passage, reader))].join(' ') });
  return (asked) =>
    index
      .search([...asked.keys()].join(' '), { boostTerm: (term) => asked.get(term) ?? 1 })
      .map(({ id, score }) => ({ index: Number(id), score }))
      .sort((a, b) => b.score - a.score || a.index - b.index)
      .slice(0, 30);
}

describe('in memory', () => {
  candidatesContract(inMemory);

  test('it finds what MiniSearch itself finds, in the same order, with the same scores', async () => {
    const [ours, itself] = [await inMemory(made), miniSearch(made)];
    for (const asked of mixtures)
      expectSame(await ours.find(asked), itself(asked), [...asked.keys()].join(' '));
  });
});

/** A question of terms, each with what may stand for it; a term that no source holds begins with "?". */
function questionOf(...terms: readonly Readonly<Record<string, number>>[]): Question {
  const all = terms.map((standIns): Partial<QuestionTerm> => {
    const [term = ''] = Object.keys(standIns);
    return { term, known: !term.startsWith('?'), standIns: new Map(Object.entries(standIns)) };
  });
  return { terms: all } as unknown as Question;
}

/** A list of so many passages, in how many of which each term stands; `finds` are its places and their scores. */
interface List {
  readonly size: number;
  readonly held: Readonly<Record<string, number>>;
  readonly finds?: readonly (readonly [index: number, score: number])[];
}

/** What is found in lists, and what each of them was asked for. */
async function found(question: Question, lists: readonly List[], only?: Only) {
  let begins = 0;
  const asked: Record<string, number>[] = [];
  const indexed = lists.map(({ size, held, finds = [] }): Indexed => {
    const place = begins;
    begins += size;
    return {
      begins: place,
      candidates: {
        async find(terms, allowed = () => true) {
          asked.push(Object.fromEntries(terms));
          return finds.filter(([at]) => allowed(at)).map(([index, score]) => ({ index, score }));
        },
      },
      counts: {
        ...({} as Indexed['counts']),
        size,
        of: (term) => (held[term] ? { number: 0, passages: held[term], seen: 1, asName: 0 } : undefined),
      },
    };
  });
  const vocabulary: Pick<Vocabulary, 'size' | 'passagesWith'> = {
    size: begins,
    passagesWith: (term) => lists.reduce((sum, { held }) => sum + (held[term] ?? 0), 0),
  };
  const candidates = await candidatesIn(indexed, question, vocabulary as Vocabulary, only);
  return { asked, candidates: candidates.map(({ index, score }) => [index, score]) };
}

const each = (...terms: string[]): Question => questionOf(...terms.map((term) => ({ [term]: 1 })));
const askedOf = async (question: Question, ...lists: List[]): Promise<string[][]> =>
  (await found(question, lists)).asked.map((terms) => Object.keys(terms));

describe('a word in more than every fifth passage is not looked for', () => {
  const held = { peace: 13, grain: 2, mines: 3 };

  test.each<[string, Question, List, string[]]>([
    ['beside two rarer ones', each('peace', 'grain', 'mines'), { size: 60, held }, ['grain', 'mines']],
    ['but is beside one', each('peace', 'grain'), { size: 60, held }, ['peace', 'grain']],
    ['and beside words that no source holds', each('peace', '?x', '?y'), { size: 60, held }, ['peace']],
    [
      'and where it stands in just a fifth',
      each('peace', 'grain', 'mines'),
      { size: 65, held },
      ['peace', 'grain', 'mines'],
    ],
    [
      'and among fifty passages',
      each('peace', 'grain', 'mines'),
      { size: 50, held },
      ['peace', 'grain', 'mines'],
    ],
  ])('%s', async (_, question, list, expected) => {
    expect(await askedOf(question, list)).toEqual([expected]);
  });

  test('nor are words of a library of millions that stand in too many places, but for the two rarest', async () => {
    const size = 1_000_000;
    const counted = (counts: Record<string, number>) => ({ size, held: counts });
    const question = each('c', 'a', 'd', 'b');
    expect(await askedOf(question, counted({ a: 10, b: 20, c: 11_970, d: 11_971 }))).toEqual([
      ['c', 'a', 'b'],
    ]);
    expect(await askedOf(question, counted({ a: 10, b: 20, c: 11_971, d: 11_972 }))).toEqual([['a', 'b']]);
    expect(await askedOf(each('a', 'b'), counted({ a: 90_000, b: 80_000 }))).toEqual([['a', 'b']]);
    // What may stand for a word is looked up, too.
    const wide = questionOf({ a: 1 }, { b: 1 }, { c: 1, x: 0.5 }, { d: 1 });
    expect(await askedOf(wide, counted({ a: 1, b: 1, c: 1, x: 12_000, d: 9 }))).toEqual([['a', 'b', 'd']]);
  });
});

describe('each term counts', () => {
  test('as much as it does where it counts most', async () => {
    const question = questionOf({ truce: 1, pact: 0.5 }, { pact: 0.9, truce: 0.3 }, { pact: 0.2 });
    const { asked } = await found(question, [{ size: 9, held: { truce: 1, pact: 2 } }]);
    expect(asked).toEqual([{ truce: 1, pact: 0.9 }]);
  });

  test('by how rare it is in all lists, and not in the one that weighs it by its own', async () => {
    const { asked } = await found(each('grain'), [
      { size: 10, held: { grain: 5 } },
      { size: 40, held: { grain: 1 } },
    ]);
    const all = rarityOf(6, 50);
    expect(asked.map(({ grain }) => grain)).toEqual([all / rarityOf(5, 10), all / rarityOf(1, 40)]);
    expect(asked[0]?.['grain']).toBeGreaterThan(1);
    expect(asked[1]?.['grain']).toBeLessThan(1);
  });
});

describe('of several lists', () => {
  const held = { grain: 1 };

  test('the best of all are told, by their places in the whole, thirty at most', async () => {
    const row = (from: number) => Array.from({ length: 20 }, (_, at) => [at, from - at] as const);
    const { candidates } = await found(each('grain'), [
      { size: 20, held, finds: row(50) },
      { size: 5, held: {} },
      { size: 20, held, finds: row(60.5) },
    ]);
    expect(candidates).toHaveLength(30);
    expect(candidates.slice(0, 3)).toEqual([
      [25, 60.5],
      [26, 59.5],
      [27, 58.5],
    ]);
    const scores = candidates.map(([, score]) => score);
    expect(scores).toEqual(scores.toSorted((a = 0, b = 0) => b - a));
    expect(candidates.some(([index = 0]) => index < 20)).toBe(true);
  });

  test('only those passages are told that may answer, by their places in the whole', async () => {
    const finds = [[0, 2] as const, [1, 1] as const];
    const lists = [
      { size: 2, held, finds },
      { size: 2, held, finds },
    ];
    const { candidates } = await found(each('grain'), lists, (index) => index === 0 || index === 3);
    expect(candidates).toEqual([
      [0, 2],
      [3, 1],
    ]);
  });

  test('one that holds none of the terms is not asked, and none is where nothing is asked', async () => {
    const list = { size: 3, held, finds: [[0, 1] as const] };
    const other = { size: 3, held: { mines: 1 }, finds: [[0, 1] as const] };
    const { asked, candidates } = await found(each('grain'), [other, list]);
    expect(asked.map((terms) => Object.keys(terms))).toEqual([['grain']]);
    expect(candidates).toEqual([[3, 1]]);
    expect(await found(questionOf(), [list, other])).toEqual({ asked: [], candidates: [] });
  });
});

describe('passages that are filed elsewhere', () => {
  test('are looked up when they are filed', async () => {
    const { promise, resolve } = Promise.withResolvers<Awaited<ReturnType<typeof inMemory>>>();
    const waiting = whenFiled(promise).find(termsOf('mines'), (index) => index > 0);
    resolve(await inMemory(['Mines left.', 'Mines stayed.']));
    expect((await waiting).map(({ index }) => index)).toEqual([1]);
  });

  test('cannot be looked up where filing them failed, which is an error only of whoever asks', async () => {
    const failed = whenFiled(Promise.reject(new Error('no room')));
    await new Promise(setImmediate);
    await expect(failed.find(termsOf('mines'))).rejects.toThrow('no room');
  });
});
