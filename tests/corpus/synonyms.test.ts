// The near synonyms that the project ships: no line says of two words that they are the same where they are opposites.
import { expect, test } from 'vitest';
import { readCollection } from '../../src/corpus/files/collection.ts';
import { OPPOSITES } from './opposites.ts';

const { dossier } = await readCollection('corpus');

test.each([
  ['dossier', dossier.synonyms],
  ['thesaurus', dossier.thesaurus],
])('no line of the %s holds two opposites', (_, groups) => {
  expect(groups.length).toBeGreaterThan(100);
  const clashes = groups.flatMap((group) => {
    const held = new Set(group.map((phrase) => phrase.toLowerCase()));
    return OPPOSITES.flatMap((line) => {
      const both = line.filter((word) => held.has(word));
      return both.length > 1 ? [`${both.join(' and ')}: [${group.join(', ')}]`] : [];
    });
  });
  expect(clashes).toEqual([]);
});
