// The reply of /help: what can be done here and now, each with an example that one can press.
import { type APIComponentInContainer, ComponentType } from 'discord.js';
import type { MessageKey, Translate } from '../messages/messages.ts';
import type { Reply } from './command.ts';
import { button } from './controls.ts';
import { type Example, examples } from './examples.ts';
import { escaped } from './markdown.ts';
import { answered, lines, message, separator, subtext, text } from './pieces.ts';

/** Where help is asked for, and by whom. */
export interface Standing {
  readonly inServer: boolean;
  /** May manage the server. */
  readonly administers: boolean;
}

/** What can be done here, with examples. */
export function renderHelp({ inServer, administers }: Standing, translate: Translate): Reply {
  const rows: (readonly [string, MessageKey])[] = [
    ['/compare', 'discord.help.compare'],
    ['/pack', 'discord.help.pack'],
    ...(inServer
      ? ([
          ['/source', 'discord.help.source'],
          ['/question', 'discord.help.question'],
        ] as const)
      : []),
    ['/privacy', 'discord.help.privacy'],
    ...(administers
      ? ([
          ['/desk', 'discord.help.desk'],
          ['/settings', 'discord.help.settings'],
        ] as const)
      : []),
  ];
  return message(answered, [
    text(translate('discord.help.about')),
    ...examples.map((example) => section(example, translate)),
    text(rows.map(([command, what]) => described(command, translate(what))).join('\n')),
    separator,
    text(
      subtext(
        lines(
          translate('discord.help.menu'),
          translate(inServer ? 'discord.help.private' : 'discord.help.direct'),
          translate('discord.help.brackets'),
        ),
      ),
    ),
  ]);
}

/** A line with the button that runs it. */
function section({ name, option }: Example, translate: Translate): APIComponentInContainer {
  const command = option === undefined ? `/${name}` : `/${name} ${translate(option)}`;
  return {
    type: ComponentType.Section,
    components: [
      { type: ComponentType.TextDisplay, content: described(command, translate(`discord.help.${name}`)) },
    ],
    accessory: button(`help:try:${name}`, translate('discord.help.try')),
  };
}

function described(command: string, what: string): string {
  return `**${escaped(command)}**\n${what}`;
}
