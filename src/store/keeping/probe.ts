// Whether what is stored can be read and written now, and how much room is left. A store whose file is gone still answers from what it
// has open, and a full disk is noticed by who writes: so the question is asked by writing one number.
import { stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { sql } from 'kysely';
import type { StorePlace } from '../store.ts';
import type { Database } from '../tables.ts';

/** Writes a number in the place of the last one, and resolves when it is on the disk. */
export async function probe(database: Database): Promise<void> {
  await database
    .insertInto('counters')
    .values({ name: 'probe', value: 1 })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet(({ eb }) => ({ value: eb('counters.value', '+', 1) })),
    )
    .execute();
}

/** Bytes: how large the store is, and what is free where its file lies. A server does not tell of its disk. */
export interface Room {
  readonly used: number;
  readonly free?: number;
}

export async function roomOf(
  database: Pick<Database, 'getExecutor'>,
  { file, url }: StorePlace,
): Promise<Room> {
  if (url === undefined) {
    const { bavail, bsize } = await statfs(dirname(file));
    return { used: await sizeOf(file), free: bavail * bsize };
  }
  const { rows } = await sql<{ used: number }>`select pg_database_size(current_database()) as used`.execute(
    database,
  );
  return { used: Number(rows[0]?.used ?? 0) };
}

/** Below this there is no room for what grows in a month. */
const leastSpare = 256 * 1024 ** 2;

/**
 * Whether looking after the store may fail for want of room. To write it anew, SQLite makes a copy and writes that into the log beside
 * the file: up to twice its size, where the system's temporary files lie on the same disk.
 */
export function isLittleRoom({ used, free }: Room): boolean {
  return free !== undefined && free < Math.max(leastSpare, 2 * used);
}

/** With what was written lately, which stands beside it. */
async function sizeOf(file: string): Promise<number> {
  const sizes = await Promise.all(
    [file, `${file}-wal`].map((name) =>
      stat(name).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
