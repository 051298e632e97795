// Offices as members type them: in any order, without some of their words, in other words for the same.
import { describe, expect, test } from 'vitest';
import { speakerMeant } from '../../src/dialogue/verdict.ts';
import { collectionAt, libraryOf } from '../../src/library.ts';
import { folderForAll, markdown } from '../temporary.ts';

const text = [
  'Senate Harbour Relations Committee Chairman Lea Brandt spoke. Deputy Harbour Secretary Nils Aalto left.',
  'Jo Lind, executive director of the activist group Brave Teachers Association, stayed.',
  'They met Speaker of the US House of Representatives Ada Roux there. Vermont Sen. Olek Marsh was late.',
  'Former Speaker of the Norland Assembly Tom Arden wrote. Spokeswoman for the Harbour Bank Mia Holt sang.',
  'Rope Makers Union president Ida Falk came. Salt Makers Union president Per Dahl came, too.',
  'Sen. Bo Falk (I-Utah) met Rep. Ines Rask (D-N.J.), Gov. Kai Storm of Ohio and Sen. Eva Lund, R-Fla., there.',
  'Lieutenant Governor Nora Vik of Ohio met Harbour Fleet Adm. Ole Brun. Norland Press Secretary Siv Dal slept.',
  'Norland Permanent Representative Udo Falk spoke with Harbour Bank Private Secretary Ann Moe.',
  'Head of the Office of the President of Poland Jan Zieba left. Governor Eva Quist of Norland stayed.',
].join('\n\n');

const library = libraryOf(await collectionAt(await folderForAll({ 'a.md': markdown('a', text) }), {}));
const { positions } = library;

async function meant(typed: string): Promise<string | readonly string[]> {
  const who = await positions.who(typed);
  return who.found ? who.value.name : who.fits.map(({ name }) => name).sort();
}

test.each([
  ['harbour relations committee chairman', 'Lea Brandt'],
  ['chairwoman of the senate harbour relations committee', 'Lea Brandt'],
  ['Chair, Harbour Relations', 'Lea Brandt'],
  ['brave teachers association director', 'Jo Lind'],
  ['director of brave teachers', 'Jo Lind'],
  ['bta director', 'Jo Lind'],
  ['speaker of the house', 'Ada Roux'],
  ['house speaker', 'Ada Roux'],
  ['american house speaker', 'Ada Roux'],
  ['speaker of the u.s. house', 'Ada Roux'],
  ['vermont senator', 'Olek Marsh'],
  ['the senator from vermont', 'Olek Marsh'],
  ['utah senator', 'Bo Falk'],
  ['senator from utah', 'Bo Falk'],
  ['new jersey congresswoman', 'Ines Rask'],
  ['ohio governor', 'Kai Storm'],
  ['the governor of ohio', 'Kai Storm'],
  ['florida senator', 'Eva Lund'],
  ['deputy secretary harbour', 'Nils Aalto'],
  ['lieutenant governor of ohio', 'Nora Vik'],
  ['norland press secretary', 'Siv Dal'],
  ['private secretary of the harbour bank', 'Ann Moe'],
  ['norland representative', 'Udo Falk'],
  ['admiral of the harbour fleet', 'Ole Brun'],
  ['harbour fleet adm.', 'Ole Brun'],
  ['former norland speaker', 'Tom Arden'],
  ['harbour bank spokesperson', 'Mia Holt'],
  ['rope union president', 'Ida Falk'],
  ['head of the polish president’s office', 'Jan Zieba'],
])('%s is %s', async (typed, name) => {
  expect(await meant(typed)).toBe(name);
});

describe('nobody holds', () => {
  test.each([
    'harbour secretary',
    'norland speaker',
    'norland secretary',
    'harbour bank secretary',
    'harbour fleet general',
    'harbour relations committee',
    'director',
    'polish president',
    'chairman of the teachers association',
    'vermont governor',
    'ohio senator',
    'new jersey senator',
    'maine congresswoman',
    'harbour bank spokesperson of vermont',
    'senate speaker',
  ])('%s', async (typed) => {
    expect(await meant(typed)).toEqual([]);
  });
});

test('an office that several hold is asked back', async () => {
  expect(await meant('makers union president')).toEqual(['Ida Falk', 'Per Dahl']);
});

test('holders are offered while their office is typed, behind those whose name is', async () => {
  const offered = async (typed: string): Promise<string[]> =>
    (await positions.suggest.who(typed)).map(({ name }) => name);
  expect(await offered('harbour relations comm')).toContain('Lea Brandt');
  expect(await offered('teachers dir')).toEqual(['Jo Lind']);
  expect(await offered('makers union pres')).toEqual(['Ida Falk', 'Per Dahl']);
  expect(await offered('house sp')).toEqual(['Ada Roux']);
  expect(await offered('zz dir')).toEqual([]);
});

test('a check of what the holder of an office said is one of what they said', async () => {
  expect(await speakerMeant('harbour relations committee chairman', library)).toBe('Lea Brandt');
  expect(await speakerMeant('speaker of the house', library)).toBe('Ada Roux');
  expect(await speakerMeant('the vermont senator', library)).toBe('Olek Marsh');
  expect(await speakerMeant('senator of the moon', library)).toBe('senator of the moon');
});
