// What `npm run store` says when it is done, in words and as JSON.
import type { Kept } from '../../keeping/back-up.ts';
import type { Restored } from '../../keeping/restore.ts';
import type { Translate } from '../../messages/messages.ts';
import type { Checked } from '../../store/keeping/check.ts';
import type { Manifest } from '../../store/keeping/manifest.ts';
import type { Vacuumed } from '../../store/keeping/vacuum.ts';
import type { Contents } from '../../store/rows.ts';
import type { StorePlace } from '../../store/store.ts';

export interface Told {
  readonly json: object;
  readonly lines: readonly string[];
  readonly isWrong?: boolean;
}

const rowsIn = (contents: Contents): number =>
  Object.values(contents).reduce((sum, { rows }) => sum + rows, 0);
const timeOf = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** In the unit in which a person reads it. */
function sizeOf(bytes: number): string {
  const units = ['kB', 'MB', 'GB', 'TB'];
  let [size, at] = [bytes / 1_000, 0];
  for (; size >= 1_000 && at < units.length - 1; at++) size /= 1_000;
  return `${size.toFixed(size < 10 ? 1 : 0)} ${units[at]}`;
}

const enginesNamed = { sqlite: 'SQLite', postgresql: 'PostgreSQL' } as const;

export function toldBackup({ file, manifest, list, removed }: Kept, translate: Translate): Told {
  const rows = rowsIn(manifest.tables);
  return {
    json: { file, list: list ?? null, removed, ...manifest },
    lines: [
      translate('keep.backup.done', { file, count: rows }),
      ...(list === undefined ? [] : [translate('keep.backup.list', { file: list })]),
      ...removed.map((name) => translate('keep.backup.removed', { name })),
    ],
  };
}

export function toldRestored(restored: Restored, translate: Translate): Told {
  const { manifest, erasedAgain, until, aside, notForgotten } = restored;
  const lines = [
    manifest
      ? translate('keep.restore.done', { time: timeOf(manifest.madeAt), count: rowsIn(manifest.tables) })
      : translate('keep.restore.doneFile'),
    until === undefined
      ? translate('keep.restore.notErased')
      : translate(erasedAgain === 0 ? 'keep.restore.nothingErased' : 'keep.restore.erased', {
          count: erasedAgain,
          time: timeOf(until),
        }),
    ...notForgotten.map(({ what, reason }) => translate('keep.restore.notForgotten', { what, reason })),
    ...(aside === undefined ? [] : [translate('keep.restore.aside', { file: aside })]),
  ];
  const left = notForgotten.map(({ what, reason }) => ({
    what,
    reason: translate(reason.key, reason.values),
  }));
  return {
    json: {
      ...{ manifest: manifest ?? null, erasedAgain, until: until ?? null, aside: aside ?? null },
      notForgotten: left,
    },
    lines,
  };
}

export function toldMoved(
  contents: Contents,
  { place, to }: { readonly place: StorePlace; readonly to: StorePlace },
  translate: Translate,
): Told {
  const next =
    to.url === undefined
      ? translate(place.url === undefined ? 'keep.move.nextStore' : 'keep.move.nextFile', { file: to.file })
      : translate('keep.move.nextServer');
  return {
    json: { tables: contents },
    lines: [translate('keep.move.done', { count: rowsIn(contents) }), next],
  };
}

export function toldChecked(checked: Checked, { file, url }: StorePlace, translate: Translate): Told {
  const { engine, version, newest, rows, bytes, unusedBytes, freeBytes, wrong } = checked;
  const name = url === undefined ? `${enginesNamed[engine]}, ${file}` : enginesNamed[engine];
  const sizes = { size: sizeOf(bytes), unused: sizeOf(unusedBytes) };
  const told = Object.entries(rows).filter(([, count]) => count > 0);
  return {
    json: { ...checked, wrong: wrong.map(({ key, values }) => translate(key, values)) },
    lines: [
      translate('keep.check.store', { name }),
      translate(newest ? 'keep.check.newest' : 'keep.check.older', { version }),
      freeBytes === undefined
        ? translate('keep.check.size', sizes)
        : translate('keep.check.room', { ...sizes, free: sizeOf(freeBytes) }),
      translate('keep.check.rows', {
        rows: told.map(([table, count]) => `${table} ${count}`).join(', ') || '0',
      }),
      ...(wrong.length > 0
        ? wrong.map(({ key, values }) => translate(key, values))
        : [translate('keep.check.whole')]),
    ],
    isWrong: wrong.length > 0,
  };
}

export function toldCheckedBackup(manifest: Manifest | undefined, file: string, translate: Translate): Told {
  if (!manifest)
    return { json: { file, manifest: null }, lines: [translate('keep.check.file.store', { file })] };
  const { madeAt, engine, program, tables } = manifest;
  const values = { file, time: timeOf(madeAt), engine: enginesNamed[engine], program, count: rowsIn(tables) };
  return { json: { file, manifest }, lines: [translate('keep.check.file.backup', values)] };
}

export function toldVacuumed({ before, after, littleRoom }: Vacuumed, translate: Translate): Told {
  const values = { before: sizeOf(before), after: sizeOf(after) };
  const little = littleRoom ? [translate('keep.check.littleRoom')] : [];
  return { json: { before, after, littleRoom }, lines: [translate('keep.vacuum.done', values), ...little] };
}

export function toldErasures(file: string | undefined, translate: Translate): Told {
  const line = file === undefined ? translate('keep.erasures.none') : translate('keep.backup.list', { file });
  return { json: { file: file ?? null }, lines: [line] };
}
