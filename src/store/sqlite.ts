// SQLite inside this process (node:sqlite), as Kysely wants it: one connection, transactions one after the other.
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type QueryResult,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type SqliteStatement,
  type TransactionSettings,
} from 'kysely';
import { isBusy } from './failures.ts';

/**
 * A statement waits this long inside SQLite, where it holds up everything else in the process. What may take longer,
 * the write lock, is waited for outside (`patient`).
 */
const heldUpMs = 5;

/** So long another process may write before we give up; it holds the lock for milliseconds. */
const patienceMs = 10_000;
const pauseMs = 10;

/** The dialect of one file, which is made where there is none. It is opened by the first query. */
export function sqliteDialect(path: string): Dialect {
  return {
    createDriver: () => new Driver({ database: () => openFile(path) }),
    createAdapter: () => new Adapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

class Adapter extends SqliteAdapter {
  /** It does: a migration that fails half-way leaves nothing behind. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class Driver extends SqliteDriver {
  #patient: PatientConnection | undefined;

  override async acquireConnection(): Promise<DatabaseConnection> {
    this.#patient ??= new PatientConnection(await super.acquireConnection());
    return this.#patient;
  }

  /**
   * Whatever may write takes the write lock at its beginning. A transaction that read first and wrote later could find
   * that another process has written meanwhile, and would fail however long it waits.
   */
  override async beginTransaction(
    connection: DatabaseConnection,
    settings?: TransactionSettings,
  ): Promise<void> {
    const begin = settings?.accessMode === 'read only' ? 'begin' : 'begin immediate';
    await connection.executeQuery(CompiledQuery.raw(begin));
  }

  /** The failure that was the reason is told, not that there was nothing left to undo. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await super.rollbackTransaction(connection);
    } catch (error) {
      if (!(error instanceof Error && undoneAlready.test(error.message))) throw error;
    }
  }
}

/** What SQLite says where it has undone a transaction by itself, as it does when the disk is full. */
const undoneAlready = /no transaction is active/;

/** A statement that found the file busy has done nothing, so it may be tried again. */
class PatientConnection implements DatabaseConnection {
  readonly #connection: DatabaseConnection;

  constructor(connection: DatabaseConnection) {
    this.#connection = connection;
  }

  executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    return patient(() => this.#connection.executeQuery<R>(query));
  }

  streamQuery<R>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<R>> {
    return this.#connection.streamQuery<R>(query, chunkSize);
  }
}

/** Tries again while another process writes. */
async function patient<T>(work: () => Promise<T> | T): Promise<T> {
  for (const until = Date.now() + patienceMs; ; await delay(pauseMs * (1 + Math.random()))) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error) || Date.now() > until) throw error;
    }
  }
}

async function openFile(path: string): Promise<SqliteDatabase> {
  await mkdir(dirname(path), { recursive: true });
  // The system says more plainly than SQLite why a file cannot be opened. What servers keep is for the bot's eyes only.
  const made = await open(path, 'ax', 0o600).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EEXIST') throw cause;
    return open(path, 'r+');
  });
  await made.close();
  const database = await patient(() => configured(path));
  return {
    prepare: (sql) => statement(database, sql),
    close: () => database.close(),
  };
}

/**
 * WAL: readers and the writer do not wait for each other. FULL: what was committed is on the disk, so it survives the
 * loss of power too. Switching to WAL needs the file alone and does not wait for it, hence `patient` around this.
 */
function configured(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: heldUpMs, enableForeignKeyConstraints: true });
  try {
    database.exec('pragma journal_mode = wal; pragma synchronous = full;');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function statement(database: DatabaseSync, sql: string): SqliteStatement {
  const prepared = database.prepare(sql);
  return {
    reader: prepared.columns().length > 0,
    all: (parameters) => prepared.all(...parameters.map(inputValue)),
    run: (parameters) => prepared.run(...parameters.map(inputValue)),
    iterate: (parameters) => prepared.iterate(...parameters.map(inputValue)),
  };
}

/** What both engines store alike: a boolean or a date here is a slip that PostgreSQL alone would take. */
function inputValue(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') {
    return value;
  }
  throw new TypeError(`a ${typeof value} is nothing that the store keeps; write text, a number or null`);
}
