// PostgreSQL, for several processes or machines: a pool of connections, and numbers that arrive as numbers.
import { type Dialect, PostgresDialect } from 'kysely';
import pg from 'pg';

/** A question waits for a moderator at most; ten connections a process leave room for many processes on one server. */
const connections = 10;

/** What takes longer than this is stuck; with a connection that hangs, its lock on a server's documents goes too. */
const statementMs = 30_000;
const idleInTransactionMs = 30_000;
const connectMs = 10_000;

export function postgresDialect(url: string): Dialect {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: connectMs,
    statement_timeout: statementMs,
    idle_in_transaction_session_timeout: idleInTransactionMs,
    keepAlive: true,
    application_name: 'communique',
    types: { getTypeParser },
  });
  // The pool drops an idle connection that was lost and makes another when it is needed; unheard, this would end the
  // process.
  pool.on('error', () => undefined);
  return new PostgresDialect({ pool });
}

const getTypeParser: typeof pg.types.getTypeParser = (type, format) =>
  type === pg.types.builtins.INT8 ? wholeNumber : pg.types.getTypeParser(type, format);

/** `pg` gives 64-bit numbers as text, as they may be too large for a number; ours (times, counts) never are. */
function wholeNumber(text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number)) return number;
  throw new RangeError(`${text} is too large for a number`);
}
