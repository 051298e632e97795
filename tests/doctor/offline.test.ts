// What the doctor looks at without Discord: settings, documents, model, recognition, store; on real files and both real databases.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, open } from 'node:fs/promises';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { loadSettings, type Settings } from '../../src/config.ts';
import { lookOffline } from '../../src/doctor/offline.ts';
import { chooseMentions } from '../../src/preferences.ts';
import { openDesk } from '../../src/questions/desk.ts';
import { openEngine } from '../../src/search-postgres/engine.ts';
import { postgresDialect } from '../../src/store/engines/postgres.ts';
import { openStore, type StorePlace } from '../../src/store/store.ts';
import { passagesOfTexts, reader } from '../search-postgres/candidates-contract.ts';
import { smallDisk } from '../small-disk.ts';
import { newPlace, onBothEngines } from '../store/engines.ts';
import { folderWith, markdown } from '../temporary.ts';

const at = ({ file, url }: StorePlace): Partial<Settings> =>
  url === undefined ? { STORE: file } : { DATABASE_URL: url };

async function look(more: Partial<Settings>, check: string) {
  const settings = { ...loadSettings({}, 'no/such/.env'), READER: 'lexical' as const, ...more };
  const { findings, desks } = await lookOffline(settings);
  const lines = findings
    .filter((finding) => finding.check === check)
    .map(({ state, text }) => `${state} ${text}`);
  return { lines, desks };
}

onBothEngines((engine) => {
  test('a store is told with its version and size, and that something was saved; its open desks are read', async () => {
    const place = await newPlace(engine);
    const store = await openStore(place);
    const doer = { guild: '1', by: '2', at: Date.now() };
    await openDesk(store.database, doer, '3', { reviewChannel: '4', settings: { answersIn: '5' } });
    await openDesk(store.database, doer, '6');
    await store.close();
    const { lines, desks } = await look(at(place), 'store');
    expect(lines[0]).toMatch(
      new RegExp(`^ok ${engine}, tables 0\\S+, \\d+ MB, whole; something was saved in \\d+ ms$`, 'u'),
    );
    expect(desks).toEqual([
      { guild: '1', channels: ['3', '4', '5'] },
      { guild: '1', channels: ['6'] },
    ]);
  });

  test('where operator and servers do not want the same of mentions it is told', async () => {
    const place = await newPlace(engine);
    const store = await openStore(place);
    const lines = async (MENTIONS: boolean) => (await look({ ...at(place), MENTIONS }, 'mentions')).lines;
    expect(await lines(false)).toEqual([]);
    expect(await lines(true)).toEqual([expect.stringMatching(/^ok mentions are heard, and no server has/u)]);
    await chooseMentions(store.database, '1', true);
    await chooseMentions(store.database, '2', false);
    expect(await lines(true)).toEqual(['ok mentions are heard, and answered in 1 server']);
    expect(await lines(false)).toEqual([expect.stringMatching(/^warn 1 server wants .* set it to true/u)]);
    await store.close();
  });

  test('it is looked at while a bot has it open', async () => {
    const place = await newPlace(engine);
    const store = await openStore(place);
    onTestFinished(() => store.close());
    expect((await look(at(place), 'store')).lines[0]).toMatch(/^ok /u);
  });

  test('one that a newer program has used is told', async () => {
    const place = await newPlace(engine);
    const store = await openStore(place);
    await sql`insert into communique_migrations (name, timestamp) values ('999-later', 'now')`.execute(
      store.database,
    );
    await store.close();
    const { lines } = await look(at(place), 'store');
    expect(lines).toEqual([
      expect.stringMatching(/^fail a newer version of the program has used it \(it knows 999-later\); /u),
    ]);
  });

  test('one that is older is told, and is left as it is', async () => {
    const place = await newPlace(engine);
    const store = await openStore(place);
    await sql`delete from communique_migrations where name = '007-corrections'`.execute(store.database);
    await store.close();
    for (const _ of ['once', 'again'])
      expect((await look(at(place), 'store')).lines).toContainEqual(
        'ok the next start brings its tables up to date, 1 step; back it up before',
      );
  });
});

test('where there is no store yet none is made', async () => {
  const file = join(await folderWith({}), 'deep/er/store.sqlite');
  expect((await look({ STORE: file }, 'store')).lines).toEqual([
    `ok there is none yet; the first start makes ${file}`,
  ]);
  expect(existsSync(file)).toBe(false);
});

test('a damaged store is told, and nothing is written to it', async () => {
  const place = await newPlace('sqlite');
  const store = await openStore(place);
  for (let n = 0; n < 300; n += 1)
    await store.database
      .insertInto('counters')
      .values({ name: `${n}`.padEnd(400, 'x'), value: n })
      .execute();
  await store.close();
  const file = await open(place.file, 'r+');
  const { size } = await file.stat();
  await file.write(Buffer.alloc(8_192, 0xee), 0, 8_192, size - 12_288);
  await file.close();
  const { lines } = await look(at(place), 'store');
  expect(lines).toEqual([expect.stringMatching(/^fail .*damaged.*put a backup in its place$/u)]);
});

test('a PostgreSQL that is not there is told without its password', async () => {
  const { lines } = await look({ DATABASE_URL: 'postgresql://me:hunter2@127.0.0.1:9/communique' }, 'store');
  expect(lines).toEqual([
    expect.stringMatching(/^fail DATABASE_URL: the database cannot be reached .*; check that it runs/u),
  ]);
  expect(lines.join()).not.toContain('hunter2');
});

