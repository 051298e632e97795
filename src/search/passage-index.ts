// The index over passages. This file alone knows MiniSearch; it deals in terms (see words.ts), never in raw text.
import MiniSearch from 'minisearch';
import type { Passage } from '../corpus/passages.ts';
import { type Names, termsOf } from './words.ts';

/** A passage that holds some of the terms asked for, with its BM25 score. */
export interface Candidate {
  readonly passage: Passage;
  readonly score: number;
}

interface Entry {
  readonly id: number;
  readonly text: string;
  readonly headings: string;
}

/** An unknown word is taken for a known one if it is this close; short words have too many neighbours. */
function allowedEdits(term: string): number {
  if (term.length >= 8) return 2;
  return term.length >= 5 ? 1 : 0;
}

export class PassageIndex {
  readonly passages: readonly Passage[];
  readonly #search: MiniSearch<Entry>;
  readonly #frequency = new Map<string, number>();

  constructor(passages: readonly Passage[], names: Names) {
    this.passages = passages;
    this.#search = new MiniSearch<Entry>({
      fields: ['text', 'headings'],
      tokenize: (text) => termsOf(text, names).map(({ term }) => term),
      processTerm: (term) => {
        return term;
      },
    });
    for (const [id, { text, headings, document }] of passages.entries()) {
      const above = [document.title?.value ?? '', ...headings].join('\n');
      this.#search.add({ id, text, headings: above });
      const terms = new Set([...termsOf(text, names), ...termsOf(above, names)].map(({ term }) => term));
      for (const term of terms) this.#frequency.set(term, (this.#frequency.get(term) ?? 0) + 1);
    }
  }

  /** Whether any passage, its headings or its document's title holds a term. */
  knows(term: string): boolean {
    return this.#frequency.has(term);
  }

  /**
   * How much a term tells, from 0 up: the inverse document frequency of BM25,
   * ln(1 + (N - n + 0.5) / (n + 0.5)) (Robertson and Zaragoza, 2009). A term no passage holds tells most.
   */
  weightOf(term: string): number {
    const holding = this.#frequency.get(term) ?? 0;
    return Math.log(1 + (this.passages.length - holding + 0.5) / (holding + 0.5));
  }

  /** Terms of the index that an unknown term may be a misspelling of, nearest first. */
  corrections(term: string): readonly string[] {
    const fuzzy = allowedEdits(term);
    if (fuzzy === 0 || term.startsWith('@')) return [];
    const found = this.#search.search(term, { ...asTerms([term]), fuzzy });
    return [...new Set(found.flatMap((result) => result.terms))].filter((other) => other[0] === term[0]);
  }

  /** The passages that hold any of the terms, best first; of equals the earlier paragraph comes first. */
  candidates(terms: readonly string[]): Candidate[] {
    const found = this.#search.search(terms.join(' '), { ...asTerms(terms), boost: { headings: 0.3 } });
    return found
      .sort((a, b) => b.score - a.score || Number(a.id) - Number(b.id))
      .flatMap(({ id, score }) => {
        const passage = this.passages[Number(id)];
        return passage ? [{ passage, score }] : [];
      });
  }
}

function asTerms(terms: readonly string[]): { tokenize: () => string[] } {
  return { tokenize: () => [...terms] };
}
