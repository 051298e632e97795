// Whether a file of SQLite is whole, by SQLite's own word.
import { sql } from 'kysely';
import type { Database } from './tables.ts';

export interface Thoroughness {
  /** At most so many of SQLite's sentences are wanted. */
  readonly most?: number;
  /** Whether indexes are compared with their tables as well, which takes long. */
  readonly indexes?: boolean;
}

/** What SQLite says is wrong with the file, a sentence each; nothing where it is whole. All pages are looked through. */
export async function damageIn(
  database: Pick<Database, 'getExecutor'>,
  { most = 1, indexes = true }: Thoroughness = {},
): Promise<string[]> {
  const check = sql.raw(indexes ? 'integrity_check' : 'quick_check');
  const { rows } = await sql<{ said: string }>`
    select ${check} as said from pragma_${check} limit ${sql.lit(most)}`.execute(database);
  return rows.map(({ said }) => said).filter((said) => said !== 'ok');
}