test('little room is told before it is none', async (context) => {
  const folder = await smallDisk(context, 100);
  const place = { file: join(folder, 'store.sqlite'), url: undefined };
  await (await openStore(place)).close();
  expect((await look(at(place), 'store')).lines).toContainEqual(
    expect.stringMatching(/^warn only \d+ MB are free .*; make room, or /u),
  );
  execFileSync('fallocate', ['-l', '95M', join(folder, 'filler')]);
  expect((await look(at(place), 'store')).lines).toContainEqual(
    expect.stringMatching(/^fail only \d+ MB are free .*; make room now$/u),
  );
});

test('documents are counted, and what is wrong with some is told', async () => {
  const folder = await folderWith({
    'a.md': markdown('a', 'Text.'),
    ...Object.fromEntries(['b', 'c', 'd', 'e', 'f'].map((name) => [`${name}.md`, 'no front matter'])),
  });
  const { lines } = await look({ CORPUS: folder }, 'documents');
  expect(lines[0]).toBe('ok 1 document is read');
  expect(lines.slice(1, 4).every((line) => /^warn .*\.md:1: front matter: /u.test(line))).toBe(true);
  expect(lines[4]).toBe('warn 2 more problems; look with npm run -s cli -- corpus check');
  expect((await look({ CORPUS: folder, STRICT: true }, 'documents')).lines[0]).toMatch(
    /^fail .*b\.md:1: front matter/u,
  );
});

test('a corpus that is not there fails', async () => {
  const { lines } = await look({ CORPUS: 'no/such/folder' }, 'documents');
  expect(lines).toEqual([expect.stringMatching(/^fail no\/such\/folder: /u)]);
});

test('the shipped model is whole', async () => {
  expect((await look({ READER: 'trained' }, 'model')).lines).toEqual([
    expect.stringMatching(/^ok the trained model \w{16} is whole$/u),
  ]);
  expect((await look({}, 'model')).lines).toEqual(['ok none is wanted: READER is lexical']);
});

test('a program for text recognition that is not there is told, one that lacks a language too', async () => {
  expect((await look({}, 'recognition')).lines).toEqual(['ok none is wanted: OCR is not set']);
  const { lines } = await look({ OCR: '/no/such/tesseract' }, 'recognition');
  expect(lines).toEqual([
    expect.stringMatching(/^warn \/no\/such\/tesseract cannot be used \(.*ENOENT.*\), .*; correct OCR/u),
  ]);
  const folder = await folderWith({ tesseract: '#!/bin/sh\necho eng\n' });
  const program = join(folder, 'tesseract');
  await chmod(program, 0o755);
  expect((await look({ OCR: program }, 'recognition')).lines).toEqual([`ok ${program} knows eng`]);
  expect((await look({ OCR: program, OCR_LANGUAGES: 'eng+deu' }, 'recognition')).lines[0]).toContain(
    'no data for deu',
  );
});

test('words are filed in memory unless told, and for more than a hundred thousand paragraphs a database is advised', async () => {
  expect((await look({}, 'search')).lines).toEqual([
    expect.stringMatching(/^ok the words of \d+ paragraphs are filed in memory$/u),
  ]);
  const text = Array.from({ length: 100_001 }, (_, at) => `Line ${at}.`).join('\\n\\n');
  const folder = await folderWith({ 'many.jsonl': `{"docId": "many", "text": "${text}"}\n` });
  const { lines } = await look({ CORPUS: join(folder, 'many.jsonl') }, 'search');
  expect(lines).toEqual([expect.stringMatching(/^warn .* 100,001 paragraphs .*SEARCH_ENGINE=postgres/u)]);
});

test('a database for words is looked at: what is filed, and what this user may do', async () => {
  const SEARCH_ENGINE = 'postgres';
  const { url = '' } = await newPlace('postgresql');
  const lines = async (more: Partial<Settings>) => (await look({ SEARCH_ENGINE, ...more }, 'search')).lines;
  expect(await lines({})).toEqual([
    expect.stringMatching(/^warn SEARCH_ENGINE is postgres, but DATABASE_URL names no database/u),
  ]);
  expect((await lines({ DATABASE_URL: url }))[0]).toMatch(/^ok the next start files the words of \d+/u);
  const engine = openEngine(url);
  await engine.filing(async () => Buffer.from('some'))(passagesOfTexts(['Grain left.']), reader);
  await engine.close();
  expect((await lines({ DATABASE_URL: url }))[0]).toMatch(/^ok words are filed in the database: 1 coll/u);
  const role = `role_${process.pid}`;
  const database = new Kysely<never>({ dialect: postgresDialect(url) });
  await sql`create role ${sql.ref(role)} login password 'secret'`.execute(database);
  await sql`grant select on all tables in schema public to ${sql.ref(role)}`.execute(database);
  const address = new URL(url);
  [address.username, address.password] = [role, 'secret'];
  expect((await lines({ DATABASE_URL: address.href }))[0]).toMatch(
    /^warn this user may only read .* let it/u,
  );
  await sql`drop owned by ${sql.ref(role)}`.execute(database);
  await sql`drop role ${sql.ref(role)}`.execute(database);
  await database.destroy();
  expect(await lines({ DATABASE_URL: 'postgresql://me:secret@127.0.0.1:9/db' })).toEqual([
    expect.stringMatching(/^warn words are filed in memory: .*cannot be reached .*; check that it runs/u),
  ]);
});

test('settings of shards that do not fit are told: a warning where something runs, a failure where nothing does', async () => {
  const { lines } = await look({ SHARDS: 'auto' }, 'settings');
  expect(lines).toEqual([expect.stringMatching(/^warn SHARDS: several processes need PostgreSQL/u)]);
  const beyond = await look({ SHARD_LIST: [4], SHARD_COUNT: 4 }, 'settings');
  expect(beyond.lines).toEqual([expect.stringMatching(/^fail SHARD_LIST: 4 is beyond SHARD_COUNT=4/u)]);
});
