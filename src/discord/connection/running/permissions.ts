// What Discord tells of that may let the bot do what it was refused.
import { type Client, Events, PermissionFlagsBits } from 'discord.js';
import type { Deliveries } from '../../desk/deliveries.ts';

/** After any of these the bot may be allowed what it was refused before. All come with the intent for servers. */
export function permissionEvents(
  client: Client,
  { permissionsChanged }: Pick<Deliveries, 'permissionsChanged'>,
): void {
  client.on(Events.ChannelUpdate, (_, channel) => {
    if (channel.isDMBased()) return;
    const { me } = channel.guild.members;
    const isShut = me && !channel.permissionsFor(me).has(PermissionFlagsBits.SendMessages);
    if (!isShut) permissionsChanged(channel.guildId);
  });
  client.on(Events.ChannelCreate, ({ guildId }) => permissionsChanged(guildId));
  client.on(Events.ThreadUpdate, (_, { guildId }) => permissionsChanged(guildId));
  client.on(Events.GuildRoleUpdate, (_, { guild }) => permissionsChanged(guild.id));
  client.on(Events.GuildRoleDelete, ({ guild }) => permissionsChanged(guild.id));
  client.on(Events.GuildMemberUpdate, (_, { guild }) => permissionsChanged(guild.id));
}
