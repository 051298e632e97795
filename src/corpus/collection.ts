// Reads all documents of a collection: a folder of Markdown files, or one .jsonl file. What is wrong with one
// document is returned beside the good ones and hides none of them.
import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join, relative } from 'node:path';
import { z } from 'zod';
import { type Problem, ProblemsError } from '../errors.ts';
import { shown } from '../validation.ts';
import type { Document } from './document.ts';
import { type Dossier, emptyDossier, readDossier } from './dossier.ts';
import { readDocument } from './front-matter.ts';
import { type Passage, passagesOf } from './passages.ts';
import { readText } from './text-file.ts';

export interface Collection {
  readonly documents: readonly Document[];
  readonly passages: readonly Passage[];
  readonly dossier: Dossier;
  /** What is wrong, in the order of the files: documents that were left out, a dossier that was not used. */
  readonly problems: readonly Problem[];
}

const dossierFile = 'dossier.yaml';
/** Files that somebody may believe to be read. Anything else beside the documents is nobody's mistake. */
const looksLikeText = new Set([
  '.txt',
  '.markdown',
  '.html',
  '.htm',
  '.pdf',
  '.docx',
  '.odt',
  '.rtf',
  '.yml',
  '.jsonl',
]);

/** Reads a folder or a `.jsonl` file. Throws `ProblemsError` where not one document can be used. */
export async function readCollection(path: string): Promise<Collection> {
  const kind = await stat(path).catch((cause: unknown) => {
    throw new ProblemsError([{ place: { file: path }, message: { key: 'collection.missing' }, cause }]);
  });
  const collection = kind.isDirectory() ? await readFolder(path) : await readJsonLines(path);
  if (collection.documents.length > 0) return collection;
  const empty: Problem = { place: { file: path }, message: { key: 'collection.empty' } };
  throw new ProblemsError(collection.problems.length > 0 ? collection.problems : [empty]);
}

async function readFolder(folder: string): Promise<Collection> {
  const taken = new Documents();
  let dossier = emptyDossier;
  for (const path of await filesIn(folder)) {
    const name = basename(path);
    if (name === dossierFile) {
      const read = await readDossierFile(path);
      if (Array.isArray(read)) taken.problems.push(...read);
      else dossier = read;
    } else if (extname(name) === '.md') {
      if (name.toLowerCase() !== 'readme.md') taken.add(await readMarkdown(path), { headings: true });
    } else if (looksLikeText.has(extname(name).toLowerCase())) {
      taken.problems.push({ place: { file: path }, message: { key: 'collection.notRead' } });
    }
  }
  return { documents: taken.documents, passages: taken.passages, dossier, problems: taken.problems };
}

/** All files below a folder, hidden ones left out, in an order that is the same on every machine. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(
      (path) =>
        !relative(folder, path)
          .split(/[\\/]/)
          .some((part) => part.startsWith('.')),
    )
    .sort((a, b) => (a < b ? -1 : 1));
}

async function readMarkdown(path: string): Promise<Document | Problem[]> {
  const source = await readText(path, path);
  return typeof source === 'string' ? readDocument(source, path) : [source];
}

async function readDossierFile(path: string): Promise<Dossier | Problem[]> {
  const source = await readText(path, path);
  return typeof source === 'string' ? readDossier(source, path) : [source];
}

const lineSchema = z.object({ docId: z.string().min(1), title: z.string().default(''), text: z.string() });

/** A collection of plain texts for measuring: `{"docId","title","text"}` a line. It has no dossier. */
async function readJsonLines(path: string): Promise<Collection> {
  const taken = new Documents();
  const source = await readText(path, path);
  if (typeof source !== 'string') throw new ProblemsError([source]);
  for (const [index, line] of source.split('\n').entries()) {
    if (line.trim() !== '') taken.add(readLine(line, path, index + 1), { headings: false }, index + 1);
  }
  return {
    documents: taken.documents,
    passages: taken.passages,
    dossier: emptyDossier,
    problems: taken.problems,
  };
}

function readLine(line: string, file: string, number: number): Document | Problem[] {
  const problem = (cause?: unknown): Problem[] => [
    {
      place: { file, line: number },
      message: { key: 'jsonLine.wrong', values: { value: shown(line) } },
      cause,
    },
  ];
  let data: unknown;
  try {
    data = JSON.parse(line);
  } catch (cause) {
    return problem(cause);
  }
  const checked = lineSchema.safeParse(data);
  if (!checked.success) return problem(checked.error);
  const { docId, title, text } = checked.data;
  return {
    id: docId,
    title: title.trim() === '' ? undefined : { value: title.trim(), by: 'source' },
    kind: 'other',
    language: 'en',
    status: 'current',
    file,
    text: text.replace(/\r\n?/g, '\n'),
  };
}

/** The documents so far; the first of two with one id is kept, so that a new file never takes over old citations. */
class Documents {
  readonly documents: Document[] = [];
  readonly passages: Passage[] = [];
  readonly problems: Problem[] = [];
  readonly #byId = new Map<string, Document>();

  add(read: Document | Problem[], options: { headings: boolean }, line?: number): void {
    if (Array.isArray(read)) {
      this.problems.push(...read);
      return;
    }
    const place = line === undefined ? { file: read.file } : { file: read.file, line };
    const other = this.#byId.get(read.id);
    if (other) {
      const values = { id: read.id, other: other.file };
      this.problems.push({ place, message: { key: 'document.idTaken', values } });
      return;
    }
    const passages = passagesOf(read, options);
    if (passages.length === 0) {
      this.problems.push({ place, message: { key: 'document.empty' } });
      return;
    }
    this.#byId.set(read.id, read);
    this.documents.push(read);
    for (const passage of passages) this.passages.push(passage);
  }
}
