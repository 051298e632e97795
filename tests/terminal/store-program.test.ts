// `npm run store` as an operator runs it: real processes, what they say and how they end.
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { mkdir, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { openStore } from '../../src/store/store.ts';
import { environmentOf } from '../programs.ts';
import { put } from '../store/contract.ts';
import { newPlace } from '../store/engines.ts';
import { contentsAt } from '../store/inside.ts';
import { folderWith } from '../temporary.ts';

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function run(words: readonly string[], settings: Record<string, string>, command?: string): Promise<Ended> {
  const script = join(import.meta.dirname, '../../src/store-cli.ts');
  const options = { env: environmentOf(settings) };
  const child = command
    ? spawn('bash', ['-c', `${command}; exec "$0" "$@"`, process.execPath, script, ...words], options)
    : spawn(process.execPath, [script, ...words], options);
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}

async function storeWith(rows: number): Promise<{ file: string; folder: string }> {
  const folder = await folderWith({});
  const file = join(folder, 'data/store.sqlite');
  const store = await openStore({ file, url: undefined });
  for (let n = 0; n < rows; n++) await put(store.database, `${n}`.padEnd(2_000, 'x'), n);
  await store.close();
  return { file, folder };
}

test('backed up, destroyed, put back, moved to PostgreSQL, and moved back', { timeout: 60_000 }, async () => {
  const { file, folder } = await storeWith(3);
  const before = await contentsAt({ file, url: undefined });
  const settings = { STORE: file };
  const backup = join(folder, 'backups/one.sqlite');
  expect(await run(['backup', backup], settings)).toMatchObject({
    code: 0,
    err: '',
    out: expect.stringContaining('4 rows are backed up'),
  });
  expect(await run(['check', backup], settings)).toMatchObject({
    code: 0,
    out: expect.stringContaining('is whole: made'),
  });
  await rm(file);
  expect(await run(['check'], settings)).toMatchObject({ code: 2, err: expect.stringContaining('ENOENT') });
  expect(await run(['restore', backup], settings)).toMatchObject({
    code: 0,
    out: expect.stringContaining('is back: 4 rows.'),
  });
  const { url = '' } = await newPlace('postgresql');
  expect(await run(['move', '--to', url], settings)).toMatchObject({
    code: 0,
    out: expect.stringContaining('Now set DATABASE_URL'),
  });
  const server = { ...settings, DATABASE_URL: url };
  expect(await run(['check', '--json'], server)).toMatchObject({
    code: 0,
    out: expect.stringContaining('"engine":"postgresql"'),
  });
  const back = join(folder, 'back.sqlite');
  expect(await run(['move', '--to', back], server)).toMatchObject({
    code: 0,
    out: expect.stringContaining(`STORE=${back}`),
  });
  expect(await contentsAt({ file: back, url: undefined })).toEqual(before);
});

test('of dated backups the newest are kept, and other files are left alone', async () => {
  const { file, folder } = await storeWith(1);
  const backups = join(folder, 'backups');
  const old = [
    'communique-2025-01-01T00-00-00Z.sqlite',
    'communique-2025-01-02T00-00-00Z.sqlite',
    'mine.sqlite',
  ];
  await mkdir(backups);
  for (const name of old) await writeFile(join(backups, name), '');
  expect(await run(['backup', '--keep', '2', backups], { STORE: file })).toMatchObject({ code: 0 });
  const names = readdirSync(backups).sort();
  expect(names).toHaveLength(4);
  expect(names).toEqual(expect.arrayContaining(old.slice(1)));
  // What a killed one left is removed after a day, and nothing of other names.
  const left = [`${names[0]}.0123abcd.new`, `${names[0]}.4567cdef.new-journal`, 'mine.sqlite.0123abcd.new'];
  for (const name of left) {
    await writeFile(join(backups, name), '');
    await utimes(join(backups, name), new Date(0), new Date(0));
  }
  await writeFile(join(backups, `${names[0]}.89abcdef.new`), '');
  expect(await run(['backup', '--keep', '9', backups], { STORE: file })).toMatchObject({ code: 0 });
  const after = readdirSync(backups).filter((name) => name.includes('.new'));
  expect(after).toEqual([`${names[0]}.89abcdef.new`, 'mine.sqlite.0123abcd.new']);
  expect(await run(['backup', '--keep', 'all', backups], { STORE: file })).toMatchObject({
    code: 2,
    out: '',
  });
});

test.skipIf(process.platform !== 'linux').each([
  ['backup', (folder: string) => ['backup', join(folder, 'two.sqlite')]],
  ['restore', (folder: string) => ['restore', join(folder, 'one.sqlite'), '--replace']],
  ['move', (folder: string) => ['move', '--to', join(folder, 'two.sqlite')]],
])('a full disk is told as full, and leaves the store as it was: %s', async (_, words) => {
  const { file, folder } = await storeWith(400);
  const before = await contentsAt({ file, url: undefined });
  expect(await run(['backup', join(folder, 'one.sqlite')], { STORE: file })).toMatchObject({ code: 0 });
  const names = () => [readdirSync(folder), readdirSync(join(folder, 'data'))].flat().sort();
  const there = names();
  // In blocks of 1,024 bytes: as on a full disk, every write past it fails.
  const ended = await run(words(folder), { STORE: file }, 'ulimit -f 500');
  expect(ended).toMatchObject({ code: 2, err: expect.stringContaining('the disk is full') });
  expect(names()).toEqual(there);
  expect(await contentsAt({ file, url: undefined })).toEqual(before);
});

test.each([
  [[], 0, /Usage: npm run store/],
  [['--help'], 0, /restore \[options\] <file>/],
  [['restore', '--help'], 0, /--without-erasures/],
  [['bakcup', 'x'], 2, /There is no command "bakcup"/],
  [['backup'], 2, /Something is missing: file/],
  [['backup', 'a', 'b'], 2, /too many/i],
  [['move'], 2, /--to/],
  [['move', '--to', 'mysql://me:secret@host/db'], 2, /begins with postgresql:\/\//],
  [['move', '--to', 'postgresql://me:secret@127.0.0.1:9/db'], 2, /^--to: the database cannot be reached/],
])('%j', async (words, code, said) => {
  const { file } = await storeWith(1);
  const ended = await run(words, { STORE: file });
  expect(ended.code).toBe(code);
  expect(ended.out + ended.err).toMatch(said);
  expect(ended.out + ended.err).not.toContain('secret');
});

test('a server that is not reached is told without its password', async () => {
  const url = new URL(inject('postgres'));
  url.pathname = '/nowhere';
  for (const words of [['backup', join(await folderWith({}), 'x')], ['check'], ['vacuum']]) {
    const ended = await run(words, { DATABASE_URL: url.href });
    expect(ended).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('DATABASE_URL: there is no database'),
    });
  }
});
