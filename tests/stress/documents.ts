// What hostile documents cost: each is read at one length and at twice that, by everything that reads documents, and none may
// take three times as long; and a keystroke among very many paragraphs has a bound. In CPU time, the least of five, since a busy
// machine says nothing of our work.
//   npm run stress:documents -- [--json] [--length 60000] [--only names]
import { parseArgs } from 'node:util';
import { type Collection, readCollection } from '../../src/corpus/files/collection.ts';
import type { Passage } from '../../src/corpus/passages.ts';
import { pageAround, pageBefore, pageFrom } from '../../src/discord/reading/pages.ts';
import { knownOf } from '../../src/importers/checks/checks.ts';
import { jointTextOf } from '../../src/joint/joint-text.ts';
import { type Library, libraryOf } from '../../src/library.ts';
import { defaultLimits, sizeReached } from '../../src/sources/limits.ts';
import {
  columnsOf,
  type Draft,
  faultOf,
  type OwnDocument,
  passagesOfOwn,
} from '../../src/sources/version.ts';
import { hostile } from '../hostile-documents.ts';
import { leastOf, processorWatch } from '../processor-time.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    length: { type: 'string', default: '60000' },
    only: { type: 'string' },
  },
});

/** Twice the length may take twice the time; sorting, and what a busy machine does to caches, a little more. */
const mostTimes = 3;
/** What is done in less is not told from chance, and hurts nobody. */
const leastMs = 50;
const repetitions = 5;

/** A document with all that is made of it before a stage begins, none of which is counted. */
interface Ready {
  readonly draft: Draft;
  readonly document: OwnDocument;
  readonly passages: readonly Passage[];
  readonly library: Library;
}

type Stage = (ready: Ready) => unknown;

const found = 'Trump said that a pact is a deal, and he did not say so again.';
const stages: Readonly<Record<string, Stage>> = {
  limits: ({ draft }) => sizeReached(draft, defaultLimits),
  approval: ({ draft }) => [faultOf(draft), columnsOf('hostile', draft)],
  'near duplicates': ({ document }) => knownOf([document]).near(document.text),
  opening: ({ library }) => library.prepare(),
  ask: ({ library }) => library.ask('Is there a pact deal?'),
  quote: ({ library }) => library.findQuote('a'),
  'quote twice': ({ library }) => library.findQuote('a a a a a a a a'),
  'typing a quotation': ({ library }) => library.suggest.quotations('trump'),
  'typing a citation': ({ library }) => library.suggest.passages('hostile 1'),
  'joint text': ({ document, passages }) =>
    jointTextOf({ ...document, kind: 'other', title: { value: 'Joint Statement', by: 'source' } }, passages),
  statements: ({ library, document }) => library.statementsOf(document),
  position: async ({ library }) => {
    const who = await library.positions.who('Trump');
    return who.found && library.positions.position(who.value);
  },
  check: ({ library, passages }) => library.check(passages[0]?.text.slice(0, 300) ?? found),
  'check of one word': ({ library, passages }) => library.check(passages[0]?.text.slice(0, 6) ?? found),
  'check of other words': ({ library }) => library.check(found),
  said: ({ library, passages }) =>
    Promise.all(passages.slice(0, 5).map((passage) => library.said(passage, { start: 0, end: 5 }))),
  pages: ({ passages }) => {
    const place = { paragraph: passages.length, offset: (passages.at(-1)?.text.length ?? 1) - 1 };
    const at = pageAround(passages, place);
    return [pageFrom(passages, at), pageBefore(passages, at)];
  },
};

const shipped = await readCollection('corpus');

function readyFor(text: string): Ready {
  // Labels are read in transcripts alone, and reporters in news.
  const kind = text.startsWith('MR. X:') ? 'transcript' : 'news';
  const metadata = { title: { value: 'Hostile', by: 'source' }, kind, language: 'en' } as const;
  const draft: Draft = { metadata, format: 'markdown', text };
  const document: OwnDocument = {
    ...{ ...metadata, ...draft, id: 'hostile', status: 'current', file: 'hostile.md', version: 1 },
  };
  const passages = passagesOfOwn(document);
  const collection: Collection = {
    ...shipped,
    documents: [...shipped.documents, document],
    passages: [...shipped.passages, ...passages],
  };
  return { draft, document, passages, library: libraryOf(collection) };
}

/** The least of some. Each begins anew, so that nothing is remembered. */
function cost(text: string, stage: Stage, times: number): Promise<number> {
  return leastOf(times, async () => {
    const ready = readyFor(text);
    // All other stages meet a library that is open.
    if (stage !== stages['opening']) await ready.library.prepare();
    return spent(ready, stage);
  });
}

async function spent<T>(ready: T, stage: (ready: T) => unknown): Promise<number> {
  const taken = processorWatch();
  await stage(ready);
  return taken();
}

interface Row {
  readonly document: string;
  readonly stage: string;
  readonly once: number;
  readonly twice: number;
  readonly grows: boolean;
}

/** Measures closely only what takes long the first time. */
async function measured(name: string, stage: string, ready: Ready): Promise<Row> {
  const [generate = String, run = () => undefined] = [hostile.get(name), stages[stage]];
  const first = await spent(ready, run);
  const row = { document: name, stage, once: 0, twice: first, grows: false };
  if (first < leastMs) return row;
  const once = await cost(generate(length), run, repetitions);
  const twice = Math.min(first, await cost(generate(2 * length), run, repetitions - 1));
  return { ...row, once, twice, grows: twice > Math.max(leastMs, mostTimes * once) };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const length = Number(values.length);
const rows: Row[] = [];
for (const [name, generate] of hostile) {
  if (values.only !== undefined && name !== values.only) continue;
  const ready = readyFor(generate(2 * length));
  for (const stage of Object.keys(stages)) {
    const row = await measured(name, stage, ready);
    rows.push(row);
    if (!values.json && row.twice >= leastMs)
      say(
        `${row.grows ? 'GROWS ' : ''}${name} × ${stage}: ${row.once.toFixed(0)} → ${row.twice.toFixed(0)} ms`,
      );
  }
}
/** What one keystroke may cost, and the paragraphs among which it may: the largest folder that we answer from at once. */
const mostTypingMs = 200;
const manyParagraphs = 20_000;

/** The dearest keystroke among many paragraphs, each with a letter that is read in two ways, and half of them with a quotation. */
async function typing(): Promise<number> {
  const paragraph =
    'He said: “We met at noon.” Nobody in Zürich had heard of that before.\n\nThe gate was shut in Köln.';
  const { library } = readyFor(Array.from({ length: manyParagraphs / 2 }, () => paragraph).join('\n\n'));
  await library.prepare();
  let most = 0;
  for (const typed of ['a', 'ü', 'we met', 'gate', 'et', 'zurich had', 'no such words']) {
    const times = [];
    for (let time = 0; time < repetitions; time += 1)
      times.push(await spent(library, ({ suggest }) => suggest.quotations(typed)));
    most = Math.max(most, Math.min(...times));
  }
  return most;
}

const keystroke = values.only === undefined ? await typing() : 0;
if (!values.json)
  say(`a keystroke among ${manyParagraphs} paragraphs: ${keystroke.toFixed(0)} of ${mostTypingMs} ms`);
const slow = rows.filter(({ grows }) => grows);
if (values.json) say(JSON.stringify({ length, rows, keystroke }));
else say(`${rows.length} cases, ${slow.length} grow faster than the document`);
process.exitCode = slow.length > 0 || keystroke > mostTypingMs ? 1 : 0;
