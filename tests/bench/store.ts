// npm run bench:store: what the store does in a second on both engines, and what it takes to open the library of a server
// with 50 documents of 100 paragraphs. PostgreSQL writes through to the disk here, as in earnest.
import { Console } from 'node:console';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { readCollection } from '../../src/corpus/files/collection.ts';
import { openLibraries } from '../../src/libraries.ts';
import { libraryOf } from '../../src/library.ts';
import { addDocument } from '../../src/sources/add.ts';
import { changesSince } from '../../src/sources/feed.ts';
import { defaultLimits } from '../../src/sources/limits.ts';
import { listDocuments } from '../../src/sources/read.ts';
import type { Draft } from '../../src/sources/version.ts';
import { restoreDocument, withdrawDocument } from '../../src/sources/withdraw.ts';
import { openStore, type Store, type StorePlace } from '../../src/store/store.ts';
import type { Database } from '../../src/store/tables.ts';
import { startPostgres } from '../store/postgres.ts';

const endless = 1e12;
const limits = {
  ...defaultLimits,
  documents: endless,
  characters: endless,
  keptDocuments: endless,
  keptCharacters: endless,
  hourly: endless,
};
const rules = { limits, reserved: new Set<string>() };
const documents = 50;
const paragraphs = 100;
const inFlight = 10;

const shipped = await readCollection('corpus');
const sentences = shipped.passages.flatMap(({ text }) => text.split(/(?<=\.)\s+/));

/** Words of the shipped documents in an order of their own, about 450 characters a paragraph. */
function textOf(document: number, count: number): string {
  const paragraph = (_: unknown, index: number): string => {
    const at = (document * 131 + index * 17) % sentences.length;
    const words = [0, 1, 2].map((next) => sentences[(at + next * 7) % sentences.length]).join(' ');
    return `${words} (${document}-${index})`;
  };
  return Array.from({ length: count }, paragraph).join('\n\n');
}

function draftOf(document: number, count: number): Draft {
  const title = { value: `Document ${document}`, by: 'source' } as const;
  return {
    metadata: { title, kind: 'other', language: 'en' },
    format: 'text',
    text: textOf(document, count),
  };
}

/** How often a second `work` can be done, so many at once. */
async function perSecond(
  count: number,
  width: number,
  work: (turn: number) => Promise<unknown>,
): Promise<number> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) await work(next++);
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: width }, worker));
  return Math.round((count / (performance.now() - begun)) * 1000);
}

const doer = (guild: string) => ({ guild, by: 'moderator', at: Date.now() });

async function operations({ engine, database }: Store): Promise<object> {
  const add = (guild: string) => (turn: number) =>
    addDocument(database, doer(guild), { id: `d${turn}`, draft: draftOf(turn, 20) }, rules);
  const turnOver = (turn: number) => {
    const seen = { id: `d${turn >> 1}`, version: 1 };
    return turn % 2 === 0
      ? withdrawDocument(database, doer('one'), { ...seen, reason: 'bench' })
      : restoreDocument(database, doer('one'), seen, limits);
  };
  await perSecond(50, 1, add('warm'));
  return {
    engine,
    addPerSecond: await perSecond(200, 1, add('one')),
    addPerSecondIn10Servers: await perSecond(400, inFlight, (turn) => add(`server-${turn % inFlight}`)(turn)),
    changeStatePerSecond: await perSecond(400, 1, turnOver),
    listOf50PerSecond: await perSecond(200, 1, () => listDocuments(database, 'warm')),
    pollPerSecond: await perSecond(1_000, 1, () => changesSince(database, endless)),
  };
}

async function library({ engine, database }: Store): Promise<object> {
  const guild = `library-${engine}`;
  for (let n = 0; n < documents; n++) await addLong(database, guild, n);
  const shared = libraryOf(shipped);
  const libraries = openLibraries({ shared: () => shared, database });
  const hear = async () => libraries.changed(await changesSince(database, 0));
  const open = async () => {
    await hear();
    const begun = performance.now();
    await libraries.of(guild);
    return Math.round(performance.now() - begun);
  };
  const before = await heap();
  const pauses = monitorEventLoopDelay({ resolution: 1 });
  pauses.enable();
  const openMs = await open();
  pauses.disable();
  const heapMB = Math.round(((await heap()) - before) / 1e6);
  await addLong(database, guild, documents);
  const afterOneMoreMs = await open();
  const { characters } = libraries.held();
  return {
    engine,
    documents,
    paragraphs,
    characters,
    openMs,
    longestPauseMs: Math.round(pauses.max / 1e6),
    heapMB,
    afterOneMoreMs,
  };
}

/** Bytes in use once everything that nobody holds is gone. */
async function heap(): Promise<number> {
  for (let round = 0; round < 3; round++) {
    await setImmediate();
    globalThis.gc?.();
  }
  return process.memoryUsage().heapUsed;
}

async function addLong(database: Database, guild: string, n: number): Promise<void> {
  await addDocument(database, doer(guild), { id: `d${n}`, draft: draftOf(n, paragraphs) }, rules);
}

const folder = await mkdtemp(join(tmpdir(), 'communique-bench-'));
const postgres = await startPostgres({ durable: true });
const places: readonly StorePlace[] = [
  { file: join(folder, 'store.sqlite'), url: undefined },
  { file: 'unused', url: postgres.url },
];
const rows: object[] = [];
const built: object[] = [];
for (const place of places) {
  const store = await openStore(place);
  rows.push(await operations(store));
  built.push(await library(store));
  await store.close();
}
await postgres.stop();
await rm(folder, { recursive: true, force: true });

const result = { store: rows, library: built };
if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(result)}\n`);
else for (const table of Object.values(result)) new Console(process.stdout).table(table);
