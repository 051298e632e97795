// Lines above and below a text that say whose it is and of which day, in files of any format.
import { describe, expect, test } from 'vitest';
import { dateLineOf, footDateOf } from '../../src/importers/dateline.ts';
import { taken } from './word/reading.ts';
import { p, style, styled } from './word/write.ts';

const styles = style('T', 'Title');
const text =
  'The two ministers spoke today about the ferry, and agreed to speak again in the spring of next year.';

describe('a line that is the name of an office above a text', () => {
  const of = async (line: string): Promise<string | undefined> => {
    const { metadata } = await taken({
      body: p('Readout of a call', styled('T')) + p(line) + p(text),
      styles,
    });
    return metadata.publisher?.told.value;
  };
  test.each([
    ['MINISTRY OF FOREIGN AFFAIRS OF THE REPUBLIC OF TEAL'],
    ['Office of the Prime Minister'],
    ['Embassy of Merrow in Teal Point'],
    ['Bundesministerium für Verkehr'],
    ['Ministère des affaires étrangères'],
    ['Ministerstwo Spraw Zagranicznych'],
  ])('is its publisher: %s', async (line) => {
    expect(await of(line)).toBe(line);
  });

  test.each([
    ['Ministry of Foreign Affairs denies the claims'],
    ['The Office was closed on Monday.'],
    ['Government and Opposition meet on Monday over ferries'],
    ['Department: Fisheries'],
    ['Ferries and boats'],
    [text],
  ])('is none: %s', async (line) => {
    expect(await of(line)).toBeUndefined();
  });
});

describe('a title over two lines', () => {
  test.each([
    '<w:r><w:br/></w:r>',
    '<w:r><w:cr/></w:r>',
    '<w:r><w:t xml:space="preserve"> </w:t><w:br/></w:r>',
  ])('keeps its words apart: %s', async (between) => {
    const title = `<w:r><w:t>RIVER TREATY</w:t></w:r>${between}<w:r><w:t>BETWEEN TEAL AND MERROW</w:t></w:r>`;
    const { metadata } = await taken({ body: p(title, styled('T')) + p(text), styles });
    expect(metadata.title?.told.value).toBe('RIVER TREATY BETWEEN TEAL AND MERROW');
  });
});

describe('a line of a day', () => {
  test.each([
    ['Tag: 24. März 2026', undefined],
    ['Day: 24 March 2026', undefined],
    ['Dzień: 24 marca 2026 r.', undefined],
    ['faite à Pont-Cendré le 24 mars 2026', 'Pont-Cendré'],
    ['Conclue à Genève, le 24 mars 2026', 'Genève'],
    ['Nieborsk, 24 marca 2026 r. (zapis ze słuchu)', 'Nieborsk'],
  ])('%s', (line, place) => {
    const read = dateLineOf(line);
    expect([read?.date, read?.place || undefined]).toEqual(['2026-03-24', place]);
  });

  test.each([
    ['Tagung: 24. März 2026 in Nordheim'],
    ['Ein guter Tag war der 24. März 2026'],
    ['faite de bois le 24 mars 2026'],
    ['Nieborsk czeka na 24 marca 2026 r. (zapis ze słuchu)'],
    ['(24 March 2026 or later)'],
    ['Payday was 24 March 2026'],
  ])('is none: %s', (line) => {
    expect(dateLineOf(line)).toBeUndefined();
  });

  test('at the foot of a treaty tells when it was made', () => {
    expect(footDateOf('Faite à Genève, le 24 mars 2026, en deux exemplaires.')?.date).toBe('2026-03-24');
  });
});
