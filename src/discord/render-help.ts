// The reply of /help: every command with an example.
import type { MessageKey, Translate } from '../messages/messages.ts';
import type { Reply } from './command.ts';
import type { Name } from './describe.ts';
import { escaped } from './markdown.ts';
import { answered, message, separator, subtext, text } from './pieces.ts';

/** What can be done here, with examples. */
export function renderHelp(translate: Translate): Reply {
  const rows: [Name, MessageKey, MessageKey?][] = [
    ['ask', 'discord.help.ask', 'example.ask'],
    ['check', 'discord.help.check', 'example.check'],
    ['quote', 'discord.help.quote', 'example.quote'],
    ['position', 'discord.help.position', 'example.position'],
    ['proposal', 'discord.help.proposal', 'example.proposal'],
    ['statement', 'discord.help.statement'],
    ['cite', 'discord.help.cite', 'example.cite'],
    ['sources', 'discord.help.sources'],
    ['compare', 'discord.help.compare'],
    ['source', 'discord.help.source'],
    ['question', 'discord.help.question'],
    ['privacy', 'discord.help.privacy'],
  ];
  const written = rows.map(([name, what, example]) => {
    const words = example === undefined ? '' : translate(example);
    const shown = translate('discord.help.typed', { name: translate(`name.${name}`), words }).trim();
    return `**${escaped(shown)}**\n${translate(what)}`;
  });
  return message(answered, [
    text(translate('discord.help.about')),
    separator,
    text(written.join('\n\n')),
    separator,
    text(subtext(translate('discord.help.brackets'))),
  ]);
}
