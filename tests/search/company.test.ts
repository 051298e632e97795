// Candidates of one document side by side tell that the document is about what is asked.
import { expect, test } from 'vitest';
import { companyOf } from '../../src/search/ranking/company.ts';
import type { ReadPassage } from '../../src/search/text/read-passage.ts';
import { readingOf } from './reading.ts';

const inDocument = (id: string): ReadPassage => {
  const { read } = readingOf('?', 'Word.');
  return { ...read, passage: { ...read.passage, document: { ...read.passage.document, id } } };
};

/** Four documents of five passages each. */
const documents = () => ['a', 'b', 'c', 'd'].map(inDocument);
const passages = () => documents().flatMap((each) => Array.from({ length: 5 }, () => each));
const company = (...indices: number[]): number[] => [
  ...companyOf(
    indices.map((index) => ({ index, score: 1 })),
    { passages: passages(), only: undefined },
  ).values(),
];

test('the share of each document among the candidates, in their order', () => {
  expect(company(0, 5, 1, 10)).toEqual([0.5, 0.25, 0.25]);
  expect(company(0, 1)).toEqual([1]);
  expect(company()).toEqual([]);
});

test('of one document alone nothing is told', () => {
  const [document] = documents();
  const only = document!.passage.document;
  const alone = companyOf([{ index: 0, score: 1 }], { passages: [document!, document!], only });
  expect([...alone.values()]).toEqual([0.8]);
});

test('only the ten best are looked at', () => {
  expect(company(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16)).toHaveLength(2);
});
