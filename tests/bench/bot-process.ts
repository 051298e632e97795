// The bot of the benchmark, in a process of its own: all its commands, and one that replies at once with nothing to find.
import { startBot } from '../../src/discord/bot.ts';
import { loadCommands } from '../../src/discord/command.ts';
import { described } from '../../src/discord/describe.ts';
import { renderLine } from '../../src/discord/render.ts';
import { commandsFolder } from '../../src/discord/run.ts';
import { openLibrary } from '../../src/library.ts';
import { openLog } from '../../src/log.ts';

const [, , api = '', token = ''] = process.argv;
const commands = new Map(await loadCommands(commandsFolder));
commands.set('bare', { data: described('bare', 'command.help'), execute: () => renderLine('Here.') });
const library = await openLibrary('corpus');
await startBot({
  settings: { DISCORD_API_URL: api, LOG_LEVEL: 'error' },
  token,
  library: () => library,
  commands,
  log: openLog('error'),
});
process.send?.('ready');
