// PostgreSQL, for several processes or machines: a pool of connections, and numbers that arrive as numbers.
import { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import {
  type Dialect,
  PostgresAdapter,
  PostgresDriver,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';
import pg from 'pg';
import { NoAnswer } from './failures.ts';

/** A question waits for a moderator at most; ten connections a process leave room for many processes on one server. */
const connections = 10;

/** What takes longer than this is stuck; with a connection that hangs, its lock on a server's documents goes too. */
const statementMs = 30_000;
const idleInTransactionMs = 30_000;
const connectMs = 10_000;

/** Those limits are the server's. One that says nothing for longer than they allow is gone, whatever the system still hopes. */
export const longestSilenceMs = statementMs + 5_000;

/** Under which names the server lists our connections: those of a bot, and those of a program that works on a store as a whole. */
export const ours = { bot: 'communique', keeping: 'communique store' } as const;

/** `silenceMs` is for tests. */
export function postgresDialect(url: string, silenceMs = longestSilenceMs, most = connections): Dialect {
  return dialectOf(
    new pg.Pool({
      connectionString: url,
      max: most,
      connectionTimeoutMillis: connectMs,
      statement_timeout: statementMs,
      idle_in_transaction_session_timeout: idleInTransactionMs,
      keepAlive: true,
      stream: () => hungUpAfter(silenceMs),
      application_name: ours.bot,
      types: { getTypeParser },
    }),
  );
}

/** For a program that goes through all of a store in one transaction, with somebody beside it who can end it: it may take its time. */
export function patientDialect(url: string): Dialect {
  return dialectOf(
    new pg.Pool({
      connectionString: url,
      max: 1,
      connectionTimeoutMillis: connectMs,
      keepAlive: true,
      application_name: ours.keeping,
      types: { getTypeParser },
    }),
  );
}

function dialectOf(pool: pg.Pool): Dialect {
  // A connection that is lost while nothing is asked says so as an event, which would end the process if nobody heard
  // it. The pool makes another when it is needed; one in the middle of a change fails at the next statement.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return {
    createDriver: () => new Driver(pool),
    createAdapter: () => new PostgresAdapter(),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createIntrospector: (db) => new PostgresIntrospector(db),
  };
}

/**
 * A connection of which nothing was heard for so long is given up whole: all that waits on it fails at once, where `pg`'s own
 * limit for a query would have what undoes it wait behind it for as long again. In the pool none lies idle that long.
 */
function hungUpAfter(milliseconds: number): Socket {
  const socket = new Socket();
  return socket.setTimeout(milliseconds, () => socket.destroy(new NoAnswer(milliseconds)));
}

class Driver extends PostgresDriver {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    super({ pool });
    this.#pool = pool;
  }

  /** A pool that is ended forgets those who wait for a connection; they were let in before the store was closed. */
  override async destroy(): Promise<void> {
    while (this.#pool.waitingCount > 0) await delay(5);
    await super.destroy();
  }
}

const getTypeParser: typeof pg.types.getTypeParser = (type, format) =>
  type === pg.types.builtins.INT8 ? wholeNumber : pg.types.getTypeParser(type, format);

/** `pg` gives 64-bit numbers as text, as they may be too large for a number; ours (times, counts) never are. */
function wholeNumber(text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number)) return number;
  throw new RangeError(`${text} is too large for a number`);
}
