// What the lexical reader takes for a passage as the answer, and what against it: each number from both sides of each limit.
import { describe, expect, test } from 'vitest';
import { NotRead, type ReadablePassage } from '../../src/reading/reader.ts';
import { openSearch } from '../../src/search/answer.ts';
import {
  comesClose,
  type LexicalEvidence,
  lexicalEvidence,
  lexicalReader,
  readLexically,
} from '../../src/search/answering/lexical-reader.ts';
import type { Ranked } from '../../src/search/ranking/rank.ts';
import { THRESHOLD, WEIGHTS } from '../../src/search/ranking/weights.ts';
import { documentOf, passagesIn } from './texts.ts';

const openText = (text: string) => openSearch(passagesIn(documentOf('d', text)));

/** Of the first passage that is ranked, or of one with other scores among others. */
async function evidenceOf(asked: string, text: string): Promise<LexicalEvidence> {
  const search = openText(text);
  const { question, ranked } = await search.explain(asked);
  const [top] = ranked;
  return lexicalEvidence(question, top!, ranked, search.parts.passages.at(top!.index)!);
}

type Name = keyof LexicalEvidence;

describe('is told by the sentence that answers', () => {
  test.each<[Name, string, string, 0 | 1, string]>([
    ['uncounted', 'How many leaders came?', '30 leaders came.', 0, 'a number beside the noun'],
    ['uncounted', 'How many leaders came?', '30 mostly European leaders came.', 0, 'two words between'],
    ['uncounted', 'How many leaders came?', '30 mostly old European leaders came.', 1, 'three words between'],
    ['uncounted', 'How many leaders came?', 'Leaders came by 30 trains.', 1, 'a number behind the noun'],
    [
      'uncounted',
      'How many leaders came?',
      'They were 30. Leaders came.',
      1,
      'a number in the sentence before',
    ],
    ['uncounted', 'How many leaders came?', 'Leaders came, 30 leaders.', 0, 'the noun once more'],
    ['uncounted', 'How many leaders came?', 'They came, 30 of them.', 1, 'the noun not at all'],
    ['uncounted', 'How many leaders came?', 'Thirty leaders came.', 0, 'a number in letters'],
    ['uncounted', 'How many leaders came?', 'One leader came.', 0, '"one"'],
    ['uncounted', 'How many leaders came?', 'So no leaders came.', 0, '"no"'],
    ['uncounted', 'How many leaders came?', 'So several leaders came.', 0, '"several"'],
    ['uncounted', 'How many leaders came?', 'So few leaders came.', 0, '"few"'],
    ['uncounted', 'How many leaders came?', 'So many leaders came.', 0, '"many"'],
    [
      'uncounted',
      'How many leaders came?',
      'So many old leaders came.',
      1,
      '"many", and not beside the noun',
    ],
    ['uncounted', 'How many leaders came?', 'Some leaders came.', 1, '"some"'],
    [
      'uncounted',
      'How many leaders signed Article 5?',
      'Article 5 leaders signed.',
      1,
      "a number of the question's own",
    ],
    ['uncounted', 'Of 5, how many leaders came?', '5 leaders came.', 1, 'also where it is its first word'],
    ['uncounted', 'How much was paid to leaders?', 'Leaders were paid.', 0, 'where no noun is counted'],
    ['uncounted', 'Which leaders came?', 'Leaders came.', 0, 'where nothing is counted'],
    ['unmetNumber', 'How many leaders came?', 'Leaders came.', 1, 'no number'],
    ['unmetNumber', 'How many leaders came?', 'One leader came.', 0, 'counted without a number'],
    ['unmetNumber', 'When did leaders come?', 'Leaders came.', 0, 'another kind is asked for'],
    ['unmetTime', 'When did leaders come?', 'Leaders came.', 1, 'no time'],
    ['unmetTime', 'When did leaders come?', 'Leaders came in 1999.', 0, 'a time'],
    ['unmetTime', 'How many leaders came?', 'Leaders came.', 0, 'another kind is asked for'],
    ['whether', 'Did leaders come?', 'Leaders came.', 1, 'whether is asked'],
    ['whether', 'Which leaders came?', 'Leaders came.', 0, 'something else is asked'],
    ['unnegated', 'Did leaders not come?', 'Leaders came.', 1, 'only the question is negated'],
    ['unnegated', 'Did leaders not come?', 'Leaders never came.', 0, 'both are'],
    ['unnegated', 'Did leaders come?', 'Leaders came.', 0, 'neither is'],
    ['unnegated', 'Did leaders not come?', 'Leaders came. It never rained.', 1, 'another sentence is'],
    ['unnegated', 'Did leaders not come?', 'It never rained. Leaders came.', 1, 'the one before is'],
    ['otherName', 'What does Merz want?', 'So Scholz wants peace.', 1, 'another name'],
    ['otherName', 'What does Merz want?', 'So somebody wants peace.', 0, 'no name'],
    ['otherName', 'What does Merz want?', 'So Merz wants what Scholz has.', 0, 'the name, and another'],
    ['otherName', 'What do Merz and Scholz want?', 'So Scholz wants peace.', 0, "the question's other name"],
    ['otherName', 'Whom does Merz want?', 'So Scholz wants peace.', 0, 'a person is asked for'],
    ['otherName', 'Where does Merz want peace?', 'So Scholz wants peace.', 0, 'a place is asked for'],
    ['otherName', 'What does Italy want?', 'So Scholz wants peace.', 0, 'a country is missing'],
    ['otherName', 'What was wanted in August?', 'So Scholz wanted peace.', 0, 'a month is missing'],
    ['otherName', 'What does the pact want?', 'So Scholz wants peace.', 0, 'no name is missing'],
    [
      'otherName',
      'What does Merz want?',
      'Scholz left. They want peace.',
      0,
      'another name in another sentence',
    ],
    ['loose', 'Was a ceasefire agreed?', 'A ceasefire was agreed.', 0, 'the words themselves'],
    ['loose', 'Was a ceasefire here?', 'A truce.', 1, 'only a synonym'],
    ['loose', 'Was a ceasefire here?', 'It rained here.', 0, 'nothing'],
  ])('%s of “%s” in “%s” is %d: %s', async (name, asked, text, value) => {
    // "here" makes passages candidates that hold nothing else.
    const found = openText(`${text}`);
    const { question, ranked } = await found.explain(asked);
    const [top] = ranked.length > 0 ? ranked : (await found.explain('rained')).ranked;
    expect(lexicalEvidence(question, top!, ranked, found.parts.passages.at(0)!)[name]).toBe(value);
  });
});

