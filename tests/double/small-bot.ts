// A small bot for the double's own tests: the unmodified discord.js client, with one handler for all interactions.
import { Client, type ClientOptions, Events, GatewayIntentBits, type Interaction } from 'discord.js';
import type { Discord, Seen } from './double.ts';

export interface SmallBot {
  readonly client: Client<true>;
  /** What the handler threw and what the client reported, in order. */
  readonly errors: unknown[];
  close(): Promise<void>;
}

/** Logs in and waits until the client is ready. Commands are registered globally. */
export async function startBot(
  discord: Pick<Discord, 'restBase' | 'token'>,
  handle: (interaction: Interaction) => Promise<unknown>,
  commands: readonly Record<string, unknown>[] = [],
  options: Partial<ClientOptions> = {},
): Promise<SmallBot> {
  const errors: unknown[] = [];
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    ...options,
    rest: { api: discord.restBase, globalRequestsPerSecond: 5_000, ...options.rest },
  });
  client.on(Events.Error, (error) => errors.push(error));
  client.on(Events.InteractionCreate, (interaction) => {
    handle(interaction).catch((error: unknown) => errors.push(error));
  });
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  const readyClient = await ready;
  await client.rest.put(`/applications/${readyClient.application.id}/commands`, { body: commands });
  return { client: readyClient, errors, close: () => client.destroy() };
}

/** A request without discord.js, for bodies that its builders would not let through. */
export async function call(
  discord: Discord,
  method: string,
  path: string,
  body?: unknown,
  token = discord.token,
): Promise<{ status: number; code: number; body: unknown; headers: Headers }> {
  const response = await fetch(`${discord.restBase}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const answer: unknown = text === '' ? null : JSON.parse(text);
  const code = typeof answer === 'object' && answer !== null && 'code' in answer ? Number(answer.code) : 0;
  return { status: response.status, code, body: answer, headers: response.headers };
}

/** What a raw request needs to answer an interaction. */
export interface Pending {
  readonly id: string;
  readonly token: string;
  readonly seen: Seen;
}

/** A bot that leaves every interaction to the test: `pending` resolves when it has reached the client. */
export async function startSilentBot(
  discord: Discord,
  commands: readonly Record<string, unknown>[],
): Promise<SmallBot & { pending(act: () => Promise<Seen>): Promise<Pending> }> {
  let arrived: (interaction: Interaction) => void = () => {};
  const bot = await startBot(discord, async (interaction) => arrived(interaction), commands);
  const pending = async (act: () => Promise<Seen>) => {
    const arrival = new Promise<Interaction>((resolve) => {
      arrived = resolve;
    });
    const seen = await act();
    const { id, token } = await arrival;
    return { id, token, seen };
  };
  return { ...bot, pending };
}
