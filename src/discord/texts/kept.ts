// Texts that were checked lately, in memory alone: their pages can be turned and their report be shared, until they are forgotten.
import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { TextCheck } from '../../check-text/check-text.ts';

export interface CheckedText {
  readonly check: TextCheck;
  /** What the text is called, as whoever checked it knows it. */
  readonly name: string;
  /** The report, as one page of HTML. */
  readonly report: string;
}

export interface CheckedTexts {
  /** Keeps it for whoever had it checked; the id under which it is found. */
  keep(who: string, text: CheckedText): string;
  /** Undefined where it was forgotten, or is somebody else's. */
  get(id: string, who: string): CheckedText | undefined;
}

/** Discord takes no new answer to an interaction after so long, and whoever reads on begins anew. */
const keptMs = 15 * 60_000;
/** A report has some three times the characters of its text. */
const mostCharacters = 30_000_000;
const mostTexts = 500;

export function openCheckedTexts(): CheckedTexts {
  const kept = new LRUCache<string, CheckedText & { readonly who: string }>({
    max: mostTexts,
    ttl: keptMs,
    maxSize: mostCharacters,
    sizeCalculation: ({ report }) => report.length + 1,
  });
  return {
    keep: (who, text) => {
      const id = randomUUID();
      kept.set(id, { ...text, who });
      return id;
    },
    get: (id, who) => {
      const found = kept.get(id);
      return found?.who === who ? found : undefined;
    },
  };
}
