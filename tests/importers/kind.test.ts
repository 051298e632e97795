// Kinds that a title does not tell: treaties by their form, newspapers by their name or their words.
import { describe, expect, test } from 'vitest';
import { isAmongNews, kindOf } from '../../src/importers/about/kind.ts';
import { isNewspaper } from '../../src/importers/html/news.ts';
import type { Metadata } from '../../src/importers/imported.ts';

const article = 'Article 1. The fund has its seat in Teal Point.';

describe('a treaty', () => {
  test.each([
    ['The Governments of Merrow and Calder have agreed as follows:', 'This text enters into force in May.'],
    ['The parties hereby agree on the following:', 'Either Government may end this Agreement by a note.'],
    ['Die Regierungen sind wie folgt übereingekommen:', 'Dieses Abkommen tritt am 1. Mai 2025 in Kraft.'],
    ['Sie haben Folgendes vereinbart:', 'Die Vertragsparteien tragen die Kosten je zur Hälfte.'],
    ['Les deux Gouvernements sont convenus de ce qui suit :', 'Fait à Port-Nord, le 1er avril 2025.'],
    ['Rząd Krasnolesia i Rząd Doliny uzgodniły, co następuje:', 'Umowa wchodzi w życie dnia 1 czerwca.'],
    ['Уряди домовилися про таке:', 'Угода набуває чинності з дня підписання.'],
  ])('%s', (preamble, end) => {
    expect(kindOf([preamble, article, end], 'Fishing in the strait')).toBe('treaty');
  });

  test.each([
    ['They have agreed as follows:', 'The ministers thanked their hosts.'],
    ['They have agreed to meet again.', 'The treaty enters into force in May.'],
    ['“We have agreed as follows: nothing,” said the minister.', 'The treaty enters into force in May.'],
    ['Die Delegationen haben Folgendes vereinbart:', 'Die nächste Runde ist im Mai.'],
    ['Uzgodnili, co następuje, i rozeszli się.', 'Umowa wchodzi w życie w maju.'],
    ['Вони домовилися про таке, чого ніхто не чекав.', 'Угода набуває чинності в травні.'],
    ['Article 2 enters into force in May.', 'The parties have agreed as follows:'],
  ])('is not: %s', (preamble, end) => {
    expect(kindOf([preamble, article, end], 'Fishing in the strait')).toBe('other');
  });

  test('that its title calls a statement is one', () => {
    const text = ['They have agreed as follows:', 'The agreement enters into force in May.'];
    expect(kindOf(text, 'Joint statement on fishing')).toBe('statement');
    expect(kindOf(text, 'Fishing in the strait', true)).toBe('news');
  });
});

describe('an address', () => {
  test.each([
    'https://mininfra.example/news/uryad-skhvalyv-4471',
    'https://teal.example/en/press-releases/2026/ferry',
    'https://amt.example/aktuelles/faehre.html',
    'https://gouv.example/salle-de-presse/bac',
    'https://msz.example/aktualnosci/prom',
    'https://uryad.example/novyny/porom',
  ])('%s leads to news', (url) => {
    expect(isAmongNews(url)).toBe(true);
  });

  test.each([
    'https://news.example/about',
    'https://teal.example/newsletter/terms',
    'https://teal.example/law/ferry-act',
    'https://teal.example/news',
    'https://teal.example/pressure/gauges',
    'no address',
  ])('%s does not', (url) => {
    expect(isAmongNews(url)).toBe(false);
  });
});

describe('a newspaper', () => {
  const by = (value: string): Metadata => ({
    publisher: { told: { value, by: 'source' }, where: 'import.found.meta' },
  });

  test.each([
    'Pacific Ledger',
    'The Harbour Times',
    'Ahrländer Zeitung',
    'Neubrücker Tagblatt',
    'Le Courrier de la Baie',
    'Gazeta Nadmorska',
    'Новини Заріччя',
    'Hafenbote',
    'Nordmarscher Kurier',
    'The Cape Quarterly',
    'Harbour Review',
  ])('%s', (name) => {
    expect(isNewspaper(by(name), ['Text.'])).toBe(true);
  });

  test.each([
    'Ministry of Foreign Affairs',
    'Official Gazette of Merrow',
    'Ministry News',
    'Office for Daily Statistics',
    'Bundesanzeiger',
    'Dziennik Ustaw',
    'Timesheet Ltd',
    'Amt für Lehrangebote',
    'Stelle für Fahrverbote',
    'Annual Review',
    'Review of the Ministry',
    'Новини Міністерства оборони',
  ])('is not %s', (name) => {
    expect(isNewspaper(by(name), ['Text.'])).toBe(false);
  });

  test.each([
    ['Correction: an earlier version of this article gave a wrong sum.', true],
    ['In einer früheren Version dieses Artikels stand eine falsche Summe.', true],
    ['Une version antérieure de cet article donnait une autre somme.', true],
    ['We wcześniejszej wersji artykułu podano inną kwotę.', true],
    ['У попередній версії цієї статті була інша сума.', true],
    ['An earlier version of this agreement gave a wrong sum.', false],
    ['An earlier version of this Article 5 was rejected.', false],
    ['In einer früheren Fassung dieses Vertrags stand es anders.', false],
  ])('%s: %s', (text, isOne) => {
    expect(isNewspaper({}, ['Text.', text])).toBe(isOne);
  });
});
