// What the door of the search gives for a question by words alone: citations, what is missing, languages, other documents.
import { describe, expect, test } from 'vitest';
import { atOnce } from '../../src/common/steps.ts';
import type { Document } from '../../src/corpus/document.ts';
import {
  openSearch,
  partDataOf,
  type Search,
  type SearchOptions,
  searchSteps,
} from '../../src/search/answer.ts';
import { LEXICAL_EVIDENCE, type LexicalEvidence } from '../../src/search/answering/lexical-reader.ts';
import { THRESHOLD, WEIGHTS } from '../../src/search/ranking/weights.ts';
import { documentOf, dossierOf, passagesIn } from './texts.ts';

const openDocuments = (documents: readonly Document[], options: SearchOptions = {}): Search =>
  openSearch(passagesIn(...documents), options);
const openText = (text: string, more?: Partial<Document>): Search =>
  openDocuments([documentOf('d', text, more)]);

const treaty = documentOf(
  'treaty',
  'It rained. Merz signed the harbour treaty in Oslo. It snowed.\n\nNobody slept.',
);
const paper = documentOf('paper', 'In Oslo the harbour treaty was signed by Merz.\n\nScholz ate fish.');
const german = documentOf('deutsch', 'Merz unterschrieb den Vertrag.', { language: 'de' });

