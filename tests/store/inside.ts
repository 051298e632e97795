// What stands in a backup, and in a store that nobody has open, for tests that compare all of it.
import { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import { privately } from '../../src/store/engines/private.ts';
import { atOneMoment } from '../../src/store/keeping/whole.ts';
import { type Contents, contentsOf } from '../../src/store/rows.ts';
import type { StorePlace } from '../../src/store/store.ts';
import type { Database, Tables } from '../../src/store/tables.ts';

/** A backup opened to be read, for one test. */
export function insideBackup(file: string): Database {
  const raw = new DatabaseSync(file, { readOnly: true });
  onTestFinished(() => raw.close());
  return privately<Tables>(raw);
}

/** Every table of a store with its count and hash. */
export function contentsAt(place: StorePlace): Promise<Contents> {
  return atOneMoment(place, ({ database, shape }) => contentsOf(database, shape));
}

/** Everything but some tables. */
export function without(contents: Contents, ...names: readonly string[]): Contents {
  return Object.fromEntries(Object.entries(contents).filter(([name]) => !names.includes(name)));
}
