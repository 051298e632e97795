// What the doctor asks of Discord, beside the double: all well, and each thing that may be wrong, with its remedy.
import { PermissionFlagsBits } from 'discord.js';
import { describe, expect, onTestFinished, test } from 'vitest';
import { loadSettings, type Settings } from '../../src/config.ts';
import { loadCommands } from '../../src/discord/command.ts';
import { createRest } from '../../src/discord/connection/client.ts';
import { register } from '../../src/discord/connection/registration.ts';
import { commandsFolder } from '../../src/discord/connection/run.ts';
import { lookOnline, type OnlineParts } from '../../src/doctor/online.ts';
import { type Discord, type DiscordOptions, startDiscord } from '../double/double.ts';

async function world(options: DiscordOptions = {}) {
  const discord = await startDiscord(options);
  onTestFinished(() => discord.close());
  const settings = loadSettings(
    { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.restBase },
    'no/such/.env',
  );
  return { discord, settings };
}

async function registered(settings: Settings, { token, bot }: Discord): Promise<void> {
  const rest = createRest(settings, token);
  await register(await loadCommands(commandsFolder), { rest, application: bot.id, server: undefined });
}

const look = (settings: Settings, more: Partial<OnlineParts> = {}) =>
  lookOnline({ settings, desks: [], now: Date.now, ...more });

const stands = (findings: Awaited<ReturnType<typeof look>>) =>
  findings.map(({ check, state }) => `${check} ${state}`);

const textOf = (findings: Awaited<ReturnType<typeof look>>, check: string) =>
  findings.filter((finding) => finding.check === check).map(({ text }) => text);

test('where all is well each check says so, and nobody logs in', async () => {
  const { discord, settings } = await world();
  await registered(settings, discord);
  const findings = await look({ ...settings, DISCORD_APPLICATION_ID: discord.bot.id });
  expect(stands(findings)).toEqual([
    'token ok',
    'clock ok',
    'application ok',
    'commands ok',
    'gateway ok',
    'channels ok',
  ]);
  expect(discord.counts.identify).toBe(0);
  expect(discord.violations).toEqual([]);
});

test('without a token, and with a wrong one, nothing else is asked', async () => {
  const { discord, settings } = await world();
  const none = await look({ ...settings, DISCORD_TOKEN: undefined });
  expect(none.map(({ text }) => text)).toEqual([expect.stringContaining('DISCORD_TOKEN is not set')]);
  const wrong = await look({ ...settings, DISCORD_TOKEN: 'hunter2' });
  expect(stands(wrong)).toEqual(['token fail']);
  expect(wrong[0]?.text).toContain('Discord does not accept DISCORD_TOKEN; copy the bot');
  expect(wrong[0]?.text).not.toContain('hunter2');
  expect(discord.refusals).toHaveLength(1);
});

test('where Discord cannot be reached, or is in trouble, that is what is told', async () => {
  const { discord, settings } = await world();
  const away = await look({ ...settings, DISCORD_API_URL: 'http://127.0.0.1:9/api' });
  expect(away[0]?.text).toMatch(/^Discord cannot be reached at http:\/\/127\.0\.0\.1:9\/api/u);
  discord.fails({ path: '/users/@me', times: 10, with: { status: 503 } });
  expect(stands(await look(settings))).toEqual(['token fail']);
});

test.each([
  [-3_600_000, 'warn', "3,600 s behind Discord's"],
  [-20_000, 'warn', "20 s behind Discord's"],
  [-2_000, 'ok', 'goes with'],
  [2_000, 'ok', 'goes with'],
  [60_000, 'warn', "60 s ahead of Discord's"],
  [86_400_000, 'warn', "86,400 s ahead of Discord's"],
])('a clock that is %i ms ahead', async (ahead, state, told) => {
  const { settings } = await world();
  // The double's own date has whole seconds, and answers within the same few.
  const findings = await look(settings, { now: () => Math.floor(Date.now() / 1_000) * 1_000 + ahead });
  const [clock] = findings.filter(({ check }) => check === 'clock');
  expect(clock?.state).toBe(state);
  expect(clock?.text.replace(/[\d,]+(?= s)/u, (seconds) => rounded(seconds, ahead))).toContain(told);
});

