// `npm run report`: the words of all servers as an operator reads them, as a table or a line each, and where it is called wrongly.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { noteMissed } from '../../src/missed/note.ts';
import { openStore } from '../../src/store/store.ts';
import { environmentOf } from '../programs.ts';
import { folderWith } from '../temporary.ts';

const script = join(import.meta.dirname, '../../src/report.ts');
const run = (file: string, ...words: string[]) =>
  promisify(execFile)(process.execPath, [script, ...words], { env: environmentOf({ STORE: file }) });

test('words that two members asked with, and no store where there was none', async () => {
  const file = join(await folderWith({}), 'store.sqlite');
  expect((await run(file)).stdout).toContain('No word was asked in vain');
  expect(existsSync(file)).toBe(false);

  const store = await openStore({ file, url: undefined });
  for (const asker of ['alice', 'bob']) {
    const missed = { guild: '1', asker, at: Date.now(), words: ['ferry', asker], question: 'x' };
    await noteMissed(store.database, [missed]);
  }
  await store.close();
  expect((await run(file)).stdout).toMatch(/Words that two members or more asked in vain.*'ferry'/su);
  expect(JSON.parse((await run(file, '--json')).stdout)).toEqual({
    word: 'ferry',
    asked: 2,
    days: 1,
    servers: 1,
  });
});

test.each([['--days'], ['--days', '0'], ['--days', '31'], ['--weeks', '2'], ['x']])(
  '%s %s',
  async (...words) => {
    const file = join(await folderWith({}), 'store.sqlite');
    await expect(run(file, ...words)).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^[^\n]+\n$/u),
    });
  },
);

test('help', async () => {
  expect((await run('unused', '--help')).stdout).toMatch(/Usage: npm run report[\s\S]*--days/u);
});
