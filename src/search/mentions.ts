// Which documents name a party or a person, by the names that were found when the passages were read.
import type { Document } from '../corpus/document.ts';
import type { Dossier } from '../corpus/dossier.ts';
import type { Problem } from '../errors.ts';
import type { ReadPassage } from './read-passage.ts';

/** The documents that name any of these ids of the dossier, and in how many places; made ready when first asked. */
export type Mentions = (ids: Iterable<string>) => ReadonlyMap<Document, number>;

export function openMentions(read: readonly ReadPassage[]): Mentions {
  let byName: ReadonlyMap<string, ReadonlyMap<Document, number>> | undefined;
  return (ids) => {
    byName ??= countNames(read);
    const documents = new Map<Document, number>();
    for (const id of ids) {
      for (const [document, count] of byName.get(`@${id}`) ?? []) {
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

function countNames(read: readonly ReadPassage[]): Map<string, Map<Document, number>> {
  const byName = new Map<string, Map<Document, number>>();
  for (const { passage, aliases } of read) {
    for (const group of [...aliases.values()].flat()) {
      const documents = byName.get(group) ?? new Map<Document, number>();
      documents.set(passage.document, 1 + (documents.get(passage.document) ?? 0));
      byName.set(group, documents);
    }
  }
  return byName;
}
