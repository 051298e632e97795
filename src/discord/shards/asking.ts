// How the processes of the shards are, asked of each and told as one: health, readiness and figures of the machine.
import { within } from '../../common/within.ts';
import { rangesOf } from '../../config.ts';
import { type Told as Figure, type Figures, mergedText } from '../../health/figures.ts';
import { processLine } from '../../health/lines.ts';
import type { Answers } from '../../health/server.ts';
import type { Message } from '../../messages/messages.ts';
import type { One, Seat } from './processes.ts';
import type { Facts, Topic, Up } from './talk.ts';

export interface Asking {
  /** A process told something. */
  hears(said: Extract<Up, { kind: 'told' }>): void;
  /** Whether a process says anything at all. */
  isAlive(one: One): Promise<boolean>;
  readonly answers: Pick<Answers, 'health' | 'readiness' | 'figures'>;
}

/** Each waits two seconds for its own checks (health/checks.ts). */
const answersWithinMs = 2_500;

/** `own`: the figures of this process. */
export function openAsking(
  seats: () => readonly Seat[],
  own: Pick<Figures, 'values' | 'contentType'>,
): Asking {
  const waiting = new Map<number, (facts: Partial<Facts>) => void>();
  let last = 0;
  const tells = async (one: One, topic: Topic | 'alive'): Promise<Partial<Facts> | undefined> => {
    last += 1;
    const id = last;
    const told = Promise.withResolvers<Partial<Facts>>();
    waiting.set(id, told.resolve);
    one.say({ kind: 'tell', id, topic });
    const facts = await within(answersWithinMs, told.promise, undefined);
    waiting.delete(id);
    return facts;
  };
  const ask = async <T extends Topic>(one: One, topic: T): Promise<Facts[T] | undefined> =>
    (await tells(one, topic))?.[topic];
  const failing = async (topic: 'health' | 'readiness'): Promise<Message[]> => {
    const all = await Promise.all(
      seats().map(async ({ one, isBegun, shards }): Promise<readonly Message[]> => {
        const named = rangesOf(shards);
        if (!one && isBegun) return [processLine('gone', named)];
        if (!one?.isReady) return [processLine('starting', named)];
        return (await ask(one, topic)) ?? [processLine('silent', named)];
      }),
    );
    return onceEach(all.flat());
  };
  const text = async (): Promise<string> => {
    const ready = seats().flatMap(({ one }) => (one?.isReady ? [one] : []));
    const told = await Promise.all([own.values(), ...ready.map((one) => ask(one, 'figures'))]);
    return mergedText(told.filter((figures): figures is readonly Figure[] => figures !== undefined));
  };
  return {
    hears: ({ id, facts }) => waiting.get(id)?.(facts),
    isAlive: async (one) => (await tells(one, 'alive')) !== undefined,
    answers: {
      health: { failing: () => failing('health') },
      readiness: { failing: () => failing('readiness') },
      figures: { text, contentType: own.contentType },
    },
  };
}

/** All of them have one store, and say the same of it. */
function onceEach(lines: readonly Message[]): Message[] {
  return [...new Map(lines.map((line) => [JSON.stringify(line), line])).values()];
}
