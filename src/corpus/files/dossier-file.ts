// dossier.yaml as it is written: its fields, checked one entry at a time, so that a wrong one hides no other.
import { z } from 'zod';
import type { Place, Problem } from '../../common/errors.ts';
import { problemsOf, type Validated } from '../../common/validation.ts';
import type { MessageKey } from '../../messages/messages.ts';
import { stances, tellings } from '../dossier.ts';
import { idSchema, textSchema } from '../text/texts.ts';
import { parseYaml } from './yaml.ts';

const texts = z.array(textSchema).default([]);
const named = {
  id: idSchema,
  name: textSchema,
  spellings: texts,
  called: texts,
  texts: z.array(textSchema).optional(),
  related: z.array(textSchema).optional(),
};
const cited = { cite: textSchema, words: textSchema };
const view = {
  ...cited,
  who: idSchema,
  as: z.enum(tellings),
  teller: idSchema.optional(),
  hedge: textSchema.optional(),
};

const citedSchema = z.strictObject(cited);
const viewSchema = z.strictObject(view);
const stanceSchema = z.strictObject({ ...view, stance: z.enum(stances) });
const signatorySchema = z.strictObject({ ...cited, who: idSchema });
const sectionSchema = z.strictObject({
  id: idSchema,
  name: textSchema,
  parts: z.array(citedSchema).min(1),
});

const partySchema = z.strictObject({
  ...named,
  capital: textSchema.optional(),
});
const personSchema = z.strictObject({
  ...named,
  office: textSchema.optional(),
  party: idSchema.optional(),
});
const unnamedSchema = z.strictObject({ id: idSchema, name: textSchema, called: texts });
const proposalSchema = z.strictObject({
  id: idSchema,
  name: textSchema,
  called: texts,
  what: z.array(citedSchema).min(1),
  by: z.array(viewSchema).default([]),
  stances: z.array(stanceSchema).default([]),
  passages: texts,
  queries: texts,
});
const statementSchema = z.strictObject({
  id: idSchema,
  name: textSchema,
  called: texts,
  document: idSchema,
  complete: z.enum(['true', 'false']).transform((value) => value === 'true'),
  party: idSchema.optional(),
  issued: z.array(signatorySchema).default([]),
  signed: z.array(signatorySchema).default([]),
  sections: z.array(sectionSchema).default([]),
});

/** Words and phrases that may stand for one another in questions. */
export const synonymsSchema = z.array(textSchema).min(2);

const listSchemas = {
  parties: partySchema,
  people: personSchema,
  unnamed: unnamedSchema,
  proposals: proposalSchema,
  statements: statementSchema,
  synonyms: synonymsSchema,
};
type ListName = keyof typeof listSchemas;

/** Where something stands in the file's data: `['people', 2, 'party']`. */
export type Path = readonly PropertyKey[];

/** An entry as written, and where. */
export interface Written<T> {
  readonly value: T;
  readonly path: Path;
}

export type WrittenView = z.infer<typeof viewSchema>;
export type WrittenCited = z.infer<typeof citedSchema>;
export type WrittenSection = z.infer<typeof sectionSchema>;
export type WrittenProposal = z.infer<typeof proposalSchema>;
export type WrittenStatement = z.infer<typeof statementSchema>;

type Lists = { readonly [Name in ListName]: readonly Written<z.infer<(typeof listSchemas)[Name]>>[] };

/** The entries that are right by themselves; what they say of documents and of one another is not looked at yet. */
export interface WrittenDossier extends Lists {
  readonly placeOf: (path: Path) => Place;
  /** The ids of all entries as they are written, those included that are wrong in some other respect. */
  readonly ids: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

/** Every field that holds a list of maps, by its name; the lists at the top included. */
const schemas: Readonly<Record<string, { readonly shape: object }>> = {
  parties: partySchema,
  people: personSchema,
  unnamed: unnamedSchema,
  proposals: proposalSchema,
  statements: statementSchema,
  what: citedSchema,
  by: viewSchema,
  stances: stanceSchema,
  issued: signatorySchema,
  signed: signatorySchema,
  sections: sectionSchema,
  parts: citedSchema,
};

const wanted: Record<string, MessageKey> = {
  id: 'wanted.id',
  who: 'wanted.who',
  teller: 'wanted.who',
  party: 'wanted.party',
  document: 'wanted.document',
  spellings: 'wanted.list',
  called: 'wanted.list',
  related: 'wanted.list',
  texts: 'wanted.list',
  queries: 'wanted.list',
  passages: 'wanted.citations',
  cite: 'wanted.citation',
  words: 'wanted.citedWords',
  as: 'wanted.telling',
  stance: 'wanted.stance',
  complete: 'wanted.strict',
  what: 'wanted.cited',
  parts: 'wanted.cited',
  by: 'wanted.views',
  stances: 'wanted.views',
  issued: 'wanted.signatories',
  signed: 'wanted.signatories',
  sections: 'wanted.sections',
  synonyms: 'wanted.synonyms',
  parties: 'wanted.parties',
  people: 'wanted.people',
  unnamed: 'wanted.unnamed',
  proposals: 'wanted.proposals',
  statements: 'wanted.jointStatements',
};

/** Reads a dossier's file. What is wrong with an entry leaves out that entry; a file that is no YAML is one problem. */
export function readWritten(source: string, file: string): WrittenDossier | Problem {
  const yaml = parseYaml(source, file, 1, 'area.dossier');
  if ('message' in yaml) return yaml;
  const { data, placeOf } = yaml;
  const validated: Validated = {
    placeOf,
    wanted: (path) =>
      path.length === 0 ? 'wanted.dossier' : (wanted[String(path.findLast(isName))] ?? 'wanted.text'),
    known: (path) => Object.keys(schemas[String(path.findLast(isName))]?.shape ?? listSchemas),
    area: 'area.dossier',
  };
  const problems: Problem[] = [];
  const outer = z
    .strictObject(Object.fromEntries(Object.keys(listSchemas).map((name) => [name, anyList])))
    .safeParse(data);
  if (!outer.success) problems.push(...problemsOf(outer.error, data, validated));

  const list = <T>(name: ListName, schema: z.ZodType<T>): Written<T>[] =>
    entriesOf(data, name).flatMap((entry, index): Written<T>[] => {
      const path = [name, index];
      const checked = schema.safeParse(entry);
      if (checked.success) return [{ value: checked.data, path }];
      const issues = checked.error.issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] }));
      problems.push(...problemsOf(new z.ZodError(issues), data, validated));
      return [];
    });
  const lists: Lists = {
    parties: list('parties', partySchema),
    people: list('people', personSchema),
    unnamed: list('unnamed', unnamedSchema),
    proposals: list('proposals', proposalSchema),
    statements: list('statements', statementSchema),
    synonyms: list('synonyms', listSchemas.synonyms),
  };
  return { ...lists, placeOf, problems, ids: idsIn(data) };
}

const anyList = z.array(z.unknown()).optional();
const anyEntry = z.looseObject({ id: z.string() });

function isName(key: PropertyKey): boolean {
  return typeof key === 'string';
}

function entriesOf(data: unknown, name: ListName): readonly unknown[] {
  if (typeof data !== 'object' || data === null) return [];
  return anyList.safeParse(Reflect.get(data, name)).data ?? [];
}

function idsIn(data: unknown): Set<string> {
  const entries = (['parties', 'people', 'unnamed'] as const).flatMap((name) => entriesOf(data, name));
  return new Set(entries.flatMap((entry) => anyEntry.safeParse(entry).data?.id ?? []));
}
