// Who may change a server's own documents: asked in every handler anew, whatever Discord's client let through.
import type { BaseInteraction } from 'discord.js';
import { UserError } from '../../common/errors.ts';
import { moderatorRoles } from '../../sources/moderators.ts';
import type { Database } from '../../store/tables.ts';
import { type Member, memberOf } from '../desk/roles.ts';

/** Who acts, who may: those who manage the server, and members of its moderators' roles. Refuses everybody else. */
export async function moderatorOf(interaction: BaseInteraction, database: Database): Promise<Member> {
  const member = memberOf(interaction);
  if (await moderatesSources(member, database)) return member;
  throw new UserError({ key: 'own.onlyModerators' });
}

export async function moderatesSources(member: Member, database: Database): Promise<boolean> {
  if (member.administers) return true;
  const roles = await moderatorRoles(database, member.guild);
  return roles.some((role) => member.roles.includes(role));
}
