// What the model made of passages, in files that several processes use, that break, and that take nothing more.
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import type { Kept } from '../../src/reading/packing.ts';
import { fileShelf, forgetKept, memoryShelf, type Shelf } from '../../src/reading/shelf.ts';
import { folderWith } from '../temporary.ts';

const by = { model: 'one', hidden: 4, kept: 2 };

function kept(number: number): Kept {
  const states = Int8Array.of(number, -8, 7, 0);
  return {
    vector: Int8Array.of(number, -127, 127, 0),
    windows: [{ tokens: 2, head: 1, pieces: [{ sentence: 0, tokens: 1 }], states }],
  };
}

async function newPath(): Promise<string> {
  return join(await folderWith({}), 'deep', 'passages.sqlite');
}

function opened(path: string, made = by): Shelf {
  const shelf = fileShelf(path, made);
  onTestFinished(() => {
    try {
      shelf.close();
    } catch {
      // The test has closed it.
    }
  });
  return shelf;
}

/** Does something to the file beside the shelf. */
function meddle(path: string, statement: string): void {
  const database = new DatabaseSync(path);
  database.exec(statement);
  database.close();
}

test.each<[string, () => Promise<Shelf>]>([
  ['a file', async () => opened(await newPath())],
  ['memory', async () => memoryShelf(by.kept)],
])('%s gives back what was put there, and nothing else', async (_, open) => {
  const shelf = await open();
  shelf.put('a', kept(1));
  shelf.put('b', kept(2));
  shelf.put('b', kept(3));
  expect(shelf.get('a')).toEqual(kept(1));
  expect(shelf.get('b')).toEqual(kept(3));
  expect(shelf.get('c')).toBeUndefined();
  expect(shelf.vectors(['c', 'b'])).toEqual(new Map([['b', kept(3).vector]]));
});

test('a vector that is part of something longer is kept alone', async () => {
  const shelf = opened(await newPath());
  shelf.put('a', { ...kept(1), vector: Int8Array.of(9, 1, 2, 3, 4, 9).subarray(1, 5) });
  expect(shelf.get('a')?.vector).toEqual(Int8Array.of(1, 2, 3, 4));
});

test('a file outlives the shelf, and two use it at once', async () => {
  const path = await newPath();
  const one = opened(path);
  const other = opened(path);
  one.put('a', kept(1));
  other.put('b', kept(2));
  expect(other.get('a')).toEqual(kept(1));
  one.close();
  other.close();
  expect(opened(path).vectors(['a', 'b']).size).toBe(2);
});

test('what another model made is nobody else’s, even while both run', async () => {
  const path = await newPath();
  const old = opened(path);
  old.put('a', kept(1));
  const young = opened(path, { ...by, model: 'two' });
  expect(young.get('a')).toBeUndefined();
  // An old process writes on: the new one must not take it for its own.
  old.put('b', kept(2));
  expect(young.get('b')).toBeUndefined();
  expect(young.vectors(['b']).size).toBe(0);
});

test('a file of an earlier layout is begun anew', async () => {
  const path = await newPath();
  opened(path).close();
  meddle(path, 'drop table kept; create table kept (other text); pragma user_version = 77');
  const shelf = opened(path);
  shelf.put('a', kept(1));
  shelf.close();
  expect(opened(path).get('a')).toEqual(kept(1));
});

test('a file that is no database is begun anew', async () => {
  const path = join(await folderWith({ 'passages.sqlite': 'no database, '.repeat(500) }), 'passages.sqlite');
  const shelf = opened(path);
  shelf.put('a', kept(1));
  shelf.close();
  expect(opened(path).get('a')).toEqual(kept(1));
});

test('damage that shows only when it is read: nothing is known, and what is made goes into a new file', async () => {
  const path = await newPath();
  const first = opened(path);
  for (let at = 0; at < 500; at += 1) first.put(`key ${at}`, kept(1));
  first.close();
  // All pages but the first, which opening reads.
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.fill(0xa5, 4_096));
  const shelf = opened(path);
  expect(shelf.get('key 7')).toBeUndefined();
  shelf.put('key 7', kept(2));
  expect(shelf.get('key 7')).toEqual(kept(2));
  shelf.close();
  expect(opened(path).get('key 7')).toEqual(kept(2));
});

