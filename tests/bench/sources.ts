// npm run bench:sources [-- --json]: 1,000 servers with 50 documents each on one process, beside a shared corpus of 20,000 paragraphs:
// what is held in memory, how long a question takes (by words alone, before the reader) in a busy server while quiet ones are asked now
// and then, and how soon an approved document is found by another process, which hears of it through the store alone.
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Document } from '../../src/corpus/document.ts';
import { type Collection, readCollection } from '../../src/corpus/files/collection.ts';
import { passagesOf } from '../../src/corpus/passages.ts';
import { type Libraries, openLibraries } from '../../src/libraries.ts';
import { libraryOf } from '../../src/library.ts';
import { addDocument } from '../../src/sources/add.ts';
import { changesSince, watchSources } from '../../src/sources/feed.ts';
import { defaultLimits } from '../../src/sources/limits.ts';
import { columnsOf, type Draft, hashesOf } from '../../src/sources/version.ts';
import { openStore } from '../../src/store/store.ts';
import type { Database } from '../../src/store/tables.ts';
import { processorWatch } from '../processor-time.ts';

const servers = 1_000;
const documents = 50;
/** A communiqué: about 5,000 characters. */
const paragraphs = 11;
const busy = 20;
/** Questions a second in the busy servers together, and in all quiet ones; for so long. */
const [busyRate, quietRate, seconds] = [20, 0.5, 40];
const additions = 10;
/** Busy servers of which all is asked. */
const allAsked = 5;

/** In paragraphs, and so many of them in a document. */
const [sharedSize, sharedDocument] = [20_000, 50];

const shipped = await readCollection('corpus');
const sentences = [...shipped.passages, ...(await invented())].flatMap(({ text }) =>
  text.split(/(?<=\.)\s+/),
);
const golden = (await readFile('tests/golden/questions.jsonl', 'utf8')).trim().split('\n');
const questions = golden.map((line): string => JSON.parse(line).question);

/** The same numbers at every run (mulberry32). */
let state = 7;
function random(): number {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}
const pick = (count: number): number => Math.floor(random() * count);

/** Paragraphs of the invented talks in English that the reader is trained with: so many words are in no handful of sentences. */
async function invented(): Promise<{ text: string }[]> {
  const packed = await readFile('training/data/rooms.jsonl.gz');
  const rooms = gunzipSync(packed).toString().trim().split('\n');
  return rooms.flatMap((line) => {
    const { lang, passages } = z
      .object({ lang: z.string(), passages: z.array(z.object({ text: z.string() })) })
      .parse(JSON.parse(line));
    return lang === 'en' ? passages : [];
  });
}

/** Three sentences, and a mark by which the paragraph differs from others. */
function sentencesFrom(at: number, mark: string): string {
  const words = [0, 1, 2].map((next) => sentences[(at + next * 7) % sentences.length]).join(' ');
  return `${words} (${mark})`;
}

function draftOf(server: number, document: number): Draft {
  const paragraph = (_: unknown, index: number): string =>
    sentencesFrom(server * 13 + document * 131 + index * 17, `${server}-${document}-${index}`);
  const title = { value: `Communiqué ${document} of server ${server}`, by: 'source' } as const;
  const text = Array.from({ length: paragraphs }, paragraph).join('\n\n');
  return { metadata: { title, kind: 'statement', language: 'en' }, format: 'markdown', text };
}

/** The shipped documents and others, made of their sentences. */
function sharedCollection(): Collection {
  const texts = Array.from({ length: sharedSize / sharedDocument }, (_, document) =>
    Array.from({ length: sharedDocument }, (__, at) =>
      sentencesFrom(document * 61 + at * 19, `s${document}-${at}`),
    ),
  );
  const made = texts.map((paragraphs, at): Document => {
    const title = { value: `Readout ${at}`, by: 'source' } as const;
    const id = `readout-${at}`;
    const about = { id, file: `${id}.md`, kind: 'readout', language: 'en', status: 'current' } as const;
    return { ...about, title, text: paragraphs.join('\n\n') };
  });
  return {
    ...shipped,
    documents: [...shipped.documents, ...made],
    passages: [...shipped.passages, ...made.flatMap((document) => passagesOf(document, { headings: false }))],
  };
}

