// One of the migrations (migrations.ts).
import type { Kysely } from 'kysely';

/** Who asks a question too (src/questions/also.ts), which questions others may read, and what passages are thought of (src/missed/ratings.ts). */
export async function feedback({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('also_asked')
    .addColumn('guild', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('asker', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('also_asked_key', ['guild', 'number', 'asker'])
    .execute();
  await schema.createIndex('also_asked_asker').on('also_asked').column('asker').execute();
  await schema
    .alterTable('questions')
    .addColumn('listed', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await schema
    .createTable('ratings')
    .addColumn('guild', 'text', (column) => column.notNull())
    .addColumn('document', 'text', (column) => column.notNull())
    .addColumn('paragraph', 'integer', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('up', 'integer', (column) => column.notNull())
    .addColumn('down', 'integer', (column) => column.notNull())
    .addColumn('changed_on', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('ratings_key', ['guild', 'document', 'paragraph', 'hash'])
    .execute();
}
