// SQLite inside this process (node:sqlite), as Kysely wants it: one connection writes, one transaction after the other; what is
// only read has another and waits for nobody.
import { open } from 'node:fs/promises';
import type { DatabaseSync } from 'node:sqlite';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SelectQueryNode,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type TransactionSettings,
} from 'kysely';
import { fileAt, openWatch, type Watch } from './file-watch.ts';
import { opened, patient, run } from './sqlite-file.ts';

/** So long what was written may stand in the file beside the store alone, and what was erased on the disk. */
const settleMs = 1_000;

/** What SQLite calls it that free pages are given back when it is told to. */
const incremental = 2;
/** Pages of 4 kB: what is free for a while is filled again, and what is given back at once takes a few milliseconds. */
const freeKept = 2_000;
const freeAtOnce = 500;

/** The dialect of a file that is there. It is opened by the first query; `lost` hears once that it was deleted or replaced. */
export function sqliteDialect(path: string, lost: () => void = () => undefined): Dialect {
  return {
    createDriver: () => new FileDriver(path, lost),
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

  /** Kysely would let in one query at a time, reads behind writes; the driver has a lock for what writes. */
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

class FileDriver implements Driver {
  readonly #path: string;
  readonly #lost: () => void;
  #writing: Writing | undefined;
  #reader: DatabaseSync | undefined;

  constructor(path: string, lost: () => void) {
    this.#path = path;
    this.#lost = lost;
  }

  async init(): Promise<void> {
    // The system says more plainly than SQLite why a file cannot be opened.
    await (await open(this.#path, 'r+')).close();
    const database = await this.#openInPlace();
    this.#writing = new Writing(database, openWatch(this.#path, this.#lost));
    // Now: where the file is lost later, what was kept is still read.
    this.#reader = await patient(() => this.#openReader());
  }

  /** A backup may be put in the place of the store at this moment: what is opened is what has the name afterwards. */
  async #openInPlace(): Promise<DatabaseSync> {
    for (;;) {
      const before = fileAt(this.#path);
      const database = await patient(() => opened(this.#path));
      if (fileAt(this.#path) === before) return database;
      database.close();
    }
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    return new Connection(this);
  }

  get writing(): Writing {
    if (!this.#writing) throw new Error('the store is not open');
    return this.#writing;
  }

  /** Sees all that was committed when a statement begins. */
  get reader(): DatabaseSync {
    if (!this.#reader) throw new Error('the store is not open');
    return this.#reader;
  }

  /** Another reader, which may keep to one moment. */
  anotherReader(): DatabaseSync {
    this.writing.mustBeThere();
    return this.#openReader();
  }

  #openReader(): DatabaseSync {
    const database = opened(this.#path);
    database.exec('pragma query_only = on');
    return database;
  }

  async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
    await asOurs(connection).begin(settings?.accessMode === 'read only');
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await asOurs(connection).commit();
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    asOurs(connection).rollback();
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    asOurs(connection).release();
  }

  /** What was let in before is done first. */
  async destroy(): Promise<void> {
    await this.#writing?.close();
    this.#reader?.close();
  }
}

function asOurs(connection: DatabaseConnection): Connection {
  if (connection instanceof Connection) return connection;
  throw new TypeError('the connection is of another driver');
}

/** What one query or one transaction works with. */
class Connection implements DatabaseConnection {
  readonly #driver: FileDriver;
  #transaction: DatabaseSync | undefined;
  /** Gives up what this one alone has: the lock for writing, or a reader that sees one moment. */
  #release: (() => void) | undefined;

  constructor(driver: FileDriver) {
    this.#driver = driver;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const transaction = this.#transaction;
    if (transaction) return patient(() => run<R>(transaction, query));
    if (SelectQueryNode.is(query.query)) return patient(() => run<R>(this.#driver.reader, query));
    const { writing } = this.#driver;
    const release = await writing.lock();
    try {
      return await writing.write((database) => patient(() => run<R>(database, query)));
    } finally {
      release();
    }
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    yield await this.executeQuery<R>(query);
  }

  /**
   * Whatever may write takes the write lock at its beginning. A transaction that read first and wrote later could find
   * that another process has written meanwhile, and would fail however long it waits.
   */
  async begin(readOnly: boolean): Promise<void> {
    if (readOnly) {
      const moment = await patient(() => this.#driver.anotherReader());
      this.#release = () => moment.close();
      await patient(() => moment.exec('begin'));
      this.#transaction = moment;
      return;
    }
    const { writing } = this.#driver;
    this.#release = await writing.lock();
    this.#transaction = await writing.begin();
  }

  async commit(): Promise<void> {
    const transaction = this.#transaction;
    if (!transaction) return;
    const { writing } = this.#driver;
    if (transaction === writing.database) await writing.commit();
    else transaction.exec('commit');
    this.#transaction = undefined;
  }

  /** The failure that was the reason is told, not that there was nothing left to undo: SQLite undoes by itself on a full disk. */
  rollback(): void {
    if (this.#transaction?.isTransaction) this.#transaction.exec('rollback');
    this.#transaction = undefined;
  }

  release(): void {
    this.#release?.();
    this.#release = undefined;
  }
}

/** The one connection that writes, whose turn it is, and what is looked after when something was written. */
class Writing {
  readonly database: DatabaseSync;
  readonly #watch: Watch;
  #last: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(database: DatabaseSync, watch: Watch) {
    this.database = database;
    this.#watch = watch;
    // What an earlier process left behind when it was killed.
    this.#settleSoon();
  }

  mustBeThere(): void {
    this.#watch.mustBeThere();
  }

  /** Resolves when it is the caller's turn, with what ends it. */
  async lock(): Promise<() => void> {
    const before = this.#last;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#last = promise;
    await before;
    return resolve;
  }

  async begin(): Promise<DatabaseSync> {
    this.#watch.mustBeThere();
    await patient(() => this.database.exec('begin immediate'));
    return this.database;
  }

  async commit(): Promise<void> {
    await this.write((database) => patient(() => database.exec('commit')));
  }

  /** What went into a file that nobody finds again is not done. */
  async write<R>(work: (database: DatabaseSync) => Promise<R>): Promise<R> {
    this.#watch.mustBeThere();
    const result = await work(this.database);
    this.#watch.mustHaveIt();
    this.#settleSoon();
    return result;
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#last;
    this.database.close();
  }

  #settleSoon(): void {
    if (this.#closed) return;
    this.#timer ??= setTimeout(() => void this.#settle(), settleMs).unref();
  }

  /**
   * Brings what was written from the file beside the store into the store and empties that: a copy of the one file is then whole, and
   * what was erased is gone from both. Where somebody reads at this moment, or the disk is full, another time.
   */
  async #settle(): Promise<void> {
    const release = await this.lock();
    this.#timer = undefined;
    try {
      if (this.#closed) return;
      if (this.#giveBack()) this.#settleSoon();
      const { busy } = this.database.prepare('pragma wal_checkpoint(truncate)').get() ?? {};
      if (busy !== 0) this.#settleSoon();
    } catch {
      this.#settleSoon();
    } finally {
      release();
    }
  }

  /** Gives free pages back to the disk, some at a time, where they are many; whether there are more. Files of earlier versions keep theirs. */
  #giveBack(): boolean {
    const free = this.#number('freelist_count');
    if (this.#number('auto_vacuum') !== incremental || free < freeKept) return false;
    this.database.exec(`pragma incremental_vacuum(${freeAtOnce})`);
    return free - freeAtOnce >= freeKept;
  }

  #number(pragma: string): number {
    return Number(Object.values(this.database.prepare(`pragma ${pragma}`).get() ?? {})[0]);
  }
}
