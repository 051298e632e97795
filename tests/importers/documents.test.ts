// Text, Markdown, DOCX and PDF: paragraphs as their writers made them.
import { describe, expect, test } from 'vitest';
import { extract } from '../../src/importers/extract.ts';
import type { Imported, Taken } from '../../src/importers/imported.ts';
import { defaultLimits } from '../../src/importers/limits.ts';
import { docx, type PdfLine, paragraph, pdf } from './files.ts';

const read = (name: string, content: string | Uint8Array): Promise<Imported> =>
  extract({ name, bytes: Buffer.from(content), limits: defaultLimits });

async function taken(name: string, content: string | Uint8Array): Promise<Taken> {
  const imported = await read(name, content);
  if (!imported.ok) throw new Error(imported.reason.key);
  return imported;
}

const keys = (messages: readonly { key: string }[]): string[] => messages.map(({ key }) => key);

describe('a plain text', () => {
  const cases: [string, string, string[]][] = [
    ['parts paragraphs at blank lines', 'One.\n\nTwo.\n \n\nThree.\n', ['One.', 'Two.', 'Three.']],
    [
      'has one a line where there are no blank lines',
      'The first.\nThe second, which is longer.\nThe third.',
      ['The first.', 'The second, which is longer.', 'The third.'],
    ],
    [
      'is joined again where it was wrapped',
      'The delegations met in the old town hall on Saturday morning and went on\nuntil the evening without a pause, as two of those who took part in the\ntalks said.\n\nThey meet again.\n',
      [
        'The delegations met in the old town hall on Saturday morning and went on until the evening without a pause, as two of those who took part in the talks said.',
        'They meet again.',
      ],
    ],
    [
      'goes on where a wrapped line begins with a day',
      'Die Unterlagen liegen in den Gemeindeämtern beider Länder aus, und zwar ab dem\n1. April. Einwendungen können von jedem Einwohner des Grenzgebiets noch bis zum\n31. Mai erhoben werden, was die Ministerin nach einem langen Streit im ganzen\nRat – wie sie sagte – einen guten Anfang nannte.',
      [
        'Die Unterlagen liegen in den Gemeindeämtern beider Länder aus, und zwar ab dem 1. April. Einwendungen können von jedem Einwohner des Grenzgebiets noch bis zum 31. Mai erhoben werden, was die Ministerin nach einem langen Streit im ganzen Rat – wie sie sagte – einen guten Anfang nannte.',
      ],
    ],
    [
      'is parted at items that begin where a line ends',
      'The parties agreed on the following points, which the secretariat wrote down at once:\n1. The fee for each boat is 250 crowns, to be paid in the harbour where it lies before\nthe first of May of each year.\n2. The mines are cleared by both navies.\n3. Inspectors are named by each side.',
      [
        'The parties agreed on the following points, which the secretariat wrote down at once:',
        '1. The fee for each boat is 250 crowns, to be paid in the harbour where it lies before the first of May of each year.',
        '2. The mines are cleared by both navies.',
        '3. Inspectors are named by each side.',
      ],
    ],
    [
      'is parted at indents where it was wrapped without blank lines',
      '   The delegations met in the old town hall on Saturday morning and went\non until the evening without a pause, as two of those who took part in\nthe talks said.\n   They meet again on Monday, when the second round begins in Vienna, and\nwill then speak of the borders, which nobody has done so far in a room\nwith all of the others.',
      [
        'The delegations met in the old town hall on Saturday morning and went on until the evening without a pause, as two of those who took part in the talks said.',
        'They meet again on Monday, when the second round begins in Vienna, and will then speak of the borders, which nobody has done so far in a room with all of the others.',
      ],
    ],
    [
      'keeps the lines of an address',
      'Dear all.\n\nThe Ministry\n1 Example Square\nGeneva\n',
      ['Dear all.', 'The Ministry\n1 Example Square\nGeneva'],
    ],
    [
      'gives each turn of a talk a paragraph',
      'Briefing.\n\nMR. PRICE: Hello.\nQ: Is there a deal?\nMR. PRICE: No.\n',
      ['Briefing.', 'MR. PRICE: Hello.', 'Q: Is there a deal?', 'MR. PRICE: No.'],
    ],
    [
      'has no headings, whatever its lines begin with',
      'One.\n\n# Two\n\nThree.',
      ['One.', '#\u00a0Two', 'Three.'],
    ],
    [
      'loses control characters and no others',
      'One\u0007 tw\u0001o.\r\n\r\nThree\u2028four.',
      ['One two.', 'Three\nfour.'],
    ],
  ];
  test.each(cases)('%s', async (_, text, paragraphs) => {
    expect((await taken('a.txt', text)).paragraphs).toEqual(paragraphs);
  });

  const russian = 'Президент обсудил с премьер-министром вопросы безопасности и дальнейшие шаги.';
  const encoded = (encoding: string, text: string): Uint8Array => {
    const decoder = new TextDecoder(encoding);
    const bytes = new Map(
      Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
    );
    return Uint8Array.from(text, (character) => bytes.get(character) ?? 0);
  };
  test.each([
    ['UTF-8 with its mark', Buffer.from(`\ufeff${russian}`)],
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(russian, 'utf16le')])],
    [
      'UTF-16 of the other order',
      Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(russian, 'utf16le').swap16()]),
    ],
    ['windows-1251', encoded('windows-1251', russian)],
    ['KOI8-R', encoded('koi8-r', russian)],
    ['the code page of DOS', encoded('ibm866', russian)],
  ])('in %s is read', async (_, bytes) => {
    expect((await taken('a.txt', bytes)).paragraphs).toEqual([russian]);
  });

  test('in an encoding of Western Europe is read, and it is said that this is a guess', async () => {
    const text = 'Le président a déclaré que les négociations « continueront » à Genève – sans délai.';
    const { paragraphs, notes } = await taken('a.txt', encoded('windows-1252', text));
    expect(paragraphs).toEqual([text]);
    expect(keys(notes)).toContain('import.note.encoding');
  });

  test('with a date above it gets that date as a conclusion, and one in a sentence is none', async () => {
    const dated = await taken(
      'a.txt',
      'GENEVA, 16 August 2025 – The talks went on for another day, officials said on Sunday.',
    );
    expect(dated.metadata.published?.told).toMatchObject({ value: '2025-08-16', by: 'inferred' });
    const told = await taken(
      'a.txt',
      'The agreement of 16 August 2025 was not spoken of, said those who took part in the long talks of the day.',
    );
    expect(told.metadata.published).toBeUndefined();
  });
});

