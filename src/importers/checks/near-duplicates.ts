// Which documents share much of their wording with a text: shingles of five words, a sample of them in an index, the
// nearest few compared whole.

import type { Document } from '../../corpus/document.ts';
import { fold } from '../../corpus/text/folding.ts';

/** A document that a text shares words with. */
export interface Near {
  readonly document: Pick<Document, 'id' | 'text'>;
  /** The part of the text's shingles that stands in the document, and the other way round: 0 to 1. */
  readonly shared: number;
  readonly ofDocument: number;
}

/** Five words in a row are hardly ever the same by chance; a changed word breaks five shingles. */
const shingleWords = 5;
/** Every eighth shingle of a document is indexed: a document of 60 words still has seven. */
const sampleEvery = 8;
/** Documents with fewer shingles are indexed whole. */
const indexedWhole = 200;
/** So many of the nearest are compared whole. */
const compared = 5;

/** An index of documents by their wording. */
export class Wording {
  readonly #documents: Pick<Document, 'id' | 'text'>[] = [];
  readonly #sampled: number[] = [];
  readonly #index = new Map<number, number[]>();

  constructor(documents: Iterable<Pick<Document, 'id' | 'text'>>) {
    for (const document of documents) this.add(document);
  }

  add(document: Pick<Document, 'id' | 'text'>): void {
    const shingles = shinglesOf(document.text);
    const sample =
      shingles.size <= indexedWhole
        ? [...shingles]
        : [...shingles].filter((shingle) => shingle % sampleEvery === 0);
    const number = this.#documents.push(document) - 1;
    this.#sampled.push(sample.length);
    for (const shingle of sample) {
      const holders = this.#index.get(shingle);
      if (holders) holders.push(number);
      else this.#index.set(shingle, [number]);
    }
  }

  /** The documents nearest to a text that share at least `least` of its shingles or of theirs, nearest first. */
  near(text: string, least: number, isOther: (id: string) => boolean = () => true): Near[] {
    const shingles = shinglesOf(text);
    const hits = new Map<number, number>();
    for (const shingle of shingles) {
      for (const number of this.#index.get(shingle) ?? []) hits.set(number, (hits.get(number) ?? 0) + 1);
    }
    const closeness = ([number, count]: readonly [number, number]): number =>
      count / Math.max(1, Math.min(this.#sampled[number] ?? 1, shingles.size));
    return [...hits]
      .filter(([number]) => isOther(this.#documents[number]?.id ?? ''))
      .toSorted((a, b) => closeness(b) - closeness(a))
      .slice(0, compared)
      .flatMap(([number]) => {
        const document = this.#documents[number];
        return document ? [compare(document, shingles)] : [];
      })
      .filter(({ shared, ofDocument }) => Math.max(shared, ofDocument) >= least)
      .toSorted((a, b) => b.shared + b.ofDocument - a.shared - a.ofDocument);
  }
}

function compare(document: Pick<Document, 'id' | 'text'>, shingles: ReadonlySet<number>): Near {
  const others = shinglesOf(document.text);
  const both = shingles.intersection(others).size;
  return { document, shared: both / Math.max(1, shingles.size), ofDocument: both / Math.max(1, others.size) };
}

/** The shingles of a text as hashes of 32 bits. A text of fewer words is one shingle. */
function shinglesOf(text: string): Set<number> {
  const words = (fold(text).text.match(/[\p{L}\p{N}]+/gu) ?? []).map(hashOf);
  const shingles = new Set<number>();
  const width = Math.min(shingleWords, words.length);
  for (let from = 0; width > 0 && from + width <= words.length; from++) {
    let hash = 0x811c9dc5;
    for (let at = from; at < from + width; at++) hash = mixed(hash, words[at] ?? 0);
    shingles.add(hash >>> 0);
  }
  return shingles;
}

/** FNV-1a: short, and spreads words well enough to be told apart. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash;
}

/** The last step of MurmurHash3: words in another order give another hash. */
function mixed(hash: number, word: number): number {
  let mix = Math.imul(hash ^ word, 0x85ebca6b);
  mix ^= mix >>> 13;
  return Math.imul(mix, 0xc2b2ae35) ^ (mix >>> 16);
}
