// Claims in German, French, Polish and Ukrainian: a known name beside a verb of saying, or behind "according to".
import { describe, expect, test } from 'vitest';
import { claimsElsewhereSteps } from '../../src/check-text/claims-elsewhere.ts';
import { differingIn } from '../../src/check-text/differs.ts';
import { atOnce } from '../../src/common/steps.ts';
import { readCollection } from '../../src/corpus/files/collection.ts';
import { openNames } from '../../src/corpus/names/names.ts';
import { passagesOf } from '../../src/corpus/passages.ts';
import { openLibrary } from '../../src/library.ts';
import { documentOf } from '../statements/reading.ts';

const { dossier } = await readCollection('corpus');
const names = openNames(dossier);
const told = (text: string): string[] =>
  atOnce(claimsElsewhereSteps(passagesOf(documentOf(text), { headings: false }), names)).map(
    ({ speaker, words }) => `${speaker}: ${words}`,
  );

describe('who says what without marks', () => {
  test.each([
    [
      'Merz sagte am Samstag, dass Grenzen nicht mit Gewalt verändert werden dürfen.',
      'Merz: Grenzen nicht mit Gewalt verändert werden dürfen',
    ],
    [
      'Laut Meloni hat Trump die Idee einer Garantie aufgebracht.',
      'Meloni: hat Trump die Idee einer Garantie aufgebracht',
    ],
    [
      'Die Ukraine brauche eiserne Garantien, sagte Macron am Abend.',
      'Macron: Die Ukraine brauche eiserne Garantien',
    ],
    [
      'Trump zufolge soll die Ukraine einem Abkommen zustimmen.',
      'Trump: soll die Ukraine einem Abkommen zustimmen',
    ],
    [
      'Am Freitag erklärte Merz, die Sanktionen blieben alle in Kraft.',
      'Merz: die Sanktionen blieben alle in Kraft',
    ],
    [
      'Selon Meloni, le président américain a évoqué une garantie.',
      'Meloni: le président américain a évoqué une garantie',
    ],
    [
      'Macron a déclaré que les sanctions seraient toutes maintenues.',
      'Macron: les sanctions seraient toutes maintenues',
    ],
    [
      'Les frontières ne doivent pas changer, a affirmé Macron.',
      'Macron: Les frontières ne doivent pas changer',
    ],
    [
      'Według Meloni Trump przedstawił pomysł takich gwarancji.',
      'Meloni: Trump przedstawił pomysł takich gwarancji',
    ],
    ['Tusk powiedział, że sankcje pozostaną w pełnej mocy.', 'Tusk: sankcje pozostaną w pełnej mocy'],
    ['За словами Мелоні, Трамп висунув ідею таких гарантій.', 'Мелоні: Трамп висунув ідею таких гарантій'],
    [
      'Зеленський заявив, що Україна вже готова до переговорів.',
      'Зеленський: Україна вже готова до переговорів',
    ],
  ])('%s', (text, claim) => {
    expect(told(text)).toEqual([claim]);
  });

  test.each([
    'Putin traf Trump am Freitag in Alaska, und das weiß nun jeder.',
    'Hat Merz gesagt, dass die Grenzen nicht verändert werden dürfen?',
    'Merz kam am Abend. Man sagte, dass die Sanktionen bestehen bleiben.',
    'Der Sprecher sagte, dass internationale Grenzen bestehen bleiben.',
    'Trump a rencontré Poutine en Alaska vendredi dernier, comme prévu.',
    'Une voisine a déclaré que les sanctions seraient toutes maintenues.',
    'Tusk przyjechał do Brukseli w piątek wieczorem, bez dziennikarzy.',
    'Sąsiad powiedział, że sankcje pozostaną w pełnej mocy do końca.',
    'Путін зустрівся з Трампом на Алясці у п’ятницю, як і планували.',
    'Сусід заявив, що санкції залишаться до кінця війни.',
    'Merz sagte nichts.',
  ])('nobody: %s', (text) => {
    expect(told(text)).toEqual([]);
  });
});

test('numbers are compared by their digits, dates not at all', () => {
  const differing = (claim: string, passage: string) => differingIn(claim, passage, names, false);
  expect(differing('1.500 Soldaten am 3. Mai 2021', '1,500 soldiers on 4 May 2022')).toEqual([]);
  expect(differing('um 1,5 Prozent', 'by 1.5 percent')).toEqual([]);
  expect(differing('acht Schiffe im Mai', 'nine ships in June')).toEqual([]);
  expect(differing('1.200 Soldaten', '1,500 soldiers')).toHaveLength(1);
  expect(differing('Мелоні це сказала', 'Macron said so')).toHaveLength(1);
});

test('a claim in German stands beside the passage that says it', async () => {
  const library = await openLibrary('corpus');
  const text =
    'In Alaska wurde viel geredet, und danach ging es weiter.\n\nLaut Meloni muss ein solcher Schutz für die Ukraine keinen Krieg bedeuten.';
  const { items, clausesRead } = await library.checkText(text);
  expect(clausesRead).toBe(true);
  expect(items.map(({ kind, speaker }) => [kind, speaker?.name])).toEqual([['claim', 'Meloni']]);
});