describe('a title', () => {
  test('loses the control characters that the text loses', async () => {
    const { metadata, notes } = await taken('a.txt', 'A \u001b[31mred\u001b[0m title\n\nOne sentence.\n');
    expect(metadata.title?.told.value).toBe('A [31mred[0m title');
    expect(notes).toEqual([{ key: 'import.note.controls', values: { count: 2 } }]);
  });
});

describe('Markdown', () => {
  test('of a corpus comes back as it is', async () => {
    const source =
      '---\nid: the-text\ntitle: The text\nkind: statement\npublished:\n  inferred: 2025-08-16\n  because: it says so\nlanguage: en\n---\n\nOne.\n\n## Two\n\nThree *as it is*.\n';
    const { id, kind, text, metadata } = await taken('a.md', source);
    expect({ id, kind, text }).toEqual({
      id: 'the-text',
      kind: 'statement',
      text: 'One.\n\n## Two\n\nThree *as it is*.\n',
    });
    expect(metadata.published?.told).toEqual({ value: '2025-08-16', by: 'inferred', because: 'it says so' });
  });

  test('whose front matter is not ours says of every value that it was not taken', async () => {
    const source =
      '---\nid: Bad Id\ntitle: The text\nkind: blog\ndate: soon\nlang: en\ntags: [a, b]\nlayout: post\n---\nOne sentence.\n';
    const { id, kind, metadata, warnings } = await taken('a.md', source);
    expect([id, kind, metadata.title?.told.value]).toEqual([undefined, 'other', 'The text']);
    expect(warnings).toEqual(
      expect.arrayContaining([
        { key: 'import.warning.frontMatterValue', values: { field: 'id', value: 'Bad Id' } },
        { key: 'import.warning.frontMatterValue', values: { field: 'kind', value: 'blog' } },
        { key: 'import.warning.frontMatterValue', values: { field: 'date', value: 'soon' } },
        { key: 'import.warning.frontMatterUnknown', values: { fields: 'tags, layout' } },
      ]),
    );
    expect(keys(warnings).filter((key) => key.startsWith('import.warning.frontMatter'))).toHaveLength(4);
    const kindAlone = await taken('a.md', '---\nkind: readout\n---\nOne sentence.\n');
    expect([kindAlone.kind, keys(kindAlone.warnings).filter((key) => key.includes('frontMatter'))]).toEqual([
      'readout',
      [],
    ]);
  });

  test('whose front matter is not closed, or is broken, says so', async () => {
    const open = await taken('a.md', '---\nid: x\ntitle: y\n\nOne sentence.\n');
    expect(keys(open.warnings)).toContain('import.warning.frontMatterOpen');
    const broken = await taken('a.md', '---\ntitle: "y\n---\nOne sentence.\n');
    expect(keys(broken.warnings)).toContain('import.warning.frontMatterUnread');
    const line = await taken('a.md', '---\n\nOne sentence.\n');
    expect(keys(line.warnings).filter((key) => key.includes('frontMatter'))).toEqual([]);
  });

  test('of another program gives what its front matter says', async () => {
    const source =
      '---\ntitle: "Readout: the call"\ndate: 2025-08-16T10:00:00+02:00\nauthor: Press Office\nlang: en_GB\ntags: [a, b]\n---\n# Readout: the call\n\nOne.\n\nSecond heading\n---\n\nTwo.\n';
    const { text, metadata } = await taken('a.txt', source);
    expect(text).toBe('One.\n\n## Second heading\n\nTwo.\n');
    expect(Object.values(metadata).map(({ told }) => told.value)).toEqual(
      expect.arrayContaining(['Readout: the call', '2025-08-16', 'Press Office', 'en-GB']),
    );
  });
});

