// The folders of DESIGN.md may import only what it says they may, so that each keeps its one job.
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const shared = ['src/errors.ts', 'src/validation.ts', 'src/messages/'];

/** For each place, what of the project it may import beside itself and what all share. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'src/corpus/': [],
  'src/messages/': ['src/corpus/'],
  'src/search/': ['src/corpus/'],
  'src/library.ts': ['src/corpus/', 'src/search/'],
  'src/refusals.ts': ['src/corpus/', 'src/library.ts'],
  'src/terminal/': [
    'src/corpus/',
    'src/search/',
    'src/library.ts',
    'src/refusals.ts',
    'src/ending.ts',
    'src/config.ts',
    'package.json',
  ],
  'src/discord/': [
    'src/corpus/',
    'src/search/',
    'src/library.ts',
    'src/refusals.ts',
    'src/log.ts',
    'src/config.ts',
  ],
  'commands/': [
    'src/discord/command.ts',
    'src/discord/describe.ts',
    'src/discord/render.ts',
    'src/refusals.ts',
  ],
  'src/log.ts': ['src/config.ts'],
  'src/ending.ts': [],
  'src/config.ts': [],
  'src/errors.ts': [],
  'src/validation.ts': [],
};

async function codeOf(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => name.endsWith('.ts')).map((name) => `${folder}/${name}`);
}

const files = [...(await codeOf('src')), ...(await codeOf('commands'))];

test.each(Object.entries(mayImport))('%s imports what it may', async (place, allowed) => {
  for (const file of files.filter((name) => name.startsWith(place))) {
    const source = await readFile(file, 'utf8');
    for (const [, target = ''] of source.matchAll(/from '(\.[^']+)'/g)) {
      const imported = join(dirname(file), target);
      const fits = [place, ...shared, ...allowed].some((prefix) => imported.startsWith(prefix));
      expect(fits, `${file} imports ${imported}`).toBe(true);
    }
  }
});

test('MiniSearch is known to one file alone, and nobody imports an entry point', async () => {
  for (const file of files) {
    const source = await readFile(file, 'utf8');
    if (file !== 'src/search/candidates.ts') expect(source, file).not.toContain("'minisearch'");
    expect(source, file).not.toMatch(/from '[./]+\/(main|cli|deploy|shard)\.ts'/);
  }
});

test('only the settings read the environment', async () => {
  for (const file of files.filter((name) => name !== 'src/config.ts')) {
    expect(await readFile(file, 'utf8'), file).not.toContain('process.env');
  }
});

test('every file opens with its place in the flow', async () => {
  for (const file of files) expect(await readFile(file, 'utf8'), file).toMatch(/^\/\/ \S/);
});
