// One of the migrations (migrations.ts).
import { randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';

/** What was erased for good, as keyed hashes, so that no backup brings it back (src/store/erasures.ts). */
export async function erasures(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('erasures')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
  await schema
    .createTable('erasure_key')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('key', 'text', (column) => column.notNull())
    .execute();
  await sql`insert into erasure_key (id, key) values (1, ${randomBytes(32).toString('hex')})`.execute(db);
}
