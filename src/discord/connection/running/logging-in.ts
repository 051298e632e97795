// The login, which ends well, by a stop, or with what Discord has against it.
import { type Client, Events } from 'discord.js';
import type { Settings } from '../../../config.ts';
import { discordRefused } from '../refused.ts';

/** Resolves when the bot is ready or was told to stop; throws where Discord refuses or is not there. */
export async function logIn(
  client: Client,
  { token, settings }: { readonly token: string; readonly settings: Settings },
  told: AbortSignal,
  ended: Promise<void>,
): Promise<void> {
  if (told.aborted) return;
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  try {
    // A close for good may come while discord.js waits for a connection that will never be.
    await Promise.race([client.login(token), ended]);
    await Promise.race([ready, ended]);
  } catch (error) {
    // A stop takes the connection from under the login, which then fails.
    if (told.aborted) return;
    await client.destroy();
    throw discordRefused(error, settings);
  }
}