/** All documents of a server in one transaction, as 50 approvals would have left them. */
async function fill(database: Database, server: number): Promise<void> {
  const guild = `server-${server}`;
  const by = { created_by: 'mia', created_at: 0 };
  await database.transaction().execute(async (change) => {
    await change
      .insertInto('guilds')
      .values({ id: guild, revision: server + 1, left_at: null })
      .execute();
    for (let document = 0; document < documents; document += 1) {
      const id = `communique-${document}`;
      const columns = columnsOf(id, draftOf(server, document));
      const row = { guild, id, state: 'current', version: 1, characters: columns.characters } as const;
      const changed = {
        reason: null,
        changed_by: 'mia',
        changed_at: 0,
        added: server * documents + document,
        paragraphs: hashesOf(columns).length,
        kept: columns.characters,
      };
      await change
        .insertInto('documents')
        .values({ ...row, ...changed })
        .execute();
      await change
        .insertInto('versions')
        .values({ ...columns, ...by, guild, document: id, version: 1, reason: null })
        .execute();
    }
  });
}

/** It grows no faster while other programs have the processors. */
const processorMs = processorWatch();

/** Asks at the times when questions come, whether or not the one before is answered; milliseconds from then on. */
async function load(libraries: Libraries): Promise<{ times: number[]; processor: number[] }> {
  const began = performance.now();
  const times: number[] = [];
  const processor: number[] = [];
  const ask = async (server: number, due: number, isBusy: boolean): Promise<void> => {
    const before = processorMs();
    const library = await libraries.of(`server-${server}`);
    await library.ask(questions[pick(questions.length)] ?? '');
    if (!isBusy) return;
    times.push(performance.now() - due);
    processor.push(processorMs() - before);
  };
  const all: Promise<void>[] = [];
  const stream = async (rate: number, server: () => number, isBusy: boolean): Promise<void> => {
    let due = began;
    for (;;) {
      // Questions come as they like: the time between two of them is exponential.
      due -= (Math.log(1 - random()) / rate) * 1_000;
      if (due > began + seconds * 1_000) return;
      await delay(Math.max(0, due - performance.now()));
      all.push(ask(server(), due, isBusy));
    }
  };
  await Promise.all([
    stream(busyRate, () => pick(busy), true),
    stream(quietRate, () => busy + pick(servers - busy), false),
  ]);
  await Promise.all(all);
  return { times: times.sort((a, b) => a - b), processor: processor.sort((a, b) => a - b) };
}

/** From the approval, which another process acknowledges, until a question is answered from the document. */
async function searchable(database: Database, libraries: Libraries, turn: number): Promise<number> {
  const guild = `server-${turn}`;
  const word = `glimmerfold${turn}`;
  const text = `The ${word} commission has seven members.`;
  const draft: Draft = { ...draftOf(0, 0), text };
  const rules = { limits: { ...defaultLimits, hourly: 1_000 }, reserved: new Set<string>() };
  const added = await addDocument(database, { guild, by: 'mia', at: Date.now() }, { id: word, draft }, rules);
  if (!added.ok) throw new Error(added.reason);
  const began = performance.now();
  for (;;) {
    const answer = await (await libraries.of(guild)).ask(`How many members has the ${word} commission?`);
    if (answer.outcome === 'answer' && answer.citations[0]?.passage.document.id === word) break;
    await delay(5);
  }
  return performance.now() - began;
}

