// What the bot may do in a channel, worked out as Discord does (its documentation, "Permissions", "Permission overwrites"): without a
// connection nobody tells. A second connection would take interactions from a bot that runs.
import { PermissionFlagsBits } from 'discord.js';
import { z } from 'zod';

const bits = z.string().regex(/^\d+$/).transform(BigInt);
export const serverSchema = z.object({ roles: z.array(z.object({ id: z.string(), permissions: bits })) });
export const memberSchema = z.object({ roles: z.array(z.string()) });
const overwriteSchema = z.object({ id: z.string(), allow: bits, deny: bits });
export const channelSchema = z.object({
  id: z.string(),
  type: z.number(),
  parent_id: z.string().nullish(),
  permission_overwrites: z.array(overwriteSchema).default([]),
});

export type Server = z.infer<typeof serverSchema> & { readonly id: string };
export type Channel = z.infer<typeof channelSchema>;

export interface Member {
  readonly id: string;
  readonly roles: readonly string[];
}

/** All that may be allowed. */
const everything = ~0n;

/** The permissions of a member in a channel; of a thread give the channel that it is in. */
export function permissionsIn(channel: Channel, { id, roles }: Member, server: Server): bigint {
  const base = server.roles
    .filter((role) => role.id === server.id || roles.includes(role.id))
    .reduce((all, role) => all | role.permissions, 0n);
  if ((base & PermissionFlagsBits.Administrator) !== 0n) return everything;
  const overwrites = channel.permission_overwrites;
  const ofAll = overwrites.filter((each) => each.id === server.id);
  const ofRoles = overwrites.filter((each) => each.id !== server.id && roles.includes(each.id));
  const ofMember = overwrites.filter((each) => each.id === id);
  const may = [ofAll, ofRoles, ofMember].reduce(withOverwrites, base);
  // Who does not see a channel does nothing there.
  return (may & PermissionFlagsBits.ViewChannel) === 0n ? 0n : may;
}

/** Of several roles one that allows wins. */
function withOverwrites(may: bigint, overwrites: Channel['permission_overwrites']): bigint {
  const denied = overwrites.reduce((all, { deny }) => all | deny, 0n);
  const allowed = overwrites.reduce((all, { allow }) => all | allow, 0n);
  return (may & ~denied) | allowed;
}
