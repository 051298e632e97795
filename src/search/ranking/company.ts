// Whether a passage stands alone among the candidates: of a document on what is asked many paragraphs hold the question's words,
// of one on something else a single paragraph does so by chance.
import type { Document } from '../../corpus/document.ts';
import type { Candidate } from '../index/candidates.ts';
import type { ReadPassages } from '../text/read-passage.ts';

/** So many of the best candidates are looked at: 3 and 5 tell documents that were left out less well. */
const LOOKED_AT = 10;

/**
 * One document alone has all candidates, which tells nothing, so it counts as somewhat less. Of 154 golden questions asked where the
 * document with the answer is missing 54 get an answer at 1, and 49 at 0.8; below 0.7 the other weights have to make up for it and
 * documents left out of an encyclopedia are told worse.
 */
const UNTOLD = 0.8;

/**
 * For each document with passages among the best candidates its share of them, 0..1. Taking off what chance would give it was
 * tried and tells less.
 */
export function companyOf(
  candidates: readonly Candidate[],
  { passages, only }: { readonly passages: ReadPassages; readonly only: Document | undefined },
): ReadonlyMap<Document, number> {
  const best = candidates
    .slice(0, LOOKED_AT)
    .flatMap(({ index }) => passages.at(index)?.passage.document ?? []);
  if (only) return new Map([[only, UNTOLD]]);
  const company = new Map<Document, number>();
  for (const document of best) company.set(document, (company.get(document) ?? 0) + 1 / best.length);
  return company;
}
