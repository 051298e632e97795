// Brings every interaction to its command, and meets whatever goes wrong there, once, for all of them.
import { DiscordAPIError, type Interaction, RESTJSONErrorCodes, type RepliableInteraction } from 'discord.js';
import { LRUCache } from 'lru-cache';
import { UserError } from '../../common/errors.ts';
import { inLine } from '../../common/line.ts';
import { type Log, newErrorId, underOneId } from '../../log.ts';
import { translator } from '../../messages/messages.ts';
import type { Commands, Response } from '../command.ts';
import { suggest } from '../offering/suggest.ts';
import { renderLine } from '../rendering/render.ts';
import { refusal } from '../told.ts';
import { openAges } from './ages.ts';
import { type Ended, ended, endedWith, metOf, type Outcome, type Watch } from './met.ts';
import { deferAfterMs, lateDeferAfterMs, respond, respondAgain, TooLate } from './respond.ts';
import { handling, turningAway } from './turn-rules.ts';
import { type Asker, type Busy, Crowded, openTurns, type Turns } from './turns.ts';
import { type Count, countUnanswered } from './unanswered.ts';
import {
  about,
  answeredWithinMs,
  askerOf,
  type DispatchParts,
  opened,
  owner,
  type Unopened,
  type Way,
} from './way.ts';

/** Takes interactions and knows when those it took are finished. */
export interface Dispatch {
  take(interaction: Interaction): void;
  /** Takes nothing more: who comes now is answered by a successor, or not any more. */
  close(): void;
  /** Resolves when everything taken so far has been answered or has failed. */
  finished(): Promise<void>;
  /** How many of those taken are not finished. */
  unfinished(): number;
  /** How many are handled at this moment, and how many wait for their turn. */
  busy(): Busy;
  /** What is asked otherwise than by an interaction waits in the same lines, and is counted with them. */
  readonly turns: Turns;
  readonly count: Count;
}

/** What is older when it comes cannot be answered in time, and work on it would make others late. */
const oldestMs = 2_500;

/** `watch` is told what became of each interaction. */
export function createDispatch(commands: Commands, parts: DispatchParts, log: Log, watch: Watch): Dispatch {
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
  let isClosed = false;
  const take = async (interaction: Interaction): Promise<void> => {
    const age = ages.of(interaction.id);
    const began = performance.now() - age;
    const app: Unopened = { ...parts, translate: translator(interaction.locale) };
    // Choices change nothing, and of two offers Discord takes the first.
    if (!interaction.isAutocomplete() && parts.claim && !(await parts.claim(interaction.id))) return;
    const end = age > oldestMs ? tooOld() : await handle(interaction, { ...shared, app, began });
    watch({ ...metOf(interaction, commands), outcome: end.outcome, ms: end.at - began });
  };
  const tooOld = (): Ended => {
    shared.count('late');
    return ended('dropped');
  };
  return {
    take: (interaction) => {
      if (isClosed || seen.has(interaction.id)) return;
      seen.set(interaction.id, true);
      const taken = underOneId(() => take(interaction)).finally(() => begun.delete(taken));
      begun.add(taken);
    },
    close: () => {
      isClosed = true;
    },
    finished: async () => {
      while (begun.size > 0) await Promise.allSettled(begun);
    },
    unfinished: () => begun.size,
    busy: () => shared.turns.busy(),
    turns: shared.turns,
    count: shared.count,
  };
}

/** After a lost connection Discord may send events again that came already: each interaction is taken once. */
const mostRemembered = 2_000;

/** Never rejects: the last of what can go wrong is that nobody can be told, and then the log is. */
async function handle(interaction: Interaction, way: Way): Promise<Ended> {
  if (interaction.isAutocomplete()) return suggest(interaction, way);
  if (!interaction.isRepliable()) return ended('dropped');
  const { began, turns, commands, app, log, count } = way;
  const asker = { ...askerOf(interaction), since: began };
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
  const by = Math.max(began + deferAfterMs, performance.now() + lateDeferAfterMs);
  const due = { by, until: began + answeredWithinMs, seenBy: 'one' } as const;
  try {
    await respond(interaction, work, log, due);
    return ended(await endedWith(work));
  } catch (error) {
    isUnheard = isTooLate(error);
    const told = ended(isUnheard ? 'dropped' : await toldOf(error, interaction, asker, way));
    const end = await endOf(work, error, (own) => noteFailure(interaction, own, log));
    if (isUnheard) count(end);
    return told;
  }
}

async function toldOf(
  error: unknown,
  interaction: RepliableInteraction,
  asker: Asker,
  way: Way,
): Promise<Outcome> {
  if (!(error instanceof Crowded)) return tell(interaction, error, way);
  await turnAway(interaction, error, asker, way);
  return 'dropped';
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
    await said();
    return;
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
): Promise<Outcome> {
  const isRefusal = error instanceof UserError;
  const reply = isRefusal
    ? refusal(error, translate)
    : renderLine(translate('discord.failed', { id: noteFailure(interaction, error, log) }));
  try {
    await respondAgain(interaction, reply, log);
    return isRefusal ? 'refused' : 'failed';
  } catch (again) {
    if (isTooLate(again)) {
      count(isRefusal ? 'late' : 'unheard');
      return 'dropped';
    }
    log.error({ id: newErrorId(), ...about(interaction), err: again }, 'a reply could not be delivered');
    return 'failed';
  }
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
