// Pages that look like the real thing, in five languages, beside what a person typed out of each of them.
import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { parseYaml } from '../../src/corpus/files/yaml.ts';
import { proposedId } from '../../src/importers/about/proposed-id.ts';
import { extract } from '../../src/importers/extract.ts';
import { defaultLimits } from '../../src/importers/limits.ts';

const folder = new URL('real-pages/', import.meta.url);
const pages = (await readdir(folder)).filter((name) => name.endsWith('.html'));

/** What was typed out: the values to be told, and the text in paragraphs and headings. */
async function typedOut(name: string) {
  const source = await readFile(new URL(name.replace('.html', '.md'), folder), 'utf8');
  const [, front = '', text = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/u.exec(source) ?? [];
  const told = parseYaml(front, name, 1, 'area.frontMatter');
  if ('message' in told) throw new Error(name);
  return { told: told.data as Record<string, string | number>, blocks: text.trim().split(/\n{2,}/u) };
}

/** How many blocks stand in both, in the same order. */
function shared(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const block of a) {
    const next = [0];
    for (const [index, other] of b.entries()) {
      const best = Math.max(row[index + 1] ?? 0, next[index] ?? 0);
      next.push(block === other ? (row[index] ?? 0) + 1 : best);
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

const counted = { typed: 0, found: 0, shared: 0 };
afterAll(() => {
  const precision = counted.shared / counted.found;
  const recall = counted.shared / counted.typed;
  console.log(
    `${pages.length} pages, ${counted.typed} paragraphs: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
  );
  expect(precision).toBeGreaterThanOrEqual(0.98);
  expect(recall).toBeGreaterThanOrEqual(0.98);
});

describe.each(pages)('%s', async (name) => {
  const { told, blocks } = await typedOut(name);
  const bytes = await readFile(fileURLToPath(new URL(name, folder)));
  const imported = await extract({ name, bytes, limits: defaultLimits });
  if (!imported.ok) throw new Error(imported.reason.key);

  test('comes out as it was typed', () => {
    const found = imported.text.trim().split('\n\n');
    counted.typed += blocks.length;
    counted.found += found.length;
    counted.shared += shared(blocks, found);
    expect(found).toEqual(blocks);
  });

  test('tells what it is', () => {
    const { metadata, kind } = imported;
    const values = Object.fromEntries(
      (['title', 'publisher', 'published'] as const).map((field) => [field, metadata[field]?.told.value]),
    );
    const { struck: _, id, ...expected } = told;
    expect({ ...values, kind }).toEqual({ publisher: undefined, published: undefined, ...expected });
    if (id !== undefined) expect(proposedId(imported, basename(name))).toBe(id);
  });

  test('says how much is struck through', () => {
    const struck = imported.warnings.find(({ key }) => key === 'import.warning.struck');
    expect(struck?.values?.['count'] ?? 0).toBe(Number(told['struck'] ?? 0));
  });
});
