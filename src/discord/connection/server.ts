// The server in whose name an interaction comes. Somebody who has the bot installed for themselves takes it along into
// servers that it is no member of: nothing that a server keeps is for them there.

/** Where an interaction happens, and by whose installation; as discord.js has them. */
export interface Standing {
  readonly guildId: string | null;
  readonly authorizingIntegrationOwners: { readonly guildId: string | null };
}

/** The id of the server that has the bot; null in direct messages, and where only the member has it. */
export function serverOf({ guildId, authorizingIntegrationOwners: installed }: Standing): string | null {
  return installed.guildId === null ? null : guildId;
}
