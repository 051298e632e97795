// What lies in a folder of documents: its files, folder by folder, and what cannot be read there.
import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Problem } from '../../common/errors.ts';
import { unreadable } from '../../common/text-file.ts';

/** Something in the folder: a path that leads to a regular file, or, with its problem, to nothing that can be read. */
export interface Found {
  readonly path: string;
  readonly problem?: Problem;
  /** It is a hidden file or folder; only where those were asked for. */
  readonly isHidden?: true;
}

/** Files that somebody may believe to be read, those that importers read among them. Anything else beside the documents is nobody's mistake. */
const looksLikeText = new Set([
  '.md',
  '.yaml',
  '.yml',
  '.txt',
  '.text',
  '.markdown',
  '.html',
  '.htm',
  '.xhtml',
  '.pdf',
  '.docx',
  '.doc',
  '.odt',
  '.rtf',
  '.jsonl',
]);

/** The ending of a file's name in small letters where it looks like a text, else undefined. */
export function textEndingOf(path: string): string | undefined {
  const ending = extname(path).toLowerCase();
  return looksLikeText.has(ending) ? ending : undefined;
}

/**
 * Everything below a folder in an order that is the same on every machine. Hidden things are left out, and so is what is no
 * file and does not look like a text; `everything` tells of them too, of a hidden folder without what is in it.
 */
export async function filesBelow(folder: string, everything = false): Promise<Found[]> {
  const found: Found[] = [];
  const folders = [folder];
  for (let current = folders.pop(); current !== undefined; current = folders.pop()) {
    for (const entry of await entriesOf(current, found)) {
      const path = join(current, entry.name);
      if (entry.isDirectory() && !isHidden(entry)) folders.push(path);
      else found.push(...(await foundAt(entry, path, everything)));
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function isHidden({ name }: Dirent): boolean {
  return name.startsWith('.');
}

async function foundAt(entry: Dirent, path: string, everything: boolean): Promise<Found[]> {
  if (isHidden(entry)) return everything ? [{ path, isHidden: true }] : [];
  return entry.isFile() ? [{ path }] : lookedAt(entry, path, everything);
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
async function lookedAt(entry: Dirent, path: string, everything: boolean): Promise<Found[]> {
  const problem = entry.isSymbolicLink() ? await linkProblem(path) : special(path);
  if (!problem) return [{ path }];
  const matters = problem.message.key === 'file.linkToFolder' || textEndingOf(path) !== undefined;
  return matters || everything ? [{ path, problem }] : [];
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
