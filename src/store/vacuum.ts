// A store is written anew without what is free in it, also while the bot runs.
import { statSync } from 'node:fs';
import { Kysely, sql } from 'kysely';
import { migrations } from './migrations.ts';
import { patientDialect } from './postgres.ts';
import { shapeAfter } from './shape.ts';
import { openStore, type Store, type StorePlace } from './store.ts';

export interface Vacuumed {
  readonly before: number;
  readonly after: number;
}

/** Forgets what is due, and gives back what is free. Throws what the database throws. */
export async function vacuum(place: StorePlace, forget: (store: Store) => Promise<void>): Promise<Vacuumed> {
  const store = await openStore(place);
  try {
    const before = await bytesOf(place, store);
    await forget(store);
    if (place.url === undefined) await writeAnew(store);
    else await vacuumServer(place.url);
    return { before, after: await bytesOf(place, store) };
  } finally {
    await store.close();
  }
}

/** From now on what is free is given back piece by piece, also in files of earlier versions. */
async function writeAnew({ database }: Store): Promise<void> {
  await sql`vacuum`.execute(database);
  await sql`pragma wal_checkpoint(truncate)`.execute(database);
}

/** Dead rows are let go of; the server gives their room to new ones. */
async function vacuumServer(url: string): Promise<void> {
  const database = new Kysely<unknown>({ dialect: patientDialect(url) });
  try {
    for (const { name } of await shapeAfter(Object.keys(migrations)))
      await sql`vacuum (analyze) ${sql.table(name)}`.execute(database);
  } finally {
    await database.destroy();
  }
}

async function bytesOf({ file, url }: StorePlace, { database }: Store): Promise<number> {
  if (url === undefined) return statSync(file).size;
  const { rows } = await sql<{ bytes: number }>`select pg_database_size(current_database()) as bytes`.execute(
    database,
  );
  return rows[0]?.bytes ?? 0;
}
