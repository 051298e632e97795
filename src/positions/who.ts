// Those whose positions can be asked for: parties with their people, people, and those whom the sources do not name.

import { once } from '../common/steps.ts';
import { type Dossier, namesOf, type Person } from '../corpus/dossier.ts';
import { countryNames, countryWord } from '../corpus/names/countries.ts';
import type { NameHit } from '../corpus/names/names.ts';
import type { Known } from '../people/people.ts';
import { type NamedThing, Names } from './names.ts';
import { type OfficeHeld, OfficesTyped } from './offices-typed.ts';

export interface Who {
  readonly id: string;
  readonly name: string;
  readonly kind: 'party' | 'person' | 'unnamed';
  readonly office: string | undefined;
  /** The ids whose words count as theirs: their own, and for a party those of its people. */
  readonly ids: ReadonlySet<string>;
}

export interface Everybody {
  readonly all: readonly Who[];
  readonly named: Names<Who>;
  readonly offices: OfficesTyped<Who>;
  byId(id: string): Who | undefined;
  isUnnamed(id: string): boolean;
  /** Every name of somebody whom no source names: "another source with knowledge of the matter", "that source". */
  namesOfUnnamed(id: string): readonly string[];
}

/** Those of a dossier alone are put together once, however many libraries have it. */
const alone = new WeakMap<Dossier, Everybody>();

/** Those of the dossier, and behind them those who were read in the documents. */
export function openWho(dossier: Dossier, known: readonly Known[] = []): Everybody {
  const made = known.length === 0 ? alone.get(dossier) : undefined;
  const everybody = made ?? everybodyOf(dossier, known);
  if (known.length === 0) alone.set(dossier, everybody);
  return everybody;
}

function everybodyOf(dossier: Dossier, known: readonly Known[]): Everybody {
  const { parties, people, unnamed } = dossier;
  const members = [...people, ...known.filter(({ kind }) => kind === 'person')];
  const byParty = Map.groupBy(members, ({ party }) => party ?? '');
  const partyOf = new Map(parties.map(({ id, name }) => [id, whoOf({ id, name, kind: 'party' }, byParty)]));
  const personOf = new Map(people.map((one) => [one.id, whoOf({ ...one, kind: 'person' }, byParty)]));
  const readOf = new Map(known.map((one) => [one.id, whoOf({ ...one, office: officeOf(one) }, byParty)]));
  const unnamedOf = new Map(unnamed.map((one) => [one.id, whoOf({ ...one, kind: 'unnamed' }, byParty)]));
  const byId = new Map([...partyOf, ...personOf, ...unnamedOf, ...readOf]);
  const names: {
    readonly id: string;
    readonly names: readonly string[];
    readonly called?: readonly string[];
  }[] = [
    ...parties.map((entry) => ({
      id: entry.id,
      names: [...namesOf(entry), entry.id, ...countryNames(entry.name)],
    })),
    ...people.map((entry) => ({ id: entry.id, names: [...namesOf(entry), entry.id] })),
    ...unnamed.map(({ id, name, called }) => ({ id, names: [name, ...called, id] })),
    ...known.map(({ id, names: all, called, alone }) => ({
      id,
      names: [...all, id],
      called: [...called, ...alone],
    })),
  ];
  const offices = once(() => new OfficesTyped(officesOf(dossier, known, byId)));
  return {
    all: [...byId.values()],
    named: new Names(
      names.flatMap((one): NamedThing<Who>[] => {
        const value = byId.get(one.id);
        return value ? [{ value, names: one.names, ...(one.called && { called: one.called }) }] : [];
      }),
    ),
    get offices() {
      return offices();
    },
    byId: (id) => byId.get(id),
    isUnnamed: (id) => byId.get(id)?.kind === 'unnamed',
    namesOfUnnamed: (id) =>
      unnamed.filter((one) => one.id === id).flatMap(({ name, called }) => [name, ...called]),
  };
}

/** Everybody's offices, as texts, the dossier and moderators have them. */
function officesOf(
  { people, parties }: Dossier,
  known: readonly Known[],
  byId: ReadonlyMap<string, Who>,
): OfficeHeld<Who>[] {
  const countryOf = new Map(parties.map(({ id, name }) => [id, countryWord(name)?.country.id]));
  const held = (
    id: string,
    text: string | undefined,
    ids: readonly (string | undefined)[],
  ): OfficeHeld<Who>[] => {
    const value = byId.get(id);
    return value && text !== undefined ? [{ value, text, countries: ids }] : [];
  };
  return [
    ...people.flatMap(({ id, office, party }) => held(id, office, [countryOf.get(party ?? '')])),
    ...known
      .filter(({ kind }) => kind === 'person')
      .flatMap(({ id, told, offices, party }) => [
        ...held(id, told, [party]),
        ...offices.flatMap(({ text, country, seat }) =>
          held(id, seat === undefined ? text : `${text} of ${seat}`, [country, party]),
        ),
      ]),
  ];
}

interface Entry {
  readonly id: string;
  readonly name: string;
  readonly kind: Who['kind'];
  readonly office?: string | undefined;
}

type Members = ReadonlyMap<string, readonly Pick<Person, 'id'>[]>;

function whoOf({ id, name, kind, office }: Entry, byParty: Members): Who {
  const members = kind === 'party' ? (byParty.get(id) ?? []) : [];
  return { id, name, kind, office, ids: new Set([id, ...members.map((member) => member.id)]) };
}

/** The office that a moderator told, or that passages most often tie to somebody, in the words of one of them. */
function officeOf({ offices, told, kind }: Known): string | undefined {
  if (kind !== 'person') return undefined;
  if (told !== undefined) return told;
  const held = offices.filter((office) => office.held);
  const texts = (held.length > 0 ? held : offices).map(({ text }) => text);
  const times = Map.groupBy(texts, (text) => text.toLowerCase());
  const [best] = [...times.values()].sort((a, b) => b.length - a.length);
  return best?.[0];
}

/** Somebody of an id; nobody where there is none. */
export function whoIs(id: string | undefined, everybody: readonly Who[]): Who | undefined {
  return everybody.find((one) => one.id === id);
}

/** Whether a name in a text means somebody, or one of a party's people. */
export function means(who: Who, { person, party }: Pick<NameHit, 'person' | 'party'>): boolean {
  return who.ids.has(person ?? party ?? '');
}
