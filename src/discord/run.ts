// What `npm start` with a token and `npm run deploy` do: open the sources, load the commands, and run or register.
import { fileURLToPath } from 'node:url';
import type { Settings } from '../config.ts';
import { describeProblem, UserError } from '../errors.ts';
import { openLibrary } from '../library.ts';
import { newErrorId, openLog } from '../log.ts';
import { inEnglish } from '../messages/messages.ts';
import { type Bot, startBot } from './bot.ts';
import { createRest } from './client.ts';
import { loadCommands } from './command.ts';
import { applicationOf, register } from './registration.ts';

/** The folder of the commands; dispatch, registration and tests read the same. */
export const commandsFolder: string = fileURLToPath(new URL('../../commands', import.meta.url));

/** Runs the bot until it is told to stop by SIGINT or SIGTERM. A second signal stops it at once. */
export async function runBot(settings: Settings, corpus: string): Promise<void> {
  const log = openLog(settings.LOG_LEVEL);
  // discord.js throws on events that it does not understand, where nobody can catch it. The bot goes on.
  process.on('unhandledRejection', (error) => {
    log.error({ id: newErrorId(), err: error }, 'something failed outside of any interaction');
  });
  const library = await openLibrary(corpus);
  for (const problem of library.problems)
    log.warn({ problem: describeProblem(problem) }, 'left out of the sources');
  const commands = await loadCommands(commandsFolder);
  const bot = await startBot({ settings, token: tokenOf(settings), library, commands, log });
  stopOnSignals(bot);
  await bot.ended;
}

function stopOnSignals(bot: Bot): void {
  let told = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (told) process.exit(1);
      told = true;
      void bot.stop();
    });
  }
}

/** Registers the commands and says what was changed. */
export async function deploy(settings: Settings): Promise<string> {
  const rest = createRest(settings, tokenOf(settings));
  const commands = await loadCommands(commandsFolder);
  const application = settings.DISCORD_APPLICATION_ID ?? (await applicationOf(rest));
  const server = settings.DISCORD_GUILD_ID;
  const changed = await register(commands, { rest, application, server });
  const where = server ? inEnglish('deploy.server', { id: server }) : inEnglish('deploy.everywhere');
  return inEnglish(changed ? 'deploy.changed' : 'deploy.same', { count: commands.size, where });
}

function tokenOf({ DISCORD_TOKEN: token }: Settings): string {
  if (token !== undefined) return token;
  throw new UserError({ key: 'discord.noToken' });
}
