// The passages on what a message says: each of its sentences is asked for, and what is found is put together.

import { UserError } from '../../common/errors.ts';
import { begun } from '../../common/typed.ts';
import { sentencesOf } from '../../corpus/text/sentences.ts';
import type { Library } from '../../library.ts';
import type { Hit } from '../../search/answer.ts';

export { textOf } from './message-words.ts';

/** So many are asked for, the longest: one takes some 60 ms, and these are nearly all of what a message has room for. */
const mostAsked = 12;
/** In characters. The trained reader learned from questions no longer than this; of a longer sentence each part is asked for. */
const longestAsked = 150;
const mostHits = 10;

interface Found {
  readonly hit: Hit;
  readonly worth: number;
}

/** Passages near to what a text says, best first, each once. Throws `UserError` where the text has no words. */
export async function hitsOn(text: string, library: Library): Promise<readonly Hit[]> {
  if (!/[\p{L}\p{N}]/u.test(text)) throw new UserError({ key: 'found.noWords' });
  const best = new Map<unknown, Found>();
  // One after the other: side by side they would be late for one another, and everybody else for all of them.
  for (const asked of askedIn(text)) {
    for (const found of await hitsFor(asked, library)) {
      const known = best.get(found.hit.passage);
      if (!known || known.worth < found.worth) best.set(found.hit.passage, found);
    }
  }
  return [...best.values()]
    .toSorted((a, b) => b.worth - a.worth)
    .slice(0, mostHits)
    .map(({ hit }) => hit);
}

/**
 * A statement in a message is seldom a question: what shares words with it counts as well. Vectors lie near to something whatever is
 * said, so what the trained reader found counts only where it comes close to an answer.
 */
async function hitsFor(asked: string, library: Library): Promise<Found[]> {
  const { citations, closest, confidence, outcome, reader } = await library.ask(asked);
  if (reader === 'trained' && outcome === 'none' && !closest) return [];
  // By its place, since the scores of two sentences cannot be compared.
  return citations.map((hit, place) => ({ hit, worth: (0.1 + confidence) / (1 + place) }));
}

/** What is asked for, in the order of the text: its sentences, long ones in parts, the shortest left out where they are too many. */
function askedIn(text: string): string[] {
  const read = begun(text, 'quotation');
  const sentences = sentencesOf(read).flatMap(({ start, end }) => partsOf(read.slice(start, end)));
  const asked = [...new Set(sentences)].filter((sentence) => /\p{L}{3}/u.test(sentence));
  const longest = new Set(asked.toSorted((a, b) => b.length - a.length).slice(0, mostAsked));
  return asked.filter((sentence) => longest.has(sentence));
}

/** A sentence, or where it is long parts of much the same length that end between words. */
function partsOf(sentence: string): string[] {
  const parts: string[] = [];
  for (let rest = sentence.trim(); rest !== ''; ) {
    const length = Math.ceil(rest.length / Math.ceil(rest.length / longestAsked));
    const space = rest.lastIndexOf(' ', length);
    const end = rest.length <= length ? rest.length : space > 0 ? space : length;
    parts.push(rest.slice(0, end));
    rest = rest.slice(end).trim();
  }
  return parts;
}
