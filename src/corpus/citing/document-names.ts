// Under which names a document is meant: its id, its title, either by letters alone, or the beginning of either.
import type { Steps } from '../../common/steps.ts';
import type { Document } from '../document.ts';
import { fold, spellings } from '../text/folding.ts';

/** Documents as they are looked up by a name. All of one kind are equally well meant. */
interface Named {
  /** An id letter for letter. */
  withId(id: string): readonly Document[];
  /** An id, a title, in any spelling (`slug`). */
  withIdLike(name: string): readonly Document[];
  withTitle(name: string): readonly Document[];
  /** The same name, but for hyphens, points, and letters that are written with one letter or with two. */
  withLetters(ways: readonly string[]): readonly Document[];
  /** An id or a title that begins so. */
  beginning(name: string): readonly Document[];
  /** The one that there is, if there is one alone. */
  only(): readonly Document[];
}

/** The document of an id or a title, or of the beginning of one if no other begins so. None at all: the only one. */
export function documentNamed(typed: string, documents: readonly Document[]): Document | undefined {
  return onlyOne(documentsNamed(typed, documents));
}

/** The same, looked up in several lists together. */
export function documentNamedIn(
  typed: string,
  lists: readonly NameIndex[],
  fits: (document: Document) => boolean,
): Document | undefined {
  return onlyOne(meant(typed, joined(lists, fits)));
}

function onlyOne(fits: readonly Document[]): Document | undefined {
  return fits.length === 1 ? fits[0] : undefined;
}

/**
 * The documents that a name fits equally well: none, the one that is meant, or several. An id goes before a title, so
 * that no title takes over the citations of another document, and a whole name before the beginning of one.
 */
export function documentsNamed(typed: string, documents: readonly Document[]): readonly Document[] {
  return meant(typed, scanned(documents));
}

/** Whether it is a name from its beginning to its end. */
export function hasWholeName(typed: string, documents: readonly Document[]): boolean {
  return wholeName(typed, scanned(documents)).length > 0;
}

function meant(typed: string, named: Named): readonly Document[] {
  const whole = wholeName(typed, named);
  if (whole.length > 0) return whole;
  const name = slug(typed);
  return name === '' ? named.only() : named.beginning(name);
}

/** No name is longer, and what is typed may be. */
const longestName = 200;

/** The documents of which this is the id as typed, or else an id, or else a title, in any spelling. */
function wholeName(typed: string, named: Named): readonly Document[] {
  for (const id of new Set([typed, typed.trim()])) {
    const [exact] = named.withId(id);
    if (exact) return [exact];
  }
  const name = slug(typed);
  if (name === '') return [];
  for (const found of [named.withIdLike(name), named.withTitle(name)]) if (found.length > 0) return found;
  return typed.length > longestName ? [] : named.withLetters(lettersOf(typed));
}

/** Goes through all of them: for a list that is looked into once. */
function scanned(documents: readonly Document[]): Named {
  const having = (fits: (names: Names) => boolean): readonly Document[] =>
    documents.filter((document) => fits(namesOf(document)));
  return {
    withId: (wanted) => documents.filter(({ id }) => id === wanted),
    withIdLike: (name) => having(({ id }) => id === name),
    withTitle: (name) => having(({ title }) => title === name),
    withLetters: (ways) => having(({ solid }) => solid.some((way) => ways.includes(way))),
    beginning: (name) => having(({ id, title }) => id.startsWith(name) || title.startsWith(name)),
    only: () => (documents.length === 1 ? documents : []),
  };
}

function joined(lists: readonly NameIndex[], fits: (document: Document) => boolean): Named {
  const all = (found: (list: NameIndex) => readonly Document[]): readonly Document[] =>
    lists.flatMap(found).filter(fits);
  return {
    withId: (id) => all((list) => list.withId(id)),
    withIdLike: (name) => all((list) => list.withIdLike(name)),
    withTitle: (name) => all((list) => list.withTitle(name)),
    withLetters: (ways) => all((list) => list.withLetters(ways)),
    beginning: (name) => all((list) => list.beginning(name)),
    only: () => {
      const offered = all(({ documents }) => documents);
      return offered.length === 1 ? offered : [];
    },
  };
}

const documentsAStep = 20;

/** The names of a list, filed: what is typed is not compared with each. */
export class NameIndex {
  readonly documents: readonly Document[];
  readonly #exact: Filed = new Map();
  readonly #ids: Filed = new Map();
  readonly #titles: Filed = new Map();
  readonly #letters: Filed = new Map();
  /** Ids and titles in order, with the documents that they begin. */
  readonly #sorted: { readonly name: string; readonly document: Document }[] = [];

  private constructor(documents: readonly Document[]) {
    this.documents = documents;
  }

  /** Some documents a step, and then all names are put in order. */
  static *steps(documents: readonly Document[]): Steps<NameIndex> {
    const index = new NameIndex(documents);
    for (const [place, document] of documents.entries()) {
      index.#file(document);
      if (place % documentsAStep === 0) yield;
    }
    index.#sorted.sort((a, b) => order(a.name, b.name));
    return index;
  }

  #file(document: Document): void {
    const { id, title, solid } = namesOf(document);
    file(this.#exact, document.id, document);
    file(this.#ids, id, document);
    file(this.#titles, title, document);
    for (const way of solid) file(this.#letters, way, document);
    for (const name of new Set([id, title])) this.#sorted.push({ name, document });
  }

  withId(id: string): readonly Document[] {
    return this.#exact.get(id) ?? [];
  }

  withIdLike(name: string): readonly Document[] {
    return this.#ids.get(name) ?? [];
  }

  withTitle(name: string): readonly Document[] {
    return this.#titles.get(name) ?? [];
  }

  withLetters(ways: readonly string[]): readonly Document[] {
    return [...new Set(ways.flatMap((way) => this.#letters.get(way) ?? []))];
  }

  beginning(name: string): readonly Document[] {
    const found = new Set<Document>();
    for (let at = this.#firstFrom(name); this.#sorted[at]?.name.startsWith(name); at += 1) {
      const { document } = this.#sorted[at] ?? {};
      if (document) found.add(document);
    }
    return [...found];
  }

  #firstFrom(name: string): number {
    let [from, to] = [0, this.#sorted.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (order(this.#sorted[middle]?.name ?? '', name) < 0) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}

/** Documents by a name of theirs. */
type Filed = Map<string, Document[]>;

function file(filed: Filed, name: string, document: Document): void {
  const under = filed.get(name);
  if (under) under.push(document);
  else filed.set(name, [document]);
}

/** By code units, so that all names that begin alike stand together. */
function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Under what a document is looked up. */
interface Names {
  readonly id: string;
  readonly title: string;
  /** Both by their letters and digits alone, in each way to write them. */
  readonly solid: readonly string[];
}

const known = new WeakMap<Document, Names>();

function namesOf(document: Document): Names {
  const read = known.get(document);
  if (read) return read;
  const [id, title] = [document.id, document.title?.value ?? ''];
  const names = { id: slug(id), title: slug(title), solid: [...new Set([id, title].flatMap(lettersOf))] };
  known.set(document, names);
  return names;
}

/** Without hyphens and points; nothing where it has no letters. */
function lettersOf(text: string): string[] {
  return spellings(text)
    .map((way) => slug(way).replaceAll('-', ''))
    .filter((way) => way !== '');
}

/** Letters and digits with single hyphens, folded: "European Leaders" is `european-leaders`. */
export function slug(text: string): string {
  return (fold(text).text.match(/[\p{L}\p{N}]+/gu) ?? []).join('-');
}
