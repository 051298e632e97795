// Entries as they are while corrections are put into them: a copy of what was read, looked up by names as texts write them. What is looked
// up is indexed, and who goes up in another is told once, so that hundreds of corrections cost little more than one.

import type { Steps } from '../../common/steps.ts';
import { idOf } from '../../corpus/names/countries.ts';
import { nameKey } from '../../corpus/names/name-key.ts';
import type { EntryData, FormData, OfficeTold, PeopleData } from '../data.ts';

export interface EntryDraft {
  readonly id: string;
  readonly name: string;
  readonly kind: EntryData['kind'];
  readonly forms: readonly string[];
  readonly offices: EntryData['offices'];
  readonly party: string | undefined;
  readonly told: OfficeTold | undefined;
}

export interface DocumentDraft {
  /** By the places of entries. */
  readonly named: Map<number, number>;
  readonly forms: FormDraft[];
}

export interface FormDraft extends FormData {
  readonly document: DocumentDraft;
}

/** Nobody whom anybody knows. */
export const nobody = -1;

export class EntryDrafts {
  readonly documents: readonly DocumentDraft[];
  /** Undefined where it is no entry any more; places stay. */
  readonly #entries: (EntryDraft | undefined)[] = [];
  /** Who is whom now. */
  readonly #into = new Map<number, number>();
  /** These may hold too many. */
  readonly #byName = new Map<string, Set<number>>();
  readonly #byForm = new Map<string, Set<number>>();
  readonly #written = new Map<string, { readonly forms: FormDraft[]; readonly at: number }[]>();
  readonly #ids = new Set<string>();

  private constructor({ entries, documents }: PeopleData) {
    for (const row of entries) this.#push({ ...row, told: row.told });
    this.documents = documents.map(({ named }) => ({ named: new Map(named), forms: [] }));
  }

  static *of(data: PeopleData): Steps<EntryDrafts> {
    const drafts = new EntryDrafts(data);
    for (const [place, document] of drafts.documents.entries()) {
      for (const form of data.documents[place]?.forms ?? []) drafts.addForm({ ...form, document });
      yield;
    }
    return drafts;
  }

  at(place: number | undefined): EntryDraft | undefined {
    return this.#entries[place ?? nobody];
  }

  /** Those who are called so: by their own names, or where nobody is, by another of their forms. */
  find(name: string): readonly number[] {
    const key = nameKey(name);
    if (key === '') return [];
    const places = (from: Iterable<number>): number[] => [...new Set([...from].map((at) => this.is(at)))];
    const own = places(this.#byName.get(key) ?? []).filter((at) => nameKey(this.at(at)?.name ?? '') === key);
    if (own.length > 0) return own;
    const meant = this.written(name).map(({ entry }) => entry);
    return places([...(this.#byForm.get(key) ?? []), ...meant]).filter((at) => this.hasForm(at, name));
  }

  /** Who somebody is now. */
  is(place: number): number {
    let at = place;
    for (let next = this.#into.get(at); next !== undefined; next = this.#into.get(at)) at = next;
    return at;
  }

  /** A form where documents have it. */
  written(form: string): readonly FormDraft[] {
    const places = this.#written.get(nameKey(form)) ?? [];
    return places.flatMap(({ forms, at }) => {
      const found = forms[at];
      return found ? [{ ...found, entry: this.is(found.entry) }] : [];
    });
  }

  /** Whether somebody is called so. */
  hasForm(place: number, form: string): boolean {
    const key = nameKey(form);
    const entry = this.at(place);
    if (!entry) return false;
    return (
      [entry.name, ...entry.forms].some((each) => nameKey(each) === key) ||
      this.written(form).some((each) => each.entry === place)
    );
  }

  /** Under an id that nobody has. */
  add(entry: EntryDraft): number {
    const wanted = entry.id || idOf(entry.name);
    let id = wanted;
    for (let next = 2; this.#ids.has(id); next += 1) id = `${wanted}-${next}`;
    return this.#push({ ...entry, id });
  }

  set(place: number, entry: EntryDraft): void {
    this.#entries[place] = entry;
    this.#index(place, entry);
  }

  /** Somebody goes up in another, or is nobody. */
  turn(place: number, into: number): void {
    this.#entries[place] = undefined;
    this.#into.set(place, into);
    for (const { named } of this.documents) {
      const times = named.get(place);
      if (times === undefined) continue;
      named.delete(place);
      if (into !== nobody) named.set(into, times + (named.get(into) ?? 0));
    }
  }

  addForm(form: FormDraft): void {
    const { forms } = form.document;
    const key = nameKey(form.form);
    const known = this.#written.get(key) ?? [];
    if (known.length === 0) this.#written.set(key, known);
    known.push({ forms, at: forms.push(form) - 1 });
  }

  /** Has a form mean another wherever documents mean somebody by it; gives those documents. */
  meanBy(
    form: string,
    from: number,
    to: number,
    isIt: (each: FormData) => boolean = () => true,
  ): DocumentDraft[] {
    const turned: DocumentDraft[] = [];
    for (const { forms, at } of this.#written.get(nameKey(form)) ?? []) {
      const found = forms[at];
      if (!found || this.is(found.entry) !== from || !isIt(found)) continue;
      forms[at] = { ...found, entry: to };
      turned.push(found.document);
    }
    return turned;
  }

  /** The rows of whoever is left, and the documents with their places. */
  data(): PeopleData {
    const places = new Map<number, number>();
    const entries: EntryData[] = [];
    for (const [at, entry] of this.#entries.entries()) {
      if (!entry) continue;
      places.set(at, entries.length);
      const { told, ...row } = entry;
      entries.push(told ? { ...row, told } : row);
    }
    const placeOf = (at: number): number => places.get(this.is(at)) ?? nobody;
    return {
      entries,
      documents: this.documents.map(({ named, forms }) => ({
        named: [...named].map(([at, times]) => [placeOf(at), times] as const).filter(([at]) => at !== nobody),
        forms: forms.map(({ form, entry, phrase }) => ({ form, phrase, entry: placeOf(entry) })),
      })),
    };
  }

  #push(entry: EntryDraft): number {
    const place = this.#entries.push(entry) - 1;
    this.#ids.add(entry.id);
    this.#index(place, entry);
    return place;
  }

  #index(place: number, { name, forms }: EntryDraft): void {
    noted(this.#byName, nameKey(name), place);
    for (const form of forms) noted(this.#byForm, nameKey(form), place);
  }
}

function noted(index: Map<string, Set<number>>, key: string, place: number): void {
  const known = index.get(key);
  if (known) known.add(place);
  else index.set(key, new Set([place]));
}
