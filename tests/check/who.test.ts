// Who is known under which name, and whether the one who is claimed is the one whom a source names.
import { describe, expect, test } from 'vitest';
import { openWho, type Voice } from '../../src/check/speakers/speakers.ts';
import { emptyDossier } from '../../src/corpus/dossier.ts';

const named = (id: string, name: string, more: object = {}) => ({
  id,
  name,
  spellings: [],
  called: [],
  ...more,
});
const people = [
  named('ann', 'Ann Ford', { party: 'norland', spellings: ['Анна Форд'], called: ['the iron lady'] }),
  named('ben', 'Ben Lund', { party: 'sudmark' }),
  named('cleo', 'Cleo Roux'),
  named('holm', 'President Holm'),
  named('karl', 'Karl Holm'),
];
const parties = [
  named('norland', 'Norland', { spellings: ['N.L.A.'], called: ['the northern side'] }),
  named('sudmark', 'Sudmark'),
  named('both', 'the ministers', { called: ['Ford and Lund together'] }),
];
const statements = [
  { party: 'both', issued: [{ who: 'ann' }], signed: [{ who: 'ben' }, { who: undefined }] },
  { party: undefined, issued: [{ who: 'cleo' }], signed: [] },
  { party: 'both', issued: [], signed: [{ who: 'cleo' }] },
];
const who = openWho({ ...emptyDossier, people, parties, statements } as unknown as typeof emptyDossier);
const nobody = openWho(emptyDossier);

test.each([
  ['Ann Ford', true],
  ['ANN FORD', true],
  ['the Ann Ford', true],
  ['Анна Форд', true],
  ['Norland', true],
  ['NLA', true],
  ['N.L.A.', true],
  ['President Holm', true],
  ['Mr. Berg', true],
  ['MS. BERG', true],
  ['Dr. Ida Berg', true],
  ['Secretary of State Berg', true],
  ['Congresswoman Berg', true],
  // Nobody's.
  ['Ford', false],
  ['Ida Berg', false],
  ['mr. Berg', false],
  ['Mr.', false],
  ['The President', false],
  ['Press Release', false],
  ['Mr. Ida Rosa Berg Lund', true],
  ['Mr. Ida Rosa Berg Lund Holm', false],
  ['', false],
])('%j is somebody’s name: %s', (text, is) => {
  expect(who.isName(text)).toBe(is);
});

test.each([
  ['norland', 'norland'],
  ['Ann Ford', 'ann'],
  ['the Norland', 'norland'],
  ['n.l.a', 'norland'],
  ['ford', undefined],
  ['', undefined],
])('a word names a person or a party: %s %s', (text, id) => {
  expect(who.named(text)).toBe(id);
});

