// Noise: what somebody hostile does in servers of their own, as quickly as they are answered.
import type { Discord, Place, Server } from '../double/double.ts';

/** A server whose people mean no good. */
export interface Camp {
  readonly server: Server;
  /** Somebody without any rights. */
  readonly member: Place;
  /** Moderators, which is whoever invited the bot and their friends; pace counts for each of them. */
  readonly moderators: readonly Place[];
}

export interface World {
  readonly discord: Discord;
  /** Of the bot, with its store. */
  readonly folder: string;
  readonly camps: readonly Camp[];
}

/** One deed after the other. Rejects where no answer came. */
export type Lane = () => Promise<unknown>;

export interface Noise {
  readonly name: string;
  /** What is there before the bot is started. */
  readonly prepare?: (world: World) => Promise<void>;
  readonly begin: (world: World) => Promise<Lanes> | Lanes;
}

/** What goes on at once, each in a lane of its own, and how many different deeds there are. */
export interface Lanes {
  readonly lanes: readonly Lane[];
  readonly kinds: number;
}

export interface Loudness {
  readonly deeds: number;
  readonly unanswered: number;
}

const camps = 6;
const moderatorsOfOne = 12;
const ordinary = (1n << 10n) | (1n << 11n) | (1n << 31n);
const managing = ordinary | (1n << 5n);

export function campsIn(discord: Discord): readonly Camp[] {
  return Array.from({ length: camps }, (_, index) => {
    const server = discord.server({ name: `noisy ${index}` });
    const channel = server.channel('noise');
    const moderators = Array.from({ length: moderatorsOfOne }, (__, n) =>
      server.member({ name: `moderator ${index}-${n}`, permissions: managing }).in(channel),
    );
    const member = server.member({ name: `member ${index}`, permissions: ordinary }).in(channel);
    return { server, member, moderators };
  });
}

/** All at once until it is told to stop. Who gets no answer goes on at once, though not in a loop without end. */
export async function loudly(lanes: readonly Lane[], isOver: () => boolean): Promise<Loudness> {
  let [deeds, unanswered] = [0, 0];
  const lane = async (deed: Lane): Promise<void> => {
    while (!isOver()) {
      deeds += 1;
      try {
        await deed();
      } catch {
        if (!isOver()) unanswered += 1;
      }
      await new Promise(setImmediate);
    }
  };
  await Promise.race([Promise.all(lanes.map(lane)), untilOver(isOver)]);
  return { deeds, unanswered };
}

/** What was begun last need not be waited for: the bot is stopped next. */
async function untilOver(isOver: () => boolean): Promise<void> {
  while (!isOver()) await new Promise((later) => setTimeout(later, 50));
}

/** One of many after the other, in an order that comes by all kinds of them early; begins again after the last. */
export function inTurn<T>(all: readonly T[]): () => T {
  const stride = strideFor(all.length);
  let at = 0;
  return () => {
    const next = all[at % all.length];
    at += stride;
    if (next === undefined) throw new Error('there is nothing to do');
    return next;
  };
}

/** About three eighths of the way round, and such that all are met before one is met again. */
function strideFor(count: number): number {
  let stride = Math.max(1, Math.floor(count * 0.382));
  while (divisor(stride, count) !== 1) stride += 1;
  return stride;
}

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
