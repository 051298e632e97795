// `corpus add`, `corpus check` and `compare` as processes of their own, on real folders.
import { execFile } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { readCollection } from '../../src/corpus/files/collection.ts';
import { docx, paragraph, pdf } from '../importers/files.ts';
import { environmentOf } from '../programs.ts';
import { folderWith, markdown } from '../temporary.ts';

// Each test starts several programs, and each of those the process that reads its files.
vi.setConfig({ testTimeout: 60_000 });

interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

function run(...words: string[]): Promise<Ran> {
  const env = environmentOf();
  return new Promise((resolve) => {
    execFile(process.execPath, ['src/cli.ts', ...words], { env, maxBuffer: 1e8 }, (error, out, err) => {
      resolve({ status: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err });
    });
  });
}

const text = 'The delegations met on Saturday in the old town hall and agreed on a list of seven points.';
const page = `<html lang="en"><head><meta charset="utf-8"><title>Talks go on</title><meta property="article:published_time" content="2025-08-16"><meta property="og:site_name" content="Example News"></head><body><main><h1>Talks go on</h1><p>${text}</p><p>They meet again on Monday.</p></main></body></html>`;

const inbox = (): Promise<string> =>
  folderWith({
    'a.html': page,
    'b.docx': docx(paragraph('Joint Statement', 'Title') + paragraph('The Parties met in Geneva.')),
    'c.pdf': pdf([[{ text: 'A text that stands in a PDF file.', x: 72, y: 700 }]]),
    'd.txt': 'A line.\n\nAnother line.\n',
    'broken.pdf': '%PDF-1.4 nothing more',
    'picture.jpg': 'no text by its name',
    'README.md': 'about this folder',
  });

