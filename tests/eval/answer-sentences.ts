// Which sentences hold the answer: of some questions on the invented rooms that nothing is learned from, marked by a reader who saw no
// answers of ours (sentences.jsonl).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Passage, Span } from '../../src/corpus/passages.ts';
import type { InRoom } from './measure-rooms.ts';

const schema = z.object({ room: z.string(), question: z.string(), sentences: z.array(z.string()) });

const keyOf = (room: string, question: string): string => `${room}\n${question}`;

const marked = new Map(
  readFileSync(join(import.meta.dirname, 'sentences.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => schema.parse(JSON.parse(line)))
    .map(({ room, question, sentences }) => [keyOf(room, question), sentences]),
);

/** Whether what is shown as the answering sentence holds the answer; undefined where nobody has marked which does. */
export function holdsAnswer(
  { room, question }: InRoom,
  { text }: Passage,
  shown: Span | undefined,
): boolean | undefined {
  const places = (marked.get(keyOf(room.name, question.text)) ?? []).flatMap((sentence) => {
    const start = text.indexOf(sentence);
    return start < 0 ? [] : [{ start, end: start + sentence.length }];
  });
  if (!shown || places.length === 0) return undefined;
  return places.some(({ start, end }) => start < shown.end && end > shown.start);
}
