// What a backup says of itself, in a table of its own: by it a restore knows that all is there, and the bot that the file is no store.
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { UserError } from '../../common/errors.ts';
import { manifestTable } from '../migrations/shape.ts';
import type { Contents } from '../rows.ts';

const manifestSchema = z.object({
  format: z.literal(1),
  /** The version of the program that made it. */
  program: z.string(),
  engine: z.enum(['sqlite', 'postgresql']),
  madeAt: z.number().int().positive(),
  migrations: z.array(z.string()),
  tables: z.record(z.string(), z.object({ rows: z.number().int(), hash: z.string() })),
});

export type Manifest = Omit<z.infer<typeof manifestSchema>, 'tables'> & { readonly tables: Contents };

export async function writeManifest<T>(database: Kysely<T>, manifest: Manifest): Promise<void> {
  const table = sql.table(manifestTable);
  await sql`create table ${table} (manifest text not null)`.execute(database);
  await sql`insert into ${table} (manifest) values (${JSON.stringify(manifest)})`.execute(database);
}

/** Undefined where the file is a store itself. Throws `UserError` where it is a backup of a form that this version does not know. */
export async function manifestOf<T>(database: Kysely<T>): Promise<Manifest | undefined> {
  if (!(await isBackup(database))) return undefined;
  const { rows } = await sql<{ manifest: string }>`select manifest from ${sql.table(manifestTable)}`.execute(
    database,
  );
  const read = manifestSchema.safeParse(JSON.parse(rows[0]?.manifest ?? 'null'));
  if (!read.success) throw new UserError({ key: 'keep.otherForm' }, { cause: read.error });
  return read.data;
}

export async function isBackup<T>(database: Kysely<T>): Promise<boolean> {
  const { rows } = await sql`
    select name from sqlite_master where type = 'table' and name = ${manifestTable}`.execute(database);
  return rows.length > 0;
}

/** Makes a store of a backup. */
export async function dropManifest<T>(database: Kysely<T>): Promise<void> {
  await sql`drop table if exists ${sql.table(manifestTable)}`.execute(database);
}
