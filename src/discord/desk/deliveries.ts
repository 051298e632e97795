// The worker: looks for what must reach Discord, sends it, closes desks whose time is over, forgets what is too old.
// Several processes may run one each; a stop finishes what was begun.
import { setTimeout as delay } from 'node:timers/promises';
import type { REST } from 'discord.js';
import type { ListKeeper } from '../../keeping/lists.ts';
import type { Libraries } from '../../libraries.ts';
import type { Library } from '../../library.ts';
import { type Log, newErrorId } from '../../log.ts';
import { program } from '../../questions/change.ts';
import { type Home, type Job, takeDue } from '../../questions/deliver.ts';
import { closeDue } from '../../questions/desk.ts';
import { flagAnswers, guildsWithAnswers } from '../../questions/flags.ts';
import { retryRefused } from '../../questions/refused.ts';
import type { Database } from '../../store/tables.ts';
import { becameOf } from './passages.ts';
import { sendJob } from './send.ts';

export interface Deliveries {
  /** Begins to look, now and again. */
  begin(): void;
  /** Has it look now. */
  readonly deliver: () => void;
  /** The same; resolves when the card of a question was sent, or after a moment where it was not. */
  readonly refreshed: (question: CardOf) => Promise<void>;
  /** The sources of these servers changed: their published answers are looked through. */
  sourcesChanged(guilds: readonly string[]): void;
  /** What the bot may do in a server has changed: what was refused there is tried again. */
  permissionsChanged(guild: string): void;
  /** Takes nothing more; resolves when what was begun is finished. */
  end(): Promise<void>;
}

interface CardOf {
  readonly guild: string;
  readonly number: number;
}

export interface DeliveryParts {
  readonly rest: REST;
  readonly database: Database;
  readonly libraries: Pick<Libraries, 'of' | 'shared'>;
  readonly log: Log;
  /** The servers that are this process's, where there are several; all of them unless told. Known once it is connected. */
  readonly home?: () => Home | undefined;
  readonly isHome?: (guild: string) => boolean;
  /** Brings the list of erasures beside the store up to date; hourly also where nothing was erased. */
  readonly listErasures?: ListKeeper;
}

/** Other processes write too, so it looks without being told: what they wrote is sent within a second. */
const lookMs = 1_000;
/** So many at a time: discord.js keeps Discord's rate limits, which are about five messages a channel in five seconds. */
const width = 8;
/** So long whoever pressed a button waits for its card: a reply is deferred a moment later (respond.ts). */
const cardMs = 600;
const hour = 3_600_000;
/** Whoever mends permissions changes several, one after the other. */
const settledMs = 3_000;

export function startDeliveries(parts: DeliveryParts): Deliveries {
  const ending = new AbortController();
  let told = Promise.withResolvers<void>();
  let running: Promise<void> | undefined;
  let flagging: Promise<void> = Promise.resolve();
  let woken = true;
  const deliver = (): void => {
    woken = true;
    told.resolve();
  };
  const waiting = new Map<string, PromiseWithResolvers<void>>();
  const sent = ({ kind, guild, number }: Job): void => {
    if (kind === 'card') waiting.get(`${guild} ${number}`)?.resolve();
  };
  // Beside what is sent: it opens the libraries of many servers, one after the other.
  const flag = (guilds?: readonly string[]): void => {
    flagging = flagging.then(async () => {
      await quietly(parts, () => flagAll(parts, ending.signal, guilds));
      deliver();
    });
  };
  const run = async (): Promise<void> => {
    let nextCleaning = 0;
    let looked: Library | undefined;
    while (!ending.signal.aborted) {
      told = Promise.withResolvers();
      const shared = parts.libraries.shared();
      if (shared !== looked) flag();
      looked = shared;
      const count = await quietly(parts, () => round(parts, { flag, sent }));
      const isDue = Date.now() >= nextCleaning;
      // Whoever erases something has it look.
      if (woken || isDue) await quietly(parts, async () => parts.listErasures?.({ anyway: isDue }));
      woken = false;
      if (isDue) {
        nextCleaning = Date.now() + hour;
        // A channel that refused for a moment says nothing when it does no more.
        await quietly(parts, () => retryRefused(parts.database, Date.now()));
      }
      // A full round may have left something.
      if (count !== width) await Promise.race([told.promise, wait(ending.signal)]);
    }
  };
  const changed = new Set<string>();
  let retrying: Promise<void> | undefined;
  const retry = async (): Promise<void> => {
    await wait(ending.signal, settledMs);
    const guilds = [...changed];
    changed.clear();
    retrying = undefined;
    for (const guild of guilds)
      await quietly(parts, () => retryRefused(parts.database, Date.now(), { guild }));
    deliver();
  };
  return {
    permissionsChanged: (guild) => {
      if (ending.signal.aborted) return;
      changed.add(guild);
      retrying ??= retry();
    },
    begin: () => {
      running ??= run();
    },
    deliver,
    refreshed: async ({ guild, number }) => {
      const key = `${guild} ${number}`;
      const due = waiting.get(key) ?? Promise.withResolvers<void>();
      waiting.set(key, due);
      deliver();
      await Promise.race([due.promise, wait(ending.signal, cardMs)]);
      if (waiting.get(key) === due) waiting.delete(key);
    },
    sourcesChanged: (guilds) => {
      if (running && !ending.signal.aborted) flag(guilds);
    },
    end: async () => {
      ending.abort();
      deliver();
      await running;
      await flagging;
      await retrying;
    },
  };
}

async function wait(signal: AbortSignal, milliseconds = lookMs): Promise<void> {
  await delay(milliseconds, undefined, { signal, ref: false }).catch(() => undefined);
}

interface Told {
  readonly flag: (guilds: readonly string[]) => void;
  readonly sent: (job: Job) => void;
}

/** One look: how many messages were sent or tried. */
async function round(parts: DeliveryParts, { flag, sent }: Told): Promise<number> {
  await closeDue(parts.database, program, Date.now());
  const jobs = await takeDue(parts.database, Date.now(), width, parts.home?.());
  const send = async (job: Job) => {
    await quietly(parts, () => sendJob(job, parts));
    sent(job);
  };
  await Promise.all(jobs.map(send));
  // Its sources may have changed while an answer was on its way, or before a moderator chose other passages for it.
  const answered = jobs.filter(({ kind }) => kind === 'answer').map(({ guild }) => guild);
  if (answered.length > 0) flag(answered);
  return jobs.length;
}

/** Flags the published answers whose paragraphs are no longer what they were. */
async function flagAll(parts: DeliveryParts, signal: AbortSignal, only?: readonly string[]): Promise<void> {
  const { database, libraries, isHome = () => true } = parts;
  for (const guild of await guildsWithAnswers(database)) {
    if (signal.aborted) return;
    // The others are looked through where their documents are open anyway.
    if (!isHome(guild)) continue;
    if (only && !only.includes(guild)) continue;
    const became = becameOf(await libraries.of(guild));
    await flagAnswers(database, guild, became, Date.now());
  }
}

/** The store may be away for a moment: what is due stays due. */
async function quietly<T>({ log }: DeliveryParts, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    log.error({ id: newErrorId(), err: error }, 'what is due could not be looked after');
    return undefined;
  }
}
