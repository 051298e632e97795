// The folders of DESIGN.md may import only what it says they may, so that each keeps its one job.
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const design = await readFile('DESIGN.md', 'utf8');

interface Rule {
  readonly places: readonly string[];
  readonly isShared: boolean;
  /** What of the project these may import beside themselves and what all share. */
  readonly mayImport: readonly string[];
}

/** The rows of a table of places, jobs and what may be imported there, as far as they are about the program's own TypeScript. */
function rulesIn(page: string): Rule[] {
  const [, rows = ''] = page.split(/^\| place \|.*\|\n\| --- \|.*\n/mu);
  const [table = ''] = rows.split('\n\n', 1);
  return table.split('\n').flatMap((row) => {
    const [, place = '', job = '', imports = ''] = row.split(/(?<=\s)\|(?=\s|$)|^\|/u);
    const places = pathsIn(place).filter((path) => /^(?:src|commands)\b.*(?:\/|\.ts)$/u.test(path));
    const rule = { places, isShared: job.trim().startsWith('shared by all: '), mayImport: pathsIn(imports) };
    return places.length > 0 ? [rule] : [];
  });
}

/** The paths that stand as code in a cell: folders end with a stroke, and `a/{b,c}.ts` is two files. */
function pathsIn(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/gu)].flatMap(([, code = '']) => {
    const [before = '', within, after = ''] = code.split(/[{}]/u);
    const paths = within === undefined ? [code] : within.split(',').map((part) => before + part + after);
    return paths.map((path) => (/\/$|\.[a-z]+$/u.test(path) ? path : `${path}/`));
  });
}

const rules = rulesIn(design);
const shared = rules.filter(({ isShared }) => isShared).flatMap(({ places }) => places);

async function codeOf(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => name.endsWith('.ts')).map((name) => `${folder}/${name}`);
}

const files = [...(await codeOf('src')), ...(await codeOf('commands'))];

/** The places of the table that a file belongs to, its folder or itself, with what may be imported there. */
function rulesOf(file: string): { readonly place: string; readonly mayImport: readonly string[] }[] {
  return rules.flatMap(({ places, mayImport }) =>
    places.filter((place) => fits(file, place)).map((place) => ({ place, mayImport })),
  );
}

function fits(file: string, place: string): boolean {
  return place.endsWith('/') ? file.startsWith(place) : file === place;
}

/** The files of the project that a source text imports: by `from`, for their effect, or when it runs. */
function importsOf(file: string, source: string): string[] {
  const targets = source.matchAll(/(?:\bfrom|\bimport|\bimport\s*\()\s*(['"`])(?<target>\.[^'"`]+)\1/g);
  return [...targets].map(({ groups }) => join(dirname(file), groups?.['target'] ?? ''));
}

function forbidden(file: string, source: string): string[] {
  return rulesOf(file).flatMap(({ place, mayImport }) => {
    const allowed = [place, ...shared, ...mayImport];
    return importsOf(file, source).filter((imported) => !allowed.some((each) => fits(imported, each)));
  });
}

test.each(files)('%s has one place, and imports what may be imported there', async (file) => {
  expect(rulesOf(file)).toHaveLength(1);
  expect(forbidden(file, await readFile(file, 'utf8'))).toEqual([]);
});

test('every place of the table is there', () => {
  const empty = rules
    .flatMap(({ places }) => places)
    .filter((place) => !files.some((file) => fits(file, place)));
  expect(empty).toEqual([]);
});

test('what the table lets somebody import is there', () => {
  const there = [...files, 'package.json'];
  const gone = rules.flatMap(({ mayImport }) =>
    mayImport.filter((path) => !there.some((file) => fits(file, path))),
  );
  expect(gone).toEqual([]);
});

test.each<[string, Rule[]]>([
  ['| `src/a/` | texts | |', [{ places: ['src/a/'], isShared: false, mayImport: [] }]],
  [
    '| `src/a/` | texts; `b.ts` alone knows `c` | `src/d`, `src/e/f.ts` |',
    [{ places: ['src/a/'], isShared: false, mayImport: ['src/d/', 'src/e/f.ts'] }],
  ],
  [
    '| `src/{a,b-c}.ts` | shared by all: texts | `src/{d,e}`, `package.json` |',
    [
      {
        places: ['src/a.ts', 'src/b-c.ts'],
        isShared: true,
        mayImport: ['src/d/', 'src/e/', 'package.json'],
      },
    ],
  ],
  ['| `commands/` | handlers | |', [{ places: ['commands/'], isShared: false, mayImport: [] }]],
  ['| `tests/` | mirrors `src` | |', []],
  ['| `src/start.js`, `compose.yaml` | starts | nothing |', []],
])('how a row of the table is read: %s', (row, read) => {
  const page = `# x\n\n| place | job | may import |\n| --- | --- | --- |\n${row}\n\n| \`src/z/\` | other table | |\n`;
  expect(rulesIn(page)).toEqual(read);
});

test.each([
  ["import { x } from '../discord/bot.ts';"],
  ["import type { x } from '../discord/bot.ts';"],
  ["export { x } from '../discord/bot.ts';"],
  ["import '../discord/bot.ts';"],
  ["const { x } = await import('../discord/bot.ts');"],
  ['const { x } = await import(`../discord/bot.ts`);'],
  ["const { x } = await import(\n  '../discord/bot.ts'\n);"],
])('an import that may not be is found: %s', (source) => {
  expect(forbidden('src/corpus/rogue.ts', source)).toEqual(['src/discord/bot.ts']);
});

test('a file that no rule covers is found', () => {
  expect(rulesOf('src/rogue.ts')).toEqual([]);
  expect(rulesOf('src/errors.ts.old.ts')).toEqual([]);
});

test('MiniSearch is known to one file alone, and nobody imports an entry point', async () => {
  const entries = ['main', 'cli', 'deploy', 'store-cli', 'backup', 'report', 'doctor'].map(
    (name) => `src/${name}.ts`,
  );
  for (const file of files) {
    const source = await readFile(file, 'utf8');
    if (file !== 'src/search/index/postings.ts') expect(source, file).not.toContain("'minisearch'");
    expect(
      importsOf(file, source).filter((imported) => entries.includes(imported)),
      file,
    ).toEqual([]);
  }
});

test('prom-client is known to one file alone', async () => {
  for (const file of files) {
    const source = await readFile(file, 'utf8');
    if (file !== 'src/health/figures.ts') expect(source, file).not.toContain("'prom-client'");
  }
});

test('ONNX Runtime and the tokenizer are known to one file each', async () => {
  for (const file of files) {
    const source = await readFile(file, 'utf8');
    if (file !== 'src/reading/encoder.ts') expect(source, file).not.toContain("'onnxruntime-node'");
    if (file !== 'src/reading/tokens.ts') expect(source, file).not.toContain("'@huggingface/tokenizers'");
  }
});

test('only the settings read the environment', async () => {
  for (const file of files.filter((name) => name !== 'src/config.ts')) {
    // That ONNX Runtime is to keep to itself can be said in no other way; nothing is read there.
    const silences = file === 'src/reading/thread.ts' ? "process.env['ORT_DISABLE_TELEMETRY'] = '1';" : '';
    const source = await readFile(file, 'utf8');
    expect(source.split('process.env'), file).toHaveLength(silences === '' ? 1 : 2);
    expect(source, file).toContain(silences);
  }
});

test('every file opens with its place in the flow', async () => {
  for (const file of files) expect(await readFile(file, 'utf8'), file).toMatch(/^\/\/ \S/);
});
