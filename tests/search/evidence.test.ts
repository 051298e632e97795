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

  test.each(['Who met Merz?', 'Merz met whom?'])('is not a name of the question itself: %s', (asked) => {
    const { wanted: value, evidence } = readingOf(asked, 'Then came Merz.').sentence(0);
    expect([value, evidence.unmet]).toEqual([0, 1]);
  });
});

describe('how near it stands', () => {
  const asked = 'Which month was the treaty signed?';
  const value = (text: string, sentence = 0): number => readingOf(asked, text).sentence(sentence).wanted;
  const apart = (words: number): string => 'so '.repeat(words);
  const far = value('August came.');

  test.each<[string, (words: number) => string]>([
    ['behind', (words) => `The treaty ${apart(words)}August.`],
    ['behind the first word', (words) => `Treaty ${apart(words)}August.`],
    ['behind another word of the question', (words) => `They signed ${apart(words)}August.`],
    ['before another word of the question', (words) => `August ${apart(words)}signed.`],
    ['before', (words) => `August ${apart(words)}treaty.`],
  ])('counts less with each word between, up to seven, and no less beyond: %s', (_, text) => {
    const values = Array.from({ length: 20 }, (__, words) => value(text(words)));
    expect(values[0]).toBe(1);
    for (let words = 1; words <= 8; words += 1)
      expect(values[words], `${words}`).toBeLessThan(values[words - 1]!);
    expect(new Set(values.slice(8))).toEqual(new Set([far]));
    expect(far).toBeGreaterThan(0);
  });

  test.each([
    ['the sentence before', 'It was a treaty. August came.', 1],
    ['the sentence behind', 'Then came August. Treaty it was.', 0],
  ])('words of %s are not near', (_, text, sentence) => {
    expect(value(text, sentence)).toBe(far);
  });

  test('the nearest of several tells', () => {
    expect(value('August and so on, and in May the treaty.')).toBe(value('In May the treaty.'));
    expect(value('The treaty of May was so, and not of August.')).toBe(value('The treaty of May.'));
  });

  test('an exact one counts more than a vague one that stands nearer', () => {
    const when = (text: string): number => readingOf('When was the treaty signed?', text).sentence(0).wanted;
    expect(when('After the treaty, so in August.')).toBeGreaterThan(when('After the treaty.'));
    expect(when('Until treaty.')).toBe(0.5);
  });

  test('nothing is near where nothing of a kind is asked for', () => {
    const { wanted, evidence } = readingOf('Is the treaty signed?', 'In August.').sentence(0);
    expect([wanted, evidence.unmet]).toEqual([0, 0]);
  });
});

describe('of the words asked about', () => {
  const evidence = (asked: string, text: string, sentence: number) =>
    readingOf(asked, text).sentence(sentence).evidence;
  const asked = 'ceasefire monitors';

  test.each([
    ['all of them in the sentence', 'The ceasefire monitors came.', 0, 1],
    ['all of them in the one before it', 'The ceasefire monitors came. It rained.', 1, 0.5],
    ['none where they stand behind it', 'It rained. The ceasefire monitors came.', 0, 0],
    ['none where they stand two before it', 'The ceasefire monitors came. It rained. It snowed.', 2, 0],
    ['all in both', 'The ceasefire monitors came. Ceasefire monitors left.', 1, 1],
    ['none of a sentence that is not there', 'The ceasefire monitors came.', 5, 0],
  ])('the context holds %s', (_, text, sentence, share) => {
    expect(evidence(asked, text, sentence).context).toBe(share);
  });

  test('a word that several sentences hold counts its part in each', () => {
    const text = 'Xanthe met Ygor. Xanthe left. Ygor left. Xanthe slept.';
    const local = (sentence: number): number => evidence('xanthe ygor', text, sentence).local;
    // Three sentences share the one, two the other.
    expect(local(1)).toBeCloseTo(local(3), 9);
    expect(local(0)).toBeCloseTo(1, 5);
    expect(local(1)).toBeCloseTo(1 / 3 / (1 / 3 + 1 / 2), 5);
    expect(local(2)).toBeCloseTo(1 / 2 / (1 / 3 + 1 / 2), 5);
  });

  test('a word that no sentence holds takes nothing from the others', () => {
    expect(evidence('xanthe ygor', 'Xanthe left. It rained.', 0).local).toBe(1);
    expect(evidence('xanthe ygor', 'It rained.', 0).local).toBe(0);
  });

  test.each([
    ['Which leaders met?', 'Leaders met. They left.', [1, 0]],
    ['How many leaders met?', 'They met. Leaders left.', [0, 1]],
    ['Who met leaders?', 'Leaders met.', [0]],
  ])('the noun asked for is told, where there is one: %s', (question, text, focus) => {
    expect(focus.map((_, sentence) => evidence(question, text, sentence).focus)).toEqual(focus);
  });

  test('what may stand for a word counts less than the word, and something', () => {
    const { cover } = readingOf('truce', 'A ceasefire. A truce.');
    expect(cover(0)[0]).toBe(0.5);
    expect(cover(1)[0]).toBe(1);
  });
});

describe('wording', () => {
  const phrase = ({ question, match }: Reading): number => phraseIn(question, match);
  const asked = 'security guarantees';

  test('neighbours that stay neighbours count in full, turned round half, far apart nothing', () => {
    expect(phrase(readingOf(asked, 'They want security guarantees.'))).toBe(1);
    expect(phrase(readingOf(asked, 'They want guarantees of security.'))).toBe(0.5);
    expect(phrase(readingOf(asked, 'They want security, and for that they ask for guarantees.'))).toBe(0);
  });

  test.each([
    ['zugbor blorfen gnarfit', 'Blorfen gnarfit.', 0.5],
    ['blorfen gnarfit zugbor', 'Blorfen gnarfit.', 0.5],
    ['blorfen gnarfit', 'Blorfen.', 0],
    ['blorfen gnarfit', 'Gnarfit.', 0],
    ['blorfen gnarfit mimset', 'Blorfen gnarfit mimset.', 1],
    ['blorfen gnarfit mimset', 'Blorfen gnarfit. Then gnarfit, and so on, for long, mimset.', 0.5],
    ['blorfen gnarfit mimset', 'Mimset gnarfit. It was long ago, so gnarfit blorfen.', 0.5],
  ])(
    'of neighbours a pair counts as much as the commoner of the two: %s in “%s” is %d',
    (question, text, share) => {
      expect(phrase(readingOf(question, text))).toBeCloseTo(share, 5);
    },
  );

  test('one word has no neighbour', () => {
    expect(phrase(readingOf('guarantees', 'They want guarantees.'))).toBe(0);
  });

  test('a run counts from two words to eight, grammar included', () => {
    const question = 'who said that there will be no peace without a ceasefire';
    const run = (text: string): number => readingOf(question, text).sentence(0).evidence.run;
    expect(run('He wants peace.')).toBe(0);
    expect(run('He wants no peace.')).toBe(2 / 8);
    expect(run('He said that there will be no peace without a ceasefire.')).toBe(1);
    expect(run('There will be. No peace.')).toBe(3 / 8);
    expect(run('It came. That there will.')).toBe(0);
    expect(run('Without a ceasefire there will be rain.')).toBe(3 / 8);
  });
});
