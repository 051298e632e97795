// What stands beside the paragraphs of a DOCX or among their letters: notes, text boxes, tables, headings, signs.
import { describe, expect, test } from 'vitest';
import { rowsOf } from '../../src/importers/docx/docx-tables.ts';
import { readXml, textOf } from '../../src/importers/docx/xml.ts';
import { headingsOf, paragraphsOf, takenBelow } from './word/reading.ts';
import { basedOn, box, cell, note, noteMark, p, row, run, style, styled, table } from './word/write.ts';

describe('notes stand behind their paragraph', () => {
  const footnotes = note(2, 'First.') + note(3, 'Second.') + note(4, 'Third.');
  const marks = p(`a${''}`) + p(`${run('b')}${noteMark(3)}`) + p(`${run('c')}${noteMark(2)}${noteMark(4)}`);
  const cases: [string, string | undefined, string[]][] = [
    ['with the numbers that Word shows', undefined, ['a', 'b', '1 Second.', 'c', '2 First.', '3 Third.']],
    [
      'in another format',
      '<w:footnotePr><w:numFmt w:val="upperRoman"/><w:numStart w:val="4"/></w:footnotePr>',
      ['a', 'b', 'IV Second.', 'c', 'V First.', 'VI Third.'],
    ],
    [
      'without numbers where each page begins anew',
      '<w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr>',
      ['a', 'b', 'Second.', 'c', 'First.', 'Third.'],
    ],
  ];
  test.each(cases)('%s', async (_, settings, paragraphs) => {
    expect(await paragraphsOf(marks, { footnotes, ...(settings && { settings }) })).toEqual(paragraphs);
  });

  test('and not where their mark is hidden, deleted or missing', async () => {
    const body =
      p(`${run('a')}${noteMark(2).replace('<w:rPr>', '<w:rPr><w:vanish/>')}`) +
      p(`${run('b')}<w:del w:id="1">${noteMark(3)}</w:del>`) +
      p(`${run('c')}${noteMark(9)}`);
    expect(await paragraphsOf(body, { footnotes })).toEqual(['a', 'b', 'c']);
  });

  test('once, however many marks lead to them', async () => {
    const body = p(`${run('a')}${noteMark(2)}`) + p(`${run('b')}${noteMark(2)}`);
    expect(await paragraphsOf(body, { footnotes })).toEqual(['a', '1 First.', 'b']);
  });

  test('begin anew with each section, where the file says so', async () => {
    const restart = '<w:sectPr><w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr>';
    const body = p(`${run('a')}${noteMark(2)}`, restart) + p(`${run('b')}${noteMark(3)}`, restart);
    expect(await paragraphsOf(body, { footnotes })).toEqual(['a', '1 First.', 'b', '1 Second.']);
  });
});

