// Whether the file of a backup or a store is whole: by SQLite's own check, by the migrations it went through, and by what it says of itself.
import type { Kysely } from 'kysely';
import { ProblemsError, UserError } from '../../common/errors.ts';
import { damageIn } from '../damage.ts';
import { isDamaged } from '../engines/failures.ts';
import { migrationsDone, refuseNewer } from '../migrations/migrate.ts';
import { migrations } from '../migrations/migrations.ts';
import { shapeAfter } from '../migrations/shape.ts';
import { contentsOf, differing, type Step } from '../rows.ts';
import { type Manifest, manifestOf } from './manifest.ts';

/** What a backup says of itself; undefined where the file is a store. Throws `ProblemsError` where it is damaged, newer, or neither. */
export async function lookThrough<T>(
  database: Kysely<T>,
  file: string,
  step: Step = () => undefined,
): Promise<Manifest | undefined> {
  try {
    if ((await damageIn(database)).length > 0) throw new UserError({ key: 'keep.damaged' });
    const done = await migrationsDone(database);
    if (done.length === 0) throw new UserError({ key: 'keep.noBackup' });
    refuseNewer(done, migrations);
    const manifest = await manifestOf(database);
    if (!manifest) return undefined;
    const shape = (await shapeAfter(done)).filter(({ name }) => Object.hasOwn(manifest.tables, name));
    const wrong = differing(manifest.tables, await contentsOf(database, shape, step));
    if (wrong.length > 0) throw new UserError({ key: 'keep.damaged' });
    return manifest;
  } catch (cause) {
    if (isDamaged(cause))
      throw new ProblemsError([{ place: { file }, message: { key: 'keep.noBackup' }, cause }]);
    if (!(cause instanceof UserError)) throw cause;
    throw new ProblemsError([{ place: { file }, message: cause.told, cause }]);
  }
}
