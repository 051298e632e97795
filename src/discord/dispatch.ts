// Brings every interaction to its command, and meets whatever goes wrong there, once, for all of them.
import type { AutocompleteInteraction, Interaction, RepliableInteraction } from 'discord.js';
import { LRUCache } from 'lru-cache';
import { UserError } from '../errors.ts';
import type { Libraries } from '../libraries.ts';
import { type Log, newErrorId } from '../log.ts';
import { type Translate, translator } from '../messages/messages.ts';
import {
  type AppWithStore,
  type Choice,
  type Command,
  type Commands,
  MarkedRefusal,
  type Reply,
  type Response,
} from './command.ts';
import { renderLine } from './render.ts';
import { respond, respondAgain } from './respond.ts';
import { serverOf } from './server.ts';

/** Takes interactions and knows when those it took are finished. */
export interface Dispatch {
  take(interaction: Interaction): void;
  /** Resolves when everything taken so far has been answered or has failed. */
  finished(): Promise<void>;
  /** How many of those taken are not finished. */
  unfinished(): number;
}

/** What handlers are given, but for what depends on who acts where. */
export interface DispatchParts extends Omit<AppWithStore, 'translate' | 'library'> {
  readonly libraries: Pick<Libraries, 'of' | 'shared'>;
}

export function createDispatch(commands: Commands, parts: DispatchParts, log: Log): Dispatch {
  const begun = new Set<Promise<void>>();
  const taken = new LRUCache<string, true>({ max: mostRemembered });
  return {
    take: (interaction) => {
      if (taken.has(interaction.id)) return;
      taken.set(interaction.id, true);
      const app: Unopened = { ...parts, translate: translator(interaction.locale) };
      const work = handle(interaction, commands, app, log).finally(() => begun.delete(work));
      begun.add(work);
    },
    finished: async () => {
      while (begun.size > 0) await Promise.allSettled(begun);
    },
    unfinished: () => begun.size,
  };
}

/** After a lost connection Discord may send events again that came already: each interaction is taken once. */
const mostRemembered = 2_000;

/** What handlers get, before the library of the server is open. */
type Unopened = DispatchParts & Pick<AppWithStore, 'translate'>;

/** The library that answers where the interaction comes from; an interaction keeps to the one that it began with. */
async function opened(
  app: Unopened,
  interaction: Interaction,
  command: Command | undefined,
): Promise<AppWithStore> {
  const { libraries, ...rest } = app;
  const shared = command?.library === 'shared';
  return {
    ...rest,
    library: shared ? libraries.shared() : await libraries.of(serverOf(interaction) ?? undefined),
  };
}

/** Never rejects: the last of what can go wrong is that nobody can be told, and then the log is. */
async function handle(interaction: Interaction, commands: Commands, app: Unopened, log: Log): Promise<void> {
  if (interaction.isAutocomplete()) return suggest(interaction, commands, app, log);
  if (!interaction.isRepliable()) return;
  try {
    await respond(interaction, run(interaction, commands, app), log);
  } catch (error) {
    await tell(interaction, error, app.translate, log);
  }
}

/** The one catch: a refusal is shown as it is, anything else as one plain line with the id that stands in the log. */
async function tell(
  interaction: RepliableInteraction,
  error: unknown,
  translate: Translate,
  log: Log,
): Promise<void> {
  const reply =
    error instanceof UserError ? refusal(error, translate) : failure(interaction, error, translate, log);
  try {
    await respondAgain(interaction, reply, log);
  } catch (again) {
    log.error({ id: newErrorId(), ...about(interaction), err: again }, 'a reply could not be delivered');
  }
}

function refusal(error: UserError, translate: Translate): Reply {
  if (error instanceof MarkedRefusal) return error.reply;
  const { told } = error;
  return renderLine(translate(told.key, told.values));
}

function failure(interaction: Interaction, error: unknown, translate: Translate, log: Log): Reply {
  const id = newErrorId();
  log.error({ id, ...about(interaction), err: error }, 'an interaction failed');
  return renderLine(translate('discord.failed', { id }));
}

async function run(
  interaction: RepliableInteraction,
  commands: Commands,
  unopened: Unopened,
): Promise<Response> {
  const command = owner(interaction, commands);
  if (!command) throw new UserError({ key: 'discord.gone' });
  const app = await opened(unopened, interaction, command);
  if (interaction.isChatInputCommand()) {
    if ('execute' in command) return command.execute(interaction, app);
  } else if (interaction.isMessageContextMenuCommand()) {
    if ('onMessage' in command) return command.onMessage(interaction, app);
  } else if (interaction.isMessageComponent() || interaction.isModalSubmit()) {
    if (command.component) return command.component(interaction, app);
  }
  throw new UserError({ key: 'discord.gone' });
}

/** The command of an interaction. Custom ids are `<name>:<action>:<id>`. */
function owner(interaction: RepliableInteraction, commands: Commands): Command | undefined {
  const name = interaction.isCommand() ? interaction.commandName : interaction.customId.split(':', 1)[0];
  return commands.get(name ?? '');
}

/** Choices are a help, not an answer: where none can be made, none are offered, and typing goes on. */
async function suggest(
  interaction: AutocompleteInteraction,
  commands: Commands,
  app: Unopened,
  log: Log,
): Promise<void> {
  let choices: readonly Choice[] = [];
  try {
    const command = commands.get(interaction.commandName);
    if (command && 'autocomplete' in command) {
      const whole = await opened(app, interaction, command);
      choices = (await command.autocomplete?.(interaction, whole)) ?? [];
    }
  } catch (error) {
    log.error({ id: newErrorId(), ...about(interaction), err: error }, 'no choices could be made');
  }
  try {
    await interaction.respond(choices);
  } catch (error) {
    // Late or lost: Discord asks again with the next letter.
    log.warn({ ...about(interaction), err: error }, 'choices could not be delivered');
  }
}

/** What the log tells of an interaction: ids and the command, nothing that was typed. */
function about(interaction: Interaction): object {
  const { id, guildId } = interaction;
  const command = 'commandName' in interaction ? interaction.commandName : undefined;
  return { interaction: id, server: guildId, command };
}
