// The tables of the index in PostgreSQL. They are no part of the store: what they hold can be made again, so no backup has them and
// SQLite knows nothing of them.
import { type Generated, type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** A list of passages that is filed, or being filed. */
export interface CollectionRow {
  id: Generated<number>;
  /** The hash of all that is filed, and of the program that read it. */
  key: string;
  passages: number;
  /** How many different terms each passage has: 16 bits each, the lowest byte first. */
  lengths: Buffer;
  /** 0 while it is being filed. */
  filed_at: number;
  /** When a process last said that it needs it: milliseconds since 1970. */
  used_at: number;
}

/** Where a term stands in one segment of a list. */
export interface TermRow {
  collection: number;
  term: string;
  segment: number;
  /** Places in the whole list in order, 32 bits each, and how often the term stands in each, 16 bits: the lowest byte first. */
  places: Buffer;
  times: Buffer;
}

export interface SearchTables {
  search_collections: CollectionRow;
  search_terms: TermRow;
}

export const migrationTable = 'communique_search_migrations';

export const searchMigrations: Readonly<Record<string, Migration>> = { '001-terms': { up: terms } };

async function terms(database: Kysely<unknown>): Promise<void> {
  const { schema } = database;
  await schema
    .createTable('search_collections')
    .addColumn('id', 'integer', (column) => column.generatedAlwaysAsIdentity().primaryKey())
    .addColumn('key', 'text', (column) => column.notNull().unique())
    .addColumn('passages', 'integer', (column) => column.notNull())
    .addColumn('lengths', 'bytea', (column) => column.notNull())
    .addColumn('filed_at', 'bigint', (column) => column.notNull())
    .addColumn('used_at', 'bigint', (column) => column.notNull())
    .execute();
  await schema
    .createTable('search_terms')
    .addColumn('collection', 'integer', (column) =>
      column.notNull().references('search_collections.id').onDelete('cascade'),
    )
    .addColumn('term', sql`text collate "C"`, (column) => column.notNull())
    .addColumn('segment', 'integer', (column) => column.notNull())
    .addColumn('places', 'bytea', (column) => column.notNull())
    .addColumn('times', 'bytea', (column) => column.notNull())
    .addPrimaryKeyConstraint('search_terms_key', ['collection', 'term', 'segment'])
    .execute();
  // Long rows are read whole and at once: unpacking them would take longer than reading them.
  for (const column of ['places', 'times'])
    await sql`alter table search_terms alter column ${sql.ref(column)} set storage external`.execute(
      database,
    );
}
