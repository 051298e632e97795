// What the scenes of mentions share: a bot that hears them, a server that wants them answered, and what is said to it.
import { expect } from 'vitest';
import type { Place, Seen, Server } from '../../double/double.ts';
import { type Scene, startScene } from '../bot.ts';

type SceneOptions = Parameters<typeof startScene>[0];

/** View Channel, Send Messages, Read Message History, in threads as well: all that a bot needs to answer. */
export const enough = (1n << 10n) | (1n << 11n) | (1n << 16n) | (1n << 38n);
export const manageServer = (1n << 5n) | (1n << 10n) | (1n << 31n);

export interface Heard extends Scene {
  /** `<@…>`, and behind it what is asked. */
  readonly to: (question: string) => string;
  /** What the bot has said in a channel, for all to see. */
  readonly said: (where: Place) => readonly Seen[];
  /** What alice asks is answered, sooner or later. */
  readonly asks: (question: string, where?: Place) => Promise<Seen>;
  /** A reply with a ping, and what is said to it. */
  readonly replies: (answer: Seen, question: string, where?: Place) => Promise<Seen>;
  /** Waits until everything that was said before has been heard. */
  readonly settled: (where?: Place) => Promise<void>;
}

/** Somebody who may manage the server chooses. */
export async function choose(server: Server, options: Record<string, string>): Promise<Seen> {
  const admin = server.member({ name: 'admin', permissions: manageServer }).in(server.channel('settings'));
  return admin.runs('/settings', options);
}

/** A scene in which mentions are heard and, unless told, answered. */
export async function startHearing({
  on = true,
  ...options
}: SceneOptions & { on?: boolean } = {}): Promise<Heard> {
  const scene = await startScene({
    patienceMs: 20_000,
    ...options,
    settings: { MENTIONS: true, LOG_SLOW_MS: 60_000, ...options.settings },
  });
  const { discord, alice } = scene;
  if (on) await choose(alice.person.server!, { mentions: 'on' });
  const said = (where: Place): Seen[] =>
    where.sees().filter(({ message }) => message.author.id === discord.bot.id && message.onlyFor === null);
  const answerTo = async (question: Seen, where: Place): Promise<Seen> => {
    const isAnswer = ({ message }: Seen): boolean => message.replyTo === question.id;
    return (await where.until(() => said(where).some(isAnswer))).find(isAnswer)!;
  };
  const to = (question: string): string => `<@${discord.bot.id}> ${question}`;
  return {
    ...scene,
    to,
    said,
    asks: (question, where = alice) => answerTo(where.says(to(question)), where),
    replies: (answer, question, where = alice) => answerTo(where.repliesTo(answer, question), where),
    settled: async (where = alice) => {
      // Messages of a server come in their order, and what is asked in it is answered in turn.
      const done = where.person.server!.member({ name: 'last' }).in(where.person.server!.channel('last'));
      await done.runs('/ask', { question: 'Can borders be changed by force?' });
    },
  };
}

/** Nobody was pinged but whoever asked, nothing was refused, and the log has no trouble. */
export function expectQuiet({ discord, log }: Scene): void {
  expect(discord.violations).toEqual([]);
  expect(discord.refusals).toEqual([]);
  expect(log.filter(({ level }) => ['warn', 'error', 'fatal'].includes(level))).toEqual([]);
}
