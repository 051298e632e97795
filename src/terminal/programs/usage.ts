// What the programs of the terminal share: headings of their help, and what is said where the words they were called with are wrong.
import { Command, type CommanderError } from 'commander';
import packageJson from '../../../package.json' with { type: 'json' };
import { UsageError } from '../../common/errors.ts';
import { nearNames } from '../../dialogue/near-names.ts';
import { complain, unusable } from '../../ending.ts';
import type { MessageKey, Translate } from '../../messages/messages.ts';
import { styled } from '../style.ts';

/** A program of npm's scripts, by the name that it is called with: its version, its help, and its mistakes left to `failUsage`. */
export function programNamed(name: string, description: MessageKey, translate: Translate): Command {
  return new Command(name)
    .description(translate(description))
    .version(packageJson.version, '-V, --version', translate('cli.option.version'))
    .helpOption('-h, --help', translate('cli.option.help'))
    .helpCommand(false)
    .configureHelp({ styleTitle: (title) => translatedTitle(title, translate) })
    .configureOutput({ writeErr: () => undefined })
    .exitOverride();
}

/** Names the command that is near, among those that there are; `group` is the command that they belong to. */
export function unknownCommand(typed: string, { commands }: Command, group = ''): UsageError {
  const what = `${group}${typed}`;
  const names = commands.map((known) => known.name());
  const [near] = nearNames(typed, names, { byBeginning: true });
  return near === undefined
    ? new UsageError({ key: 'cli.unknownCommand', values: { what } })
    : new UsageError({ key: 'cli.unknownCommandNear', values: { what, near: `${group}${near}` } });
}

function translatedTitle(title: string, translate: Translate): string {
  const titles: Readonly<Record<string, MessageKey>> = {
    'Usage:': 'cli.title.usage',
    'Options:': 'cli.title.options',
    'Commands:': 'cli.title.commands',
    'Arguments:': 'cli.title.arguments',
  };
  const key = titles[title];
  return styled('bold', key ? translate(key) : title, { stream: process.stdout });
}

/** What commander found wrong with the words given, in our sentences. */
export function failUsage(error: CommanderError, translate: Translate): number {
  if (error.exitCode === 0) return 0;
  const [, what = ''] = /'(.*)'/s.exec(error.message) ?? [];
  // Commander itself knows which option is near.
  const [, near] = /\(Did you mean (?:one of )?(.+)\?\)/s.exec(error.message) ?? [];
  if (error.code === 'commander.unknownOption' && near !== undefined) {
    complain([translate('cli.unknownOptionNear', { what, near })]);
    return unusable;
  }
  const messages: Readonly<Record<string, MessageKey>> = {
    'commander.unknownOption': 'cli.unknownOption',
    'commander.missingArgument': 'cli.missingArgument',
    'commander.optionMissingArgument': 'cli.missingArgument',
    'commander.missingMandatoryOptionValue': 'cli.missingArgument',
    'commander.excessArguments': 'cli.tooManyWords',
  };
  complain([translate(messages[error.code] ?? 'cli.wrongWords', { what })]);
  return unusable;
}
