// What speaks for a sentence, each kind by a pair of sentences that only it tells apart.
import { describe, expect, test } from 'vitest';
import { SENTENCE_EVIDENCE } from '../../src/search/ranking/evidence.ts';
import { phraseIn } from '../../src/search/ranking/phrases.ts';
import { type Reading, readingOf } from './reading.ts';

describe('a sentence', () => {
  test('has a number for each kind of evidence, between 0 and 1', () => {
    const { sentence } = readingOf('How many leaders met in May?', 'In May 30 leaders met. It rained.');
    for (const index of [0, 1])
      for (const name of SENTENCE_EVIDENCE) {
        expect(sentence(index).evidence[name], name).toBeGreaterThanOrEqual(0);
        expect(sentence(index).evidence[name], name).toBeLessThanOrEqual(1);
      }
  });

  test('counts a word more that its neighbours lack: only that tells it from them', () => {
    const { sentence } = readingOf(
      'Which talks failed?',
      'The talks failed. The talks began. The talks went on.',
    );
    const { local, context } = sentence(1).evidence;
    expect(local).toBeLessThan(context);
  });
});

describe('what is asked for', () => {
  const wanted = (asked: string, text: string): number => readingOf(asked, text).sentence(0).wanted;

  test('counts more beside the words of the question than far from them', () => {
    const asked = 'Which month was the treaty signed?';
    const near = wanted(asked, 'The treaty was signed in August.');
    const far = wanted(asked, 'In August, after much rain and many cold days and nights, came a treaty.');
    expect(near).toBeGreaterThan(far);
    expect(far).toBeGreaterThan(0);
  });

  test('counts half where another event dates it, for it may be no answer', () => {
    const asked = 'When was the treaty signed?';
    const dated = wanted(asked, 'The treaty was signed yesterday.');
    expect(wanted(asked, 'The treaty was signed after lunch.')).toBe(dated / 2);
  });

  test('is not a name of the question itself', () => {
    const { wanted: value, evidence } = readingOf('Who met Merz?', 'Then came Merz.').sentence(0);
    expect([value, evidence.unmet]).toEqual([0, 1]);
  });
});

describe('wording', () => {
  const phrase = ({ question, match, read }: Reading): number =>
    phraseIn(question, match, 0, read.terms.length);
  const asked = 'security guarantees';

  test('neighbours that stay neighbours count in full, turned round half, far apart nothing', () => {
    expect(phrase(readingOf(asked, 'They want security guarantees.'))).toBe(1);
    expect(phrase(readingOf(asked, 'They want guarantees of security.'))).toBe(0.5);
    expect(phrase(readingOf(asked, 'They want security, and for that they ask for guarantees.'))).toBe(0);
  });

  test('one word has no neighbour', () => {
    expect(phrase(readingOf('guarantees', 'They want guarantees.'))).toBe(0);
  });

  test('a run counts from two words to eight, grammar included', () => {
    const question = 'who said that there will be no peace without a ceasefire';
    const run = (text: string): number => readingOf(question, text).sentence(0).evidence.run;
    expect(run('He wants peace.')).toBe(0);
    expect(run('He wants no peace.')).toBe(2 / 8);
    expect(run('He said that there will be no peace without a ceasefire.')).toBe(1);
  });
});
