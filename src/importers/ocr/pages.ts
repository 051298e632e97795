// Which pages of a PDF are pictures, and what stands on them once they were recognised.
import type { Message } from '../../messages/messages.ts';
import type { PdfPage } from '../pdf/pdf-items.ts';
import { type ReadPage, type RecognisedPage, readRecognised } from './recognised.ts';

export interface WithPictures {
  readonly pages: readonly PdfPage[];
  /** Those that were not recognised and may be pictures, counted from 1. */
  readonly scanned: readonly number[];
  /** That recognition read them, and how surely. */
  readonly said: readonly Message[];
}

/** A page with fewer letters may be a picture with a stamp on it. */
const few = 100;
/** So many times more than a page's own letters must be recognised, or the page is no picture. */
const more = 2;
/** Words that are shown to whoever compares. */
const examples = 12;

export function withPictures(pages: readonly PdfPage[], recognised: readonly RecognisedPage[]): WithPictures {
  const read = new Map<number, ReadPage>();
  for (const each of recognised) {
    const page = readRecognised(each);
    const own = pages[each.page - 1];
    if (own && lettersOf(page) > more * lettersOf(own)) read.set(each.page, page);
  }
  const tried = new Set(recognised.map(({ page }) => page));
  return {
    pages: pages.map((page, index) => read.get(index + 1) ?? page),
    scanned: pages.flatMap((page, index) =>
      lettersOf(page) < few && !tried.has(index + 1) ? [index + 1] : [],
    ),
    said: saidOf(read),
  };
}

function lettersOf({ items }: PdfPage): number {
  return items.reduce((sum, { text }) => sum + text.length, 0);
}

function saidOf(read: ReadonlyMap<number, ReadPage>): Message[] {
  if (read.size === 0) return [];
  const pages = [...read].map(([page, { confidence }]) => `${page} (${confidence}%)`).join(', ');
  const unsure = [...read.values()].flatMap((page) => page.unsure);
  const words = [...new Set(unsure)].slice(0, examples).join(' · ');
  return [
    { key: 'import.warning.recognised', values: { pages } },
    ...(unsure.length === 0
      ? []
      : [
          { key: 'import.warning.hardlyLegible' as const, values: { count: unsure.length, examples: words } },
        ]),
  ];
}
