// The bot as an operator runs it: a process of its own with settings, logged in to the double.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startDiscord } from '../double/double.ts';
import { folderWith, markdown } from '../temporary.ts';
import { namesRegistered, startProcess } from './bot.ts';

const names = await namesRegistered();

async function startWorld() {
  const discord = await startDiscord();
  const server = discord.server();
  const alice = server.member({ name: 'alice' }).in(server.channel('general'));
  const environment = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.restBase };
  return { discord, server, alice, environment };
}

test('it logs in, registers, offers choices, answers, and a signal ends it well', async () => {
  const { discord, alice, environment } = await startWorld();
  const bot = startProcess('main', environment);
  await bot.says('"msg":"ready"');
  expect(discord.commands.map(({ name }) => name).sort()).toEqual([...names].sort());

  const choices = await alice.types('/quote', { words: 'iron' }, 'words');
  expect(choices).toEqual([{ name: '“ironclad” — european-leaders ¶6', value: '“ironclad”' }]);
  const seen = await alice.runs('/ask', { question: 'Can borders be changed by force?' });
  expect(seen.private).toBe(true);
  expect(seen.text).toContain('**International borders must not be changed by force\\.**'.replace('\\', ''));
  expect(seen.text).toContain('european\\-leaders ¶7');

  bot.kill('SIGTERM');
  expect(await bot.ended).toBe(0);
  expect(bot.output.err).toBe('');
  expect(discord.violations).toEqual([]);
  expect(discord.refusals).toEqual([]);
  await discord.close();
});

test.each([
  [4013, 'invalid intents'],
  [4014, 'intents that the application may not use'],
])('close %i ends it with one line that names the reason', async (code, reason) => {
  const { discord, environment } = await startWorld();
  const bot = startProcess('main', environment);
  await bot.says('"msg":"ready"');
  discord.gateway.closes(code);
  expect(await bot.ended).toBe(1);
  expect(bot.output.err).toBe(
    `Discord has closed the connection for good (${code}: ${reason}); check the settings and start again\n`,
  );
  await discord.close();
});

test('a wrong token ends it with one clear line and a non-zero exit', async () => {
  const { discord, environment } = await startWorld();
  const bot = startProcess('main', { ...environment, DISCORD_TOKEN: 'wrong' });
  expect(await bot.ended).toBe(1);
  expect(bot.output.err).toBe(
    'Discord does not accept DISCORD_TOKEN; copy the bot\'s token again from the developer page, "Bot", "Reset Token"\n',
  );
  await discord.close();
});

test('a token that is reset while it runs ends it with the same line', async () => {
  const { discord, environment } = await startWorld();
  const bot = startProcess('main', environment);
  await bot.says('"msg":"ready"');
  discord.gateway.closes(4004);
  expect(await bot.ended).toBe(1);
  expect(bot.output.err).toMatch(/^Discord does not accept DISCORD_TOKEN; .*\n$/);
  await discord.close();
});

test('a day whose logins are used up ends it with one clear line', async () => {
  const discord = await startDiscord({ sessionsRemaining: 0 });
  const bot = startProcess('main', { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.restBase });
  expect(await bot.ended).toBe(1);
  expect(bot.output.err).toMatch(/^Discord does not let the bot in: Not enough sessions remaining.*\n$/);
  await discord.close();
});

test('where Discord cannot be reached, it says so and ends', async () => {
  const bot = startProcess('main', { DISCORD_TOKEN: 'any', DISCORD_API_URL: 'http://127.0.0.1:9/api' });
  expect(await bot.ended).toBe(1);
  expect(bot.output.err).toMatch(
    /^Discord cannot be reached at http:\/\/127\.0\.0\.1:9\/api \(.*\); check the network and DISCORD_API_URL\n$/,
  );
});

test('with STRICT it does not start where anything in the sources is wrong', async () => {
  const { discord, environment } = await startWorld();
  const folder = await folderWith({ 'a.md': markdown('a', 'Text.'), 'b.md': 'no front matter' });
  const bot = startProcess('main', { ...environment, CORPUS: folder, STRICT: 'true' });
  expect(await bot.ended).toBe(2);
  expect(bot.output.err).toMatch(/b\.md:1: front matter: the file does not begin with/);
  expect(discord.counts.identify).toBe(0);
  await discord.close();
});

test('deploying registers to one server or to all, and changes nothing that is already so', async () => {
  const { discord, server, environment } = await startWorld();
  const deploy = async (more: Record<string, string> = {}) => {
    const run = startProcess('deploy', { ...environment, ...more });
    expect(await run.ended).toBe(0);
    return run.output.out;
  };
  const versions = () => discord.commands.map(({ id, version }) => `${id} ${version}`);
  expect(await deploy()).toBe(`${names.length} commands registered everywhere\n`);
  const before = versions();
  expect(await deploy()).toBe(
    `${names.length} commands are registered everywhere already; nothing was changed\n`,
  );
  expect(versions()).toEqual(before);
  const [changed, twice] = (await deploy({ DISCORD_GUILD_ID: server.id })).split('\n');
  expect(changed).toBe(`${names.length} commands registered in the server ${server.id}`);
  expect(twice).toMatch(
    new RegExp(
      `^These commands are also registered everywhere, so they show twice in the server ${server.id}; .* npm run deploy -- --clear without DISCORD_GUILD_ID$`,
    ),
  );
  expect(discord.commands).toHaveLength(2 * names.length);
  expect(await deploy({ DISCORD_GUILD_ID: server.id })).toContain('nothing was changed');
  expect(discord.violations).toEqual([]);
  await discord.close();
});

test('sources that change while it runs are answered from, and a broken change is logged and not used', async () => {
  const { discord, alice, environment } = await startWorld();
  const folder = await folderWith({ 'a.md': markdown('a', 'Borders stay as they are.') });
  const bot = startProcess('main', { ...environment, CORPUS: folder });
  await bot.says('"msg":"ready"');
  await writeFile(join(folder, 'b.md'), markdown('b', 'The harbour of Samplia is open to ships.'));
  await bot.says('"msg":"the sources have changed and are read anew"');
  expect((await alice.runs('/cite', { citation: 'b 1' })).text).toContain(
    'The harbour of Samplia is open to ships',
  );
  await writeFile(join(folder, 'b.md'), 'no document any more');
  await bot.says('"msg":"a change of the sources is not used: mend this"');
  expect(bot.output.out).toContain(`${folder}/b.md:1: front matter: `);
  expect((await alice.runs('/cite', { citation: 'b 1' })).text).toContain(
    'The harbour of Samplia is open to ships',
  );
  bot.kill('SIGTERM');
  expect(await bot.ended).toBe(0);
  await discord.close();
});
