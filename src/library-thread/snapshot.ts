// What was read of a collection, kept in a file: a program that starts again, or a thread that is replaced, needs not read it again.
// It is never trusted: another collection, another program, or one changed byte, and all is read anew.
import { createHash } from 'node:crypto';
import { open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import v8 from 'node:v8';
import type { Collection } from '../corpus/files/collection.ts';
import type { HoldingData } from '../library.ts';

/** Fewer passages are read in the time of looking for a file. */
export const fewestKept = 2_000;

const hashLength = 32;

export interface Snapshot {
  /** What was kept of a collection; undefined where there is none, or not of this one, or it is damaged. */
  read(collection: Collection): Promise<HoldingData | undefined>;
  /** Puts it in the place of what was kept before. */
  write(collection: Collection, data: HoldingData): Promise<void>;
  /** Nothing is kept any more. */
  remove(): Promise<void>;
}

/** In a file of its own; what it holds is of whoever started the program alone. */
export function snapshotIn(file: string): Snapshot {
  return {
    async read(collection) {
      const bytes = await readFile(file).catch(() => undefined);
      if (!bytes || bytes.length < 2 * hashLength) return undefined;
      const [key, sum] = [bytes.subarray(0, hashLength), bytes.subarray(hashLength, 2 * hashLength)];
      const content = bytes.subarray(2 * hashLength);
      if (!key.equals(await keyOf(collection)) || !sum.equals(sha256(content))) return undefined;
      const data: HoldingData = v8.deserialize(content);
      return apart(data);
    },
    async write(collection, data) {
      const content = v8.serialize(data);
      // One name: what a thread that was ended amid its writing left there goes with the next one.
      const next = `${file}.new`;
      try {
        const handle = await open(next, 'w', 0o600);
        try {
          for (const part of [await keyOf(collection), sha256(content), content])
            await handle.writeFile(part);
          await handle.sync();
        } finally {
          await handle.close();
        }
        await rename(next, file);
      } finally {
        await rm(next, { force: true });
      }
    },
    async remove() {
      for (const each of [file, `${file}.new`]) await rm(each, { force: true });
    },
  };
}

/** Rows of numbers of their own: as they are read they are views that would keep the whole file in memory. */
function apart<T>(value: T): T;
function apart(value: unknown): unknown {
  if (value instanceof Uint8Array || value instanceof Uint16Array || value instanceof Uint32Array)
    return value.slice();
  if (Array.isArray(value)) return ArrayBuffer.isView(value[0]) ? value.map((each) => apart(each)) : value;
  if (typeof value !== 'object' || value === null || value instanceof Map || value instanceof Set)
    return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, apart(each)]));
}

function sha256(content: Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}

/** Names the passages with all that is read of them, and the program that reads them. */
export async function keyOf({ documents, passages, dossier }: Collection): Promise<Buffer> {
  const hash = createHash('sha256').update(await programKey());
  const tell = (value: unknown): void => {
    hash.update(`${JSON.stringify(value)}\n`);
  };
  const places = new Map(documents.map((document, at) => [document, at]));
  for (const document of documents) tell(document);
  for (const { document, start, end, headings } of passages)
    tell([places.get(document), start, end, headings]);
  const { parties, people, unnamed, synonyms, thesaurus } = dossier;
  tell([parties, people, unnamed, synonyms, thesaurus]);
  return hash.digest();
}

/** The code that reads passages, and what it depends on. */
const reading = [
  'src/corpus',
  'src/search',
  'src/search-postgres',
  'src/check',
  'src/statements',
  'src/people',
  'src/reading',
];
const alone = ['src/holding.ts', 'src/common/steps.ts', 'package.json'];

let program: Promise<Buffer> | undefined;

/** Nobody has to remember to count up a version: any change of the code is another program. */
function programKey(): Promise<Buffer> {
  program ??= hashOfProgram();
  program.catch(() => {
    // A file that cannot be opened now may be opened later.
    program = undefined;
  });
  return program;
}

async function hashOfProgram(): Promise<Buffer> {
  const { node, v8: engine, icu, unicode } = process.versions;
  const hash = createHash('sha256').update([node, engine, icu, unicode].join(' '));
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const below = await Promise.all(
    reading.map(async (folder) => {
      const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
      return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
    }),
  );
  const files = [...below.flat(), ...alone.map((file) => join(root, file))];
  for (const file of files.sort()) hash.update(await readFile(file));
  return hash.digest();
}
