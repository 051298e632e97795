// The folder of documents as it was: a folder that is kept in git has its versions there. What a version holds is written into a
// folder of its own for as long as it is read; nothing in the operator's changes.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { UserError } from '../errors.ts';
import { shown } from '../validation.ts';

const run = promisify(execFile);

export interface CorpusVersion extends AsyncDisposable {
  /** Where the documents of that version stand. */
  readonly path: string;
  /** The commit. */
  readonly version: string;
}

/** The commit that a path is at; undefined where it has changes since, or is kept in no repository. */
export async function versionOf(path: string): Promise<string | undefined> {
  try {
    const { folder, name } = await placeOf(path);
    const changes = await git(folder, 'status', '--porcelain', '--ignored', '--', name);
    return changes === '' ? await git(folder, 'rev-parse', '--verify', 'HEAD') : undefined;
  } catch {
    return undefined;
  }
}

/** The path as it was at a commit, a tag, a branch, or at the end of a day ("2025-08-20"). Throws a UserError where there is none. */
export async function corpusAt(path: string, at: string): Promise<CorpusVersion> {
  const { folder, name } = await placeOf(path);
  const values = { corpus: shown(path), version: shown(at) };
  const prefix = await git(folder, 'rev-parse', '--show-prefix').catch(() => {
    throw new UserError({ key: 'cli.corpusUnversioned', values });
  });
  const commit = await commitOf(folder, name, at);
  const inside = `${prefix}${name}`.replace(/\/?\.$/u, '');
  const kind = commit && (await git(folder, 'cat-file', '-t', `${commit}:${inside}`).catch(() => undefined));
  if (!commit || kind === undefined) throw new UserError({ key: 'cli.corpusNoVersion', values });
  const made = await mkdtemp(join(tmpdir(), 'communique-at-'));
  const written = join(made, 'corpus');
  try {
    await writeTree(folder, commit, inside, made);
  } catch (error) {
    await rm(made, { recursive: true, force: true });
    throw error;
  }
  return {
    path: join(written, inside),
    version: commit,
    [Symbol.asyncDispose]: () => rm(made, { recursive: true, force: true }),
  };
}

/** A folder, and the path's name in it: git is asked from inside of the repository. */
async function placeOf(path: string): Promise<{ readonly folder: string; readonly name: string }> {
  const whole = resolve(path);
  const isFolder = await stat(whole).then(
    (found) => found.isDirectory(),
    () => false,
  );
  return isFolder ? { folder: whole, name: '.' } : { folder: dirname(whole), name: basename(whole) };
}

const day = /^\d{4}-\d{2}-\d{2}$/u;

async function commitOf(folder: string, name: string, at: string): Promise<string | undefined> {
  const asked = day.test(at)
    ? git(folder, 'rev-list', '-1', `--before=${at} 23:59:59`, 'HEAD', '--', name)
    : git(folder, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${at}^{commit}`);
  const commit = await asked.catch(() => '');
  return commit === '' ? undefined : commit;
}

/** By an index of its own, so that the repository's stays as it is. */
async function writeTree(folder: string, commit: string, inside: string, made: string): Promise<void> {
  const env = { ...process.env, GIT_INDEX_FILE: join(made, 'index') };
  const top = await git(folder, 'rev-parse', '--show-toplevel');
  await run('git', ['-C', top, 'read-tree', commit], { env });
  const only = inside === '' ? ['-a'] : ['--stdin', '-z'];
  const files =
    inside === '' ? '' : await git(top, 'ls-tree', '-r', '-z', '--name-only', commit, '--', inside);
  const child = run('git', ['-C', top, 'checkout-index', `--prefix=${join(made, 'corpus')}/`, ...only], {
    env,
  });
  child.child.stdin?.end(files);
  await child;
}

/** Names and trees of a large folder are long. */
const mostPrinted = 64 * 1024 * 1024;

async function git(folder: string, ...words: readonly string[]): Promise<string> {
  const { stdout } = await run('git', ['-C', folder, ...words], { maxBuffer: mostPrinted });
  return stdout.trim();
}
