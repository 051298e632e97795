// What stands above the paragraphs of a text, the same for all formats: its title, and the line with its place and date.
import type { Message } from '../messages/messages.ts';
import { publishedInText, withoutDateline } from './date-in-text.ts';
import { type Block, type Format, found, type Metadata } from './imported.ts';
import { titleOf } from './title-line.ts';

export interface Top {
  readonly blocks: readonly Block[];
  readonly told: Metadata;
  readonly place?: string;
  readonly titleLine?: string;
  readonly notes: readonly Message[];
}

/** Title and dateline stand above a text and are none of its paragraphs, whatever its format. */
export function withoutTop(
  blocks: readonly Block[],
  { given, isOurs, format }: { readonly given: Metadata; readonly isOurs: boolean; readonly format: Format },
): Top {
  // A document of a corpus is what somebody made of it already.
  if (isOurs) return { blocks, told: given, notes: [] };
  const names = [given.publisher, given.author].flatMap((each) => each?.told.value ?? []);
  const dated = withoutDateline(blocks, names);
  const titled = titleOf(dated.blocks, given, format);
  // Above the title stands a date, and below it.
  const below = dated.dateline ? dated : withoutDateline(titled.blocks, names);
  const named = { ...letterhead(dated.blocks, given), ...given, ...titled.metadata };
  const told = { ...named, ...publishedInText(below, named) };
  const { titleLine } = titled;
  return {
    blocks: dated.dateline ? titled.blocks : below.blocks,
    told,
    notes: below.notes,
    ...(below.dateline?.place !== undefined && { place: below.dateline.place }),
    ...(titleLine !== undefined && { titleLine }),
  };
}

const office =
  /^(?:the )?(?:(?:federal|royal|state|foreign) )?(?:ministry|department|office|embassy|secretariat|permanent mission|government|consulate|bundesministerium|ministerium|auswärtiges amt|staatskanzlei|senatskanzlei|botschaft|ministère|présidence|ambassade|secrétariat|ministerstwo|kancelaria|ambasada|urząd|міністерство|посольство|офіс|секретаріат)(?![\p{L}\p{M}])/iu;
const longestOffice = 110;
const nameWord =
  /^(?:[\p{Lu}\d][\p{L}\p{M}\p{N}’'.-]*|of|the|for|and|to|in|on|der|des|die|das|für|und|von|zu|im|de|du|la|le|les|et|aux?|à|i|w|we|ds|z|та|і|з|у|в|affaires|étrangères|relations|extérieures|intérieur|закордонних|внутрішніх|справ)[,]?$/u;

/** The line above a text whose title the file gives: nothing but the name of an office. */
function letterhead([first]: readonly Block[], { publisher, title }: Metadata): Metadata {
  if (publisher || !title || first?.kind !== 'paragraph') return {};
  const line = first.text.trim();
  const isName =
    line.length <= longestOffice &&
    office.test(line) &&
    line.split(/\s+/u).every((word) => nameWord.test(word));
  return isName && line !== title.told.value ? { publisher: found(line, 'import.found.firstLine') } : {};
}
