// Sends the answer to a mention: a reply to the message, once, which pings nobody but whoever asked.
import { DiscordAPIError, MessageFlags, type REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { Reply } from '../command.ts';
import { send } from '../connection/respond.ts';
import type { Mention } from './meant.ts';

/** In milliseconds. Where a channel has more messages than Discord lets through, what comes later answers nobody any more. */
const longestWait = 20_000;

/** Discord makes one message of a nonce, so that neither a second attempt nor a second process answers twice. */
export async function reply(rest: REST, mention: Mention, { components }: Reply): Promise<void> {
  const body = {
    components,
    flags: MessageFlags.IsComponentsV2,
    allowed_mentions: { parse: [], replied_user: true },
    // Whoever has deleted their question wants no answer to it.
    message_reference: { message_id: mention.id, fail_if_not_exists: true },
    nonce: mention.id,
    enforce_nonce: true,
  };
  const signal = AbortSignal.timeout(longestWait);
  await send(() => rest.post(Routes.channelMessages(mention.channel), { body, signal }));
}

const aboutReply = z.looseObject({ errors: z.looseObject({ message_reference: z.unknown() }) });
/** A reply without the history; a thread that is archived; a message that the server's own rules do not let through. */
const refusedReplies: readonly (string | number)[] = [160_002, 50_083, 200_000, 200_001];

/** Whether an answer was not to be had there: no permission, or channel or question are gone. Nobody can mend that here, and nobody failed. */
export function isNotWanted(error: unknown): boolean {
  if (!(error instanceof DiscordAPIError)) return false;
  if (error.status === 403 || error.status === 404 || refusedReplies.includes(error.code)) return true;
  const read = aboutReply.safeParse(error.rawError);
  return read.success && read.data.errors.message_reference !== undefined;
}
