// What was erased after a backup was made does not come back with it: members, documents and servers, on both engines.
import { copyFile, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { backUpTo, listErasures } from '../../src/keeping/back-up.ts';
import { people } from '../../src/keeping/erase-again.ts';
import { folderOf, openListKeeper } from '../../src/keeping/lists.ts';
import { restore } from '../../src/keeping/restore.ts';
import { erasePassages } from '../../src/questions/forgetting/erased-passages.ts';
import { eraseMember } from '../../src/questions/forgetting/privacy.ts';
import { eraseGuild } from '../../src/questions/forgetting/retention.ts';
import { newTombstone } from '../../src/questions/forgetting/tombstone.ts';
import { eraseDocument } from '../../src/sources/erase.ts';
import { eraseChanger } from '../../src/sources/privacy.ts';
import { guildLeft, purgeLeft } from '../../src/sources/retention.ts';
import { noteErasure } from '../../src/store/erasures.ts';
import { atOneMoment } from '../../src/store/keeping/whole.ts';
import { migrations } from '../../src/store/migrations/migrations.ts';
import { caches, shapeAfter } from '../../src/store/migrations/shape.ts';
import { rowsOf } from '../../src/store/rows.ts';
import type { StorePlace } from '../../src/store/store.ts';
import type { Database } from '../../src/store/tables.ts';
import { asked, by, noon } from '../questions/world.ts';
import { added, moderator } from '../sources/world.ts';
import { type engines, newPlace, onBothEngines, opened } from '../store/engines.ts';
import { afterwards, filled } from '../store/filled.ts';
import { folderWith } from '../temporary.ts';

const day = 86_400_000;
/** When the lists are written. */
const later = noon + 50 * day;

/** Everything that stands in a store, as one text. */
async function textOf(place: StorePlace): Promise<string> {
  return atOneMoment(place, async ({ database, shape }) => {
    const rows: unknown[] = [];
    for (const table of shape) for await (const row of rowsOf(database, table)) rows.push(row);
    return JSON.stringify(rows);
  });
}

interface Scene {
  readonly place: StorePlace;
  readonly database: Database;
  readonly guild: string;
  readonly other: string;
  readonly backup: string;
  readonly close: () => Promise<void>;
}

/** A store with a member who asked and moderated, and a document, that can be told by their names; a backup of it is made. */
async function scene(engine: (typeof engines)[number]): Promise<Scene> {
  const place = await newPlace(engine);
  const { database, close } = await opened(place);
  const [guild, other] = await filled(database);
  await asked(database, by(guild, 'zoe-id'), 'Where is Zanzibari?');
  await asked(database, by(other, 'zoe-id'), 'And Zanzibari here?');
  await added(database, moderator(guild, 'zed-id'), 'secret', 'The words of Timbuktu.');
  const backup = join(await folderWith({}), 'one.sqlite');
  await backUpTo(place, backup, { now: afterwards });
  return { place, database, guild, other, backup, close };
}

/** Erases a member, one who changed documents, a document and a server, as the bot does. */
async function eraseAll({ database, guild, other }: Scene): Promise<void> {
  const at = noon + 60_000;
  await eraseMember(database, { guild, member: 'zoe-id', at });
  await eraseChanger(database, { guild, member: 'zed-id', tombstone: newTombstone(), at });
  const seen = { id: 'secret', version: 1, reason: 'a mistake' };
  expect(await eraseDocument(database, moderator(guild), seen, erasePassages)).toMatchObject({ ok: true });
  await guildLeft(database, other, noon);
  expect(await purgeLeft(database, noon + 40 * day, 30, { also: eraseGuild })).toEqual([other]);
}

onBothEngines((engine) => {
  test('what was erased since is erased again, and what was not stays', { timeout: 60_000 }, async () => {
    const made = await scene(engine);
    const { place, guild, other, backup, close } = made;
    expect(await textOf(place)).toContain('zoe-id');
    await eraseAll(made);
    await listErasures(place, dirname(backup), later);
    await close();
    const again = await newPlace(engine);
    const restored = await restore(backup, again, { now: afterwards });
    // The server, the document, and both members.
    expect(restored.erasedAgain).toBe(4);
    const text = await textOf(again);
    for (const gone of ['zoe-id', 'Zanzibari', 'zed-id', 'Timbuktu']) expect(text, gone).not.toContain(gone);
    for (const kept of ['mia', 'bob', 'Who met in Alaska?', 'Two 👩‍🚀.']) expect(text, kept).toContain(kept);
    const { database } = await opened(again);
    const documents = database.selectFrom('documents').select(['guild', 'id', 'state']);
    expect(await documents.where('id', '=', 'secret').execute()).toEqual([
      { guild, id: 'secret', state: 'erased' },
    ]);
    expect(
      await database.selectFrom('questions').where('guild', '=', other).select('number').execute(),
    ).toEqual([]);
  });

  test('a store that is replaced tells itself what was erased in it', { timeout: 60_000 }, async () => {
    const made = await scene(engine);
    await eraseAll(made);
    await made.close();
    await restore(made.backup, made.place, { now: afterwards, replace: true });
    expect(await textOf(made.place)).not.toContain('zoe-id');
  });

  test('who was erased and came back is not erased again by a later backup', {
    timeout: 60_000,
  }, async () => {
    const made = await scene(engine);
    const { place, database, guild, close } = made;
    await eraseMember(database, { guild, member: 'zoe-id', at: noon + 60_000 });
    await asked(database, by(guild, 'zoe-id', noon + 120_000), 'Zanzibari once more?');
    const second = join(await folderWith({}), 'second.sqlite');
    await backUpTo(place, second, { now: noon + 180_000 });
    await close();
    const again = await newPlace(engine);
    expect(await restore(second, again, { now: noon + 240_000 })).toMatchObject({ erasedAgain: 0 });
    expect(await textOf(again)).toContain('Zanzibari once more?');

    // And neither does the older backup, once it was put back and she came again.
    const third = await newPlace(engine);
    await listErasures(place, dirname(made.backup), later);
    await restore(made.backup, third, { now: afterwards });
    const { database: back, close: end } = await opened(third);
    await asked(back, by(guild, 'zoe-id', noon + 300_000), 'Zanzibari a third time?');
    const last = join(dirname(made.backup), 'last.sqlite');
    await backUpTo(third, last, { now: noon + 360_000 });
    await end();
    const fourth = await newPlace(engine);
    await restore(last, fourth, { now: noon + 360_000 });
    expect(await textOf(fourth)).toContain('Zanzibari a third time?');
  });

  test('an erasure that is undone with its transaction is in no list', async () => {
    const { database } = await opened(await newPlace(engine));
    const broken = database.transaction().execute(async (change) => {
      await noteErasure(change, { kind: 'server', of: ['g'] }, noon);
      throw new Error('undone');
    });
    await expect(broken).rejects.toThrow('undone');
    expect(await database.selectFrom('erasures').selectAll().execute()).toEqual([]);
  });
});

test('whoever stands anywhere in a store is looked for', async () => {
  const shape = await shapeAfter(Object.keys(migrations));
  const named = /(?:_by|^actor|^asker|^moderator|^target|^member|^user|^who)$/;
  const there = shape
    .filter(({ name }) => !caches.includes(name))
    .flatMap(({ name, columns }) =>
      columns.filter((column) => named.test(column)).map((column) => `${name}.${column}`),
    );
  const looked = people.flatMap(([table, ...columns]) => columns.map((column) => `${table}.${column}`));
  expect(looked.sort()).toEqual(there.sort());
});

async function listOf(folder: string): Promise<string> {
  const [name = ''] = (await readdir(folder)).filter((each) => each.startsWith('erasures-'));
  return join(folder, name);
}

test('without a list nothing is put back, unless the operator says so', async () => {
  const made = await scene('sqlite');
  await eraseAll(made);
  await made.close();
  await rm(await listOf(dirname(made.backup)));
  const again = await newPlace('sqlite');
  await expect(restore(made.backup, again)).rejects.toThrow('go on by --without-erasures');
  await expect(stat(again.file)).rejects.toThrow('ENOENT');
  const restored = await restore(made.backup, again, { now: afterwards, withoutErasures: true });
  expect(restored).toMatchObject({ erasedAgain: 0, until: undefined });
  expect(await textOf(again)).toContain('zoe-id');
});

test('the list beside the store and one in a folder that is named count as well', async () => {
  const made = await scene('sqlite');
  await eraseAll(made);
  await openListKeeper(made.database, folderOf(made.place), () => later)();
  await made.close();
  const list = await listOf(dirname(made.place.file));
  expect((await stat(list)).mode & 0o777).toBe(0o600);
  const beside = await newPlace('sqlite');
  await copyFile(list, join(dirname(beside.file), list.slice(list.lastIndexOf('/') + 1)));
  expect(await restore(made.backup, beside, { now: afterwards })).toMatchObject({ erasedAgain: 4 });
  const named = await newPlace('sqlite');
  const lists = dirname(made.place.file);
  expect(await restore(made.backup, named, { now: afterwards, lists })).toMatchObject({ erasedAgain: 4 });
});

test('a list that is cut or changed is told, never half used', async () => {
  const made = await scene('sqlite');
  await eraseAll(made);
  await listErasures(made.place, dirname(made.backup), later);
  await made.close();
  const list = await listOf(dirname(made.backup));
  const whole = await readFile(list, 'utf8');
  for (const spoilt of [
    whole.slice(0, -20),
    whole.replace('document', 'docment'),
    '',
    whole.replace('erasures 1', 'erasures 2'),
  ]) {
    await writeFile(list, spoilt);
    await expect(restore(made.backup, await newPlace('sqlite'))).rejects.toThrow('no whole list of erasures');
  }
});

test('a list tells nobody who was erased, and lists of several stores lie side by side', async () => {
  const [one, two] = [await scene('sqlite'), await scene('sqlite')];
  await eraseAll(one);
  const folder = join(await folderWith({}), 'lists');
  await mkdir(folder);
  const files = [await listErasures(one.place, folder, later), await listErasures(two.place, folder, later)];
  expect(new Set(files).size).toBe(2);
  const text = await readFile(files[0] ?? '', 'utf8');
  for (const name of ['zoe-id', 'zed-id', 'secret', one.guild, one.other]) expect(text).not.toContain(name);
  // The same member in another store has another hash: the key is the store's own.
  await eraseMember(two.database, { guild: one.guild, member: 'zoe-id', at: noon });
  const hashes = async ({ database }: Scene) =>
    (await database.selectFrom('erasures').select('hash').execute()).map(({ hash }) => hash);
  const first = new Set(await hashes(one));
  expect((await hashes(two)).filter((hash) => first.has(hash))).toEqual([]);
  expect(text).not.toContain(
    (await one.database.selectFrom('erasure_key').select('key').executeTakeFirstOrThrow()).key,
  );
});

test('a backup from before the list begins is not put back without a word', async () => {
  const made = await scene('sqlite');
  await made.close();
  const again = await newPlace('sqlite');
  const late = { now: afterwards + 401 * day };
  await expect(restore(made.backup, again, late)).rejects.toThrow('older than 400 days');
  await restore(made.backup, again, { ...late, withoutErasures: true });
  // All that is kept for a limited time is over by then.
  expect(await textOf(again)).not.toContain('zoe-id');
});

test('the list beside the store is written where something was erased, and keeps what it knew', async () => {
  const made = await scene('sqlite');
  const folder = await folderWith({});
  const keep = openListKeeper(made.database, folder, () => later);
  await keep();
  const list = await listOf(folder);
  const lines = async () => (await readFile(list, 'utf8')).trimEnd().split('\n').length;
  const before = await lines();
  await eraseAll(made);
  await keep();
  expect(await lines()).toBe(before + 4);
  await made.database.deleteFrom('erasures').execute();
  await keep();
  expect(await lines()).toBe(before + 4);
  await openListKeeper(made.database, folder, () => later + 401 * day)();
  expect(await lines()).toBe(1);
});
