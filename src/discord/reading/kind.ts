// What kind of words a reply shows, told at a glance: a colour at its side, and the same in words with who speaks.

import { palettes } from '../../cards/themes.ts';
import { type QuotedTexts, quotedTexts } from '../../citing/quoted.ts';
import { whoSaid } from '../../citing/who-said.ts';
import type { Passage } from '../../corpus/passages.ts';
import type { Said } from '../../library.ts';
import type { Translate } from '../../messages/messages.ts';
import { lineWithin } from '../rendering/markdown.ts';
import { longestClause, subtext } from '../rendering/pieces.ts';
import type { Place } from './refs.ts';

/** The texts of a part of a passage with the speech that it is. */
export function textsOf({ passage, part }: Place, { statement }: Said, translate: Translate): QuotedTexts {
  return quotedTexts({ passage, part, statement }, translate);
}

/** The same colours as on a card; those for a dark ground also show on a light one at the side of a message. */
export function colourOf({ mark }: Pick<QuotedTexts, 'mark'>): number {
  return Number.parseInt(palettes.dark.marks[mark].slice(1), 16);
}

/**
 * `Reported · Trump`: what kind of words these are, and whose, on one line. Where the clause that tells it stands out of sight, in
 * another paragraph, it is told with it; where nobody is named, that too.
 */
export function kindLine(
  { mark, markName, speaker }: QuotedTexts,
  said: Said,
  passage: Passage,
  translate: Translate,
): string {
  const written = (words: string): string => lineWithin(words, longestClause);
  const isNamed = mark !== 'quoted' && speaker !== undefined;
  const isSeen = said.clause === undefined || passage.text.includes(said.clause);
  const who =
    isNamed && isSeen && said.clause !== undefined
      ? written(speaker)
      : (whoSaid(said, passage, translate, written) ?? (isNamed ? written(speaker) : undefined));
  return subtext(who === undefined ? `**${markName}**` : `**${markName}** · ${who}`);
}
