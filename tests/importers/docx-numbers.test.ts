// Automatic numbers of a DOCX: as Word shows them, in all its formats, restarts and ways of saying which list.
import { describe, expect, test } from 'vitest';
import { formatted } from '../../src/importers/docx/docx-number-formats.ts';
import { paragraphsOf, takenBelow, warned } from './word/reading.ts';
import {
  basedOn,
  box,
  cell,
  list,
  listed,
  note,
  noteMark,
  p,
  pattern,
  row,
  startAt,
  style,
  styled,
  table,
  type WrittenLevel,
} from './word/write.ts';

const formats: [format: string, number: number, shown: string | undefined, language?: string][] = [
  ['decimal', 12, '12'],
  ['decimalZero', 7, '07'],
  ['decimalZero', 12, '12'],
  ['lowerLetter', 1, 'a'],
  ['lowerLetter', 26, 'z'],
  ['lowerLetter', 28, 'bb'],
  ['upperLetter', 53, 'AAA'],
  ['lowerRoman', 4, 'iv'],
  ['upperRoman', 1994, 'MCMXCIV'],
  ['ordinal', 1, '1st'],
  ['ordinal', 11, '11th'],
  ['ordinal', 22, '22nd'],
  ['ordinal', 3, '3.', 'de-DE'],
  ['ordinal', 1, '1er', 'fr-FR'],
  ['ordinal', 2, '2e', 'fr-BE'],
  ['cardinalText', 21, 'Twenty-one'],
  ['ordinalText', 2, 'Second', 'en-US'],
  ['ordinalText', 30, 'Thirtieth'],
  ['russianLower', 3, 'в'],
  ['chicago', 5, '**'],
  ['none', 5, ''],
  ['zeros3', 7, '007'],
  ['decimalEnclosedCircle', 3, '③'],
  ['hex', 255, 'FF'],
  ['ordinalText', 2, undefined, 'de-DE'],
  ['ordinal', 2, undefined, 'hu-HU'],
  ['thaiLetters', 2, undefined],
  ['constructor', 2, undefined],
  ['upperRoman', 5_000, undefined],
  ['lowerLetter', 100_000, undefined],
];

test.each(formats)('%s %i is shown as %s', (format, number, shown, language) => {
  expect(formatted(number, format, language)).toBe(shown);
});

/** Paragraphs "x" on these levels of the list 1; a number of two digits is list and level. */
const places = (...all: number[]): string =>
  all.map((place) => p('x', listed(Math.floor(place / 10) || 1, place % 10))).join('');

const oneList = (...levels: WrittenLevel[]): string => pattern(0, levels) + list(1, 0);

const thousand =
  '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>';