/** How late a timer is in a thread that does nothing else, in milliseconds: what the machine itself does to every time here. */
function startLateness(): { readonly p99: () => Promise<number> } {
  const code = `const { parentPort } = require('node:worker_threads');
    const late = [];
    let due = performance.now() + 10;
    const timer = setInterval(() => { late.push(performance.now() - due); due = performance.now() + 10; }, 10);
    parentPort.once('message', () => { clearInterval(timer); late.sort((a, b) => a - b);
      parentPort.postMessage(late[Math.ceil(late.length * 0.99) - 1]); });`;
  const worker = new Worker(code, { eval: true });
  return {
    p99: async () => {
      const told = once(worker, 'message');
      worker.postMessage('end');
      const [late] = await told;
      await worker.terminate();
      return Number(Number(late).toFixed(1));
    },
  };
}

/** Bytes of the heap and beside it, after what nobody holds is gone: what only another thing of that kind held goes a round later. */
function held(): number {
  for (let round = 0; round < 3; round += 1) globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** What the libraries of some busy servers take beyond that for each character, when everything is asked of them. */
async function moreAsked(libraries: Libraries): Promise<number> {
  const before = held();
  let characters = 0;
  for (let server = 0; server < allAsked; server += 1) {
    const library = await libraries.of(`server-${server}`);
    const own = library.documents.filter(({ id }) => id.startsWith('communique-'));
    characters += own.reduce((sum, { text }) => sum + text.length, 0);
    await library.findQuote('the talks');
    await library.check('The talks will go on until all have agreed to a just peace.', { speaker: 'Rutte' });
    await library.positions.who('Rutte');
    await library.suggest.passages('communi');
  }
  return (held() - before) / characters;
}

const folder = await mkdtemp(join(tmpdir(), 'communique-bench-'));
const store = await openStore({ file: join(folder, 'store.sqlite'), url: undefined });
try {
  const { database } = store;
  for (let server = 0; server < servers; server += 1) await fill(database, server);
  await database.insertInto('counters').values({ name: 'revision', value: servers }).execute();
  const shared = libraryOf(sharedCollection());
  await shared.prepare();
  const beforeServers = held();
  const libraries = openLibraries({ shared: () => shared, database });
  const before = await changesSince(database, 0);
  libraries.changed(before);
  // The busy servers are asked before, as they are all day.
  for (let server = 0; server < busy; server += 1)
    await (await libraries.of(`server-${server}`)).ask(questions[0] ?? '');
  const serverBytes = (held() - beforeServers) / libraries.held().characters;
  const allBytes = serverBytes + (await moreAsked(libraries));
  const lateness = startLateness();
  const { times, processor } = await load(libraries);
  const machineP99Ms = await lateness.p99();
  const ending = new AbortController();
  const onError = (error: unknown): never => {
    throw error;
  };
  const onChange = libraries.changed.bind(libraries);
  const watching = watchSources(database, { from: before.revision, onChange, onError }, ending.signal);
  const waits: number[] = [];
  for (let turn = 0; turn < additions; turn += 1) waits.push(await searchable(database, libraries, turn));
  ending.abort();
  await watching;
  const heapMB = Math.round(held() / 1024 / 1024);
  const at = (part: number, all = times): number =>
    Number((all[Math.ceil(all.length * part) - 1] ?? 0).toFixed(1));
  const result = {
    servers,
    documents,
    sharedParagraphs: sharedSize,
    heapMB,
    /** Of a server's library, for each character of its text: where questions are asked, and where all else is asked too. */
    bytesACharacter: Number(serverBytes.toFixed(1)),
    bytesACharacterAllAsked: Number(allBytes.toFixed(1)),
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    addToSearchableMs: Math.round(Math.max(...waits)),
  };
  const { libraries: heldNow } = libraries.held();
  if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(result)}\n`);
  else
    process.stdout.write(
      `${JSON.stringify({ ...result, questions: times.length, held: heldNow, machineP99Ms, processorP99Ms: at(0.99, processor) }, null, 2)}\n`,
    );
} finally {
  await store.close();
  await rm(folder, { recursive: true, force: true });
}
