// The pages on which a document's paragraphs stand, where it was made of a file that has pages: kept in one line of its front
// matter ("1: 1-4, 2: 5-9"), so that a link to a PDF goes to the page.
import { z } from 'zod';

const part = '\\d{1,5}\\s*:\\s*\\d{1,5}(?:\\s*[-–]\\s*\\d{1,5})?';
/** Five hundred pages, each with notes that stand at the end of the text. */
const longest = 20_000;

export const pagesSchema = z
  .string()
  .trim()
  .max(longest)
  .regex(new RegExp(`^${part}(?:\\s*,\\s*${part})*$`, 'u'));

interface Run {
  readonly page: number;
  readonly from: number;
  readonly to: number;
}

function runsIn(pages: string): Run[] {
  return [...pages.matchAll(/(\d+)\s*:\s*(\d+)(?:\s*[-–]\s*(\d+))?/gu)].map(([, page, from, to = from]) => ({
    page: Number(page),
    from: Number(from),
    to: Number(to),
  }));
}

/** The page of a paragraph, counted from 1; undefined where it is not known. */
export function pageIn(pages: string | undefined, paragraph: number): number | undefined {
  const run = runsIn(pages ?? '').find(({ from, to }) => from <= paragraph && paragraph <= to);
  return run && run.page > 0 ? run.page : undefined;
}

/** The line for paragraphs in their order; undefined where no page is known, or too many lie scattered. */
export function writtenPages(pages: readonly (number | undefined)[]): string | undefined {
  const runs: { page: number; from: number; to: number }[] = [];
  for (const [index, page] of pages.entries()) {
    const last = runs.at(-1);
    if (page === undefined) continue;
    if (last?.page === page && last.to === index) last.to = index + 1;
    else runs.push({ page, from: index + 1, to: index + 1 });
  }
  const line = runs
    .map(({ page, from, to }) => `${page}: ${from === to ? from : `${from}-${to}`}`)
    .join(', ');
  return pagesSchema.safeParse(line).success ? line : undefined;
}

export interface Paged {
  readonly pages: string | undefined;
  readonly paragraphs: readonly string[];
}

/**
 * The pages of a text that takes the place of another and does not say its own: of a paragraph that is still there the same,
 * and of one between two on the same page.
 */
export function pagesAfter(before: Paged, paragraphs: readonly string[]): string | undefined {
  if (before.pages === undefined) return undefined;
  const places = Map.groupBy(before.paragraphs.keys(), (index) => before.paragraphs[index]);
  const known = paragraphs.map((text) => {
    const [at, other] = places.get(text) ?? [];
    return at === undefined || other !== undefined ? undefined : pageIn(before.pages, at + 1);
  });
  const above = carried(known);
  const below = carried(known.toReversed()).toReversed();
  return writtenPages(known.map((page, at) => page ?? (above[at] === below[at] ? above[at] : undefined)));
}

/** Each page, or the one before it. */
function carried(pages: readonly (number | undefined)[]): (number | undefined)[] {
  let last: number | undefined;
  return pages.map((page) => {
    last = page ?? last;
    return last;
  });
}
