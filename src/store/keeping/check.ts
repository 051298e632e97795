// Looks through a store, also while the bot runs: whether it is whole, of which version, what it holds, and how much room there is.
import { sql } from 'kysely';
import type { Message } from '../../messages/messages.ts';
import { damageIn } from '../damage.ts';
import { apartFrom } from '../migrations/migrate.ts';
import { migrations } from '../migrations/migrations.ts';
import type { Engine, StorePlace } from '../store.ts';
import { orphans } from './orphans.ts';
import { isLittleRoom, roomOf } from './probe.ts';
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
    const newest = apartFrom(done, migrations).left.length === 0;
    const rows: [string, number][] = [];
    for (const { name } of shape)
      rows.push([name, await numberOf(whole, sql`count(*) as number from ${sql.table(name)}`)]);
    const room = await roomOf(whole.database, place);
    const sizes = {
      ...{ bytes: room.used, freeBytes: room.free },
      unusedBytes: engine === 'sqlite' ? await unusedIn(whole) : 0,
    };
    const wrong = [
      ...(engine === 'sqlite' ? await wrongInFile(whole) : []),
      // What an older version left open is closed by its migrations.
      ...(newest ? await orphansIn(whole) : []),
      ...(isLittleRoom(room) ? [{ key: 'keep.check.littleRoom' } as const] : []),
    ];
    return { engine, version: done.at(-1) ?? '', newest, rows: Object.fromEntries(rows), ...sizes, wrong };
  });
}

async function unusedIn(whole: Whole): Promise<number> {
  const pages = await numberOf(whole, sql`freelist_count as number from pragma_freelist_count`);
  return pages * (await numberOf(whole, sql`page_size as number from pragma_page_size`));
}

/** At most so many of SQLite's own sentences are told. */
const mostTold = 5;

async function wrongInFile({ database }: Whole): Promise<Message[]> {
  const damaged = await damageIn(database, { most: mostTold });
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
