// What befalls the file of a store while it is open, and what stands on the disk: real files, looked at byte by byte.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import { StoreLost } from '../../src/store/engines/file-watch.ts';
import { asking, transact, writing } from '../../src/store/engines/transact.ts';
import { backUp } from '../../src/store/keeping/backup.ts';
import { openStore } from '../../src/store/store.ts';
import { environmentOf } from '../programs.ts';
import { folderWith } from '../temporary.ts';
import { counted, put, refusal } from './contract.ts';
import { newPlace, opened } from './engines.ts';
import { insideBackup } from './inside.ts';

const emptyOne = 'this file holds no store: it is empty, or a copy without all that belongs to it';

/** Everything that lies in the folder of a store, as one text. */
async function onDisk(file: string): Promise<string> {
  const names = await readdir(dirname(file));
  const ours = names.filter((name) => name.startsWith(basename(file)));
  return (await Promise.all(ours.map((name) => readFile(join(dirname(file), name), 'latin1')))).join('\n');
}

const mishaps: [string, (file: string) => Promise<unknown>][] = [
  ['deleted', (file: string) => rm(file)],
  ['moved away', (file: string) => rename(file, `${file}.old`)],
  ['deleted with all that belongs to it', (file: string) => Promise.all([rm(file), rm(`${file}-wal`)])],
  ['without what belongs to it', (file: string) => rm(`${file}-wal`)],
  [
    'replaced',
    async (file: string) => {
      await copyFile(file, `${file}.copy`);
      await rename(`${file}.copy`, file);
    },
  ],
  [
    'another store',
    async (file: string) => {
      const other = await newPlace('sqlite');
      await (await openStore(other)).close();
      await rename(other.file, file);
    },
  ],
];

test.each(mishaps)(
  'where the file is %s nothing is acknowledged any more, and that is told once',
  async (_, befalls) => {
    const place = await newPlace('sqlite');
    const told: string[] = [];
    const store = await openStore(place, { lost: ({ message }) => told.push(message.key) });
    onTestFinished(() => store.close());
    await put(store.database, 'before', 1);
    await befalls(place.file);
    const change = (name: string) =>
      transact(store.database, async (step) => {
        await put(step, name, 1);
        return { ok: true };
      });
    // It is noticed before anything is written: nothing was changed, and that is what is said.
    for (const name of ['one', 'two'])
      expect((await refusal(change(name))).told.key).toBe('store.unavailable');
    for (const write of [asking, <R>(work: () => Promise<R>) => writing(store.database, work)]) {
      const three = write(() => put(store.database, 'three', 1));
      expect((await refusal(three)).told.key).toBe('store.unavailable');
    }
    expect(told).toEqual(['store.lost']);
    // What was read before is still read: members are answered.
    expect(await counted(store.database, 'before')).toBe(1);
  },
);

test.each(mishaps)('a change in whose middle the file is %s is not made, and says so', async (_, befalls) => {
  const place = await newPlace('sqlite');
  const { database } = await opened(place);
  await put(database, 'before', 1);
  const change = transact(database, async (step) => {
    await put(step, 'middle', 1);
    await befalls(place.file);
    return { ok: true };
  });
  expect((await refusal(change)).told.key).toBe('store.unavailable');
  expect(await counted(database, 'middle')).toBeUndefined();
});

test('what was written before the loss was noticed may be found again: it is told as unsure', async () => {
  const kept = asking(() => Promise.reject(new StoreLost('store.sqlite', true)));
  expect((await refusal(kept)).told.key).toBe('store.unsure');
  const { database } = await opened(await newPlace('sqlite'));
  const lost = transact(database, () => Promise.reject(new StoreLost('store.sqlite', true)));
  expect((await refusal(lost)).told.key).toBe('store.unsure');
});

