// What a command is, and how the files of the folder commands/ become the commands of the bot.
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  APIApplicationCommandOptionChoice,
  APIMessageTopLevelComponent,
  APIModalInteractionResponseCallbackData,
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  MessageComponentInteraction,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import { ApplicationCommandType } from 'discord.js';
import { z } from 'zod';
import type { Cards } from '../cards/cards.ts';
import { ProblemsError, UserError } from '../common/errors.ts';
import type { Library } from '../library.ts';
import type { Message, Translate } from '../messages/messages.ts';
import type { Database } from '../store/tables.ts';
import type { Pace } from './connection/pace.ts';
import type { Turns } from './connection/turns.ts';
import type { Missing } from './offering/missing.ts';
import type { Ratings } from './ratings.ts';
import type { Name } from './rendering/describe.ts';
import type { OwnSources } from './source/own-sources.ts';
import type { CheckedTexts } from './texts/kept.ts';

/** What a reply is made from: the library, and the sentences in the language of whoever acts. */
export interface App {
  readonly library: Library;
  readonly translate: Translate;
}

/** What a handler gets: beside that the store, a server's own sources, and how what must reach Discord is sent. */
export interface AppWithStore extends App {
  readonly database: Database;
  readonly sources: OwnSources;
  /** Has what was ordered for Discord sent now rather than at the next look. */
  readonly deliver: () => void;
  /** The same, and resolves when the card of a question shows how it stands, or after a moment where it does not. */
  readonly refreshed: (question: { readonly guild: string; readonly number: number }) => Promise<void>;
  /** Texts that were checked lately, whose pages may still be turned. */
  readonly texts: CheckedTexts;
  /** Draws pictures. */
  readonly cards: Cards;
  /** Says who is too quick. */
  readonly pace: Pace;
  /** Counts what members think of passages. */
  readonly ratings: Ratings;
  /** Notes what was asked in vain. */
  readonly missing: Pick<Missing, 'of'>;
  /** Whose export is made now: one at a time. */
  readonly exports: Turns;
  /** Whether the trained reader could not be loaded, so that words alone answer. */
  readonly readerFailed: () => boolean;
  /** Whether the operator lets the bot hear where it is mentioned. */
  readonly mentions: boolean;
  /** Has the log tell what was set for a server. */
  readonly note: (deed: Deed) => void;
}

/** What was set, and where: no words and no names. */
export interface Deed {
  readonly did: 'settings' | 'desk-open' | 'desk-settings' | 'desk-close';
  readonly server: string;
}

/** A file of a reply; a picture is described for those who do not see it. */
export interface ReplyFile {
  readonly name: string;
  readonly data: string | Uint8Array;
  readonly description?: string;
}

/** A message in Components V2, private unless told. Dispatch sends it, in time, whatever the handler takes. */
export interface Reply {
  readonly components: readonly APIMessageTopLevelComponent[];
  /** Files that the components show as `attachment://name`. */
  readonly files?: readonly ReplyFile[];
  /** Everybody in the channel sees it. A handler that may take long returns a `Later` instead. */
  readonly public?: boolean;
  /** In place of the private message whose button or menu was used. */
  readonly update?: boolean;
  /** It says that the sources do not answer: for the figures alone. */
  readonly silent?: true;
}

/** A reply that says that the sources do not answer, or do not hold what was looked for. */
export function silent(reply: Reply): Reply {
  return { ...reply, silent: true };
}

/** A refusal that names members or times, which Discord writes for each reader: its reply is shown as it is. */
export class MarkedRefusal extends UserError {
  readonly reply: Reply;

  constructor(told: Message, reply: Reply) {
    super(told);
    this.reply = reply;
  }
}

/** A form that opens. Discord takes one only as a first response, so a handler that returns one is quick. */
export interface Form {
  readonly modal: APIModalInteractionResponseCallbackData;
}

