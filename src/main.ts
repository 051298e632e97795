// Entry point of `npm start`: the bot where there is a Discord token, else a conversation in the terminal.
import { loadSettings, type Settings, shippedCorpus } from './config.ts';
import { endWith } from './ending.ts';

async function start(settings: Settings): Promise<void> {
  const corpus = settings.CORPUS ?? shippedCorpus;
  if (settings.DISCORD_TOKEN === undefined) {
    const { runTerminal } = await import('./terminal/program.ts');
    return runTerminal(process.argv.slice(2), corpus);
  }
  const { runBot } = await import('./discord/run.ts');
  await runBot(settings, corpus);
  // Nothing is left to do; a socket that discord.js still holds must not keep the process.
  process.exit();
}

try {
  await start(loadSettings());
} catch (error) {
  endWith(error);
}