test('another file beside the store, as a backup makes where the first is gone, takes no change', async () => {
  const place = await newPlace('sqlite');
  const told: string[] = [];
  const { database, close } = await openStore(place, { lost: ({ message }) => told.push(message.key) });
  onTestFinished(close);
  await put(database, 'before', 1);
  const wal = `${place.file}-wal`;
  await expect.poll(() => stat(wal).then(({ size }) => size), { timeout: 15_000 }).toBe(0);
  await rm(wal);
  const to = join(await folderWith({}), 'backup.sqlite');
  const script = join(import.meta.dirname, '../../src/backup.ts');
  const backup = spawn(process.execPath, [script, to], { env: environmentOf({ STORE: place.file }) });
  await new Promise((resolve) => backup.on('close', resolve));
  expect(await counted(insideBackup(to), 'before')).toBe(1);
  // Whoever opens it now, as that process did, has made one of the same name.
  const other = new DatabaseSync(place.file);
  onTestFinished(() => other.close());
  other.prepare('select count(*) from counters').get();
  expect((await stat(wal)).isFile()).toBe(true);
  for (const name of ['one', 'two']) {
    const change = transact(database, async (step) => {
      await put(step, name, 1);
      return { ok: true };
    });
    expect((await refusal(change)).told.key).toBe('store.unavailable');
  }
  expect(told).toEqual(['store.lost']);
});

test('a file that was moved away and is back is written to again', async () => {
  const place = await newPlace('sqlite');
  const { database } = await opened(place);
  await rename(place.file, `${place.file}.old`);
  await expect(put(database, 'lost', 1)).rejects.toThrow('deleted or replaced');
  await rename(`${place.file}.old`, place.file);
  await put(database, 'kept', 2);
  expect(await counted(database, 'kept')).toBe(2);
});

test('a file that is there and holds no store is refused: nobody goes on with nothing by mistake', async () => {
  const folder = await folderWith({ 'empty.sqlite': '' });
  const empty = join(folder, 'empty.sqlite');
  await expect(openStore({ file: empty, url: undefined })).rejects.toThrow(`STORE: ${empty}: ${emptyOne}`);
  expect((await stat(empty)).size).toBe(0);
  const place = await newPlace('sqlite');
  await (await openStore(place)).close();
  await rename(place.file, join(folder, 'away'));
  await writeFile(`${place.file}-wal`, 'pages');
  await expect(openStore(place)).rejects.toThrow('but what belongs to it is there');
});

test('a new store is whole from the first, and leaves nothing beside it', async () => {
  const place = await newPlace('sqlite');
  const { database } = await opened(place);
  const copy = join(await folderWith({}), 'copy.sqlite');
  await copyFile(place.file, copy);
  await (await openStore({ file: copy, url: undefined })).close();
  await put(database, 'a', 1);
  const names = (await readdir(dirname(place.file))).sort();
  expect(names).toEqual(['store.sqlite', 'store.sqlite-shm', 'store.sqlite-wal']);
});

test('within moments after a change a copy of the one file is whole, and erased words are in no file', async () => {
  const place = await newPlace('sqlite');
  const { database } = await opened(place);
  const secret = (n: number) => `zanzibar-${n}-`.repeat(n % 3 === 0 ? 2_000 : 7);
  for (let n = 0; n < 60; n++) await put(database, secret(n), n);
  const wal = () => stat(`${place.file}-wal`).then(({ size }) => size);
  await expect.poll(wal, { timeout: 15_000 }).toBe(0);
  const copy = join(await folderWith({}), 'copy.sqlite');
  await copyFile(place.file, copy);
  const other = await opened({ file: copy, url: undefined });
  expect(await counted(other.database, secret(59))).toBe(59);
  expect(await onDisk(place.file)).toContain('zanzibar-59-');

  for (let n = 0; n < 60; n++) await database.deleteFrom('counters').where('name', '=', secret(n)).execute();
  await expect.poll(wal, { timeout: 15_000 }).toBe(0);
  expect(await onDisk(place.file)).not.toContain('zanzibar');
});

test('a reader that sees an older moment keeps erased words no longer than it reads', async () => {
  const place = await newPlace('sqlite');
  const [one, other] = [await opened(place), await opened(place)];
  await put(one.database, 'zanzibar', 1);
  const held = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const reading = other.database
    .transaction()
    .setAccessMode('read only')
    .execute(async (moment) => {
      await counted(moment, 'zanzibar');
      begun.resolve();
      await held.promise;
      return counted(moment, 'zanzibar');
    });
  await begun.promise;
  await one.database.deleteFrom('counters').where('name', '=', 'zanzibar').execute();
  held.resolve();
  expect(await reading).toBe(1);
  await expect.poll(() => onDisk(place.file), { timeout: 15_000 }).not.toContain('zanzibar');
});

