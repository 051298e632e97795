// Rooms of passages with their questions: where they are read from, and which of them are kept from training.
// training/rooms.py is the same in Python: what one reads and keeps the other does, or figures would be of learned rooms.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { ProblemsError } from '../../src/common/errors.ts';
import { reasonOf } from '../../src/common/reasons.ts';

export interface RoomQuestion {
  readonly text: string;
  readonly language: string;
  /** The passages that answer, from 0; none where nothing in the room does. */
  readonly gold: readonly number[];
}

/** A few documents on one set of events, cut into passages, with questions on them. */
export interface Room {
  readonly name: string;
  readonly language: string;
  /** What kind of text it is: where it is from, or what its form begins with. */
  readonly kind: string;
  /** The name of the folder it was read from. */
  readonly folder: string;
  readonly passages: readonly { readonly title: string; readonly text: string }[];
  readonly questions: readonly RoomQuestion[];
}

export interface ReadRooms {
  readonly rooms: readonly Room[];
  /** What was left out and why, a line each. */
  readonly problems: readonly string[];
}

export const parts = ['test', 'choice', 'train'] as const;
export type Part = (typeof parts)[number];

/** A number from 0 up to 1 that the room's name alone decides: the first 32 bits of its SHA-256. */
export function placeOf(name: string): number {
  return Number.parseInt(createHash('sha256').update(name, 'utf8').digest('hex').slice(0, 8), 16) / 2 ** 32;
}

/**
 * Rooms below the first number are measured with, rooms between the two are for choosing (mixture, threshold), the rest is
 * learned from. Rooms that are not in English are few, so more of them are kept.
 */
export function partOf({ name, language }: Pick<Room, 'name' | 'language'>): Part {
  const [test, choice] = language === 'en' ? [0.12, 0.2] : [0.34, 0.44];
  const place = placeOf(name);
  return place < test ? 'test' : place < choice ? 'choice' : 'train';
}

const gold = z.array(z.int().min(0));
const roomSchema = z.object({
  room: z.string().min(1),
  lang: z.string().default('en'),
  from: z.string().optional(),
  form: z.string().optional(),
  passages: z.array(z.object({ title: z.string(), text: z.string().min(1) })).min(1),
});
const questionSchema = z.object({ room: z.string(), lang: z.string(), question: z.string().min(1), gold });
const wholeSchema = roomSchema.extend({
  questions: z.array(z.object({ q: z.string().min(1), lang: z.string(), gold })),
});

/**
 * Reads folders that hold `rooms.jsonl` and `questions.jsonl` (packed by gzip or not), or one JSON file a room. What cannot be
 * read, a room that is being written for one, is left out and named.
 */
export async function readRooms(folders: readonly string[]): Promise<ReadRooms> {
  const reading = new Reading();
  for (const folder of folders) {
    const names = await namesIn(folder);
    const each = async (read: (path: string) => Promise<void>, fits: (name: string) => boolean) => {
      for (const name of names.filter(fits)) await read(join(folder, name));
    };
    await each(
      (path) => reading.rooms(path, folder),
      (name) => name.startsWith('rooms.jsonl'),
    );
    await each(
      (path) => reading.wholeRoom(path, folder),
      (name) => name.endsWith('.json'),
    );
    await each(
      (path) => reading.questions(path),
      (name) => name.startsWith('questions.jsonl'),
    );
  }
  return reading.read();
}

async function namesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((cause: unknown) => {
    const values = { reason: reasonOf(cause) };
    const message = { key: 'collection.unreadable', values } as const;
    throw new ProblemsError([{ place: { file: folder }, message, cause }]);
  });
  return names.sort();
}

type Growing = Omit<Room, 'questions'> & { readonly questions: RoomQuestion[] };

/** What was read so far; of two rooms with one name the later is kept, as when they are learned from. */
class Reading {
  readonly #rooms = new Map<string, Growing>();
  readonly #problems: string[] = [];

  async rooms(path: string, folder: string): Promise<void> {
    for (const { place, value } of await this.#lines(path)) {
      const row = this.#checked(roomSchema, value, place);
      if (row) this.#add(row, folder, place);
    }
  }

  async questions(path: string): Promise<void> {
    for (const { place, value } of await this.#lines(path)) {
      const row = this.#checked(questionSchema, value, place);
      const room = row && this.#rooms.get(row.room);
      if (row && !room) this.#problems.push(`${place}: there is no room "${row.room}"`);
      if (row && room) this.#ask(room, { text: row.question, language: row.lang, gold: row.gold }, place);
    }
  }

  async wholeRoom(path: string, folder: string): Promise<void> {
    const row = this.#checked(wholeSchema, this.#json(await readFile(path, 'utf8'), path), path);
    if (!row) return;
    const room = this.#add(row, folder, path);
    for (const each of row.questions)
      this.#ask(room, { text: each.q, language: each.lang, gold: each.gold }, path);
  }

  read(): ReadRooms {
    return { rooms: [...this.#rooms.values()], problems: this.#problems };
  }

  #add(row: z.infer<typeof roomSchema>, folder: string, place: string): Growing {
    if (this.#rooms.has(row.room))
      this.#problems.push(`${place}: room "${row.room}" was read before; this one takes its place`);
    const { room: name, lang: language, passages } = row;
    const folderName = basename(resolve(folder));
    const room = {
      name,
      language,
      kind: kindOf(row) ?? folderName,
      folder: folderName,
      passages,
      questions: [],
    };
    this.#rooms.set(name, room);
    return room;
  }

  #ask(room: Growing, question: RoomQuestion, place: string): void {
    const beyond = question.gold.find((number) => number >= room.passages.length);
    if (beyond === undefined) room.questions.push(question);
    else
      this.#problems.push(
        `${place}: "${question.text}" is said to be answered by passage ${beyond}, and "${room.name}" has ${room.passages.length}, counted from 0`,
      );
  }

  async #lines(path: string): Promise<{ place: string; value: unknown }[]> {
    const bytes = await readFile(path);
    const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
    return text.split('\n').flatMap((line, index) => {
      const place = `${path}:${index + 1}`;
      return line.trim() === '' ? [] : [{ place, value: this.#json(line, place) }];
    });
  }

  /** Undefined, and named, where it is no JSON. */
  #json(text: string, place: string): unknown {
    try {
      return JSON.parse(text);
    } catch (error) {
      this.#problems.push(`${place}: left out, no JSON (${String(error)})`);
      return undefined;
    }
  }

  #checked<T>(schema: z.ZodType<T>, value: unknown, place: string): T | undefined {
    if (value === undefined) return undefined;
    const { success, data, error } = schema.safeParse(value);
    if (success) return data;
    const [first] = error.issues;
    this.#problems.push(`${place}: left out, ${first?.path.join('.') ?? ''}: ${first?.message ?? 'wrong'}`);
    return undefined;
  }
}

/** "press" of "press conference transcript": with more words hardly two rooms would be of one kind. */
function kindOf({ from, form }: z.infer<typeof roomSchema>): string | undefined {
  return from ?? /[\p{L}\p{M}'’-]+/u.exec(form ?? '')?.[0].toLowerCase();
}

/** A kind of fewer rooms tells nothing by itself. */
const fewRooms = 3;

/** Kinds of so few rooms that they tell nothing become one, under their folder's name. */
export function withCommonKinds(rooms: readonly Room[]): Room[] {
  const byKind = Map.groupBy(rooms, ({ kind }) => kind);
  return rooms.map((room) =>
    (byKind.get(room.kind)?.length ?? 0) < fewRooms ? { ...room, kind: room.folder } : room,
  );
}
