// Killed in the middle of a backup, a restore or a move: the old store is whole, and the new one is whole or not there.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backUpTo } from '../../src/keeping/back-up.ts';
import { restore } from '../../src/keeping/restore.ts';
import { move } from '../../src/store/keeping/transfer.ts';
import type { Contents } from '../../src/store/rows.ts';
import { differing } from '../../src/store/rows.ts';
import type { Engine, StorePlace } from '../../src/store/store.ts';
import { put } from '../store/contract.ts';
import { newPlace, onBothEngines, opened } from '../store/engines.ts';
import { afterwards, filled } from '../store/filled.ts';
import { contentsAt, without } from '../store/inside.ts';
import { folderWith } from '../temporary.ts';

interface Work {
  readonly what: 'backup' | 'restore' | 'move';
  readonly backup?: string;
  readonly from?: StorePlace;
  readonly to?: StorePlace;
}

const nameOf = (place: StorePlace | undefined): string => place?.url ?? place?.file ?? '';

/** Runs it in a process of its own that is killed at a step; how many steps it made where it came to its end. */
function run({ what, backup = '', from, to }: Work, killAt: number): Promise<number | 'killed'> {
  const script = join(import.meta.dirname, 'kill-process.ts');
  const words = [script, what, backup, nameOf(from), nameOf(to), String(killAt), String(afterwards)];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk));
  return new Promise((resolve, reject) => {
    child.on('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve('killed');
      else if (code === 0) resolve(Number(out));
      else reject(new Error(err));
    });
  });
}

/** Steps at which it is killed: the last ones, where what is new takes its place, and some before, which a seed chooses. */
function points(steps: number): number[] {
  const some = fc.sample(fc.integer({ min: 1, max: steps - 3 }), { numRuns: 3, seed: 2026 });
  return [...new Set([...some, steps - 2, steps - 1, steps])];
}

async function filledPlace(engine: Engine): Promise<StorePlace> {
  const place = await newPlace(engine);
  const store = await opened(place);
  await filled(store.database);
  await store.close();
  return place;
}

/** What stands there; undefined where nothing is. */
async function there(place: StorePlace): Promise<Contents | undefined> {
  if (place.url === undefined && !existsSync(place.file)) return undefined;
  const contents = await contentsAt(place);
  return Object.keys(contents).length === 0 ? undefined : contents;
}

onBothEngines((engine) => {
  test('a backup', { timeout: 120_000 }, async () => {
    const from = await filledPlace(engine);
    const before = await contentsAt(from);
    const folder = await folderWith({});
    const steps = await run({ what: 'backup', from, backup: join(folder, 'whole') }, 0);
    for (const killAt of points(Number(steps))) {
      const backup = join(folder, `at-${killAt}`);
      expect(await run({ what: 'backup', from, backup }, killAt)).toBe('killed');
      expect(await contentsAt(from)).toEqual(before);
      // Nothing has the name of a backup that is none.
      expect(existsSync(backup)).toBe(false);
      // What was left behind is in nobody's way.
      await backUpTo(from, backup, { now: afterwards });
      await restore(backup, await newPlace('sqlite'), { now: afterwards });
    }
  });

  test('a restore', { timeout: 120_000 }, async () => {
    const backup = join(await folderWith({}), 'one.sqlite');
    const from = await filledPlace(engine);
    await backUpTo(from, backup, { now: afterwards });
    const wanted = without(await contentsAt(from), 'paces');
    const steps = await run({ what: 'restore', backup, to: await newPlace(engine) }, 0);
    for (const killAt of points(Number(steps))) {
      const to = await newPlace(engine);
      const store = await opened(to);
      await put(store.database, 'old', 1);
      await store.close();
      const before = await contentsAt(to);
      await run({ what: 'restore', backup, to }, killAt);
      const after = await there(to);
      const isOld = differing(before, after ?? {}).length === 0;
      const isNew = differing(wanted, without(after ?? {}, 'paces')).length === 0;
      expect({ killAt, isOld, isNew }).toSatisfy(() => isOld !== isNew);
      await restore(backup, to, { now: afterwards, replace: true });
      expect(differing(wanted, without(await contentsAt(to), 'paces'))).toEqual([]);
      await (await opened(to)).close();
    }
  });

  test('a move', { timeout: 120_000 }, async () => {
    const from = await filledPlace(engine);
    const before = await contentsAt(from);
    const target = () => newPlace(engine === 'sqlite' ? 'postgresql' : 'sqlite');
    const steps = await run({ what: 'move', from, to: await target() }, 0);
    for (const killAt of points(Number(steps))) {
      const to = await target();
      expect(await run({ what: 'move', from, to }, killAt)).toBe('killed');
      expect(await contentsAt(from)).toEqual(before);
      expect(await there(to)).toBeUndefined();
      await move(from, to);
      expect(await contentsAt(to)).toEqual(before);
    }
  });
});
