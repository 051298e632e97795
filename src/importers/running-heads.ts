// What runs along the pages of a PDF and is no part of its text: page numbers, and heads and feet that come back.
import type { Line, PageOfLines } from './pdf-lines.ts';

export interface WithoutRunning {
  readonly pages: readonly PageOfLines[];
  readonly removed: number;
}

/** Heads and feet stand in the outer eighth of a page, in at most three lines. */
const margin = 0.125;
const mostLines = 3;
const pageNumber =
  /^[\s\-–—|[(]*(?:page\s+|p\.\s*|стор\.?\s*|страница\s+|seite\s+)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:\/|of|von|sur|из)\s*\d{1,4})?[\s\-–—|\])]*$/iu;

export function withoutRunning(pages: readonly PageOfLines[]): WithoutRunning {
  const seen = new Map<string, Set<number>>();
  pages.forEach((page, index) => {
    for (const line of outer(page)) {
      const key = keyOf(line);
      seen.set(key, (seen.get(key) ?? new Set()).add(index));
    }
  });
  // On two pages of three or more: heads differ on left and right pages.
  const least = Math.max(2, Math.ceil(pages.length * 0.4));
  let removed = 0;
  const kept = pages.map((page) => {
    const edges = new Set(outer(page));
    const lines = page.lines.filter((line) => {
      const isRunning =
        edges.has(line) && (pageNumber.test(line.text) || (seen.get(keyOf(line))?.size ?? 0) >= least);
      if (isRunning) removed++;
      return !isRunning;
    });
    return { ...page, lines };
  });
  return { pages: kept, removed };
}

/** The same head on another page has another number. */
function keyOf({ text, y }: Line): string {
  return `${Math.round(y / 4)} ${text.replace(/\d+/gu, '#').replace(/\s+/gu, ' ')}`;
}

function outer({ lines, height }: PageOfLines): Line[] {
  const byHeight = lines.toSorted((a, b) => b.y - a.y);
  const top = byHeight.slice(0, mostLines).filter(({ y }) => y > height * (1 - margin));
  const foot = byHeight.slice(-mostLines).filter(({ y }) => y < height * margin);
  return [...top, ...foot];
}
