// npm run eval:sample -- DATA [--second | --third | --fourth] [--show-errors]: the sixty people (or a later sample's twenty) against what was marked by hand
// (README.md); DATA holds `scale` and `attribution`.
import { Console } from 'node:console';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Document } from '../../../src/corpus/document.ts';
import { emptyDossier } from '../../../src/corpus/dossier.ts';
import { readLine } from '../../../src/corpus/files/json-lines.ts';
import { passagesOf } from '../../../src/corpus/passages.ts';
import { type Library, libraryOf } from '../../../src/library.ts';
import type { Item } from '../../../src/positions/item.ts';
import type { Who } from '../../../src/positions/who.ts';

const personSchema = z.object({
  docId: z.string(),
  from: z.enum(['news', 'briefing', 'address']),
  name: z.string(),
  forms: z.array(z.string()),
  office: z.object({ text: z.string(), paragraph: z.number() }).nullable(),
  statements: z.array(
    z.object({
      paragraph: z.number(),
      begins: z.string(),
      quoted: z.boolean(),
      doubtful: z.boolean().optional(),
    }),
  ),
  whole: z.boolean(),
  typed: z.array(z.string()).optional(),
});
type Person = z.infer<typeof personSchema>;

const files = {
  news: 'attribution/polnear-train-docs.jsonl.gz',
  briefing: 'scale/press-briefings.jsonl.gz',
  address: 'scale/addresses.jsonl.gz',
} as const;

const { log } = new Console(process.stdout);
const {
  positionals: [data = ''],
  values,
} = parseArgs({
  allowPositionals: true,
  options: {
    'show-errors': { type: 'boolean', default: false },
    second: { type: 'boolean', default: false },
    third: { type: 'boolean', default: false },
    fourth: { type: 'boolean', default: false },
  },
});

const folder = values.fourth ? 'fourth' : values.third ? 'third' : values.second ? 'second' : '.';
const sample = readFileSync(join(import.meta.dirname, folder, 'sample.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => personSchema.parse(JSON.parse(line)));

/** Each document as a collection of its own, without a dossier. */
function librariesOf(from: keyof typeof files): Map<string, Library> {
  const wanted = new Set(sample.filter((one) => one.from === from).map(({ docId }) => docId));
  const found = new Map<string, Library>();
  for (const line of gunzipSync(readFileSync(join(data, files[from])))
    .toString('utf8')
    .split('\n')) {
    const id = /^\{"docId": "([^"]+)"/u.exec(line)?.[1];
    if (id === undefined || !wanted.has(id)) continue;
    const document: Document | unknown[] = readLine(line, { file: from });
    if (Array.isArray(document)) throw new Error(`${id} cannot be read`);
    const passages = passagesOf(document as Document, { headings: false });
    found.set(
      id,
      libraryOf({ documents: [document as Document], passages, dossier: emptyDossier, problems: [] }),
    );
  }
  return found;
}

const figures = { forms: [0, 0], typed: [0, 0], found: [0, 0], theirs: [0, 0] } as Record<
  string,
  [number, number]
>;
const errors: string[] = [];
const count = (figure: keyof typeof figures, isRight: boolean, told: string): void => {
  const counted = figures[figure];
  if (!counted) return;
  counted[0] += Number(isRight);
  counted[1] += 1;
  if (!isRight) errors.push(`${figure}: ${told}`);
};

const lastOf = (name: string): string => name.toLowerCase().split(/\s+/u).at(-1) ?? '';

async function meantBy(library: Library, person: Person): Promise<Who | undefined> {
  for (const form of [person.name, ...person.forms]) {
    const meant = await library.positions.who(form);
    if (meant.found) return meant.value;
  }
  return undefined;
}

async function measure(person: Person, library: Library): Promise<void> {
  const { name, forms, typed = [], docId } = person;
  const who = await meantBy(library, person);
  const isTheirs = who?.name.toLowerCase().includes(lastOf(name)) === true;
  for (const [figure, all] of [
    ['forms', forms],
    ['typed', typed],
  ] as const) {
    for (const form of all) {
      const meant = await library.positions.who(form);
      count(figure, isTheirs && meant.found && meant.value.id === who?.id, `${form} (${name}, ${docId})`);
    }
  }
  const items = who && isTheirs ? (await library.positions.position(who)).items.filter(isSpeech) : [];
  const shown = new Map(items.map((item) => [item.passage.paragraph, item]));
  const sure = person.statements.filter(({ doubtful, paragraph }) => !doubtful && paragraph > 0);
  for (const { paragraph, begins } of sure)
    count('found', shown.has(paragraph), `${name} ¶${paragraph} “${begins}” ${docId}`);
  const marked = new Map(person.statements.map(({ paragraph, doubtful }) => [paragraph, doubtful === true]));
  for (const [paragraph, item] of shown) {
    const isDoubtful = marked.get(paragraph) ?? !person.whole;
    if (isDoubtful) continue;
    count(
      'theirs',
      marked.has(paragraph),
      `${name} ¶${paragraph} ${docId}: ${item.passage.text.slice(item.start, item.start + 90)}`,
    );
  }
}

function isSpeech({ kind }: Item): boolean {
  return kind === 'own-words' || kind === 'partly' || kind === 'reported';
}

for (const from of ['news', 'briefing', 'address'] as const) {
  const libraries = librariesOf(from);
  for (const person of sample.filter((one) => one.from === from)) {
    const library = libraries.get(person.docId);
    if (!library) throw new Error(`${person.docId} is not in ${files[from]}`);
    await measure(person, library);
  }
  log(
    from,
    Object.entries(figures)
      .map(([name, [right, all]]) => `${name} ${right} of ${all}`)
      .join(' · '),
    '(so far)',
  );
}
for (const [name, [right, all]] of Object.entries(figures))
  log(`${name}: ${right} of ${all}, ${(right / all).toFixed(3)}`);
if (values['show-errors']) for (const error of errors) log(error);
