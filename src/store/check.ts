// Looks through a store, also while the bot runs: whether it is whole, of which version, what it holds, and how much room there is.
import { statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { sql } from 'kysely';
import type { Message } from '../messages/messages.ts';
import { migrations } from './migrations.ts';
import { orphans } from './orphans.ts';
import type { Engine, StorePlace } from './store.ts';
import { atOneMoment, type Whole } from './whole.ts';

export interface Checked {
  readonly engine: Engine;
  /** The newest migration it went through, and whether a start would bring it further. */
  readonly version: string;
  readonly newest: boolean;
  /** How many rows each table has. */
  readonly rows: Readonly<Record<string, number>>;
  readonly bytes: number;
  /** Of these, what is free and filled again. */
  readonly unusedBytes: number;
  /** Room on the disk of the file; a server does not tell. */
  readonly freeBytes: number | undefined;
  /** What is wrong with it. */
  readonly wrong: readonly Message[];
}

/** Throws `ProblemsError` where it cannot be opened at all, or a newer version has used it. */
export async function checkStore(place: StorePlace): Promise<Checked> {
  return atOneMoment(place, async (whole) => {
    const { engine, done, shape } = whole;
    const newest = done.length === Object.keys(migrations).length;
    const rows: [string, number][] = [];
    for (const { name } of shape)
      rows.push([name, await numberOf(whole, sql`count(*) as number from ${sql.table(name)}`)]);
    const sizes = engine === 'sqlite' ? await sizesOfFile(whole, place.file) : await sizesOfServer(whole);
    const wrong = [
      ...(engine === 'sqlite' ? await damageIn(whole) : []),
      // What an older version left open is closed by its migrations.
      ...(newest ? await orphansIn(whole) : []),
      ...littleRoom(sizes),
    ];
    return { engine, version: done.at(-1) ?? '', newest, rows: Object.fromEntries(rows), ...sizes, wrong };
  });
}

type Sizes = Pick<Checked, 'bytes' | 'unusedBytes' | 'freeBytes'>;

async function sizesOfFile(whole: Whole, file: string): Promise<Sizes> {
  const unused = await numberOf(whole, sql`freelist_count as number from pragma_freelist_count`);
  const page = await numberOf(whole, sql`page_size as number from pragma_page_size`);
  const disk = statfsSync(dirname(file));
  return { bytes: statSync(file).size, unusedBytes: unused * page, freeBytes: disk.bavail * disk.bsize };
}

async function sizesOfServer(whole: Whole): Promise<Sizes> {
  const bytes = await numberOf(whole, sql`pg_database_size(current_database()) as number`);
  return { bytes, unusedBytes: 0, freeBytes: undefined };
}

/** A backup beside it, or writing it anew, takes as much as it has. */
function littleRoom({ bytes, freeBytes }: Sizes): Message[] {
  return freeBytes !== undefined && freeBytes < bytes ? [{ key: 'keep.check.littleRoom' }] : [];
}

/** At most so many of SQLite's own sentences are told. */
const mostTold = 5;

async function damageIn({ database }: Whole): Promise<Message[]> {
  const { rows } = await sql<{ integrity_check: string }>`
    select integrity_check from pragma_integrity_check limit ${sql.lit(mostTold)}`.execute(database);
  const damaged = rows.map((row) => row.integrity_check).filter((said) => said !== 'ok');
  const torn = await sql<{ table: string; count: number }>`
    select "table", count(*) as count from pragma_foreign_key_check group by "table"`.execute(database);
  return [
    ...damaged.map((reason): Message => ({ key: 'keep.check.damaged', values: { reason } })),
    ...torn.rows.map(({ table, count }): Message => ({ key: 'keep.check.torn', values: { table, count } })),
  ];
}

async function orphansIn(whole: Whole): Promise<Message[]> {
  const found: Message[] = [];
  for (const [what, query] of Object.entries(orphans)) {
    const count = await numberOf(whole, query);
    if (count > 0) found.push({ key: 'keep.check.orphans', values: { what, count } });
  }
  return found;
}

async function numberOf({ database }: Whole, query: ReturnType<typeof sql>): Promise<number> {
  const { rows } = await sql<{ number: number }>`select ${query}`.execute(database);
  return Number(rows[0]?.number ?? 0);
}
