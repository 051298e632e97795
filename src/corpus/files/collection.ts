// Reads all documents of a collection: a folder of Markdown files, or one .jsonl file. What is wrong with one
// document is returned beside the good ones and hides none of them.
import { stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { type Place, type Problem, ProblemsError } from '../../common/errors.ts';
import { reasonOf } from '../../common/reasons.ts';
import { readText } from '../../common/text-file.ts';
import type { MessageKey } from '../../messages/messages.ts';
import type { Correction } from '../correction.ts';
import type { Document } from '../document.ts';
import { type Dossier, emptyDossier } from '../dossier.ts';
import { type Passage, type PassageOptions, passagesOf } from '../passages.ts';
import { locate, unknownIn } from './annotations.ts';
import { checkDossier } from './dossier-check.ts';
import { readWritten, type WrittenDossier } from './dossier-file.ts';
import { filesBelow, special, textEndingOf } from './folder.ts';
import { readDocument } from './front-matter.ts';
import { readLine } from './json-lines.ts';
import { type ReadThesaurus, readThesaurus } from './thesaurus-file.ts';

export interface Collection {
  readonly documents: readonly Document[];
  readonly passages: readonly Passage[];
  readonly dossier: Dossier;
  /** What is wrong, in the order of the files: documents that were left out, a dossier that was not used. */
  readonly problems: readonly Problem[];
  /** Of a server's own documents: what its moderators say of who is who. */
  readonly corrections?: readonly Correction[] | undefined;
}

const dossierFile = 'dossier.yaml';
const thesaurusFile = 'thesaurus.yaml';

/** Reads a folder or a `.jsonl` file. Throws `ProblemsError` where not one document can be used. */
export async function readCollection(path: string): Promise<Collection> {
  const kind = await stat(path).catch((cause: unknown) => {
    const values = { reason: reasonOf(cause) };
    throw new ProblemsError([
      { place: { file: path }, message: { key: 'collection.unreadable', values }, cause },
    ]);
  });
  if (kind.isDirectory()) return readFolder(path);
  if (!kind.isFile()) throw new ProblemsError([special(path)]);
  if (extname(path).toLowerCase() === '.jsonl') return readJsonLines(path);
  throw new ProblemsError([{ place: { file: path }, message: { key: 'collection.noJsonLines' } }]);
}

async function readFolder(folder: string): Promise<Collection> {
  const taken = new Documents();
  for (const { path, problem } of await filesBelow(folder)) {
    if (problem) taken.problems.push(problem);
    else if (path === join(folder, dossierFile)) taken.addDossier(await readDossierFile(path));
    else if (path === join(folder, thesaurusFile)) taken.addThesaurus(await readThesaurusFile(path));
    else if (isDocument(path)) taken.add(await readMarkdown(path), markdown, { file: path });
    else taken.problems.push(...notRead(path));
  }
  return taken.collection(folder, 'collection.empty');
}

function isDocument(path: string): boolean {
  return textEndingOf(path) === '.md' && basename(path).toLowerCase() !== 'readme.md';
}

/** A file that somebody may believe to be read. */
function notRead(path: string): Problem[] {
  const ending = textEndingOf(path);
  if (ending === undefined || ending === '.md') return [];
  const isYaml = ending === '.yaml' || ending === '.yml';
  const key: MessageKey = isYaml ? 'collection.yamlNotRead' : 'collection.notRead';
  return [{ place: { file: path }, message: { key } }];
}

async function readMarkdown(path: string): Promise<Document | Problem[]> {
  const source = await readText(path);
  return typeof source === 'string' ? readDocument(source, path) : [source];
}

async function readDossierFile(path: string): Promise<WrittenDossier | Problem> {
  const source = await readText(path);
  return typeof source === 'string' ? readWritten(source, path) : source;
}

async function readThesaurusFile(path: string): Promise<ReadThesaurus> {
  const source = await readText(path);
  return typeof source === 'string' ? readThesaurus(source, path) : { groups: [], problems: [source] };
}

/** A collection of plain texts for measuring: `{"docId","title","text"}` a line. It has no dossier. */
async function readJsonLines(path: string): Promise<Collection> {
  const taken = new Documents();
  const source = await readText(path);
  if (typeof source !== 'string') throw new ProblemsError([source]);
  for (const [index, line] of source.split('\n').entries()) {
    const place = { file: path, line: index + 1 };
    if (line.trim() !== '') taken.add(readLine(line, place), plainText, place);
  }
  return taken.collection(path, 'collection.noLines');
}

/** How the documents of one kind of file are cut, and what is said of one that is empty. */
interface Format extends PassageOptions {
  readonly empty: MessageKey;
}

const markdown: Format = { headings: true, empty: 'document.empty' };
const plainText: Format = { headings: false, empty: 'jsonLine.empty' };

/** What was read so far; the first of two with one id is kept, so that a new file never takes over old citations. */
class Documents {
  readonly problems: Problem[] = [];
  readonly #documents: Document[] = [];
  readonly #passages: Passage[] = [];
  readonly #byId = new Map<string, Document>();
  #dossier: WrittenDossier | undefined;
  #thesaurus: Dossier['thesaurus'] = [];
  /** How many problems were told before the dossier's. */
  #problemsBefore = 0;

  add(read: Document | Problem[], format: Format, place: Place): void {
    if (Array.isArray(read)) {
      this.problems.push(...read);
      return;
    }
    const other = this.#byId.get(read.id);
    if (other) {
      const values = { id: read.id, other: other.file };
      this.problems.push({ place, message: { key: 'document.idTaken', values } });
      return;
    }
    const passages = passagesOf(read, format);
    if (passages.length === 0) {
      this.problems.push({ place, message: { key: format.empty } });
      return;
    }
    this.#byId.set(read.id, read);
    this.#documents.push(read);
    for (const passage of passages) this.#passages.push(passage);
    for (const annotation of read.statements ?? []) {
      const located = locate(annotation, passages);
      if ('message' in located) this.problems.push(located);
    }
  }

  addDossier(read: WrittenDossier | Problem): void {
    this.#problemsBefore = this.problems.length;
    if ('message' in read) this.problems.push(read);
    else this.#dossier = read;
  }

  addThesaurus({ groups, problems }: ReadThesaurus): void {
    this.problems.push(...problems);
    this.#thesaurus = groups;
  }

  /** What was read of a path; throws `ProblemsError` where it is not one document, saying `empty` if nothing else. */
  collection(path: string, empty: MessageKey): Collection {
    const dossier = { ...this.#checkedDossier(), thesaurus: this.#thesaurus };
    if (this.#documents.length === 0) {
      const nothing: Problem = { place: { file: path }, message: { key: empty } };
      throw new ProblemsError(this.problems.length > 0 ? this.problems : [nothing]);
    }
    for (const { statements = [] } of this.#documents) {
      for (const each of statements) this.problems.push(...unknownIn(each, dossier));
    }
    return {
      documents: this.#documents,
      passages: this.#passages,
      dossier,
      problems: this.problems,
    };
  }

  /** What the dossier cites can be looked up only when all documents are read. */
  #checkedDossier(): Dossier {
    if (!this.#dossier) return emptyDossier;
    const byDocument = Map.groupBy(this.#passages, ({ document }) => document);
    const { dossier, problems } = checkDossier(this.#dossier, {
      documents: this.#documents,
      passagesOf: (document) => byDocument.get(document) ?? [],
    });
    this.problems.splice(this.#problemsBefore, 0, ...problems);
    return dossier;
  }
}
