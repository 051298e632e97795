// What the bot may do in the channels of the desks that are open, which the store knows.
import { ChannelType, DiscordAPIError, type REST, Routes } from 'discord.js';
import { z } from 'zod';
import { missingOf } from '../discord/desk/permissions.ts';
import { inEnglish } from '../messages/messages.ts';
import type { DeskChannels } from '../questions/desk.ts';
import { type Finding, found } from './finding.ts';
import {
  type Channel,
  channelSchema,
  type Member,
  memberSchema,
  permissionsIn,
  type Server,
  serverSchema,
} from './permissions.ts';

/** Three questions a server: of more, Discord's limits would make the doctor wait for minutes. */
const mostServers = 100;

export async function channelsFound(
  rest: REST,
  me: string,
  desks: readonly DeskChannels[],
): Promise<Finding[]> {
  const servers = [...new Set(desks.map(({ guild }) => guild))];
  const findings: Finding[] = [];
  for (const server of servers.slice(0, mostServers)) {
    const channels = desks.filter(({ guild }) => guild === server).flatMap((desk) => desk.channels);
    findings.push(...(await serverFound(rest, me, server, [...new Set(channels)])));
  }
  const left = servers.length - mostServers;
  if (left > 0) findings.push(found('channels', 'warn', 'doctor.channels.more', { count: left }));
  if (findings.length > 0) return findings;
  const count = new Set(desks.flatMap(({ channels }) => channels)).size;
  return [found('channels', 'ok', count === 0 ? 'doctor.channels.none' : 'doctor.channels.ok', { count })];
}

/** One line for each channel in which something is wrong. */
async function serverFound(
  rest: REST,
  me: string,
  id: string,
  channels: readonly string[],
): Promise<Finding[]> {
  const [server, member, all] = await Promise.all([
    tried(() => rest.get(Routes.guild(id)), serverSchema),
    tried(() => rest.get(Routes.guildMember(id, me)), memberSchema),
    tried(() => rest.get(Routes.guildChannels(id)), z.array(channelSchema)),
  ]);
  if (!server || !member || !all)
    return [found('channels', 'warn', 'doctor.channels.noServer', { server: id })];
  const findings = channels.map((channel) =>
    channelFound(rest, channel, all, { id: me, roles: member.roles }, { ...server, id }),
  );
  return (await Promise.all(findings)).filter((finding) => finding !== undefined);
}

async function channelFound(
  rest: REST,
  id: string,
  all: readonly Channel[],
  me: Member,
  server: Server,
): Promise<Finding | undefined> {
  const where = { server: server.id, channel: id };
  // Threads do not stand among the channels of a server.
  const channel =
    all.find((each) => each.id === id) ?? (await tried(() => rest.get(Routes.channel(id)), channelSchema));
  if (!channel) return found('channels', 'fail', 'doctor.channels.gone', where);
  const isThread = threads.includes(channel.type);
  const place = isThread ? all.find((each) => each.id === channel.parent_id) : channel;
  const may = place ? permissionsIn(place, me, server) : 0n;
  const missing = missingOf((permission) => (may & permission) !== 0n, isThread);
  if (missing.length === 0) return undefined;
  const permissions = new Intl.ListFormat('en').format(missing.map((key) => inEnglish(key)));
  return found('channels', 'fail', 'doctor.channels.lacks', { ...where, permissions });
}

const threads: readonly number[] = [
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
];

/** Undefined where it is not there, or the bot may not see it. */
async function tried<T>(ask: () => Promise<unknown>, schema: z.ZodType<T>): Promise<T | undefined> {
  try {
    return schema.parse(await ask());
  } catch (error) {
    if (error instanceof DiscordAPIError && (error.status === 403 || error.status === 404)) return undefined;
    throw error;
  }
}
