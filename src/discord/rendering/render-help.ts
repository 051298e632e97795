// The reply of /help: what can be done here and now, each with an example that one can press.
import { type APIComponentInContainer, ComponentType } from 'discord.js';
import type { MessageKey, Translate } from '../../messages/messages.ts';
import type { Reply } from '../command.ts';
import { button } from './controls.ts';
import type { Name } from './describe.ts';
import { type Example, examples } from './examples.ts';
import { escaped } from './markdown.ts';
import { answered, lines, message, separator, subtext, text } from './pieces.ts';

/** A command that help tells of. */
type Helped = Extract<
  Name,
  MessageKey extends infer K ? (K extends `discord.help.${infer N}` ? N : never) : never
>;

/** Where help is asked for, and by whom. */
export interface Standing {
  readonly inServer: boolean;
  /** May manage the server. */
  readonly administers: boolean;
  /** Mentions are answered here. */
  readonly mentions: boolean;
  /** The trained reader could not be loaded. */
  readonly readerFailed: boolean;
}

/** What can be done here, with examples. */
export function renderHelp(
  { inServer, administers, mentions, readerFailed }: Standing,
  translate: Translate,
): Reply {
  const rows: Helped[] = [
    'compare',
    'pack',
    ...(inServer ? (['ask-moderators'] as const) : []),
    'privacy',
    ...(administers ? (['our-sources', 'desk', 'settings'] as const) : []),
  ];
  return message(answered, [
    text(translate('discord.help.about')),
    ...examples.map((example) => section(example, translate)),
    text(rows.map((name) => described(name, undefined, translate)).join('\n')),
    separator,
    text(
      subtext(
        lines(
          mentions && translate('discord.help.mention'),
          translate('discord.help.menu'),
          translate(inServer ? 'discord.help.private' : 'discord.help.direct'),
          translate('discord.help.brackets'),
          administers && translate('discord.help.managers'),
          administers && readerFailed && translate('discord.help.noReader'),
        ),
      ),
    ),
  ]);
}

/** A line with the button that runs it. */
function section({ name, option }: Example, translate: Translate): APIComponentInContainer {
  return {
    type: ComponentType.Section,
    components: [{ type: ComponentType.TextDisplay, content: described(name, option, translate) }],
    accessory: button(
      `help:try:${name}`,
      translate('discord.help.try', { command: translate(`name.${name}`) }),
    ),
  };
}

/** A command as it is typed in the reader's language, and what it does. */
function described(name: Helped, example: MessageKey | undefined, translate: Translate): string {
  const words = example === undefined ? '' : translate(example);
  const shown = translate('discord.help.typed', { name: translate(`name.${name}`), words }).trim();
  return `**${escaped(shown)}**\n${translate(`discord.help.${name}`)}`;
}
