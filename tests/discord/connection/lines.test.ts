// What the log tells of a bot beside its connection, a line each: what runs, what an operator should mend, what became of the sources.
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };
import type { Problem } from '../../../src/common/errors.ts';
import type { Settings } from '../../../src/config.ts';
import { filingOf } from '../../../src/discord/connection/running/filing.ts';
import {
  lostTo,
  tellRecognition,
  tellStart,
  threadTo,
} from '../../../src/discord/connection/running/lines.ts';
import {
  changesTo,
  countIn,
  leftOutTo,
  problemsTo,
  unlessStopped,
} from '../../../src/discord/connection/running/lines-of-sources.ts';
import { prepared } from '../../../src/discord/connection/running/prepared.ts';
import type { Library } from '../../../src/library.ts';
import { LibraryClosed } from '../../../src/library-thread/thread.ts';
import { NotRead } from '../../../src/reading/reader.ts';
import { folderWith } from '../../temporary.ts';
import { keptLog } from '../bot.ts';
import { settingsWith } from './host.ts';

const problem = (file: string): Problem => ({ place: { file }, message: { key: 'store.lost' } });
const id = expect.stringMatching(/^[0-9a-f]{8}$/u);
const err = expect.objectContaining({ message: 'broken' });
const broken = new Error('broken');

/** A library of which only what is wrong with it is asked. */
function libraryWith(problems: readonly string[], hints: readonly string[] = [], documents = 0): Library {
  return {
    documents: Array(documents).fill({}),
    problems: problems.map(problem),
    hints: async () => hints.map(problem),
  } as unknown as Library;
}

test.each<[Partial<Settings>, string, string]>([
  [{}, 'sqlite', 'lexical'],
  [{ READER: 'trained' }, 'sqlite', 'trained'],
  [{ DATABASE_URL: 'postgres://nowhere/none' }, 'postgresql', 'lexical'],
])('at the start it is told what runs here: %j', (settings, store, reader) => {
  const { log, entries } = keptLog();
  tellStart(settingsWith(settings), log);
  expect(entries[0]).toEqual({
    level: 'info',
    message: 'started',
    values: { version: packageJson.version, node: process.version, store, reader },
  });
});

test('at the start it is told what an operator should mend: secrets that others may read, shards that cannot be so', async () => {
  const { log, entries } = keptLog();
  const file = join(await folderWith({ token: 'secret' }), 'token');
  await chmod(file, 0o644);
  tellStart(settingsWith({ DISCORD_TOKEN_FILE: file, SHARDS: 2 }), log);
  // A file `.env` of whoever runs the tests is no matter of theirs.
  const own = entries.filter(({ values }) => !String(values['problem']).startsWith('.env: '));
  expect(own.slice(1)).toEqual([
    {
      level: 'warn',
      message: 'a secret may be read by others',
      values: { problem: expect.stringContaining(`${file}: `) },
    },
    {
      level: 'warn',
      message: 'the shards run otherwise than they were asked to',
      values: { problem: expect.stringMatching(/^SHARDS: /u) },
    },
  ]);
});

test('where text recognition is wanted and cannot work, that is told; else nothing is', async () => {
  const { log, entries } = keptLog();
  await tellRecognition(settingsWith({}), log);
  // A program that knows one language, if any is asked for.
  const program = join(await folderWith({ tesseract: '#!/bin/sh\necho eng\n' }), 'tesseract');
  await chmod(program, 0o755);
  await tellRecognition(settingsWith({ OCR: program }), log);
  expect(entries).toEqual([]);
  await tellRecognition(settingsWith({ OCR: program, OCR_LANGUAGES: 'eng+deu' }), log);
  expect(entries).toEqual([
    {
      level: 'warn',
      message: 'text recognition (OCR) cannot be used; look at OCR and OCR_LANGUAGES',
      values: { trouble: 'no data for deu', program },
    },
  ]);
});

