// Where the model's thread keeps what it made of passages: a file beside the store, or memory where there is none.
import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { LRUCache } from 'lru-cache';
import { type Kept, pack, unpack } from './packing.ts';

/** What was made of passages, by their key (passage-key.ts). */
export interface Shelf {
  get(key: string): Kept | undefined;
  /** The vector alone, many at a time: 384 bytes each. */
  vectors(keys: readonly string[]): ReadonlyMap<string, Int8Array>;
  put(entries: ReadonlyMap<string, Kept>): void;
  close(): void;
}

/** About 10 kB each. */
const mostInMemory = 4_000;

/** Nothing outlives the program. */
export function memoryShelf(): Shelf {
  const kept = new LRUCache<string, Kept>({ max: mostInMemory });
  return {
    get: (key) => kept.get(key),
    vectors: (keys) =>
      new Map(
        keys.flatMap((key) => {
          const found = kept.peek(key);
          return found ? [[key, found.vector] as const] : [];
        }),
      ),
    put: (entries) => {
      for (const [key, each] of entries) kept.set(key, each);
    },
    close: () => kept.clear(),
  };
}

/**
 * A file of SQLite that several processes may use. It holds nothing that cannot be made again: one that is damaged, or was made by
 * another model, is put away and begun anew. Throws where the file cannot be written.
 */
export function fileShelf(path: string, model: string, width: number): Shelf {
  mkdirSync(dirname(path), { recursive: true });
  try {
    return new FileShelf(path, model, width);
  } catch {
    for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
    return new FileShelf(path, model, width);
  }
}

class FileShelf implements Shelf {
  readonly #database: DatabaseSync;
  readonly #width: number;

  constructor(path: string, model: string, width: number) {
    this.#width = width;
    this.#database = new DatabaseSync(path, { timeout: 2_000 });
    this.#database.exec('pragma journal_mode = wal; pragma synchronous = normal');
    this.#database.exec('create table if not exists model (id text primary key)');
    this.#database.exec(
      'create table if not exists kept (key text primary key, vector blob not null, states blob not null) without rowid',
    );
    if (this.#database.prepare('select 1 from model where id = ?').get(model)) return;
    this.#database.exec('begin immediate; delete from model; delete from kept');
    this.#database.prepare('insert into model values (?)').run(model);
    this.#database.exec('commit');
  }

  get(key: string): Kept | undefined {
    const row = this.#database.prepare('select vector, states from kept where key = ?').get(key);
    if (!row || !(row['vector'] instanceof Uint8Array) || !(row['states'] instanceof Uint8Array))
      return undefined;
    try {
      return { vector: signed(row['vector']), windows: unpack(row['states'], this.#width) };
    } catch {
      // A damaged row is as good as none: it is made again and written over.
      return undefined;
    }
  }

  vectors(keys: readonly string[]): ReadonlyMap<string, Int8Array> {
    const one = this.#database.prepare('select vector from kept where key = ?');
    return new Map(
      keys.flatMap((key) => {
        const vector = one.get(key)?.['vector'];
        return vector instanceof Uint8Array ? [[key, signed(vector)] as const] : [];
      }),
    );
  }

  put(entries: ReadonlyMap<string, Kept>): void {
    const one = this.#database.prepare('insert or replace into kept values (?, ?, ?)');
    this.#database.exec('begin immediate');
    for (const [key, { vector, windows }] of entries)
      one.run(key, new Uint8Array(vector.buffer), pack(windows));
    this.#database.exec('commit');
  }

  close(): void {
    this.#database.close();
  }
}

function signed(bytes: Uint8Array): Int8Array {
  return new Int8Array(bytes.slice().buffer);
}
