// What lies in a folder of documents: its files, folder by folder, and what cannot be read there.
import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Problem } from '../errors.ts';
import { unreadable } from '../text-file.ts';

/** Something in the folder: a path that leads to a regular file, or, with its problem, to nothing that can be read. */
export interface Found {
  readonly path: string;
  readonly problem?: Problem;
}

/** Files that somebody may believe to be read. Anything else beside the documents is nobody's mistake. */
const looksLikeText = new Set([
  '.md',
  '.yaml',
  '.yml',
  '.txt',
  '.markdown',
  '.html',
  '.htm',
  '.pdf',
  '.docx',
  '.odt',
  '.rtf',
  '.jsonl',
]);

/** The ending of a file's name in small letters where it looks like a text, else undefined. */
export function textEndingOf(path: string): string | undefined {
  const ending = extname(path).toLowerCase();
  return looksLikeText.has(ending) ? ending : undefined;
}

/** Everything below a folder, hidden things left out, in an order that is the same on every machine. */
export async function filesBelow(folder: string): Promise<Found[]> {
  const found: Found[] = [];
  const folders = [folder];
  for (let current = folders.pop(); current !== undefined; current = folders.pop()) {
    for (const entry of await entriesOf(current, found)) {
      const path = join(current, entry.name);
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory()) folders.push(path);
      else if (entry.isFile()) found.push({ path });
      else found.push(...(await lookedAt(entry, path)));
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** What is in one folder; one that cannot be read is a problem and hides no other. */
async function entriesOf(folder: string, found: Found[]): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (cause) {
    found.push({ path: folder, problem: unreadable(folder, cause) });
    return [];
  }
}

/**
 * A link is as good as the file that it leads to. A link to a folder is not followed, so that no link leads round in a
 * circle or to the whole disk. Anything else (a pipe, a socket, a device) could keep its reader waiting for ever.
 */
async function lookedAt(entry: Dirent, path: string): Promise<Found[]> {
  const problem = entry.isSymbolicLink() ? await linkProblem(path) : special(path);
  if (!problem) return [{ path }];
  const matters = problem.message.key === 'file.linkToFolder' || textEndingOf(path) !== undefined;
  return matters ? [{ path, problem }] : [];
}

async function linkProblem(path: string): Promise<Problem | undefined> {
  try {
    const target = await stat(path);
    if (target.isDirectory()) return { place: { file: path }, message: { key: 'file.linkToFolder' } };
    return target.isFile() ? undefined : special(path);
  } catch (cause) {
    return unreadable(path, cause);
  }
}

/** Something with the name of a file that is none. */
export function special(path: string): Problem {
  return { place: { file: path }, message: { key: 'file.special' } };
}
