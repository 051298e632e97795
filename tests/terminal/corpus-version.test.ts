// `check --document --at`: the folder of documents as git has it, at a commit, a tag or a day.
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { corpusAt, versionOf } from '../../src/terminal/commands/corpus-version.ts';
import { folderWith } from '../temporary.ts';

let folder = '';
const git = (...words: string[]): string =>
  execFileSync('git', ['-C', folder, ...words], { encoding: 'utf8' });
const commit = (day: string): void => {
  git('add', '-A');
  const who = ['-c', 'user.name=Holm', '-c', 'user.email=holm@example.org', '-c', 'commit.gpgsign=false'];
  execFileSync('git', ['-C', folder, ...who, 'commit', '-q', '-m', 'x'], {
    env: { ...process.env, GIT_COMMITTER_DATE: `${day}T12:00:00`, GIT_AUTHOR_DATE: `${day}T12:00:00` },
  });
};
const at = async (version: string, path = 'texts'): Promise<string> => {
  await using found = await corpusAt(join(folder, path), version);
  return path.endsWith('.md') ? readFile(found.path, 'utf8') : readFile(join(found.path, 'talk.md'), 'utf8');
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'communique-versions-'));
  await mkdir(join(folder, 'texts'));
  await writeFile(join(folder, 'texts/talk.md'), 'first');
  await writeFile(join(folder, 'other.md'), 'other');
  git('init', '-q');
  commit('2025-08-16');
  git('tag', 'one');
  await writeFile(join(folder, 'texts/talk.md'), 'second');
  commit('2025-08-20');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test.each([
  ['a commit', 'HEAD', 'second'],
  ['one before', 'HEAD~1', 'first'],
  ['a tag', 'one', 'first'],
  ['a day', '2025-08-18', 'first'],
  ['the day of a change', '2025-08-20', 'second'],
])('%s', async (_, version, expected) => {
  expect(await at(version)).toBe(expected);
  expect(await at(version, 'texts/talk.md')).toBe(expected);
});

test('nothing else of the repository is written, nor left there', async () => {
  let path = '';
  {
    await using found = await corpusAt(join(folder, 'texts'), 'one');
    path = found.path;
    expect(await readdir(join(path, '..'))).toEqual(['texts']);
  }
  await expect(readdir(path)).rejects.toThrow('ENOENT');
  expect(git('status', '--porcelain')).toBe('');
});

test.each(['2025-08-01', 'two', '--output=x', '', 'HEAD:other.md', 'HEAD~9'])(
  'no such version: %j',
  async (version) => {
    await expect(at(version)).rejects.toMatchObject({ told: { key: 'cli.corpusNoVersion' } });
  },
);

test('a folder that git does not keep', async () => {
  const loose = await folderWith({ 'talk.md': 'loose' });
  await expect(corpusAt(loose, 'HEAD')).rejects.toMatchObject({ told: { key: 'cli.corpusUnversioned' } });
  expect(await versionOf(loose)).toBeUndefined();
});

test('a report names the commit only where nothing changed since', async () => {
  expect(await versionOf(join(folder, 'texts'))).toBe(git('rev-parse', 'HEAD').trim());
  await writeFile(join(folder, 'texts/new.md'), 'new');
  expect(await versionOf(join(folder, 'texts'))).toBeUndefined();
  expect(await versionOf(join(folder, 'other.md'))).toBe(git('rev-parse', 'HEAD').trim());
});

test('what git cannot do is told, and is not taken for a folder without versions', async () => {
  const broken = await folderWith({ '.git': 'gitdir: /nowhere' });
  const failed = { told: { key: 'cli.gitFailed', values: { reason: expect.stringContaining('/nowhere') } } };
  await expect(versionOf(broken)).rejects.toMatchObject(failed);
  await expect(corpusAt(broken, 'HEAD')).rejects.toMatchObject(failed);
});
