// Who is who in the talks: parties and people with every way of writing them, from dossier.yaml; search uses the names.
import { z } from 'zod';
import type { Problem } from '../errors.ts';
import type { MessageKey } from '../messages/messages.ts';
import { problemsOf, type Validated } from '../validation.ts';
import { idSchema, textSchema } from './document.ts';
import { fold } from './folding.ts';
import { parseYaml, type YamlData } from './yaml.ts';

const namedSchema = {
  id: idSchema,
  name: textSchema,
  /** Other ways of writing the name, in any script. */
  spellings: z.array(textSchema).default([]),
  /** What sources call it instead of its name: "the American side", "the Russian leader". */
  called: z.array(textSchema).default([]),
  /** What sources call the texts it speaks in: "the joint statement" said so. Search does not use them. */
  texts: z.array(textSchema).optional(),
};

const partySchema = z.strictObject(namedSchema);
const personSchema = z.strictObject({
  ...namedSchema,
  office: textSchema.optional(),
  party: idSchema.optional(),
});

const dossierSchema = z.strictObject({
  parties: z.array(partySchema).default([]),
  people: z.array(personSchema).default([]),
  /** Words and phrases that may stand for one another in questions. */
  synonyms: z.array(z.array(textSchema).min(2)).default([]),
});

export type Party = z.infer<typeof partySchema>;
export type Person = z.infer<typeof personSchema>;

export interface Dossier {
  readonly parties: readonly Party[];
  readonly people: readonly Person[];
  readonly synonyms: readonly (readonly string[])[];
}

export const emptyDossier: Dossier = { parties: [], people: [], synonyms: [] };

const wanted: Record<string, MessageKey> = {
  id: 'wanted.id',
  party: 'wanted.party',
  spellings: 'wanted.list',
  called: 'wanted.list',
  texts: 'wanted.list',
  synonyms: 'wanted.synonyms',
  parties: 'wanted.parties',
  people: 'wanted.people',
};

/** Reads and checks a dossier. */
export function readDossier(source: string, file: string): Dossier | Problem[] {
  const yaml = parseYaml(source, file, 1, 'area.dossier');
  if ('message' in yaml) return [yaml];
  const checked = dossierSchema.safeParse(yaml.data);
  if (!checked.success) {
    const validated: Validated = {
      placeOf: yaml.placeOf,
      wanted: (path) =>
        path.length === 0
          ? 'wanted.dossier'
          : (wanted[String(path.findLast((key) => typeof key === 'string'))] ?? 'wanted.text'),
      known: ([list]) => Object.keys(fieldsOf(list)),
      area: 'area.dossier',
    };
    return problemsOf(checked.error, yaml.data, validated);
  }
  const problems = [...unknownParties(checked.data, yaml), ...sharedNames(checked.data, yaml)];
  return problems.length > 0 ? problems : checked.data;
}

function fieldsOf(list: PropertyKey | undefined): object {
  if (list === 'people') return personSchema.shape;
  return list === 'parties' ? partySchema.shape : dossierSchema.shape;
}

function unknownParties(dossier: Dossier, yaml: YamlData): Problem[] {
  const parties = new Set(dossier.parties.map((party) => party.id));
  return dossier.people.flatMap(({ party, name }, index): Problem[] => {
    if (party === undefined || parties.has(party)) return [];
    const values = { party, name, parties: [...parties].join(', ') };
    return [{ place: yaml.placeOf(['people', index, 'party']), message: { key: 'dossier.noParty', values } }];
  });
}

/** A name or an id that two entries claim would lead a question to the wrong one. */
function sharedNames(dossier: Dossier, yaml: YamlData): Problem[] {
  const problems: Problem[] = [];
  const owners = new Map<string, string>();
  const claim = (key: string, shown: string, owner: string, path: readonly PropertyKey[]): void => {
    const other = owners.get(key);
    if (other !== undefined && other !== owner) {
      const values = { value: shown, owner, other };
      problems.push({ place: yaml.placeOf(path), message: { key: 'dossier.shared', values } });
    } else owners.set(key, owner);
  };
  for (const list of ['parties', 'people'] as const) {
    for (const [index, entry] of dossier[list].entries()) {
      const owner = `${list}[${index + 1}] "${entry.name}"`;
      claim(`id ${entry.id}`, entry.id, owner, [list, index, 'id']);
      for (const name of namesOf(entry)) claim(fold(name).text, name, owner, [list, index]);
    }
  }
  return problems;
}

/** Every way of writing a party or a person, the name first. */
export function namesOf(entry: Party | Person): readonly string[] {
  return [entry.name, ...entry.spellings, ...entry.called];
}
