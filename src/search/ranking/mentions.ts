// Which documents name a party or a person, by the names that were found when the passages were read.

import type { Problem } from '../../common/errors.ts';
import type { Document } from '../../corpus/document.ts';
import type { Dossier } from '../../corpus/dossier.ts';
import type { ReadPassage } from '../text/read-passage.ts';

/** The documents that name any of these ids of the dossier, and in how many places. */
export type Mentions = (ids: Iterable<string>) => ReadonlyMap<Document, number>;

/** For each name of the dossier the documents, by their places among all, and in how many places each has it. */
export type MentionCounts = ReadonlyMap<string, ReadonlyMap<number, number>>;

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
    return this.#byName;
  }
}

/** `documents` in the order in which they were counted. */
export function mentionsOf(counts: MentionCounts, documents: readonly Document[]): Mentions {
  return (ids) => {
    const found = new Map<Document, number>();
    for (const id of ids) {
      for (const [place, count] of counts.get(`@${id}`) ?? []) {
        const document = documents[place];
        if (document) found.set(document, count + (found.get(document) ?? 0));
      }
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
