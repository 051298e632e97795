// Damaged and distorted PDFs: each is read to its end or refused, and what is read stands in its file. The variable MUTATED
// says how many of each kind; a thousand take some minutes.
import { readdirSync, readFileSync } from 'node:fs';
import { getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { extract } from '../../src/importers/extract.ts';
import { defaultLimits } from '../../src/importers/limits.ts';
import { type PdfLine, pdf } from './files.ts';

/** Numbers that are the same each time (xorshift): a file that breaks the reader can be made again. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed * 2654435761 + 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const most = Number(process.env['MUTATED'] ?? 150);

const folder = new URL('./pdf/', import.meta.url);
const samples = readdirSync(folder)
  .filter((name) => name.endsWith('.pdf'))
  .map((name) => readFileSync(new URL(name, folder)));

/** Bytes turned, cut out, doubled or overwritten, in a real file. */
function damaged(sample: Buffer, next: (below: number) => number): Buffer {
  let bytes = Buffer.from(sample);
  for (let count = 1 + next(8); count > 0; count--) {
    const at = next(bytes.length);
    const length = 1 + next(200);
    const part = bytes.subarray(at, at + length);
    const kind = next(4);
    if (kind === 0) bytes.fill(next(256), at, at + 1);
    else if (kind === 1) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
    else if (kind === 2) bytes = Buffer.concat([bytes.subarray(0, at), part, bytes.subarray(at)]);
    else bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(next(bytes.length)), part]);
  }
  return bytes;
}

const words =
  'The envoy of Sudmark negoti- ation forty- fifth 1 12 A “no” said (a) • Page 3 of council: line. N É'.split(
    ' ',
  );

/** Pages of pieces of text anywhere, in any size: gutters, initials, tables and notes that nobody would set. */
function distorted(next: (below: number) => number): Buffer {
  const grid = 1 + next(40);
  const piece = (): PdfLine => ({
    text: Array.from({ length: 1 + next(9) }, () => words[next(words.length)] ?? '').join(' '),
    x: Math.floor(next(640) / grid) * grid - 20,
    y: Math.floor(next(840) / grid) * grid - 20,
    size: [8, 10, 10, 10, 12, 30][next(6)] ?? 10,
  });
  return pdf(Array.from({ length: 1 + next(3) }, () => Array.from({ length: next(45) }, piece)));
}

/** All letters of a file as the parser gives them, whatever their order on the page. */
async function lettersOf(bytes: Uint8Array): Promise<string> {
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, disableFontFace: true });
  const texts: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    texts.push(...items.map((item) => ('str' in item ? item.str : '')));
  }
  await document.loadingTask.destroy();
  return bare(texts.join(''));
}

const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

/** A word stands in the file as it is, or in a few parts, as a broken one does. */
function stands(word: string, letters: string, parts = 4): boolean {
  if (letters.includes(word)) return true;
  if (parts === 1) return false;
  return [...word].some(
    (_, at) => at > 0 && letters.includes(word.slice(0, at)) && stands(word.slice(at), letters, parts - 1),
  );
}

async function checked(bytes: Buffer): Promise<boolean> {
  const imported = await extract({ name: 'a.pdf', bytes, limits: defaultLimits });
  if (!imported.ok) return false;
  const letters = await lettersOf(bytes);
  const strange = imported.paragraphs
    .flatMap((paragraph) => paragraph.split(/\s+/u))
    .map(bare)
    .filter((word) => !stands(word, letters));
  expect(strange).toEqual([]);
  expect(imported.pages).toHaveLength(imported.paragraphs.length);
  return true;
}

test('damaged files', async () => {
  let read = 0;
  for (let seed = 1; seed <= most; seed++) {
    const next = numbersFrom(seed);
    if (await checked(damaged(samples[next(samples.length)] ?? Buffer.alloc(0), next))) read++;
  }
  // Most can still be read, or the test would say nothing.
  expect(read).toBeGreaterThan(most * 0.3);
}, 600_000);

test('distorted files', async () => {
  let read = 0;
  for (let seed = 1; seed <= most; seed++) {
    if (await checked(distorted(numbersFrom(seed + 5000)))) read++;
  }
  expect(read).toBeGreaterThan(most * 0.9);
}, 600_000);
