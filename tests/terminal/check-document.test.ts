// `check --document`: a table for people, a line each for machines, a report, and whether something is wrong.
import { readFile } from 'node:fs/promises';
import { PassThrough } from 'node:stream';
import { text as read } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { openLibrary } from '../../src/library.ts';
import { inEnglish } from '../../src/messages/messages.ts';
import { checkDocument, type DocumentOptions } from '../../src/terminal/reports/check-document.ts';
import { folderWith } from '../temporary.ts';

const library = await openLibrary('corpus');
const article = [
  '“International borders may be changed by force,” the statement said.',
  '“Our support to Ukraine will continue,” it added. They call it “ironclad”.',
  '“We will paint the harbour green,” said Ottilie Brandmark.',
].join('\n\n');

async function ran(
  text: string | Uint8Array,
  options: Partial<DocumentOptions> = {},
  name = 'article.txt',
): Promise<{ out: string; wrong: boolean; folder: string }> {
  const folder = await folderWith({ [name]: text });
  const stream = new PassThrough();
  const where = { screen: { stream }, progress: process.stderr, translate: inEnglish };
  const report = options.report === undefined ? {} : { report: `${folder}/${options.report}` };
  const wrong = await checkDocument(library, { document: `${folder}/${name}`, ...options, ...report }, where);
  stream.end();
  return { out: await read(stream), wrong, folder };
}

test('people get a summary, the worst first, and each quotation with its line and its source', async () => {
  const { out, wrong } = await ran(article);
  expect(out).toContain('Altered: 1 · Outside these sources: 1 · Exact: 1');
  expect(out).toMatch(/1 {2}Altered +“?International borders.* european-leaders ¶7/u);
  expect(out).toContain('“must not” became “may” (reverses the meaning)');
  expect(out).toMatch(/In quotation marks and not looked at .*“ironclad”/su);
  expect(wrong).toBe(true);
});

test('machines get a line for each thing, with its place in the file', async () => {
  const { out } = await ran(article, { json: true });
  const lines = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.map(({ kind, verdict, coverage }) => [kind, verdict, coverage])).toEqual([
    ['quotation', 'altered', 'inside'],
    ['quotation', 'exact', 'inside'],
    ['quotation', 'not-found', 'outside'],
    ['passed-over', undefined, undefined],
  ]);
  const [first] = lines;
  expect(article.slice(first.start, first.end)).toBe('“International borders may be changed by force,”');
  expect(first.speaker).toEqual({ claimed: 'the statement', clause: 'the statement said' });
  expect(first.changes).toMatchObject([{ op: 'replace', source: 'must not', given: 'may' }]);
  expect(first.citations).toMatchObject([{ document: 'european-leaders', paragraph: 7 }]);
});

test('nothing is wrong where all is exact, outside or no quotation', async () => {
  const { wrong } = await ran(article.split('\n\n').slice(1).join('\n\n'));
  expect(wrong).toBe(false);
});

test.each([
  [
    'a page',
    'page.html',
    `<!doctype html><html><body><p>It says: “International borders may be changed by force.”</p></body></html>`,
  ],
  ['Markdown', 'page.md', 'It says:\n\n> International borders may be changed by force.\n'],
  [
    'another encoding',
    'page.txt',
    Buffer.from('\ufeffIt says: “International borders may be changed by force.”', 'utf16le'),
  ],
])('%s is read as sources are', async (_, name, text) => {
  const { out } = await ran(text, { json: true }, name);
  expect(JSON.parse(out)).toMatchObject({ verdict: 'altered' });
});

test('a block quotation of a page counts without marks', async () => {
  const page = `<!doctype html><html><body><p>It says:</p><blockquote><p>International borders may be changed by force.</p></blockquote><p>That is not so.</p></body></html>`;
  const { out } = await ran(page, { json: true }, 'page.html');
  expect(JSON.parse(out)).toMatchObject({ verdict: 'altered' });
});

test.each(['md', 'html'])(
  'the report as %s has each quotation, its source and what proves it',
  async (ending) => {
    const { folder } = await ran(article, { report: `report.${ending}` });
    const report = await readFile(`${folder}/report.${ending}`, 'utf8');
    expect(report).toContain('International borders may be changed by force');
    expect(report).toContain('International borders must not be changed by force');
    expect(report).toContain('european-leaders ¶7');
    expect(report).toMatch(/SHA-256 of the checked text: [0-9a-f]{64}/u);
    expect(report).toMatch(/european-leaders · .* · [0-9a-f]{16}/u);
    expect(report).toMatch(/<mark/u);
  },
);

test('a report holds what stood in the text as words, and never as tags or marks', async () => {
  const hostile =
    'He said: “<script>alert(1)</script> & # *never* [x](https://example.org/a) in the sources”';
  const page = await ran(hostile, { report: 'report.html' });
  expect(await readFile(`${page.folder}/report.html`, 'utf8')).not.toContain('<script>');
  const notes = await ran(hostile, { report: 'report.md' });
  expect(await readFile(`${notes.folder}/report.md`, 'utf8')).not.toMatch(/(?<!\\)<script>|(?<!\\)\*never/u);
});

test('a file that is no text, and a report of another kind, are refused with what to do', async () => {
  await expect(
    ran(Buffer.from([0, 1, 2, 3, 0, 255, 254, 0, 7, 0, 0, 9, 200, 0, 1]), {}, 'a.png'),
  ).rejects.toMatchObject({
    told: { key: 'cli.documentRefused' },
  });
  await expect(ran(article, { report: 'report.pdf' })).rejects.toMatchObject({
    told: { key: 'cli.reportEnding' },
  });
});
