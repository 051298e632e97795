// The door of this folder: who speaks and is named in the documents of a library. What the dossier says wins: its people and parties
// keep their ids, and somebody who was read and bears one of their names is that one.

import { lately } from '../common/lately.ts';
import { atOnce, once, type Steps } from '../common/steps.ts';
import type { Correction } from '../corpus/correction.ts';
import type { Document } from '../corpus/document.ts';
import type { Dossier } from '../corpus/dossier.ts';
import { nameKey } from '../corpus/names/name-key.ts';
import type { NameBook } from '../corpus/names/names.ts';
import { honorifics } from '../corpus/names/offices.ts';
import { bookOf, type Form } from './book.ts';
import {
  type Corrected,
  correctedSteps,
  type Outcome,
  type Outside,
  type OutsideNamed,
} from './corrections/corrections.ts';
import type { EntryData, FormData, PeopleData } from './data.ts';
import { aloneTyped, type Joined, newJoined, type OfficeTied, officesTyped, plainNames } from './joined.ts';
import { lowOf } from './reading/words.ts';
import { outsideByName, type Written, writtenIn, writtenNamed } from './written-names.ts';

export type { OfficeTied } from './joined.ts';

/** The people of some documents, as they were read. */
export interface PeoplePart {
  readonly data: PeopleData;
  readonly documents: readonly Document[];
  /** What a moderator says of them. */
  readonly corrections?: readonly Correction[] | undefined;
}

/** Somebody who was read: a person, or a party, as countries and bodies are. */
export interface Known {
  readonly id: string;
  readonly name: string;
  readonly kind: 'person' | 'party';
  readonly isCountry: boolean;
  readonly party: string | undefined;
  /** Under all these they are asked for, the name first. */
  readonly names: readonly string[];
  /** What they are called by their offices: "China's vice premier", "the NATO chief". */
  readonly called: readonly string[];
  /** What only some document calls them: "the president", "the deputy press secretary". */
  readonly alone: readonly string[];
  readonly offices: readonly OfficeTied[];
  /** The office that a moderator says is theirs. */
  readonly told: string | undefined;
  readonly documents: ReadonlyMap<Document, number>;
}

export interface People {
  /** Those whom the dossier does not have, the most often named first. */
  readonly known: readonly Known[];
  /** Those whom the documents of this part name, the dossier's too, by what is read there alone; the most often named first. */
  readonly own: readonly Known[];
  /** What became of each correction of this part. */
  readonly outcomes: readonly Outcome[];
  /** Who is called so, in the dossier or here. */
  named(name: string): readonly Outside[];
  /** What would become of one more correction. */
  tried(correction: Correction): Steps<Outcome>;
  /** The names of a document, as it means them. */
  in(document: Document): NameBook;
  /** The documents that name any of these ids, and how often; of the dossier's ids only what was read of them. */
  mentions(ids: Iterable<string>): ReadonlyMap<Document, number>;
}

/** The people of some documents beside those of others, which are not put together again. */
export function openPeople(part: PeoplePart, dossier: Dossier, beside?: People): People {
  return atOnce(openPeopleSteps(part, dossier, beside));
}

export function* openPeopleSteps(part: PeoplePart, dossier: Dossier, beside?: People): Steps<People> {
  const written = writtenIn(dossier);
  const other = beside instanceof PeopleBook ? beside : undefined;
  const outside: OutsideNamed = (name) => other?.named(name) ?? writtenNamed(name, written);
  const { data, documents, corrections = [] } = part;
  const right = yield* correctedSteps(data, corrections, outside);
  const tried = function* (correction: Correction): Steps<Outcome> {
    const { outcomes } = yield* correctedSteps(data, [...corrections, correction], outside);
    return outcomes.at(-1) ?? 'already';
  };
  return new PeopleBook({ ...right, documents, tried }, written, other);
}

/** A part with its corrections in it. */
interface Right extends Corrected, Pick<PeoplePart, 'documents'>, Pick<People, 'tried'> {}

/** What somebody takes who is known, in characters (src/common/lately.ts). */
const charactersAName = 100;

class PeopleBook implements People {
  readonly #written: Written;
  readonly #beside: PeopleBook | undefined;
  readonly #own = new Map<string, Joined>();
  /** Countries by the ids that rows of a part call them by. */
  readonly #countries = new Map<string, string>();
  readonly #standing = new Map<
    Document,
    { readonly forms: readonly FormData[]; readonly ids: readonly string[] }
  >();
  readonly #books = new WeakMap<Document, NameBook>();
  readonly #known: () => readonly Known[];
  readonly tried: People['tried'];
  readonly outcomes: readonly Outcome[];
  readonly #byName: () => ReturnType<typeof outsideByName>;

