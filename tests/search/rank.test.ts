// The order in which passages answer, and what speaks for each of them.
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/corpus/document.ts';
import { openSearch, type Search } from '../../src/search/answer.ts';
import type { Candidate } from '../../src/search/index/candidates.ts';
import { type PassageEvidence, type Ranked, rank } from '../../src/search/ranking/rank.ts';
import { WEIGHTS } from '../../src/search/ranking/weights.ts';
import { documentOf, passagesIn } from './texts.ts';

const openTexts = (...texts: readonly (string | readonly [string, Partial<Document>])[]): Search =>
  openSearch(
    texts.flatMap((each, at) => {
      const [text, more] = typeof each === 'string' ? [each, {}] : each;
      return passagesIn(documentOf(`d${at}`, text, more));
    }),
  );

/** The order of some passages with made-up scores by words. */
function ranked(search: Search, asked: string, candidates: readonly Candidate[], only?: Document): Ranked[] {
  const { vocabulary, passages } = search.parts;
  return rank(search.understand(asked), candidates, { passages, only, vocabulary, weights: WEIGHTS });
}

async function evidenceOf(search: Search, asked: string, index = 0): Promise<PassageEvidence> {
  const [one] = ranked(search, asked, [{ index, score: 1 }]);
  return one!.evidence;
}

describe('the order', () => {
  test.each([
    [
      'that has more of what is asked',
      'Who signed the treaty?',
      'Merz wrote a treaty.',
      'Merz signed a treaty.',
    ],
    [
      'that has it in one sentence',
      'Who signed the treaty?',
      'Merz signed. It rained. A treaty.',
      'It rained. A. Merz signed a treaty.',
    ],
    [
      'that has the words side by side',
      'security guarantees',
      'Guarantees of what others call security.',
      'They call guarantees security guarantees.',
    ],
    [
      'that has the words in their order',
      'Can borders be changed by force?',
      'Force by change be borders.',
      'Borders can be changed by force.',
    ],
    [
      'that has something of the kind',
      'When was the treaty signed?',
      'The treaty was signed here.',
      'The treaty was signed in May.',
    ],
    [
      'that has it nearer to the words',
      'When was it signed?',
      'In May so it was that they all did so, but signed.',
      'So it was that they all did so, but signed in May.',
    ],
    ['that has the noun asked for', 'Which leaders met?', 'Envoys met.', 'Leaders met.'],
    [
      'that has the word and not a synonym',
      'Is there a ceasefire?',
      'There is a truce.',
      'There is a ceasefire.',
    ],
    [
      'that is short',
      'Who signed?',
      `Merz signed.${' And so on, and so forth, and so long.'.repeat(20)}`,
      'Merz signed.',
    ],
  ])('puts first the passage %s: %s', (_, asked, behind, before) => {
    for (const [texts, first] of [
      [[behind, before], 1],
      [[before, behind], 0],
    ] as const) {
      const all = [0, 1].map((index) => ({ index, score: 1 }));
      expect(ranked(openTexts(...texts), asked, all)[0]?.index).toBe(first);
    }
  });

  test('puts first what words find first, of equals', () => {
    const search = openTexts('Merz signed.', 'Merz signed.');
    const scored = (...scores: number[]) =>
      ranked(
        search,
        'Who signed?',
        scores.map((score, index) => ({ index, score })).toSorted((a, b) => b.score - a.score),
      ).map(({ index }) => index);
    expect([scored(1, 2), scored(2, 1), scored(1, 1)]).toEqual([
      [1, 0],
      [0, 1],
      [0, 1],
    ]);
  });

  test('is that of the list, of equals, in whatever order they come', () => {
    const search = openTexts('Merz signed.', 'Merz signed.', 'Merz signed.');
    const all = [2, 0, 1].map((index) => ({ index, score: 1 }));
    expect(ranked(search, 'Who signed?', all).map(({ index }) => index)).toEqual([0, 1, 2]);
  });

  test('is none of passages that are not there', () => {
    expect(() => ranked(openTexts('Merz signed.'), 'Who?', [{ index: 7, score: 1 }])).toThrow(
      'candidate 7 is not a passage',
    );
    expect(ranked(openTexts('Merz signed.'), 'Who?', [])).toEqual([]);
  });
});

describe('what words find', () => {
  const search = () => openTexts('Merz signed the treaty.', 'Scholz read it.', 'It rained.');

  test('leads as a share of the best', () => {
    const all = [4, 3, 1].map((score, index) => ({ index, score }));
    const leads = ranked(search(), 'Who signed?', all).toSorted((a, b) => a.index - b.index);
    expect(leads.map(({ evidence }) => evidence.lead)).toEqual([1, 0.75, 0.25]);
  });

  test('leads by nothing where only vectors found something', () => {
    const all = [0, 0].map((score, index) => ({ index, score }));
    expect(ranked(search(), 'Who signed?', all).map(({ evidence }) => evidence.lead)).toEqual([0, 0]);
  });

  test('is a share of what such words could reach, and no more than all', async () => {
    const bm25 = async (asked: string): Promise<number> => (await search().explain(asked)).ranked[0]!.bm25;
    const signed = await bm25('Who signed the treaty?');
    expect(signed).toBeGreaterThan(0.3);
    expect(signed).toBeLessThan(1);
    // What no source holds could have been reached, too.
    expect(await bm25('Who signed the zumbrik treaty?')).toBeLessThan(signed);
    // A slip is as rare as what it was meant for.
    const [slip, unknown] = [await bm25('Who signed the traety?'), await bm25('Who signed the zumbrik?')];
    expect(slip / signed).toBeGreaterThan(0.9);
    expect(unknown / signed).toBeLessThan(0.5);
    const [one] = ranked(search(), 'Who signed?', [{ index: 0, score: 1e9 }]);
    expect(one?.bm25).toBe(1);
  });

  test('is no number of its own for a question without words', () => {
    const [one] = ranked(search(), '', [{ index: 0, score: 0 }]);
    expect([one?.bm25, one?.cover.length, one?.evidence.context]).toEqual([0, 0, 0]);
  });
});

