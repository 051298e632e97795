// A question laid over a paragraph: what is covered, in which order, and which of the same facts is shown first.
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/corpus/document.ts';
import { emptyDossier } from '../../src/corpus/dossier.ts';
import { grouped } from '../../src/search/answering/same-fact.ts';
import { openAliases } from '../../src/search/ranking/aliases.ts';
import { covered, layOver, most, share, termAt, wantedTerms } from '../../src/search/ranking/matching.ts';
import { phraseIn, runIn } from '../../src/search/ranking/phrases.ts';
import { aboutTopic, asTopic, liesNear } from '../../src/search/ranking/topic.ts';
import { logistic, weigh } from '../../src/search/ranking/weigh.ts';
import { type ReadPassage, readPassage } from '../../src/search/text/read-passage.ts';
import { readVocabulary } from '../../src/search/text/vocabulary.ts';
import { background, readingOf, vocabularyOf } from './reading.ts';
import { documentOf, dossierOf, passagesIn } from './texts.ts';

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

  test('a word of the paragraph stands for what it counts most for: itself, or a name that ends there', () => {
    const { read, question } = readingOf('ceasefire monitors', 'The truce monitors came.');
    const [truce] = [...wantedTerms(question)].filter(([, [term, count]]) => term === 0 && count === 0.5);
    const wanted = new Map([...wantedTerms(question), ['@low', [1, 0.1]], ['@high', [1, 0.9]]] as const);
    const named = (...groups: string[]) => layOver(wanted, { ...read, aliases: new Map([[1, groups]]) });
    expect(truce).toBeDefined();
    expect([...named().at]).toEqual([-1, 0, 1, -1]);
    expect([...named('@low').at]).toEqual([-1, 0, 1, -1]);
    expect([...named('@low', '@high').at]).toEqual([-1, 1, 1, -1]);
    expect([...named('@high', '@low').counts].map((count) => Math.round(10 * count))).toEqual([0, 9, 10, 0]);
    expect([...covered(named('@high'), 2, 0, 4)].map((count) => Math.round(10 * count))).toEqual([0, 10]);
    expect([...covered(named('@high'), 2, 0, 2)].map((count) => Math.round(10 * count))).toEqual([0, 9]);
    expect([...covered(named('@high'), 2, 2, 2)]).toEqual([0, 0]);
    expect([termAt(named(), 1), termAt(named(), 0), termAt(named(), -1), termAt(named(), 4)]).toEqual([
      0, -1, -1, -1,
    ]);
  });

  test('a word stands for the term for which it counts most', () => {
    const { question } = readingOf('ceasefire truce', 'x');
    for (const [term, [, count]] of wantedTerms(question))
      expect(count).toBe(Math.max(...question.terms.map(({ standIns }) => standIns.get(term) ?? 0)));
    expect(wantedTerms(question).size).toBeGreaterThan(1);
  });
});

test('evidence is weighed by its name, and what is sure by its sign', () => {
  expect(weigh({ a: 3, b: 0.5 }, { a: 2, b: 4 })).toBe(8);
  expect(weigh({ a: 3 } as Record<string, number>, { a: 2, b: 4 })).toBe(6);
  expect([logistic(0), logistic(40), logistic(-40)].map((sure) => Math.round(1000 * sure))).toEqual([
    500, 1000, 0,
  ]);
  expect(logistic(1) + logistic(-1)).toBeCloseTo(1, 12);
  expect(logistic(1)).toBeGreaterThan(0.5);
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
    expect(about('')).toBe(0);
    // What may stand for it counts less.
    expect(about('truce')).toBe(0.5);
  });

  test('is held under another name of the dossier', () => {
    const dossier = dossierOf({ people: [{ id: 'merz', name: 'Merz', called: ['the chancellor'] }] });
    const named = { ...reader(), aliases: openAliases(dossier), vocabulary: vocabularyOf(text) };
    const passages = passagesIn(documentOf('d', 'Merz met the chancellor.'));
    const vocabulary = readVocabulary(passages.map((passage) => readPassage(passage, named)));
    expect(aboutTopic('Merz', { ...named, vocabulary })('So the chancellor came.')).toBe(1);
    expect(aboutTopic('Merz', { ...named, vocabulary })('So a chancellor came.')).toBe(0);
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

  test('the order in which they answer stays where nothing tells them apart', () => {
    const on = (day?: string): [Source, string] => [{ kind: 'news', ...(day && { day }) }, words];
    expect(order(on('2024-01-01'), on('2024-01-01'), on('2024-01-01'))).toEqual([0, 1, 2]);
    expect(order(on(), on())).toEqual([0, 1]);
    expect(order(on('2024-01-01'), on('2024-01-02'))).toEqual([0, 1]);
    expect(order(on('2024-01-02'), on('2024-01-01'))).toEqual([1, 0]);
    expect(order(on('2024-01-02'), on())).toEqual([0, 1]);
    expect(order(on(), on('2024-01-02'))).toEqual([1, 0]);
  });

  test('passages of one document stay as they are, and those that are not there, too', () => {
    const [one] = read([[{ kind: 'news' }, words]]);
    const ranked = [0, 1, 2].map((index) => ({ index }));
    const at = (passages: readonly unknown[]) => ({ at: (index: number) => passages[index] }) as never;
    const [other] = read([[{ kind: 'treaty' }, words]]);
    expect(grouped(ranked, at([one, { ...other, terms: ['x'] }, one])).map(({ index }) => index)).toEqual([
      0, 1, 2,
    ]);
    expect(grouped(ranked, at([undefined, one, other])).map(({ index }) => index)).toEqual([0, 2, 1]);
    expect(grouped(ranked, at([one, undefined, other])).map(({ index }) => index)).toEqual([2, 0, 1]);
  });

  test('only where four of five words are the same, and what is between goes behind', () => {
    const [news, treaty]: Source[] = [{ kind: 'news' }, { kind: 'treaty' }];
    expect(order([news!, `${words} x`], [news!, 'y z'], [treaty!, `${words} q`])).toEqual([2, 0, 1]);
    expect(order([news!, `${words} x`], [treaty!, 'a b c d e f g q r s'])).toEqual([0, 1]);
  });
});
