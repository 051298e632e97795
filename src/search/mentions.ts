// Which documents name a party or a person, by the names that were found when the passages were read.
import type { Document } from '../corpus/document.ts';
import type { Dossier } from '../corpus/dossier.ts';
import type { Problem } from '../errors.ts';
import type { ReadPassage } from './read-passage.ts';

/** The documents that name any of these ids of the dossier, and in how many places. */
export type Mentions = (ids: Iterable<string>) => ReadonlyMap<Document, number>;

/** Counts names as passages are read. */
export class MentionCounts {
  readonly #byName = new Map<string, Map<Document, number>>();

  add({ passage, aliases }: ReadPassage): void {
    for (const group of [...aliases.values()].flat()) {
      const documents = this.#byName.get(group) ?? new Map<Document, number>();
      documents.set(passage.document, 1 + (documents.get(passage.document) ?? 0));
      this.#byName.set(group, documents);
    }
  }

  readonly of: Mentions = (ids) => {
    const documents = new Map<Document, number>();
    for (const id of ids) {
      for (const [document, count] of this.#byName.get(`@${id}`) ?? []) {
        documents.set(document, count + (documents.get(document) ?? 0));
      }
    }
    return documents;
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
