// Draws what people are measured on, by a printed seed: first sixty documents, then, of those whom a reader found in them
// (candidates.json), sixty people. The sample was marked by hand afterwards; see README.md.
//   node tests/eval/people/draw.ts documents DATA-FOLDER [SEED]
//   node tests/eval/people/draw.ts people [SEED]
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { Chance } from '../chance.ts';

const usualSeed = 1_717;
const ofEach = 20;
/** People from news, and as many from talk written down. */
const half = 30;
const mostOfOneDocument = 2;
/** Of a half: hardly anyone in a news article speaks in more than ten paragraphs, so talk makes up for it. */
const mostWithMany = 20;

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
  const talk = linesIn(join(folder, 'scale/press-briefings.jsonl.gz'), textSchema).filter(isTalk);
  const addresses = linesIn(join(folder, 'scale/addresses.jsonl.gz'), textSchema);
  const news = linesIn(join(folder, 'attribution/polnear-train-docs.jsonl.gz'), textSchema);
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
    briefing: [...idsOf(several, 12), ...idsOf(alone, 8)],
    address: idsOf(
      addresses.filter(({ text }) => isFit(text)),
      ofEach,
    ),
    news: idsOf(
      news.filter(({ docId }) => (sources.get(docId)?.size ?? 0) >= 3),
      ofEach,
    ),
  };
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
  for (const isNews of [true, false]) {
    const group = candidates.filter(({ from }) => (from === 'news') === isNews);
    const before = taken.length;
    take(
      group.filter(({ many }) => many),
      mostWithMany,
    );
    take(
      group.filter(({ many }) => !many),
      half - (taken.length - before),
    );
  }
  return taken;
}

const [what = '', ...rest] = process.argv.slice(2);
const seed = Number(rest.at(what === 'people' ? 0 : 1) ?? usualSeed);
if (what === 'documents' && rest[0] !== undefined) {
  console.log(JSON.stringify({ seed, ...documentsOf(rest[0], seed) }, undefined, 2));
} else if (what === 'people') {
  const file = join(import.meta.dirname, 'candidates.json');
  const candidates = z.array(candidateSchema).parse(JSON.parse(readFileSync(file, 'utf8')));
  console.log(`seed ${seed}`);
  for (const one of peopleOf(candidates, seed)) console.log(JSON.stringify(one));
} else {
  console.error('Say documents DATA-FOLDER [SEED], or people [SEED].');
  process.exitCode = 1;
}