test.each(['vector', 'states'])('a row whose %s was damaged in place is as good as none', async (column) => {
  const path = await newPath();
  const shelf = opened(path);
  shelf.put('a', kept(1));
  meddle(path, `update kept set ${column} = x'ff' || substr(${column}, 2)`);
  expect(shelf.get('a')).toBeUndefined();
  expect(shelf.vectors(['a']).size).toBe(column === 'vector' ? 0 : 1);
  shelf.put('a', kept(2));
  expect(shelf.get('a')).toEqual(kept(2));
});

test('what a full disk does not take stays in memory', async () => {
  const path = await newPath();
  const shelf = opened(path);
  // A trigger that refuses stands for the disk; SQLite undoes the statement in both cases.
  meddle(path, "create trigger full before insert on kept begin select raise(abort, 'disk full'); end");
  shelf.put('a', kept(1));
  expect(shelf.get('a')).toEqual(kept(1));
  expect(shelf.vectors(['a']).size).toBe(1);
  meddle(path, 'drop trigger full');
  shelf.put('b', kept(2));
  shelf.close();
  expect(opened(path).get('b')).toEqual(kept(2));
});

test('a file that another holds locked is neither removed nor waited for long', async () => {
  const path = await newPath();
  const shelf = opened(path);
  shelf.put('a', kept(1));
  const other = new DatabaseSync(path);
  other.exec('begin immediate');
  shelf.put('b', kept(2));
  expect(shelf.get('b')).toEqual(kept(2));
  expect(() => fileShelf(path, by)).toThrow();
  other.exec('rollback');
  other.close();
  shelf.close();
  expect(opened(path).vectors(['a', 'b'])).toEqual(new Map([['a', kept(1).vector]]));
});

test('where nothing can be written, opening says so', async () => {
  const folder = await folderWith({ blocked: 'a file where a folder should be' });
  expect(() => fileShelf(join(folder, 'blocked', 'passages.sqlite'), by)).toThrow();
});

test.skipIf(process.getuid?.() === 0)('a file that may only be read is left alone', async () => {
  const path = await newPath();
  opened(path).close();
  chmodSync(path, 0o444);
  expect(() => fileShelf(path, by)).toThrow();
  expect(readFileSync(path).length).toBeGreaterThan(0);
});

/** A passage whose bytes are known again in a file. */
function marked(mark: number): Kept {
  const states = Int8Array.from({ length: 4_000 }, (_, at) => (at % 2 === 0 ? mark : -8));
  return {
    ...kept(mark),
    windows: [{ tokens: 2_000, head: 1, pieces: [{ sentence: 0, tokens: 1_999 }], states }],
  };
}

/** What the files hold. */
function bytesOf(path: string): Buffer {
  return Buffer.concat(
    [path, `${path}-wal`].filter((file) => existsSync(file)).map((file) => readFileSync(file)),
  );
}

test('what is forgotten is gone from get, from vectors and from the bytes of the files, and comes into none again', async () => {
  const path = await newPath();
  const shelf = opened(path);
  for (let n = 0; n < 20; n++) shelf.put(`stays${n}`, kept(n));
  shelf.put('secret-one', marked(5));
  shelf.put('secret-two', marked(6));
  expect(bytesOf(path).includes('secret-one')).toBe(true);
  shelf.forget(['secret-one', 'secret-two', 'never-there']);
  expect([shelf.get('secret-one'), shelf.vectors(['secret-two']).size]).toEqual([undefined, 0]);
  expect(bytesOf(path).includes('secret')).toBe(false);
  expect(shelf.get('stays7')).toEqual(kept(7));
  // A job that began before may bring it once more: it lives as long as the program then.
  shelf.put('secret-one', marked(5));
  expect(shelf.get('secret-one')).toEqual(marked(5));
  expect(bytesOf(path).includes('secret')).toBe(false);
});

test('memory forgets as well', () => {
  const shelf = memoryShelf(by.kept);
  shelf.put('a', kept(1));
  shelf.forget(['a', 'b']);
  expect(shelf.get('a')).toBeUndefined();
});

test('where no model runs the file forgets all the same; one that is not there is not made', async () => {
  const path = await newPath();
  forgetKept(path, ['secret']);
  expect(existsSync(path)).toBe(false);
  const shelf = opened(path);
  shelf.put('secret', marked(5));
  shelf.put('stays', kept(2));
  forgetKept(path, ['secret']);
  expect(shelf.get('secret')).toBeUndefined();
  expect(shelf.get('stays')).toEqual(kept(2));
  expect(bytesOf(path).includes('secret')).toBe(false);
});
