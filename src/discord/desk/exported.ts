// What an export says of people, times and passages, in words: names as the server knows them, days, and citations as on a card.

import type { ChatInputCommandInteraction, Guild } from 'discord.js';
import { dateFormat } from '../../messages/formats.ts';
import type { Translate } from '../../messages/messages.ts';
import { program } from '../../questions/change.ts';
import type { ExportedPassage, ExportedSitting, Words } from '../../questions/export.ts';
import { isTombstone } from '../../questions/forgetting/tombstone.ts';
import { ruled } from '../rendering/markdown.ts';
import { citationOf } from './pieces.ts';

/** Discord is asked for each name that it has not told yet; beyond these, the id has to do. */
const mostLookedUp = 100;
/** So many at a time: discord.js keeps Discord's limits. */
const atOnce = 5;

export async function wordsFor(
  sitting: ExportedSitting,
  { guild }: Pick<ChatInputCommandInteraction, 'guild'>,
  translate: Translate,
): Promise<Words> {
  const ids = sitting.questions.flatMap(({ asker, decidedBy, log }) => [
    asker,
    decidedBy,
    ...log.map(({ by }) => by),
  ]);
  const members = [...new Set(ids)].filter((id) => id !== undefined && /^\d+$/u.test(id)) as string[];
  const names = guild ? await namesOf(members, guild) : new Map<string, string>();
  return {
    name: (id) => {
      if (id === undefined) return undefined;
      if (id === program) return translate('desk.program');
      if (id === 'anonymous') return translate('desk.anonymous');
      return isTombstone(id) ? translate('desk.erasedMember') : (names.get(id) ?? `id ${id}`);
    },
    time: (at) => timeIn(translate, at),
    citation: (passage: ExportedPassage) => citationOf(passage, translate),
  };
}

async function namesOf(ids: readonly string[], guild: Guild): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  const unknown = ids.filter((id) => {
    const known = guild.members.cache.get(id)?.displayName;
    if (known !== undefined) names.set(id, ruled(known));
    return known === undefined;
  });
  for (let at = 0; at < Math.min(unknown.length, mostLookedUp); at += atOnce) {
    const some = unknown.slice(at, Math.min(at + atOnce, mostLookedUp));
    await Promise.all(
      some.map(async (id) => {
        const name = await nameOf(id, guild);
        if (name !== undefined) names.set(id, ruled(name));
      }),
    );
  }
  return names;
}

/** Who has left the server is known by their account. An export is made although Discord does not tell a name. */
async function nameOf(id: string, guild: Guild): Promise<string | undefined> {
  const member = await guild.members.fetch(id).catch(() => undefined);
  if (member) return member.displayName;
  const user = await guild.client.users.fetch(id).catch(() => undefined);
  return user?.displayName;
}

/** `29 November 2026 at 10:41 UTC`, as the reader's language writes it. */
function timeIn(translate: Translate, at: string | number): string {
  const format = dateFormat(translate.locale === 'en' ? 'en-GB' : translate.locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  return `${format.format(new Date(at))} UTC`;
}
