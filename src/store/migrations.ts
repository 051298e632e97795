// The tables and how they came about: an ordered list that both engines go through. A migration that was released is
// never changed; what comes later is another one.
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Names sort in the order of their numbers. */
export const migrations: Readonly<Record<string, Migration>> = {
  '001-sources': { up: sources },
};

/** A server's own documents (src/sources). */
async function sources(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('counters')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'bigint', (column) => column.notNull())
    .execute();
  await schema
    .createTable('guilds')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('revision', 'bigint', (column) => column.notNull())
    .addColumn('left_at', 'bigint')
    .execute();
  await schema.createIndex('guilds_revision').on('guilds').column('revision').execute();
  await documents(db);
  await schema
    .createTable('audit')
    .addColumn('guild', 'text', (column) => column.notNull().references('guilds.id'))
    .addColumn('revision', 'bigint', (column) => column.notNull())
    .addColumn('document', 'text')
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('before', 'text')
    .addColumn('after', 'text')
    .addPrimaryKeyConstraint('audit_key', ['guild', 'revision'])
    .execute();
}

async function documents({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('documents')
    .addColumn('guild', 'text', (column) => column.notNull().references('guilds.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('characters', 'integer', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('changed_by', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addColumn('added', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('documents_key', ['guild', 'id'])
    .execute();
  await schema
    .createTable('versions')
    .addColumn('guild', 'text', (column) => column.notNull())
    .addColumn('document', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('metadata', 'text', (column) => column.notNull())
    .addColumn('format', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('paragraphs', 'text', (column) => column.notNull())
    .addColumn('characters', 'integer', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('versions_key', ['guild', 'document', 'version'])
    .addForeignKeyConstraint(
      'versions_document',
      ['guild', 'document'],
      'documents',
      ['guild', 'id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute();
  // Additions of the last hour are counted.
  await schema.createIndex('versions_created').on('versions').columns(['guild', 'created_at']).execute();
}
