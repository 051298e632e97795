// The reply of /help: every command with an example.
import type { MessageKey, Translate } from '../messages/messages.ts';
import type { Reply } from './command.ts';
import { escaped } from './markdown.ts';
import { answered, message, separator, subtext, text } from './pieces.ts';

/** What can be done here, with examples. */
export function renderHelp(translate: Translate): Reply {
  const rows: [string, MessageKey][] = [
    [`/ask ${translate('example.ask')}`, 'discord.help.ask'],
    [`/check ${translate('example.check')}`, 'discord.help.check'],
    [`/quote ${translate('example.quote')}`, 'discord.help.quote'],
    [`/position ${translate('example.position')}`, 'discord.help.position'],
    [`/proposal ${translate('example.proposal')}`, 'discord.help.proposal'],
    ['/statement', 'discord.help.statement'],
    [`/cite ${translate('example.cite')}`, 'discord.help.cite'],
    ['/sources', 'discord.help.sources'],
    ['/compare', 'discord.help.compare'],
    ['/source', 'discord.help.source'],
    ['/question', 'discord.help.question'],
    ['/privacy', 'discord.help.privacy'],
  ];
  return message(answered, [
    text(translate('discord.help.about')),
    separator,
    text(rows.map(([example, what]) => `**${escaped(example)}**\n${translate(what)}`).join('\n\n')),
    separator,
    text(subtext(translate('discord.help.brackets'))),
  ]);
}
