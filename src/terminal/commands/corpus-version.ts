// The folder of documents as it was: a folder that is kept in git has its versions there. What a version holds is written into a
// folder of its own for as long as it is read; nothing in the operator's changes.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { oneLine } from '../../common/controls.ts';
import { UserError } from '../../common/errors.ts';
import { reasonOf } from '../../common/reasons.ts';
import { shown } from '../../common/validation.ts';

const run = promisify(execFile);

export interface CorpusVersion extends AsyncDisposable {
  /** Where the documents of that version stand. */
  readonly path: string;
  /** The commit. */
  readonly version: string;
}

/**
 * The commit that a path is at; undefined where it has changes since, or is kept in no repository. Throws a UserError where git cannot
 * tell.
 */
export async function versionOf(path: string): Promise<string | undefined> {
  const { folder, name } = await placeOf(path);
  if (!isKept(folder)) return undefined;
  const changes = await git(folder, 'status', '--porcelain', '--ignored', '--', name);
  return changes === '' ? await found(git(folder, 'rev-parse', '--verify', '--quiet', 'HEAD')) : undefined;
}

/** The path as it was at a commit, a tag, a branch, or at the end of a day ("2025-08-20"). Throws a UserError where there is none. */
export async function corpusAt(path: string, at: string): Promise<CorpusVersion> {
  const { folder, name } = await placeOf(path);
  const values = { corpus: shown(path), version: shown(at) };
  if (!isKept(folder)) throw new UserError({ key: 'cli.corpusUnversioned', values });
  const prefix = await git(folder, 'rev-parse', '--show-prefix');
  const commit = await commitOf(folder, name, at);
  const inside = `${prefix}${name}`.replace(/\/?\.$/u, '');
  const kind = commit && (await found(git(folder, 'cat-file', '-t', `${commit}:${inside}`)));
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
  return found(asked);
}

/** What git found; undefined where it has no such thing. That it works at all in this repository it has shown before. */
async function found(asked: Promise<string>): Promise<string | undefined> {
  try {
    return (await asked) || undefined;
  } catch (error) {
    if (error instanceof GitRefused) return undefined;
    throw error;
  }
}

/** By way of an archive, so that the repository stays as it is. */
async function writeTree(folder: string, commit: string, inside: string, made: string): Promise<void> {
  const top = await git(folder, 'rev-parse', '--show-toplevel');
  const archive = join(made, 'corpus.tar');
  await git(
    top,
    'archive',
    '--format=tar',
    `--output=${archive}`,
    commit,
    ...(inside === '' ? [] : ['--', inside]),
  );
  const written = join(made, 'corpus');
  await mkdir(written);
  await run('tar', ['-xf', archive, '-C', written]);
}

/** Names and trees of a large folder are long. */
const mostPrinted = 64 * 1024 * 1024;

/** Whether a folder is in a repository: git itself says so in the language of whoever runs it. */
function isKept(folder: string): boolean {
  if (existsSync(join(folder, '.git'))) return true;
  const above = dirname(folder);
  return above !== folder && isKept(above);
}

/** Git ran, and ended with a status of its own. */
class GitRefused extends UserError {}

async function git(folder: string, ...words: readonly string[]): Promise<string> {
  try {
    const { stdout } = await run('git', ['-C', folder, ...words], { maxBuffer: mostPrinted });
    return stdout.trim();
  } catch (cause) {
    const { code, stderr = '' } = cause as { readonly code?: unknown; readonly stderr?: string };
    const why = code === 'ENOENT' ? ({ key: 'cli.gitMissing' } as const) : reasonOf(cause);
    const values = { corpus: shown(folder), reason: oneLine(stderr.trim()) || why };
    const told = { key: 'cli.gitFailed', values } as const;
    throw typeof code === 'number' ? new GitRefused(told, { cause }) : new UserError(told, { cause });
  }
}
