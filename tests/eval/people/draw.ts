// Draws what people are measured on, by a printed seed: first sixty documents, then, of those whom a reader found in them
// (candidates.json), sixty people. The sample was marked by hand afterwards; see README.md.
//   node tests/eval/people/draw.ts documents DATA-FOLDER [SEED] [--second | --third | --fourth]
//   node tests/eval/people/draw.ts people [SEED] [--second | --third | --fourth]
// With --second, --third or --fourth a later sample, a third of the size, of documents that none before it uses.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { Chance } from '../chance.ts';

const sizes = {
  first: {
    folder: '.',
    seed: 1_717,
    documents: { news: 20, briefing: 20, address: 20 },
    /** Briefings with several labels; the others have one. */
    several: 12,
    people: { news: 30, talk: 30 },
    /** Of either: hardly anyone in a news article speaks in more than ten paragraphs, so talk makes up for it. */
    mostWithMany: 20,
  },
  second: {
    folder: 'second',
    seed: 4_242,
    documents: { news: 7, briefing: 7, address: 7 },
    several: 4,
    people: { news: 10, talk: 10 },
    mostWithMany: 6,
  },
  third: {
    folder: 'third',
    seed: 8_181,
    documents: { news: 10, briefing: 6, address: 6 },
    several: 4,
    people: { news: 12, talk: 8 },
    mostWithMany: 5,
  },
  fourth: {
    folder: 'fourth',
    seed: 6_061,
    documents: { news: 10, briefing: 6, address: 6 },
    several: 4,
    people: { news: 12, talk: 8 },
    mostWithMany: 5,
  },
};
const mostOfOneDocument = 2;

const textSchema = z.object({
  docId: z.string(),
  title: z.string().default(''),
  section: z.string().optional(),
  text: z.string(),
});
type Text = z.infer<typeof textSchema>;

const quoteSchema = z.object({
  docId: z.string(),
  sourceText: z.string().nullable(),
  sourceType: z.string().nullable(),
});

const froms = ['news', 'briefing', 'address'] as const;

const candidateSchema = z.object({
  docId: z.string(),
  from: z.enum(froms),
  name: z.string(),
  /** More than ten paragraphs hold words of theirs. */
  many: z.boolean(),
});
type Candidate = z.infer<typeof candidateSchema>;

/** Talk that is written down names its speakers on lines of their own; a person's label, not a reporter's `Q`. */
const label = /^(\p{Lu}[\p{Lu} .'’-]{2,40})(?: \([^()\n]*\))?:/gmu;
/** What a reader gets through with care. */
const longest = 25_000;
/** Shorter ones only announce a talk. */
const shortest = 2_000;

function labelsOf(text: string): number {
  return new Set([...text.matchAll(label)].map(([, name]) => name)).size;
}

function isTalk({ section, text }: Text): boolean {
  if (!['press-briefings', 'speeches-remarks', 'remarks'].includes(section ?? '')) return false;
  return isFit(text) && labelsOf(text) > 0;
}

function isFit(text: string): boolean {
  return text.length >= shortest && text.length <= longest;
}

/** `count` of a list in the order in which chance takes them. */
function drawn<T>(list: readonly T[], count: number, chance: Chance): T[] {
  const left = [...list];
  return Array.from({ length: Math.min(count, left.length) }, () =>
    left.splice(chance.between(0, left.length), 1),
  ).flat();
}

function linesIn<T>(file: string, schema: z.ZodType<T>): T[] {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => schema.parse(JSON.parse(line)));
}

function documentsOf(folder: string, seed: number): Record<(typeof froms)[number], string[]> {
  const chance = new Chance(seed);
  const textsIn = (file: string) =>
    linesIn(join(folder, file), textSchema).filter(({ docId }) => !used.has(docId));
  const talk = textsIn('scale/press-briefings.jsonl.gz').filter(isTalk);
  const addresses = textsIn('scale/addresses.jsonl.gz');
  const news = textsIn('attribution/polnear-train-docs.jsonl.gz');
  const sources = new Map<string, Set<string>>();
  for (const { docId, sourceText, sourceType } of linesIn(
    join(folder, 'attribution/polnear-train-quotes.jsonl.gz'),
    quoteSchema,
  )) {
    // "Mrs. Clinton" and "Clinton" are one.
    const name = sourceText?.split(' ').at(-1);
    if (sourceType !== 'named' || name === undefined) continue;
    sources.set(docId, (sources.get(docId) ?? new Set()).add(name));
  }
  const idsOf = (texts: readonly Text[], count: number) =>
    drawn(texts, count, chance).map(({ docId }) => docId);
  const several = talk.filter(({ text }) => labelsOf(text) > 1);
  const alone = talk.filter(({ text }) => labelsOf(text) === 1);
  return {
    briefing: [...idsOf(several, size.several), ...idsOf(alone, size.documents.briefing - size.several)],
    address: idsOf(
      addresses.filter(({ text }) => isFit(text)),
      size.documents.address,
    ),
    news: idsOf(
      news.filter(({ docId }) => (sources.get(docId)?.size ?? 0) >= 3),
      size.documents.news,
    ),
  };
}

function documentsIn(folder: string): string[] {
  const file = join(import.meta.dirname, folder, 'documents.json');
  return Object.values(JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>)
    .flat()
    .filter((id) => typeof id === 'string');
}

/** At least half of them with ten statements or fewer. */
function peopleOf(candidates: readonly Candidate[], seed: number): Candidate[] {
  const chance = new Chance(seed);
  const taken: Candidate[] = [];
  const take = (from: readonly Candidate[], count: number) => {
    let open = count;
    for (const one of drawn(from, from.length, chance)) {
      if (open === 0) return;
      if (taken.filter(({ docId }) => docId === one.docId).length >= mostOfOneDocument) continue;
      taken.push(one);
      open -= 1;
    }
  };
  for (const half of ['news', 'talk'] as const) {
    const group = candidates.filter(({ from }) => (from === 'news') === (half === 'news'));
    const before = taken.length;
    take(
      group.filter(({ many }) => many),
      size.mostWithMany,
    );
    take(
      group.filter(({ many }) => !many),
      size.people[half] - (taken.length - before),
    );
  }
  return taken;
}

const {
  positionals: [what = '', ...rest],
  values,
} = parseArgs({
  allowPositionals: true,
  options: {
    second: { type: 'boolean', default: false },
    third: { type: 'boolean', default: false },
    fourth: { type: 'boolean', default: false },
  },
});
const which = values.fourth ? 'fourth' : values.third ? 'third' : values.second ? 'second' : 'first';
const size = sizes[which];
const earlier = { first: [], second: ['.'], third: ['.', 'second'], fourth: ['.', 'second', 'third'] }[which];
const used = new Set(earlier.flatMap(documentsIn));
const seed = Number(rest.at(what === 'people' ? 0 : 1) ?? size.seed);
if (what === 'documents' && rest[0] !== undefined) {
  console.log(JSON.stringify({ seed, ...documentsOf(rest[0], seed) }, undefined, 2));
} else if (what === 'people') {
  const file = join(import.meta.dirname, size.folder, 'candidates.json');
  const candidates = z.array(candidateSchema).parse(JSON.parse(readFileSync(file, 'utf8')));
  console.log(`seed ${seed}`);
  for (const one of peopleOf(candidates, seed)) console.log(JSON.stringify(one));
} else {
  console.error(
    'Say documents DATA-FOLDER [SEED], or people [SEED], and --second, --third or --fourth for a later sample.',
  );
  process.exitCode = 1;
}
