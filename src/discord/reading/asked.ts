// The question above an answer of ours, read again from the message: it stands there as it was typed, on one line.
import type { BaseInteraction } from 'discord.js';
import { languages, translator } from '../../messages/messages.ts';
import { unescaped } from '../rendering/markdown.ts';
import { askedTextIn, shownIn } from './shown.ts';

/** Nobody types it. */
const gap = '\u0000';

/** The question of the message whose button was pressed; undefined where none stands above it. */
export function questionIn(interaction: BaseInteraction): string | undefined {
  if (!interaction.isMessageComponent()) return undefined;
  const [line = ''] = askedTextIn(shownIn(interaction))?.content.split('\n', 1) ?? [];
  const words = line.replace(/^-#\s+/u, '');
  // It was written in the language of whoever asked, and others may press the button.
  const found = languages.map((language) => between(words, language)).find((question) => question !== '');
  return found === undefined ? undefined : unescaped(found).trim();
}

/** What stands between the marks of a language; empty where these are others. */
function between(line: string, language: string): string {
  const [before = '', behind = ''] = translator(language)('reading.asked', { question: gap }).split(gap);
  return line.startsWith(before) && line.endsWith(behind)
    ? line.slice(before.length, line.length - behind.length)
    : '';
}
