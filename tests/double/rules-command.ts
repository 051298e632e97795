// Discord's rules for application commands that its schemas do not state.
import type { Finding } from './errors.ts';
import { type CommandBody, type CommandOption, CommandType, OptionType } from './wire.ts';

type Rule = (command: CommandBody) => readonly (readonly [at: string, message: string])[];

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const COMMAND_TEXT = 8_000;
/** How many commands of each type an application may have, globally and again in each server. */
const LIMITS = new Map([
  [CommandType.ChatInput, 100],
  [CommandType.User, 15],
  [CommandType.Message, 15],
]);

const isSlash = (command: CommandBody) => (command.type ?? CommandType.ChatInput) === CommandType.ChatInput;
const isBranch = ({ type }: CommandOption) =>
  type === OptionType.Subcommand || type === OptionType.SubcommandGroup;

/** Every option at every depth, with its place. */
function allOptions(options: CommandOption['options'], at = 'options'): (readonly [string, CommandOption])[] {
  return (options ?? []).flatMap((option, index) => [
    [`${at}.${index}`, option] as const,
    ...allOptions(option.options, `${at}.${index}.options`),
  ]);
}

/** Every list of sibling options, with its place. */
function allLevels(command: CommandBody): (readonly [string, readonly CommandOption[]])[] {
  const nested = allOptions(command.options).map(
    ([at, option]) => [`${at}.options`, option.options ?? []] as const,
  );
  return [['options', command.options ?? []], ...nested];
}

const longest = (text: string | null | undefined, localized: Record<string, string> | null | undefined) =>
  Math.max(text?.length ?? 0, ...Object.values(localized ?? {}).map((translation) => translation.length));

const ownText = (part: CommandBody | CommandOption) =>
  longest(part.name, part.name_localizations) + longest(part.description, part.description_localizations);

function textLength(command: CommandBody): number {
  const options = allOptions(command.options).map(([, option]) => option);
  const choices = options.flatMap((option) => option.choices ?? []);
  const offered = choices.map(
    ({ name, name_localizations: names, value }) => longest(name, names) + `${value}`.length,
  );
  return [ownText(command), ...options.map(ownText), ...offered].reduce((sum, length) => sum + length, 0);
}

function illegalNames(part: CommandBody | CommandOption, at: string): (readonly [string, string])[] {
  const names = [part.name, ...Object.values(part.name_localizations ?? {})];
  return names
    .filter((name) => !NAME.test(name) || name !== name.toLowerCase())
    .map((name) => [at, `"${name}" is no legal name: 1 to 32 letters, digits, - or _, in lower case.`]);
}

export const commandRules = {
  'command-name': (command) =>
    isSlash(command)
      ? [
          ...illegalNames(command, 'name'),
          ...allOptions(command.options).flatMap(([at, option]) => illegalNames(option, `${at}.name`)),
        ]
      : [],

  'command-description': (command) => {
    const missing = allOptions(command.options).filter(([, { description }]) => !description?.trim());
    const options = missing.map(
      ([at, { name }]) => [`${at}.description`, `"${name}" needs a description.`] as const,
    );
    if (!isSlash(command)) {
      return command.description ? [['description', 'A context-menu command has no description.']] : [];
    }
    const own = command.description?.trim()
      ? []
      : [['description', `"${command.name}" needs a description.`] as const];
    return [...own, ...options];
  },

  'option-order': (command) =>
    allLevels(command).flatMap(([at, options]) => {
      const firstOptional = options.findIndex((option) => !isBranch(option) && !option.required);
      return options.flatMap((option, index) =>
        option.required && firstOptional !== -1 && index > firstOptional
          ? [[`${at}.${index}`, `"${option.name}" is required and stands after an optional option.`] as const]
          : [],
      );
    }),

  'option-twice': (command) =>
    allLevels(command).flatMap(([at, options]) =>
      options.flatMap(({ name }, index) =>
        options.findIndex((other) => other.name === name) < index
          ? [[`${at}.${index}.name`, `The option "${name}" stands twice.`] as const]
          : [],
      ),
    ),

  'option-mix': (command) =>
    allLevels(command).flatMap(([at, options]) =>
      options.some(isBranch) && !options.every(isBranch)
        ? [[at, 'Subcommands and plain options do not stand beside each other.'] as const]
        : [],
    ),

  'choices-beside-autocomplete': (command) =>
    allOptions(command.options).flatMap(([at, { autocomplete, choices, name }]) =>
      autocomplete && choices && choices.length > 0
        ? [[at, `"${name}" has both choices and autocomplete.`] as const]
        : [],
    ),

  'command-too-long': (command) => {
    const length = textLength(command);
    return length > COMMAND_TEXT
      ? [['', `${length} characters in names, descriptions and values; ${COMMAND_TEXT} are allowed.`]]
      : [];
  },
} satisfies Record<string, Rule>;
export type CommandRuleName = keyof typeof commandRules | 'too-many-commands';

export function commandFindings(command: CommandBody, isOn: (rule: string) => boolean, at = ''): Finding[] {
  const rules: Record<string, Rule> = commandRules;
  return Object.entries(rules).flatMap(([rule, judge]) =>
    isOn(rule)
      ? judge(command).map(([place, message]) => ({
          rule,
          at: [at, place].filter(Boolean).join('.'),
          message,
        }))
      : [],
  );
}

/** What is wrong with all commands of one scope together. */
export function commandSetFindings(commands: readonly CommandBody[]): Finding[] {
  return [...LIMITS].flatMap(([type, limit]) => {
    const count = commands.filter((command) => (command.type ?? CommandType.ChatInput) === type).length;
    const message = `${count} commands of type ${type}; ${limit} are allowed.`;
    return count > limit ? [{ rule: 'too-many-commands', at: '', message }] : [];
  });
}