describe('is told by length', () => {
  const words = (count: number): string => `Merz signed${' so'.repeat(count - 2)}.`;

  test.each([
    [20, 1],
    [45, 1],
    [55, 0.75],
    [65, 0.5],
    [85, 0],
    [120, 0],
  ])('a passage of %d words is short by %d', async (count, short) => {
    expect((await evidenceOf('Who signed?', words(count))).short).toBe(short);
  });

  test.each([
    [2, 0.1],
    [10, 0.5],
    [20, 1],
    [40, 1],
  ])('a question of %d words is long by %d', async (count, long) => {
    expect((await evidenceOf(`Who signed${' so'.repeat(count - 2)}?`, 'Merz signed.')).long).toBe(long);
  });

  test('a long passage has more of it than a short one, and at most one', async () => {
    const [short, longer, longest] = await Promise.all(
      [5, 100, 900].map(async (count) => (await evidenceOf('Who signed?', words(count))).length),
    );
    expect(longer).toBeGreaterThan(short!);
    expect(longest).toBe(1);
  });
});

describe('is told by the other candidates', () => {
  test.each<[string, number[], number[]]>([
    ['alone it leads by all', [5], [1]],
    ['half of what is far', [5, 3.5], [0.5, -0.5]],
    ['no further than far', [9, 1], [1, -1]],
    ['every other trails the first', [5, 3.5, 2.75], [0.5, -0.5, -0.75]],
    ['equals neither lead nor trail', [5, 5], [0, 0]],
  ])('%s: %j', async (_, scores, leads) => {
    const search = openText(scores.map(() => 'Merz signed it.').join('\n\n'));
    const { question, ranked } = await search.explain('Who signed it?');
    const all = ranked.map((one, at): Ranked => ({ ...one, score: scores[at]! }));
    const read = search.parts.passages.at(0)!;
    const found = all.map((one) => lexicalEvidence(question, one, all, read));
    expect(found.map(({ lead }) => lead)).toEqual(leads);
    expect(found.map(({ score }) => score)).toEqual(scores.map((score) => score / 10));
  });
});

