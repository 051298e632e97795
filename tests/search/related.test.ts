// Which passages below an honest no are shown, and which of an answer's speak for what somebody claims.
import { describe, expect, test } from 'vitest';
import type { Answer, Hit } from '../../src/search/answer.ts';
import { passageAnswering, passagesSaying } from '../../src/search/answering/saying.ts';
import { nearOf } from '../../src/search/ranking/related.ts';
import { documentOf, passagesIn } from './texts.ts';

const passages = passagesIn(documentOf('d', 'One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.'));

const citationsOf = (shares: readonly (number | undefined)[]): Hit[] =>
  shares.map((share, at) => ({
    ...{ passage: passages[at]!, sentence: { start: 0, end: 3 }, score: 1 },
    ...(share !== undefined && { share }),
  }));

describe('of what comes near', () => {
  test.each([
    ['nothing is shown where nothing was found', [], []],
    ['one that holds nearly half of the question is shown', [0.45], [0]],
    ['and none that holds less', [0.44], []],
    ['alone it stands out of nothing', [0.3], []],
    ['two are shown at most, the first ones', [0.9, 0.9, 0.9], [0, 1]],
    ['one that holds twice as much as the other stands out', [0.37, 0.2], [0]],
    ['and not one that holds about as much', [0.35, 0.2], []],
    ['wherever it stands', [0.1, 0.3, 0.1], [1]],
    ['nor one that holds as much as most do', [0.3, 0.3, 0.1], []],
    ['nor one that holds next to nothing, though the others hold still less', [0.24, 0.1, 0.1], []],
    ['a quarter is enough to stand out', [0.25, 0.1, 0.1], [0]],
    ['those that are passed over give their place to those behind', [0.1, 0.5, 0.2, 0.6], [1, 3]],
    ['where words tell nothing of one, the first two are shown', [undefined, 0.1, 0.9], [0, 1]],
    ['and where they tell nothing of any', [undefined], [0]],
  ] as const)('%s: %j', (_, shares, shown) => {
    const citations = citationsOf(shares);
    expect(nearOf({ citations })).toEqual(shown.map((at) => citations[at]));
  });
});

describe('for what is claimed speaks', () => {
  const answer = (more: Partial<Answer>): Answer => ({
    ...{ outcome: 'answer', confidence: 1, missing: [], citations: citationsOf([1, 1]), ...more },
  });
  const [first, , ...others] = passages;

  test.each<[string, Partial<Answer>, number[], number | undefined]>([
    ['the passage that answers', {}, [0], 0],
    ['with those of other documents, three in all', { also: others }, [0, 2, 3], 0],
    ['what nearly answers, though it is no answer', { outcome: 'none', closest: true }, [0], undefined],
    ['no related passage', { outcome: 'none', also: others }, [], undefined],
    ['nothing where nothing is cited', { citations: [], also: others }, [], undefined],
  ])('%s', (_, more, saying, answering) => {
    expect(passagesSaying(answer(more))).toEqual(saying.map((at) => passages[at]));
    expect(passageAnswering(answer(more))).toBe(answering === undefined ? undefined : first);
  });
});
