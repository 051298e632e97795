// Where the model's thread keeps what it made of passages: a file beside the store, or memory where there is none.
import { existsSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import { makeFolder } from '../common/folders.ts';
import { type Kept, pack, unpack } from './packing.ts';

/** What was made of passages, by their key (passage-key.ts). It never fails: at worst it forgets. */
export interface Shelf {
  get(key: string): Kept | undefined;
  /** The vector alone, many at a time: 384 bytes each. */
  vectors(keys: readonly string[]): ReadonlyMap<string, Int8Array>;
  put(key: string, kept: Kept): void;
  /** What was made of these is in no file any more, and comes into none while this is open. Throws where that cannot be done now. */
  forget(keys: readonly string[]): void;
  close(): void;
}

/** Whose work a file holds, and how many numbers are in a vector and in what is kept of a token. */
export interface MadeBy {
  readonly model: string;
  readonly hidden: number;
  readonly kept: number;
}

/** Some 4,000 passages of 100 tokens. */
const mostBytesInMemory = 30_000_000;
/** What was forgotten before so many others is made by nobody any more. */
const mostForgotten = 100_000;
/** Counts up whenever tables, bytes, windows or the cutting of sentences change: what was made before is then made again. */
const layout = 1;
/** At the start another process may be making the tables. */
const openingTimeout = 2_000;
/** Later a question may be waiting: what the file does not take in this time stays in memory. */
const writingTimeout = 100;

/** Nothing outlives the program. */
export function memoryShelf(width: number): Shelf {
  const shelf = new LRUCache<string, { vector: Int8Array; states: Uint8Array }>({
    maxSize: mostBytesInMemory,
    sizeCalculation: ({ vector, states }) => vector.length + states.length,
  });
  return {
    get(key) {
      const found = shelf.get(key);
      return found && { vector: found.vector, windows: unpack(found.states, width) };
    },
    vectors: (keys) =>
      new Map(
        keys.flatMap((key) => {
          const found = shelf.peek(key);
          return found ? [[key, found.vector] as const] : [];
        }),
      ),
    put: (key, { vector, windows }) => void shelf.set(key, { vector, states: pack(windows) }),
    forget: (keys) => {
      for (const key of keys) shelf.delete(key);
    },
    close: () => shelf.clear(),
  };
}

/**
 * A file of SQLite that several processes may use, of several models even. It holds nothing that cannot be made again: one that is
 * damaged is begun anew, what another model made is removed. Throws where the file cannot be opened or written now; what it does
 * not take later, a full disk for one, is kept in memory.
 */
export function fileShelf(path: string, by: MadeBy): Shelf {
  makeFolder(dirname(path));
  return new LastingShelf(path, by);
}

class LastingShelf implements Shelf {
  readonly #path: string;
  readonly #by: MadeBy;
  readonly #memory: Shelf;
  #file: FileShelf;
  #renewed = false;
  /** A thread that began before may still make them. */
  readonly #forgotten = new LRUCache<string, true>({ max: mostForgotten });

  constructor(path: string, by: MadeBy) {
    this.#path = path;
    this.#by = by;
    this.#memory = memoryShelf(by.kept);
    try {
      this.#file = new FileShelf(path, by);
    } catch (error) {
      if (!isDamage(error)) throw error;
      this.#file = this.#anew();
    }
  }

  get(key: string): Kept | undefined {
    return this.#memory.get(key) ?? this.#try((file) => file.get(key));
  }

  vectors(keys: readonly string[]): ReadonlyMap<string, Int8Array> {
    return new Map([...(this.#try((file) => file.vectors(keys)) ?? []), ...this.#memory.vectors(keys)]);
  }

  put(key: string, kept: Kept): void {
    const isWritten = !this.#forgotten.has(key) && this.#try((file) => file.put(key, kept));
    if (!isWritten) this.#memory.put(key, kept);
  }

  forget(keys: readonly string[]): void {
    for (const key of keys) this.#forgotten.set(key, true);
    this.#memory.forget(keys);
    this.#file.forget(keys);
  }

  close(): void {
    this.#file.close();
    this.#memory.close();
  }

  #try<T>(use: (file: FileShelf) => T): T | undefined {
    try {
      return use(this.#file);
    } catch (error) {
      if (isDamage(error)) this.#renew();
      return undefined;
    }
  }

  /** Damage that shows only now. Once: a disk that damages what is written would keep this going for ever. */
  #renew(): void {
    if (this.#renewed) return;
    this.#renewed = true;
    try {
      this.#file.close();
      this.#file = this.#anew();
    } catch {
      // The closed file refuses whatever is asked of it, and memory takes its place.
    }
  }

  #anew(): FileShelf {
    for (const end of ['', '-wal', '-shm']) rmSync(this.#path + end, { force: true });
    return new FileShelf(this.#path, this.#by);
  }
}

/** Throws whatever SQLite throws. */
class FileShelf {
  readonly #database: DatabaseSync;
  readonly #by: MadeBy;
  readonly #one: StatementSync;
  readonly #vector: StatementSync;
  readonly #write: StatementSync;

  constructor(path: string, by: MadeBy) {
    this.#by = by;
    this.#database = new DatabaseSync(path, { timeout: openingTimeout });
    try {
      this.#database.exec(
        'pragma journal_mode = wal; pragma synchronous = normal; pragma secure_delete = on',
      );
      this.#begin();
      this.#database.exec(`pragma busy_timeout = ${writingTimeout}`);
      this.#one = this.#database.prepare('select vector, states from kept where model = ? and key = ?');
      this.#vector = this.#database.prepare('select vector from kept where model = ? and key = ?');
      this.#write = this.#database.prepare('insert or replace into kept values (?, ?, ?, ?)');
    } catch (error) {
      this.#database.close();
      throw error;
    }
  }

  get(key: string): Kept | undefined {
    const row = this.#one.get(this.#by.model, key);
    const vector = this.#vectorIn(row?.['vector']);
    const states = unsealed(row?.['states']);
    // A damaged row is as good as none: it is made again and written over.
    return vector && states && { vector, windows: unpack(states, this.#by.kept) };
  }

  vectors(keys: readonly string[]): ReadonlyMap<string, Int8Array> {
    return new Map(
      keys.flatMap((key) => {
        const vector = this.#vectorIn(this.#vector.get(this.#by.model, key)?.['vector']);
        return vector ? [[key, vector] as const] : [];
      }),
    );
  }

  put(key: string, { vector, windows }: Kept): true {
    const bytes = new Uint8Array(vector.buffer, vector.byteOffset, vector.length);
    this.#write.run(this.#by.model, key, sealed(bytes), sealed(pack(windows)));
    return true;
  }

  forget(keys: readonly string[]): void {
    forgetIn(this.#database, keys);
  }

  close(): void {
    this.#database.close();
  }

  /**
   * Opening writes, so that a file which cannot be written shows at once. Two processes that start together wait for each other
   * here. One of another model goes on writing rows of its own, which nobody takes for ours.
   */
  #begin(): void {
    this.#database.exec('begin immediate');
    const found = this.#database.prepare('pragma user_version').get()?.['user_version'];
    if (found !== layout) this.#database.exec('drop table if exists kept');
    this.#database.exec(`
      create table if not exists kept
        (model text, key text, vector blob not null, states blob not null, primary key (model, key)) without rowid;
      pragma user_version = ${layout}`);
    this.#database.prepare('delete from kept where model <> ?').run(this.#by.model);
    this.#database.exec('commit');
  }

  #vectorIn(value: unknown): Int8Array | undefined {
    const bytes = unsealed(value);
    return bytes?.length === this.#by.hidden ? new Int8Array(bytes.slice().buffer) : undefined;
  }
}

/** The same where no model runs. Throws where it cannot be done now; a file that is not there, or is damaged, holds nothing to be forgotten. */
export function forgetKept(path: string, keys: readonly string[]): void {
  if (keys.length === 0 || !existsSync(path)) return;
  const database = new DatabaseSync(path, { timeout: openingTimeout });
  try {
    database.exec('pragma secure_delete = on');
    const made = database.prepare("select 1 from sqlite_master where name = 'kept'").get();
    if (made) forgetIn(database, keys);
  } catch (error) {
    if (!isDamage(error)) throw error;
    database.close();
    for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
  } finally {
    if (database.isOpen) database.close();
  }
}

/** Whatever model made it. What was written lately stands in the file beside, which is emptied. */
function forgetIn(database: DatabaseSync, keys: readonly string[]): void {
  const some = database.prepare('delete from kept where key = ?');
  database.exec('begin immediate');
  try {
    for (const key of keys) some.run(key);
    database.exec('commit');
  } finally {
    if (database.isTransaction) database.exec('rollback');
  }
  const { busy } = database.prepare('pragma wal_checkpoint(truncate)').get() ?? {};
  if (busy !== 0) throw new Error('another process reads what is to be forgotten');
}

/** Bytes with their checksum behind them: SQLite itself does not notice a row that was damaged in place. */
function sealed(bytes: Uint8Array): Uint8Array {
  const sum = Buffer.alloc(4);
  sum.writeUInt32LE(crc32(bytes));
  return Buffer.concat([bytes, sum]);
}

function unsealed(value: unknown): Uint8Array | undefined {
  if (!(value instanceof Uint8Array) || value.length < 4) return undefined;
  const bytes = value.subarray(0, -4);
  const sum = new DataView(value.buffer, value.byteOffset + bytes.length, 4).getUint32(0, true);
  return crc32(bytes) === sum ? bytes : undefined;
}

/** SQLITE_CORRUPT or SQLITE_NOTADB (https://sqlite.org/rescode.html); a file that is busy, full or forbidden is whole. */
function isDamage(error: unknown): boolean {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return false;
  // The low byte is the code, the rest says more of it.
  return [11, 26].includes(error.errcode & 255);
}
