// Keeps processes that run some of the shards each: starts them, has another take the place of one that ended, replaces them one after the
// other, ends them. discord.js's ShardingManager starts them and speaks with them; what it lacks is here: several shards a process, patience
// with one that cannot live, and ends in which what was begun is finished.
import { setTimeout as delay } from 'node:timers/promises';
import { type Shard, ShardingManager } from 'discord.js';
import { within } from '../../common/within.ts';
import { environmentFor, rangesOf } from '../../config.ts';
import type { Log } from '../../log.ts';
import { openPatience, type Patience } from './patience.ts';
import { type Down, ours, type Said, type Up } from './talk.ts';

/** How a process ended. */
export interface End {
  readonly code: number | null;
  readonly signal: string | null;
}

/** A process, from its start to its end. */
export interface One {
  readonly shards: readonly number[];
  readonly began: number;
  /** Resolves when it is connected and answers; never, where it ends before. */
  readonly ready: Promise<void>;
  readonly ended: Promise<End>;
  isReady: boolean;
  say(said: Down): void;
  kill(signal: 'SIGTERM' | 'SIGKILL'): void;
}

/** The shards of a process, whichever process runs them. */
export interface Seat {
  readonly shards: readonly number[];
  readonly patience: Patience;
  one: One | undefined;
  /** Whether there was one yet. */
  isBegun: boolean;
  /** Takes the place of the one that is there. */
  coming: One | undefined;
}

export interface ProcessesOptions {
  readonly script: string;
  /** The shards of each process. */
  readonly groups: readonly (readonly number[])[];
  /** How many shards there are on all machines. */
  readonly count: number;
  readonly log: Log;
  readonly hears: (one: One, said: Up) => void;
  /** Resolves when so many shards may log in today. */
  readonly mayLogIn: (shards: number, stopping: AbortSignal) => Promise<void>;
}

/** A bot takes 8 s at most to finish what was begun, and logs out (connection/bot.ts). */
const endsWithinMs = 9_500;
/** Reading large documents, and waiting for a turn to log in. */
const readyWithinMs = 5 * 60_000;

export class Processes {
  readonly seats: readonly Seat[];
  /** Resolves when all have ended after `stop`. */
  readonly ended: Promise<void>;
  readonly #options: ProcessesOptions;
  readonly #manager: ShardingManager;
  readonly #environments: ReadonlyMap<Seat, NodeJS.ProcessEnv>;
  readonly #living = new Set<One>();
  readonly #stopping = new AbortController();
  readonly #over = Promise.withResolvers<void>();
  #made = 0;
  #isStarted = false;
  #replacing: Promise<void> | undefined;