const counted: [what: string, numbering: string, body: string, shown: string[]][] = [
  [
    'counts levels anew below each other',
    oneList(['decimal', '%1.'], ['lowerLetter', '%2)']),
    places(0, 1, 1, 0, 1),
    ['1.', 'a)', 'b)', '2.', 'a)'],
  ],
  [
    'writes the levels above',
    oneList(['decimal', '%1'], ['decimal', '%1.%2'], ['decimal', '%1.%2.%3']),
    places(0, 1, 2, 2, 1, 0, 1),
    ['1', '1.1', '1.1.1', '1.1.2', '1.2', '2', '2.1'],
  ],
  [
    'begins where a level says',
    oneList(['decimal', '%1.', '<w:start w:val="5"/>']),
    places(0, 0),
    ['5.', '6.'],
  ],
  [
    'begins below a level that was passed over',
    oneList(['decimal', '%1'], ['decimal', '%1.%2']),
    places(1, 1),
    ['1.1', '1.2'],
  ],
  [
    'keeps a level that never begins anew',
    oneList(['decimal', '%1.'], ['decimal', '(%2)', '<w:lvlRestart w:val="0"/>']),
    places(0, 1, 0, 1),
    ['1.', '(1)', '2.', '(2)'],
  ],
  [
    'begins a level anew only after the level that it names',
    oneList(['decimal', 'I%1'], ['decimal', 'II%2'], ['decimal', 'III%3', '<w:lvlRestart w:val="1"/>']),
    places(0, 1, 2, 1, 2, 0, 2),
    ['I1', 'II1', 'III1', 'II2', 'III2', 'I2', 'III1'],
  ],
  [
    'writes legal numbers in digits',
    oneList(['upperRoman', '%1.'], ['lowerLetter', '%1.%2', '<w:isLgl/>']),
    places(0, 1, 1),
    ['I.', '1.1', '1.2'],
  ],
  [
    'goes on where another list has the same pattern',
    pattern(0, [['decimal', '%1.']]) + list(1, 0) + list(2, 0),
    places(10, 10, 20),
    ['1.', '2.', '3.'],
  ],
  [
    'begins anew once where a list has a start of its own',
    pattern(0, [['decimal', '%1.']]) + list(1, 0) + list(2, 0, startAt(0, 1)),
    places(10, 10, 20, 20, 10),
    ['1.', '2.', '1.', '2.', '3.'],
  ],
  [
    'counts lists of other patterns apart',
    pattern(0, [['decimal', '%1.']]) + pattern(1, [['upperLetter', '%1.']]) + list(1, 0) + list(2, 1),
    places(10, 20, 10, 20),
    ['1.', 'A.', '2.', 'B.'],
  ],
  [
    'takes a level that one list writes otherwise',
    pattern(0, [['decimal', '%1.']]) +
      list(1, 0) +
      list(
        2,
        0,
        '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="No. %1"/></w:lvl></w:lvlOverride>',
      ),
    places(10, 20),
    ['1.', 'No. II'],
  ],
  [
    'puts a space, a tab or nothing behind',
    oneList(
      ['decimal', '%1', '<w:suff w:val="nothing"/>'],
      ['decimal', '%2', '<w:suff w:val="space"/>'],
      ['decimal', '%3'],
    ),
    places(0, 1, 2),
    ['1\u0000', '1', '1'],
  ],
  ['writes text without a number', oneList(['none', 'Note:']), places(0, 0), ['Note:', 'Note:']],
  ['leaves an empty number out', oneList(['none', ''], ['decimal', '%2']), places(0, 1), ['', '1']],
  [
    'leaves bullets out',
    oneList(['bullet', '•'], ['bullet', 'o'], ['bullet', '\uf0a7'], ['bullet', '–']),
    places(0, 1, 2, 3),
    ['', '', '', ''],
  ],
  [
    'leaves out a number that is hidden itself',
    oneList(['decimal', '%1.', '<w:rPr><w:vanish/></w:rPr>'], ['decimal', '%1.%2']),
    places(0, 1),
    ['', '1.1'],
  ],
  [
    'does not number list 0 or a list that is not there',
    oneList(['decimal', '%1.']),
    p('x', listed(0)) + p('x', listed(9)) + places(0),
    ['', '', '1.'],
  ],
  [
    'reads "001" beside what older programs know',
    oneList(['decimal', '%1']).replace('<w:numFmt w:val="decimal"/>', thousand),
    places(0),
    ['001'],
  ],
  [
    'counts the cells of a table in its order',
    oneList(['decimal', '%1.']),
    places(0) + table(row([cell(places(0)), cell(places(0))])) + places(0),
    ['1.', '2. x\t3.', '4.'],
  ],
  [
    'counts hidden paragraphs, by which Word passes over numbers',
    oneList(['decimal', '%1.']),
    places(0) +
      p('<w:r><w:rPr><w:vanish/></w:rPr><w:t>y</w:t></w:r>', `${listed(1)}<w:rPr><w:vanish/></w:rPr>`) +
      places(0),
    ['1.', '3.'],
  ],
  [
    'counts empty paragraphs, but no empty ends of sections',
    oneList(['decimal', '%1.']),
    places(0) + p('', `${listed(1)}<w:sectPr/>`) + places(0),
    ['1.', '2.'],
  ],
];

