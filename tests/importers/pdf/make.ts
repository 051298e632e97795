// Makes the PDFs beside it from the texts that were typed out first: each in a layout of its own, printed by Chromium.
// Run it by hand (node tests/importers/pdf/make.ts [NAME …]); the files are kept, so that no test needs a browser.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { layouts } from './layouts.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const fonts = fileURLToPath(new URL('../../../node_modules/@fontsource/', import.meta.url));
const sheets = ['noto-serif/400.css', 'noto-serif/700.css', 'noto-sans/400.css', 'noto-sans/700.css'].map(
  (sheet) => `<link rel="stylesheet" href="${pathToFileURL(join(fonts, sheet))}">`,
);

const wanted = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), 'pages-'));
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--allow-file-access-from-files'],
});
const page = await browser.newPage();
for (const [name, layout] of Object.entries(layouts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const text = await readFile(join(here, `${name}.txt`), 'utf8');
  const { css, body } = layout(text.trim().split('\n\n'));
  const file = join(folder, `${name}.html`);
  const html = `<!DOCTYPE html><meta charset="utf-8">${sheets.join('')}<style>${css}</style>${body}`;
  await writeFile(file, html);
  await page.goto(pathToFileURL(file).href);
  await page.evaluate('document.fonts.ready');
  const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  await writeFile(join(here, `${name}.pdf`), bytes);
  console.log(name, bytes.length);
}
await browser.close();
await rm(folder, { recursive: true });
