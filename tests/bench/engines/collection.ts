// A large collection to measure with, and questions on some of its paragraphs. Where it is not large enough, as many documents again stand
// beside it in which names and numbers are exchanged: other words in the same places, as the next year's papers have.
import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import type { Document } from '../../../src/corpus/document.ts';
import { readLine } from '../../../src/corpus/files/json-lines.ts';
import { type Passage, passagesOf } from '../../../src/corpus/passages.ts';
import { collectionOf } from '../../eval/room-collection.ts';
import { readRooms } from '../../eval/rooms.ts';

export interface Asked {
  readonly text: string;
  /** The places of the passages that answer. */
  readonly gold: ReadonlySet<number>;
}

export interface Measured {
  readonly passages: readonly Passage[];
  readonly questions: readonly Asked[];
}

/** Without a file the rooms themselves are the collection. */
export async function measuredOf(
  file: string | undefined,
  rooms: string,
  { passages: most, questions: asked }: { readonly passages: number; readonly questions: number },
): Promise<Measured> {
  const all = (await readRooms([rooms])).rooms;
  const documents = file ? await documentsIn(file) : collectionOf(all).collection.documents;
  const passages: Passage[] = [];
  const take = (document: Document): void => {
    if (passages.length < most)
      for (const passage of passagesOf(document, { headings: false })) passages.push(passage);
  };
  // Those that are asked about come first, so that they are among few as well.
  const wanted = new Set(all.flatMap((room) => room.passages.map(({ text }) => text)));
  const isWanted = ({ text }: Document): boolean => text.split('\n').some((line) => wanted.has(line.trim()));
  const [first, others] = [documents.filter(isWanted), documents.filter((each) => !isWanted(each))];
  for (const document of [...first, ...others]) take(document);
  if (passages.length < most) for (const document of exchanged(documents)) take(document);
  const places = Map.groupBy(passages.keys(), (at) => passages[at]?.text.trim() ?? '');
  const questions = all.flatMap((room) =>
    room.questions.flatMap(({ text, language, gold }): Asked[] => {
      const right = gold.flatMap((at) => places.get(room.passages[at]?.text.trim() ?? '') ?? []);
      return language === 'en' && right.length > 0 ? [{ text, gold: new Set(right) }] : [];
    }),
  );
  const step = Math.max(1, Math.floor(questions.length / asked));
  return { passages, questions: questions.filter((_, at) => at % step === 0).slice(0, asked) };
}

/** The documents of a `.jsonl` file, packed by gzip or not; of those with one id the first. */
export async function documentsIn(path: string): Promise<Document[]> {
  const bytes = await readFile(path);
  const lines = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString().split('\n');
  const found = new Map<string, Document>();
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const document = readLine(line, { file: path, line: index + 1 });
    if (!Array.isArray(document) && !found.has(document.id)) found.set(document.id, document);
  }
  return [...found.values()];
}

const name = /(?<=[\p{Ll},;] )\p{Lu}\p{Ll}+/gu;

function* exchanged(documents: readonly Document[]): Generator<Document> {
  const names = [...new Set(documents.slice(0, 2_000).flatMap(({ text }) => text.match(name) ?? []))];
  const others = new Map(names.map((each, at) => [each, names[(at * 7 + 13) % names.length] ?? each]));
  for (const document of documents) {
    const text = document.text
      .replace(name, (each) => others.get(each) ?? each)
      .replace(/\d/gu, (digit) => String((Number(digit) + 3) % 10));
    yield { ...document, id: `${document.id}-exchanged`, text };
  }
}
