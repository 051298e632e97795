// Hostile files: each gets its one line in time, and neither this process nor the next file feels it.
import { stat } from 'node:fs/promises';
import { deflateSync } from 'node:zlib';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { type Importer, openImporter } from '../../src/importers/import-file.ts';
import { takenByChildren, threadWatch } from '../processor-time.ts';
import { docx, paragraph, pdf, zip } from './files.ts';
import { basedOn, list, listed, p, pattern, run, style, styled, wordFile } from './word/write.ts';

// One process for all, so that whatever one file does to it would be felt by those after it.
const importer: Importer = openImporter({}, 1);
afterAll(() => importer.close());

/** What the issue allows for any file, of a processor: a busy machine takes longer by the clock. */
const mostMs = 10_000;
/** By the clock nothing is given up before the importer gives up itself, twice. */
vi.setConfig({ testTimeout: 300_000 });

const text = 'BT /F1 12 Tf 72 700 Td (Hello world, this is a text.) Tj ET';
const page = (body: string): string => `<html><body>${body}</body></html>`;
const many = (what: string, count: number): string => what.repeat(count);

const cases: [string, string, () => string | Uint8Array, string][] = [
  ['nothing', 'a.txt', () => '', 'empty'],
  ['blanks alone', 'a.txt', () => ' \n\n\t\n', 'empty'],
  [
    'bytes of no text',
    'a.txt',
    () => Uint8Array.from({ length: 50_000 }, (_, at) => (at * 7919) % 251),
    'binary|garbage',
  ],
  [
    'a program that is called a text',
    'a.txt',
    () => Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01'), Buffer.alloc(500, 7)]),
    'kind',
  ],
  [
    'a picture that is called a page',
    'a.html',
    () => Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), Buffer.alloc(500)]),
    'picture',
  ],
  ['a page that is called a PDF', 'a.pdf', () => page('<p>Please log in.</p>'), 'mismatch'],
  ['a PDF that is called a text', 'a.txt', () => pdf([[{ text: 'Hello', x: 72, y: 700 }]]), 'mismatch'],
  [
    'an old Word file',
    'a.doc',
    () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1000)]),
    'oldWord',
  ],
  ['another office file', 'a.docx', () => zip({ 'xl/workbook.xml': '<x/>' }), 'spreadsheet'],
  ['a ZIP archive', 'a.zip', () => zip({ 'a.txt': 'text' }), 'archive'],
  [
    'a page of scripts alone',
    'a.html',
    () => page('<div id="root"></div><script>document.write("x")</script>'),
    'onlyScripts',
  ],
  ['a page without text', 'a.html', () => page('<div></div>'), 'noText'],
  ['a page nested without end', 'a.html', () => page(many('<div>', 20_000)), 'tooDeep'],
  ['a page of elements without end', 'a.html', () => page(many('<p>x</p>', 40_000)), 'tooManyElements'],
  ['a text without end', 'a.txt', () => many('word ', 900_000), 'tooLong'],
  ['a ZIP bomb', 'a.docx', () => docx(paragraph(many('A', 60_000_000))), 'bomb'],
  ['a bomb just below the limit', 'a.docx', () => docx(paragraph(many('A', 38_000_000))), 'memory'],
  [
    'a DOCX nested without end',
    'a.docx',
    () => docx(many('<w:tbl><w:tr><w:tc>', 15_000)),
    'tooDeep|broken|memory',
  ],
  [
    'a DOCX that reads other files',
    'a.docx',
    () =>
      docx('', {
        'word/document.xml':
          '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
      }),
    'entities',
  ],
  [
    'a DOCX whose styles stand on one another without end',
    'a.docx',
    () =>
      wordFile({
        body: p('Text.', styled('S19999')),
        styles: Array.from({ length: 20_000 }, (_, index) =>
          style(`S${index}`, `S${index}`, basedOn(`S${index - 1}`)),
        ).join(''),
      }),
    'tooDeep',
  ],
  [
    'a DOCX of fields in fields without end',
    'a.docx',
    () => wordFile({ body: p(many('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', 300_000)) }),
    'memory|tooLate|noText',
  ],
  [
    'a DOCX of drawings in drawings without end',
    'a.docx',
    () => docx(`${many('<w:p><w:r><w:pict><w:txbxContent>', 5_000)}`),
    'tooDeep',
  ],
  ['a DOCX that was cut off', 'a.docx', () => docx(paragraph('Text.')).subarray(0, 600), 'broken'],
  [
    'a PDF that was cut off',
    'a.pdf',
    () => pdf([[{ text: 'Hello', x: 72, y: 700 }]]).subarray(0, 200),
    'broken',
  ],
  [
    'a PDF that is its own page',
    'a.pdf',
    () =>
      '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\ntrailer<</Root 1 0 R>>',
    'broken|pdfWithoutText',
  ],
  ['a PDF of pages without end', 'a.pdf', () => pdf(Array.from({ length: 501 }, () => [])), 'tooManyPages'],
  ['a PDF that is a bomb', 'a.pdf', () => pdf([deflateSync(Buffer.alloc(400_000_000, ' '))]), 'memory'],
  [
    'a PDF that is a bomb inside of another',
    'a.pdf',
    () =>
      pdf([deflateSync(deflateSync(Buffer.alloc(400_000_000, ' ')))], {
        filter: '[/FlateDecode/FlateDecode]',
      }),
    'memory',
  ],
  [
    'a PDF of words without end',
    'a.pdf',
    () =>
      pdf([deflateSync(Buffer.from(`BT /F1 12 Tf ${many('1 0 0 1 72 700 Tm (Hello) Tj ', 1_500_000)} ET`))]),
    'memory|tooLong|tooLate',
  ],
  [
    'a page saved as an archive',
    'a.html',
    () => 'From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x',
    'kind',
  ],
];