/** A reply for everybody that may take long: a deferral says already who will see what comes. */
export interface Later {
  readonly later: Promise<Reply>;
}

/** Takes down the message whose button was pressed. */
export interface Removal {
  readonly remove: true;
}

export type Response = Reply | Form | Later | Removal;

export type Choice = APIApplicationCommandOptionChoice<string>;

/**
 * One file of commands/, default-exported. The file owns its buttons and modals: their custom ids are
 * `<name>:<action>:<id>` (or `<ids>:…`), and dispatch brings them here.
 */
export type Command = SlashCommand | MessageCommand;

interface Components {
  /** What its custom ids begin with where that is not its name: buttons stay in channels when a command gets another one. */
  readonly ids?: string;
  component?(
    interaction: MessageComponentInteraction | ModalSubmitInteraction,
    app: AppWithStore,
  ): Response | Promise<Response>;
  /**
   * `shared`: its handlers get the library of the shipped documents, at once, and ask `sources` for the server's where
   * they need it. A form must open within moments, and a server's library may have to be opened first.
   */
  readonly library?: 'shared';
}

/** `/name`. */
export interface SlashCommand extends Components {
  readonly data: RESTPostAPIChatInputApplicationCommandsJSONBody;
  /** What it was called in the version before: registered for one version more, and it does the same (former.ts). */
  readonly former?: Name;
  execute(interaction: ChatInputCommandInteraction, app: AppWithStore): Response | Promise<Response>;
  /** The choices for the option being typed, at most 25. */
  autocomplete?(
    interaction: AutocompleteInteraction,
    app: AppWithStore,
  ): readonly Choice[] | Promise<readonly Choice[]>;
}

/** An entry in the menu of a message. */
export interface MessageCommand extends Components {
  readonly data: RESTPostAPIContextMenuApplicationCommandsJSONBody;
  onMessage(
    interaction: MessageContextMenuCommandInteraction,
    app: AppWithStore,
  ): Response | Promise<Response>;
}

export type Commands = ReadonlyMap<string, Command>;

const isFunction = (value: unknown): boolean => typeof value === 'function';

const shared = {
  component: z.custom(isFunction).optional(),
  library: z.literal('shared').optional(),
  ids: z.string().optional(),
};
const slashSchema = z.object({
  ...shared,
  data: z.object({ name: z.string(), description: z.string() }),
  former: z.string().optional(),
  execute: z.custom(isFunction),
  autocomplete: z.custom(isFunction).optional(),
});
const messageSchema = z.object({
  ...shared,
  data: z.object({ name: z.string(), type: z.literal(ApplicationCommandType.Message) }),
  onMessage: z.custom(isFunction),
});

const commandSchema = z.custom<Command>(
  (value) => slashSchema.safeParse(value).success || messageSchema.safeParse(value).success,
);

/** Loads every command of a folder. Throws `ProblemsError` where a file is no command or not named after its own. */
export async function loadCommands(folder: string): Promise<Commands> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.ts')).sort();
  const commands = new Map<string, Command>();
  for (const file of files) {
    const path = join(folder, file);
    const module: unknown = await import(pathToFileURL(path).href);
    const read = z.object({ default: commandSchema }).safeParse(module);
    if (!read.success) {
      throw new ProblemsError([{ place: { file: path }, message: { key: 'command.malformed' } }]);
    }
    const command = read.data.default;
    const name = kebabCase(command.data.name);
    if (name !== basename(file, '.ts')) {
      const values = { name: command.data.name, file: `${name}.ts` };
      throw new ProblemsError([{ place: { file: path }, message: { key: 'command.misnamed', values } }]);
    }
    commands.set(command.data.name, command);
  }
  if (commands.size > 0) return commands;
  throw new ProblemsError([{ place: { file: folder }, message: { key: 'command.none' } }]);
}

/** `Check quotation` is in the file `check-quotation.ts`. */
function kebabCase(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, '-');
}
