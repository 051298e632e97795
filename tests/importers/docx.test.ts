// What of a DOCX is in the text: what Word shows, each kind of thing in many spellings, and what stands beside it untouched.
import { describe, expect, test } from 'vitest';
import { extract } from '../../src/importers/extract.ts';
import { defaultLimits } from '../../src/importers/limits.ts';
import { zip } from './files.ts';
import { headingsOf, paragraphsOf, taken, warned } from './word/reading.ts';
import {
  basedOn,
  box,
  cell,
  deleted,
  field,
  inserted,
  list,
  listed,
  note,
  noteMark,
  p,
  pattern,
  row,
  run,
  simple,
  style,
  styled,
  table,
  wordFile,
} from './word/write.ts';

const begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>';
const separate = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>';
const end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>';
const code = (text: string): string => `<w:r><w:instrText>${text}</w:instrText></w:r>`;

describe('of fields the result is shown:', () => {
  const cases: [string, string, string[]][] = [
    ['a simple one', p(`${run('on ')}${simple('DATE', '4 March')}${run('.')}`), ['on 4 March.']],
    ['one in pieces', p(`${run('Article ')}${field('REF a', run('7'))}${run('.')}`), ['Article 7.']],
    [
      'a field in the instruction of another',
      p(
        `${begin}${code(' IF ')}${field('PAGE', run('3'))}${code(' = 3 ')}${separate}${run('three')}${end}${run(' pages')}`,
      ),
      ['three pages'],
    ],
    [
      'a field in the result of another',
      p(
        `${begin}${code(' HYPERLINK ')}${separate}${run('see ')}${field('REF a', run('Article 7'))}${end}${run('.')}`,
      ),
      ['see Article 7.'],
    ],
    [
      'a simple one in the instruction of another',
      p(`${begin}${code(' IF ')}${simple('PAGE', '3')}${separate}${run('yes')}${end}`),
      ['yes'],
    ],
    [
      'one over several paragraphs',
      p(`${begin}${code(' INCLUDETEXT ')}${separate}${run('One.')}`) +
        p('Two.') +
        p(`${run('Three.')}${end}`),
      ['One.', 'Two.', 'Three.'],
    ],
    [
      'an instruction over several paragraphs',
      p(`${run('Before.')}${begin}${code(' IF x ')}`) +
        p('not shown') +
        p(`${separate}${run('Shown.')}${end}`),
      ['Before.', 'Shown.'],
    ],
    [
      'none of an entry for the index',
      p(`${run('The strait')}${begin}${code(' XE "strait" ')}${end}${run('.')}`),
      ['The strait.'],
    ],
    [
      'one that never ends hides nothing',
      p(`${run('One ')}${begin}${code(' REF ')}${run('two.')}`) + p('Three.'),
      ['One two.', 'Three.'],
    ],
    ['one that only ends', p(`${run('One ')}${end}${run('two.')}`), ['One two.']],
    [
      'one whose separator stands twice',
      p(`${begin}${code(' REF ')}${separate}${run('a')}${separate}${run('b')}${end}`),
      ['ab'],
    ],
    [
      'one that was deleted',
      p(
        `${run('a')}<w:del w:id="1">${field('REF', '<w:r><w:delText>x</w:delText></w:r>')}</w:del>${run('b')}`,
      ),
      ['ab'],
    ],
  ];
  test.each(cases)('%s', async (_, body, paragraphs) => {
    expect(await paragraphsOf(body)).toEqual(paragraphs);
  });
});

test('elements around words leave them as they are, whatever they are called', async () => {
  const around = [
    'w:smartTag',
    'w:customXml',
    'w:bdo',
    'w:dir',
    'w:hyperlink',
    'w:ins',
    'w:moveTo',
    'x:unknown',
  ];
  const body = around
    .map((name) => p(`${run('Nor')}<${name} w:val="ltr">${run('la')}</${name}>${run('nd')}`))
    .join('');
  expect(await paragraphsOf(body)).toEqual(around.map(() => 'Norland'));
});

