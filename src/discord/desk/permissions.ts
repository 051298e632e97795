// What the bot may not do in a channel that it is to work in, told before the first message fails.

import { type ChatInputCommandInteraction, type Guild, PermissionFlagsBits } from 'discord.js';
import { listFormat } from '../../messages/formats.ts';
import type { MessageKey, Translate } from '../../messages/messages.ts';

const needed: readonly (readonly [bigint, MessageKey])[] = [
  [PermissionFlagsBits.ViewChannel, 'desk.may.view'],
  [PermissionFlagsBits.SendMessages, 'desk.may.send'],
  // To find again what was sent when the answer to the request was lost.
  [PermissionFlagsBits.ReadMessageHistory, 'desk.may.history'],
];
const inThreads: readonly (readonly [bigint, MessageKey])[] = [
  [PermissionFlagsBits.ViewChannel, 'desk.may.view'],
  [PermissionFlagsBits.SendMessagesInThreads, 'desk.may.sendInThreads'],
  [PermissionFlagsBits.ReadMessageHistory, 'desk.may.history'],
];

/** Which of the permissions that the bot needs in a channel are not among those that it has there, by their names. */
export function missingOf(has: (permission: bigint) => boolean, isThread: boolean): MessageKey[] {
  return (isThread ? inThreads : needed).flatMap(([permission, key]) => (has(permission) ? [] : [key]));
}

/** One line for each channel in which something is missing. */
export function lackingIn(
  { guild }: ChatInputCommandInteraction,
  channels: readonly (string | null | undefined)[],
  translate: Translate,
): string[] {
  return [...new Set(channels)].flatMap((id) => {
    if (!id || !guild) return [];
    const missing = missingIn(guild, id).map((key) => translate(key));
    if (missing.length === 0) return [];
    const list = listFormat(translate.locale).format(missing);
    return [translate('desk.lacks', { channel: `<#${id}>`, permissions: list })];
  });
}

function missingIn(guild: Guild, id: string): MessageKey[] {
  const channel = guild.channels.cache.get(id);
  const { me } = guild.members;
  if (!channel || !me) return ['desk.may.view'];
  const may = channel.permissionsFor(me);
  return missingOf((permission) => may?.has(permission) ?? false, channel.isThread());
}
