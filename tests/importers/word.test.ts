// Word files of ministries and their press offices, made by code, against what a person typed out who had them open in Word.
import { afterAll, describe, expect, test } from 'vitest';
import { english } from './word/english.ts';
import { french } from './word/french.ts';
import { german } from './word/german.ts';
import { polishAndUkrainian } from './word/polish-ukrainian.ts';
import { headingsOf, taken, warned } from './word/reading.ts';

const fixtures = [...english, ...german, ...french, ...polishAndUkrainian];

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
    const read = await taken(fixture.file);
    const { paragraphs, metadata } = read;
    sums.same += shared(paragraphs, fixture.paragraphs);
    sums.read += paragraphs.length;
    sums.typed += fixture.paragraphs.length;
    expect(paragraphs).toEqual(fixture.paragraphs);
    expect(headingsOf(read)).toEqual(fixture.headings ?? []);
    expect(metadata.title?.told.value).toBe(fixture.title);
    expect(warned(read)).toEqual(fixture.warnings ?? {});
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
