// What is found out behind the storm of many processes: what was acknowledged and is lost, what stands twice, who logged in too soon.
import type { Store } from '../../src/store/store.ts';
import type { Channel, Discord } from '../double/double.ts';

/** Discord lets so many log in within five seconds. */
export const concurrency = 2;
const windowMs = 5_000;

/** What was told to somebody as done. */
export interface Acknowledged {
  readonly asked: { guild: string; number: number; text: string }[];
  readonly approved: { guild: string; number: number; channel: Channel }[];
  /** How long documents that were approved took to be answered from in a process that is not their server's. */
  readonly news: number[];
}

/** Every login, as long as it is watched. */
export function watchLogins(discord: Discord): { readonly at: [shard: number, at: number][]; end(): void } {
  const at: [number, number][] = [];
  let isOver = false;
  const watch = async (): Promise<void> => {
    while (!isOver) {
      const login = await discord.happens('identify', undefined, 3_600_000).catch(() => undefined);
      if (login?.shard !== undefined) at.push([login.shard, performance.now()]);
    }
  };
  void watch();
  return {
    at,
    end: () => {
      isOver = true;
    },
  };
}

/** First answers that Discord turned down, as there was one. */
export const refusedTwice = (discord: Discord): number =>
  discord.refusals.filter(({ code, path }) => code === 40_060 && path.includes('callback')).length;

export function tooSoon(logins: readonly (readonly [shard: number, at: number])[]): number {
  const byGroup = Map.groupBy(logins, ([shard]) => shard % concurrency);
  // A login is noted where it arrives: its turn may have come some milliseconds later than the one before.
  return [...byGroup.values()].flatMap((all) =>
    all.slice(1).filter(([, at], index) => at - (all[index]?.[1] ?? 0) < windowMs),
  ).length;
}

export async function lostOf({ database }: Store, { asked, approved }: Acknowledged): Promise<number> {
  const rows = await database.selectFrom('questions').select(['guild', 'number', 'text', 'state']).execute();
  const found = new Map(rows.map((row) => [`${row.guild} ${row.number}`, row]));
  const lostQuestions = asked.filter(
    ({ guild, number, text }) => found.get(`${guild} ${number}`)?.text !== text,
  );
  const lostAnswers = approved.filter(({ guild, number, channel }) => {
    const isPublished = found.get(`${guild} ${number}`)?.state === 'published';
    return !isPublished || !answersIn(channel).has(number);
  });
  return lostQuestions.length + lostAnswers.length;
}

export async function twiceOf({ database }: Store, channels: readonly Channel[]): Promise<number> {
  const rows = await database.selectFrom('questions').select(['guild', 'text']).execute();
  const texts = Map.groupBy(rows, ({ text }) => text);
  const questions = [...texts.values()].filter((each) => each.length > 1).length;
  const answers = channels.flatMap((channel) => [...answersIn(channel).values()]);
  return questions + answers.filter((count) => count > 1).length;
}

/** How often the answer to each question stands in the channel. */
function answersIn({ messages }: Channel): Map<number, number> {
  const found = new Map<number, number>();
  for (const { components, onlyFor } of messages) {
    const [, number] = /\*\*Question #(\d+)\*\*/u.exec(JSON.stringify(components)) ?? [];
    if (number !== undefined && onlyFor === null)
      found.set(Number(number), (found.get(Number(number)) ?? 0) + 1);
  }
  return found;
}
