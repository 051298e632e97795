// Files that are made whole under another name and only then put in their place, so that whoever looks, or a process that is killed,
// finds the old one or the new one and never a part.
import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { dayMs } from '../../common/day.ts';
import { codeOf } from '../../common/reasons.ts';

/** A name beside a file under which it is made, for this program's user alone. What earlier ones left there long ago is removed. */
export function begunBeside(file: string): string {
  const begun = `${file}.${randomBytes(4).toString('hex')}.new`;
  removeLeft(file);
  closeSync(openSync(begun, 'wx', 0o600));
  return begun;
}

function removeLeft(file: string): void {
  const name = basename(file);
  removeLeftIn(dirname(file), (begunOf) => begunOf === name);
}

const begunName = /^(?<of>.+)\.[0-9a-f]{8}\.new(?:-wal|-shm|-journal)?$/;

/** Removes what was begun in a folder and never put in its place, of those files that are told to be ours: after a day it is nobody's. */
export function removeLeftIn(folder: string, isOurs: (file: string) => boolean, now = Date.now()): void {
  for (const name of readdirSync(folder)) {
    const of = begunName.exec(name)?.groups?.['of'];
    if (of === undefined || !isOurs(of)) continue;
    const path = join(folder, name);
    const left = statSync(path, { throwIfNoEntry: false });
    if (left && now - left.mtimeMs > dayMs) rmSync(path, { force: true });
  }
}

/** Takes away what was begun, with what SQLite keeps beside it. */
export function giveUp(begun: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(begun + end, { force: true });
}

/** Puts it where nothing is yet; throws `EEXIST` where something is. On the disk when it returns. */
export function putNew(begun: string, file: string): void {
  toDisk(begun);
  try {
    linkSync(begun, file);
    rmSync(begun);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error;
    // Some file systems have no second names.
    if (statSync(file, { throwIfNoEntry: false }))
      throw Object.assign(new Error(`${file} is there`), { code: 'EEXIST' });
    renameSync(begun, file);
  }
  folderToDisk(file);
}

/** Puts it in the place of what is there, in one step. On the disk when it returns. */
export function putOver(begun: string, file: string): void {
  toDisk(begun);
  renameSync(begun, file);
  folderToDisk(file);
}

function toDisk(path: string): void {
  const opened = openSync(path, 'r+');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

/** A name is on the disk when its folder is. */
function folderToDisk(file: string): void {
  let opened: number | undefined;
  try {
    opened = openSync(dirname(file), 'r');
    fsyncSync(opened);
  } catch {
    // Windows opens no folders.
  } finally {
    if (opened !== undefined) closeSync(opened);
  }
}
