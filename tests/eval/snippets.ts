// Printed quotations in the words of the press around them: each snippet is checked as a text, and what is said of its quotation is counted.
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Library } from '../../src/library.ts';
import { verdictOf } from './text-measures.ts';

const line = z.object({
  label: z.enum(['exact', 'altered', 'notfound']),
  quote: z.string(),
  context: z.string(),
});

/** How often each verdict was given to quotations of a label; `none` where the quotation was not seen. */
export type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Reads lines `{"label","quote","context"}`; throws where one is not. */
export async function checkedSnippets(
  file: string,
  library: Pick<Library, 'checkText'>,
  told: (label: string, verdict: string, quote: string) => void = () => undefined,
): Promise<Counts> {
  const counts: Record<string, Record<string, number>> = {};
  for (const each of (await readFile(file, 'utf8')).split('\n').filter((one) => one.trim() !== '')) {
    const { label, quote, context } = line.parse(JSON.parse(each));
    const at = context.indexOf(quote);
    if (at < 0) continue;
    const { items } = await library.checkText(context);
    const item = items.find(({ spans }) => spans.some(({ start, end }) => start <= at && at < end));
    const verdict = item ? verdictOf(item) : 'none';
    const row = counts[label] ?? {};
    row[verdict] = (row[verdict] ?? 0) + 1;
    counts[label] = row;
    told(label, verdict, `${quote}\n   in: ${context}`);
  }
  return counts;
}
