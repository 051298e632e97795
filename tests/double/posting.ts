// How a body with files becomes a message in a channel: shared by callbacks, follow-ups and channel messages.
import type { UploadedFile } from './body.ts';
import type { Judged } from './checks.ts';
import {
  type Attachment,
  applyBody,
  type Draft,
  pingsOf,
  type StoredMessage,
  type User,
} from './messages.ts';
import type { Channel } from './server.ts';
import { type MessageBody, MessageFlag, messageBodySchema } from './wire.ts';
import type { World } from './world.ts';

export const MessageKind = { Default: 0, Reply: 19, ChatInputCommand: 20, ContextMenuCommand: 23 };

/** A request that carries a message, and where in its body the message stands (`data` in a callback). */
export interface Post extends Judged {
  readonly files: readonly UploadedFile[];
  readonly at: '' | 'data';
  readonly message: unknown;
}

export interface Origin {
  readonly author: User;
  readonly type: number;
  readonly interaction: StoredMessage['interaction'];
  readonly onlyFor: string | null;
  readonly replyTo: string | null;
}

export function readMessage(world: World, post: Post): MessageBody {
  return world.checks.read(post, messageBodySchema, post.message ?? {});
}

/** Puts a new message into the channel, checked. */
export function create(world: World, channel: Channel, post: Post, origin: Origin): StoredMessage {
  const body = readMessage(world, post);
  const draft = applyBody(body, keep(world, post, body));
  world.checks.message(post, { draft, body }, post.at);
  const pings = pingsOf(draft, body.allowed_mentions);
  if (body.allowed_mentions?.replied_user) pings.push(...repliedTo(channel, origin));
  return put(world, channel, origin, { ...draft, nonce: body.nonce ?? null, pings });
}

/** Whose message a reply answers: pinged where `allowed_mentions` says so. */
function repliedTo(channel: Channel, { replyTo }: Origin): string[] {
  const message = channel.find(replyTo ?? '');
  return message ? [message.author.id] : [];
}

/** Puts the empty message of a deferral into the channel: "… is thinking". */
export function createLoading(world: World, channel: Channel, origin: Origin): StoredMessage {
  const draft = { ...applyBody({}, []), flags: MessageFlag.Loading };
  return put(world, channel, origin, { ...draft, nonce: null, pings: [] });
}

type Written = Draft & Pick<StoredMessage, 'nonce' | 'pings'>;

/** EPHEMERAL follows from whom the message is for, whatever flag was asked for where it cannot be had. */
function put(world: World, channel: Channel, origin: Origin, written: Written): StoredMessage {
  const ephemeral = origin.onlyFor === null ? 0 : MessageFlag.Ephemeral;
  const message: StoredMessage = {
    ...written,
    ...origin,
    flags: (written.flags & ~MessageFlag.Ephemeral) | ephemeral,
    id: world.newId(),
    channelId: channel.id,
    guildId: channel.server?.id ?? null,
    createdAt: world.clock.now(),
    editedAt: null,
    mentions: written.pings.map((id) => world.user(id)).filter((user) => user !== undefined),
  };
  channel.put(message);
  return message;
}

/** Edits a message in its place, checked as it would stand afterwards. */
export function edit(world: World, channel: Channel, post: Post, before: StoredMessage): StoredMessage {
  const body = readMessage(world, post);
  const draft = applyBody(body, keep(world, post, body), before);
  world.checks.message(post, { draft, body }, post.at);
  const wasLoading = (before.flags & MessageFlag.Loading) !== 0;
  const message: StoredMessage = {
    ...before,
    ...draft,
    editedAt: wasLoading ? null : world.clock.now(),
    pings: pingsOf(draft, body.allowed_mentions),
  };
  channel.put(message);
  return message;
}

/** Stores the uploaded files under the names and descriptions that `attachments` gives them. */
function keep(world: World, post: Post, body: MessageBody): Attachment[] {
  return post.files.map((file) => {
    const described = body.attachments?.find(({ id }) => id === file.index);
    return world.newAttachment(
      described?.filename ?? file.name,
      file.type,
      file.bytes,
      described?.description ?? null,
    );
  });
}