  constructor(options: ProcessesOptions) {
    const { groups, count, script } = options;
    this.#options = options;
    this.ended = this.#over.promise;
    this.seats = groups.map((shards) => ({
      ...{ shards, patience: openPatience() },
      ...{ one: undefined, isBegun: false, coming: undefined },
    }));
    // Before: it writes a token, or none, into the environment, where that of a process may stand in a file.
    this.#environments = new Map(this.seats.map((seat) => [seat, environmentFor(seat.shards, count)]));
    this.#manager = new ShardingManager(script, {
      ...{ totalShards: count, shardList: groups.flat(), mode: 'process', respawn: false },
      ...{ shardArgs: ['main'], execArgv: process.execArgv },
    });
  }

  /**
   * Starts all of them: the first alone, so that what is wrong with all is told once. Resolves to undefined when all are ready, or are
   * stopped meanwhile, or to how the one ended that could not start.
   */
  async start(): Promise<End | undefined> {
    const [first, ...others] = this.seats;
    for (const seats of [first ? [first] : [], others]) {
      const ends = await Promise.all(seats.map((seat) => this.#begin(seat)));
      const failed = ends.find((end) => end !== undefined);
      if (this.#stopping.signal.aborted) return undefined;
      if (failed) return failed;
    }
    for (const seat of this.seats) void this.#keep(seat);
    this.#isStarted = true;
    this.#options.log.info({ processes: this.seats.length }, 'all processes are ready');
    return undefined;
  }

  /** Has new processes take the places of those that run, one after the other, each before the old one ends. */
  replaceAll(): Promise<void> {
    // They are as new as can be.
    if (!this.#isStarted) return Promise.resolve();
    this.#replacing ??= this.#replaceEach().finally(() => {
      this.#replacing = undefined;
    });
    return this.#replacing;
  }

  /** Has all of them finish what was begun. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all([...this.#living].map(end));
    this.#over.resolve();
  }

  /** At once. */
  kill(): void {
    for (const one of this.#living) one.kill('SIGKILL');
  }

  async #begin(seat: Seat): Promise<End | undefined> {
    const one = this.#launch(seat);
    seat.one = one;
    return Promise.race([one.ready.then(() => undefined), one.ended]);
  }

  #launch(seat: Seat): One {
    const { hears, log } = this.#options;
    this.#made += 1;
    seat.isBegun = true;
    const shard = this.#manager.createShard(this.#made);
    shard.env = this.#environments.get(seat);
    const ready = Promise.withResolvers<void>();
    const ended = Promise.withResolvers<End>();
    const one: One = {
      ...{ shards: seat.shards, began: performance.now(), isReady: false },
      ...{ ready: ready.promise, ended: ended.promise },
      say: (communique) =>
        void shard.send({ communique } satisfies Said<Down>).catch(() => {
          // It is gone, and nobody waits for what it is told.
        }),
      kill: (signal) => void shard.process?.kill(signal),
    };
    shard.on('message', (message: Said<Up>) => {
      const said = ours(message);
      if (said?.kind === 'ready') {
        one.isReady = true;
        ready.resolve();
      } else if (said) hears(one, said);
    });
    this.#living.add(one);
    void ended.promise.then(() => {
      one.isReady = false;
      this.#living.delete(one);
      this.#manager.shards.delete(shard.id);
    });
    spawn(shard, ended.resolve, (pid) =>
      log.info({ process: rangesOf(seat.shards), pid }, 'a process is started'),
    );
    return one;
  }

  /** As long as it is not to stop, somebody runs these shards. */
  async #keep(seat: Seat): Promise<void> {
    const { log, mayLogIn } = this.#options;
    const { signal } = this.#stopping;
    for (;;) {
      const { one } = seat;
      if (!one) return;
      const end = await one.ended;
      if (signal.aborted) return;
      // It was replaced, or is being replaced.
      if (seat.one !== one) continue;
      const { coming } = seat;
      seat.one = coming;
      if (coming) continue;
      const waitMs = seat.patience.after(performance.now() - one.began);
      const facts = { process: rangesOf(seat.shards), ...end, waitMs };
      log.error(facts, 'a process ended; another takes its place');
      await delay(waitMs, undefined, { signal }).catch(() => undefined);
      await mayLogIn(seat.shards.length, signal);
      if (signal.aborted) return;
      seat.one = this.#launch(seat);
    }
  }

  async #replaceEach(): Promise<void> {
    const { log, mayLogIn } = this.#options;
    const { signal } = this.#stopping;
    log.info({ processes: this.seats.length }, 'the processes are replaced one after the other');
    for (const seat of this.seats) {
      await mayLogIn(seat.shards.length, signal);
      // One that just ended is replaced anyway.
      if (signal.aborted || !seat.one) continue;
      if (!(await this.#replace(seat))) {
        const facts = { process: rangesOf(seat.shards) };
        log.error(facts, 'a new process did not get ready, so those that run go on');
        return;
      }
    }
    if (!signal.aborted) log.info('all processes are replaced');
  }

  async #replace(seat: Seat): Promise<boolean> {
    const next = this.#launch(seat);
    seat.coming = next;
    const came = Promise.race([next.ready.then(() => true), next.ended.then(() => false)]);
    const isReady = await within(readyWithinMs, came, false);
    seat.coming = undefined;
    const old = seat.one;
    if (!isReady) {
      if (old !== next) next.kill('SIGKILL');
      return this.#stopping.signal.aborted;
    }
    seat.one = next;
    // Both are connected until then, and an interaction is answered by whichever claims it.
    if (old && old !== next) await end(old);
    return true;
  }
}

/** Asks for the end, and enforces it where that takes too long. */
async function end(one: One): Promise<void> {
  one.kill('SIGTERM');
  const ended = one.ended.then(() => true);
  if (await within(endsWithinMs, ended, false)) return;
  one.kill('SIGKILL');
  await ended;
}

function spawn(shard: Shard, ended: (end: End) => void, began: (pid: number) => void): void {
  let over = false;
  const once = (how: End): void => {
    if (!over) ended(how);
    over = true;
  };
  shard.on('spawn', (child) => {
    if (!('pid' in child)) return;
    if (child.pid !== undefined) began(child.pid);
    // One that could not even be started, for want of memory perhaps, tells so here and has no end.
    child.on('error', () => child.pid === undefined && once({ code: null, signal: null }));
  });
  shard.on('death', (child) => {
    if ('exitCode' in child) once({ code: child.exitCode, signal: child.signalCode });
  });
  shard.spawn(-1).catch(() => once({ code: null, signal: null }));
}