describe('is told by what is missing', () => {
  const asked = 'Did Xanthor and Yldra sign the zumbrik?';
  const of = async (text: string): Promise<LexicalEvidence> => evidenceOf(asked, text);

  test('nothing is where all is there', async () => {
    const all = await of('Xanthor and Yldra sign the zumbrik.');
    expect(all).toMatchObject({
      bias: 1,
      unknown: 0,
      gap: 0,
      names: 0,
      documentNames: 0,
      cover: 1,
      document: 1,
    });
  });

  test('names that the passage lacks count, and less so where the document has them', async () => {
    const [apart, without] = [
      await of('Xanthor signs the zumbrik.\n\nThere was Yldra.'),
      await of('Xanthor signs the zumbrik.'),
    ];
    expect(apart).toMatchObject({ documentNames: 0, unknown: 0 });
    expect(apart.names).toBeCloseTo(0.5, 1);
    // What no source holds weighs somewhat more.
    expect(without.documentNames).toBeGreaterThan(0.5);
    expect(without.documentNames).toBeLessThan(0.6);
    expect(without.unknown).toBeGreaterThan(0);
    expect(without.document).toBeLessThan(apart.document);
  });

  test('a question without names lacks none', async () => {
    expect(await evidenceOf('Is the zumbrik signed?', 'A zumbrik.')).toMatchObject({
      names: 0,
      documentNames: 0,
    });
  });

  test('the more words no source holds, the more is unknown', async () => {
    const [one, two] = [await of('Xanthor and Yldra.'), await of('Xanthor left.')];
    expect(one.unknown).toBeGreaterThan(0);
    expect(two.unknown).toBeGreaterThan(one.unknown);
    expect(two.unknown).toBeLessThan(1);
  });

  test('the gap is that of the most telling word, and less where something stands for it', async () => {
    const gap = async (question: string, text: string): Promise<number> =>
      (await evidenceOf(question, text)).gap;
    const rare = await gap('Was the zumbrik signed?', 'It was signed.');
    const common = await gap('Was the president signed?', 'It was signed.');
    expect(rare).toBeGreaterThan(common);
    expect(common).toBeGreaterThan(0);
    expect(await gap('Was the zumbrik signed by the president?', 'It was signed.')).toBeCloseTo(rare, 9);
    expect(await gap('Was the ceasefire signed?', 'A truce was signed.')).toBeLessThan(
      await gap('Was the ceasefire signed?', 'It was signed.'),
    );
    expect(rare).toBeLessThanOrEqual(1);
  });

  test('what stands for a word by a synonym is a part of what is covered', async () => {
    const { loose } = await evidenceOf('Was the ceasefire signed?', 'A truce was signed.');
    expect(loose).toBeGreaterThan(0);
    expect(loose).toBeLessThan(0.5);
  });
});

describe('as a reader', () => {
  const search = openText;
  const asked = 'Who signed the treaty?';
  const text = 'Merz signed the treaty.\n\nIt rained.';

  async function given(some: string) {
    const opened = search(some);
    const { ranked, question } = await opened.explain(asked);
    const passages = [0, 1].map((index): ReadablePassage => opened.parts.readable(index)!);
    return { opened, ranked, question, passages };
  }

  test('it reads what is no candidate, too, and is less sure of it', async () => {
    const { opened, passages } = await given(text);
    const [first, second] = await opened.lexical.read(asked, passages);
    expect(first!.answers).toBeGreaterThan(second!.answers);
    expect(second!.answers).toBeGreaterThan(0);
  });

  test('it is not sure at all of a passage that cannot be ranked or read', async () => {
    const { opened, passages } = await given(text);
    const shelf = {
      passages: opened.parts.passages,
      indexOf: (key: string) => opened.parts.indexOfKey(key),
      explain: (question: string) => opened.explain(question),
      rank: () => [],
      weights: WEIGHTS.answers,
    };
    const nothing = { answers: 0, sentence: 0 };
    expect((await lexicalReader(shelf).read(asked, passages))[1]).toEqual(nothing);
    expect((await lexicalReader({ ...shelf, indexOf: () => 99 }).read(asked, passages))[0]).toEqual(nothing);
    expect((await lexicalReader({ ...shelf, indexOf: () => undefined }).read(asked, passages))[0]).toEqual(
      nothing,
    );
    expect(lexicalReader(shelf).name).toBe('lexical');
  });

  test('it reads nothing where nobody waits any more', async () => {
    const { opened, passages } = await given(text);
    const reading = opened.lexical.read(asked, passages, AbortSignal.abort());
    await expect(reading).rejects.toBeInstanceOf(NotRead);
    await expect(reading).rejects.toMatchObject({ reason: 'late' });
    expect(await opened.lexical.read(asked, passages, new AbortController().signal)).toHaveLength(2);
  });

  test('of a ranked passage that is not there it is not sure at all', async () => {
    const { opened, ranked, question } = await given(text);
    const lost = ranked.map((one): Ranked => ({ ...one, index: 99, best: 1 }));
    expect(readLexically(question, lost, opened.parts.passages, WEIGHTS.answers)).toEqual([
      { answers: 0, sentence: 1 },
    ]);
  });

  test.each([
    [0.6, true],
    [0.59, false],
    [0.99, true],
    [1, false],
  ])('at %d of the threshold it comes close: %s', async (part, close) => {
    const { ranked } = await given(text);
    expect(comesClose({ answers: part * THRESHOLD, sentence: 0 }, ranked[0]!)).toBe(close);
  });
});
