// What can be told of the index in PostgreSQL from outside, for those who look after it.
import { Kysely, sql } from 'kysely';
import { describeProblem, UserError } from '../common/errors.ts';
import { unusableStore } from '../store/engines/failures.ts';
import { postgresDialect } from '../store/engines/postgres.ts';
import type { SearchTables } from './tables.ts';

export interface SearchLook {
  /** How many collections are filed, and how large all of them are, in bytes; undefined where there are no tables yet. */
  readonly there: { readonly filed: number; readonly bytes: number } | undefined;
  /** Whether this user may file what is not there. */
  readonly mayFile: boolean;
  /** Whether the database has pgvector. */
  readonly vectors: boolean;
}

/** Changes nothing. Throws where the database cannot be reached. */
export async function lookAtSearch(url: string): Promise<SearchLook> {
  const database = new Kysely<SearchTables>({ dialect: postgresDialect(url) });
  try {
    const { rows } = await sql<{ there: boolean; make: boolean; vectors: boolean }>`
      select to_regclass('search_terms') is not null as there,
        has_schema_privilege(current_schema(), 'create') as make,
        exists (select from pg_extension where extname = 'vector') as vectors`.execute(database);
    const { there = false, make = false, vectors = false } = rows[0] ?? {};
    if (!there) return { there: undefined, mayFile: make, vectors };
    const found = await sql<{ filed: number; bytes: number; write: boolean }>`
      select (select count(*) from search_collections where filed_at > 0) as filed,
        pg_total_relation_size('search_terms') as bytes,
        has_table_privilege('search_terms', 'insert, delete')
          and has_table_privilege('search_collections', 'insert, update, delete') as write`.execute(database);
    const { filed = 0, bytes = 0, write = false } = found.rows[0] ?? {};
    return { there: { filed, bytes }, mayFile: write, vectors };
  } finally {
    await database.destroy();
  }
}

/** Why words cannot be filed in the database, and what to do, in one line. */
export function whyNotFiled(error: unknown): string {
  // What went wrong in passing is told to whoever asks something; here its cause is of use.
  const cause = error instanceof UserError && error.cause !== undefined ? error.cause : error;
  return unusableStore('DATABASE_URL', undefined, cause)
    .problems.map((each) => describeProblem(each))
    .join(' ');
}
