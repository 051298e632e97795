// What a session is told of a message, as Discord does it (its documentation, "Message Content Intent"): without the intent for content
// the words of a message come only where the bot wrote it, is mentioned in it, or in direct messages.
import type { StoredMessage } from './messages.ts';
import { memberPayload, messagePayload } from './payloads.ts';
import { MessageKind } from './posting.ts';
import type { Channel } from './server.ts';
import type { World } from './world.ts';

export const Intent = { GuildMessages: 1 << 9, DirectMessages: 1 << 12, MessageContent: 1 << 15 };

type Payload = Record<string, unknown>;

/** The intent under which messages of a channel are told. */
export function messageIntent({ server }: Channel): number {
  return server ? Intent.GuildMessages : Intent.DirectMessages;
}

/** MESSAGE_CREATE and MESSAGE_UPDATE for a session with these intents. A reply brings along what it answers. */
export function messageEvent(
  world: World,
  channel: Channel,
  message: StoredMessage,
  intents: number,
): Payload {
  const isGranted = (intents & Intent.MessageContent) !== 0;
  const { server } = channel;
  const member = server?.members.get(message.author.id);
  return {
    ...messageFor(world, message, isGranted),
    ...(message.type === MessageKind.Reply && { referenced_message: answered(world, message, isGranted) }),
    ...(server && { guild_id: server.id }),
    ...(member && { member: { ...memberPayload(member), user: undefined } }),
    channel_type: channel.type,
  };
}

/** Null where it was deleted. What only one person saw cannot be answered. */
function answered(world: World, { channelId, replyTo }: StoredMessage, isGranted: boolean): Payload | null {
  const message = world.channels.get(channelId)?.find(replyTo ?? '');
  return message && message.onlyFor === null ? messageFor(world, message, isGranted) : null;
}

/** A message as the bot may read it. */
export function messageFor(world: World, message: StoredMessage, isGranted: boolean): Payload {
  const whole = messagePayload(message);
  const isMeant =
    message.guildId === null ||
    message.author.id === world.bot.id ||
    message.mentions.some(({ id }) => id === world.bot.id);
  if (isGranted || isMeant) return whole;
  const { poll: _, ...rest } = whole;
  return { ...rest, content: '', embeds: [], attachments: [], components: [] };
}