test.each([
  ['replaced', 'error', 'the library broke and is opened again', { id, err }],
  ['troubled', 'error', 'something failed in the library', { id, err }],
  ['notKept', 'warn', 'what was read of the sources cannot be kept for the next start', { err }],
] as const)("of the library's thread is told: %s", (what, level, message, values) => {
  const { log, entries } = keptLog();
  threadTo(log)[what](broken);
  expect(entries).toEqual([{ level, message, values }]);
});

const lost = 'this file was deleted or replaced while the bot runs';

test('a store that is lost is told in one line', () => {
  const { log, entries } = keptLog();
  lostTo(log)(problem('STORE: s.sqlite'));
  expect(entries).toEqual([
    {
      level: 'error',
      message: 'what is stored cannot be saved',
      values: { problem: expect.stringContaining(`STORE: s.sqlite: ${lost}`) },
    },
  ]);
});

test('what is left out of the documents of a server is told with the server', () => {
  const { log, entries } = keptLog();
  leftOutTo(log)('7', ['a', 'b'].map(problem));
  const line = (file: string) => ({
    level: 'warn',
    message: 'left out of the documents of a server',
    values: { guild: '7', problem: expect.stringContaining(`${file}: ${lost}`) },
  });
  expect(entries).toEqual(['a', 'b'].map(line));
});

test.each([
  [{}, undefined, 0],
  [{ SEARCH_ENGINE: 'memory', DATABASE_URL: 'postgres://nowhere/none' }, undefined, 0],
  [{ SEARCH_ENGINE: 'postgres', DATABASE_URL: 'postgres://nowhere/none' }, 'postgres://nowhere/none', 0],
  [{ SEARCH_ENGINE: 'postgres' }, undefined, 1],
] as const)('words are filed as %j says: %s', (settings, search, told) => {
  const { log, entries } = keptLog();
  expect(filingOf(settingsWith(settings), log).search).toBe(search);
  expect(entries).toHaveLength(told);
  for (const { level, message, values } of entries) {
    expect([level, message]).toEqual(['warn', 'the words of the sources are filed in memory']);
    expect(values['problem']).toMatch(/^SEARCH_ENGINE is postgres, but DATABASE_URL names no database/u);
  }
});

test('how far the filing is, and that it cannot be, is told', () => {
  const { log, entries } = keptLog();
  const { filed, notFiled } = filingOf(settingsWith({}), log);
  filed?.(5, 20);
  notFiled?.(broken);
  expect(entries).toEqual([
    {
      level: 'info',
      message: 'words of the sources are filed in the database',
      values: { done: 5, all: 20 },
    },
    {
      level: 'warn',
      message: 'the words of the sources are filed in memory',
      values: { problem: expect.stringMatching(/^DATABASE_URL: .*broken/u) },
    },
  ]);
});

test('questions that were not read are counted by the reason, in the log and the figures', () => {
  const { log, entries } = keptLog();
  const counted: string[] = [];
  const figures = { notRead: (reason: string) => void counted.push(reason) };
  const tell = countIn(log, { figures } as unknown as Parameters<typeof countIn>[1]);
  for (const reason of ['late', 'busy', 'late', 'unavailable'] as const) tell(new NotRead(reason));
  const [first, , third, last] = entries;
  expect(first).toEqual({
    level: 'info',
    message: 'a question was answered by its words alone',
    values: { reason: 'late', late: 1, busy: 0, unavailable: 0 },
  });
  expect(third?.values).toEqual({ reason: 'late', late: 2, busy: 1, unavailable: 0 });
  expect(last?.values).toEqual({ reason: 'unavailable', late: 2, busy: 1, unavailable: 1 });
  expect(counted).toEqual(['late', 'busy', 'late', 'unavailable']);
  countIn(log, undefined)(new NotRead('busy'));
  expect(entries.at(-1)?.values).toMatchObject({ busy: 1 });
});

