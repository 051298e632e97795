// One of the migrations (migrations.ts).
import type { Kysely } from 'kysely';

/** What members asked and no source answers (src/missed), and whether a server wants it kept. */
export async function missed({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('missed_words')
    .addColumn('guild', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('word', 'text', (column) => column.notNull())
    .addColumn('asker', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('missed_words_key', ['guild', 'day', 'word', 'asker'])
    .execute();
  await schema
    .createTable('missed_questions')
    .addColumn('guild', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('asker', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('missed_questions_key', ['guild', 'day', 'question', 'asker'])
    .execute();
  await schema
    .alterTable('preferences')
    .addColumn('missed', 'text', (column) => column.notNull().defaultTo('words'))
    .execute();
}
