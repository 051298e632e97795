// Brings every interaction to its command, and meets whatever goes wrong there, once, for all of them.
import {
  type AutocompleteInteraction,
  DiscordAPIError,
  type Interaction,
  RESTJSONErrorCodes,
  type RepliableInteraction,
} from 'discord.js';
import { LRUCache } from 'lru-cache';
import { UserError } from '../errors.ts';
import type { Libraries } from '../libraries.ts';
import { inLine } from '../line.ts';
import { type Log, newErrorId } from '../log.ts';
import { type Translate, translator } from '../messages/messages.ts';
import { openAges } from './ages.ts';
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
import { deferAfterMs, respond, respondAgain, TooLate } from './respond.ts';
import { serverOf } from './server.ts';
import { handling, turningAway } from './turn-rules.ts';
import { type Asker, Crowded, openTurns } from './turns.ts';
import { type Count, countUnanswered } from './unanswered.ts';

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

/** Discord takes a first response for so long. */
const answeredWithinMs = 3_000;
/** What is older when it comes cannot be answered in time, and work on it would make others late. */
const oldestMs = 2_500;

export function createDispatch(commands: Commands, parts: DispatchParts, log: Log): Dispatch {
  const begun = new Set<Promise<void>>();
  const doubted = (): void => log.warn('nearly all interactions come late, or some come from ahead of time');
  const ages = openAges({ lateMs: oldestMs, doubted });
  const shared = {
    commands,
    log,
    turns: openTurns(handling),
    away: openTurns(turningAway),
    count: countUnanswered(log),
  };
  const seen = new LRUCache<string, true>({ max: mostRemembered });
  return {
    take: (interaction) => {
      if (seen.has(interaction.id)) return;
      seen.set(interaction.id, true);
      const age = ages.of(interaction.id);
      if (age > oldestMs) return shared.count('late');
      const app: Unopened = { ...parts, translate: translator(interaction.locale) };
      const work = handle(interaction, { ...shared, app, began: performance.now() - age });
      const taken = work.finally(() => begun.delete(taken));
      begun.add(taken);
    },
    finished: async () => {
      while (begun.size > 0) await Promise.allSettled(begun);
    },
    unfinished: () => begun.size,
  };
}

/** After a lost connection Discord may send events again that came already: each interaction is taken once. */
const mostRemembered = 2_000;

/** An interaction on its way: what it is given, and whose turn it is. */
interface Way {
  readonly commands: Commands;
  readonly app: Unopened;
  readonly log: Log;
  readonly turns: ReturnType<typeof openTurns>;
  readonly away: ReturnType<typeof openTurns>;
  readonly count: Count;
  /** When it began, by `performance.now()`. */
  readonly began: number;
}

/** The line in which an interaction waits. What is typed goes first, and does not count against what is pressed. */
function askerOf(interaction: Interaction): Asker {
  const { user } = interaction;
  const line = serverOf(interaction) ?? `member ${user.id}`;
  if (!interaction.isAutocomplete()) return { line, who: user.id };
  return { line, who: `typing ${user.id}`, first: true };
}

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
async function handle(interaction: Interaction, way: Way): Promise<void> {
  if (interaction.isAutocomplete()) return suggest(interaction, way);
  if (!interaction.isRepliable()) return;
  const { began, turns, commands, app, log, count } = way;
  const asker = askerOf(interaction);
  const { promise: work, resolve, reject } = Promise.withResolvers<Response>();
  let isUnheard = false;
  const turn = turns.take(asker, async () => {
    if (isUnheard) throw new TooLate();
    const response = await inLine(asker.line, () => run(interaction, commands, app));
    resolve(response);
    // A reply for everybody is made in the same turn, though it is deferred before.
    if ('later' in response) await response.later.catch(() => undefined);
  });
  turn.catch(reject);
  const due = { by: began + deferAfterMs, until: began + answeredWithinMs, seenBy: 'one' } as const;
  try {
    await respond(interaction, work, log, due);
  } catch (error) {
    isUnheard = isTooLate(error);
    if (error instanceof Crowded) await turnAway(interaction, error, asker, way);
    else if (!isUnheard) await tell(interaction, error, way);
    const end = await endOf(work, error, (own) => noteFailure(interaction, own, log));
    if (isUnheard) count(end);
  }
}

