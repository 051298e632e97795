// Lines above and below a text that say whose it is and of which day, in files of any format.
import { describe, expect, test } from 'vitest';
import { dateLineOf, footDateOf } from '../../src/importers/about/dateline.ts';
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

describe('a title over two paragraphs', () => {
  const named = (name: string): string => style('T', name);
  test.each(['Title', 'Tytuł umowy', 'Titel', 'Document Title', 'Titre du traité', 'Назва документа'])(
    'of the style %s is one',
    async (name) => {
      const { metadata, paragraphs } = await taken({
        body: p('RIVER TREATY', styled('T')) + p('between Teal and Merrow', styled('T')) + p(text) + p(text),
        styles: named(name),
      });
      expect(metadata.title?.told.value).toBe('RIVER TREATY between Teal and Merrow');
      expect(paragraphs).toEqual([text, text]);
    },
  );

  test.each([
    ['another style', p('RIVER TREATY', styled('T')) + p('Adopted by both towns.') + p(text), 'Title'],
    ['text between', p('RIVER TREATY', styled('T')) + p(text) + p('Annex', styled('T')) + p(text), 'Title'],
    [
      'a table between',
      `${p('RIVER TREATY', styled('T'))}<w:tbl><w:tr><w:tc>${p('A')}</w:tc><w:tc>${p('B')}</w:tc></w:tr></w:tbl>${p('Annex', styled('T'))}${p(text)}`,
      'Title',
    ],
  ])('is not where there is %s', async (_, body, name) => {
    expect((await taken({ body, styles: named(name) })).metadata.title?.told.value).toBe('RIVER TREATY');
  });

  test.each([
    'Tytuł tabeli',
    'Titre 1',
    'Title of section',
    'Titelzeile Tabelle',
    'Subtitle',
    'Назва рисунка',
  ])('is not of the style %s', async (name) => {
    const { text: all } = await taken({
      body: p(text) + p('The boats', styled('T')) + p(text),
      styles: named(name),
    });
    expect(all).toContain('\nThe boats\n');
  });
});

describe('a hyphen at which no line may end', () => {
  const hyphen = '<w:r><w:noBreakHyphen/></w:r>';
  test.each([
    ['Mess', 'Protokoll'],
    ['cease', 'fire'],
    ['vice', 'président'],
    ['biało', 'czerwony'],
    ['прем’єр', 'міністр'],
    ['F', '16'],
  ])('is the one that people type: %s-%s', async (one, other) => {
    const { paragraphs } = await taken({
      body: p(text) + p(`<w:r><w:t>The ${one}</w:t></w:r>${hyphen}<w:r><w:t>${other} stays.</w:t></w:r>`),
    });
    expect(paragraphs.at(-1)).toBe(`The ${one}-${other} stays.`);
  });
});

describe('a line of day and number', () => {
  test.each([
    ['12 грудня 2025 року № 6140/27-200-3318'],
    ['12 December 2025, No. 140/27'],
    ['Nr. 31 Halmenau, den 12. Dezember 2025 78. Jahrgang'],
    ['Réf. : 2025/114-B – Pont-Nord, le 12 décembre 2025'],
    ['DPT: 12 grudnia 2025 r.'.replace('DPT: ', 'Znak sprawy: DPT.0221.3.2025, ')],
    ['Teal Point, 12 December 2025 | Vol. 12'],
  ])('tells the day: %s', (line) => {
    expect(dateLineOf(line)?.date).toBe('2025-12-12');
  });

  test.each([
    ['Resolution No. 12 of 12 December 2025'],
    ['No. 12 Pier Road was sold on 12 December 2025'],
    ['Nr. 31 der Gazette erschien am 12. Dezember 2025'],
    ['Order No. 5, 12 December 2025'],
    ['Ustawa nr 12 z 12 grudnia 2025 r.'],
    ['12 December 2025 was day no. 5 of the strike'],
  ])('is none: %s', (line) => {
    expect(dateLineOf(line)).toBeUndefined();
  });
});

describe('the day of a text', () => {
  const dayOf = async (above: string): Promise<string | undefined> =>
    (await taken({ body: p('Minutes of the meeting of the committee') + above + p(text) + p(text) })).metadata
      .published?.told.value;
  const lines = (...of: string[]): string =>
    p(of.map((each) => `<w:r><w:t>${each}</w:t></w:r>`).join('<w:r><w:br/></w:r>'));
  test.each([
    [lines('Held at: Customs House', 'Date: 12 February 2026, 10.00–12.35')],
    [lines('Ort: Nordheim', 'Datum: 12. Februar 2026', 'Beginn: 10 Uhr')],
    [lines('Date : 12 février 2026', 'Lieu : Pont-Nord')],
    [lines('Miejsce: Nieborsk', 'Data: 12 lutego 2026 r.')],
    [lines('Місце: Глинська', 'Дата: 12 лютого 2026 року')],
    [p('sporządzona w Rogalinie Nadrzecznym dnia 12 lutego 2026 r.')],
    [p('geschlossen zu Nordheim am 12. Februar 2026')],
  ])('is told above it: %s', async (above) => {
    expect(await dayOf(above)).toBe('2026-02-12');
  });

  test.each([
    [lines('Held at: Customs House', 'Next meeting: 12 February 2026')],
    [lines('The delegations met.', 'Date: 12 February 2026')],
    [lines('Deadline: 12 February 2026', 'Chair: Ann Olden')],
    [lines('Chair: Ann Olden', 'Note: on 12 February 2026 the pier was closed')],
    [p('sporządzona z drewna dnia 12 lutego 2026 r.')],
    [p('geschlossen wegen Eis am 12. Februar 2026')],
  ])('is not told by another line: %s', async (above) => {
    expect(await dayOf(above)).toBeUndefined();
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
