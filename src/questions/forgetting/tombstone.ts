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

export const toldSchema = z.record(z.string(), z.unknown());
export type Told = z.infer<typeof toldSchema>;

/** Writes every entry of a desk or a question anew; `actor` is who wrote the words in it. */
export async function rewriteLog(
  change: Change,
  { guild, channel, number }: Pick<DeskLogRow, 'guild' | 'channel' | 'number'>,
  rewrite: (told: Told, actor: string) => Told,
): Promise<void> {
  const rows = await change
    .selectFrom('desk_log')
    .where('guild', '=', guild)
    .where('channel', '=', channel)
    .where('number', '=', number)
    .selectAll()
    .execute();
  // A line that one moderator wrote and another took away stands as `before` in the other's entry.
  const rewritten = (json: string | null, actor: string): string | null =>
    json && JSON.stringify(rewrite(toldSchema.parse(JSON.parse(json)), actor));
  for (const row of rows) {
    await change
      .updateTable('desk_log')
      .set({ before: rewritten(row.before, authorBefore(rows, row)), after: rewritten(row.after, row.actor) })
      .where('guild', '=', guild)
      .where('channel', '=', channel)
      .where('number', '=', number)
      .where('version', '=', row.version)
      .execute();
  }
}

/** Who wrote what an entry found there: whoever acted before it. Erasing too much there loses nothing that stands elsewhere. */
function authorBefore(rows: readonly DeskLogRow[], row: DeskLogRow): string {
  const earlier = rows.filter(
    ({ version, after }) => version < row.version && /"(note|reasonWords)"/u.test(after ?? ''),
  );
  return earlier.at(-1)?.actor ?? row.actor;
}

/** What the log tells of a question without who asked and what they typed. */
export function withoutAsker(told: Told, tombstone: string): Told {
  return {
    ...told,
    ...('asker' in told && { asker: tombstone }),
    ...('text' in told && { text: null }),
  };
}
