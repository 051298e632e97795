// Which sentence of a passage answers: by words, by the model that reads it by itself, by both.
import { describe, expect, test } from 'vitest';
import type { Fused, Lead } from '../../src/search/answering/fusion.ts';
import {
  likelySentence,
  MOST_SENTENCES,
  withReadSentence,
  worthReadingApart,
} from '../../src/search/answering/sentence.ts';

/** Only what tells the sentence: the worth of each by words, and the best of them. */
function leadOf(sentenceScores: readonly number[], foreign = false): Lead {
  const best = sentenceScores.indexOf(Math.max(...sentenceScores));
  return { ranked: { sentenceScores, best }, foreign } as unknown as Lead;
}
const fusedOf = (scores: readonly number[], sentence: number): Fused => ({
  ...(leadOf(scores) as Fused),
  sentence,
});

describe('the likely sentence', () => {
  test.each([
    ["is the words' best where words are shared", [1, 4, 2], false, 1],
    ["is the reader's where none is", [0, 0, 0], false, 2],
    ["is the reader's where what is shared speaks against each", [-2, -1, -3], false, 2],
    ["is the reader's in another language", [1, 4, 2], true, 2],
    ["is the reader's of a passage without sentences", [], false, 2],
  ])('%s', (_, scores, foreign, expected) => {
    expect(likelySentence(leadOf(scores, foreign), 2)).toBe(expected);
  });
});

describe('worth reading by themselves', () => {
  test('are all sentences of an ordinary passage, in their order', () => {
    expect(worthReadingApart(fusedOf([1, 4, 2], 1))).toEqual([0, 1, 2]);
  });

  test.each([[[]], [[3]]])('is none where there is no choice', (scores) => {
    expect(worthReadingApart(fusedOf(scores, 0))).toEqual([]);
  });

  test('are the most promising of many, the likely one among them', () => {
    const scores = Array.from({ length: 30 }, (_, at) => at);
    const chosen = worthReadingApart(fusedOf(scores, 3));
    expect(chosen).toEqual([3, 23, 24, 25, 26, 27, 28, 29]);
    expect(chosen).toHaveLength(MOST_SENTENCES);
  });
});

describe('the sentence that was read', () => {
  test.each([
    ['is the best of words and reading', [4, 3, 0], [-3, 1, 2], 1],
    ["is the words' where reading tells nothing apart", [4, 3, 0], [1, 1, 1], 0],
    ["is the reader's where words tell nothing apart", [0, 0, 0], [-1, -2, 3], 2],
    ['is never one that was not read', [9, 3, 0], [-Infinity, 1, 2], 1],
    ['stays where none was read', [1, 3, 9], [-Infinity, -Infinity, -Infinity], 0],
  ])('%s', (_, scores, read, expected) => {
    expect(withReadSentence(fusedOf(scores, 0), [0, 1, 2], read).sentence).toBe(expected);
  });

  test('is told by its place in the passage', () => {
    expect(withReadSentence(fusedOf([0, 9, 0, 0], 1), [1, 3], [-20, 5]).sentence).toBe(3);
  });
});
