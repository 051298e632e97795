// An operator's evening: files of every kind become documents, what is wrong with them is told, and so is what is wrong with the settings,
// step after step with the README's own commands. What is looked at is what is told, not the words it is told in.
import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { docx, paragraph, pdf } from '../importers/files.ts';
import { environmentOf } from '../programs.ts';
import { folderWith } from '../temporary.ts';

// Each step starts a program.
vi.setConfig({ testTimeout: 120_000 });

interface Ran {
  readonly status: number;
  /** Both outputs as they are read, in one line. */
  readonly said: string;
  readonly out: string;
}

function run(program: string, words: readonly string[], cwd = process.cwd()): Promise<Ran> {
  const given = { env: environmentOf(), maxBuffer: 1e8, cwd };
  return new Promise((resolve) => {
    execFile(process.execPath, [join(process.cwd(), program), ...words], given, (error, out, err) => {
      const status = typeof error?.code === 'number' ? error.code : error ? -1 : 0;
      resolve({ status, out, said: `${out} ${err}`.replace(/\s*\n\s*│?\s*|\s+/gu, ' ') });
    });
  });
}

const cli = (...words: string[]): Promise<Ran> => run('src/cli.ts', words);

const article = `<html lang="en"><head><title>Truce holds</title><meta property="article:published_time" content="2025-08-02">
<meta property="og:site_name" content="Harbour News"></head><body><div class="cookie">We value your privacy. Accept all cookies.</div>
<main><article><h1>Truce holds</h1><p>The truce runs until 12 August, the ministry said.</p>
<p>Acting Prime Minister Ida Holm said that her government would keep it “in good faith”.</p></article></main>
<aside>Subscribe to our newsletter</aside></body></html>`;

const markdown = `# Positions

- The northern delegation asked for **seven** observers.
- The southern delegation asked for nine.
`;

test('files of every kind become documents that answer, and each that cannot is told with its reason', async () => {
  const from = await folderWith({
    'truce.html': article,
    'positions.md': markdown,
    'note.txt': 'The observers arrive on Monday.\n\nThey stay in Harbour House.\n',
    'readout.docx': docx(paragraph('Readout', 'Title') + paragraph('The ministers spoke for two hours.')),
    'pact.pdf': pdf([[{ text: 'Article 1. The parties lay down their arms.', x: 72, y: 700 }]]),
    'old.doc': 'x',
    'garbage.txt': new Uint8Array([0xff, 0xfe, 0x00, 0xd8, 0x41]),
    'cut.docx': docx(paragraph('Half')).subarray(0, 120),
  });
  const corpus = join(await folderWith({}), 'corpus');
  const added = await cli('corpus', 'add', from, '--to', corpus);
  for (const id of ['truce-holds', 'positions', 'note', 'readout', 'pact']) expect(added.out).toContain(id);
  for (const refused of ['old.doc', 'garbage.txt', 'cut.docx']) expect(added.said).toContain(refused);
  expect(added.said).not.toMatch(/ZIP/u);
  expect(added.status).toBe(1);

  // The page without its banner and letters; each demand of the list by itself.
  const page = await readFile(join(corpus, 'truce-holds.md'), 'utf8');
  expect(page).not.toMatch(/cookies|newsletter/iu);
  const demand = await cli('cite', 'positions', '1', '-c', corpus);
  expect(demand.said).toContain('seven observers');
  expect(demand.said.split('nine')).toHaveLength(2);

  // What one looks at before one trusts it: the documents, and who is who in them, to be corrected.
  const checked = await cli('corpus', 'check', corpus);
  expect(checked.said).toContain('truce-holds');
  const names = await cli('corpus', 'names', corpus);
  expect(JSON.stringify(parse(names.out))).toContain('Ida Holm');

  // And it answers, by name and by question.
  expect((await cli('ask', 'How long does the truce run?', '-c', corpus)).said).toContain('12 August');
  expect((await cli('position', 'Holm', '-c', corpus)).said).toContain('in good faith');
});

test('ten questions of one’s own tell how good it is, in words that fit each other', async () => {
  const folder = await folderWith({
    'questions.jsonl': [
      { question: 'Can borders be changed by force?', answers: ['must not be changed by force'] },
      { question: 'How many people died in the war?', answers: [] },
    ]
      .map((row) => JSON.stringify(row))
      .join('\n'),
  });
  const questions = join(folder, 'questions.jsonl');
  const measured = await run('tests/eval/main.ts', [
    ...['--corpus', 'corpus', '--questions', questions, '--reader', 'lexical', '--json'],
  ]);
  expect(measured.status).toBe(0);
  expect(measured.out).toContain('plain MiniSearch');
});

test('a slip in the settings is told with its line and what is near, before anything starts', async () => {
  const folder = await folderWith({ '.env': 'LOG_LEVEL=info\nDISCORD_TOKN=abc\n' });
  await mkdir(join(folder, 'corpus'));
  await writeFile(join(folder, 'corpus', 'a.md'), '---\ntitle: A\n---\n\nThe treaty is signed.\n');
  for (const words of [['src/main.ts', '--check'], ['src/doctor.ts']]) {
    const [program = '', ...rest] = words;
    const { status, said } = await run(program, rest, folder);
    expect(said).toMatch(/\.env.*2/u);
    expect(said).toContain('DISCORD_TOKEN');
    expect(said).not.toContain('abc');
    expect(said).not.toMatch(/ at .*\.ts:\d+/u);
    expect(status).not.toBe(0);
  }
});
