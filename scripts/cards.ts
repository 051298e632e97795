// npm run cards -- OUTDIR: draws every sample as a quote card and a map of positions, light and dark, to look at.
// With --json it prints how long that took instead of writing anything.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openCards, type Picture, type Refused } from '../src/cards/cards.ts';
import { themes } from '../src/cards/themes.ts';
import { inEnglish } from '../src/messages/messages.ts';
import { positions } from '../tests/cards/positions.ts';
import { samples } from '../tests/cards/samples.ts';

const { values, positionals } = parseArgs({ options: { json: { type: 'boolean' } }, allowPositionals: true });
const [folder] = positionals;
if (folder === undefined && !values.json) throw new Error('give a folder: npm run cards -- OUTDIR');

interface Made {
  readonly name: string;
  readonly ms: number;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
}

const cards = openCards({ kept: 1 });
const made: Made[] = [];

async function make(name: string, drawing: () => Promise<Picture | Refused>): Promise<void> {
  const begun = performance.now();
  const picture = await drawing();
  const ms = Math.round(performance.now() - begun);
  if ('refused' in picture) {
    process.stderr.write(`${name}: ${inEnglish(picture.refused.key, picture.refused.values)}\n`);
    return;
  }
  const { width, height, png } = picture;
  made.push({ name, ms, width, height, bytes: png.byteLength });
  if (folder !== undefined) await writeFile(join(folder, `${name}.png`), png);
}

if (folder !== undefined) await mkdir(folder, { recursive: true });
for (const theme of themes) {
  for (const { name, quoted } of samples) {
    await make(`${name}-${theme}`, () => cards.quoteCard({ ...quoted, theme }, inEnglish));
  }
  await make(`positions-${theme}`, () => cards.positionsMap({ ...positions, theme }, inEnglish));
}
await cards.close();

const times = made.map(({ ms }) => ms).toSorted((a, b) => a - b);
const figures = {
  cards: made.length,
  firstMs: made[0]?.ms,
  medianMs: times[Math.floor(times.length / 2)],
  slowestLaterMs: made.slice(1).reduce((most, { ms }) => Math.max(most, ms), 0),
  memoryMB: Math.round(process.memoryUsage().rss / 1e6),
};
if (values.json) process.stdout.write(`${JSON.stringify(figures)}\n`);
else {
  for (const { name, ms, width, height, bytes } of made) {
    process.stdout.write(`${name}: ${width} by ${height}, ${Math.round(bytes / 1000)} kB, ${ms} ms\n`);
  }
  process.stdout.write(`${JSON.stringify(figures)}\n`);
}