test('reads wait neither for another process that holds the write lock nor for changes that wait for it', async () => {
  const place = await newPlace('sqlite');
  const [one, other] = [await opened(place), await opened(place)];
  await put(one.database, 'seen', 1);
  const held = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const holding = transact(other.database, async (change) => {
    await put(change, 'other', 1);
    begun.resolve();
    await held.promise;
    return { ok: true };
  });
  await begun.promise;
  let written = 0;
  const waiting = [1, 2, 3].map((n) => put(one.database, `n${n}`, n).then(() => (written += 1)));
  for (let n = 0; n < 20; n++) expect(await counted(one.database, 'seen')).toBe(1);
  expect(written).toBe(0);
  held.resolve();
  await Promise.all([holding, ...waiting]);
  // Whoever wrote reads what they wrote.
  expect(await counted(one.database, 'n3')).toBe(3);
});

test('a backup is whole and of one moment while the store is open, and writes over nothing', async () => {
  const place = await newPlace('sqlite');
  const { database } = await opened(place);
  await put(database, 'kept', 7);
  const to = join(await folderWith({}), 'backup.sqlite');
  await backUp(place, to);
  expect((await stat(to)).mode & 0o777).toBe(0o600);
  expect(await counted(insideBackup(to), 'kept')).toBe(7);
  await expect(backUp(place, to)).rejects.toThrow('there is something of this name already');
  await expect(backUp({ ...place, file: `${place.file}x` }, `${to}2`)).rejects.toThrow('STORE: ');
  await expect(backUp(place, join(to, 'b'))).rejects.toThrow('the backup cannot be written');
  const nowhere = { file: 'x', url: 'postgresql://127.0.0.1:9/db' };
  await expect(backUp(nowhere, `${to}2`)).rejects.toThrow('DATABASE_URL: the database cannot be reached');
});

test('a backup is nobody else’s to read at any moment while it is written', async () => {
  const place = await newPlace('sqlite');
  const { database } = await opened(place);
  for (let n = 0; n < 40; n++) await put(database, `${n} ${'long '.repeat(30_000)}`, n);
  const to = join(await folderWith({}), 'backup.sqlite');
  const watched = new Worker(watching, { eval: true, workerData: { to } });
  await once(watched, 'message');
  await backUp(place, to);
  const modes = once(watched, 'message');
  watched.postMessage('end');
  expect(await modes).toEqual([[0o600]]);
  await watched.terminate();
});

/** Looks at the rights of a file again and again, and tells in the end which it had. */
const watching = `
  const { statSync } = require('node:fs');
  const { parentPort, workerData, receiveMessageOnPort } = require('node:worker_threads');
  const modes = new Set();
  parentPort.postMessage('begun');
  for (let last = false; ; ) {
    const there = statSync(workerData.to, { throwIfNoEntry: false });
    if (there) modes.add(there.mode & 0o777);
    if (last) break;
    last = receiveMessageOnPort(parentPort) !== undefined;
  }
  parentPort.postMessage([...modes]);
`;

test.skipIf(process.platform !== 'linux')(
  'a file that may grow no further is told as a full disk',
  { timeout: 60_000 },
  async () => {
    const place = await newPlace('sqlite');
    await (await openStore(place)).close();
    const script = join(import.meta.dirname, 'process.ts');
    // In blocks of 1,024 bytes; as on a full disk, every write past it fails.
    const command = `ulimit -f 400; exec "${process.execPath}" "${script}" fill "${place.file}" "" 0`;
    const child = spawn('bash', ['-c', command]);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk));
    await new Promise((resolve) => child.on('close', resolve));
    expect(said).toContain('store.diskFull');
  },
);

test
  .skipIf(process.platform !== 'linux')
  .each(['/proc/communique/store.sqlite', '/proc/self/a/b/store.sqlite'])(
  'a folder that the system pretends to have is refused at once: %s',
  async (file) => {
    await expect(openStore({ file, url: undefined })).rejects.toThrow(
      `STORE: ${file}: the store cannot be opened (`,
    );
  },
);

test.skipIf(process.platform !== 'linux').each(['/dev/zero', '/dev/null'])(
  'what is no file is refused: %s',
  async (file) => {
    await expect(openStore({ file, url: undefined })).rejects.toThrow(`STORE: ${file}: `);
  },
);
