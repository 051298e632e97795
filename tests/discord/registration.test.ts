// Commands are registered where they differ, and what Discord adds of its own makes no difference.
import { EventEmitter } from 'node:events';
import type { Client, REST } from 'discord.js';
import { GatewayIntentBits } from 'discord.js';
import { beforeAll, expect, test } from 'vitest';
import { type Commands, loadCommands } from '../../src/discord/command.ts';
import { createClient } from '../../src/discord/connection/client.ts';
import {
  alsoRegistered,
  applicationOf,
  clear,
  lookAtRegistered,
  type Registration,
  register,
  twiceMessage,
} from '../../src/discord/connection/registration.ts';
import { rememberRepeats, wasRepeated } from '../../src/discord/connection/repeats.ts';
import { exporting, handling, turningAway } from '../../src/discord/connection/turn-rules.ts';
import { toRegister } from '../../src/discord/former.ts';

type Told = Record<string, unknown>;
let commands: Commands;
beforeAll(async () => {
  commands = await loadCommands('commands');
});

const everywhere = '/applications/11/commands';
const inServer = (id: string) => `/applications/11/guilds/${id}/commands`;

/** Discord's side: what is registered by route, and what was asked of it. */
function discord(registered: Record<string, Told[]>) {
  const asked: string[] = [];
  const rest = {
    get: async (route: string, { query }: { query?: URLSearchParams } = {}) => {
      asked.push(`get ${route} ${query ?? ''}`.trim());
      return route.endsWith('@me') ? { id: '11', name: 'x' } : (registered[route] ?? []);
    },
    put: async (route: string, { body }: { body: Told[] }) => {
      asked.push(`put ${route}`);
      registered[route] = body.map((each, n) => ({
        ...each,
        id: String(n),
        version: '1',
        dm_permission: true,
      }));
    },
  } as unknown as REST;
  const at = (server?: string): Registration => ({ rest, application: '11', server });
  return { asked, registered, at, rest };
}

test.each([undefined, '22'])('what is registered already is not registered again: %s', async (server) => {
  const { at, asked, registered } = discord({});
  const route = server ? inServer(server) : everywhere;
  expect(await register(commands, at(server))).toBe(true);
  expect(asked).toEqual([`get ${route} with_localizations=true`, `put ${route}`]);
  expect(registered[route]).toHaveLength(toRegister(commands).length);
  // Discord tells them in an order, and with empty fields, of its own.
  const shuffled = registered[route]!.toReversed().map((each) => ({
    nsfw: false,
    options: [],
    name_localizations: null,
    ...each,
  }));
  registered[route] = shuffled;
  expect(await register(commands, at(server))).toBe(false);
  expect(await lookAtRegistered(commands, at(server))).toEqual({ registered: shuffled.length, differing: 0 });
  expect(asked.filter((each) => each.startsWith('put'))).toHaveLength(1);
});

test.each<[string, (command: Told) => Told]>([
  ['a name', (command) => ({ ...command, name: 'other' })],
  ['a description', (command) => ({ ...command, description: 'other' })],
  [
    'a description in another language',
    (command) => ({ ...command, description_localizations: { de: 'x' } }),
  ],
  ['a name in another language', (command) => ({ ...command, name_localizations: { de: 'x' } })],
  ['its type', (command) => ({ ...command, type: 9 })],
  ['its options', (command) => ({ ...command, options: [{ name: 'x', type: 3, description: 'x' }] })],
  ['the rights it needs', (command) => ({ ...command, default_member_permissions: '8' })],
  ['its age', (command) => ({ ...command, nsfw: true })],
])('a command that differs in %s is registered anew', async (what, changed) => {
  const { at, registered } = discord({});
  await register(commands, at());
  const [first, ...others] = registered[everywhere]!;
  registered[everywhere] = [changed(first!), ...others];
  const differing = what === 'a name' ? 2 : 1;
  expect(await lookAtRegistered(commands, at())).toEqual({ registered: others.length + 1, differing });
  expect(await register(commands, at())).toBe(true);
});

test('an option that differs in any of its parts is seen', async () => {
  const { at, registered } = discord({});
  await register(commands, at());
  const all = structuredClone(registered[everywhere]!);
  const withOption = all.findIndex(({ options }) => Array.isArray(options) && options.length > 0);
  const parts = 'required autocomplete min_value max_value min_length max_length channel_types choices'.split(
    ' ',
  );
  for (const part of parts) {
    const options = structuredClone(all[withOption]!['options']) as Told[];
    const value = part === 'choices' ? [{ name: 'x', value: 'y' }] : part === 'channel_types' ? [5] : 77;
    options[0] = { ...options[0], [part]: value };
    registered[everywhere] = all.with(withOption, { ...all[withOption], options });
    expect([part, (await lookAtRegistered(commands, at())).differing]).toEqual([part, 1]);
  }
});

