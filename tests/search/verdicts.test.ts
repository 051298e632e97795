// What a reader's readings make of a question: who answers, how sure that is, and which other documents answer as well.
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/corpus/document.ts';
import type { Reading } from '../../src/reading/reader.ts';
import { openSearch } from '../../src/search/answer.ts';
import { fused, leadOf } from '../../src/search/answering/fusion.ts';
import { FUSED } from '../../src/search/answering/fusion-weights.ts';
import { lexicalVerdict, trainedVerdict } from '../../src/search/answering/verdicts.ts';
import type { Ranked } from '../../src/search/ranking/rank.ts';
import { THRESHOLD } from '../../src/search/ranking/weights.ts';
import { documentOf, passagesIn } from './texts.ts';

const documents = ['a', 'b', 'c'].map((id) =>
  documentOf(id, 'Merz signed the treaty.\n\nThe treaty was signed.'),
);
/** Two passages of each. */
const documentAt = (index: number): Document | undefined => documents[Math.floor(index / 2)];
const asked = 'Who signed the treaty?';

async function ranked() {
  const search = openSearch(passagesIn(...documents));
  return search.explain(asked);
}
const reading = (answers: number): Reading => ({ answers, sentence: 0 });

describe('by words', () => {
  const sure = 1.01 * THRESHOLD;
  const close = 0.9 * THRESHOLD;

  /** Of passages in an order, each as sure as told. */
  const verdict = async (places: readonly (readonly [index: number, answers: number])[], unmet = 0) => {
    const { ranked: all } = await ranked();
    const [one] = all;
    const some = places.map(([index]): Ranked => {
      const evidence = { ...one!.sentence.evidence, unmet };
      return { ...one!, index, sentence: { ...one!.sentence, evidence } };
    });
    const found = lexicalVerdict(
      some,
      places.map(([, answers]) => reading(answers)),
      documentAt,
    );
    return {
      ...found,
      also: found.also.map(({ index }) => index),
      places: found.places.map(({ index }) => index),
    };
  };

  test('it answers at the threshold, and in the order of the passages', async () => {
    expect(
      await verdict([
        [1, THRESHOLD],
        [0, 0.1],
      ]),
    ).toEqual({
      ...{
        places: [1, 0],
        confidence: THRESHOLD,
        answers: true,
        closest: false,
        reader: 'lexical',
        also: [],
      },
    });
    expect(await verdict([[0, THRESHOLD - 1e-9]])).toMatchObject({ answers: false });
  });

  test('it comes close a little below, where something of the kind is there', async () => {
    expect(await verdict([[0, close]])).toMatchObject({ answers: false, closest: true });
    expect(await verdict([[0, close]], 1)).toMatchObject({ answers: false, closest: false });
  });

  test.each<[string, [number, number][], number[]]>([
    [
      'the first of each other document that is sure',
      [
        [0, sure],
        [2, sure],
        [3, sure],
        [4, sure],
      ],
      [2, 4],
    ],
    [
      'those alone that are sure',
      [
        [0, sure],
        [2, close],
        [3, sure],
        [4, close],
      ],
      [3],
    ],
    [
      'one that is just sure enough',
      [
        [0, sure],
        [2, THRESHOLD],
      ],
      [2],
    ],
    [
      'none of its own document',
      [
        [0, sure],
        [1, sure],
      ],
      [],
    ],
    [
      'none where nothing is sure enough for an answer',
      [
        [0, close],
        [2, sure],
      ],
      [],
    ],
  ])('other documents are named by %s', async (_, places, also) => {
    expect((await verdict(places)).also).toEqual(also);
  });

  test('nothing answers where there is nothing', async () => {
    expect(lexicalVerdict([], [], documentAt)).toEqual({
      ...{ places: [], confidence: 0, answers: false, closest: false, reader: 'lexical', also: [] },
    });
  });
});

describe('by the trained reader', () => {
  const verdict = async (answers: readonly number[]) => {
    const { question, ranked: all } = await ranked();
    const leads = all
      .toSorted((a, b) => a.index - b.index)
      .map((each) => leadOf(question, each, { cosine: 0.6, words: 0.5, foreign: false }));
    const read = fused(leads, answers.map(reading));
    return trainedVerdict(question, { leads, fused: read, isWhole: true }, documentAt);
  };
  const [yes, no] = [0.999999, 1e-6];

  test('it answers where it is sure, with the sentence and what is covered', async () => {
    const found = await verdict([yes, no, no, no, no, no]);
    expect(found).toMatchObject({ answers: true, closest: false, reader: 'trained' });
    expect(found.confidence).toBeGreaterThan(FUSED.threshold);
    expect(found.places).toHaveLength(6);
    expect(found.places[0]).toMatchObject({ index: 0, best: 0 });
    expect([...found.places[0]!.cover]).toEqual([1, 1]);
    expect(found.places.map(({ score }) => score)).toEqual(
      found.places.map(({ score }) => score).toSorted((a, b) => b - a),
    );
  });

  test('it names other documents that would answer alone, by a passage each', async () => {
    const also = async (...answers: number[]) => (await verdict(answers)).also.map(({ index }) => index);
    expect(await also(yes, no, yes, no, no, no)).toEqual([2]);
    expect(await also(yes, yes, yes, yes, yes, no)).toHaveLength(2);
    expect(await also(yes, no, no, no, no, no)).toEqual([]);
    expect(await also(no, no, no, no, no, no)).toEqual([]);
  });

  test('nothing answers where nothing was read', async () => {
    expect(await verdict([])).toEqual({
      ...{ places: [], confidence: 0, answers: false, closest: false, reader: 'trained', also: [] },
    });
  });

  test('the surer, the nearer to an answer: first far, then close, then one', async () => {
    const kinds: string[] = [];
    for (let logit = -14; logit <= 14; logit += 0.5) {
      const { answers, closest, confidence, also } = await verdict([1 / (1 + Math.exp(-logit))]);
      expect(answers).toBe(confidence >= FUSED.threshold);
      expect(closest && answers).toBe(false);
      expect(also).toEqual([]);
      kinds.push(answers ? 'answer' : closest ? 'closest' : 'none');
    }
    expect(kinds.filter((kind, at) => kind !== kinds[at - 1])).toEqual(['none', 'closest', 'answer']);
  });
});
