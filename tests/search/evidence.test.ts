// What speaks for a sentence, each kind by a pair of sentences that only it tells apart.
import { describe, expect, test } from 'vitest';
import { negatedIn, opposed } from '../../src/search/contraries.ts';
import { doneBy } from '../../src/search/doers.ts';
import { SENTENCE_EVIDENCE } from '../../src/search/evidence.ts';
import { phraseIn } from '../../src/search/phrases.ts';
import { type Reading, readingOf } from './reading.ts';

describe('a sentence', () => {
  test('has a number for each kind of evidence, between 0 and 1', () => {
    const { evidence } = readingOf('How many leaders met in May?', 'In May 30 leaders met. It rained.');
    for (const index of [0, 1])
      for (const name of SENTENCE_EVIDENCE) {
        expect(evidence(index)[name], name).toBeGreaterThanOrEqual(0);
        expect(evidence(index)[name], name).toBeLessThanOrEqual(1);
      }
  });

  test('opens the paragraph or goes on with it, and takes up the one before by a pronoun', () => {
    const { evidence } = readingOf(
      'What did the summit achieve?',
      'The summit was held. It achieved little. Rain fell.',
    );
    expect([0, 1, 2].map((index) => evidence(index).opening)).toEqual([1, 0, 0]);
    expect(evidence(1).anaphor).toBeGreaterThan(0);
    expect(evidence(2).anaphor).toBe(0);
    expect(evidence(2).previous).toBeGreaterThan(0);
  });

  test('counts a word more that its neighbours lack: only that tells it from them', () => {
    const { evidence } = readingOf(
      'Which talks failed?',
      'The talks failed. The talks began. The talks went on.',
    );
    expect(evidence(1).local).toBeLessThan(evidence(1).cover);
  });

  test('is about what it opens with', () => {
    const asked = 'Did Merz call?';
    const about = readingOf(asked, 'Merz did call, as was said that day in Berlin.').evidence(0);
    const beside = readingOf(asked, 'As was said that day in Berlin by all, Merz did call.').evidence(0);
    expect(about.subject).toBe(1);
    expect(beside.subject).toBe(0);
  });

  test('that only repeats the question adds nothing', () => {
    const asked = 'Who called the summit?';
    const repeats = readingOf(asked, 'The summit was called.').evidence(0).fresh;
    const adds = readingOf(asked, 'Macron and Merz called the summit.').evidence(0).fresh;
    expect(repeats).toBe(0);
    expect(adds).toBeGreaterThan(0);
  });
});

describe('what is asked for', () => {
  const wanted = (asked: string, text: string): number => readingOf(asked, text).evidence(0).wanted;

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
    const { wanted: value, unmet } = readingOf('Who met Merz?', 'Then came Merz.').evidence(0);
    expect([value, unmet]).toEqual([0, 1]);
  });

  test('stands right before the noun counted: any other number counts something else', () => {
    const asked = 'How many leaders came?';
    const counted = (text: string): number => readingOf(asked, text).evidence(0).counted;
    expect(counted('Then 30 European leaders came.')).toBe(1);
    expect(counted('The leaders came in 30 cars.')).toBe(0);
    expect(counted('At 9 there had by then come leaders.')).toBe(0);
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
    const run = (text: string): number => readingOf(question, text).evidence(0).run;
    expect(run('He wants peace.')).toBe(0);
    expect(run('He wants no peace.')).toBe(2 / 8);
    expect(run('He said that there will be no peace without a ceasefire.')).toBe(1);
  });
});

describe('the doer', () => {
  const done = (text: string): number => {
    const { question, read, match } = readingOf('What did Merz say?', text);
    expect(question.act).toBeGreaterThanOrEqual(0);
    return doneBy(question, read, match, 0, read.terms.length);
  };

  test.each([
    ['Then Merz, who came late, said no.', 1, 'he stands before the act'],
    ['"No", said Chancellor Merz.', 1, 'he stands right behind it'],
    ['Then Merz listened, and Trump said no.', 0, 'another name stands nearer'],
    ['Then Merz came.', 0, 'the act is missing'],
    ['Somebody said no.', 0, 'the doer is missing'],
  ])('%s %i: %s', (text, expected) => {
    expect(done(text)).toBe(expected);
  });
});

describe('the contrary', () => {
  const isOpposed = (asked: string, text: string): boolean => {
    const { question, read, cover, bounds } = readingOf(asked, text);
    return opposed(question, read.folded, cover(0), bounds(0).from, bounds(0).to);
  };

  test('is the opposite of a word without the word itself', () => {
    expect(isOpposed('Did exports increase?', 'Exports decreased.')).toBe(true);
    expect(isOpposed('Did exports decrease?', 'Exports increased.')).toBe(true);
  });

  test('is not where both stand: such a sentence speaks of both', () => {
    expect(isOpposed('Did exports increase?', 'Exports increased, imports decreased.')).toBe(false);
  });

  test('is not where nothing opposed stands', () => {
    expect(isOpposed('Did exports increase?', 'Exports were discussed.')).toBe(false);
  });

  test('is a negation within the words looked at only', () => {
    const { read, bounds } = readingOf('Who came?', 'Merz came. Trump did not come.');
    expect([0, 1].map((index) => negatedIn(read, bounds(index).from, bounds(index).to))).toEqual([
      false,
      true,
    ]);
  });
});
