// What is no document gets its own sentence by what it is, whatever it is called; what is one is read all the same.
import { crc32 } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { extract } from '../../src/importers/extract.ts';
import { defaultLimits } from '../../src/importers/limits.ts';
import { docx, paragraph, pdf, zip } from './files.ts';

async function outcome(name: string, content: string | Uint8Array): Promise<string> {
  const imported = await extract({ name, bytes: Buffer.from(content), limits: defaultLimits });
  if (imported.ok) return 'taken';
  const { key, values = {} } = imported.reason;
  return [key.replace('import.refused.', ''), values['what'] ?? values['kind']].filter(Boolean).join(' ');
}

const bytes = (hex: string, more = 600): Buffer =>
  Buffer.concat([Buffer.from(hex, 'hex'), Buffer.alloc(more)]);
const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
/** The container of the office programs of old, with one stream in it. */
const container = (stream: string): Buffer =>
  Buffer.concat([bytes('d0cf11e0a1b11ae1'), Buffer.from(stream, 'utf16le'), Buffer.alloc(100)]);
/** As office programs write it: the type comes first and is not packed. */
function openDocument(type: string): Buffer {
  const content = Buffer.from(`application/vnd.oasis.opendocument.${type}`);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt32LE(crc32(content), 10);
  common.writeUInt32LE(content.length, 14);
  common.writeUInt32LE(content.length, 18);
  common.writeUInt16LE(8, 22);
  const first = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from('mimetype'), content]);
  const rest = zip({ 'content.xml': '<x/>' });
  // The list of files tells where each of them begins.
  const end = rest.length - 22;
  const list = rest.readUInt32LE(end + 16);
  rest.writeUInt32LE(list + first.length, end + 16);
  rest.writeUInt32LE(first.length, list + 42);
  return Buffer.concat([first, rest]);
}
const letter = docx(paragraph('The ministers met and agreed on procedure.'));
/** Words by chance, the same ones at every run. */
const noise = (length: number): Buffer => {
  let state = 7;
  return Buffer.from(
    Array.from({ length }, () => {
      state = (state * 48_271) % 2_147_483_647;
      return state & 0xff;
    }),
  );
};

describe('a picture', () => {
  test.each([
    ['a JPEG', 'photo.jpg', bytes('ffd8ffe000104a46494600010100')],
    ['a PNG with the name of a text', 'scan.txt', bytes('89504e470d0a1a0a0000000d49484452')],
    ['a GIF', 'a.gif', latin(`GIF89a${'\0'.repeat(60)}`)],
    ['a WebP', 'a.webp', latin(`RIFF\x24\0\0\0WEBPVP8 ${'\0'.repeat(60)}`)],
    ['a TIFF with the name of a DOCX', 'fax.docx', bytes('49492a0008000000')],
    ['a drawing', 'a.svg', '<?xml version="1.0"?>\n<!DOCTYPE svg>\n<svg xmlns="x"><text>Words</text></svg>'],
  ])('%s', async (_, name, content) => {
    expect(await outcome(name, content)).toBe('picture');
  });
});

describe('a recording', () => {
  test.each([
    ['an MP3', 'speech.mp3', Buffer.concat([latin('ID3\x03\0\0\0\0\0\0'), bytes('fffb9064', 2000)])],
    ['a WAV', 'a.wav', latin(`RIFF\x24\0\0\0WAVEfmt ${'\0'.repeat(60)}`)],
    ['an MP4', 'a.mp4', Buffer.concat([bytes('0000001866747970', 0), latin('isom\0\0\x02\0isomiso2mp41')])],
    [
      'an Ogg with the name of a text',
      'a.txt',
      latin(`OggS\0\x02${'\0'.repeat(20)}\x01\x1eOpusHead${'\0'.repeat(60)}`),
    ],
  ])('%s', async (_, name, content) => {
    expect(await outcome(name, content)).toBe('recording');
  });
});

describe('a spreadsheet', () => {
  test.each([
    ['an XLSX', 'a.xlsx', zip({ 'xl/workbook.xml': '<x/>' })],
    ['an XLSX with the name of a DOCX', 'a.docx', zip({ 'xl/workbook.xml': '<x/>' })],
    ['an XLS', 'a.xls', container('Workbook')],
    ['an ODS', 'a.ods', openDocument('spreadsheet')],
    ['a table of commas', 'votes.csv', 'Party,Seats\nNorland,12\nSudmark,14\n'],
    ['a table of tabs', 'votes.tsv', 'Party\tSeats\nNorland\t12\n'],
  ])('%s', async (_, name, content) => {
    expect(await outcome(name, content)).toBe('spreadsheet');
  });
});

