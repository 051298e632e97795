// All rows of a store go into another, which then has the same and nothing else; and a store moves from one engine to the other.
import { sql, Transaction } from 'kysely';
import { ProblemsError } from '../../common/errors.ts';
import { migrateIn } from '../migrations/migrate.ts';
import { migrations } from '../migrations/migrations.ts';
import { type Contents, contentsOf, copyRows, differing, type Step } from '../rows.ts';
import type { StorePlace } from '../store.ts';
import { copyStore, madeWhole } from './backup.ts';
import { alone, type NamedPlace, nameOf, unusable, type Whole } from './whole.ts';

/** Whether a store holds anything but the key that it was made with. */
export async function isFilled({ database, shape }: Whole): Promise<boolean> {
  for (const { name } of shape.filter((table) => table.name !== 'erasure_key')) {
    const { rows } = await sql`select 1 as one from ${sql.table(name)} limit 1`.execute(database);
    if (rows.length > 0) return true;
  }
  return false;
}

/** Puts all rows of a store in the place of what a server has, in the server's one transaction. Throws where what arrived is not the same. */
export async function fillServer(from: Whole, { database: to }: Whole, step: Step): Promise<Contents> {
  if (!(to instanceof Transaction)) throw new Error('a server is filled in one transaction');
  step('make tables');
  await migrateIn(
    to,
    Object.fromEntries(Object.entries(migrations).filter(([name]) => from.done.includes(name))),
  );
  await sql`truncate ${sql.join(from.shape.map(({ name }) => sql.table(name)))}`.execute(to);
  const copied = await copyRows(from.database, to, from.shape, step);
  step('look through');
  const wrong = differing(copied, await contentsOf(to, from.shape, step));
  if (wrong.length > 0) throw new Error(`what was written reads otherwise: ${wrong.join(', ')}`);
  step('commit');
  return copied;
}

/** Copies a store that nobody has open to a place where none is yet. Throws `ProblemsError` where it cannot be done; then nothing is there. */
export async function move(
  place: StorePlace,
  to: NamedPlace,
  step: Step = () => undefined,
): Promise<Contents> {
  return alone(place, async (from) => {
    if (from.done.length === 0) throw told(place, 'store.empty');
    if (to.url === undefined)
      return madeWhole(to.file, (begun) => copyStore(from, begun, { step }), 'keep.notWritten');
    try {
      return await alone(to, async (whole) => {
        const isOther = whole.done.length > 0 && whole.done.join() !== from.done.join();
        if (isOther || (await isFilled(whole))) throw told(to, 'keep.toFilled');
        return fillServer(from, whole, step);
      });
    } catch (cause) {
      if (cause instanceof ProblemsError) throw cause;
      throw unusable(to, cause);
    }
  });
}

function told(place: NamedPlace, key: 'store.empty' | 'keep.toFilled'): ProblemsError {
  return new ProblemsError([{ place: { file: nameOf(place) }, message: { key } }]);
}