describe('a list', () => {
  test.each(counted)('%s', async (_, numbering, body, shown) => {
    const wanted = shown.map((label) => (label === '' ? 'x' : `${label} x`.replace('\u0000 ', '')));
    expect(await paragraphsOf(body, { numbering })).toEqual(wanted);
  });

  test('keeps numbers that stand alone, and leaves out those of words that were taken out', async () => {
    const numbering = oneList(['decimal', 'Article %1']);
    const struck = p('<w:r><w:rPr><w:strike/></w:rPr><w:t>All licences lapse.</w:t></w:r>', listed(1));
    const body = p('', listed(1)) + p('The parties meet.') + struck + p('', listed(1)) + p('The rest stays.');
    expect(await paragraphsOf(body, { numbering })).toEqual([
      'Article 1',
      'The parties meet.',
      'Article 3',
      'The rest stays.',
    ]);
  });

  test('counts notes and text boxes apart from the body', async () => {
    const numbering = oneList(['decimal', '%1.']);
    const body = places(0) + p(`${box(places(0))}${noteMark(2)}`) + places(0);
    const footnotes = note(2, 'y').replace('<w:p>', `<w:p><w:pPr>${listed(1)}</w:pPr>`);
    expect(await paragraphsOf(body, { numbering, footnotes })).toEqual(['1. x', '1. 1 y', '1. x', '2. x']);
  });

  test('is said by a style, by one that it is based on, and by none where the paragraph says so', async () => {
    const numbering =
      pattern(0, [
        ['decimal', '%1.'],
        ['lowerLetter', '(%2)', '<w:pStyle w:val="Second"/>'],
      ]) + list(3, 0);
    const numbered = (level: string): string =>
      `<w:pPr><w:numPr>${level}<w:numId w:val="3"/></w:numPr></w:pPr>`;
    const styles =
      style('First', 'First', numbered('')) +
      style('Second', 'Second', numbered('<w:ilvl w:val="1"/>')) +
      style('Third', 'Third', basedOn('First')) +
      style('Plain', 'Plain', `${basedOn('First')}<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>`) +
      style('Ring', 'Ring', basedOn('Ring'));
    const body =
      ['First', 'Second', 'Third', 'Plain', 'Ring'].map((id) => p('x', styled(id))).join('') +
      p('x', `${styled('First')}${listed(0)}`) +
      p('x', `${styled('First')}<w:numPr><w:ilvl w:val="1"/></w:numPr>`);
    expect(await paragraphsOf(body, { numbering, styles })).toEqual([
      '1. x',
      '(a) x',
      '2. x',
      'x',
      'x',
      'x',
      '(a) x',
    ]);
  });

  test('in capitals has its number in capitals', async () => {
    const styles = style('Caps', 'Caps', '<w:rPr><w:caps/></w:rPr>');
    const numbering = oneList(['decimal', 'Article %1']);
    expect(await paragraphsOf(p('Scope', `${styled('Caps')}${listed(1)}`), { numbering, styles })).toEqual([
      'ARTICLE 1 SCOPE',
    ]);
  });
});

test('numbers that cannot be written are counted in a warning', async () => {
  const numbering = oneList(['thaiLetters', '%1.'], ['decimal', '%1.%2']);
  const fields = p(
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> AUTONUM </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t> words</w:t></w:r>',
  );
  const simple = p('<w:fldSimple w:instr=" LISTNUM "/><w:r><w:t>more</w:t></w:r>');
  const read = await takenBelow({ body: places(0, 1) + fields + simple, numbering });
  expect(read.paragraphs).toEqual(['x', 'x', 'words', 'more']);
  expect(warned(read)).toEqual({ numbers: 4 });
});