describe('what the document has', () => {
  const cover = (more: Partial<Document>, text: string, asked = 'harbour') => {
    const [one] = ranked(openTexts([text, more], 'Another harbour.'), asked, [{ index: 0, score: 1 }]);
    return [one?.cover[0], one?.documentCover[0]];
  };
  const title = { title: { value: 'The harbour', by: 'source' } } as const;

  test.each<[string, Partial<Document>, string, string, number[]]>([
    ['is covered in full in the passage', {}, 'A harbour.', 'harbour', [1, 1]],
    ['in full by the title', title, 'A ship.', 'harbour', [0, 1]],
    ['in full by a heading', {}, '# Harbour\n\nA ship.', 'harbour', [0, 1]],
    ['by half elsewhere in it', {}, 'A ship.\n\nA harbour.', 'harbour', [0, 0.5]],
    [
      'in full by its title though it stands elsewhere, too',
      title,
      'A ship.\n\nA harbour.',
      'harbour',
      [0, 1],
    ],
    ['not at all in another document', {}, 'A ship.', 'harbour', [0, 0]],
    ['by what stands for it', {}, 'A ship.\n\nA truce.', 'ceasefire', [0, 0.25]],
    [
      'by the best of passage and document',
      {},
      'A truce.\n\nA ceasefire.',
      'armistice ceasefire',
      [0.5, 0.5],
    ],
  ])('%s', (_, more, text, asked, expected) => {
    expect(cover(more, text, asked)).toEqual(expected);
  });

  test('is weighed by what is asked', () => {
    const search = openTexts('A harbour.\n\nA zumbrik.');
    const [one] = ranked(search, 'zumbrik', [{ index: 0, score: 1 }]);
    expect([one?.evidence.document, one?.evidence.context]).toEqual([0.5, 0]);
  });
});

describe('the best sentence', () => {
  test.each([
    ['It rained. Merz signed the treaty. It snowed.', 1],
    ['Merz signed the treaty. Merz signed the treaty.', 0],
    ['It rained. It snowed.', 0],
    ['He signed it. It rained. Merz signed the treaty.', 2],
  ])('of “%s” is %d', async (text, best) => {
    const [one] = ranked(openTexts(text), 'Which treaty was signed by Merz?', [{ index: 0, score: 1 }]);
    expect(one?.best).toBe(best);
    expect(one?.sentence).toBe(one?.sentences[best]);
    expect(one?.sentenceScores).toHaveLength(one?.sentences.length ?? 0);
    expect(one?.sentenceScores[best]).toBe(Math.max(...(one?.sentenceScores ?? [])));
  });

  test('tells what of the kind there is, and the longest run is that of any', async () => {
    const search = openTexts(
      'He was asked when the treaty was. It was signed in May. The treaty was signed.',
    );
    const evidence = await evidenceOf(search, 'When was it signed?');
    expect(evidence).toMatchObject({ unmet: 0, wanted: 0.9 });
    expect((await evidenceOf(openTexts('It was signed.'), 'When was it signed?')).unmet).toBe(1);
    const runs = openTexts(
      'They changed borders by force. Can borders be changed by vote, they ask, by force?',
    );
    expect((await evidenceOf(runs, 'Can borders be changed by vote?')).run).toBe(6 / 8);
  });
});

test('a longer passage has more length, up to five hundred words', async () => {
  const length = async (words: number) =>
    (await evidenceOf(openTexts(`Merz${' so'.repeat(words - 1)}.`), 'Merz')).length;
  const lengths = [await length(1), await length(9), await length(99), await length(498), await length(499)];
  expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
  expect(new Set(lengths).size).toBe(5);
  expect(lengths[4]).toBe(1);
  expect(await length(900)).toBe(1);
  expect(lengths[0]).toBeGreaterThan(0);
});

test('the company of a passage is the share of the candidates from its document', () => {
  const search = openTexts('Merz signed.\n\nMerz read.', 'Merz wrote.');
  const all = [0, 1, 2].map((index) => ({ index, score: 1 }));
  const company = ranked(search, 'Merz', all).toSorted((a, b) => a.index - b.index);
  expect(company.map((one) => one.company)).toEqual([2 / 3, 2 / 3, 1 / 3]);
  const other = documentOf('other', '');
  expect(ranked(search, 'Merz', all, other).map((one) => one.company)).toEqual([0, 0, 0]);
});