describe('corpus add', () => {
  test('makes documents of a folder of files, and one bad file stops no other', async () => {
    const [from, to] = [await inbox(), join(await folderWith({}), 'corpus')];
    const { status, out, err } = await run('corpus', 'add', from, join(from, 'nothere.txt'), '--to', to);
    expect(out).toMatch(/added\s+talks-go-on\s+2 paragraphs/);
    expect(out.replace(/\s+/g, ' ')).toContain('broken.pdf: this PDF is damaged and cannot be read');
    expect(out.replace(/\s+/g, ' ')).toContain('nothere.txt: this cannot be read (ENOENT');
    expect(out).toContain('4 added · 2 refused');
    expect([status, err]).toEqual([1, '']);
    const { documents, passages, problems } = await readCollection(to);
    expect(documents.map(({ id }) => id)).toEqual(['c', 'd', 'joint-statement', 'talks-go-on']);
    expect(problems).toEqual([]);
    expect(documents[3]).toMatchObject({
      title: { value: 'Talks go on', by: 'source' },
      publisher: { value: 'Example News', by: 'source' },
      published: { value: '2025-08-16', by: 'source' },
      language: 'en',
    });
    expect(passages.filter(({ document }) => document.id === 'talks-go-on').map((each) => each.text)).toEqual(
      [text, 'They meet again on Monday.'],
    );
    expect(await readdir(to)).toHaveLength(4);
  });

  test('writes nothing twice, and a new version only where it is told to', async () => {
    const from = await folderWith({ 'a.html': page });
    const to = await folderWith({});
    expect((await run('corpus', 'add', from, '--to', to)).status).toBe(0);
    const again = await run('corpus', 'add', from, '--to', to);
    expect([again.status, again.out]).toEqual([0, expect.stringContaining('1 there already')]);
    const version = await folderWith({
      'b.html': page.replace('They meet again on Monday.', 'They meet again on Tuesday.'),
    });
    const refused = await run('corpus', 'add', version, '--to', to);
    expect(refused.status).toBe(1);
    expect(refused.out.replace(/\s+/g, ' ')).toContain('with --replace this one takes its place');
    expect(await readFile(join(to, 'talks-go-on.md'), 'utf8')).toContain('Monday');
    const replaced = await run('corpus', 'add', version, '--to', to, '--replace');
    expect([replaced.status, replaced.out]).toEqual([0, expect.stringContaining('1 replaced')]);
    expect(await readFile(join(to, 'talks-go-on.md'), 'utf8')).toContain('Tuesday');
  });

  test('gives another text with the same title an id of its own, and leaves a stranger’s file alone', async () => {
    const to = await folderWith({ 'talks-go-on.md': 'no document' });
    const from = await folderWith({ 'a.html': page });
    const { status, out } = await run('corpus', 'add', from, '--to', to);
    expect([status, out.replace(/\s+/g, ' ')]).toEqual([
      1,
      expect.stringContaining('is no document of this corpus'),
    ]);
    expect(await readFile(join(to, 'talks-go-on.md'), 'utf8')).toBe('no document');
    const other = await folderWith({
      'talks-go-on.md': markdown('talks-go-on', 'Quite another text on quite other things.'),
    });
    const added = await run('corpus', 'add', from, '--to', other);
    expect([added.status, added.out.replace(/\s+/g, ' ')]).toEqual([
      0,
      expect.stringContaining('another text is there already as talks-go-on'),
    ]);
    expect(added.out.replace(/\s+/g, ' ')).toContain('remove talks-go-on-2 and add it again with --replace');
    expect(await readdir(other)).toEqual(['talks-go-on-2.md', 'talks-go-on.md']);
  });

  test('says what it would do, with what is supplied, as JSON', async () => {
    const to = await folderWith({});
    const from = await folderWith({ 'd.txt': 'A line.\n\nAnother line.\n' });
    const { status, out } = await run(
      ...['corpus', 'add', from, '--to', to, '--dry-run', '--json'],
      ...['--kind', 'readout', '--language', 'en', '--publisher', 'The Office', '--published', '2025-08'],
    );
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject([
      {
        outcome: 'added',
        path: join(to, 'd.md'),
        format: 'text',
        paragraphs: 2,
        document: {
          kind: 'readout',
          language: 'en',
          publisher: { value: 'The Office', by: 'supplied' },
          published: { value: '2025-08' },
        },
      },
    ]);
    expect(await readdir(to)).toEqual([]);
  });

  test.each([
    [['add', 'x', '--kind', 'blog'], '--kind cannot be "blog"; write one of: news'],
    [['add', 'x', '--published', 'today'], '--published cannot be "today"; write a date'],
    [['add'], 'Something is missing: paths.'],
    [['frob'], 'There is no command "corpus frob".'],
    [['add', 'tests/golden'], 'There is no file to add here: tests/golden'],
  ])('called wrongly with %j is told so', async (words, message) => {
    const { status, out, err } = await run(
      'corpus',
      ...words,
      ...(words[0] === 'add' ? ['--to', 'no/such'] : []),
    );
    expect(err).toContain(message);
    expect([status, out]).toEqual([2, '']);
  });

  test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'tells of each file that a folder does not take',
    async () => {
      const to = await folderWith({});
      await chmod(to, 0o500);
      const { status, out } = await run('corpus', 'add', await folderWith({ 'a.html': page }), '--to', to);
      expect([status, out]).toEqual([1, expect.stringContaining('cannot be written')]);
      // What cannot even be read may hold anything, so nothing is tried.
      await chmod(to, 0);
      const shut = await run('corpus', 'add', await folderWith({ 'a.html': page }), '--to', to);
      expect([shut.status, shut.out]).toEqual([2, '']);
      expect(shut.err).toMatch(/^[^\n]*: this cannot be read \(EACCES[^\n]*\n$/);
    },
  );

  test('is told in one line where a folder cannot be one, and nothing was somebody else’s fault', async () => {
    const folder = await folderWith({ 'a.html': page, 'file.txt': 'x' });
    const [from, file] = [join(folder, 'a.html'), join(folder, 'file.txt')];
    const toFile = await run('corpus', 'add', from, '--to', file);
    expect([toFile.status, toFile.out]).toEqual([2, '']);
    expect(toFile.err).toMatch(/^--to must name a folder, and .* is a file\.\n$/);
    const below = await run('corpus', 'add', from, '--to', join(file, 'deep'));
    expect([below.status, below.err]).toEqual([1, '']);
    expect(below.out.replace(/\s+/g, ' ')).toContain('cannot be written (ENOTDIR: a part of the path');
  });

  test('writes no control character, so that what it writes can be read', async () => {
    const from = await folderWith({ 'a.txt': 'A \u001b[31mred title\n\nOne sentence of the text.\n' });
    const to = await folderWith({});
    expect((await run('corpus', 'add', from, '--to', to)).status).toBe(0);
    expect((await readCollection(to)).problems).toEqual([]);
  });

  test('takes hundreds of files in one go', async () => {
    const from = await folderWith({});
    await mkdir(join(from, 'deep/er'), { recursive: true });
    for (let number = 0; number < 300; number++) {
      const body = `Text number ${number} is about the number ${number * number}.\n\nIt has two paragraphs, of which this is number ${number + 2}.`;
      await writeFile(join(from, `deep/er/t${number}.txt`), body);
    }
    const to = await folderWith({});
    const { status, out } = await run('corpus', 'add', from, '--to', to, '--json');
    expect(status).toBe(0);
    expect(JSON.parse(out).filter(({ outcome }: { outcome: string }) => outcome === 'added')).toHaveLength(
      300,
    );
    expect((await readCollection(to)).documents).toHaveLength(300);
  });
});

