// The numbers of what both threads hold. They stay the same when the library's thread is replaced, and are given up with the last library
// that holds a document.
import type { Document } from '../corpus/document.ts';
import type { Dossier } from '../corpus/dossier.ts';
import type { LibraryApart } from './library.ts';
import type { Opening } from './messages.ts';
import { Known } from './wire.ts';

interface Numbered {
  readonly number: number;
  libraries: number;
}

/** What nobody holds any more. */
export interface Released {
  readonly library: number;
  readonly documents: readonly number[];
  readonly dossiers: readonly number[];
}

export class Registry {
  readonly known = new Known();
  readonly #documents = new Map<Document, Numbered>();
  readonly #dossiers = new Map<Dossier, Numbered>();
  readonly #libraries = new Map<LibraryApart, Opening>();
  #next = 1;

  /** How a library is opened; numbers are given where it has none. */
  opening(library: LibraryApart): Opening {
    const known = this.#libraries.get(library);
    if (known) return known;
    const { base, own, dossier } = library;
    const listed = new Set(library.documents);
    const [documents, unlisted]: [number[], number[]] = [[], []];
    for (const [document, passages] of own) {
      const { number, isNew } = this.#taken(this.#documents, document);
      if (isNew) this.known.addDocument(number, document, passages);
      (listed.has(document) ? documents : unlisted).push(number);
    }
    const opening: Opening = {
      ...{ kind: 'open', library: this.#number(), documents, unlisted },
      ...{ dossier: this.#taken(this.#dossiers, dossier).number, keeps: library.keeps },
      corrections: library.corrections,
      ...(base && { beside: this.opening(base).library }),
    };
    this.#libraries.set(library, opening);
    return opening;
  }

  number(library: LibraryApart): number | undefined {
    return this.#libraries.get(library)?.library;
  }

  release(library: LibraryApart): Released | undefined {
    const opening = this.#libraries.get(library);
    if (!opening) return undefined;
    this.#libraries.delete(library);
    const documents = [...library.own.keys()].flatMap((each) => given(this.#documents, each));
    for (const number of documents) this.known.forgetDocument(number);
    const dossiers = given(this.#dossiers, library.dossier);
    for (const number of dossiers) this.known.forgetDossier(number);
    return { library: opening.library, documents, dossiers };
  }

  #taken<T>(all: Map<T, Numbered>, each: T): { readonly number: number; readonly isNew: boolean } {
    const known = all.get(each);
    const numbered = known ?? { number: this.#number(), libraries: 0 };
    numbered.libraries += 1;
    all.set(each, numbered);
    return { number: numbered.number, isNew: known === undefined };
  }

  #number(): number {
    this.#next += 1;
    return this.#next;
  }
}

/** One library less holds it: its number where that was the last one. */
function given<T>(all: Map<T, Numbered>, each: T): number[] {
  const numbered = all.get(each);
  if (!numbered) return [];
  numbered.libraries -= 1;
  if (numbered.libraries > 0) return [];
  all.delete(each);
  return [numbered.number];
}