describe('who is claimed, and who spoke', () => {
  test.each<[claimed: string, spoke: string, likeness: string, more?: Partial<Voice>]>([
    ['Ann Ford', 'Ann Ford', 'same'],
    ['Анна Форд', 'Ann Ford', 'same'],
    ['Norland President Ann Ford', 'Ann Ford', 'same'],
    ['Ann Ford', 'Ben Lund', 'other'],
    ['Ann Ford', 'President Ann Ford of Norland', 'same'],
    // A side and its people.
    ['Norland', 'Ann Ford', 'same'],
    ['Sudmark', 'Ann Ford', 'other'],
    ['Norland', 'Cleo Roux', 'unknown'],
    ['Ann Ford', 'Norland', 'unknown'],
    ['Ann Ford', 'Sudmark', 'other'],
    ['Cleo Roux', 'Norland', 'other'],
    ['Norland', 'N.L.A.', 'same'],
    ['Norland', 'Sudmark', 'other'],
    // Who signed something together.
    ['Ann Ford', 'the ministers', 'same'],
    ['Cleo Roux', 'the ministers', 'same'],
    ['Karl Holm', 'the ministers', 'other'],
    ['Norland', 'the ministers', 'unknown'],
    ['the ministers', 'the ministers', 'same'],
    ['the ministers', 'Ann Ford', 'other'],
    // Whom a voice is known to be goes before its name.
    ['Ann Ford', 'the envoy', 'same', { person: 'ann' }],
    ['Ben Lund', 'Ann', 'same', { person: 'ben' }],
    ['Ben Lund', 'the envoy', 'other', { person: 'ann' }],
    ['Norland', 'the envoy', 'same', { party: 'norland' }],
    ['Ann Ford', 'the envoy', 'unknown', { party: 'norland' }],
    ['Ann Ford', 'the envoy', 'other', { party: 'sudmark' }],
    ['Ann Ford', 'Ben Lund', 'other', { person: 'nobody-known' }],
    ['Ann Ford', 'she', 'same', { kind: 'pronoun', resolved: 'Ann Ford' }],
    ['Ann Ford', 'she', 'unknown', { kind: 'pronoun' }],
    // A name that is short in one document.
    ['President Karl Holm', 'President Holm', 'same'],
    ['Karl Holm', 'President Holm', 'unknown'],
    ['Karl Holm', 'Ann Ford', 'other'],
    // Of whom the dossier knows nothing.
    ['Ida Berg', 'Ida Berg', 'same'],
    ['Ida Berg', 'MS. BERG', 'same'],
    ['Berg', 'Ida Berg', 'same'],
    ['Ida Berg', 'Rosa Lind', 'other'],
    ['Ida Berg', 'Ann Ford', 'other'],
    ['Ann Ford', 'Ida Berg', 'other'],
    ['Ann Ford', 'Rosa Ford', 'same'],
    ['ida berg', 'Rosa Lind', 'unknown'],
    ['Norland', 'Rosa Lind', 'unknown'],
    ['the envoy', 'the envoy', 'same'],
    ['the envoy', 'Rosa Lind', 'unknown'],
    ['Ida Berg', 'several ministers', 'unknown', { kind: 'collective' }],
    ['Ida Berg', 'Rosa Lind', 'unknown', { kind: 'collective' }],
    ['Ida Berg', 'Rosa Lind', 'unknown', { kind: 'unnamed' }],
    ['Ida Berg', 'a source', 'other', { kind: 'unnamed' }],
    ['Ida Berg', 'two senior officials close to the talks', 'other', { kind: 'unnamed' }],
    ['Ida Berg', 'the head of the sources', 'unknown', { kind: 'unnamed' }],
    ['Ida Berg', 'a diplomat who knows', 'other', { kind: 'unnamed' }],
    ['Ida Berg', 'an insider', 'other', { kind: 'unnamed' }],
    ['Ida Berg', 'a diplomatic mission', 'unknown', { kind: 'unnamed' }],
    ['Ida Berg', 'the British Prime Minister', 'unknown'],
    ['Ida Berg', 'Secretary of State Lind', 'other'],
    ['Ida Berg', 'the president of Norland', 'unknown'],
    ['Ida Berg', 'her counterpart', 'unknown'],
    ['Ida Berg', 'THE PRESIDENT', 'unknown'],
    // Whoever works for somebody.
    ['a Ford aide', 'Ann Ford', 'unknown'],
    ['a Ford aide', 'a Ford aide', 'same'],
    ['Ann Ford’s lawyer', 'Ann Ford', 'unknown'],
    ['Ann Ford, a critic', 'Ann Ford', 'same'],
    ['the deputy of Ann Ford', 'Ann Ford', 'unknown'],
    ['Ann Ford of the allies', 'Ann Ford', 'same'],
    ...list(
      `adviser advisors aide spokesman spokesmen spokeswoman spokeswomen spokesperson spokespeople ally
allies critic officials deputy deputies envoy envoys secretary secretaries lawyer lawyers staffer
staffers assistant assistants`,
    ).map((helper): [string, string, string] => [`a Ford ${helper}`, 'Ann Ford', 'unknown']),
    ['a Ford aider', 'Ann Ford', 'same'],
    [' Ida Berg ', 'Rosa Lind', 'other'],
  ])('%s | %s: %s %o', (claimed, spoke, likeness, more) => {
    expect(who.compare(claimed, { text: spoke, kind: 'named', ...more })).toBe(likeness);
  });
});

test.each([
  ['Ann Ford', 'so Ford came', true],
  ['Ann Ford', 'so FORD came', true],
  ['Анна Форд', 'so Ford came', true],
  ['Ann Ford', 'so Fordham came', false],
  ['Ann Ford', 'so Lund came', false],
  ['Norland', 'so Norland came', false],
  ['Ida Berg', 'so Berg came', true],
  ['Ida Berg', 'so Ida came', true],
  ['Minister Berg', 'so the minister came', false],
  ['the envoy', 'so the tender came', false],
])('whoever is claimed, %s, is spoken of: %s %s', (claimed, text, is) => {
  expect(who.mentions(claimed, text)).toBe(is);
});

test('without a dossier only what addresses somebody is a name', () => {
  expect(['Mr. Berg', 'Ida Berg', 'Norland'].map(nobody.isName)).toEqual([true, false, false]);
  expect(nobody.named('norland')).toBeUndefined();
});

function list(text: string): string[] {
  return text.split(/\s/u);
}
