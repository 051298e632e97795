// Rooms: small corpora of their own with the questions they are asked. `rooms.jsonl.gz` and `questions.jsonl.gz` of a folder.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Document } from '../../src/corpus/document.ts';
import type { Passage } from '../../src/corpus/passages.ts';

const roomSchema = z.object({
  room: z.string(),
  from: z.string().optional(),
  passages: z.array(z.object({ docId: z.string().optional(), title: z.string(), text: z.string() })),
});
/** `gold` counts the room's passages from 0; it is empty where none of them answers. */
const questionSchema = z.object({
  room: z.string(),
  lang: z.string(),
  question: z.string(),
  gold: z.array(z.number()),
});

export interface Room {
  readonly name: string;
  /** What sort of texts it is made of. */
  readonly from: string;
  readonly passages: readonly Passage[];
  readonly questions: readonly { readonly question: string; readonly gold: readonly number[] }[];
}

/** The rooms of a folder with their English questions, those aside that nothing may be learned from. */
export async function readRooms(folder: string): Promise<Room[]> {
  const rooms = await linesOf(join(folder, 'rooms.jsonl.gz'), roomSchema);
  const questions = await linesOf(join(folder, 'questions.jsonl.gz'), questionSchema);
  const byRoom = Map.groupBy(
    questions.filter(({ lang }) => lang === 'en'),
    ({ room }) => room,
  );
  return rooms
    .filter(({ room }) => !isHeldOut(room))
    .map(({ room, from = '', passages }) => ({
      name: room,
      from,
      passages: passagesOf(passages),
      questions: byRoom.get(room) ?? [],
    }));
}

async function linesOf<Line>(file: string, schema: z.ZodType<Line>): Promise<Line[]> {
  const lines = gunzipSync(await readFile(file))
    .toString('utf8')
    .trim()
    .split('\n');
  return lines.map((line) => schema.parse(JSON.parse(line)));
}

/** Some rooms, told by the hash of their name, are kept for the final figures of every reader. */
const KEPT_ASIDE = 0.12;

function isHeldOut(room: string): boolean {
  const hash = createHash('sha256').update(room).digest('hex');
  return Number.parseInt(hash.slice(0, 8), 16) / 2 ** 32 < KEPT_ASIDE;
}

function passagesOf(given: z.infer<typeof roomSchema>['passages']): Passage[] {
  const documents = new Map(
    [...Map.groupBy(given, ({ docId, title }) => docId ?? title)].map(([id, parts]) => [
      id,
      documentOf(id, parts[0]?.title ?? id, parts.map(({ text }) => text).join('\n\n')),
    ]),
  );
  const ends = new Map<Document, { paragraph: number; end: number }>();
  return given.flatMap(({ docId, title, text }) => {
    const document = documents.get(docId ?? title);
    if (!document) return [];
    const { paragraph, end } = ends.get(document) ?? { paragraph: 0, end: -2 };
    const passage = { document, paragraph: paragraph + 1, start: end + 2, end: end + 2 + text.length, text };
    ends.set(document, passage);
    return [{ ...passage, headings: [] }];
  });
}

function documentOf(id: string, title: string, text: string): Document {
  return {
    ...{ id, text, file: id, kind: 'other', language: 'en', status: 'current' },
    title: { value: title, by: 'source' },
  };
}
