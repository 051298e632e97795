// Brings every interaction to its command, and meets whatever goes wrong there, once, for all of them.
import type { AutocompleteInteraction, Interaction, RepliableInteraction } from 'discord.js';
import { UserError } from '../errors.ts';
import type { Library } from '../library.ts';
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

/** Takes interactions and knows when those it took are finished. */
export interface Dispatch {
  take(interaction: Interaction): void;
  /** Resolves when everything taken so far has been answered or has failed. */
  finished(): Promise<void>;
  /** How many of those taken are not finished. */
  unfinished(): number;
}

/** What every interaction gets of the bot. `library` gives the one that answers now; an interaction keeps to its own. */
export interface DispatchParts extends Pick<AppWithStore, 'database' | 'deliver' | 'cards' | 'pace'> {
  readonly library: () => Library;
}

export function createDispatch(commands: Commands, { library, ...parts }: DispatchParts, log: Log): Dispatch {
  const begun = new Set<Promise<void>>();
  return {
    take: (interaction) => {
      const translate = translator(interaction.locale);
      const app: AppWithStore = { library: library(), ...parts, translate };
      const work = handle(interaction, commands, app, log).finally(() => begun.delete(work));
      begun.add(work);
    },
    finished: async () => {
      while (begun.size > 0) await Promise.allSettled(begun);
    },
    unfinished: () => begun.size,
  };
}

/** Never rejects: the last of what can go wrong is that nobody can be told, and then the log is. */
async function handle(
  interaction: Interaction,
  commands: Commands,
  app: AppWithStore,
  log: Log,
): Promise<void> {
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
  app: AppWithStore,
): Promise<Response> {
  if (interaction.isChatInputCommand()) {
    const command = commands.get(interaction.commandName);
    if (command && 'execute' in command) return command.execute(interaction, app);
  }
  if (interaction.isMessageContextMenuCommand()) {
    const command = commands.get(interaction.commandName);
    if (command && 'onMessage' in command) return command.onMessage(interaction, app);
  }
  if (interaction.isMessageComponent() || interaction.isModalSubmit()) {
    const command = owner(interaction.customId, commands);
    if (command?.component) return command.component(interaction, app);
  }
  throw new UserError({ key: 'discord.gone' });
}

/** Custom ids are `<name>:<action>:<id>`. */
function owner(customId: string, commands: Commands): Command | undefined {
  return commands.get(customId.split(':', 1)[0] ?? '');
}

/** Choices are a help, not an answer: where none can be made, none are offered, and typing goes on. */
async function suggest(
  interaction: AutocompleteInteraction,
  commands: Commands,
  app: AppWithStore,
  log: Log,
): Promise<void> {
  let choices: readonly Choice[] = [];
  try {
    const command = commands.get(interaction.commandName);
    if (command && 'autocomplete' in command)
      choices = (await command.autocomplete?.(interaction, app)) ?? [];
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
