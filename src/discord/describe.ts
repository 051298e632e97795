// The data of commands and options, described in every language that there is.
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandChannelOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  Locale,
  type LocalizationMap,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import { inEnglish, languages, type MessageKey, translator } from '../messages/messages.ts';

/** Wherever somebody may be: in a server, in direct messages with the bot or, where it is installed for them, with others. */
const anywhere = {
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
};

/** Where the bot is a member: in a server alone. */
export const inServers = {
  contexts: [InteractionContextType.Guild],
  integration_types: [ApplicationIntegrationType.GuildInstall],
};

/** A slash command that works anywhere. */
export function described(
  name: string,
  description: MessageKey,
): RESTPostAPIChatInputApplicationCommandsJSONBody {
  return {
    type: ApplicationCommandType.ChatInput,
    name,
    ...descriptions(description),
    ...anywhere,
  };
}

/** An entry in the menu of a message. Its name is what people see, and it stands for the command in the code as well. */
export function inMessageMenu(name: string): RESTPostAPIContextMenuApplicationCommandsJSONBody {
  return {
    type: ApplicationCommandType.Message,
    name,
    ...anywhere,
  };
}

interface TextOption {
  readonly required?: boolean;
  readonly autocomplete?: boolean;
}

export function textOption(
  name: string,
  description: MessageKey,
  { required = false, autocomplete = false }: TextOption = {},
): APIApplicationCommandBasicOption {
  const text = { type: ApplicationCommandOptionType.String, name, required } as const;
  return autocomplete
    ? { ...text, ...descriptions(description), autocomplete }
    : { ...text, ...descriptions(description) };
}

/** A part of a command, with options of its own. */
export function subcommand(
  name: string,
  description: MessageKey,
  options: APIApplicationCommandBasicOption[] = [],
): APIApplicationCommandSubcommandOption {
  return { type: ApplicationCommandOptionType.Subcommand, name, ...descriptions(description), options };
}

export function channelOption(
  name: string,
  description: MessageKey,
  { required = false, types }: { readonly required?: boolean; readonly types: readonly ChannelTypes[] },
): APIApplicationCommandBasicOption {
  const type = ApplicationCommandOptionType.Channel as const;
  return { type, name, required, ...descriptions(description), channel_types: [...types] };
}

type ChannelTypes = NonNullable<APIApplicationCommandChannelOption['channel_types']>[number];

export function fileOption(name: string, description: MessageKey): APIApplicationCommandBasicOption {
  return { type: ApplicationCommandOptionType.Attachment, name, ...descriptions(description) };
}

export function roleOption(name: string, description: MessageKey): APIApplicationCommandBasicOption {
  return { type: ApplicationCommandOptionType.Role, name, ...descriptions(description) };
}

export function yesOrNoOption(name: string, description: MessageKey): APIApplicationCommandBasicOption {
  return { type: ApplicationCommandOptionType.Boolean, name, ...descriptions(description) };
}

export function numberOption(
  name: string,
  description: MessageKey,
  [least, most]: readonly [number, number],
): APIApplicationCommandBasicOption {
  const type = ApplicationCommandOptionType.Integer as const;
  return { type, name, ...descriptions(description), min_value: least, max_value: most };
}

/** One of a few values, each named by a message. */
export function choiceOption(
  name: string,
  description: MessageKey,
  choices: readonly (readonly [value: string, name: MessageKey])[],
): APIApplicationCommandBasicOption {
  const type = ApplicationCommandOptionType.String as const;
  const offered = choices.map(([value, key]) => ({ value, name: inEnglish(key) }));
  return { type, name, ...descriptions(description), choices: offered };
}

/** English, and every other language of the message files that Discord knows. */
function descriptions(key: MessageKey): { description: string; description_localizations?: LocalizationMap } {
  const localizations: LocalizationMap = {};
  for (const locale of Object.values(Locale)) {
    const language = languages.find(
      (name) => name !== 'en' && (name === locale || locale.startsWith(`${name}-`)),
    );
    if (language !== undefined) localizations[locale] = translator(language)(key);
  }
  const description = inEnglish(key);
  return Object.keys(localizations).length > 0
    ? { description, description_localizations: localizations }
    : { description };
}
