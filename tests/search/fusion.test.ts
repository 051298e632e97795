// Words, vectors and the reader together: the order, and what tells how sure the first is.
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/corpus/document.ts';
import { passagesOf } from '../../src/corpus/passages.ts';
import type { Reading } from '../../src/reading/reader.ts';
import { openSearch } from '../../src/search/answer.ts';
import {
  CONFIDENCE_EVIDENCE,
  confidenceEvidence,
  confidenceOf,
  type Fused,
  type FusionWeights,
  fused,
  type Lead,
  leadOf,
  MOST_READ,
  type Told,
  worthReading,
} from '../../src/search/answering/fusion.ts';
import { FUSED } from '../../src/search/answering/fusion-weights.ts';
import type { Question } from '../../src/search/question/question.ts';
import type { Ranked } from '../../src/search/ranking/rank.ts';

const paragraphs = [
  'Merz signed the treaty in Riga.',
  'Scholz read the treaty.',
  'The treaty is long.',
  'Nobody in Riga slept.',
];

function openText(text: string) {
  const document: Document = {
    ...{ id: 'd', kind: 'other', language: 'en', status: 'current', file: 'd.md', text },
    title: { value: 'Untitled', by: 'source' },
  };
  return openSearch(passagesOf(document, { headings: false }));
}

const search = () => openText(paragraphs.join('\n\n'));
const unread: Told = { cosine: undefined, words: 0.5, foreign: false };

interface Considered {
  readonly question: Question;
  readonly ranked: readonly Ranked[];
  /** Candidates in the order of their words, each with what `told` says of it. */
  readonly leads: readonly Lead[];
}

async function consider(
  asked: string,
  told: (at: number) => Partial<Told> = () => ({}),
): Promise<Considered> {
  const { question, ranked } = await search().explain(asked);
  const leads = ranked.map((each, at) => leadOf(question, each, { ...unread, ...told(at) }));
  return { question, ranked, leads };
}

const sure = (...answers: number[]): Reading[] => answers.map((each) => ({ answers: each, sentence: 0 }));

/** Weights of the test's own: the shipped ones are learned, and change. */
const order: FusionWeights = {
  ...FUSED,
  order: { reader: 1, words: 0, cosine: 0, bm25: 0, cover: 0, document: 0, lexical: 0 },
};

describe('the order', () => {
  test('is that of the weighed evidence, highest first', async () => {
    const { leads } = await consider('Who signed the treaty?');
    const read = fused(leads, sure(0.1, 0.9, 0.5), order);
    expect(read.map(({ ranked }) => ranked.index)).toEqual([1, 2, 0].map((at) => leads[at]?.ranked.index));
    expect(read.map(({ score }) => score)).toEqual(read.map(({ score }) => score).toSorted((a, b) => b - a));
  });

  test('of equals is that of the sources', async () => {
    const { leads } = await consider('Who signed the treaty?');
    const indices = fused(leads.toReversed(), sure(0.5, 0.5, 0.5), order).map(({ ranked }) => ranked.index);
    expect(indices).toEqual(indices.toSorted((a, b) => a - b));
  });

  test('leaves out what was not read, and keeps each reading with its passage', async () => {
    const { leads } = await consider('Who signed the treaty?');
    const [only, ...others] = fused(leads, [{ answers: 0.7, sentence: 3 }], order);
    expect(only?.ranked).toBe(leads[0]?.ranked);
    expect(others).toEqual([]);
  });

  test('stays finite where the reader is as sure as can be', async () => {
    const { leads } = await consider('Who signed the treaty?');
    for (const { score } of fused(leads, sure(0, 1, 0.5))) expect(Number.isFinite(score)).toBe(true);
  });
});

describe('what is worth reading', () => {
  const lead: FusionWeights = {
    ...FUSED,
    lead: { cosine: 1, bm25: 0, cover: 0, document: 0, lexical: 0 },
  };

  test('is the most promising, and no more than are read at once', async () => {
    const { leads } = await consider('Who signed the treaty?', (at) => ({ cosine: 0.5 + at / 10 }));
    const many = Array.from({ length: MOST_READ }, () => leads).flat();
    const chosen = worthReading(many, lead);
    expect(chosen).toHaveLength(MOST_READ);
    expect(chosen[0]?.ranked).toBe(leads.at(-1)?.ranked);
  });

  test('a passage whose vector is not there yet is neither near nor far', async () => {
    const { leads } = await consider('Who signed the treaty?', (at) => ({
      cosine: [0.9, undefined, 0.3][at],
    }));
    const [near, unknown, far] = leads.map(({ evidence }) => evidence.cosine);
    expect(unknown).toBe(0);
    expect(near).toBeGreaterThan(0);
    expect(far).toBeLessThan(0);
  });
});