describe('words that are hidden or struck are out and counted:', () => {
  const styles =
    style('Hid', 'Hid', '<w:rPr><w:vanish/></w:rPr>') +
    style('HidToo', 'HidToo', basedOn('Hid')) +
    style('Seen', 'Seen', `${basedOn('Hid')}<w:rPr><w:vanish w:val="0"/></w:rPr>`) +
    style('CharHid', 'CharHid', '<w:rPr><w:vanish/></w:rPr>', 'character') +
    style('CharHidToo', 'CharHidToo', basedOn('CharHid'), 'character') +
    style(
      'CharSeen',
      'CharSeen',
      `${basedOn('CharHid')}<w:rPr><w:vanish w:val="false"/></w:rPr>`,
      'character',
    ) +
    style('Struck', 'Struck', '<w:rPr><w:strike/></w:rPr>', 'character') +
    style('StruckAll', 'StruckAll', '<w:rPr><w:dstrike/></w:rPr>') +
    style('StruckCaps', 'StruckCaps', '<w:rPr><w:strike/></w:rPr>');
  const marked = (properties: string): string =>
    p(`${run('One ')}${run('two', properties)}${run(' three.')}`);
  const named = (id: string): string => marked(`<w:rStyle w:val="${id}"/>`);
  const gone = ['One three.'];
  const stays = ['One two three.'];
  const cases: [string, string, string[], Record<string, number>][] = [
    ['vanish', marked('<w:vanish/>'), gone, { hidden: 1 }],
    ['vanish that is on', marked('<w:vanish w:val="on"/>'), gone, { hidden: 1 }],
    ['vanish that is off', marked('<w:vanish w:val="0"/>'), stays, {}],
    ['hidden on the web only', marked('<w:webHidden/>'), stays, {}],
    ['the end of a paragraph alone', p('One two three.', '<w:rPr><w:webHidden/></w:rPr>'), stays, {}],
    ['a style of characters', named('CharHid'), gone, { hidden: 1 }],
    ['one that is based on it', named('CharHidToo'), gone, { hidden: 1 }],
    ['one that undoes it', named('CharSeen'), stays, {}],
    [
      'a style that says it, where the run says no',
      marked('<w:rStyle w:val="CharHid"/><w:vanish w:val="0"/>'),
      stays,
      {},
    ],
    ['a style of paragraphs', p('Hidden.', styled('Hid')) + p('Seen.'), ['Seen.'], { hidden: 1 }],
    ['one that is based on it', p('Hidden.', styled('HidToo')) + p('Seen.'), ['Seen.'], { hidden: 1 }],
    ['one that undoes it', p('Seen.', styled('Seen')), ['Seen.'], {}],
    [
      'neighbouring runs as one piece',
      p(`${run('a', '<w:vanish/>')}${run('b', '<w:vanish/>')}${run('c ')}${run('d', '<w:vanish/>')}`),
      ['c'],
      { hidden: 2 },
    ],
    [
      'a row',
      table(row([cell('a'), cell('b')]), row([cell('c'), cell('d')], '<w:hidden/>')),
      ['a\tb'],
      { hidden: 1 },
    ],
    [
      'a box',
      p(`${run('a')}${box(p('b')).replace('<w:r>', '<w:r><w:rPr><w:vanish/></w:rPr>')}`),
      ['a'],
      { hidden: 1 },
    ],
    ['blanks alone are no words', p(`${run('a ')}${run(' ', '<w:vanish/>')}${run('b')}`), ['a b'], {}],
    ['strike', marked('<w:strike/>'), gone, { struck: 1 }],
    ['dstrike', marked('<w:dstrike w:val="true"/>'), gone, { struck: 1 }],
    ['strike that is off', marked('<w:strike w:val="false"/>'), stays, {}],
    ['a struck style', named('Struck'), gone, { struck: 1 }],
    [
      'a struck style, where the run says no',
      marked('<w:rStyle w:val="Struck"/><w:strike w:val="0"/>'),
      stays,
      {},
    ],
    ['a struck paragraph', p('Gone.', styled('StruckAll')) + p('Stays.'), ['Stays.'], { struck: 1 }],
    [
      'a style that turns that of the paragraph over',
      p(`${run('Gone ')}${run('stays.', '<w:rStyle w:val="Struck"/>')}`, styled('StruckCaps')),
      ['stays.'],
      { struck: 1 },
    ],
    ['underlined and bold words stay', marked('<w:u w:val="single"/><w:b/>'), stays, {}],
  ];
  test.each(cases)('%s', async (_, body, paragraphs, counts) => {
    const read = await taken({ body: `${body}${p('Last.')}`, styles });
    expect(read.paragraphs).toEqual([...paragraphs, 'Last.']);
    expect(warned(read)).toEqual(counts);
  });
});

