// The rows of a store, of whichever engine: read page by page, put into another, and told as a count and one hash for each table.
import { createHash } from 'node:crypto';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Table } from './migrations/shape.ts';
import { inPages } from './pages.ts';

export type Row = Readonly<Record<string, unknown>>;

/** How many rows a table has, and what they are, whatever their order. */
export interface Counted {
  readonly rows: number;
  readonly hash: string;
}

export type Contents = Readonly<Record<string, Counted>>;

/** Called before each page and each stage of something long, with its name. */
export type Step = (what: string) => void;

/** A page of the longest texts is some 15 MB. */
const rowsAPage = 50;

export function rowsOf<T>(database: Kysely<T>, { name, columns, key }: Table): AsyncGenerator<Row> {
  const keys = list(key);
  return inPages<Row>(rowsAPage, async (last) => {
    const behind = last ? sql`where (${keys}) > (${values(key, last)})` : sql``;
    const query = sql<Row>`
      select ${list(columns)} from ${sql.table(name)} ${behind} order by ${keys} limit ${sql.lit(rowsAPage)}`;
    return (await query.execute(database)).rows;
  });
}

async function* pagesOf<T>(database: Kysely<T>, table: Table): AsyncGenerator<Row[]> {
  let page: Row[] = [];
  for await (const row of rowsOf(database, table)) {
    page.push(row);
    if (page.length < rowsAPage) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

/** Reads all tables. */
export async function contentsOf<T>(
  database: Kysely<T>,
  shape: readonly Table[],
  step: Step = () => undefined,
): Promise<Contents> {
  return forEach(shape, async (table) => {
    const tally = openTally(table);
    for await (const page of pagesOf(database, table)) {
      step(`read ${table.name}`);
      for (const row of page) tally.add(row);
    }
    return tally.told();
  });
}

/** Puts all rows of one into another that has the same tables without rows, and tells what they were. */
export async function copyRows<F, T>(
  from: Kysely<F>,
  to: Kysely<T>,
  shape: readonly Table[],
  step: Step = () => undefined,
): Promise<Contents> {
  return forEach(shape, async (table) => {
    const tally = openTally(table);
    for await (const page of pagesOf(from, table)) {
      step(`write ${table.name}`);
      for (const row of page) tally.add(row);
      const rows = sql.join(page.map((row) => sql`(${values(table.columns, row)})`));
      await sql`insert into ${sql.table(table.name)} (${list(table.columns)}) values ${rows}`.execute(to);
    }
    return tally.told();
  });
}

/** Takes out all rows, also those that the migrations themselves put in. */
export async function clearTables<T>(database: Kysely<T>, shape: readonly Table[]): Promise<void> {
  for (const { name } of shape.toReversed()) await sql`delete from ${sql.table(name)}`.execute(database);
}

/** The tables in which two stores differ. */
export function differing(one: Contents, other: Contents): string[] {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return names.filter(
    (name) => one[name]?.rows !== other[name]?.rows || one[name]?.hash !== other[name]?.hash,
  );
}

async function forEach(
  shape: readonly Table[],
  count: (table: Table) => Promise<Counted>,
): Promise<Contents> {
  const counted: [string, Counted][] = [];
  for (const table of shape) counted.push([table.name, await count(table)]);
  return Object.fromEntries(counted);
}

const modulus = 1n << 256n;

/** Hashes of rows are added up: the engines sort text each in its own way. Rows have keys, so none comes twice. */
function openTally({ columns }: Table) {
  let rows = 0;
  let sum = 0n;
  const names = columns.toSorted();
  return {
    add(row: Row): void {
      const digest = createHash('sha256').update(JSON.stringify(names.map((name) => row[name])));
      sum = (sum + BigInt(`0x${digest.digest('hex')}`)) % modulus;
      rows += 1;
    },
    told: (): Counted => ({ rows, hash: sum.toString(16).padStart(64, '0') }),
  };
}

function list(names: readonly string[]): RawBuilder<unknown> {
  return sql.join(names.map((name) => sql.ref(name)));
}

function values(names: readonly string[], row: Row): RawBuilder<unknown> {
  return sql.join(names.map((name) => sql`${row[name]}`));
}
