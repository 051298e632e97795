/**
 * Makes `src/search/background.txt`, the list of how common English words are, from the CC0 press briefings.
 * Run: npm run -s background -- briefings.jsonl > src/search/background.txt
 *
 * One line for each rarity: "<bits> word word …", where a word of b bits stands in one paragraph of 2^b.
 * Written in half bits: finer steps change no ranking, and the file stays small and readable in a diff.
 */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { words } from '../src/search/words.ts';

/** Seen in fewer paragraphs a "word" is often a typing slip, and the list would grow for nothing. A judgement, not measured. */
const LEAST_PARAGRAPHS = 12;

const [file = ''] = process.argv.slice(2);
const paragraphsWith = new Map<string, number>();
let paragraphs = 0;
for await (const line of createInterface({ input: createReadStream(file) })) {
  const { text }: { text: string } = JSON.parse(line);
  for (const paragraph of text.split(/\n\n+/)) {
    paragraphs += 1;
    for (const word of new Set(words(paragraph).map((each) => each.folded)))
      paragraphsWith.set(word, (paragraphsWith.get(word) ?? 0) + 1);
  }
}

const byBits = new Map<number, string[]>();
for (const [word, count] of paragraphsWith) {
  if (count < LEAST_PARAGRAPHS || !/^[a-z]{2,18}$/.test(word)) continue;
  const bits = Math.round(2 * Math.log2(paragraphs / count)) / 2;
  byBits.set(bits, [...(byBits.get(bits) ?? []), word]);
}
for (const bits of [...byBits.keys()].sort((a, b) => a - b))
  process.stdout.write(`${bits} ${(byBits.get(bits) ?? []).sort().join(' ')}\n`);
