// A store is written anew without what is free in it, also while the bot runs.
import { Kysely, sql } from 'kysely';
import { patientDialect } from '../engines/postgres.ts';
import { migrations } from '../migrations/migrations.ts';
import { shapeAfter } from '../migrations/shape.ts';
import { openStore, type Store, type StorePlace } from '../store.ts';
import { isLittleRoom } from './probe.ts';

export interface Vacuumed {
  /** Bytes. */
  readonly before: number;
  readonly after: number;
  /** Whether the disk has little room even now. */
  readonly littleRoom: boolean;
}

/** Forgets what is due, and gives back what is free. Throws what the database throws. */
export async function vacuum(place: StorePlace, forget: (store: Store) => Promise<void>): Promise<Vacuumed> {
  const store = await openStore(place);
  try {
    const before = await store.room();
    await forget(store);
    if (place.url === undefined) await writeAnew(store);
    else await vacuumServer(place.url);
    const after = await store.room();
    return { before: before.used, after: after.used, littleRoom: isLittleRoom(after) };
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
