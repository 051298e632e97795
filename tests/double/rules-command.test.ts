import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Case, casesFor, caught, choices, command, LAYERS, option, times } from './bodies.ts';
import { type Discord, type Server, startDiscord } from './double.ts';
import { call } from './small-bot.ts';

const withOptions = (...options: object[]) => command({ options });

const CASES: readonly Case[] = [
  [
    'schema',
    withOptions(...times(26, (index) => option(`o${index}`))),
    withOptions(...times(25, (index) => option(`o${index}`))),
  ],
  ['unknown-key', command({ descripton: 'x' }), command({ nsfw: false, default_member_permissions: '8192' })],
  [
    'unknown-key',
    withOptions(option('words', { maxLength: 5 })),
    withOptions(option('words', { max_length: 5 })),
  ],
  ['command-name', command({ name: 'Ask' }), command({ name: 'ask_it-all' })],
  ['command-name', withOptions(option('two words')), withOptions(option('größe'))],
  [
    'command-name',
    command({ name_localizations: { de: 'Frage' } }),
    command({ name_localizations: { de: 'frage' } }),
  ],
  ['command-description', { name: 'ask' }, { name: 'Check quotation', type: 3 }],
  ['command-description', { name: 'Check', type: 3, description: 'x' }, { name: 'Check', type: 2 }],
  [
    'option-order',
    withOptions(option('a'), option('b', { required: true })),
    withOptions(option('b', { required: true }), option('a')),
  ],
  ['option-twice', withOptions(option('a'), option('a')), withOptions(option('a'), option('b'))],
  [
    'option-mix',
    withOptions(option('a'), option('b', { type: 1 })),
    withOptions(option('a', { type: 1 }), option('b', { type: 1 })),
  ],
  [
    'choices-beside-autocomplete',
    withOptions(option('a', { autocomplete: true, choices: choices(1, 1) })),
    withOptions(option('a', { autocomplete: true, choices: [] })),
  ],
  [
    'command-too-long',
    withOptions(option('a', { choices: choices(2, 4_000) })),
    withOptions(option('a', { choices: choices(2, 3_980) })),
  ],
  [
    'command-too-long',
    withOptions(
      ...times(25, (index) =>
        option(`o${index}`, {
          description: 'x',
          description_localizations: { de: 'x'.repeat(100) },
          choices: choices(1, 220),
        }),
      ),
    ),
    withOptions(
      ...times(25, (index) =>
        option(`o${index}`, {
          description: 'x',
          description_localizations: { de: 'x' },
          choices: choices(1, 220),
        }),
      ),
    ),
  ],
];

describe.each(LAYERS)('a wrong command, $layer', ({ without }) => {
  let discord: Discord;
  let server: Server;
  let path: string;

  beforeAll(async () => {
    discord = await startDiscord({ without });
    server = discord.server();
    path = `/applications/${discord.bot.id}/commands`;
  });
  beforeEach(() => discord.forgets());
  afterAll(() => discord.close());

  test.for(casesFor(CASES, without))(
    'is caught by the rule %s, its right twin passes',
    async ([rule, wrong, right]) => {
      expect((await call(discord, 'PUT', path, [right])).status).toBe(200);
      expect(discord.violations).toEqual([]);
      const registered = discord.commands;
      expect(await call(discord, 'PUT', path, [wrong])).toMatchObject({ status: 400, code: 50035 });
      expect(await call(discord, 'POST', path, wrong)).toMatchObject({ status: 400, code: 50035 });
      expect(caught(discord, rule, without)).toBe(true);
      expect(discord.commands).toEqual(registered);
    },
  );

  test('is caught when there are too many', async () => {
    const all = (count: number) => times(count, (index) => ({ name: `Check ${index}`, type: 3 }));
    expect((await call(discord, 'PUT', path, all(15))).status).toBe(200);
    expect((await call(discord, 'PUT', path, all(16))).status).toBe(400);
    expect((await call(discord, 'POST', path, { name: 'One more', type: 3 })).status).toBe(400);
    expect(discord.violations.map(({ rule }) => rule)).toEqual(['too-many-commands', 'too-many-commands']);
  });

  test('is caught when it is edited; a right one is registered for its server alone', async () => {
    const guildPath = `/applications/${discord.bot.id}/guilds/${server.id}/commands`;
    expect((await call(discord, 'POST', guildPath, command({ name: 'local' }))).status).toBe(201);
    const id = discord.commands.find(({ name }) => name === 'local')?.id;
    const edited = await call(discord, 'PATCH', `${guildPath}/${id}`, { description: 'New' });
    expect(edited.body).toMatchObject({ id, name: 'local', description: 'New', guild_id: server.id });
    expect((await call(discord, 'PATCH', `${guildPath}/${id}`, { name: 'Wrong' })).status).toBe(400);
    expect(await call(discord, 'GET', `${path}/${id}`)).toMatchObject({ code: 10063 });
    expect((await call(discord, 'DELETE', `${guildPath}/${id}`)).status).toBe(204);
    expect(await call(discord, 'GET', `${guildPath}/${id}`)).toMatchObject({ code: 10063 });
  });

  test('keeps its id when it is registered again', async () => {
    await call(discord, 'PUT', path, [command()]);
    const [before] = discord.commands;
    await call(discord, 'PUT', path, [command({ description: 'Anew' })]);
    expect(discord.commands).toMatchObject([{ id: before?.id, description: 'Anew' }]);
  });
});
