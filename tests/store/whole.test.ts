// A store as a whole: backed up while it is written to, put back, moved to the other engine and back, and compared row by row.
import { readdirSync } from 'node:fs';
import { lstat, mkdir, readFile, realpath, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as otherThings } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { backUpTo } from '../../src/keeping/back-up.ts';
import { restore } from '../../src/keeping/restore.ts';
import { transact } from '../../src/store/engines/transact.ts';
import { backUp } from '../../src/store/keeping/backup.ts';
import { manifestOf } from '../../src/store/keeping/manifest.ts';
import { move } from '../../src/store/keeping/transfer.ts';
import { migrations } from '../../src/store/migrations/migrations.ts';
import { shapeAfter } from '../../src/store/migrations/shape.ts';
import { contentsOf, differing } from '../../src/store/rows.ts';
import type { Engine, StorePlace } from '../../src/store/store.ts';
import { folderWith } from '../temporary.ts';
import { put } from './contract.ts';
import { newPlace, onBothEngines, opened } from './engines.ts';
import { afterwards, filled } from './filled.ts';
import { contentsAt, insideBackup, without } from './inside.ts';

const other: Readonly<Record<Engine, Engine>> = { sqlite: 'postgresql', postgresql: 'sqlite' };

/** A store with everything, which nobody has open. */
async function filledPlace(engine: Engine): Promise<StorePlace> {
  const place = await newPlace(engine);
  const store = await opened(place);
  await filled(store.database);
  await store.close();
  return place;
}

test('every table has a key, is filled by the tests, and comes behind those it needs', async () => {
  const shape = await shapeAfter(Object.keys(migrations));
  for (const [at, { name, key, needs }] of shape.entries()) {
    expect(key, name).not.toEqual([]);
    expect(needs.filter((need) => !shape.slice(0, at).some((table) => table.name === need))).toEqual([]);
  }
  const contents = await contentsAt(await filledPlace('sqlite'));
  expect(Object.keys(contents).sort()).toEqual(shape.map(({ name }) => name).sort());
  expect(Object.entries(contents).filter(([, { rows }]) => rows === 0)).toEqual([]);
});

