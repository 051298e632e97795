// A look at a store that changes none of its tables, also while a bot has it open: whether it is there and whole, of which version, and
// whether it can be written.
import { existsSync } from 'node:fs';
import { Kysely } from 'kysely';
import { damageIn } from '../damage.ts';
import { postgresDialect } from '../engines/postgres.ts';
import { sqliteDialect } from '../engines/sqlite.ts';
import { apartFrom, migrationsDone } from '../migrations/migrate.ts';
import { migrations } from '../migrations/migrations.ts';
import type { Engine, StorePlace } from '../store.ts';
import type { Database, Tables } from '../tables.ts';
import { probe, type Room, roomOf } from './probe.ts';
import { unusable } from './whole.ts';

export interface Look {
  readonly engine: Engine;
  /** The newest change of the tables that was made; undefined where there are none yet. */
  readonly version: string | undefined;
  /** Changes that the next start makes. */
  readonly left: number;
  /** Changes that a newer program made. */
  readonly newer: readonly string[];
  readonly room: Room;
  /** What SQLite says of a damaged file. */
  readonly damage: string | undefined;
  /** How long it took to save something, in milliseconds; undefined where there is nowhere to yet. */
  readonly savedMs: number | undefined;
}

/**
 * Looks, and has `also` look at what is kept where the tables are those of this program. Undefined where there is no file yet. Throws
 * `ProblemsError` where it cannot be opened or written.
 */
export async function lookAtStore<T>(
  place: StorePlace,
  also: (database: Database) => Promise<T>,
): Promise<{ readonly look: Look; readonly also: T | undefined } | undefined> {
  const { file, url } = place;
  if (url === undefined && !existsSync(file)) return undefined;
  const dialect = url === undefined ? sqliteDialect(file) : postgresDialect(url);
  const database = new Kysely<Tables>({ dialect });
  try {
    const look = await looked(database, place);
    const isOurs = look.left === 0 && look.newer.length === 0 && look.damage === undefined;
    return { look, also: isOurs ? await also(database) : undefined };
  } catch (cause) {
    throw unusable(place, cause);
  } finally {
    await database.destroy().catch(() => undefined);
  }
}

async function looked(database: Database, place: StorePlace): Promise<Look> {
  const applied = await migrationsDone(database);
  const { left, newer } = apartFrom(applied, migrations);
  // Indexes are not compared, which would take long: `store check` does that.
  const [damage] = place.url === undefined ? await damageIn(database, { indexes: false }) : [];
  const begun = performance.now();
  if (applied.length > 0 && damage === undefined) await probe(database);
  return {
    engine: place.url === undefined ? 'sqlite' : 'postgresql',
    version: applied.at(-1),
    left: left.length,
    newer,
    room: await roomOf(database, place),
    damage,
    savedMs: applied.length > 0 && damage === undefined ? performance.now() - begun : undefined,
  };
}
