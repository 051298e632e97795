// The commands as Discord is told of them, by their names in a language, and the commands that a sentence names.
import { type APIApplicationCommandOption, ApplicationCommandOptionType } from 'discord.js';
import { loadCommands } from '../../src/discord/command.ts';
import { commandsFolder } from '../../src/discord/connection/run.ts';

/** What may be typed behind a name: parts of a command, then options; each knows what it is called in English. */
export type Tree = Map<string, { readonly english: string; readonly parts: Tree }>;

interface Named {
  readonly name: string;
  readonly name_localizations?: Readonly<Record<string, string | null | undefined>> | null | undefined;
  readonly options?: readonly APIApplicationCommandOption[] | undefined;
}

const branches: readonly ApplicationCommandOptionType[] = [
  ApplicationCommandOptionType.Subcommand,
  ApplicationCommandOptionType.SubcommandGroup,
];

export async function treesOf(languages: readonly string[]): Promise<Map<string, Tree>> {
  const commands = await loadCommands(commandsFolder);
  const slash = [...commands.values()].flatMap((command) => ('execute' in command ? [command.data] : []));
  return new Map(languages.map((language) => [language, treeOf(slash, language)]));
}

function treeOf(named: readonly Named[], language: string): Tree {
  return new Map(
    named.map(({ name, name_localizations, options = [] }) => [
      name_localizations?.[language] ?? name,
      { english: name, parts: treeOf(options.filter(isTold).map(asNamed), language) },
    ]),
  );
}

/** Of options a sentence names only such as are no words of it: "add-moderators", but not "document". */
function isTold({ type, name }: APIApplicationCommandOption): boolean {
  return branches.includes(type) || name.includes('-');
}

function asNamed(option: APIApplicationCommandOption): Named {
  const { name, name_localizations, type } = option;
  const options = branches.includes(type) && 'options' in option ? option.options : undefined;
  return { name, name_localizations, options };
}

/** `/name` where a sentence, a quotation or a bracket may begin. */
const typed = /(?<=^|[\s„“«(\u202f])\/([\p{L}][\p{L}-]*)((?: [\p{L}-]+)*)/gu;

/**
 * The commands that a sentence names, by their English names: "our-sources names show". What follows a name is a part of it as
 * long as there is one; "?" stands for a name that no command has, and for a word with a hyphen that is no part: such a word is no
 * word of the sentence.
 */
export function commandPaths(sentence: string, tree: Tree): string[] {
  return [...sentence.matchAll(typed)].map(([, name = '', rest = '']) => {
    const path: string[] = [];
    let parts: Tree = tree;
    for (const word of [name, ...rest.split(' ').filter((part) => part !== '')]) {
      const found = parts.get(word);
      if (!found) return path.length === 0 || word.includes('-') ? '?' : path.join(' ');
      path.push(found.english);
      parts = found.parts;
    }
    return path.join(' ');
  });
}