describe('a text box is read once,', () => {
  const content = `<w:txbxContent>${p('In the box.')}</w:txbxContent>`;
  const choice = (requires: string, inside: string): string =>
    `<mc:Choice Requires="${requires}">${inside}</mc:Choice>`;
  const cases: [string, string, string[]][] = [
    ['written twice', p(`${box(p('In the box.'))}${run('Beside.')}`), ['Beside.', 'In the box.']],
    [
      'written the old way alone',
      p(`<w:r><w:pict><v:shape><v:textbox>${content}</v:textbox></v:shape></w:pict></w:r>${run('Beside.')}`),
      ['Beside.', 'In the box.'],
    ],
    [
      'where the newer way is not known',
      p(
        `<w:r><mc:AlternateContent>${choice('x', '<x:new/>')}<mc:Fallback><w:pict>${content}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
      ),
      ['In the box.'],
    ],
    ['in a box', p(box(p(`${run('Outer.')}${box(p('Inner.'))}`))), ['Outer.', 'Inner.']],
    ['two in a paragraph', p(`${box(p('One.'))}${box(p('Two.'))}`), ['One.', 'Two.']],
    [
      'in a cell, behind its row',
      table(row([cell(p(`${run('a')}${box(p('In the box.'))}`)), cell('b')])),
      ['a\tb', 'In the box.'],
    ],
  ];
  test.each(cases)('%s', async (_, body, paragraphs) => {
    expect(await paragraphsOf(body)).toEqual(paragraphs);
  });
});

describe('a heading', () => {
  const styles =
    style('berschrift1', 'heading 1') +
    style('Own', 'Own heading', basedOn('Heading2')) +
    style('Outlined', 'Outlined', '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>') +
    style('Body', 'Body', `${basedOn('Heading1')}<w:pPr><w:outlineLvl w:val="9"/></w:pPr>`);
  test('is told by its style, whatever it is called, or by its level', async () => {
    const body = ['berschrift1', 'Own', 'Outlined', 'Body'].map((id) => p(`The ${id}`, styled(id))).join('');
    const read = await takenBelow({
      body: `${p('Text.')}${body}${p('Direct', '<w:outlineLvl w:val="0"/>')}`,
      styles,
    });
    expect(headingsOf(read)).toEqual(['The berschrift1', 'The Own', 'The Outlined', 'Direct']);
    expect(read.paragraphs).toEqual(['Text.', 'The Body']);
  });

  test.each([
    ['The parties shall keep their navies out of the strait.', false],
    ['the navies of both of the parties to this accord;', false],
    ['Each of the parties to this accord shall name:', false],
    ['Scope.', true],
    ['Disputes about the line, and how they are settled', true],
    ['What did the ministers say about the boats in May?', true],
  ])('of a clause is none, where it is a sentence to cite: %s', async (text, isHeading) => {
    const read = await takenBelow({ body: p('Text.') + p(text, styled('Heading2')) });
    expect(headingsOf(read)).toEqual(isHeading ? [text] : []);
  });
});

describe('signs', () => {
  const sign = (font: string, char: string): string =>
    p(`<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>${run(' a')}`);
  const cases: [string, string, string][] = [
    ['of a font of signs', sign('Wingdings', 'F0FC'), '✓ a'],
    ['without the private range', sign('Symbol', '0061'), 'α a'],
    ['of a font of letters', sign('Arial', '00A7'), '§ a'],
    ['in the words of a run', p(run('\uf061 a', '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>')), 'α a'],
    ['that nobody knows', sign('Unknown', 'F0FC'), '\ufffd a'],
    ['with no code', sign('Arial', 'xyz'), 'a'],
    ['tabs', p(`${run('a')}<w:r><w:tab/></w:r>${run('b')}`), 'a b'],
    [
      'hyphens',
      p(`${run('a')}<w:r><w:noBreakHyphen/></w:r>${run('b')}<w:r><w:softHyphen/></w:r>${run('c')}`),
      'a-bc',
    ],
    ['breaks', p(`${run('a')}<w:r><w:cr/></w:r>${run('b')}`), 'a\nb'],
    ['marks of HTML and XML', p('a < b & "c" <br>'), 'a < b & "c" <br>'],
    [
      'letters above letters',
      p(`<w:r><w:ruby><w:rt>${run('x')}</w:rt><w:rubyBase>${run('a')}</w:rubyBase></w:ruby></w:r>`),
      'a',
    ],
  ];
  test.each(cases)('%s', async (_, body, text) => {
    expect(await paragraphsOf(body)).toEqual([text]);
  });
});

describe('the rows of a table', () => {
  /** Each cell as its words, its columns and its rows. */
  const cellsOf = (written: string): (string | number)[][][] => {
    let rows: (string | number)[][][] = [];
    const xml = `<a xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${written}</a>`;
    readXml(Buffer.from(xml), {
      each: (element) => {
        rows = rowsOf(element).map(({ cells }) =>
          cells.map(({ content, columns, rows: down }) => [textOf(content), columns, down]),
        );
      },
    });
    return rows;
  };
  const down = '<w:vMerge w:val="restart"/>';
  const further = '<w:vMerge/>';
  const cases: [string, string, (string | number)[][][]][] = [
    ['of one cell each', table(row([cell('a')]), row([cell('b')])), [[['a', 1, 1]], [['b', 1, 1]]]],
    [
      'that a cell reaches into',
      table(
        row([cell('a', down), cell('b')]),
        row([cell('', further), cell('c')]),
        row([cell('', further), cell('d')]),
      ),
      [
        [
          ['a', 1, 3],
          ['b', 1, 1],
        ],
        [['c', 1, 1]],
        [['d', 1, 1]],
      ],
    ],
    [
      'behind which another begins',
      table(row([cell('a', down)]), row([cell('b', down)]), row([cell('', further)])),
      [[['a', 1, 1]], [['b', 1, 2]], []],
    ],
    [
      'below a wide cell',
      table(
        row([cell('a', '<w:gridSpan w:val="2"/>'), cell('b', down)]),
        row([cell('c'), cell('d'), cell('', further)]),
      ),
      [
        [
          ['a', 2, 1],
          ['b', 1, 2],
        ],
        [
          ['c', 1, 1],
          ['d', 1, 1],
        ],
      ],
    ],
    [
      'merged sideways in the old way',
      table(row([cell('a', '<w:hMerge w:val="restart"/>'), cell('', '<w:hMerge/>'), cell('b')])),
      [
        [
          ['a', 1, 1],
          ['b', 1, 1],
        ],
      ],
    ],
    [
      'in content controls',
      table(
        `<w:sdt><w:sdtContent>${row([`<w:sdt><w:sdtContent>${cell('a')}</w:sdtContent></w:sdt>`, cell('b')])}</w:sdtContent></w:sdt>`,
      ),
      [
        [
          ['a', 1, 1],
          ['b', 1, 1],
        ],
      ],
    ],
    [
      'behind whose cell another stands',
      table(row([cell('a', down)]), row([cell('b')]), row([cell('c', further)])),
      [[['a', 1, 1]], [['b', 1, 1]], [['c', 1, 1]]],
    ],
    [
      'that go on above nothing',
      table(row([cell('a', further), cell('b')])),
      [
        [
          ['a', 1, 1],
          ['b', 1, 1],
        ],
      ],
    ],
  ];
  test.each(cases)('%s', (_, written, rows) => {
    expect(cellsOf(written)).toEqual(rows);
  });

  test('are paragraphs, those of layout are paragraphs cell by cell', async () => {
    const body =
      table(row([cell('a'), cell('b')], '<w:tblHeader/>'), row([cell('c'), cell('d')])) +
      table(row([cell(p('One.') + p('Two.')), cell('Three.')])) +
      table(row([cell('Alone.')]));
    expect(await paragraphsOf(body)).toEqual(['a\tb', 'c\td', 'One.', 'Two.', 'Three.', 'Alone.']);
  });
});

describe('merged cells', () => {
  const isTold = async (body: string): Promise<unknown> =>
    (await takenBelow({ body })).warnings.find(({ key }) => key === 'import.warning.mergedTables')?.values?.[
      'count'
    ];
  const wide = '<w:gridSpan w:val="2"/>';
  const down = '<w:vMerge w:val="restart"/>';
  test.each([
    ['over two columns', table(row([cell('a'), cell('b'), cell('c')]), row([cell('d', wide), cell('e')])), 1],
    ['over two rows', table(row([cell('a', down), cell('b')]), row([cell('', '<w:vMerge/>'), cell('c')])), 1],
    ['in the head', table(row([cell('a'), cell('b', wide)]), row([cell('c'), cell('d'), cell('e')])), 1],
    [
      'in two tables',
      table(row([cell('a', wide), cell('b')])) + p('c') + table(row([cell('d'), cell('e', wide)])),
      2,
    ],
  ])('are told of: %s', async (_, body, count) => {
    expect(await isTold(body)).toBe(count);
  });

  test.each([
    ['a plain table', table(row([cell('a'), cell('b')]), row([cell('c'), cell('d')]))],
    ['a title over all columns', table(row([cell('a', wide)]), row([cell('b'), cell('c')]))],
    ['an empty span', table(row([cell('a', '<w:gridSpan w:val="1"/>'), cell('b')]))],
    ['a merge of one row', table(row([cell('a', down), cell('b')]), row([cell('c'), cell('d')]))],
  ])('are not: %s', async (_, body) => {
    expect(await isTold(body)).toBeUndefined();
  });
});
