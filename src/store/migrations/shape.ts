// Which tables a store has after its migrations, in an order in which rows can be put in. Read from the migrations themselves, so
// that a table that is added tomorrow is backed up, moved and checked without being named anywhere else.
import { DatabaseSync } from 'node:sqlite';
import { type Kysely, sql } from 'kysely';
import { privately } from '../engines/private.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations.ts';

export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  /** The columns of its key, in order. */
  readonly key: readonly string[];
  /** The tables that must have rows before it. */
  readonly needs: readonly string[];
}

/** What tells a backup from a store (manifest.ts). */
export const manifestTable = 'communique_backup';

/** Of use for a minute alone. */
export const caches: readonly string[] = ['paces'];

/** Makes the tables of a store that has gone through these migrations and no others. */
export async function makeTables<T>(database: Kysely<T>, names: readonly string[]): Promise<void> {
  await migrate(
    database,
    Object.fromEntries(Object.entries(migrations).filter(([name]) => names.includes(name))),
  );
}

/** The tables of a store that has gone through these migrations: each behind those whose rows it names. */
export async function shapeAfter(names: readonly string[]): Promise<Table[]> {
  const memory = privately<unknown>(new DatabaseSync(':memory:'));
  try {
    await makeTables(memory, names);
    const found = await sql<{ name: string }>`
      select name from sqlite_master where type = 'table' and name not like 'sqlite!_%' escape '!'
        and name not like 'communique!_%' escape '!' order by name`.execute(memory);
    const all = await Promise.all(found.rows.map(({ name }) => tableOf(memory, name)));
    return inOrder(all);
  } finally {
    await memory.destroy();
  }
}

async function tableOf(database: Kysely<unknown>, name: string): Promise<Table> {
  const columns = await sql<{ name: string; pk: number }>`
    select name, pk from pragma_table_info(${name}) order by cid`.execute(database);
  const needs = await sql<{ table: string }>`
    select distinct "table" from pragma_foreign_key_list(${name})`.execute(database);
  return {
    name,
    columns: columns.rows.map((column) => column.name),
    key: columns.rows
      .filter(({ pk }) => pk > 0)
      .sort((a, b) => a.pk - b.pk)
      .map((column) => column.name),
    needs: needs.rows.map(({ table }) => table),
  };
}

function inOrder(all: readonly Table[]): Table[] {
  const done: Table[] = [];
  const has = (name: string): boolean => done.some((table) => table.name === name);
  for (let left = [...all]; left.length > 0; left = left.filter(({ name }) => !has(name))) {
    const next = left.filter(({ needs, name }) => needs.every((each) => each === name || has(each)));
    if (next.length === 0) throw new Error('the tables need each other in a circle');
    done.push(...next);
  }
  return done;
}