describe('citations', () => {
  test('tell the sentence, how much of the question is there, and the score, best first', async () => {
    const { citations, outcome, reader, confidence } = await openDocuments([treaty]).ask(
      'Who signed the harbour treaty?',
    );
    const [first] = citations;
    expect(first?.passage.text.slice(first.sentence.start, first.sentence.end)).toBe(
      'Merz signed the harbour treaty in Oslo.',
    );
    expect([first?.share, outcome, reader]).toEqual([1, 'answer', 'lexical']);
    expect(confidence).toBeGreaterThan(0.5);
    const scores = citations.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  test('are five at most', async () => {
    const text = Array.from({ length: 9 }, (_, at) => `Delegate ${at} praised the harbour.`).join('\n\n');
    const { citations } = await openText(text).ask('Who praised the harbour?');
    expect(citations.map(({ passage }) => passage.paragraph)).toEqual([1, 2, 3, 4, 5]);
    expect(await openText(text).near('harbour')).toHaveLength(5);
  });

  test('hold a share of the question where they hold a part of it', async () => {
    const { citations, outcome } = await openText('The harbour is old.').ask(
      'Who built the harbour of Xanthor?',
    );
    expect(outcome).toBe('none');
    expect(citations[0]?.share).toBeGreaterThan(0);
    expect(citations[0]?.share).toBeLessThan(0.6);
  });

  test('of the same words in several documents stand together', async () => {
    const words =
      'Merz signed the harbour treaty in Oslo on Monday at noon before all ministers of the coast.';
    const news = documentOf('news', words, { kind: 'news' });
    const statement = documentOf('statement', words, { kind: 'statement' });
    const { citations } = await openDocuments([news, statement]).ask('Who signed the harbour treaty?');
    expect(citations.map(({ passage }) => passage.document.id)).toEqual(['statement', 'news']);
  });

  test('are none where nothing fits', async () => {
    expect(await openText('It rained.').ask('Who signed the harbour treaty?')).toMatchObject({
      ...{ outcome: 'none', confidence: 0, citations: [], missing: ['signed', 'harbour', 'treaty'] },
    });
    expect((await openDocuments([]).ask('Who signed?')).citations).toEqual([]);
  });
});

describe('small talk', () => {
  const smallTalk = { outcome: 'none', confidence: 0, citations: [], missing: [], smallTalk: true };

  test('asks nothing, and nothing is near to it', async () => {
    const search = openText('Hello, how are you, said Merz.');
    expect(await search.ask('Hello! How are you?')).toEqual(smallTalk);
    expect(await search.near('hello')).toEqual([]);
    expect(await search.ask('What did Merz say?')).not.toHaveProperty('smallTalk');
    expect(await search.near('Merz')).toHaveLength(1);
  });
});

describe('what is missing', () => {
  test.each<[string, string[]]>([
    ['Who signed the harbour treaty?', []],
    ['Who signed the zumbrik treaty?', ['zumbrik']],
    ['WHO SIGNED THE ZUMBRIK TREATY?', ['ZUMBRIK']],
    ['Who signed the trety?', []],
    ['Did anyone say who signed the treaty tho?', []],
  ])('%s %j', async (asked, missing) => {
    expect((await openDocuments([treaty]).ask(asked)).missing).toEqual(missing);
  });

  test('is nothing where the question is in another language, which is told', async () => {
    const search = openDocuments([treaty]);
    expect(await search.ask('Wer hat die Zumbriks für den Hafen unterschrieben?')).toMatchObject({
      ...{ missing: [], otherLanguage: ['en'] },
    });
    expect(await search.ask('Who signed the zumbrik?')).not.toHaveProperty('otherLanguage');
    expect(await search.ask('zumbrik')).not.toHaveProperty('otherLanguage');
  });

  test('another language is that of what is cited, or else of all there is', async () => {
    const both = openDocuments([treaty, german]);
    expect((await both.ask('Qui a parlé avec Scholz et Meloni ?')).otherLanguage?.toSorted()).toEqual([
      'de',
      'en',
    ]);
    expect((await both.ask('Wer ist es, der unterschrieb?')).otherLanguage).toBeUndefined();
    expect((await both.ask('Who met Zumbrik?')).otherLanguage).toBeUndefined();
    const only = await both.ask('Who met Zumbrik?', undefined, [german]);
    expect(only.otherLanguage).toEqual(['de']);
    expect((await both.ask('Who met Zumbrik?', undefined, [])).otherLanguage).toBeUndefined();
  });
});

describe('a question', () => {
  test('that is cut is told to be', async () => {
    const search = openDocuments([treaty]);
    expect(await search.ask(`Who signed? ${'x'.repeat(600)}`)).toHaveProperty('cut', true);
    expect(await search.ask('Who signed?')).not.toHaveProperty('cut');
  });

  test('that several documents answer names the others, by a passage of each', async () => {
    const search = openDocuments([treaty, paper]);
    const { also = [], citations } = await search.ask('Who signed the harbour treaty in Oslo?');
    expect([citations[0]!.passage, ...also].map(({ document }) => document.id).toSorted()).toEqual([
      'paper',
      'treaty',
    ]);
    expect(await openDocuments([treaty]).ask('Who signed the harbour treaty in Oslo?')).not.toHaveProperty(
      'also',
    );
  });

  test('that is kept to a document is answered by it alone', async () => {
    const search = openDocuments([treaty, paper]);
    for (const of of [treaty, paper]) {
      const { citations } = await search.ask('Who signed the harbour treaty in Oslo?', undefined, [of]);
      expect(new Set(citations.map(({ passage }) => passage.document))).toEqual(new Set([of]));
    }
  });

  /** With weights of the test's own, by which every passage is as sure as is told. */
  const sureOf = (confidence: number): Search => {
    const none = Object.fromEntries(LEXICAL_EVIDENCE.map((name) => [name, 0])) as LexicalEvidence;
    const answers = { ...none, bias: Math.log(confidence / (1 - confidence)) };
    return openDocuments([treaty, paper], { weights: { ...WEIGHTS, answers } });
  };

  test.each([
    ['answered', 1.01, { outcome: 'answer', closest: undefined, others: 1 }],
    ['nearly answered', 0.99, { outcome: 'none', closest: true, others: 0 }],
    ['nearly answered', 0.61, { outcome: 'none', closest: true, others: 0 }],
    ['not answered', 0.59, { outcome: 'none', closest: undefined, others: 0 }],
  ])('is %s at %d of the threshold', async (_, part, expected) => {
    const {
      outcome,
      closest,
      confidence,
      also = [],
    } = await sureOf(part * THRESHOLD).ask('Who slept in Oslo?');
    expect({ outcome, closest, others: also.length }).toEqual(expected);
    expect(confidence).toBeCloseTo(part * THRESHOLD, 9);
  });

  test('that nobody waits for any more rejects with the reason', async () => {
    const gone = AbortSignal.abort(new Error('gone'));
    await expect(openDocuments([treaty]).ask('Who signed?', gone)).rejects.toThrow('gone');
    const leaving = new AbortController();
    const asked = openDocuments([treaty]).ask('Who signed?', leaving.signal);
    leaving.abort(new Error('gone'));
    await expect(asked).rejects.toThrow('gone');
  });

  test('is explained as it is understood, once while it is asked again', async () => {
    const search = openDocuments([treaty]);
    const first = await search.explain('Who signed the treaty?');
    expect(await search.explain('Who signed the treaty?')).toBe(first);
    expect((await search.explain('Who slept?')).question.text).toBe('Who slept?');
    expect(first.question).toEqual(search.understand('Who signed the treaty?'));
  });
});

describe('beside a search', () => {
  test('another is asked together with it, its passages first', async () => {
    const beside = openDocuments([treaty]);
    const both = openDocuments([paper], { beside });
    expect(both.parts.all.map(({ begins }) => begins)).toEqual([0, 2]);
    const { citations } = await both.ask('Who signed the harbour treaty in Oslo?');
    expect(new Set(citations.map(({ passage }) => passage.document.id))).toEqual(
      new Set(['treaty', 'paper']),
    );
    expect((await beside.ask('What did Scholz eat?')).missing).toEqual(['Scholz', 'eat']);
    expect((await both.ask('What did Scholz eat?')).missing).toEqual([]);
  });

  test('names of its dossier are known by any other name', async () => {
    const dossier = dossierOf({ people: [{ id: 'merz', name: 'Merz', called: ['the German chancellor'] }] });
    const search = openDocuments([treaty], { dossier });
    expect((await search.ask('Did the German chancellor sign it?')).missing).toEqual([]);
    expect((await openDocuments([treaty]).ask('Did the German chancellor sign it?')).missing).not.toEqual([]);
    expect([...search.mentions(['merz'])]).toEqual([[treaty, 1]]);
  });

  test('what was read of its passages before is searched alike', async () => {
    const passages = passagesIn(treaty, paper);
    const data = atOnce(partDataOf(passages, { dossier: dossierOf({}) }));
    const [fresh, kept] = [openSearch(passages), atOnce(searchSteps(passages, { data }))];
    for (const asked of ['Who signed the harbour treaty?', 'What did Scholz eat?', 'Who met Zumbrik?'])
      expect(await kept.ask(asked)).toEqual(await fresh.ask(asked));
  });
});

test('without a model nothing is prepared, considered or near to a topic, and all is filed at once', async () => {
  const search = openDocuments([treaty]);
  await search.prepare();
  await search.filed();
  expect([await search.consider('Who signed?'), await search.nearTopic('harbour')]).toEqual([
    undefined,
    undefined,
  ]);
  expect(search.about('harbour')('the harbour')).toBe(1);
  expect(search.about('harbour')('the sea')).toBe(0);
});
