// PDFs whose pages are pictures: refused as they are, read where an operator switched text recognition on, and never silently.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type GivenFile, importFile } from '../../src/importers/import-file.ts';
import { readRecognised } from '../../src/importers/ocr/recognised.ts';
import { openTesseract } from '../../src/importers/ocr/tesseract.ts';
import { folderWith } from '../temporary.ts';
import { line, page, installed as program, standIn, word } from './tesseract.ts';

const folder = fileURLToPath(new URL('./scans/', import.meta.url));
const scan = (name: string): GivenFile => ({ name, bytes: readFileSync(join(folder, name)) });

describe.runIf(program)('with tesseract', () => {
  const recogniser = openTesseract({ program: program ?? '', languages: 'eng' });

  test.each(['bilevel-en', 'columns-en', 'strips-en', 'stamped-en'])(
    '%s comes out paragraph for paragraph, and every page is told',
    async (name) => {
      const imported = await importFile(scan(`${name}.pdf`), { recogniser });
      const typed = readFileSync(join(folder, `${name}.txt`), 'utf8')
        .trim()
        .split('\n\n');
      if (!imported.ok) throw new Error(imported.reason.key);
      expect(imported.paragraphs).toEqual(typed);
      const told = imported.warnings.find(({ key }) => key === 'import.warning.recognised');
      expect(String(told?.values?.['pages'])).toMatch(/^1 \(9\d%\)/u);
    },
    60_000,
  );

  test('what it is missing is told by the program itself', async () => {
    const lacking = openTesseract({ program: program ?? '', languages: 'eng+klingon' });
    expect(await lacking.trouble()).toBe('no data for klingon');
    expect(await recogniser.trouble()).toBeUndefined();
  });
});

test.each(['bilevel-en', 'columns-en'])('%s is refused where nobody switched it on', async (name) => {
  const imported = await importFile(scan(`${name}.pdf`));
  expect(imported).toMatchObject({ ok: false, reason: { key: 'import.refused.pdfWithoutText' } });
});

test('a text of which one page is a picture is taken without it, and the page is told', async () => {
  const imported = await importFile(scan('strips-en.pdf'));
  expect(imported).toMatchObject({
    ok: true,
    scanned: [1],
    warnings: expect.arrayContaining([{ key: 'import.warning.pagesWithoutText', values: { pages: '1' } }]),
  });
});

test('a program that fails, or finds nothing, loses no more than its page', async () => {
  const failing = openTesseract({ program: await standIn('process.exit(3)'), languages: 'eng' });
  expect(await importFile(scan('bilevel-en.pdf'), { recogniser: failing })).toMatchObject({
    reason: { key: 'import.refused.recognitionFailed' },
  });
  expect(await importFile(scan('strips-en.pdf'), { recogniser: failing })).toMatchObject({
    ok: true,
    warnings: expect.arrayContaining([{ key: 'import.warning.pagesWithoutText', values: { pages: '1' } }]),
  });
  const blank = await standIn(`process.stdin.resume().on('end', () => process.stdout.write("${page('')}"));`);
  const finding = openTesseract({ program: blank, languages: 'eng' });
  expect(await importFile(scan('bilevel-en.pdf'), { recogniser: finding })).toMatchObject({
    reason: { key: 'import.refused.notRecognised' },
  });
  const gone = openTesseract({ program: join(folder, 'no-such-program'), languages: 'eng' });
  expect(await gone.trouble()).toMatch(/ENOENT/u);
  expect(await importFile(scan('bilevel-en.pdf'), { recogniser: gone })).toMatchObject({
    reason: { key: 'import.refused.recognitionFailed' },
  });
});

test('the program gets no settings of ours, and pixels of 300 dots an inch', async () => {
  const report = join(await folderWith({}), 'report.json');
  const told = await standIn(`
    let head = '';
    process.stdin.on('data', (bytes) => { if (head.length < 40) head += bytes.toString('latin1').slice(0, 40); });
    process.stdin.on('end', () => require('fs').writeFileSync(${JSON.stringify(report)},
      JSON.stringify({ words: process.argv.slice(2), names: Object.keys(process.env), head: head.slice(0, 12) })));`);
  process.env['DISCORD_TOKEN'] = 'secret';
  try {
    const recogniser = openTesseract({ program: told, languages: 'eng+fra' });
    await importFile(scan('columns-en.pdf'), { recogniser });
  } finally {
    delete process.env['DISCORD_TOKEN'];
  }
  const { words, names, head } = JSON.parse(readFileSync(report, 'utf8'));
  expect(names).toEqual(['OMP_THREAD_LIMIT']);
  expect(words).toEqual(expect.arrayContaining(['-l', 'eng+fra', '--dpi', '300']));
  expect(head).toMatch(/^P5\n24\d\d 35/u);
});

describe('hOCR', () => {
  const read = (lines: string) =>
    readRecognised({ page: 1, hocr: page(lines), scale: 4, width: 2400, height: 3200 });

  test('places are points from below, sizes of one text are one', () => {
    const { items, width, height } = read(
      line(`${word(100, 'Ten')}${word(200, 'tariffs')}`) + line(word(100, 'fell'), 160).replace('40"', '46"'),
    );
    expect([width, height]).toEqual([600, 800]);
    expect(items.map(({ text }) => text)).toEqual(['Ten', 'tariffs', 'fell']);
    expect(items[0]).toMatchObject({ x: 25, width: 20, size: 10, y: (3200 - 131) / 4 });
    expect(new Set(items.map(({ size }) => size)).size).toBe(1);
  });

  test('confidence is weighed by letters; words of which it is not sure are named', () => {
    const { confidence, unsure } = read(line(`${word(100, 'sureness', 90)}${word(200, 'hm', 40)}`));
    expect(confidence).toBe(80);
    expect(unsure).toEqual(['hm']);
  });

  test.each(['', '<html', 'no hOCR at all', line(word(100, 'a & b < c'))])('%j breaks nothing', (lines) => {
    expect(() => read(lines)).not.toThrow();
  });

  test('marks of XML are letters again', () => {
    expect(read(line(word(100, 'R&amp;D &lt;3'))).items[0]?.text).toBe('R&D <3');
  });
});
