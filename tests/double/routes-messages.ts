// Routes for the messages of a channel: create, with its nonce; read, edit, delete.
import { notAuthor, unknownChannel, unknownMessage } from './errors.ts';
import type { StoredMessage } from './messages.ts';
import { messagePayload } from './payloads.ts';
import { create, edit, MessageKind, type Post, readMessage } from './posting.ts';
import type { Handler, RouteRequest } from './routes.ts';
import type { Channel } from './server.ts';
import type { World } from './world.ts';

/** For how long Discord remembers a nonce that is to be enforced. */
const NONCE_LIVES = 5 * 60_000;

function channelOf(world: World, id: string | undefined): Channel {
  const channel = world.channels.get(id ?? '');
  if (!channel) throw unknownChannel();
  return channel;
}

/** A message that stands in the channel for all to see; an ephemeral one cannot be reached this way. */
function messageOf(channel: Channel, id: string | undefined): StoredMessage {
  const message = channel.find(id ?? '');
  if (!message || message.onlyFor !== null) throw unknownMessage();
  return message;
}

const asPost = (request: RouteRequest): Post => ({ ...request, at: '', message: request.body });

export const createMessage: Handler = (world, request, [channelId]) => {
  const channel = channelOf(world, channelId);
  const post = asPost(request);
  const { nonce, enforce_nonce: enforced, message_reference: reference } = readMessage(world, post);
  if (enforced && nonce !== null && nonce !== undefined) {
    const same = channel.messages.find(
      (message) => message.nonce === nonce && world.clock.now() - message.createdAt < NONCE_LIVES,
    );
    if (same) return { status: 200, body: messagePayload(same) };
  }
  const replyTo = reference?.message_id ?? null;
  const type = replyTo === null ? MessageKind.Default : MessageKind.Reply;
  const origin = { author: world.bot, type, interaction: null, onlyFor: null, replyTo };
  return { status: 200, body: messagePayload(create(world, channel, post, origin)) };
};

export const listMessages: Handler = (world, { query }, [channelId]) => {
  const limit = Number(query.get('limit') ?? 50);
  const visible = channelOf(world, channelId).messages.filter(({ onlyFor }) => onlyFor === null);
  return { status: 200, body: visible.slice(-limit).reverse().map(messagePayload) };
};

export const getMessage: Handler = (world, _request, [channelId, messageId]) => ({
  status: 200,
  body: messagePayload(messageOf(channelOf(world, channelId), messageId)),
});

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