describe('corpus check', () => {
  test('says what is odd in each document, and fails only where something is wrong or where it is told to', async () => {
    const folder = await folderWith({
      'a.md': markdown('a', `${text}\n\nThe cеasefire held.`, 'publisher: x\npublished: 2025-08-16\n'),
      'b.md': markdown('b', `${text}\n\nIt went on.`, 'publisher: x\n'),
      'c.md': markdown(
        'c',
        'All is well here, and there is nothing to say of it.',
        'publisher: x\npublished: 2025\n',
      ),
    });
    const { status, out } = await run('corpus', 'check', folder);
    const words = out.replace(/\s+/g, ' ');
    expect(words).toContain('1 word mixes letters of two scripts that look alike: “cеasefire” ¶2');
    expect(words).toContain('of this text is in b');
    expect(words).toContain('no date was found');
    expect(words).toContain('3 documents · 4 things to look at · 0 things wrong');
    expect(status).toBe(0);
    expect((await run('corpus', 'check', folder, '--strict')).status).toBe(1);
    await writeFile(join(folder, 'd.md'), 'nothing');
    const wrong = await run('corpus', 'check', folder, '--json');
    expect(wrong.status).toBe(1);
    expect(JSON.parse(wrong.out)).toMatchObject({
      documents: [
        { id: 'a', warnings: [{ key: 'import.warning.near' }, { key: 'import.warning.mixedScripts' }] },
        { id: 'b' },
        { id: 'c', warnings: [] },
      ],
      problems: [{ key: 'frontMatter.none' }],
    });
  });

  test('finds the shipped corpus as it should be but for what its texts do not tell', async () => {
    const { status, out } = await run('corpus', 'check', '--json');
    const found = JSON.parse(out).documents.flatMap(
      ({ warnings }: { warnings: { key: string }[] }) => warnings,
    );
    expect(new Set(found.map(({ key }: { key: string }) => key))).toEqual(
      new Set(['import.warning.noPublisher']),
    );
    expect(status).toBe(0);
  });
});

describe('compare', () => {
  test('shows two documents word by word with both citations', async () => {
    const folder = await folderWith({
      'a.md': markdown('old', `${text}\n\nThe first moves.\n\nThis one stays as it is, word for word.`),
      'b.md': markdown('new', `${text.replace('seven', 'nine')}\n\nThis one stays as it is, word for word.`),
    });
    const { status, out } = await run('compare', 'old', 'new', '-c', folder);
    expect(out).toContain('changed: old ¶1 → new ¶1');
    expect(out.replace(/\n\s*│ /g, ' ')).toContain('a list of [−seven−]{+nine+} points.');
    expect(out).toContain('only on the left: old ¶2');
    expect(out).toContain('the same: old ¶3 = new ¶2');
    expect(status).toBe(0);
    const json = JSON.parse((await run('compare', 'old', 'new', '-c', folder, '--json')).out);
    expect(json.counts).toEqual({ same: 1, changed: 1, moved: 0, left: 1, right: 0 });
  });

  test('takes citations and files', async () => {
    const file = join(
      await folderWith({ 'v.txt': 'International borders must never be changed by force.' }),
      'v.txt',
    );
    const { out } = await run('compare', 'european-leaders ¶7', file);
    expect(out.replace(/\n\s*│ /g, ' ')).toContain('must [−not−]{+never+} be changed by force.');
    const missing = await run('compare', 'european-leaders', 'nowhere');
    expect([missing.status, missing.err]).toEqual([1, expect.stringContaining('names no document here')]);
    // The system calls it a file, and nobody can read it from its beginning.
    const unreadable = await run('compare', 'european-leaders', '/proc/self/mem');
    expect([unreadable.status, unreadable.err]).toEqual([
      1,
      expect.stringMatching(/^\/proc\/self\/mem cannot be compared: this cannot be read .*\n$/),
    ]);
    const broken = join(await folderWith({ 'v.pdf': '%PDF-1.4 x' }), 'v.pdf');
    expect((await run('compare', 'european-leaders', broken)).err).toContain(
      'cannot be compared: this PDF is damaged',
    );
  });
});

test('names prints who is named as a dossier, and says what could not be read', async () => {
  const folder = await folderWith({
    'a.md': markdown('a', 'Treasury Secretary Nora Velde spoke. “We agree,” Velde said.'),
    'b.md': 'no front matter',
  });
  const { status, out, err } = await run('corpus', 'names', folder);
  expect(status).toBe(0);
  expect(out).toContain('  - id: nora-velde\n    name: Nora Velde\n    office: Treasury Secretary\n');
  expect(err).toContain('b.md');
});
