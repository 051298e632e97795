// A database of SQLite that one program has for itself: a backup that is written or read, a store that nobody else may have open
// meanwhile, or one in memory.
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { Kysely, SqliteAdapter, SqliteDialect } from 'kysely';

class Adapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class Dialect extends SqliteDialect {
  override createAdapter(): Adapter {
    return new Adapter();
  }
}

/** Destroying what it returns closes the connection. */
export function privately<T>(database: DatabaseSync): Kysely<T> {
  const prepare = (sql: string) => {
    const statement = database.prepare(sql);
    return {
      reader: statement.columns().length > 0,
      all: (values: readonly unknown[]) => statement.all(...values.map(inputValue)),
      run: (values: readonly unknown[]) => statement.run(...values.map(inputValue)),
      iterate: (values: readonly unknown[]) => statement.iterate(...values.map(inputValue)),
    };
  };
  return new Kysely<T>({ dialect: new Dialect({ database: { prepare, close: () => database.close() } }) });
}

/** What both engines store alike: a boolean or a date here is a slip that PostgreSQL alone would take. */
export function inputValue(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') {
    return value;
  }
  throw new TypeError(`a ${typeof value} is nothing that the store keeps; write text, a number or null`);
}
