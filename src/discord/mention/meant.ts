// Whether a message asks the bot something, and what. All else is let go of here, unread: nothing of it is kept or logged. Without the
// intent for content Discord sends no words but of messages that mention the bot, and a reply with a ping is one of these.
import { type APIMessageTopLevelComponent, MessageReferenceType, MessageType } from 'discord.js';
import { z } from 'zod';

const userSchema = z.object({
  id: z.string(),
  bot: z.boolean().optional(),
  system: z.boolean().optional(),
});
const messageSchema = z.object({
  id: z.string(),
  channel_id: z.string(),
  // In direct messages there is none, and the bot does not ask to hear these.
  guild_id: z.string(),
  type: z.union([z.literal(MessageType.Default), z.literal(MessageType.Reply)]),
  content: z.string(),
  author: userSchema,
  webhook_id: z.string().optional(),
  mentions: z.array(userSchema),
  message_reference: z.object({ type: z.number().optional() }).optional(),
  referenced_message: z
    .object({ author: userSchema, components: z.array(z.custom<APIMessageTopLevelComponent>()).optional() })
    .nullish(),
});

/** A message that asks the bot something. */
export interface Mention {
  readonly id: string;
  readonly channel: string;
  readonly server: string;
  readonly asker: string;
  /** Without the mention itself; empty where there is nothing else. */
  readonly typed: string;
  /** The message of the bot that this one replies to. */
  readonly answered: readonly APIMessageTopLevelComponent[] | undefined;
}

/** Roles and everybody are none of these. */
const mentioned = /<@!?(?<id>\d+)>/gu;

/** Undefined where a message is not for the bot, as nearly all are. */
export function meantFor(bot: string, payload: unknown): Mention | undefined {
  const read = messageSchema.safeParse(payload);
  if (!read.success) return undefined;
  const { id, channel_id: channel, guild_id: server, author, content, ...message } = read.data;
  if (!message.mentions.some((user) => user.id === bot)) return undefined;
  // Other programs answer each other without an end.
  if (author.bot || author.system || message.webhook_id !== undefined) return undefined;
  if (message.message_reference?.type === MessageReferenceType.Forward) return undefined;
  const [first] = content.matchAll(mentioned);
  // Who turns to somebody else first speaks of the bot and not to it.
  if (first && first.groups?.['id'] !== bot) return undefined;
  const own = (named: string, user: string): string => (user === bot ? ' ' : named);
  const typed = content.replace(mentioned, own).trim();
  // A picture or a sticker in a reply asks nothing.
  if (!first && !/[\p{L}\p{N}]/u.test(typed)) return undefined;
  const { referenced_message: reference } = message;
  const answered = reference?.author.id === bot ? (reference.components ?? []) : undefined;
  return { id, channel, server, asker: author.id, typed, answered };
}
