// A store's file is made whole under another name and then put in its place, so that a file which is there and holds no store is
// never our own beginning: it is somebody's mistake, and is refused.
import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { link, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UserError } from '../../common/errors.ts';
import { makeFolder } from '../../common/folders.ts';
import { codeOf } from '../../common/reasons.ts';

/** Makes the file where there is none; `fill` writes into it. Throws `UserError` where what is there cannot be a store. */
export async function madeFile(path: string, fill: (path: string) => Promise<void>): Promise<void> {
  const there = statSync(path, { throwIfNoEntry: false });
  if (there && !there.isFile() && !there.isDirectory()) throw new UserError({ key: 'file.special' });
  if (there?.isFile() && there.size === 0) throw new UserError({ key: 'store.empty' });
  if (there) return;
  // With a new file beside it, SQLite would take old pages for its own.
  const left = statSync(`${path}-wal`, { throwIfNoEntry: false });
  if (left && left.size > 0) throw new UserError({ key: 'store.noMain', values: { file: `${path}-wal` } });
  makeFolder(dirname(path));
  const temporary = `${path}.${randomBytes(4).toString('hex')}.new`;
  try {
    // What servers keep is for the bot's eyes only.
    await (await open(temporary, 'wx', 0o600)).close();
    await fill(temporary);
    await putInPlace(temporary, path);
  } finally {
    for (const end of ['', '-wal', '-shm']) await rm(temporary + end, { force: true });
  }
}

/** Another process may make the same store at this moment: the first one stands. */
async function putInPlace(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return;
    // Some file systems have no second names.
    await rename(temporary, path);
  }
}
