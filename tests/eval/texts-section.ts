// The section of whole texts: articles, posts and answers whose quotations are all checked against the shipped talks.
import type { Library } from '../../src/library.ts';
import type { Section } from './report.ts';
import { type ExpectedText, readTexts } from './text-files.ts';
import { type Measured, measured, type Sums, summed } from './text-measures.ts';

export interface MeasuredText {
  readonly text: ExpectedText;
  readonly found: Measured;
}

/** Each text of a folder, beside what was expected of it. */
export async function measuredTexts(folder: string, library: Library): Promise<MeasuredText[]> {
  const all: MeasuredText[] = [];
  for (const text of await readTexts(folder))
    all.push({ text, found: measured(text, await library.checkText(text.text)) });
  return all;
}

const kinds = { tuned: 'tune', 'looked at once': 'held' };

export async function textsSection(folder: string, library: Library): Promise<Section> {
  const rows: Record<string, Sums> = {};
  for (const [name, part] of Object.entries(kinds)) {
    const all = await measuredTexts(`${folder}/${part}`, library);
    rows[name] = summed(all.map(({ found }) => found));
  }
  const title = 'whole texts';
  return {
    title,
    tables: [{ title: 'quotations found, their verdicts right', rows }],
    errors: [],
    data: rows,
  };
}
