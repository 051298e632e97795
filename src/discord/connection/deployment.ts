// What `npm run deploy` does: registers the commands, or with --clear removes them, and says what was changed.
import { parseArgs } from 'node:util';
import { UsageError } from '../../common/errors.ts';
import type { Settings } from '../../config.ts';
import { inEnglish, type Message } from '../../messages/messages.ts';
import { type Commands, loadCommands } from '../command.ts';
import { toRegister } from '../former.ts';
import { createRest } from './client.ts';
import { discordRefused } from './refused.ts';
import {
  alsoRegistered,
  applicationOf,
  clear,
  type Registration,
  register,
  twiceMessage,
} from './registration.ts';
import { commandsFolder, tokenOf } from './run.ts';

/** Does what the words on the command line ask for. Returns what is to be said, a line each. */
export async function deploy(settings: Settings, words: readonly string[]): Promise<string[]> {
  const clears = asksToClear(words);
  const rest = createRest(settings, tokenOf(settings));
  const commands = await loadCommands(commandsFolder);
  try {
    const application = settings.DISCORD_APPLICATION_ID ?? (await applicationOf(rest));
    const registration = { rest, application, server: settings.DISCORD_GUILD_ID };
    const told = clears ? [await cleared(registration)] : await registered(commands, registration);
    return told.map(({ key, values }) => inEnglish(key, values));
  } catch (error) {
    throw discordRefused(error, settings);
  }
}

async function registered(commands: Commands, registration: Registration): Promise<Message[]> {
  const { server } = registration;
  const changed = await register(commands, registration);
  const values = { count: toRegister(commands).length, where: whereOf(server) };
  // Without a connection nobody tells which servers there are: only what is everywhere can be looked up.
  const elsewhere = await alsoRegistered(commands, registration, []);
  return [
    { key: changed ? 'deploy.changed' : 'deploy.same', values },
    ...elsewhere.map((scope) => twiceMessage(scope, server)),
  ];
}

async function cleared(registration: Registration): Promise<Message> {
  const count = await clear(registration);
  return { key: 'deploy.cleared', values: { count, where: whereOf(registration.server) } };
}

function whereOf(server: string | undefined): Message {
  return server ? { key: 'deploy.server', values: { id: server } } : { key: 'deploy.everywhere' };
}

/** `--clear` is all that may be asked for; anything else is refused rather than passed over. */
function asksToClear(words: readonly string[]): boolean {
  const { tokens } = parseArgs({ args: [...words], strict: false, tokens: true });
  const unknown = tokens.find(
    (token) => token.kind !== 'option' || token.rawName !== '--clear' || token.value,
  );
  if (unknown) {
    throw new UsageError({ key: 'deploy.unknownOption', values: { what: words[unknown.index] ?? '' } });
  }
  return tokens.length > 0;
}
