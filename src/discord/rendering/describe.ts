// The data of commands and options, described in every language that there is.
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandChannelOption,
  type APIApplicationCommandSubcommandGroupOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  Locale,
  type LocalizationMap,
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import {
  inEnglish,
  languages,
  type MessageKey,
  type Translate,
  translator,
} from '../../messages/messages.ts';
import { type NumberName, numbers } from '../offering/numbers.ts';

/** What a command or an option is called in English; each has the message `name.…` with what it is called in every language. */
export type Name = Named<MessageKey>;
type Named<K> = K extends `name.${infer N}` ? N : never;

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

/**
 * Discord offers it to those who may manage the server, and to whom they let see it (Server settings → Integrations):
 * moderators by a role of the bot's are unknown to Discord. Whether somebody may is asked anew in every handler.
 */
export const forManagers = { default_member_permissions: String(PermissionFlagsBits.ManageGuild) };

/** A slash command that works anywhere. */
export function described(
  name: Name,
  description: MessageKey,
): RESTPostAPIChatInputApplicationCommandsJSONBody {
  return {
    type: ApplicationCommandType.ChatInput,
    ...names(`name.${name}`),
    ...descriptions(description),
    ...anywhere,
  };
}

/** An entry in the menu of a message. Its English name stands for the command in the code as well. */
export function inMessageMenu(name: MessageKey): RESTPostAPIContextMenuApplicationCommandsJSONBody {
  return {
    type: ApplicationCommandType.Message,
    ...names(name),
    ...anywhere,
  };
}

interface TextOption {
  /** What Discord lets somebody type; the library refuses more as well. */
  readonly most: number;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
}

export function textOption(
  name: Name,
  description: MessageKey,
  { most, required = false, autocomplete = false }: TextOption,
): APIApplicationCommandBasicOption {
  const type = ApplicationCommandOptionType.String as const;
  const text = { type, ...labels(name, description), required, max_length: most };
  return autocomplete ? { ...text, autocomplete } : text;
}

/** A part of a command, with options of its own. */
export function subcommand(
  name: Name,
  description: MessageKey,
  options: APIApplicationCommandBasicOption[] = [],
): APIApplicationCommandSubcommandOption {
  return { type: ApplicationCommandOptionType.Subcommand, ...labels(name, description), options };
}

/** Parts of a command that belong together. */
export function subcommandGroup(
  name: Name,
  description: MessageKey,
  options: APIApplicationCommandSubcommandOption[],
): APIApplicationCommandSubcommandGroupOption {
  return { type: ApplicationCommandOptionType.SubcommandGroup, ...labels(name, description), options };
}

export function channelOption(
  name: Name,
  description: MessageKey,
  { required = false, types }: { readonly required?: boolean; readonly types: readonly ChannelTypes[] },
): APIApplicationCommandBasicOption {
  const type = ApplicationCommandOptionType.Channel as const;
  return { type, required, ...labels(name, description), channel_types: [...types] };
}

type ChannelTypes = NonNullable<APIApplicationCommandChannelOption['channel_types']>[number];

export function fileOption(name: Name, description: MessageKey): APIApplicationCommandBasicOption {
  return { type: ApplicationCommandOptionType.Attachment, ...labels(name, description) };
}

export function roleOption(name: Name, description: MessageKey): APIApplicationCommandBasicOption {
  return { type: ApplicationCommandOptionType.Role, ...labels(name, description) };
}

export function yesOrNoOption(name: Name, description: MessageKey): APIApplicationCommandBasicOption {
  return { type: ApplicationCommandOptionType.Boolean, ...labels(name, description) };
}

export function numberOption(name: NumberName, description: MessageKey): APIApplicationCommandBasicOption {
  const type = ApplicationCommandOptionType.Integer as const;
  const [least, most] = numbers[name];
  return { type, ...labels(name, description), min_value: least, max_value: most };
}

/** One of a few values, each named by a message. */
export function choiceOption(
  name: Name,
  description: MessageKey,
  choices: readonly (readonly [value: string, name: MessageKey])[],
): APIApplicationCommandBasicOption {
  const type = ApplicationCommandOptionType.String as const;
  const offered = choices.map(([value, key]) => ({ value, ...names(key) }));
  return { type, ...labels(name, description), choices: offered };
}

/** A command under a name that it had before, in each language; its description says what it is called now. */
export function underFormerName<T extends RESTPostAPIChatInputApplicationCommandsJSONBody>(
  data: T,
  former: Name,
): T {
  const called = (translate: Translate): string => {
    const names: Readonly<Record<string, string | null | undefined>> = data.name_localizations ?? {};
    return translate('command.former', { name: names[translate.locale] ?? data.name });
  };
  const description_localizations = inOtherLanguages(called);
  return {
    ...data,
    ...names(`name.${former}`),
    description: called(inEnglish),
    ...(description_localizations && { description_localizations }),
  };
}

/** The name and the description of an option or a part of a command, in every language. */
function labels(name: Name, description: MessageKey) {
  return { ...names(`name.${name}`), ...descriptions(description) };
}

function names(key: MessageKey): { name: string; name_localizations?: LocalizationMap } {
  const localizations = inOtherLanguages((translate) => translate(key));
  return { name: inEnglish(key), ...(localizations && { name_localizations: localizations }) };
}

function descriptions(key: MessageKey): { description: string; description_localizations?: LocalizationMap } {
  const localizations = inOtherLanguages((translate) => translate(key));
  return { description: inEnglish(key), ...(localizations && { description_localizations: localizations }) };
}

/** What is said in every other language of the message files that Discord knows; undefined where there is none. */
function inOtherLanguages(said: (translate: Translate) => string): LocalizationMap | undefined {
  const localizations: LocalizationMap = {};
  for (const locale of Object.values(Locale)) {
    const language = languages.find(
      (name) => name !== 'en' && (name === locale || locale.startsWith(`${name}-`)),
    );
    if (language !== undefined) localizations[locale] = said(translator(language));
  }
  return Object.keys(localizations).length > 0 ? localizations : undefined;
}