describe('of tracked changes the text as it would be is in:', () => {
  const markGone = '<w:rPr><w:del w:id="1"/></w:rPr>';
  const numbering = pattern(0, [['decimal', '%1.']]) + list(1, 0);
  const cases: [string, string, string[]][] = [
    ['words', p(`${run('a ')}${deleted('b ')}${inserted(run('c '))}${run('d')}`), ['a c d']],
    ['an end of a paragraph', p(run('a '), markGone) + p('b'), ['a b']],
    ['a whole paragraph', p('a') + p(deleted('b'), markGone) + p('c'), ['a', 'c']],
    [
      'a numbered paragraph',
      p('a', listed(1)) + p(deleted('b'), `${listed(1)}${markGone}`) + p('c', listed(1)),
      ['1. a', '2. c'],
    ],
    ['what was put in and taken out again', p(`${run('a')}${inserted(deleted('b'))}`), ['a']],
    ['an inserted end', p(run('a'), '<w:rPr><w:ins w:id="1"/></w:rPr>') + p('b'), ['a', 'b']],
    [
      'older properties',
      p(
        run('a', '<w:b/><w:rPrChange w:id="1"><w:rPr><w:vanish/></w:rPr></w:rPrChange>'),
        '<w:pPrChange w:id="2"><w:pPr><w:pStyle w:val="Title"/></w:pPr></w:pPrChange>',
      ),
      ['a'],
    ],
    ['a cell', table(row([cell('a'), cell('b', '<w:cellDel w:id="1"/>'), cell('c')])), ['a\tc']],
  ];
  test.each(cases)('%s', async (_, body, paragraphs) => {
    expect(await paragraphsOf(body, { numbering })).toEqual(paragraphs);
  });
});

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
    const read = await taken({
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
    const read = await taken({ body: p('Text.') + p(text, styled('Heading2')) });
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
      'a\u2011bc',
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

describe('a file that is not read gets its own sentence:', () => {
  const whole = wordFile({ body: p('The parties met in Geneva on Saturday, and signed the accord.') });
  const changed = (at: number): Buffer => {
    const copy = Buffer.from(whole);
    copy[at] = (copy[at] ?? 0) ^ 0xff;
    return copy;
  };
  const ole = (stream: string): Buffer =>
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      Buffer.from(stream, 'utf16le'),
      Buffer.alloc(600),
    ]);
  const inside = Buffer.from('word/document.xml');
  const cases: [string, string, Buffer, { key: string; values?: object }][] = [
    [
      'a cut DOCX',
      'a.docx',
      whole.subarray(0, 1_500),
      { key: 'import.refused.broken', values: { what: 'DOCX' } },
    ],
    [
      'one cut in its list of files',
      'a.docx',
      whole.subarray(0, whole.length - 40),
      { key: 'import.refused.broken', values: { what: 'DOCX' } },
    ],
    [
      'one with a changed byte in its text',
      'a.docx',
      changed(whole.indexOf(inside) + inside.length + 20),
      { key: 'import.refused.broken', values: { what: 'DOCX' } },
    ],
    [
      'one whose XML does not end',
      'a.docx',
      zip({ 'word/document.xml': '<w:document xmlns:w="x"><w:body>' }),
      { key: 'import.refused.broken', values: { what: 'DOCX' } },
    ],
    [
      'one without a body',
      'a.docx',
      zip({ 'word/document.xml': '<a/>' }),
      { key: 'import.refused.broken', values: { what: 'DOCX' } },
    ],
    [
      'an XLSX that is called DOCX',
      'a.docx',
      zip({ '[Content_Types].xml': '<x/>', 'xl/workbook.xml': '<x/>' }),
      { key: 'import.refused.kind' },
    ],
    [
      'an ODT that is called DOCX',
      'a.docx',
      zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }),
      { key: 'import.refused.kind', values: { kind: 'ODT' } },
    ],
    ['a DOCX with a password', 'a.docx', ole('EncryptedPackage'), { key: 'import.refused.encrypted' }],
    ['an old Word file', 'a.doc', ole('WordDocument'), { key: 'import.refused.oldWord' }],
    [
      'an old Word file that is called DOCX',
      'a.docx',
      ole('WordDocument'),
      { key: 'import.refused.oldWord' },
    ],
  ];
  test.each(cases)('%s', async (_, name, bytes, reason) => {
    const imported = await extract({ name, bytes, limits: defaultLimits });
    expect(imported).toMatchObject({ ok: false, reason });
  });
});
