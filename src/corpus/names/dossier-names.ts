// The entries of a dossier among one another: no id and no name belongs to two, and nobody's party is unknown.
import type { Problem } from '../../common/errors.ts';
import { namesOf, type Party, type Person, type Unnamed } from '../dossier.ts';
import type { Path, Written, WrittenDossier } from '../files/dossier-file.ts';
import { fold } from '../text/folding.ts';

/** Who there is, and what was wrong with those who were left out. */
export interface Who {
  readonly parties: readonly Written<Party>[];
  readonly people: readonly Written<Person>[];
  readonly unnamed: readonly Written<Unnamed>[];
  readonly problems: readonly Problem[];
}

/** Parties, people and unnamed sources; of two entries with one name the first is kept. */
export function whoIsIn(written: WrittenDossier): Who {
  const claims = new Claims(written);
  const parties = written.parties.filter((entry) => claims.claim(entry, namesOf(entry.value)));
  const people = written.people.filter((entry) => claims.claim(entry, namesOf(entry.value)));
  const unnamed = written.unnamed.filter((entry) =>
    claims.claim(entry, [entry.value.name, ...entry.value.called]),
  );
  const known = new Set(parties.map(({ value }) => value.id));
  const members = people.map(({ value, path }): Written<Person> => {
    if (value.party === undefined || known.has(value.party)) return { value, path };
    // A party that was left out was told of already.
    if (!written.ids.has(value.party)) {
      const values = { party: value.party, name: value.name, parties: [...known].join(', ') };
      const place = written.placeOf([...path, 'party']);
      const key = known.size === 0 ? 'dossier.noParties' : 'dossier.noParty';
      claims.problems.push({ place, message: { key, values } });
    }
    const { party: _, ...alone } = value;
    return { value: alone, path };
  });
  return { parties, people: members, unnamed, problems: claims.problems };
}

/** Of entries that can be asked for by name, those whose id and names no earlier one has. */
export function apart<
  T extends { readonly id: string; readonly name: string; readonly called: readonly string[] },
>(
  entries: readonly Written<T>[],
  written: WrittenDossier,
): { readonly kept: readonly Written<T>[]; readonly problems: readonly Problem[] } {
  const claims = new Claims(written);
  const kept = entries.filter((entry) => claims.claim(entry, [entry.value.name, ...entry.value.called]));
  return { kept, problems: claims.problems };
}

/** A name or an id that two entries claim would lead a question to the wrong one. */
class Claims {
  readonly problems: Problem[] = [];
  readonly #owners = new Map<string, string>();
  readonly #placeOf: WrittenDossier['placeOf'];

  constructor({ placeOf }: WrittenDossier) {
    this.#placeOf = placeOf;
  }

  /** Whether the entry may have its id and names; where not it has none of them. */
  claim(
    { value: { id, name }, path }: Written<{ id: string; name: string }>,
    names: readonly string[],
  ): boolean {
    const owner = ownerOf(path, name);
    const wanted: [key: string, shown: string, path: Path][] = [
      [`id ${id}`, id, [...path, 'id']],
      ...names.map((each): [string, string, Path] => [`name ${fold(each).text}`, each, path]),
    ];
    const taken = wanted.filter(([key]) => this.#owners.has(key));
    for (const [key, shown, where] of taken) {
      const values = { value: shown, owner, other: this.#owners.get(key) ?? '' };
      this.problems.push({ place: this.#placeOf(where), message: { key: 'dossier.shared', values } });
    }
    if (taken.length === 0) for (const [key] of wanted) this.#owners.set(key, owner);
    return taken.length === 0;
  }
}

/** `parties[2] "Ukraine"` */
export function ownerOf(path: Path, name: string): string {
  const [list, index] = path;
  return `${String(list)}[${Number(index) + 1}] "${name}"`;
}
