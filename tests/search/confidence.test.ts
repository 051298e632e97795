// Between answer and silence: what may be called the closest passage.
import { expect, test } from 'vitest';
import { comesClose, confidenceOf } from '../../src/search/confidence.ts';
import { CONFIDENCE_EVIDENCE, type ConfidenceEvidence } from '../../src/search/confidence-evidence.ts';
import { THRESHOLD, WEIGHTS } from '../../src/search/weights.ts';

const nothing = Object.fromEntries(CONFIDENCE_EVIDENCE.map((name) => [name, 0])) as ConfidenceEvidence;

test('a passage comes close a little under the threshold, and not far under it', () => {
  expect(comesClose(nothing, THRESHOLD - 0.01)).toBe(true);
  expect(comesClose(nothing, THRESHOLD / 3)).toBe(false);
});

test('a passage comes never close where what is asked for is missing, another does it, or the contrary stands there', () => {
  for (const name of ['unmet', 'undone', 'opposed'] as const)
    expect(comesClose({ ...nothing, [name]: 1 }, THRESHOLD - 0.01), name).toBe(false);
});

test('an unmet demand keeps a short passage below what comes close', () => {
  const sure = { ...nothing, bias: 1, cover: 50, bm25: 50, score: 50 };
  expect(confidenceOf(sure, WEIGHTS)).toBeGreaterThan(0.9);
  for (const name of [
    'noMoney',
    'strangeName',
    'otherDoer',
    'otherPlace',
    'otherOffice',
    'aboutMissing',
  ] as const) {
    const confidence = confidenceOf({ ...sure, short: 1, [name]: 1 }, WEIGHTS);
    expect(comesClose(nothing, confidence), name).toBe(false);
  }
});

test('an unmet demand says little in a long paragraph, where another sentence may meet it', () => {
  const sure = { ...nothing, bias: 1, cover: 50, bm25: 50, score: 50 };
  expect(confidenceOf({ ...sure, noMoney: 1 }, WEIGHTS)).toBeGreaterThan(0.5);
});
