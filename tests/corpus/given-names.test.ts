// Whether a man or a woman bears a name, by how they are addressed or by a first name that only one of them has.
import { expect, test } from 'vitest';
import { pronounAddressed, pronounOf } from '../../src/corpus/names/given-names.ts';

test.each([
  ['Mr. Lund', 'he'],
  ['Mrs. Lund', 'she'],
  ['Lady Holm', 'she'],
  ['Lord Holm', 'he'],
  ['Frau Dr. Klug', 'she'],
  ['Herrn Klug', 'he'],
  ['Mme. Roux', 'she'],
  ['Monsieur Roux', 'he'],
  ['Pani Nowak', 'she'],
  // These tell nothing, or are somebody's name.
  ['Dr. Lund', undefined],
  ['Prof. Klug', undefined],
  ['Pan Gongsheng', undefined],
  ['mr', undefined],
  ['Sirin Lund', undefined],
  ['President Holm', undefined],
])('%s: %s', (name, expected) => {
  expect(pronounAddressed(name)).toBe(expected);
});

test('where no address tells, a first name does', () => {
  expect(['Frau Klug', 'Elizabeth Klug', 'Klug'].map(pronounOf)).toEqual(['she', 'she', undefined]);
});
