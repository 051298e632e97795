// npm run bench:snapshot -- FILE [PASSAGES]: how long it takes until a question is answered of a collection (.jsonl, .jsonl.gz) in the
// library's thread, read anew and from what was kept, and after the thread was ended; with what it takes of the processor, and in memory.
import { Console } from 'node:console';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Document } from '../../src/corpus/document.ts';
import { emptyDossier } from '../../src/corpus/dossier.ts';
import type { Collection } from '../../src/corpus/files/collection.ts';
import { readLine } from '../../src/corpus/files/json-lines.ts';
import { type Passage, passagesOf } from '../../src/corpus/passages.ts';
import { openLibraryThread } from '../../src/library-thread/thread.ts';

const { log } = new Console(process.stdout);
const [file = 'corpus', most = '100000'] = process.argv.slice(2);

async function collectionOf(path: string, passages: number): Promise<Collection> {
  const bytes = await readFile(path);
  const lines = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString().split('\n');
  const found: { documents: Document[]; passages: Passage[] } = { documents: [], passages: [] };
  const taken = new Set<string>();
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '' || found.passages.length >= passages) continue;
    const document = readLine(line, { file: path, line: index + 1 });
    if (Array.isArray(document) || taken.has(document.id)) continue;
    taken.add(document.id);
    found.documents.push(document);
    for (const passage of passagesOf(document, { headings: false })) found.passages.push(passage);
  }
  return { ...found, dossier: emptyDossier, problems: [] };
}

const collection = await collectionOf(file, Number(most));
const characters = collection.passages.reduce((sum, { text }) => sum + text.length, 0);
log(
  `${collection.passages.length} passages of ${collection.documents.length} documents, ${characters} characters`,
);

const folder = await mkdtemp(join(tmpdir(), 'communique-snapshot-'));
const snapshot = join(folder, 'sources.snapshot');

/** Milliseconds and processor seconds until each kind of question is answered. */
async function timed(name: string): Promise<void> {
  const thread = openLibraryThread({ snapshot });
  const begun = performance.now();
  const cpu = process.cpuUsage();
  const library = thread.open(collection);
  const seconds = (): string => ((performance.now() - begun) / 1000).toFixed(2);
  const word = collection.passages[0]?.text.split(/\s+/u).slice(0, 6).join(' ') ?? '';
  const told = await Promise.all([
    library.cite(`${collection.documents[0]?.id} 1`).then(() => `cite ${seconds()} s`),
    library.findQuote(word).then(() => `quote ${seconds()} s`),
    library.check(word).then(() => `check ${seconds()} s`),
    library.ask(word).then(() => `ask ${seconds()} s`),
  ]);
  const { user, system } = process.cpuUsage(cpu);
  log(`${name}: ${told.join(', ')}; processor ${((user + system) / 1e6).toFixed(2)} s`);
  if (name === 'read anew') await written();
  await thread.close();
}

/** The file comes a moment after the first answers. */
async function written(): Promise<void> {
  for (;;) {
    const found = await stat(snapshot).catch(() => undefined);
    if (found) return log(`kept in ${(found.size / 1e6).toFixed(1)} MB`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

await timed('read anew');
for (let round = 1; round <= 3; round += 1) await timed('from what was kept');
log(`memory of the program ${Math.round(process.memoryUsage.rss() / 1e6)} MB`);
await rm(folder, { recursive: true });
