// PDFs that look like the real thing come out paragraph for paragraph as a person typed them out beside.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { dateLineOf } from '../../src/importers/about/dateline.ts';
import type { Taken } from '../../src/importers/imported.ts';
import { taken as takenFile } from './taken.ts';

const folder = fileURLToPath(new URL('./pdf/', import.meta.url));
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.pdf'))
  .map((name) => name.slice(0, -4));

/** What must be said of a file, beside what is said of every one without a date or a publisher. */
const warned: Readonly<Record<string, readonly string[]>> = {
  'minutes-table-en': ['import.warning.tables'],
};

const taken = (name: string): Promise<Taken> =>
  takenFile(`${name}.pdf`, readFileSync(`${folder}${name}.pdf`));

interface Typed {
  readonly headings: readonly string[];
  readonly paragraphs: readonly string[];
  readonly date: string | undefined;
}

function typed(name: string): Typed {
  const blocks = readFileSync(`${folder}${name}.txt`, 'utf8')
    .trim()
    .split('\n\n')
    .map((block) => block.replace(/\{\d+\}/gu, ''));
  return {
    headings: blocks.filter((block) => block.startsWith('#')).map((block) => block.replace(/^#+ /u, '')),
    // Each row of a table is a paragraph.
    paragraphs: blocks
      .filter((block) => !block.startsWith('#') && dateLineOf(block) === undefined)
      .flatMap((block) => block.split('\n')),
    // A line of place and date is none.
    date: blocks.map((block) => dateLineOf(block)?.date).find((date) => date !== undefined),
  };
}

const counts = { right: 0, read: 0, typed: 0 };
afterAll(() => {
  const { right, read, typed: all } = counts;
  console.log(
    `PDF paragraphs: precision ${(right / read).toFixed(3)}, recall ${(right / all).toFixed(3)} of ${all}`,
  );
});

describe('paragraph for paragraph, in order:', () => {
  test.each(names)('%s', async (name) => {
    const { paragraphs, text, metadata, warnings } = await taken(name);
    const expected = typed(name);
    counts.read += paragraphs.length;
    counts.typed += expected.paragraphs.length;
    counts.right += paragraphs.filter((paragraph) => expected.paragraphs.includes(paragraph)).length;
    expect(paragraphs).toEqual(expected.paragraphs);
    const headings = [...text.matchAll(/^#+ (.*)$/gmu)].map(([, heading]) => heading);
    expect([metadata.title?.told.value, ...headings]).toEqual(expected.headings);
    if (expected.date !== undefined) expect(metadata.published?.told.value).toBe(expected.date);
    const ofLayout = warnings
      .map(({ key }) => key)
      .filter((key) => /orderUnsure|tables|pagesWithout/u.test(key));
    expect(ofLayout).toEqual(warned[name] ?? []);
  });
});
