// What kind of words a reply shows, told at a glance: a colour at its side, and the same in words with who speaks.

import { palettes } from '../../cards/themes.ts';
import { type QuotedTexts, quotedTexts } from '../../citing/quoted.ts';
import type { Said } from '../../library.ts';
import type { Translate } from '../../messages/messages.ts';
import { lineWithin } from '../markdown.ts';
import { longestClause, subtext } from '../pieces.ts';
import type { Place } from './refs.ts';

/** The texts of a part of a passage with the speech that it is. */
export function textsOf({ passage, part }: Place, { statement }: Said, translate: Translate): QuotedTexts {
  return quotedTexts({ passage, part, statement }, translate);
}

/** The same colours as on a card; those for a dark ground also show on a light one at the side of a message. */
export function colourOf({ mark }: Pick<QuotedTexts, 'mark'>): number {
  return Number.parseInt(palettes.dark.marks[mark].slice(1), 16);
}

/** `Said jointly · European leaders` */
export function kindLine({ mark, markName, speaker }: QuotedTexts): string {
  const who = mark === 'quoted' || speaker === undefined ? '' : ` · ${lineWithin(speaker, longestClause)}`;
  return subtext(`**${markName}**${who}`);
}
