// What is read of people in texts that a test writes.

import type { Document } from '../../src/corpus/document.ts';
import { Holding } from '../../src/holding.ts';
import { collectionAt } from '../../src/library.ts';
import type { People } from '../../src/people/people.ts';
import { folderWith, markdown } from '../temporary.ts';

export interface Read {
  readonly people: People;
  readonly documents: readonly Document[];
}

/** Each text is a document: "a", "b", and so on. */
export async function peopleIn(texts: readonly string[], dossier?: string): Promise<Read> {
  const files = Object.fromEntries(texts.map((text, at) => [`${idOf(at)}.md`, markdown(idOf(at), text)]));
  const folder = await folderWith({ ...files, ...(dossier !== undefined && { 'dossier.yaml': dossier }) });
  const collection = await collectionAt(folder, { strict: true });
  return { people: new Holding(collection, {}).people.get(), documents: collection.documents };
}

function idOf(at: number): string {
  return String.fromCharCode(97 + at);
}

/** The people, each with what its documents call it. */
export function personsOf({ people }: Read): string[] {
  return people.known
    .filter(({ kind }) => kind === 'person')
    .map(({ name }) => name)
    .sort();
}

/** Whom each name in a text means, in the text's order: its own words and the id. */
export function namedIn({ people, documents }: Read, text: string, id = 'a'): string[] {
  const document = documents.find((each) => each.id === id);
  if (!document) throw new Error(`${id} is no document`);
  return people
    .in(document)
    .find(text)
    .map(({ start, end, person, party }) => `${text.slice(start, end)} = ${person ?? party}`);
}
