// One of the migrations (migrations.ts).
import type { Kysely } from 'kysely';

/** Whether a server wants the bot to answer where it is mentioned (src/preferences.ts). */
export async function mentions({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .alterTable('preferences')
    .addColumn('mentions', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
}
