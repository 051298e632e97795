// The passages on what a message says: each of its sentences is asked for, and what is found is put together.
import type { Message } from 'discord.js';
import { sentencesOf } from '../../corpus/sentences.ts';
import { UserError } from '../../errors.ts';
import type { Library } from '../../library.ts';
import type { Hit } from '../../search/answer.ts';
import { begun } from '../../typed.ts';

/** Who writes more sentences than these means all of them less. */
const mostSentences = 8;
/** Words after these change little, and take time. */
const longestSentence = 400;
const mostHits = 10;

/** The text of a message; one that is passed on has its words in a snapshot, one that a bot wrote often in an embed. */
export function textOf({ content, embeds, messageSnapshots }: Message): string {
  const texts = [
    content,
    ...messageSnapshots.map((snapshot) => snapshot.content),
    ...embeds.map(({ description }) => description),
  ];
  return texts.filter(Boolean).join('\n');
}

interface Found {
  readonly hit: Hit;
  readonly worth: number;
}

/** Passages near to what a text says, best first, each once. Throws `UserError` where the text has no words. */
export async function hitsOn(text: string, library: Library): Promise<readonly Hit[]> {
  if (!/[\p{L}\p{N}]/u.test(text)) throw new UserError({ key: 'found.noWords' });
  const best = new Map<unknown, Found>();
  const all = await Promise.all(sentencesIn(text).map((asked) => hitsFor(asked, library)));
  for (const found of all.flat()) {
    const known = best.get(found.hit.passage);
    if (!known || known.worth < found.worth) best.set(found.hit.passage, found);
  }
  return [...best.values()]
    .toSorted((a, b) => b.worth - a.worth)
    .slice(0, mostHits)
    .map(({ hit }) => hit);
}

/** A statement in a message is seldom a question: what is related counts as well, by how near it comes to the best. */
async function hitsFor(asked: string, library: Library): Promise<Found[]> {
  const { citations, confidence, smallTalk } = await library.ask(asked);
  const [first] = citations;
  if (!first || smallTalk) return [];
  const reach = first.score <= 0 ? 1 : first.score;
  return citations.map((hit) => ({ hit, worth: (0.1 + confidence) * (hit.score / reach) }));
}

function sentencesIn(text: string): string[] {
  const read = begun(text, 'quotation');
  return sentencesOf(read)
    .map(({ start, end }) => read.slice(start, end).slice(0, longestSentence).trim())
    .filter((sentence) => /\p{L}{3}/u.test(sentence))
    .slice(0, mostSentences);
}