test('where else they are registered is looked at in few servers', async () => {
  const { at, asked } = discord({
    [everywhere]: [{ name: 'ask' }],
    [inServer('1')]: [{ name: 'ask' }],
    [inServer('2')]: [{ name: 'strange' }],
  });
  expect(await alsoRegistered(commands, at('9'), [])).toEqual([undefined]);
  expect(await alsoRegistered(commands, at(), ['1', '2', '3', '4', '5'])).toEqual(['1']);
  asked.length = 0;
  expect(await alsoRegistered(commands, at(), ['1', '2', '3', '4', '5', '6'])).toEqual([]);
  expect(asked).toEqual([]);
  expect(twiceMessage(undefined, '9')).toEqual({ key: 'deploy.twiceEverywhere', values: { id: '9' } });
  expect(twiceMessage(undefined, undefined)).toEqual({ key: 'deploy.twiceEverywhere', values: { id: '' } });
  expect(twiceMessage('1', undefined)).toEqual({ key: 'deploy.twiceServer', values: { id: '1' } });
});

test('they are removed where there are any', async () => {
  const { at, asked, registered, rest } = discord({ [everywhere]: [{ name: 'ask' }, { name: 'cite' }] });
  expect(await clear(at())).toBe(2);
  expect(registered[everywhere]).toEqual([]);
  expect(await clear(at())).toBe(0);
  expect(asked.filter((each) => each.startsWith('put'))).toHaveLength(1);
  expect(await applicationOf(rest)).toBe('11');
});

test('what discord.js sent a second time is remembered by interaction', () => {
  const rest = new EventEmitter();
  const client = { rest } as unknown as Client;
  expect(wasRepeated(client, '1')).toBe(false);
  rememberRepeats(client);
  for (const [path, retries] of [
    ['/interactions/1/a/callback', 1],
    ['/interactions/2/a/callback', 0],
    ['/x/interactions/3/', 1],
    ['/interactions/x4/', 1],
  ] as const)
    rest.emit('response', { path, retries });
  expect(['1', '2', '3', 'x4'].map((id) => wasRepeated(client, id))).toEqual([true, false, false, false]);
});

test('the connection hears no more than it needs, pings nobody, and gives up in time for a second try', async () => {
  const client = (mentions?: boolean) =>
    createClient({
      DISCORD_API_URL: 'https://discord.test/api',
      ...(mentions && { MENTIONS: true }),
    } as unknown as Parameters<typeof createClient>[0]);
  const [quiet, hearing] = [client(), client(true)];
  expect(quiet.options.intents.toArray()).toEqual(['Guilds']);
  expect(hearing.options.intents.has(GatewayIntentBits.GuildMessages)).toBe(true);
  expect(hearing.options.intents.has(GatewayIntentBits.MessageContent)).toBe(false);
  expect(quiet.options.allowedMentions).toEqual({ parse: [] });
  expect(quiet.options.rest).toMatchObject({ api: 'https://discord.test/api', timeout: 1_800 });
  await Promise.all([quiet.destroy(), hearing.destroy()]);
});

test('so many at once, and so long a wait', () => {
  expect(handling).toEqual({
    ...{ atOnce: 8, ofOneLine: 6, ofOnePerson: 8, waiting: 200, lentMs: 1_000 },
    patience: { rushMs: 1_500, standingMs: 500, standingAfterMs: 3_000 },
    ...{ crowded: { key: 'discord.crowded' }, greedy: { key: 'reading.tooFast', values: { count: 1 } } },
  });
  expect(turningAway).toEqual({
    ...{ atOnce: 4, ofOneLine: 2, ofOnePerson: 8, waiting: 100 },
    patience: { rushMs: 1_500, standingMs: 1_500, standingAfterMs: 0 },
    ...{ crowded: { key: 'discord.crowded' }, greedy: { key: 'reading.tooFast', values: { count: 1 } } },
  });
  expect(exporting).toEqual({
    ...{ atOnce: 1, ofOneLine: 1, ofOnePerson: 1, waiting: 3 },
    ...{ crowded: { key: 'discord.crowded' }, greedy: { key: 'discord.crowded' } },
  });
});
