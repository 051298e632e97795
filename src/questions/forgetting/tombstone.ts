// What stands in place of a member who is forgotten, in questions and in the log.
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { DeskLogRow } from '../../store/desk-tables.ts';
import type { Change } from '../../store/tables.ts';

export function newTombstone(): string {
  return `erased-${randomBytes(6).toString('hex')}`;
}

export function isTombstone(member: string): boolean {
  return member.startsWith('erased-');
}

const toldSchema = z.record(z.string(), z.unknown());
export type Told = z.infer<typeof toldSchema>;

/** Who wrote what stands under a key, as far as the log tells. */
export type AuthorOf = (key: string) => string | undefined;

/** Writes every entry of a desk or a question anew. */
export async function rewriteLog(
  change: Change,
  { guild, channel, number }: Pick<DeskLogRow, 'guild' | 'channel' | 'number'>,
  rewrite: (told: Told, authorOf: AuthorOf) => Told,
): Promise<void> {
  const rows = await change
    .selectFrom('desk_log')
    .where('guild', '=', guild)
    .where('channel', '=', channel)
    .where('number', '=', number)
    .orderBy('version')
    .selectAll()
    .execute();
  const rewritten = (json: string | null, authorOf: AuthorOf): string | null =>
    json && JSON.stringify(rewrite(toldIn(json), authorOf));
  for (const [index, row] of rows.entries()) {
    // A line that one moderator wrote and another took away stands as `before` in the other's entry.
    const earlier = rows.slice(0, index);
    const authorBefore: AuthorOf = (key) => earlier.findLast((each) => key in toldIn(each.after))?.actor;
    await change
      .updateTable('desk_log')
      .set({ before: rewritten(row.before, authorBefore), after: rewritten(row.after, () => row.actor) })
      .where('guild', '=', guild)
      .where('channel', '=', channel)
      .where('number', '=', number)
      .where('version', '=', row.version)
      .execute();
  }
}

/** What an entry tells; nothing where it tells nothing. */
export function toldIn(json: string | null): Told {
  return json === null ? {} : toldSchema.parse(JSON.parse(json));
}

/** What the log tells of a question without who asked and what they typed. */
export function withoutAsker(told: Told, tombstone: string): Told {
  return {
    ...told,
    ...('asker' in told && { asker: tombstone }),
    ...('text' in told && { text: null }),
  };
}
