// A question laid over a paragraph: what is covered, in which order, and which of the same facts is shown first.
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/corpus/document.ts';
import { emptyDossier } from '../../src/corpus/dossier.ts';
import { grouped } from '../../src/search/answering/same-fact.ts';
import { openAliases } from '../../src/search/ranking/aliases.ts';
import { most, share, wantedTerms } from '../../src/search/ranking/matching.ts';
import { phraseIn, runIn } from '../../src/search/ranking/phrases.ts';
import { aboutTopic, asTopic, liesNear } from '../../src/search/ranking/topic.ts';
import type { ReadPassage } from '../../src/search/text/read-passage.ts';
import { background, readingOf, vocabularyOf } from './reading.ts';

const phrase = (asked: string, paragraph: string): number => {
  const { question, match } = readingOf(asked, paragraph);
  return Math.round(100 * phraseIn(question, match));
};
const run = (asked: string, paragraph: string): number => {
  const { question, read } = readingOf(asked, paragraph);
  return 8 * runIn(question, read.folded, 0, read.folded.length);
};

describe('neighbours of the question that are neighbours here', () => {
  test.each([
    ['ceasefire monitors', 'The ceasefire monitors came.', 100],
    ['ceasefire monitors', 'The ceasefire of monitors came.', 100],
    ['ceasefire monitors', 'The ceasefire and all monitors came.', 50],
    ['ceasefire monitors', 'The ceasefire, as was told once, monitors came.', 50],
    ['ceasefire monitors', 'The ceasefire, as was told once again, monitors came.', 0],
    ['ceasefire monitors', 'The monitors ceasefire came.', 50],
    ['ceasefire monitors', 'The monitors of that a ceasefire came.', 50],
    ['ceasefire monitors', 'The monitors of that a big ceasefire came.', 0],
    ['monitors', 'The monitors came.', 0],
  ])('%s in "%s": %d %', (asked, paragraph, percent) => {
    expect(phrase(asked, paragraph)).toBe(percent);
  });

  test.each([
    ['the ceasefire holds', 'So the ceasefire holds today.', 3],
    ['the ceasefire holds', 'So the ceasefire broke.', 2],
    ['the ceasefire holds', 'A ceasefire broke.', 0],
    ['a b c d e f g h i j', 'a b c d e f g h i j', 8],
    ['the ceasefire holds', 'The war, the ceasefire; ceasefire holds', 2],
  ])('the longest run of %s in "%s" is %d', (asked, paragraph, words) => {
    expect(run(asked, paragraph)).toBe(words);
  });
});

describe('how much is covered', () => {
  test('the share of the weight, of all terms or of some', () => {
    const { question, cover } = readingOf('ceasefire monitors', 'The ceasefire holds.');
    const [first, second] = question.terms;
    const whole = first!.weight + second!.weight;
    expect(share(cover(0), question)).toBeCloseTo(first!.weight / whole, 5);
    expect(share(cover(0), question, (index) => index === 0)).toBe(1);
    expect(share(cover(0), question, (index) => index === 1)).toBe(0);
    expect(share(cover(0), question, () => false)).toBe(0);
  });

  test('of two covers the higher, the second at a part of its worth', () => {
    const [a, b] = [Float32Array.of(0.5, 0.25, 0), Float32Array.of(1, 0.25, 1)];
    expect([...most(a, b)]).toEqual([1, 0.25, 1]);
    expect([...most(a, b, 0.25)]).toEqual([0.5, 0.25, 0.25]);
  });

  test('a word stands for the term for which it counts most', () => {
    const { question } = readingOf('ceasefire truce', 'x');
    for (const [term, [, count]] of wantedTerms(question))
      expect(count).toBe(Math.max(...question.terms.map(({ standIns }) => standIns.get(term) ?? 0)));
    expect(wantedTerms(question).size).toBeGreaterThan(1);
  });
});

describe('a topic', () => {
  const text = 'The ceasefire holds, and monitors came to Kyiv.';
  const reader = () => ({
    ...{ aliases: openAliases(emptyDossier), background: background() },
    vocabulary: vocabularyOf(text),
  });
  const about = (topic: string) => aboutTopic(topic, reader())(text);

  test('is held by a text as far as its words are, each counted once', () => {
    expect(about('ceasefire monitors')).toBe(1);
    const half = about('ceasefire frobnication');
    expect(half).toBeGreaterThan(0.2);
    expect(half).toBeLessThan(0.8);
    expect(about('frobnication')).toBe(0);
    expect(about('the')).toBe(0);
  });

  test.each([
    [undefined, 0, false],
    [0.38, 0.3, true],
    [0.379, 0, false],
    [0.5, 0.42, true],
    [0.5, 0.43, false],
  ])('lies near at a cosine of %d where %d is usual: %s', (cosine, usual, near) => {
    expect(liesNear(cosine, usual)).toBe(near);
  });

  test('is asked as a question', () => expect(asTopic(' peace ')).toBe('peace?'));
});

describe('of the same words in several documents the most official and oldest comes first', () => {
  type Source = Pick<Document, 'kind'> & { readonly day?: string };
  const read = (sources: readonly [Source, string][]) =>
    sources.map(([{ kind, day }, terms]) => ({
      passage: { document: { kind, ...(day && { published: { value: day, by: 'source' } }) } },
      terms: terms.split(' '),
    })) as unknown as ReadPassage[];
  const order = (...sources: [Source, string][]) => {
    const all = read(sources);
    const ranked = all.map((_, index) => ({ index }));
    return grouped(ranked, { at: (index: number) => all[index] } as never).map(({ index }) => index);
  };
  const words = 'a b c d e f g h i';

  test.each([
    ['news', 'statement'],
    ['statement', 'treaty'],
    ['transcript', 'statement'],
    ['readout', 'transcript'],
    ['news', 'readout'],
    ['other', 'news'],
  ] as const)('%s behind %s', (later, earlier) => {
    expect(order([{ kind: later }, words], [{ kind: earlier }, words])).toEqual([1, 0]);
    expect(order([{ kind: earlier }, words], [{ kind: later }, words])).toEqual([0, 1]);
  });

  test('the oldest of one kind, one without a day last', () => {
    const on = (day?: string): [Source, string] => [{ kind: 'news', ...(day && { day }) }, words];
    expect(order(on(), on('2025-02-01'), on('2024-01-01'))).toEqual([2, 1, 0]);
  });

  test('only where four of five words are the same, and what is between goes behind', () => {
    const [news, treaty]: Source[] = [{ kind: 'news' }, { kind: 'treaty' }];
    expect(order([news!, `${words} x`], [news!, 'y z'], [treaty!, `${words} q`])).toEqual([2, 0, 1]);
    expect(order([news!, `${words} x`], [treaty!, 'a b c d e f g q r s'])).toEqual([0, 1]);
  });
});
