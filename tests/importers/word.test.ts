// Word files of ministries and their press offices, made by code, against what a person typed out who had them open in Word.
import { afterAll, describe, expect, test } from 'vitest';
import { extract } from '../../src/importers/extract.ts';
import type { Taken } from '../../src/importers/imported.ts';
import { defaultLimits } from '../../src/importers/limits.ts';
import { english } from './word/english.ts';
import { french } from './word/french.ts';
import { german } from './word/german.ts';
import { polishAndUkrainian } from './word/polish-ukrainian.ts';
import { wordFile } from './word/write.ts';

const fixtures = [...english, ...german, ...french, ...polishAndUkrainian];

async function taken(bytes: Buffer): Promise<Taken> {
  const imported = await extract({ name: 'a.docx', bytes, limits: defaultLimits });
  if (!imported.ok) throw new Error(imported.reason.key);
  return imported;
}

/** How many of the paragraphs of one side stand on the other, each counted once. */
function shared(one: readonly string[], other: readonly string[]): number {
  const left = [...other];
  return one.filter((paragraph) => {
    const at = left.indexOf(paragraph);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
}

describe('paragraph by paragraph as in Word:', () => {
  const sums = { same: 0, read: 0, typed: 0 };

  test.each(fixtures.map((fixture) => [fixture.name, fixture] as const))('%s', async (_, fixture) => {
    const { paragraphs, text, metadata, warnings } = await taken(wordFile(fixture.file));
    sums.same += shared(paragraphs, fixture.paragraphs);
    sums.read += paragraphs.length;
    sums.typed += fixture.paragraphs.length;
    expect(paragraphs).toEqual(fixture.paragraphs);
    const headings = text.match(/^#+ .*$/gmu)?.map((line) => line.replace(/^#+ /u, '')) ?? [];
    expect(headings).toEqual(fixture.headings ?? []);
    expect(metadata.title?.told.value).toBe(fixture.title);
    const told = warnings.filter(({ key }) =>
      ['hidden', 'struck', 'numbers', 'tracked'].some((name) => key === `import.warning.${name}`),
    );
    expect(
      Object.fromEntries(told.map(({ key, values }) => [key.split('.').at(-1), values?.['count'] ?? 0])),
    ).toEqual(fixture.warnings ?? {});
  });

  afterAll(() => {
    const precision = sums.same / sums.read;
    const recall = sums.same / sums.typed;
    console.log(
      `DOCX, ${fixtures.length} files, ${sums.typed} paragraphs: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
    );
    expect(Math.min(precision, recall)).toBeGreaterThanOrEqual(0.98);
  });
});
