// Those whose positions can be asked for: parties with their people, people, and those whom the sources do not name.
import { type Dossier, namesOf, type Person } from '../corpus/dossier.ts';
import type { NameHit } from '../corpus/names.ts';
import { Names } from './names.ts';

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
  byId(id: string): Who | undefined;
  isUnnamed(id: string): boolean;
  /** Every name of somebody whom no source names: "another source with knowledge of the matter", "that source". */
  namesOfUnnamed(id: string): readonly string[];
}

export function openWho(dossier: Dossier): Everybody {
  const { parties, people, unnamed } = dossier;
  const partyOf = new Map(parties.map(({ id, name }) => [id, whoOf({ id, name, kind: 'party' }, people)]));
  const personOf = new Map(people.map((one) => [one.id, whoOf({ ...one, kind: 'person' }, [])]));
  const unnamedOf = new Map(unnamed.map((one) => [one.id, whoOf({ ...one, kind: 'unnamed' }, [])]));
  const byId = new Map([...partyOf, ...personOf, ...unnamedOf]);
  const names = [
    ...[...parties, ...people].map((entry) => ({ id: entry.id, names: [...namesOf(entry), entry.id] })),
    ...unnamed.map(({ id, name, called }) => ({ id, names: [name, ...called, id] })),
  ];
  return {
    all: [...byId.values()],
    named: new Names(
      names.flatMap((one) => {
        const value = byId.get(one.id);
        return value ? [{ value, names: one.names }] : [];
      }),
    ),
    byId: (id) => byId.get(id),
    isUnnamed: (id) => byId.get(id)?.kind === 'unnamed',
    namesOfUnnamed: (id) =>
      unnamed.filter((one) => one.id === id).flatMap(({ name, called }) => [name, ...called]),
  };
}

interface Entry {
  readonly id: string;
  readonly name: string;
  readonly kind: Who['kind'];
  readonly office?: string | undefined;
}

function whoOf({ id, name, kind, office }: Entry, people: readonly Person[]): Who {
  const members = people.filter(({ party }) => kind === 'party' && party === id);
  return { id, name, kind, office, ids: new Set([id, ...members.map((member) => member.id)]) };
}

/** Somebody of an id; nobody where there is none. */
export function whoIs(id: string | undefined, everybody: readonly Who[]): Who | undefined {
  return everybody.find((one) => one.id === id);
}

/** Whether a name in a text means somebody, or one of a party's people. */
export function means(who: Who, { person, party }: Pick<NameHit, 'person' | 'party'>): boolean {
  return who.ids.has(person ?? party ?? '');
}