onBothEngines((engine) => {
  test('what is backed up, destroyed, put back, moved to the other engine and back is the same in every row', {
    timeout: 60_000,
  }, async () => {
    const place = await filledPlace(engine);
    const before = await contentsAt(place);
    const backup = join(await folderWith({}), 'backups/one.sqlite');
    const { manifest } = await backUpTo(place, backup, { now: afterwards, program: '1.2.3' });
    expect(manifest).toMatchObject({ engine, program: '1.2.3', madeAt: afterwards });
    expect(manifest.tables).toEqual(without(before, 'paces'));

    const again = await newPlace(engine);
    const restored = await restore(backup, again, { now: afterwards });
    expect(restored).toMatchObject({ erasedAgain: 0 });
    // Who was quick within the last minute is not backed up.
    expect(differing(before, await contentsAt(again))).toEqual(['paces']);

    const there = await newPlace(other[engine]);
    expect(await move(again, there)).toEqual(await contentsAt(again));
    expect(differing(before, await contentsAt(there))).toEqual(['paces']);
    const back = await newPlace(engine);
    await move(there, back);
    expect(differing(before, await contentsAt(back))).toEqual(['paces']);
    // And the bot goes on with it.
    const { database } = await opened(back);
    await put(database, 'afterwards', 1);
  });

  test('a backup is put back into the other engine', async () => {
    const place = await filledPlace(engine);
    const backup = join(await folderWith({}), 'one.sqlite');
    await backUpTo(place, backup, {});
    const there = await newPlace(other[engine]);
    await restore(backup, there, { now: afterwards });
    expect(differing(await contentsAt(place), await contentsAt(there))).toEqual(['paces']);
  });

  test('a backup is of one moment while somebody writes', async () => {
    const place = await newPlace(engine);
    const { database } = await opened(place);
    // Two numbers that every change moves together, in tables that are read one after the other.
    await sql`insert into guilds (id, revision) values ('g', 0)`.execute(database);
    await put(database, 'revision', 0);
    for (let n = 0; n < 300; n++) await put(database, `padding ${n}`, n);
    const to = join(await folderWith({}), 'backup.sqlite');
    let [moved, busy] = [0, true];
    const writes = async (): Promise<void> => {
      while (busy) {
        moved += 1;
        // SQLite answers at once, so that the backup would never have its turn.
        await otherThings();
        await transact(database, async (change) => {
          await change.updateTable('counters').set({ value: moved }).where('name', '=', 'revision').execute();
          await change.updateTable('guilds').set({ revision: moved }).execute();
          return { ok: true };
        });
      }
    };
    let writing: Promise<void> | undefined;
    const step = (): void => {
      writing ??= writes();
    };
    await backUp(place, to, { step });
    busy = false;
    await writing;
    expect(moved).toBeGreaterThan(1);
    const inside = insideBackup(to);
    const counter = inside.selectFrom('counters').where('name', '=', 'revision').select('value');
    const guild = inside.selectFrom('guilds').select('revision');
    expect((await guild.executeTakeFirstOrThrow()).revision).toBe(
      (await counter.executeTakeFirstOrThrow()).value,
    );
  });

  test('a store that is in use is neither moved nor replaced, and one that holds something is not filled', async () => {
    const place = await newPlace(engine);
    const store = await opened(place);
    await put(store.database, 'kept', 1);
    const backup = join(await folderWith({}), 'one.sqlite');
    await backUpTo(place, backup, {});
    const before = await contentsAt(place);
    await expect(move(place, await newPlace(other[engine]))).rejects.toThrow('the store is in use');
    await expect(restore(backup, place, { replace: true })).rejects.toThrow('the store is in use');
    await store.close();
    await expect(restore(backup, place)).rejects.toThrow('--replace puts the backup in its place');
    const there = await newPlace(other[engine]);
    const occupied = await opened(there);
    await put(occupied.database, 'theirs', 1);
    await expect(move(place, there)).rejects.toThrow(/in use|already/);
    await occupied.close();
    await expect(move(place, there)).rejects.toThrow('already');
    expect(await contentsAt(place)).toEqual(before);
    await restore(backup, place, { replace: true });
    expect(await contentsAt(place)).toEqual(before);
  });

  test('a store that a newer version has used is neither backed up nor moved', async () => {
    const place = await newPlace(engine);
    const store = await opened(place);
    await sql`insert into communique_migrations (name, timestamp) values ('999-future', 'now')`.execute(
      store.database,
    );
    await store.close();
    const to = join(await folderWith({}), 'backup.sqlite');
    const newer = 'a newer version of the program has used this store (it knows 999-future)';
    await expect(backUp(place, to)).rejects.toThrow(newer);
    await expect(move(place, { file: to, url: undefined })).rejects.toThrow(newer);
    expect(readdirSync(dirname(to))).toEqual([]);
  });

  test('nothing is put back of a backup in which a row was changed, taken out or put in, or that was cut', async () => {
    const place = await filledPlace(engine);
    const folder = await folderWith({});
    const spoilt: [string, (file: string) => Promise<void> | void][] = [
      ['changed', within((raw) => raw.exec(`update audit set actor = 'eve' where revision = 1`))],
      ['taken', within((raw) => raw.exec('delete from deliveries'))],
      ['put', within((raw) => raw.exec(`insert into counters (name, value) values ('more', 1)`))],
      ['cut', async (file) => writeFile(file, (await readFile(file)).subarray(0, 40_000))],
      ['bytes', (file) => overwritten(file)],
      ['newer', within((raw) => raw.exec(`insert into communique_migrations values ('999-x', 'now')`))],
      ['none', (file) => writeFile(file, 'no database, but a text that is long enough '.repeat(50))],
      ['empty', (file) => writeFile(file, '')],
    ];
    for (const [name, spoil] of spoilt) {
      const file = join(folder, `${name}.sqlite`);
      await backUpTo(place, file, {});
      await spoil(file);
      const target = await newPlace(engine);
      await expect(restore(file, target), name).rejects.toThrow(/damaged|no backup|newer version/);
      if (engine === 'sqlite') expect(readdirSync(dirname(target.file)), name).toEqual([]);
    }
  });
});

function within(change: (raw: DatabaseSync) => void): (file: string) => void {
  return (file) => {
    const raw = new DatabaseSync(file);
    change(raw);
    raw.close();
  };
}

