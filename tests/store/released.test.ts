// Stores that earlier versions left behind come to the newest tables with all of their rows, on both engines, also by way of a backup.
import { copyFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { restore } from '../../src/keeping/restore.ts';
import { backUp } from '../../src/store/keeping/backup.ts';
import { checkStore } from '../../src/store/keeping/check.ts';
import { move } from '../../src/store/keeping/transfer.ts';
import { atOneMoment } from '../../src/store/keeping/whole.ts';
import { migrations } from '../../src/store/migrations/migrations.ts';
import { type Row, rowsOf } from '../../src/store/rows.ts';
import type { StorePlace } from '../../src/store/store.ts';
import { folderWith } from '../temporary.ts';
import { newPlace, onBothEngines, opened } from './engines.ts';

const released = join(import.meta.dirname, 'released');
const files = (await readdir(released)).filter((name) => name.endsWith('.sqlite')).sort();

/** A copy that may be changed. */
async function storeOf(name: string): Promise<StorePlace> {
  const place = await newPlace('sqlite');
  await copyFile(join(released, name), place.file);
  return place;
}

async function rowsAt(place: StorePlace): Promise<Record<string, Row[]>> {
  return atOneMoment(place, async ({ database, shape }) => {
    const all: Record<string, Row[]> = {};
    for (const table of shape) all[table.name] = await Array.fromAsync(rowsOf(database, table));
    return all;
  });
}

/** What a migration may change of old rows: it counts, and takes the names of erased passages elsewhere. */
const changed = ['paragraphs', 'kept'];

/** Each row with the columns that it had, and the values that no migration changes. */
function expectKept(before: Record<string, Row[]>, after: Record<string, Row[]>): void {
  for (const [table, rows] of Object.entries(before)) {
    const same = rows.map((row) => {
      const stable = Object.entries(row).filter(([column]) => !changed.includes(column));
      return expect.objectContaining(Object.fromEntries(stable));
    });
    expect(after[table], table).toEqual(expect.arrayContaining(same));
  }
}

test('there is one of every migration', () => {
  expect(files).toEqual(Object.keys(migrations).map((name) => `${name}.sqlite`));
});

onBothEngines((engine) => {
  test.each(files)('%s', async (name) => {
    const old = await storeOf(name);
    const before = await rowsAt(old);
    expect(Object.values(before).flat().length).toBeGreaterThan(6);
    const place = engine === 'sqlite' ? old : await newPlace(engine);
    if (engine === 'postgresql') await move(old, place);
    expect(await rowsAt(place)).toEqual(before);

    const backup = join(await folderWith({}), 'backup.sqlite');
    await backUp(place, backup);
    const again = await newPlace(engine);
    await restore(backup, again, { withoutErasures: true, now: Date.UTC(2026, 0, 6) });
    expectKept(before, await rowsAt(again));

    await (await opened(place)).close();
    expectKept(before, await rowsAt(place));
    expect(await checkStore(place)).toMatchObject({ newest: true, wrong: [] });
  });
});