/**
 * What was begun goes on where it could not be told of. That is counted apart, and what fails then has the log alone to
 * tell of it; `told` was told already.
 */
async function endOf(
  work: Promise<Response>,
  told: unknown,
  note: (error: unknown) => void,
): Promise<'late' | 'unheard'> {
  try {
    const response = await work;
    if ('later' in response) await response.later;
  } catch (error) {
    // Refused, or not begun any more.
    if (error instanceof UserError || error instanceof TooLate) return 'late';
    if (error !== told) note(error);
  }
  return 'unheard';
}

/** Discord takes no answer, or said so: nobody can be told either. */
function isTooLate(error: unknown): boolean {
  if (error instanceof TooLate) return true;
  return error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownInteraction;
}

async function turnAway(
  interaction: RepliableInteraction,
  error: Crowded,
  asker: Asker,
  way: Way,
): Promise<void> {
  const { away, count } = way;
  const said = () => tell(interaction, error, way);
  // A deferral waits for what takes its place, whatever that costs.
  if (interaction.deferred) {
    count('crowded');
    return said();
  }
  try {
    await away.take(asker, said);
    count('crowded');
  } catch {
    // `said` never rejects: its turn did not come.
    count('untold');
  }
}

/** The one catch: a refusal is shown as it is, anything else as one plain line with the id that stands in the log. */
async function tell(
  interaction: RepliableInteraction,
  error: unknown,
  { app: { translate }, log, count }: Way,
): Promise<void> {
  const isRefusal = error instanceof UserError;
  const reply = isRefusal
    ? refusal(error, translate)
    : renderLine(translate('discord.failed', { id: noteFailure(interaction, error, log) }));
  try {
    await respondAgain(interaction, reply, log);
  } catch (again) {
    if (isTooLate(again)) return count(isRefusal ? 'late' : 'unheard');
    log.error({ id: newErrorId(), ...about(interaction), err: again }, 'a reply could not be delivered');
  }
}

function refusal(error: UserError, translate: Translate): Reply {
  if (error instanceof MarkedRefusal) return error.reply;
  const { told } = error;
  return renderLine(translate(told.key, told.values));
}

/** Returns the id under which it stands in the log. */
function noteFailure(interaction: Interaction, error: unknown, log: Log): string {
  const id = newErrorId();
  log.error({ id, ...about(interaction), err: error }, 'an interaction failed');
  return id;
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
  { turns, commands, app, log, count, began }: Way,
): Promise<void> {
  let choices: readonly Choice[] = [];
  try {
    const asker = askerOf(interaction);
    choices = await turns.take(asker, () => inLine(asker.line, () => choicesFor(interaction, commands, app)));
  } catch (error) {
    // Discord asks again with the next letter.
    if (error instanceof Crowded) return count('untold');
    // A store that is away for a moment would be an error for each letter.
    if (error instanceof UserError) count('unoffered');
    else log.error({ id: newErrorId(), ...about(interaction), err: error }, 'no choices could be made');
  }
  if (performance.now() > began + answeredWithinMs) return count('late');
  try {
    await interaction.respond(choices);
  } catch (error) {
    // Late or lost: Discord asks again with the next letter.
    log.warn({ ...about(interaction), err: error }, 'choices could not be delivered');
  }
}

async function choicesFor(
  interaction: AutocompleteInteraction,
  commands: Commands,
  app: Unopened,
): Promise<readonly Choice[]> {
  const command = commands.get(interaction.commandName);
  if (!command || !('autocomplete' in command)) return [];
  const whole = await opened(app, interaction, command);
  return (await command.autocomplete?.(interaction, whole)) ?? [];
}

/** What the log tells of an interaction: ids and the command, nothing that was typed. */
function about(interaction: Interaction): object {
  const { id, guildId } = interaction;
  const command = 'commandName' in interaction ? interaction.commandName : undefined;
  return { interaction: id, server: guildId, command };
}