test('what is wrong with the sources is told once, each kind at its own level, and again only where it is new', async () => {
  const { log, entries } = keptLog();
  const tell = problemsTo(log);
  const told = () =>
    entries.splice(0).map(({ level, message, values }) => [level, message, Object.keys(values)]);
  const [leftOut, slip] = ['left out of the sources', 'the dossier may have a slip'];
  await tell(libraryWith(['a', 'b'], ['c']));
  expect(entries.map(({ values }) => values['problem'] ?? values['hint'])).toEqual(
    ['a', 'b', 'c'].map((file) => expect.stringContaining(`${file}: ${lost}`)),
  );
  expect(told()).toEqual([
    ['warn', leftOut, ['problem']],
    ['warn', leftOut, ['problem']],
    ['info', slip, ['hint']],
  ]);
  await tell(libraryWith(['b'], ['c', 'b']));
  expect(told()).toEqual([['info', slip, ['hint']]]);
});

test('that the sources changed is told with how many documents there are and how many are wrong', async () => {
  const { log, entries } = keptLog();
  const read: Library[] = [];
  const told = changesTo(log, async (library) => void read.push(library));
  const [whole, wrong] = [libraryWith([], [], 3), libraryWith(['a'], [], 2)];
  await told.changed(whole);
  await told.changed(wrong);
  expect(entries).toEqual([
    { level: 'info', message: 'the sources have changed and are read anew', values: { documents: 3 } },
    {
      level: 'info',
      message: 'the sources have changed and are read anew',
      values: { documents: 2, problems: 1 },
    },
  ]);
  expect(read).toEqual([whole, wrong]);
});

test('a change that is not used is told with what to mend, each once until a change is used', async () => {
  const { log, entries } = keptLog();
  const told = changesTo(log, async () => undefined);
  const lines = () => entries.splice(0).map(({ level, message, values }) => [level, message, values]);
  const mend = (file: string) => [
    'error',
    'a change of the sources is not used: mend this',
    { problem: expect.stringContaining(`${file}: `) },
  ];
  told.kept(['a', 'b'].map(problem));
  expect(lines()).toEqual([mend('a'), mend('b')]);
  told.kept(['b', 'c'].map(problem));
  expect(lines()).toEqual([mend('c')]);
  told.kept(['b', 'c'].map(problem));
  expect(lines()).toEqual([
    ['error', 'a change of the sources is not used: what was told is not mended', { problems: 2 }],
  ]);
  await told.changed(libraryWith([]));
  lines();
  told.kept([problem('b')]);
  expect(lines()).toEqual([mend('b')]);
});

test('what fails while the sources are read anew is told, but not that the bot is to stop', () => {
  const { log, entries } = keptLog();
  const { failed } = changesTo(log, async () => undefined);
  failed(new LibraryClosed());
  failed(broken);
  expect(entries).toEqual([
    { level: 'error', message: 'the sources could not be read anew', values: { id, err } },
  ]);
});

test('what fails because the bot is told to stop is no failure', () => {
  const told: unknown[] = [];
  const tell = unlessStopped((error) => void told.push(error));
  for (const error of [broken, new LibraryClosed(), 'words']) tell(error);
  expect(told).toEqual([broken, 'words']);
});

test('a library is prepared before its vectors are made, and closed where it cannot be', async () => {
  const done: string[] = [];
  const library = (prepare: () => Promise<void>) =>
    ({
      prepare,
      vectors: async () => void done.push('vectors'),
      close: () => void done.push('closed'),
    }) as unknown as Library;
  const good = library(async () => void done.push('prepared'));
  expect(await prepared(good)).toBe(good);
  expect(done.splice(0)).toEqual(['prepared', 'vectors']);
  await expect(prepared(library(() => Promise.reject(broken)))).rejects.toBe(broken);
  expect(done).toEqual(['closed']);
});
