// Fetches a file that somebody attached, from Discord's own hosts and nowhere else, within limits of size and time.
import { UserError } from '../../common/errors.ts';
import type { GivenFile } from '../../importers/import-file.ts';
import { defaultLimits } from '../../importers/limits.ts';

/** An attachment as Discord tells of it. */
export interface AttachedFile {
  readonly name: string;
  readonly size: number;
  readonly url: string;
}

const hosts: ReadonlySet<string> = new Set(['cdn.discordapp.com', 'media.discordapp.net']);

/** Discord's hosts send 20 MB within a second or two. */
const longestMs = 15_000;

/** The bytes of an attachment. Throws `UserError` where it is too large, elsewhere, gone, or does not come. */
export async function download({ name, size, url }: AttachedFile, api: string): Promise<GivenFile> {
  if (size > defaultLimits.bytes) throw tooLarge();
  if (!isDiscords(url, api)) throw new UserError({ key: 'own.notFetched' });
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(longestMs) });
    if (!response.ok || !response.body) throw new UserError({ key: 'own.notFetched' });
    return { name, bytes: await within(response.body, defaultLimits.bytes) };
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw new UserError({ key: 'own.notFetched' }, { cause });
  }
}

/** Discord's own hosts, or the one that the bot was told to take for Discord. */
function isDiscords(url: string, api: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, origin } = new URL(url);
  if (protocol === 'https:' && hosts.has(hostname)) return true;
  const told = new URL(api);
  return told.hostname !== 'discord.com' && origin === told.origin;
}

/** The whole of a stream. What goes on after so many bytes is not read. */
async function within(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > most) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(): UserError {
  const most = Math.floor(defaultLimits.bytes / 1024 / 1024);
  return new UserError({ key: 'import.refused.tooLarge', values: { most } });
}
