// One of the migrations (migrations.ts).
import type { Kysely } from 'kysely';

/** What moderators say of who is who in a server's own documents (src/sources/corrections.ts). */
export async function corrections({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('corrections')
    .addColumn('guild', 'text', (column) => column.notNull().references('guilds.id'))
    .addColumn('made', 'bigint', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('other', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('made_by', 'text', (column) => column.notNull())
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .addColumn('undone_by', 'text')
    .addColumn('undone_at', 'bigint')
    .addPrimaryKeyConstraint('corrections_key', ['guild', 'made'])
    .execute();
}
