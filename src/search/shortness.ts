// How short a paragraph is: in a short one what is asked for cannot stand in another sentence, and its absence tells more.
import type { ReadPassage } from './read-passage.ts';

/** Words: news paragraphs have some 35 and are short, encyclopedic ones some 120 and are long; between is between. */
const shortParagraph = 45;
const longParagraph = 85;

/** 1 for a short paragraph, 0 for a long one, between for one between. */
export function shortness({ terms }: ReadPassage): number {
  const graded = (longParagraph - terms.length) / (longParagraph - shortParagraph);
  return Math.min(1, Math.max(0, graded));
}
