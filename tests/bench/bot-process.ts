// The bot of the benchmark, in a process of its own: all its commands, and one that replies at once with nothing to find.
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCommands } from '../../src/discord/command.ts';
import { startBot } from '../../src/discord/connection/bot.ts';
import { commandsFolder } from '../../src/discord/connection/run.ts';
import { described } from '../../src/discord/rendering/describe.ts';
import { renderLine } from '../../src/discord/rendering/render.ts';
import { openLibraries } from '../../src/libraries.ts';
import { openLibrary } from '../../src/library.ts';
import { openLog } from '../../src/log.ts';
import { openStore } from '../../src/store/store.ts';

const [, , api = '', token = ''] = process.argv;
const commands = new Map(await loadCommands(commandsFolder));
commands.set('bare', {
  data: { ...described('help', 'command.help'), name: 'bare' },
  execute: () => renderLine('Here.'),
});
const library = await openLibrary('corpus');
const store = await openStore({
  file: join(await mkdtemp(join(tmpdir(), 'communique-bench-')), 'store'),
  url: undefined,
});
await startBot({
  settings: { DISCORD_API_URL: api, LOG_LEVEL: 'error' },
  token,
  libraries: openLibraries({ shared: () => library, database: store.database }),
  store,
  commands,
  log: openLog('error'),
});
// What it has taken of the processor so far, in microseconds, whenever that is asked.
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.(user + system);
});
process.send?.('ready');
