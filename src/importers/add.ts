// Files become documents of a corpus folder, one after the other: imported, checked against what is there, written whole
// or not at all. One that is not taken stops no other.
import { randomBytes } from 'node:crypto';
import { link, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { makeFolder } from '../common/folders.ts';
import { codeOf, reasonOf } from '../common/reasons.ts';
import type { Document, FrontMatter } from '../corpus/document.ts';
import { type Found, filesBelow, textEndingOf } from '../corpus/files/folder.ts';
import { writtenDocument } from '../corpus/files/writing.ts';
import type { Message, MessageKey } from '../messages/messages.ts';
import {
  freeId,
  frontMatterAfter,
  frontMatterOf,
  type Supplied,
  withTitleLine,
} from './about/front-matter.ts';
import { proposedId } from './about/proposed-id.ts';
import { openWarnings } from './checks/answered.ts';
import { duplicateWarnings, type Known, knownOf, sameAs } from './checks/checks.ts';
import { type Importer, tooLarge } from './import-file.ts';
import type { Imported, Taken } from './imported.ts';
import { defaultLimits } from './limits.ts';

/**
 * What became of a file. `same`: its text is there already, word for word, and nothing was written. `passed`: in a folder it
 * was not taken for a document.
 */
export type Added =
  | {
      readonly file: string;
      readonly outcome: 'added' | 'replaced';
      /** Where it was written, or would have been. */
      readonly path: string;
      readonly document: FrontMatter;
      readonly paragraphs: number;
      readonly taken: Taken;
      readonly warnings: readonly Message[];
    }
  | { readonly file: string; readonly outcome: 'same'; readonly id: string }
  | { readonly file: string; readonly outcome: 'refused' | 'passed'; readonly reason: Message };

export interface AddOptions {
  /** The folder, which is made where it is not there. */
  readonly to: string;
  /** The documents that are there. */
  readonly documents: readonly Document[];
  readonly importer: Importer;
  /** A document with the same id is replaced; without it, that is refused. */
  readonly replace: boolean;
  /** Everything is done but writing. */
  readonly dryRun: boolean;
  readonly supplied: Supplied;
  /** Letters that a program took for others are put right. */
  readonly mendEncoding?: boolean;
}

/** A file to add, or, with the reason, something that cannot be read or, in a folder, is passed over. */
export interface Candidate {
  readonly file: string;
  readonly reason?: Message;
  readonly isPassed?: true;
}

/** The files that paths lead to: files as they are named, and of folders all, with the reason why one is passed over. */
export async function candidatesOf(paths: readonly string[]): Promise<Candidate[]> {
  const found: Candidate[] = [];
  for (const path of paths) {
    try {
      if (!(await stat(path)).isDirectory()) found.push({ file: path });
      else found.push(...(await candidatesIn(path)));
    } catch (cause) {
      found.push({ file: path, reason: unreadable(cause) });
    }
  }
  return found;
}

async function candidatesIn(folder: string): Promise<Candidate[]> {
  const files = await filesBelow(folder, true);
  const inside = `${await realpath(folder)}${sep}`;
  const real = await Promise.all(files.map(({ path }) => realpath(path).catch(() => undefined)));
  return files.map((found, index): Candidate => {
    const { path: file, problem } = found;
    const passed = whyPassed(found);
    if (passed) return { file, reason: { key: passed }, isPassed: true };
    if (problem) return { file, reason: problem.message };
    // In a folder from elsewhere a link may lead to anything that the operator may read.
    const isOut = real[index] !== undefined && !real[index].startsWith(inside);
    return isOut ? { file, reason: { key: 'file.linkOut' } } : { file };
  });
}

/** Files of a folder that are no documents, though some look like texts. */
function whyPassed({ path, problem, isHidden }: Found): MessageKey | undefined {
  if (isHidden) return 'corpus.passed.hidden';
  const ending = textEndingOf(path);
  // What cannot be read at all may be a folder full of texts.
  if (ending === undefined) return problem ? undefined : 'corpus.passed.ending';
  if (ending === '.yaml' || ending === '.yml') return 'corpus.passed.rules';
  if (ending === '.jsonl') return 'corpus.passed.lines';
  return basename(path).toLowerCase() === 'readme.md' ? 'corpus.passed.readme' : undefined;
}

function unreadable(cause: unknown): Message {
  return { key: 'file.unreadable', values: { reason: reasonOf(cause) } };
}

/** Adds files in their order; several are read at a time, and each is compared with those before it. */
export async function* addFiles(
  candidates: readonly Candidate[],
  options: AddOptions,
): AsyncGenerator<Added> {
  const shelf = new Shelf(options);
  const reading: Promise<Imported>[] = [];
  let next = 0;
  for (const { file, reason, isPassed } of candidates) {
    while (reading.length <= options.importer.atATime && next < candidates.length) {
      const candidate = candidates[next++];
      if (candidate) reading.push(read(candidate, options.importer));
    }
    const imported = await reading.shift();
    if (isPassed && reason) yield { file, outcome: 'passed', reason };
    else if (imported) yield await shelf.put(file, imported);
  }
}

async function read({ file, reason }: Candidate, importer: Importer): Promise<Imported> {
  if (reason) return { ok: false, reason };
  try {
    const { size } = await stat(file);
    if (size > defaultLimits.bytes) return tooLarge();
    return await importer.import({ name: file, bytes: await readFile(file) });
  } catch (cause) {
    return { ok: false, reason: unreadable(cause) };
  }
}

class Shelf {
  readonly #options: AddOptions;
  readonly #known: Known;
  readonly #files: Map<string, string>;

  constructor(options: AddOptions) {
    this.#options = options;
    this.#known = knownOf(options.documents);
    this.#files = new Map(options.documents.map(({ id, file }) => [id, file]));
  }

  async put(file: string, read: Imported): Promise<Added> {
    if (!read.ok) return { file, outcome: 'refused', reason: read.reason };
    const imported = withTitleLine(
      this.#options.mendEncoding ? mendedOf(read) : read,
      this.#options.supplied,
    );
    const near = this.#known.near(imported.text);
    const same = sameAs(near);
    if (same) return { file, outcome: 'same', id: same.document.id };
    const { replace } = this.#options;
    const wanted = imported.id ?? proposedId(imported, basename(file), this.#options.supplied);
    const there = this.#files.get(wanted);
    // A text of the same name that shares its wording is another version of it, and one with its own id means it.
    const isVersion = imported.id !== undefined || near.some(({ document }) => document.id === wanted);
    if (there !== undefined && isVersion && !replace) {
      const values = { id: wanted, file: there };
      return { file, outcome: 'refused', reason: { key: 'import.refused.idTaken', values } };
    }
    const others = near.filter(({ document }) => document.id !== wanted);
    const named = there !== undefined && !replace ? this.#sameName(wanted, there) : [];
    return this.#write(file, imported, wanted, [...named, ...duplicateWarnings(others)]);
  }

  /** Another text by its wording may still be a new version of the one that has its name: only people can tell. */
  #sameName(id: string, file: string): Message[] {
    const added = freeId(id, (each) => this.#files.has(each));
    return [{ key: 'corpus.sameName', values: { id, file, added } }];
  }

  async #write(file: string, taken: Taken, wanted: string, near: readonly Message[]): Promise<Added> {
    const { supplied, dryRun, replace, to } = this.#options;
    const before = replace ? this.#files.get(wanted) : undefined;
    const id = before === undefined ? freeId(wanted, (each) => this.#files.has(each)) : wanted;
    const old = this.#options.documents.find((each) => each.id === id);
    const document = old ? frontMatterAfter(old, taken, supplied) : frontMatterOf(taken, id, supplied);
    const languageFrom = supplied.language !== undefined ? 'person' : old ? 'before' : 'file';
    const path = before ?? join(to, `${id}.md`);
    const failed = dryRun ? undefined : await write(path, document, taken, before !== undefined);
    if (failed) return { file, outcome: 'refused', reason: failed };
    this.#files.set(id, path);
    this.#known.add({ id, text: taken.text });
    return {
      file,
      outcome: before === undefined ? 'added' : 'replaced',
      path,
      document,
      paragraphs: taken.paragraphs.length,
      taken,
      warnings: [...near, ...openWarnings(taken.warnings, document, languageFrom)],
    };
  }
}

/** The text with its letters put right, where that is needed. */
function mendedOf({ mended, ...taken }: Taken): Taken {
  return { ...taken, ...mended };
}

/** Writes a file whole under another name and puts it in its place at once. Returns why that was not possible. */
async function write(
  path: string,
  document: FrontMatter,
  { text }: Taken,
  replace: boolean,
): Promise<Message | undefined> {
  // A hidden name: whoever reads the folder meanwhile passes it over.
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}`);
  try {
    makeFolder(dirname(path));
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(writtenDocument(document, text));
      await file.sync();
    } finally {
      await file.close();
    }
    if (replace) await rename(temporary, path);
    // A link is never made over a file that is there, even one that somebody else writes at this moment.
    else await link(temporary, path);
    return undefined;
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') return { key: 'import.refused.fileThere', values: { file: path } };
    return { key: 'import.refused.notWritten', values: { file: path, reason: reasonOf(cause) } };
  } finally {
    // Where nothing can be written there is nothing to remove either, and why was told above.
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}