/** A second more or less is the way's. */
function rounded(told: string, ahead: number): string {
  const wanted = Math.abs(ahead) / 1_000;
  const seconds = Number(told.replace(',', ''));
  return Math.abs(seconds - wanted) <= 3 ? wanted.toLocaleString('en') : told;
}

test('the id of another application is told with the right one', async () => {
  const { discord, settings } = await world();
  const findings = await look({ ...settings, DISCORD_APPLICATION_ID: '12345678901234567' });
  expect(textOf(findings, 'application')).toEqual([
    `DISCORD_APPLICATION_ID is 12345678901234567, but the token belongs to ${discord.bot.id}; write ${discord.bot.id}, or leave it out`,
  ]);
});

test('commands that are missing or old are told, and not changed', async () => {
  const { discord, settings } = await world();
  expect(textOf(await look(settings), 'commands')).toEqual([
    'none is registered; start the bot, or run npm run deploy',
  ]);
  expect(discord.commands).toEqual([]);
  await registered(settings, discord);
  const rest = createRest(settings, discord.token);
  const one = discord.commands.find(({ name }) => name === 'ask');
  await rest.patch(`/applications/${discord.bot.id}/commands/${one?.id}`, {
    body: { description: 'Another.' },
  });
  const [told] = textOf(await look(settings), 'commands');
  expect(told).toContain('1 are missing, different or too many; start the bot, or run npm run deploy');
});

describe('the gateway', () => {
  test('that is down is told', async () => {
    const { discord, settings } = await world();
    discord.gateway.goesDown();
    const findings = await look(settings);
    expect(stands(findings)).toContain('gateway fail');
    expect(textOf(findings, 'gateway')[0]).toContain('let this machine open WebSockets to it');
  });

  test.each([
    [0, 'fail', 'are used up'],
    [3, 'warn', 'only 3 of'],
    [900, 'ok', 'it greets; 900 of'],
  ])('with %i logins left', async (sessionsRemaining, state, told) => {
    const { settings } = await world({ sessionsRemaining });
    const findings = await look(settings);
    expect(stands(findings)).toContain(`gateway ${state}`);
    expect(textOf(findings, 'gateway')[0]).toContain(told);
  });
});

describe('the channels of desks', () => {
  const { ViewChannel, SendMessages, ReadMessageHistory } = PermissionFlagsBits;
  const enough = ViewChannel | SendMessages | ReadMessageHistory;

  test.each([
    ['nothing', 0n, undefined],
    [
      'View Channel',
      ViewChannel,
      'the bot lacks View Channel, Send Messages, and Read Message History; allow that',
    ],
    ['Send Messages', SendMessages, 'the bot lacks Send Messages; allow that'],
    ['Read Message History', ReadMessageHistory, 'the bot lacks Read Message History; allow that'],
  ])('where the bot is denied %s', async (_, denied, told) => {
    const { discord, settings } = await world();
    const server = discord.server({ botPermissions: enough });
    const [questions, review] = [server.channel('questions'), server.channel('review')];
    review.denies(denied);
    const desks = [{ guild: server.id, channels: [questions.id, review.id] }];
    const texts = textOf(await look(settings, { desks }), 'channels');
    if (told === undefined)
      expect(texts).toEqual(['the bot may do all it needs in the 2 channels of its desks']);
    else
      expect(texts).toEqual([
        expect.stringContaining(`in the channel ${review.id} of the server ${server.id} ${told}`),
      ]);
  });

  test('a channel that is gone, and a server that the bot has left, are told', async () => {
    const { discord, settings } = await world();
    const server = discord.server();
    const desks = [
      { guild: server.id, channels: [server.channel('here').id, '99999999999999999'] },
      { guild: '88888888888888888', channels: ['77777777777777777'] },
    ];
    expect(textOf(await look(settings, { desks }), 'channels')).toEqual([
      expect.stringContaining('the channel 99999999999999999 of the server'),
      expect.stringContaining('the bot is not in the server 88888888888888888'),
    ]);
  });
});
