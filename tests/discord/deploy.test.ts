// What an operator can get wrong, at `npm run deploy` and at `npm start`: one line with place, value and remedy each.
import { createServer } from 'node:http';
import { DiscordAPIError } from 'discord.js';
import { describe, expect, onTestFinished, test } from 'vitest';
import { UserError } from '../../src/common/errors.ts';
import { discordRefused } from '../../src/discord/connection/refused.ts';
import { inEnglish } from '../../src/messages/messages.ts';
import { type Discord, startDiscord } from '../double/double.ts';
import { namesRegistered, startProcess, startScene } from './bot.ts';

const names = await namesRegistered();

const elsewhere = '123456789012345678';

async function startWorld() {
  const discord = await startDiscord();
  onTestFinished(() => discord.close());
  const server = discord.server();
  const environment = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.restBase };
  return { discord, server, environment };
}

/** A host that answers everything the same way and is no Discord. */
async function startHost(type: string, body: string): Promise<string> {
  const host = createServer((_, response) => response.setHeader('content-type', type).end(body));
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void host.close());
  const address = host.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/api`;
}

type Mistake = (world: { discord: Discord; environment: Record<string, string> }) => Record<string, string>;

const badToken = /^Discord does not accept DISCORD_TOKEN; copy .*\n$/;
const unreachable =
  /^Discord cannot be reached at http:\/\/127\.0\.0\.1:9\/api \(.+\); check the network .*\n$/;
const notDiscord = /^What answers at http:\S+ is not Discord's API \(.+\); check DISCORD_API_URL: .*\n$/;
const noApplication = /^DISCORD_APPLICATION_ID is 123456789012345678, which is not the application of .*\n$/;
const noServer = /^DISCORD_GUILD_ID is 123456789012345678, and the bot is not in that server, .*\n$/;
const trouble = /^Discord is in trouble itself \(http:\S+ answers with status 503\); wait, .*\n$/;
const forbidden = /^Discord does not allow this at http:\S+ \(.+\); .*\n$/;

describe('deploy and start end with one line', () => {
  test.each<[string, Mistake, RegExp]>([
    ['a wrong token', () => ({ DISCORD_TOKEN: 'wrong' }), badToken],
    ['a token with a control character', () => ({ DISCORD_TOKEN: 'a\u0001b' }), badToken],
    ['nobody there', () => ({ DISCORD_API_URL: 'http://127.0.0.1:9/api' }), unreachable],
    [
      'the version at the end of the address',
      ({ discord }) => ({ DISCORD_API_URL: `${discord.restBase}/v10` }),
      notDiscord,
    ],
    [
      'a Discord in trouble',
      ({ discord }) => {
        discord.fails({ times: 1000, with: { status: 503 } });
        return {};
      },
      trouble,
    ],
    [
      'a 403',
      ({ discord }) => {
        discord.fails({ times: 1000, with: { status: 403, message: 'blocked' } });
        return {};
      },
      forbidden,
    ],
  ])('%s', async (_, mistake, line) => {
    const world = await startWorld();
    const environment = { ...world.environment, ...mistake(world) };
    const [start, deploy] = [startProcess('main', environment), startProcess('deploy', environment)];
    expect([await start.ended, await deploy.ended]).toEqual([1, 1]);
    expect(deploy.output.err).toMatch(line);
    expect(start.output.err).toMatch(line);
  });

  test.each([
    ['application/json', '{"hello":"world"}'],
    ['application/json', 'hello'],
    ['text/html', '<h1>hello</h1>'],
  ])('a host that is no Discord: %s %s', async (type, body) => {
    const environment = { DISCORD_TOKEN: 'any', DISCORD_API_URL: await startHost(type, body) };
    const [start, deploy] = [startProcess('main', environment), startProcess('deploy', environment)];
    expect([await start.ended, await deploy.ended]).toEqual([1, 1]);
    expect(deploy.output.err).toMatch(notDiscord);
    expect(start.output.err).toMatch(notDiscord);
  });
});

describe('settings that do not fit one another', () => {
  test.each([
    ['an application of another token', { DISCORD_APPLICATION_ID: elsewhere }, noApplication],
    ['a server that the bot is not in', { DISCORD_GUILD_ID: elsewhere }, noServer],
  ])('%s: deploy ends with one line', async (_, wrong, line) => {
    const { environment } = await startWorld();
    const deploy = startProcess('deploy', { ...environment, ...wrong });
    expect(await deploy.ended).toBe(1);
    expect(deploy.output).toEqual({ out: '', err: expect.stringMatching(line) });
  });

  test.each([
    ['an application of another token', { DISCORD_APPLICATION_ID: elsewhere }, noApplication],
    ['a server that the bot is not in', { DISCORD_GUILD_ID: elsewhere }, noServer],
  ])('%s: the bot logs one line with an id, no stack, and goes on', async (_, settings, line) => {
    const { log } = await startScene({ settings });
    const [told, ...others] = log.filter(({ level }) => level === 'error');
    expect(others).toEqual([]);
    expect(told?.message).toBe('commands could not be registered');
    expect(`${told?.values['problem']}\n`).toMatch(line);
    expect(told?.values).toEqual({ id: expect.stringMatching(/^[0-9a-f]{8}$/), problem: expect.anything() });
    expect(log.at(-1)?.message).toBe('ready');
  });

  test.each([10_004, 50_001])('code %i names the server', (code) => {
    const error = new DiscordAPIError({ code, message: 'x' }, code, 403, 'PUT', '/', {});
    const settings = { DISCORD_API_URL: 'https://discord.com/api', DISCORD_GUILD_ID: elsewhere };
    const refused = discordRefused(error, settings);
    expect(refused).toBeInstanceOf(UserError);
    if (refused instanceof UserError) {
      expect(`${inEnglish(refused.told.key, refused.told.values)}\n`).toMatch(noServer);
      expect(refused.cause).toBe(error);
    }
  });

  test.each([10_002, 20_012])('code %i names the application', (code) => {
    const error = new DiscordAPIError({ code, message: 'x' }, code, 403, 'PUT', '/', {});
    const settings = { DISCORD_API_URL: 'https://discord.com/api', DISCORD_APPLICATION_ID: elsewhere };
    const refused = discordRefused(error, settings);
    expect(refused).toMatchObject({ told: { key: 'discord.noApplication', values: { id: elsewhere } } });
  });

  test('what no operator can mend is left as it is', () => {
    const error = new Error('a bug');
    expect(discordRefused(error, { DISCORD_API_URL: 'https://discord.com/api' })).toBe(error);
  });
});

test('without a token it says what is missing', async () => {
  const run = startProcess('deploy', {});
  expect(await run.ended).toBe(1);
  expect(run.output.err).toBe("DISCORD_TOKEN is not set; put the bot's token into the file .env\n");
});

test.each([['--cleer'], ['clear'], ['--clear=x'], ['-c']])(
  'a word that it does not know is refused: %s',
  async (word) => {
    const { discord, environment } = await startWorld();
    const run = startProcess('deploy', environment, [word]);
    expect(await run.ended).toBe(2);
    expect(run.output.err).toMatch(new RegExp(`^There is no such option: ${word}\\. .*\n$`));
    expect(discord.commands).toEqual([]);
  },
);

describe('commands that show twice', () => {
  test('--clear removes those of the scope that is set, and those alone', async () => {
    const { discord, server, environment } = await startWorld();
    const here = { ...environment, DISCORD_GUILD_ID: server.id };
    for (const settings of [environment, here]) expect(await startProcess('deploy', settings).ended).toBe(0);
    expect(discord.commands).toHaveLength(2 * names.length);
    const cleared = startProcess('deploy', here, ['--clear']);
    expect(await cleared.ended).toBe(0);
    expect(cleared.output.out).toBe(`${names.length} commands removed in the server ${server.id}\n`);
    expect(discord.commands.map(({ guildId }) => guildId)).toEqual(names.map(() => null));
    const all = startProcess('deploy', environment, ['--clear']);
    expect(await all.ended).toBe(0);
    expect(all.output.out).toBe(`${names.length} commands removed everywhere\n`);
    expect(discord.commands).toEqual([]);
    expect(discord.violations).toEqual([]);
  });

  test.each(['global first', 'server first'])('the bot says so when it starts: %s', async (order) => {
    const { discord, server, environment } = await startWorld();
    const here = { ...environment, DISCORD_GUILD_ID: server.id };
    const [first, then] = order === 'global first' ? [environment, here] : [here, environment];
    expect(await startProcess('deploy', first).ended).toBe(0);
    const bot = startProcess('main', then);
    await bot.says('"msg":"ready"');
    expect(bot.output.out).toContain('"msg":"commands show twice"');
    expect(bot.output.out).toMatch(new RegExp(`twice (in the server ${server.id}|there); .*--clear`));
    bot.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
    expect(discord.violations).toEqual([]);
  });

  test('nothing is said where they do not', async () => {
    const { log } = await startScene();
    expect(log.filter(({ level }) => level === 'warn')).toEqual([]);
  });
});
