// Brings a database to the newest tables, once, also when several processes start at the same moment.
import { type Kysely, PostgresAdapter, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { UserError } from '../errors.ts';

/** Any number that no other program locks with in the same database; this one is "communiq" in ASCII. */
const lock = '7165064735087765873';

const table = 'communique_migrations';

/**
 * Everything happens in one transaction that lets in one process at a time: on SQLite it holds the write lock from its
 * beginning (Kysely's own lock does nothing there), on PostgreSQL an advisory lock.
 * Throws `UserError` where a newer version of the program has been here.
 */
export async function migrate<T>(
  database: Kysely<T>,
  list: Readonly<Record<string, Migration>>,
): Promise<void> {
  await database.transaction().execute(async (change) => {
    if (isPostgres(database)) await sql`select pg_advisory_xact_lock(${sql.raw(lock)})`.execute(change);
    const migrator = new Migrator({
      db: change,
      provider: { getMigrations: async () => ({ ...list }) },
      migrationTableName: table,
      migrationLockTableName: `${table}_lock`,
    });
    await refuseNewer(change, list);
    const { error } = await migrator.migrateToLatest();
    if (error !== undefined) throw error;
  });
}

export function isPostgres<T>(database: Kysely<T>): boolean {
  return database.getExecutor().adapter instanceof PostgresAdapter;
}

/** Going on with tables that a newer version has changed could lose what it keeps in them. */
async function refuseNewer<T>(change: Kysely<T>, list: Readonly<Record<string, Migration>>): Promise<void> {
  const unknown = (await appliedTo(change)).filter((name) => !Object.hasOwn(list, name));
  if (unknown.length === 0) return;
  throw new UserError({ key: 'store.newer', values: { migrations: unknown.join(', ') } });
}

/** The names of what was done to the tables of a database, in order; none where there are no tables. */
export async function appliedTo<T>(database: Kysely<T>): Promise<string[]> {
  const tables = await database.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === table)) return [];
  const done = await sql<{ name: string }>`select name from ${sql.table(table)} order by name`.execute(
    database,
  );
  return done.rows.map(({ name }) => name);
}
