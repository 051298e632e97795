// Routes for the messages of a channel: create, with its nonce; read, edit, delete.
import {
  missingAccess,
  missingPermissions,
  noHistoryToReply,
  notAuthor,
  takesNoMessages,
  unknownChannel,
  unknownMessage,
  unknownReply,
} from './errors.ts';
import { messageFor } from './message-events.ts';
import type { StoredMessage } from './messages.ts';
import { messagePayload } from './payloads.ts';
import { create, edit, MessageKind, type Post, readMessage } from './posting.ts';
import type { Handler, RouteRequest } from './routes.ts';
import { type Channel, ChannelType } from './server.ts';
import { type MessageBody, Permission } from './wire.ts';
import type { World } from './world.ts';

/** For how long Discord remembers a nonce that is to be enforced. */
const NONCE_LIVES = 5 * 60_000;

function channelOf(world: World, id: string | undefined): Channel {
  const channel = world.channels.get(id ?? '');
  if (!channel) throw unknownChannel();
  if (!channel.lets(Permission.ViewChannel)) throw missingAccess();
  return channel;
}

/** A channel into which the bot may write; a thread has a permission of its own. */
function writableOf(world: World, id: string | undefined): Channel {
  const channel = channelOf(world, id);
  const { SendMessages, SendMessagesInThreads } = Permission;
  if (!channel.lets(channel.type === ChannelType.Thread ? SendMessagesInThreads : SendMessages))
    throw missingPermissions();
  const recipient = [...world.people.values()].find(({ directMessages }) => directMessages === channel);
  if (recipient && !recipient.takesMessages) throw takesNoMessages();
  return channel;
}

/** A message that stands in the channel for all to see; an ephemeral one cannot be reached this way. */
function messageOf(channel: Channel, id: string | undefined): StoredMessage {
  const message = channel.find(id ?? '');
  if (!message || message.onlyFor !== null) throw unknownMessage();
  return message;
}

const asPost = (request: RouteRequest): Post => ({ ...request, at: '', message: request.body });

/** The message that a new one answers. One that is gone is an error, unless the bot has said that it does not mind. */
function answeredBy(channel: Channel, reference: MessageBody['message_reference']): string | null {
  if (!reference) return null;
  if (!channel.lets(Permission.ReadMessageHistory)) throw noHistoryToReply();
  const message = channel.find(reference.message_id ?? '');
  if (message && message.onlyFor === null) return message.id;
  if (reference.fail_if_not_exists === false) return null;
  throw unknownReply();
}

export const createMessage: Handler = (world, request, [channelId]) => {
  const channel = writableOf(world, channelId);
  const post = asPost(request);
  const { nonce, enforce_nonce: enforced, message_reference: reference } = readMessage(world, post);
  if (enforced && nonce !== null && nonce !== undefined) {
    const same = channel.messages.find(
      (message) => message.nonce === nonce && world.clock.now() - message.createdAt < NONCE_LIVES,
    );
    if (same) return { status: 200, body: messagePayload(same) };
  }
  const replyTo = answeredBy(channel, reference);
  const type = replyTo === null ? MessageKind.Default : MessageKind.Reply;
  const origin = { author: world.bot, type, interaction: null, onlyFor: null, replyTo };
  return { status: 200, body: messagePayload(create(world, channel, post, origin)) };
};

export const listMessages: Handler = (world, { query }, [channelId]) => {
  const limit = Number(query.get('limit') ?? 50);
  const after = query.get('after');
  const channel = channelOf(world, channelId);
  // Who may not read the history is told of none.
  const all = channel.lets(Permission.ReadMessageHistory) ? channel.messages : [];
  const visible = all.filter(({ onlyFor, id }) => onlyFor === null && BigInt(id) > BigInt(after ?? 0));
  const page = after === null ? visible.slice(-limit) : visible.slice(0, limit);
  const body = page.reverse().map((message) => messageFor(world, message, world.readsContent));
  return { status: 200, body };
};

export const getMessage: Handler = (world, _request, [channelId, messageId]) => {
  const message = messageOf(channelOf(world, channelId), messageId);
  return { status: 200, body: messageFor(world, message, world.readsContent) };
};

export const editMessage: Handler = (world, request, [channelId, messageId]) => {
  const channel = channelOf(world, channelId);
  const before = messageOf(channel, messageId);
  if (before.author.id !== world.bot.id) throw notAuthor();
  return { status: 200, body: messagePayload(edit(world, channel, asPost(request), before)) };
};

export const deleteMessage: Handler = (world, _request, [channelId, messageId]) => {
  const channel = channelOf(world, channelId);
  channel.remove(messageOf(channel, messageId));
  return { status: 204 };
};
