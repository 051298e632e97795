// Dated backups: what several that are made at the same time do to each other's files.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backUpInto } from '../../src/keeping/back-up.ts';
import { checkBackup } from '../../src/keeping/looking-after.ts';
import { put } from '../store/contract.ts';
import { newPlace, onBothEngines, opened } from '../store/engines.ts';
import { folderWith } from '../temporary.ts';

const now = Date.UTC(2026, 0, 31, 23, 59, 58);
const step = (): void => undefined;
const backupsIn = (folder: string): string[] =>
  readdirSync(folder).filter((name) => name.endsWith('.sqlite'));

onBothEngines((engine) => {
  test('of several that begin in one second each has a file of its own, which is whole', async () => {
    const place = await newPlace(engine);
    const { database } = await opened(place);
    await put(database, 'kept', 7);
    const folder = await folderWith({});
    const made = await Promise.all(
      Array.from({ length: 4 }, () => backUpInto(place, { folder, keep: 9 }, { now })),
    );
    const files = made.map(({ file }) => file).sort();
    expect(files).toEqual(
      ['31T23-59-58Z', '31T23-59-59Z', '02-01T00-00-00Z', '02-01T00-00-01Z'].map((time) =>
        join(folder, `communique-2026-${time.startsWith('31') ? '01-' : ''}${time}.sqlite`),
      ),
    );
    for (const file of files)
      expect((await checkBackup(file, step))?.tables['counters']?.rows).toBeGreaterThan(0);
    // Nothing half made is left.
    expect(readdirSync(folder).filter((name) => name.includes('.new'))).toEqual([]);
  });
});

test('several that each keep one leave one, and none fails as another has removed what it would', async () => {
  const place = await newPlace('sqlite');
  await (await opened(place)).close();
  const old = Object.fromEntries(
    Array.from({ length: 6 }, (_, day) => [`communique-2025-01-0${day + 1}T00-00-00Z.sqlite`, '']),
  );
  const folder = await folderWith(old);
  await Promise.all(Array.from({ length: 3 }, () => backUpInto(place, { folder, keep: 1 }, { now })));
  expect(backupsIn(folder)).toEqual(['communique-2026-02-01T00-00-00Z.sqlite']);
});

test('what else keeps a backup from being made is told, and no other name is tried', async () => {
  const place = await newPlace('sqlite');
  const folder = await folderWith({});
  await expect(backUpInto(place, { folder, keep: 1 }, { now })).rejects.toThrow(place.file);
  expect(existsSync(join(folder, 'communique-2026-01-31T23-59-58Z.sqlite'))).toBe(false);
});
