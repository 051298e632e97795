// The commands are registered at the start; where that fails, the bot runs all the same.
import type { Client } from 'discord.js';
import { UserError } from '../../../common/errors.ts';
import type { Settings } from '../../../config.ts';
import { type Log, newErrorId } from '../../../log.ts';
import { inEnglish } from '../../../messages/messages.ts';
import type { Commands } from '../../command.ts';
import { toRegister } from '../../former.ts';
import { discordRefused } from '../refused.ts';
import { alsoRegistered, type Registration, register, twiceMessage } from '../registration.ts';

interface Parts {
  readonly settings: Settings;
  readonly commands: Commands;
  readonly log: Log;
}

/** Commands that are registered already answer, whether or not the list could be compared. */
export async function registerQuietly(client: Client, parts: Parts, stopping: AbortSignal): Promise<void> {
  const { settings, commands, log } = parts;
  const server = settings.DISCORD_GUILD_ID;
  const application = settings.DISCORD_APPLICATION_ID ?? client.application?.id ?? '';
  const registration: Registration = { rest: client.rest, application, server, stopping };
  try {
    const changed = await register(commands, registration);
    log.info({ changed, commands: toRegister(commands).length, server }, 'commands are registered');
    for (const scope of await alsoRegistered(commands, registration, [...client.guilds.cache.keys()])) {
      const { key, values } = twiceMessage(scope, server);
      log.warn({ problem: inEnglish(key, values) }, 'commands show twice');
    }
  } catch (error) {
    if (!stopping.aborted) log.error(refusalOf(error, settings), 'commands could not be registered');
  }
}

/** What an operator can mend is one line; anything else is logged in full. */
function refusalOf(error: unknown, settings: Settings): object {
  const refused = discordRefused(error, settings);
  const id = newErrorId();
  return refused instanceof UserError
    ? { id, problem: inEnglish(refused.told.key, refused.told.values) }
    : { id, err: error };
}
