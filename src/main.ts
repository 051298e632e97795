// Entry point of `npm start`: the bot where there is a Discord token, else a conversation in the terminal.

import { cut } from './common/cut.ts';
import { UsageError } from './common/errors.ts';
import { defaultsOf, loadSettings, type Settings, shardsOf } from './config.ts';
import { endWith } from './ending.ts';

async function start(settings: Settings, words: readonly string[]): Promise<void> {
  const defaults = defaultsOf(settings);
  if (settings.DISCORD_TOKEN === undefined) {
    const { runTerminal } = await import('./terminal/programs/program.ts');
    return runTerminal(words, defaults);
  }
  const [what] = words;
  // A token may have been pasted in the place of words.
  if (what !== undefined) throw new UsageError({ key: 'cli.wordsForBot', values: { what: cut(what, 20) } });
  if (shardsOf(settings).processes > 1) {
    const { runShards } = await import('./discord/shards/run.ts');
    const status = await runShards(settings);
    // With one shard there is one process, which is this one.
    if (status !== undefined) process.exit(status);
  }
  const { runBot } = await import('./discord/connection/run.ts');
  await runBot(settings, defaults.corpus);
  // Nothing is left to do; a socket that discord.js still holds must not keep the process.
  process.exit();
}

/** With `--check` all that can be looked at without Discord is looked at before; where something fails, nothing is started. */
async function checked(settings: Settings, words: readonly string[]): Promise<readonly string[]> {
  if (!words.includes('--check')) return words;
  const { examineOffline, hasFailed, linesOf } = await import('./doctor/doctor.ts');
  const findings = await examineOffline(settings);
  // Standard output is for the log.
  for (const line of linesOf({ findings, json: false }, process.stderr)) process.stderr.write(`${line}\n`);
  if (hasFailed(findings)) process.exit(1);
  return words.filter((word) => word !== '--check');
}

try {
  const settings = loadSettings();
  await start(settings, await checked(settings, process.argv.slice(2)));
} catch (error) {
  endWith(error);
}
