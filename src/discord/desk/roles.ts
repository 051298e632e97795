// Who may do what, asked in every handler anew: Discord's own screen of permissions is a convenience, no lock.
import { type BaseInteraction, PermissionFlagsBits } from 'discord.js';
import { UserError } from '../../common/errors.ts';
import type { Doer } from '../../questions/change.ts';
import type { Desk } from '../../questions/desk.ts';

/** Somebody in a server, at this moment. */
export interface Member extends Doer {
  readonly roles: readonly string[];
  /** May manage the server. */
  readonly administers: boolean;
}

/** Who acts; refuses what comes from outside of a server. */
export function memberOf(interaction: BaseInteraction): Member {
  const { guildId, member, user } = interaction;
  if (guildId === null || member === null) throw new UserError({ key: 'desk.onlyInServer' });
  const { roles } = member;
  const administers = interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false;
  return {
    guild: guildId,
    by: user.id,
    at: Date.now(),
    roles: Array.isArray(roles) ? roles : [...roles.cache.keys()],
    administers,
  };
}

/** Refuses whoever may not manage the server. */
export function mustAdminister(member: Member): void {
  if (!member.administers) throw new UserError({ key: 'desk.onlyAdministrators' });
}

export function moderates(member: Member, desk: Desk): boolean {
  return member.administers || desk.settings.moderators.some((role) => member.roles.includes(role));
}

/** Refuses whoever neither has one of the desk's roles nor manages the server. */
export function mustModerate(member: Member, desk: Desk): void {
  if (!moderates(member, desk)) throw new UserError({ key: 'desk.onlyModerators' });
}
