// Entry point of `npm start`: the bot where there is a Discord token, else a conversation in the terminal.
import { defaultsOf, loadSettings, type Settings } from './config.ts';
import { cut } from './cut.ts';
import { endWith } from './ending.ts';
import { UsageError } from './errors.ts';

async function start(settings: Settings, words: readonly string[]): Promise<void> {
  const defaults = defaultsOf(settings);
  if (settings.DISCORD_TOKEN === undefined) {
    const { runTerminal } = await import('./terminal/program.ts');
    return runTerminal(words, defaults);
  }
  const [what] = words;
  // A token may have been pasted in the place of words.
  if (what !== undefined) throw new UsageError({ key: 'cli.wordsForBot', values: { what: cut(what, 20) } });
  const { runBot } = await import('./discord/run.ts');
  await runBot(settings, defaults.corpus);
  // Nothing is left to do; a socket that discord.js still holds must not keep the process.
  process.exit();
}

try {
  await start(loadSettings(), process.argv.slice(2));
} catch (error) {
  endWith(error);
}
