// npm run bench:texts -- [--corpus FILE|DIR] [--json]: how long whole texts take, of 5,000 words and of two and four times as many,
// made of the texts of tests/eval/texts/tune. Without the model, so that claims and translations cost what their words cost.
import { Console } from 'node:console';
import { Command } from 'commander';
import { openLibrary } from '../../src/library.ts';
import { readTexts } from '../eval/text-files.ts';
import { processorWatch } from '../processor-time.ts';

const words = 5_000;
const runs = 5;

const { corpus, json } = new Command('bench:texts')
  .option('-c, --corpus <path>', 'a folder of documents or a .jsonl file', 'corpus')
  .option('--json', 'print JSON')
  .parse()
  .opts<{ readonly corpus: string; readonly json?: boolean }>();

const texts = (await readTexts('tests/eval/texts/tune')).map(({ text }) => text);
const library = await openLibrary(corpus);
await library.prepare();
await library.checkText(textOf(500));
const rows = [];
for (const length of [words, 2 * words, 4 * words]) rows.push(await timesOf(length));
if (json) process.stdout.write(`${JSON.stringify(rows)}\n`);
else new Console(process.stdout).table(rows);

async function timesOf(length: number): Promise<object> {
  const text = textOf(length);
  const times: number[] = [];
  const processor: number[] = [];
  let found = 0;
  for (let run = 0; run < runs; run += 1) {
    const began = performance.now();
    const taken = processorWatch();
    found = (await library.checkText(text)).items.length;
    processor.push(taken());
    times.push(performance.now() - began);
  }
  return {
    words: length,
    found,
    medianMs: median(times),
    leastMs: Math.round(Math.min(...times)),
    processorMs: median(processor),
  };
}

function median(all: readonly number[]): number {
  return Math.round(all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0);
}

/** So many words, whole texts and the beginning of one. */
function textOf(length: number): string {
  const parts: string[] = [];
  for (let left = length, at = 0; left > 0; at += 1) {
    const part = (texts[at % texts.length] ?? '').split(/(?<=\s)(?=\S)/u).slice(0, left);
    parts.push(part.join(''));
    left -= part.length;
  }
  return parts.join('\n\n');
}
