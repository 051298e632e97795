// What the double's own tests begin with: a double, a bot, and alice in a channel, begun before the tests that follow and ended
// after them.
import type { Interaction } from 'discord.js';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { ASK } from './bodies.ts';
import {
  type Channel,
  type Discord,
  type DiscordOptions,
  type Person,
  type Server,
  startDiscord,
} from './double.ts';
import { COMMANDS } from './sample-commands.ts';
import { call, type Pending, type SmallBot, startBot, startSilentBot } from './small-bot.ts';

type Answered = ReturnType<typeof call>;

/** A bot that leaves every interaction to the test, which answers by raw requests. */
export interface SilentStage {
  readonly discord: Discord;
  readonly bot: Awaited<ReturnType<typeof startSilentBot>>;
  readonly channel: Channel;
  readonly alice: Person;
  /** Alice runs /ask; resolves when it has reached the bot. */
  asked(): Promise<Pending>;
  answer(pending: Pick<Pending, 'id' | 'token'>, type: number, data?: unknown, query?: string): Answered;
  webhook(method: string, pending: Pending, path?: string, body?: unknown): Answered;
}

/** Sets a silent stage for the tests that follow; `set` is given it before the first. */
export function withSilentBot(set: (stage: SilentStage) => void, options: DiscordOptions = {}): void {
  let discord: Discord;
  let bot: SilentStage['bot'];
  beforeAll(async () => {
    discord = await startDiscord(options);
    const server = discord.server();
    const channel = server.channel('general');
    const alice = server.member({ name: 'alice' });
    bot = await startSilentBot(discord, [ASK]);
    set({
      discord,
      bot,
      channel,
      alice,
      asked: () => bot.pending(() => alice.in(channel).runs('/ask', {}, { until: 'sent' })),
      answer: ({ id, token }, type, data, query = '') =>
        call(discord, 'POST', `/interactions/${id}/${token}/callback${query}`, {
          type,
          ...(data ? { data } : {}),
        }),
      webhook: (method, { token }, path = '', body) =>
        call(discord, method, `/webhooks/${discord.bot.id}/${token}${path}`, body),
    });
  });
  beforeEach(() => discord.forgets());
  afterAll(async () => {
    await bot.close();
    await discord.close();
  });
}

/** A bot whose next answer the test says. */
export interface TalkingStage {
  readonly discord: Discord;
  readonly bot: SmallBot;
  readonly server: Server;
  readonly channel: Channel;
  readonly alice: Person;
  /** Says what the bot does with the next command, button, menu or modal. */
  onInteraction(handle: (interaction: Interaction) => Promise<unknown>): void;
}

/** Sets a talking stage for the tests that follow; an error that the bot meets fails the test. */
export function withTalkingBot(set: (stage: TalkingStage) => void): void {
  let discord: Discord;
  let bot: SmallBot;
  beforeAll(async () => {
    discord = await startDiscord();
    const server = discord.server({ name: 'Talks' });
    const channel = server.channel('general');
    const alice = server.member({ name: 'alice', locale: 'de' });
    let handle = async (_interaction: Interaction): Promise<unknown> => undefined;
    bot = await startBot(discord, (interaction) => handle(interaction), COMMANDS);
    const onInteraction: TalkingStage['onInteraction'] = (next) => {
      handle = next;
    };
    set({ discord, bot, server, channel, alice, onInteraction });
  });
  beforeEach(() => discord.forgets());
  afterEach(() => expect(bot.errors.splice(0)).toEqual([]));
  afterAll(async () => {
    await bot.close();
    await discord.close();
  });
}
