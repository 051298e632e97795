// What stands above the paragraphs of a text, the same for all formats: its title, and the line with its place and date.
import type { Message } from '../../messages/messages.ts';
import { type Block, type Format, found, type Metadata } from '../imported.ts';
import { publishedInText, withoutDateline } from './date-in-text.ts';
import { isOfficeName } from './office.ts';
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

/** The line above a text whose title the file gives: nothing but the name of an office. */
function letterhead([first]: readonly Block[], { publisher, title }: Metadata): Metadata {
  if (publisher || !title || first?.kind !== 'paragraph') return {};
  const line = first.text.trim();
  return isOfficeName(line) && line !== title.told.value
    ? { publisher: found(line, 'import.found.firstLine') }
    : {};
}
