// Which documents name a party or a person, by the names that were found when the passages were read.

import type { Problem } from '../../common/errors.ts';
import type { Document } from '../../corpus/document.ts';
import type { Dossier } from '../../corpus/dossier.ts';
import { type Numbers, narrow, numberedWords, type WordsData, wordsData } from '../../corpus/text/rows.ts';
import type { ReadPassage } from '../text/read-passage.ts';

/** The documents that name any of these ids of the dossier, and in how many places. */
export type Mentions = (ids: Iterable<string>) => ReadonlyMap<Document, number>;

/** For each name of the dossier the documents, by their places among all, and in how many places each has it; where those of each end. */
export interface MentionCounts {
  readonly names: WordsData;
  readonly ends: Numbers;
  readonly documents: Numbers;
  readonly counts: Numbers;
}

/** Counts names as passages are read, document after document. */
export class CountingMentions {
  readonly #byName = new Map<string, Map<number, number>>();
  #last: Document | undefined;
  #place = -1;

  add({ passage, aliases }: ReadPassage): void {
    if (passage.document !== this.#last) this.#place += 1;
    this.#last = passage.document;
    for (const group of [...aliases.values()].flat()) {
      const documents = this.#byName.get(group) ?? new Map<number, number>();
      documents.set(this.#place, 1 + (documents.get(this.#place) ?? 0));
      this.#byName.set(group, documents);
    }
  }

  get counts(): MentionCounts {
    const rows = [...this.#byName.values()].map((documents) => [...documents]);
    let end = 0;
    const ends = rows.map((row) => {
      end += row.length;
      return end;
    });
    const all = rows.flat();
    return {
      ...{ names: wordsData(this.#byName.keys()), ends: narrow(ends) },
      documents: narrow(all.map(([document]) => document)),
      counts: narrow(all.map(([, count]) => count)),
    };
  }
}

/** `documents` in the order in which they were counted. */
export function mentionsOf(mentioned: MentionCounts, documents: readonly Document[]): Mentions {
  const { ends, counts, documents: places } = mentioned;
  const names = numberedWords(mentioned.names);
  return (ids) => {
    const found = new Map<Document, number>();
    const rows = [...ids].flatMap((id) => names.numberOf(`@${id}`) ?? []);
    for (const row of rows)
      for (let at = ends[row - 1] ?? 0; at < (ends[row] ?? 0); at += 1) {
        const document = documents[places[at] ?? 0];
        if (document) found.set(document, (counts[at] ?? 0) + (found.get(document) ?? 0));
      }
    return found;
  };
}

/** The same of several lists, no document of which is in two. */
export function mentionsIn(lists: readonly Mentions[]): Mentions {
  return (ids) => new Map(lists.flatMap((mentions) => [...mentions(ids)]));
}

/** Those of the dossier whom no passage names, under whatever name. */
export function unmentioned({ parties, people, unnamed, places }: Dossier, mentions: Mentions): Problem[] {
  const nobody = [...parties, ...people, ...unnamed].filter(({ id }) => mentions([id]).size === 0);
  return nobody.flatMap(({ id, name }): Problem[] => {
    const place = places.get(id);
    return place ? [{ place, message: { key: 'dossier.nowhere', values: { name } } }] : [];
  });
}