  constructor(part: Right, written: Written, beside: PeopleBook | undefined) {
    const { data, outcomes, documents, tried } = part;
    this.#written = written;
    this.#beside = beside;
    this.outcomes = outcomes;
    this.tried = tried;
    // With those of other documents they are many, and made for each that stands beside these.
    const kept = <T>(make: () => T, size: (made: T) => number): (() => T) =>
      beside ? lately(make, (made) => size(made) * charactersAName) : once(make);
    this.#known = kept(
      () => this.#allKnown(),
      ({ length }) => length,
    );
    this.#byName = kept(
      () => outsideByName(this.known),
      ({ size }) => size,
    );
    const ids = data.entries.map((row) => this.#add(row, documents));
    for (const [place, { named, forms }] of data.documents.entries()) {
      const document = documents[place];
      if (!document) continue;
      for (const [entry, times] of named) this.#own.get(ids[entry] ?? '')?.documents.set(document, times);
      for (const { form, entry, phrase } of forms) {
        const one = this.#own.get(ids[entry] ?? '');
        (phrase ? one?.alone : one?.names)?.add(form);
      }
      this.#standing.set(document, { forms, ids });
    }
  }

  get known(): readonly Known[] {
    return this.#known();
  }

  get own(): readonly Known[] {
    return [...this.#own.values()]
      .filter(({ documents }) => documents.size > 0)
      .map((one) => this.#knownOf(one))
      .sort((a, b) => timesOf(b) - timesOf(a));
  }

  named(name: string): readonly Outside[] {
    const written = writtenNamed(name, this.#written);
    return written.length > 0 ? written : (this.#byName().get(nameKey(name)) ?? []);
  }

  in(document: Document): NameBook {
    const known = this.#books.get(document) ?? this.#bookOf(document);
    this.#books.set(document, known);
    return known;
  }

  mentions(ids: Iterable<string>): ReadonlyMap<Document, number> {
    const wanted = [...ids];
    const found = new Map<Document, number>(this.#beside?.mentions(wanted));
    for (const id of wanted)
      for (const [document, times] of this.#own.get(id)?.documents ?? [])
        found.set(document, times + (found.get(document) ?? 0));
    return found;
  }

  #bookOf(document: Document): NameBook {
    const standing = this.#standing.get(document);
    if (!standing) return this.#beside?.in(document) ?? this.#written.book;
    const { forms, ids } = standing;
    return bookOf(
      this.#written.book,
      forms
        .filter(({ typed }) => !typed)
        .map(({ form, entry, phrase }): Form => ({ form, phrase, means: this.#meaning(ids[entry]) })),
    );
  }

  /** The id under which an entry stands. */
  #add(row: EntryData, documents: readonly Document[]): string {
    const own = this.#writtenOf(row);
    const id = own ?? this.#idFor(row);
    const known = this.#own.get(id) ?? newJoined(id, row, own !== undefined);
    this.#own.set(id, known);
    if (row.kind === 'country') this.#countries.set(row.id, id);
    for (const form of row.forms) known.names.add(form);
    if (row.told) known.told.push(row.told);
    for (const office of row.offices) {
      const source = documents[office.document];
      if (source) known.offices.push({ ...office, source });
    }
    return id;
  }

  /** The one of the dossier who bears a name of it. */
  #writtenOf({ kind, forms, name }: EntryData): string | undefined {
    for (const form of [name, ...forms]) {
      const [known] = writtenNamed(form, this.#written);
      if (known && (known.kind === 'party') === (kind !== 'person')) return known.id;
    }
    return undefined;
  }

  /** Another part's entry of this id is the same one, but for somebody who is only "Mr." and a surname. */
  #idFor({ id, kind, name }: EntryData): string {
    const isSame = kind !== 'person' || !honorifics.has(lowOf(name.split(/[. ]/u)[0] ?? ''));
    const isTaken = (one: string): boolean => {
      const other = this.#find(one);
      const isOther = other && (!isSame || (other.row.kind === 'person') !== (kind === 'person'));
      return this.#written.ids.has(one) || isOther === true;
    };
    let free = id;
    for (let next = 2; isTaken(free); next += 1) free = `${id}-${next}`;
    return free;
  }

  #find(id: string): Joined | undefined {
    const own = this.#own.get(id);
    return own || !this.#beside ? own : this.#beside.#find(id);
  }

  #meaning(id: string | undefined): Form['means'] {
    const one = this.#find(id ?? '');
    if (!one) return undefined;
    if (one.row.kind !== 'person') return { person: undefined, party: one.id };
    return { person: one.id, party: one.written ? this.#written.partyOf.get(one.id) : this.#partyOf(one) };
  }

  #partyOf({ row }: Pick<Joined, 'row'>): string | undefined {
    const own = this.#countries.get(row.party ?? '');
    return own !== undefined || !this.#beside ? own : this.#beside.#partyOf({ row });
  }

  #allKnown(): Known[] {
    const others = this.#beside?.known ?? [];
    const shared = new Set(others.map(({ id }) => id));
    const own = [...this.#own.values()].filter(({ id, written }) => !written && !shared.has(id));
    return [...others.map((one) => this.#withOwn(one)), ...own.map((one) => this.#knownOf(one))].sort(
      (a, b) => timesOf(b) - timesOf(a),
    );
  }

  /** Somebody whom other documents name as well. */
  #withOwn(known: Known): Known {
    const own = this.#own.get(known.id);
    if (!own) return known;
    return {
      ...known,
      names: [...new Set([...known.names, ...own.names])],
      called: [...new Set([...known.called, ...officesTyped(own)])],
      alone: [...new Set([...known.alone, ...aloneTyped(own)])],
      offices: [...known.offices, ...own.offices],
      told: own.told[0]?.text ?? known.told,
      documents: new Map([...known.documents, ...own.documents]),
    };
  }

  #knownOf(one: Joined): Known {
    const { id, row, names, offices, told, documents } = one;
    return {
      ...{
        id,
        name: row.name,
        kind: row.kind === 'person' ? 'person' : 'party',
        isCountry: row.kind === 'country',
      },
      party: this.#partyOf(one),
      names: [...new Set([...names, ...plainNames(row)])],
      called: officesTyped(one),
      alone: aloneTyped(one),
      ...{ offices, told: told[0]?.text, documents },
    };
  }
}

function timesOf({ documents }: Known): number {
  let sum = 0;
  for (const times of documents.values()) sum += times;
  return sum;
}
