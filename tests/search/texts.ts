// Documents and passages made of a few words, for tests of the search.
import type { Document } from '../../src/corpus/document.ts';
import { type Dossier, emptyDossier, type Party, type Person } from '../../src/corpus/dossier.ts';
import { type Passage, passagesOf } from '../../src/corpus/passages.ts';

export function documentOf(id: string, text: string, more: Partial<Document> = {}): Document {
  return {
    ...{ id, text, kind: 'other', language: 'en', status: 'current', file: `${id}.md` },
    title: { value: 'Untitled', by: 'source' },
    ...more,
  };
}

/** Paragraphs are parted by blank lines, and lines that begin with `#` are headings. */
export function passagesIn(...documents: readonly Document[]): Passage[] {
  return documents.flatMap((document) => passagesOf(document, { headings: true }));
}

type Given = Partial<Pick<Dossier, 'synonyms' | 'thesaurus' | 'unnamed' | 'places'>> & {
  readonly parties?: readonly (Partial<Party> & { readonly id: string })[];
  readonly people?: readonly (Partial<Person> & { readonly id: string })[];
};

/** A dossier of parties and people that need no more than an id. */
export function dossierOf({ parties = [], people = [], ...more }: Given): Dossier {
  const named = <T extends { readonly id: string }>(given: T) => ({
    ...{ name: given.id, spellings: [], called: [] },
    ...given,
  });
  return { ...emptyDossier, ...more, parties: parties.map(named), people: people.map(named) };
}