describe('what tells whether a candidate is worth reading', () => {
  test('is what words tell, and how near its vector lies, each as a number about one', async () => {
    const { ranked, leads } = await consider('Who signed the treaty?', () => ({ cosine: 0.7, words: 0.9 }));
    const [first] = leads;
    expect(first?.evidence.cosine).toBeCloseTo(1, 9);
    expect(first?.evidence.bm25).toBe(ranked[0]?.bm25);
    expect(first?.evidence.document).toBe(ranked[0]?.evidence.document);
    expect(first?.evidence.cover).toBe(1);
    expect(first?.evidence.lexical).toBeCloseTo((ranked[0]?.score ?? 0) / 10, 9);
    expect(first?.words).toBeCloseTo(Math.log(9), 9);
    const last = leads.at(-1);
    expect(last?.evidence.cover).toBeLessThan(1);
    expect(last?.evidence.lexical).toBeLessThan(first?.evidence.lexical ?? 0);
  });

  test('puts of equals the first of the sources first', async () => {
    const { leads } = await consider('Who signed the treaty?');
    const none = { cosine: 0, bm25: 0, cover: 0, document: 0, lexical: 0 };
    const indices = worthReading(leads.toReversed(), { ...FUSED, lead: none }).map(
      ({ ranked }) => ranked.index,
    );
    expect(indices).toEqual(indices.toSorted((a, b) => a - b));
  });
});

describe('the evidence of confidence', () => {
  async function evidenceOf(asked: string, told: Partial<Told> = {}, answers = [0.9, 0.4, 0.1]) {
    const { question, leads } = await consider(asked, () => told);
    return confidenceEvidence(question, fused(leads, sure(...answers)))!;
  }

  test('has a finite number for each name', async () => {
    const evidence = await evidenceOf('Who signed the treaty?');
    expect(Object.keys(evidence).sort()).toEqual([...CONFIDENCE_EVIDENCE].sort());
    for (const [name, value] of Object.entries(evidence)) expect(Number.isFinite(value), name).toBe(true);
  });

  test('there is none where nothing was read', async () => {
    const { question } = await consider('Who signed the treaty?');
    expect(confidenceEvidence(question, [])).toBeUndefined();
  });

  test('tells words and names that no source holds', async () => {
    const known = await evidenceOf('Did Merz sign the treaty?');
    expect(known).toMatchObject({ unknown: 0, unknownNames: 0, names: 0 });
    expect((await evidenceOf('Did Merz sign the covenant treaty?')).unknown).toBeGreaterThan(0);
    const elsewhere = await evidenceOf('Did Merz sign the treaty with Macron?');
    expect(elsewhere.unknownNames).toBeGreaterThan(0);
    expect(elsewhere.names).toBeGreaterThan(0);
  });

  test('grows with how sure the reader is, and the shipped weights make more of it', async () => {
    const [less, more] = await Promise.all(
      [[0.2], [0.95]].map((answers) => evidenceOf('Who signed the treaty?', {}, answers)),
    );
    expect(more!.reader).toBeGreaterThan(less!.reader);
    expect(confidenceOf(more!)).toBeGreaterThan(confidenceOf(less!));
  });

  test('of a question in another language holds nothing that words tell', async () => {
    const foreign = await evidenceOf('Did Macron sign the covenant treaty?', {
      foreign: true,
      cosine: 0.8,
      words: 0.9,
    });
    const nothing = { words: 0, bm25: 0, cover: 0, unknown: 0, unknownNames: 0, names: 0 };
    expect(foreign).toMatchObject({ ...nothing, foreign: 1 });
    expect(foreign.cosine).toBeGreaterThan(0);
    expect(foreign.reader).toBeGreaterThan(0);
    expect((await evidenceOf('Who signed the treaty?')).foreign).toBe(0);
  });

  test('a lead in another language has its vector alone', async () => {
    const { leads } = await consider('Who signed the treaty?', () => ({
      foreign: true,
      cosine: 0.8,
      words: 0.9,
    }));
    const nothing = { bm25: 0, cover: 0, document: 0, lexical: 0 };
    for (const { evidence, words } of leads) {
      expect(evidence).toMatchObject(nothing);
      expect(words).toBe(0);
      expect(evidence.cosine).toBeGreaterThan(0);
    }
  });
});

describe('the margin', () => {
  async function marginOf(scores: readonly number[]): Promise<number | undefined> {
    const { question, leads } = await consider('Who signed the treaty?');
    const read = fused(leads, sure(0.5, 0.5, 0.5));
    const placed = scores.map((score, at): Fused => ({ ...read[at]!, score }));
    return confidenceEvidence(question, placed)?.margin;
  }

  test.each([
    ['nothing between equals', [2, 2], 0],
    ['a share of what counts as far', [4, 2], 0.5],
    ['whole from there on', [9, 1], 1],
    ['whole where there is no second', [0], 1],
  ])('is %s', async (_, scores, margin) => {
    expect(await marginOf(scores)).toBe(margin);
  });
});
