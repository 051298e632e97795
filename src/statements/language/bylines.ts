// Who wrote a part of a story stands behind it: "… better wages,” he said. – Joey Garrison". Where a page has lost its lines, the next
// heading follows in the same one, and neither says anything.

import { givenName } from '../../corpus/names/given-names.ts';
import type { Span } from '../../corpus/passages.ts';
import { fold } from '../../corpus/text/folding.ts';

const name = String.raw`\p{Lu}[\p{L}\p{M}’'-]+(?:\s\p{Lu}\.)?\s+\p{Lu}[\p{L}\p{M}’'-]+`;
const byline = new RegExp(
  String.raw`(?<=[.!?…](?<mark>["”’»)]*)\s+)[–—-]{1,2}\s*(?:[Bb]y\s+)?(?<names>${name}(?:(?:,|\s+(?:and|&))\s+${name})*)\s+(?=(?<next>["“‘'«\p{Lu}\p{N}]))`,
  'gu',
);

/** Bylines behind which a text goes on, in order. */
export function bylinesIn(text: string): Span[] {
  if (!/[–—-]/u.test(text)) return [];
  return [...text.matchAll(byline)].flatMap((match) => {
    const { mark = '', names = '', next = '' } = match.groups ?? {};
    // “…” – Ada Lovelace “…”: of quotations in a row whoever said them.
    const isCredit = mark !== '' && /^["“‘'«]/u.test(next);
    return isCredit || !areNames(names) ? [] : [{ start: match.index, end: match.index + match[0].length }];
  });
}

/** A sentence without the bylines in it: what stands before one and behind it are sentences of their own. */
export function besideBylines({ start, end }: Span, bylines: readonly Span[]): Span[] {
  const pieces: Span[] = [];
  let from = start;
  for (const byline of bylines.filter((each) => each.start < end && each.end > start)) {
    if (byline.start > from) pieces.push({ start: from, end: byline.start });
    from = byline.end;
  }
  return from < end ? [...pieces, { start: from, end }] : pieces;
}

function areNames(names: string): boolean {
  // "Savannah Kuchar and Michael Collins": a first name that is a town as well needs another beside it.
  return names.split(/,\s+|\s+(?:and|&)\s+/u).some((each) => {
    const first = /^\S+/u.exec(each)?.[0] ?? '';
    return givenName(fold(first).text) !== undefined;
  });
}