describe('a DOCX', () => {
  test('gives title, headings, paragraphs, rows of tables and footnotes', async () => {
    const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`;
    const body = [
      paragraph('Joint Statement', 'Title'),
      `<w:p><w:r><w:t>The Parties met</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="1"/></w:r><w:r><w:t xml:space="preserve"> in Geneva.</w:t></w:r></w:p>`,
      paragraph('Article 1', 'Heading1'),
      `<w:p><w:r><w:t>First line</w:t><w:br/><w:t>second line &amp; more.</w:t></w:r></w:p>`,
      paragraph(''),
      `<w:tbl><w:tr>${cell('Party')}${cell('Seats')}</w:tr><w:tr>${cell('Exampleland')}${cell('12')}</w:tr></w:tbl>`,
      paragraph('Details', 'Heading2'),
      paragraph('Done at Geneva.'),
    ].join('');
    const core =
      '<?xml version="1.0"?><cp:coreProperties xmlns:cp="x" xmlns:dc="y" xmlns:dcterms="z"><dc:creator>Press Office</dc:creator><dcterms:created>2025-08-16T10:00:00Z</dcterms:created></cp:coreProperties>';
    const { paragraphs, text, metadata, notes } = await taken(
      'a.docx',
      docx(body, { 'docProps/core.xml': core }),
    );
    expect(paragraphs).toEqual([
      'The Parties met in Geneva.',
      'The note at the foot.',
      'First line\nsecond line & more.',
      'Party\tSeats',
      'Exampleland\t12',
      'Done at Geneva.',
    ]);
    expect(text).toContain('\n\n# Article 1\n\n');
    expect(text).toContain('\n\n## Details\n\n');
    expect(metadata.title?.told.value).toBe('Joint Statement');
    expect(metadata.author?.told.value).toBe('Press Office');
    // The day on which a file was made is no date of the text.
    expect(metadata.published).toBeUndefined();
    expect(keys(notes)).toEqual(['import.note.made', 'import.note.noteMarks']);
  });

  test('with tracked changes gives the text as it would be, and says so', async () => {
    const body = `<w:p><w:r><w:t>It </w:t></w:r><w:del w:id="1"><w:r><w:delText>must</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>may</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> be.</w:t></w:r></w:p>`;
    const { paragraphs, warnings } = await taken('a.docx', docx(body));
    expect(paragraphs).toEqual(['It may be.']);
    expect(keys(warnings)).toContain('import.warning.tracked');
  });
});

describe('a PDF', () => {
  /** Lines of 10 points below each other, 12 points apart. */
  const lines = (texts: readonly string[], x: number, top: number): PdfLine[] =>
    texts.map((text, index) => ({ text, x, y: top - index * 12 }));

  test('gives paragraphs over the ends of lines and pages, without page numbers and running heads', async () => {
    const head = (number: number): PdfLine[] => [
      { text: 'Journal of Examples 12', x: 240, y: 780, size: 8 },
      { text: `- ${number} -`, x: 290, y: 20, size: 8 },
    ];
    const first = [
      { text: 'Joint Communiqu\xe9', x: 200, y: 740, size: 18 },
      ...lines(
        [
          'The delegations met in the old town hall on Saturday morning and went on until the agree-',
          'ment was reached, though the cease-fire was not a part of it, as the ministers have since said.',
        ],
        72,
        700,
      ),
      ...lines(
        [
          'They spoke of the cease-',
          'fire again on Monday, when the second round began in Vienna, and had then for the first time',
        ],
        72,
        664,
      ),
    ];
    const next = lines(
      ['a map of the line before them on the table.', 'The third round is open.'],
      72,
      740,
    ).map((line, index) => ({ ...line, y: line.y - index * 12 }));
    const { paragraphs, metadata, notes } = await taken(
      'a.pdf',
      pdf([
        [...head(1), ...first],
        [...head(2), ...next],
      ]),
    );
    expect(paragraphs).toEqual([
      'The delegations met in the old town hall on Saturday morning and went on until the agreement was reached, though the cease-fire was not a part of it, as the ministers have since said.',
      'They spoke of the cease-fire again on Monday, when the second round began in Vienna, and had then for the first time a map of the line before them on the table.',
      'The third round is open.',
    ]);
    expect(metadata.title?.told.value).toBe('Joint Communiqué');
    expect(keys(notes)).toEqual(['import.note.running', 'import.note.hyphens']);
  });

  test('in two columns is read column by column, whatever the order in the file', async () => {
    const words = (name: string): string[] =>
      Array.from({ length: 8 }, (_, index) => `line ${index + 1} of the ${name} column with some more words`);
    const left = lines(words('left'), 50, 600);
    const right = lines(words('right'), 310, 600);
    const mixed = left.flatMap((line, index) => [line, ...right.slice(index, index + 1)]);
    const title = { text: 'A title over both of the columns', x: 150, y: 700, size: 16 };
    const { paragraphs } = await taken('a.pdf', pdf([[title, ...mixed]]));
    expect(paragraphs.join(' ')).toBe([...words('left'), ...words('right')].join(' '));
  });

  test('without text is refused as a scan, and one of whose pages have none says which', async () => {
    expect(await read('a.pdf', pdf([[], []]))).toMatchObject({
      ok: false,
      reason: { key: 'import.refused.pdfWithoutText' },
    });
    const { warnings } = await taken('a.pdf', pdf([lines(['Some text stands here.'], 72, 700), []]));
    expect(warnings).toContainEqual({ key: 'import.warning.pagesWithoutText', values: { pages: '2' } });
  });
});
