// What may go out in a second: Discord counts a bot's requests, but for answers to interactions.
import { type Client, RESTEvents, Routes } from 'discord.js';
import { expect, onTestFinished, test } from 'vitest';
import { settingsSchema } from '../../../src/config.ts';
import { createClient } from '../../../src/discord/connection/client.ts';
import { startDiscord } from '../../double/double.ts';

/** More than Discord takes in a second of what it counts. */
const many = 60;

async function clientOnDouble(): Promise<Client> {
  const discord = await startDiscord();
  const client = createClient(
    settingsSchema.parse({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.restBase }),
  );
  client.rest.setToken(discord.token);
  onTestFinished(async () => {
    await client.destroy();
    await discord.close();
  });
  return client;
}

/** Whether discord.js holds requests back, told by the first that has to wait or by the last that came through. */
async function heldBack(client: Client, request: (at: number) => Promise<unknown>): Promise<boolean> {
  const waits = new Promise<boolean>((resolve) => {
    client.rest.once(RESTEvents.RateLimited, ({ global }) => resolve(global));
  });
  const all = Array.from({ length: many }, (_, at) => request(at).catch(() => undefined));
  return Promise.race([waits, Promise.all(all).then(() => false)]);
}

const edit = (client: Client) => (at: number) =>
  client.rest.patch(Routes.webhookMessage('1', `token-${at}`, '@original'), { auth: false, body: {} });

test('edits of deferred answers do not wait for each other, however many there are in a second', async () => {
  const client = await clientOnDouble();
  expect(await heldBack(client, edit(client))).toBe(false);
});

test('nor do further messages, or taking down what was deferred', async () => {
  const client = await clientOnDouble();
  const follow = (at: number) =>
    at % 2 === 0
      ? client.rest.post(Routes.webhook('1', `token-${at}`), { auth: false, body: {} })
      : client.rest.delete(Routes.webhookMessage('1', `token-${at}`), { auth: false });
  expect(await heldBack(client, follow)).toBe(false);
});

test('what is counted is held back, and answers to interactions are not held back by it', async () => {
  const client = await clientOnDouble();
  expect(await heldBack(client, () => client.rest.get(Routes.gatewayBot()))).toBe(true);
  expect(await heldBack(client, edit(client))).toBe(false);
});
