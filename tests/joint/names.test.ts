// Rows of names and titles as joint texts have them, and what only looks like one.
import { expect, test } from 'vitest';
import { namesFrom } from '../../src/joint/enumerated.ts';
import { namesInTitle } from '../../src/joint/signatories.ts';
import { isJointTitle, isNumberedTitle } from '../../src/joint/titles.ts';
import { togetherAt } from '../../src/joint/words.ts';

const rowOf = (text: string, isLoose = false): string[] =>
  namesFrom(text, 0, { isLoose }).names.map(({ start, end }) => text.slice(start, end));

test.each([
  [
    'The Government of the Isle (the “Isle”) and the Government of Belmark (“Belmark”) agree',
    ['The Government of the Isle', 'the Government of Belmark'],
  ],
  [
    'President Ada R. Lund, Jr. and Prime Minister Jonas Ek met',
    ['President Ada R. Lund, Jr', 'Prime Minister Jonas Ek'],
  ],
  [
    'The United Kingdom of Great Britain and Northern Ireland and the French Republic affirm',
    ['The United Kingdom of Great Britain and Northern Ireland', 'the French Republic'],
  ],
  ['Croatia, Bosnia and Herzegovina, and Serbia welcome', ['Croatia', 'Bosnia and Herzegovina', 'Serbia']],
  [
    'Belmark’s Ada Lund and the Arvenian Minister of Trade and Industry Jonas Ek spoke',
    ['Belmark’s Ada Lund', 'the Arvenian Minister of Trade and Industry Jonas Ek'],
  ],
  [
    'La République fédérale d’Arvénie et le Royaume uni de Belmark sont convenus',
    ['La République fédérale d’Arvénie', 'le Royaume uni de Belmark'],
  ],
  [
    'Prezydent Polski Jan Nowak i Premier Czech Petr Dvořák ogłosili',
    ['Prezydent Polski Jan Nowak', 'Premier Czech Petr Dvořák'],
  ],
  [
    'Президент України Олег Біла та Прем’єр-міністр Грузії Ніно Абашидзе зустрілися',
    ['Президент України Олег Біла', 'Прем’єр-міністр Грузії Ніно Абашидзе'],
  ],
  ['The European Union and Canada share a coast', ['The European Union', 'Canada']],
  ['The two sides and the Parties agree', []],
  ['the leaders welcomed the Belmark plan', []],
])('the names in “%s”', (text, names) => {
  expect(rowOf(text)).toEqual(names);
});

test.each([
  ['Today, we, the Leaders of the Group of Seven (G7), have met', 'the Leaders of'],
  ['At our meeting in Oslo, we, the heads of delegation, agree', 'the heads of'],
  ['We the Leaders of four states met', 'the Leaders'],
  ['We — Prime Minister Ada Lund and members of her cabinet', 'Prime Minister'],
  ['Nous, ministres de la pêche de trois États', 'ministres'],
  ['Wir, die Mitglieder des Rates,', 'die Mitglieder'],
])('whoever speaks together in “%s”', (text, names) => {
  expect(text.slice(togetherAt(text))).toMatch(new RegExp(`^${names}`, 'u'));
});

test.each([
  'We, as a nation, will go on',
  'We — (applause) — we come together where President Lund spoke to President Ek',
  'My, how the leaders of this town have grown',
  'And so we met the leaders of the port',
])('nobody speaks together in “%s”', (text) => {
  expect(togetherAt(text)).toBeUndefined();
});

test.each([
  'Joint Statement of Arvenia and Belmark',
  'U.S.-Belmark Joint Leaders’ Statement: A New Bridge',
  'JOINT DECLARATION ON THE SEA',
  'Full text: Joint Communiqué',
  'Gemeinsame Erklärung der Regierungen',
  'Abschlusserklärung des Gipfels',
  'Communiqué conjoint',
  'Déclaration commune sur l’eau',
  'Wspólna deklaracja prezydentów',
  'Komunikat końcowy',
  'Спільна заява міністрів закордонних справ',
  'Спільне комюніке',
])('“%s” is a joint text’s title', (title) => {
  expect(isJointTitle(title)).toBe(true);
});

test.each([
  'Resolution 4021 (2031)',
  'Vertrag über die Fähren',
  'Traité de paix',
  'Umowa o kolei',
  'Угода про поїзди',
  'Agreed Minutes',
])('“%s” is a title of what is agreed', (title) => {
  expect(isNumberedTitle(title)).toBe(true);
});

test.each([
  'Leaders issue joint statement on Gaza',
  'Joint statement condemns the blockade',
  'Gemeinsame Erklärung veröffentlicht',
  'A joint statement that changed the world',
  'How the joint declaration came about',
  'Remarks on the Joint Statement',
  'Президенти підписали спільну заяву',
  'To Implement the Belmark Agreement on Fish',
])('“%s” is none', (title) => {
  expect(isJointTitle(title) || isNumberedTitle(title)).toBe(false);
});

test('names in a title end where its topic begins', () => {
  expect(namesInTitle('Joint Statement of Norway, Chile and the Netherlands on Wind')).toEqual([
    'Norway',
    'Chile',
    'the Netherlands',
  ]);
  expect(namesInTitle('Wspólne oświadczenie Polski i Litwy')).toEqual(['Polski', 'Litwy']);
  expect(namesInTitle('Joint Statement on the State of the World')).toEqual([]);
});