async function overwritten(file: string): Promise<void> {
  const bytes = await readFile(file);
  bytes.fill(7, 8_192, 8_192 + 4_096);
  await writeFile(file, bytes);
}

test('what was there is kept beside a file that is put back, also where it is damaged', async () => {
  const place = await filledPlace('sqlite');
  const backup = join(await folderWith({}), 'one.sqlite');
  await backUpTo(place, backup, {});
  const before = await contentsAt(place);
  await writeFile(place.file, 'no database, but a text that is long enough '.repeat(500));
  await expect(restore(backup, place, { now: afterwards })).rejects.toThrow('--replace puts it aside');
  const { aside = '' } = await restore(backup, place, { now: afterwards, replace: true });
  expect(await readFile(aside, 'utf8')).toContain('no database');
  expect(differing(before, await contentsAt(place))).toEqual(['paces']);
  expect((await stat(place.file)).mode & 0o777).toBe(0o600);
});

test('where the store is a link, what it leads to is replaced', async () => {
  const place = await filledPlace('sqlite');
  const folder = await folderWith({});
  const [backup, link] = [join(folder, 'one.sqlite'), join(folder, 'link.sqlite')];
  await backUpTo(place, backup, {});
  await symlink(place.file, link);
  const { aside = '' } = await restore(
    backup,
    { file: link, url: undefined },
    { now: afterwards, replace: true },
  );
  expect(dirname(aside)).toBe(dirname(await realpath(place.file)));
  expect((await lstat(link)).isSymbolicLink()).toBe(true);
  await expect(restore(link, place, { replace: true })).rejects.toThrow('this file is the store itself');
});

test('the file of a store that lost its own name, but not what belongs to it, is not taken for gone', async () => {
  const place = await filledPlace('sqlite');
  const backup = join(await folderWith({}), 'one.sqlite');
  await backUpTo(place, backup, {});
  await rm(place.file);
  await writeFile(`${place.file}-wal`, 'pages');
  await expect(restore(backup, place)).rejects.toThrow('what belongs to it is there');
});

test('neither a store nor a copy of one in use is taken for a backup without a word', async () => {
  const place = await newPlace('sqlite');
  const { database } = await opened(place);
  await put(database, 'kept', 1);
  const target = await newPlace('sqlite');
  await expect(restore(place.file, target)).rejects.toThrow('its last changes are beside it');
  await expect(restore(place.file, place)).rejects.toThrow('this file is the store itself');
  await expect(restore(dirname(place.file), target)).rejects.toThrow('EISDIR');
  await expect(restore(`${place.file}.none`, target)).rejects.toThrow('ENOENT');
});

test('a backup in the place of a store is refused at the start', async () => {
  const place = await filledPlace('sqlite');
  const backup = join(await folderWith({}), 'one.sqlite');
  await backUpTo(place, backup, {});
  await expect(opened({ file: backup, url: undefined })).rejects.toThrow('npm run store -- restore');
});

test('a backup leaves nothing behind where it cannot be written', async () => {
  const place = await filledPlace('sqlite');
  const folder = await folderWith({ there: '' });
  await expect(backUp(place, join(folder, 'there'))).rejects.toThrow('something of this name');
  const blocked = join(folder, 'blocked');
  await mkdir(blocked);
  await expect(
    backUp(place, join(blocked, 'x'), {
      step: (what) => {
        if (what === 'write versions') throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      },
    }),
  ).rejects.toThrow('the disk is full');
  expect(readdirSync(blocked)).toEqual([]);
});

test('a manifest of a form to come is told and not guessed', async () => {
  const place = await filledPlace('sqlite');
  const backup = join(await folderWith({}), 'one.sqlite');
  await backUpTo(place, backup, {});
  expect(await manifestOf(insideBackup(backup))).toMatchObject({ format: 1 });
  within((raw) =>
    raw.exec(`update communique_backup set manifest = replace(manifest, '"format":1', '"format":2')`),
  )(backup);
  await expect(restore(backup, await newPlace('sqlite'))).rejects.toThrow('of a form that this version');
  expect(await contentsOf(insideBackup(backup), [])).toEqual({});
});
