// Commands under the names that they had before: what is registered of them, and whose an old name or an old button is.
import type { Command, Commands } from './command.ts';
import { underFormerName } from './rendering/describe.ts';

/** The command of a name: its own, one that it had before, or that with which its custom ids begin. */
export function commandOf(name: string, commands: Commands): Command | undefined {
  return commands.get(name) ?? [...commands.values()].find((command) => isAlso(name, command));
}

function isAlso(name: string, command: Command): boolean {
  return command.ids === name || ('former' in command && command.former === name);
}

/** What Discord is told of the commands: each under its name, and for one version under that which it had before. */
export function toRegister(commands: Commands): Command['data'][] {
  return [...commands.values()].flatMap((command) => {
    if (!('former' in command) || command.former === undefined) return [command.data];
    return [command.data, underFormerName(command.data, command.former)];
  });
}