test.each([
  ['an old Word file', 'a.doc', container('WordDocument'), 'oldWord'],
  ['one without its name', 'letter', container('WordDocument'), 'oldWord'],
  ['a text with its name', 'a.doc', 'A text.\n', 'mismatch'],
  ['a page with its name', 'a.doc', '<html><body><p>A page.</p></body></html>', 'mismatch'],
  ['one locked with a password', 'a.docx', container('EncryptedPackage'), 'encrypted'],
  ['RTF', 'a.rtf', '{\\rtf1\\ansi Text.}', 'kind RTF'],
  ['an ODT', 'a.odt', openDocument('text'), 'kind ODT'],
  ['slides', 'a.pptx', zip({ 'ppt/presentation.xml': '<x/>' }), 'slides PPTX'],
  ['slides of old', 'a.ppt', container('PowerPoint Document'), 'slides PPT'],
  ['other slides', 'a.odp', openDocument('presentation'), 'slides ODP'],
  ['an archive', 'a.zip', zip({ 'a.txt': 'text' }), 'archive ZIP'],
  ['another archive', 'a.7z', bytes('377abcaf271c0004'), 'archive 7Z'],
  ['a compressed text', 'a.txt.gz', bytes('1f8b0800000000000003'), 'archive GZ'],
  [
    'an e-mail',
    'a.eml',
    'From: a@b.cd\r\nTo: e@f.gh\r\nSubject: x\r\nMIME-Version: 1.0\r\n\r\nWords.\r\n',
    'mail',
  ],
  ['an e-mail of Outlook', 'a.msg', container('__substg1.0_0037001F'), 'mail'],
  ['a program', 'a.txt', bytes('7f454c46020101'), 'kind ELF'],
])('%s', async (_, name, content, expected) => {
  expect(await outcome(name, content)).toBe(expected);
});

describe('what was damaged is called by its name', () => {
  test.each([
    ['a DOCX cut in its middle', 'a.docx', letter.subarray(0, letter.length / 2), 'broken DOCX'],
    ['a DOCX that lost its end', 'a.docx', letter.subarray(0, letter.length - 22), 'broken DOCX'],
    [
      'a DOCX that lost its name and its end',
      'letter',
      letter.subarray(0, letter.length - 30),
      'broken DOCX',
    ],
    ['a DOCX that lost its first bytes', 'a.docx', letter.subarray(40), 'broken DOCX'],
    ['a DOCX without its text', 'a.docx', zip({ 'docProps/app.xml': '<x/>' }), 'broken DOCX'],
    ['noise with the name of a DOCX', 'a.docx', noise(5_000), 'broken DOCX'],
    ['hardly the beginning of a DOCX', 'a.docx', letter.subarray(0, 30), 'broken DOCX'],
    ['noise with the name of a picture', 'a.JPG', noise(5_000), 'picture'],
    ['hardly the beginning of a picture', 'a.png', Buffer.from('89504e470d0a1a0a', 'hex'), 'picture'],
    ['noise with no name', 'a', noise(5_000), 'binary'],
    [
      'a PDF that lost its first bytes',
      'a.pdf',
      Buffer.concat([noise(2_000), pdf([[]]).subarray(900)]),
      'broken PDF',
    ],
    ['an archive', 'a.zip', zip({ 'a.txt': 'text' }).subarray(0, 60), 'broken ZIP'],
  ])('%s', async (_, name, content, expected) => {
    expect(await outcome(name, content)).toBe(expected);
  });
});

describe('nothing, and nothing but blanks', () => {
  test.each(['', ' \n\t\n', '\ufeff', '\r\n\r\n\u00a0'])('%j', async (content) => {
    for (const name of ['a.txt', 'a.md']) expect(await outcome(name, content)).toBe('empty');
  });
});

describe('data that can be decoded is refused', () => {
  test.each([
    ['UTF-16 that ends in half a character', Buffer.from([...latin('\xff\xfe\x00\xd8garbage')])],
    ['UTF-16 that is bytes of ASCII', latin('\xff\xfeThis is plain ASCII after a wrong mark, all of it.')],
    ['noise', noise(4_000)],
    ['noise without zeros', Buffer.from(noise(4_000).filter((byte) => byte > 0))],
    ['noise behind the mark of UTF-8', Buffer.concat([latin('\xef\xbb\xbf'), noise(500)])],
    ['a few controls', latin('\x01\x02ab\x03\x04c\x05')],
    ['Base64', noise(9_000).toString('base64').replace(/.{76}/gu, '$&\n')],
    ['Base64 in one line', noise(900).toString('base64')],
    ['signs', `${'~|*/-+=<>#%&@'.repeat(30)} a b`],
  ])('%s', async (_, content) => {
    expect(await outcome('a.txt', content)).toMatch(/^(?:binary|garbage)$/u);
  });

  test.each([
    ['a short text', 'Hi.'],
    ['a text with two stray controls', 'One\u0007 tw\u0001o.'],
    [
      'UTF-16 in Chinese',
      Buffer.concat([
        latin('\xff\xfe'),
        Buffer.from('双方同意立即停火。会议在日内瓦举行，部长们表示满意。', 'utf16le'),
      ]),
    ],
    [
      'UTF-16 with a line end of one byte',
      Buffer.concat([latin('\xff\xfe'), Buffer.from('The talks.', 'utf16le'), latin('\n')]),
    ],
    ['a table of numbers', '2019 12.5% 13.1%\n2020 14.0% 15.2%\n2021 - - -\n'],
    ['a text with a long address', `See https://example.org/${'a-b_c/'.repeat(40)} for more of it.`],
    [
      'a text with a key in it',
      `The key of the letter is ${'Ab3+/'.repeat(30)} and it is read by nobody. `.repeat(3) +
        'The talks went on for hours in the old town hall by the river, and nobody left. '.repeat(6),
    ],
    [
      'UTF-8 with a spoilt byte',
      Buffer.concat([
        Buffer.from('Das Übereinkommen über die Brücken für Köln '.repeat(3)),
        latin('\xe9'),
        Buffer.from(' gilt schön.'),
      ]),
    ],
  ])('and %s is taken', async (_, content) => {
    expect(await outcome('a.txt', content)).toBe('taken');
  });
});
