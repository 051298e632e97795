// Brings a database to the newest tables, once, also when several processes start at the same moment.
import { type Kysely, PostgresAdapter, sql, type Transaction } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { UserError } from '../../common/errors.ts';

/** Any number that no other program locks with in the same database; this one is "communiq" in ASCII. */
export const lock = '7165064735087765873';

const table = 'communique_migrations';

/**
 * Everything happens in one transaction that lets in one process at a time: on SQLite it holds the write lock from its
 * beginning (Kysely's own lock does nothing there), on PostgreSQL an advisory lock.
 * Throws `UserError` where a newer version of the program has been here. Which migrations were done stands in the table `noted`.
 */
export async function migrate<T>(
  database: Kysely<T>,
  list: Readonly<Record<string, Migration>>,
  noted = table,
): Promise<void> {
  await database.transaction().execute((change) => migrateIn(change, list, noted));
}

/** The same as a part of a change. */
export async function migrateIn<T>(
  change: Transaction<T>,
  list: Readonly<Record<string, Migration>>,
  noted = table,
): Promise<void> {
  if (isPostgres(change)) await sql`select pg_advisory_xact_lock(${sql.raw(lock)})`.execute(change);
  const migrator = new Migrator({
    db: change,
    provider: { getMigrations: async () => ({ ...list }) },
    migrationTableName: noted,
    migrationLockTableName: `${noted}_lock`,
  });
  refuseNewer(await migrationsDone(change, noted), list);
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

function isPostgres<T>(database: Kysely<T>): boolean {
  return database.getExecutor().adapter instanceof PostgresAdapter;
}

/** The migrations that a database has gone through; none where it holds no store. */
export async function migrationsDone<T>(database: Kysely<T>, noted = table): Promise<string[]> {
  const tables = await database.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === noted)) return [];
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(noted)} order by name`.execute(
    database,
  );
  return rows.map(({ name }) => name);
}

/** Going on with tables that a newer version has changed could lose what it keeps in them. Throws `UserError`. */
export function refuseNewer(done: readonly string[], list: Readonly<Record<string, Migration>>): void {
  const { newer } = apartFrom(done, list);
  if (newer.length === 0) return;
  throw new UserError({ key: 'store.newer', values: { migrations: newer.join(', ') } });
}

/** The migrations that a database has still before it, and those of a newer version that it went through. */
export function apartFrom(
  done: readonly string[],
  list: Readonly<Record<string, Migration>>,
): { readonly left: readonly string[]; readonly newer: readonly string[] } {
  return {
    left: Object.keys(list).filter((name) => !done.includes(name)),
    newer: done.filter((name) => !Object.hasOwn(list, name)),
  };
}