describe('one clear line is said of', () => {
  test.each(cases)('%s', async (_, name, content, reason) => {
    const bytes = Buffer.from(content());
    const before = await takenByChildren();
    const imported = await importer.import({ name, bytes });
    const after = await takenByChildren();
    if (before !== undefined && after !== undefined) expect(after - before).toBeLessThan(mostMs);
    expect(imported).toMatchObject({
      ok: false,
      reason: { key: expect.stringMatching(`^import\\.refused\\.(${reason})$`) },
    });
  });

  test('a file that is too large, before it is read', async () => {
    const imported = await importer.import({ name: 'a.txt', bytes: new Uint8Array(21 * 1024 * 1024) });
    expect(imported).toMatchObject({ ok: false, reason: { key: 'import.refused.tooLarge' } });
  });
});

test('a list whose numbers would be a text without end is read without them', async () => {
  const numbering = pattern(0, [['decimal', many('%1', 100_000)]]) + list(1, 0);
  const body = many(p(run('x'), listed(1)), 2_000);
  const imported = await importer.import({ name: 'a.docx', bytes: wordFile({ body, numbering }) });
  expect(imported).toMatchObject({ ok: true, paragraphs: { length: 2_000 } });
});

test('after all that the next file is read as if nothing had been', async () => {
  const imported = await importer.import({ name: 'a.pdf', bytes: pdf([deflateSync(Buffer.from(text))]) });
  expect(imported).toMatchObject({ ok: true, paragraphs: ['Hello world, this is a text.'] });
});

test('a file that takes too long is given up, and this process answers all the while', async () => {
  const slow = openImporter({ milliseconds: 1_500 }, 1);
  try {
    const bytes = Buffer.from(page(`<p>${many('<b><i>text ', 14_000)}</p>`));
    let isOver = false;
    const reading = slow.import({ name: 'a.html', bytes }).finally(() => {
      isOver = true;
    });
    let answers = 0;
    let longest = 0;
    while (!isOver) {
      const taken = threadWatch();
      await stat('tests');
      longest = Math.max(longest, taken());
      answers += 1;
    }
    const imported = await reading;
    expect(imported).toMatchObject({ ok: false, reason: { key: expect.stringMatching(/tooLate|tooDeep/u) } });
    expect(answers).toBeGreaterThan(5);
    expect(longest).toBeLessThan(500);
  } finally {
    slow.close();
  }
});

test('a machine that is too busy to read a file is not told as the fault of the file', async () => {
  // No process starts within a millisecond: the clock runs out before the file had any time of a processor.
  const hurried = openImporter({ patienceMs: 1 }, 1);
  try {
    const imported = await hurried.import({ name: 'a.txt', bytes: Buffer.from('The talks began.') });
    expect(imported).toMatchObject({ ok: false, reason: { key: 'import.refused.stalled' } });
  } finally {
    hurried.close();
  }
});
