// A citation to copy, in the style that somebody writes in.

import { type Copy, citationIn, type Style, styles } from '../../citing/styles.ts';
import { UserError } from '../../common/errors.ts';
import type { Passage } from '../../corpus/passages.ts';
import type { App, Reply } from '../command.ts';
import { button, menuRow, rowsOf } from '../rendering/controls.ts';
import { escapedWithin } from '../rendering/markdown.ts';
import { answered, citationLine, message, type Part, separator, text } from '../rendering/pieces.ts';
import { shareButton } from './buttons.ts';
import { readingId } from './ids.ts';
import { placeOf, type Ref, refOf, wholeOf } from './refs.ts';

/** So much of a citation is given: a title may be as long as an operator likes. */
const longestCopy = 1_500;
/** More citations at once are nothing to copy. */
const mostPassages = 6;

export function styleOf(typed: string | null | undefined): Style | undefined {
  return styles.find((style) => style === typed);
}

/** Passages of one document in a style, each line once, as text that can be copied whole. */
export function renderCitations(passages: readonly Passage[], style: Style, app: App): Reply {
  const { translate } = app;
  const shown = passages.slice(0, mostPassages);
  const copies = new Map<string, Copy>();
  for (const copy of shown.flatMap((passage) => citationIn(style, passage, translate))) {
    copies.set(`${copy.name} ${copy.text}`, copy);
  }
  const room = Math.floor((2 * longestCopy) / copies.size);
  const names = new Set<string>();
  const parts = [...copies.values()].flatMap((copy): Part[] => {
    const name = translate(copy.name);
    const isNew = !names.has(name);
    names.add(name);
    return [...(isNew ? [text(`**${name}**`)] : []), text(toCopy(copy, style, room))];
  });
  const [first] = shown;
  return message(answered, [
    text(`**${translate(`reading.style.${style}`)}**`),
    ...parts,
    separator,
    text(citationLine(shown, translate)),
    ...(first ? stylesRow(refOf(wholeOf(first)), style, app) : []),
    ...rowsOf([
      ...(first ? [button(readingId('context', refOf(wholeOf(first))), translate('reading.context'))] : []),
      shareButton(translate),
    ]),
  ]);
}

/** A block that a click copies; text that would end the block stands as it is read. What is too long is cut at its end. */
function toCopy({ text: plain, markdown }: Copy, style: Style, room: number): string {
  const written = style === 'markdown' ? markdown : plain;
  const fits = written.length <= room - 10 && !written.includes('```');
  return fits ? `\`\`\`\n${written}\n\`\`\`` : escapedWithin(written, room);
}

function stylesRow(ref: Ref, chosen: Style, { translate }: App) {
  const options = styles.map((style) => ({
    label: translate(`reading.style.${style}`),
    value: style,
    ...(style === chosen && { default: true }),
  }));
  return [menuRow({ id: readingId('style', ref), placeholder: translate('reading.styles'), options })];
}

/** The passage of a button, or of the menu of styles. */
export async function renderCitationOf(ref: Ref, typed: string | undefined, app: App): Promise<Reply> {
  const style = styleOf(typed);
  if (!style) throw new UserError({ key: 'discord.gone' });
  const { passage } = await placeOf(ref, app.library);
  return renderCitations([passage], style, app);
}
