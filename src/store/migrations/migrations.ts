// The tables and how they came about: an ordered list that both engines go through. A migration that was released is
// never changed; what comes later is another one.
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { feedback } from '../migration-feedback.ts';
import { mentions } from '../migration-mentions.ts';
import { corrections } from './migration-corrections.ts';
import { erasures } from './migration-erasures.ts';
import { missed } from './migration-missed.ts';

/** Names sort in the order of their numbers. */
export const migrations: Readonly<Record<string, Migration>> = {
  '001-sources': { up: sources },
  '002-questions': { up: questions },
  '003-previews': { up: previews },
  '004-preferences': { up: preferences },
  '005-paces': { up: paces },
  '006-counted': { up: counted },
  '007-corrections': { up: corrections },
  '008-missed': { up: missed },
  '009-erasures': { up: erasures },
  '010-mentions': { up: mentions },
  '011-feedback': { up: feedback },
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

/** Previews of documents, and who may approve them (src/sources). */
async function previews({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('drafts')
    .addColumn('guild', 'text', (column) => column.notNull())
    .addColumn('id', 'bigint', (column) => column.notNull())
    .addColumn('moderator', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('edits', 'integer', (column) => column.notNull())
    .addColumn('document', 'text', (column) => column.notNull())
    .addColumn('seen', 'integer')
    .addColumn('reason', 'text')
    .addColumn('metadata', 'text', (column) => column.notNull())
    .addColumn('format', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('remarks', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('drafts_key', ['guild', 'id'])
    .execute();
  await schema.createIndex('drafts_expire').on('drafts').column('expires_at').execute();
  await schema
    .createTable('source_moderators')
    .addColumn('guild', 'text', (column) => column.notNull().references('guilds.id'))
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('added_by', 'text', (column) => column.notNull())
    .addColumn('added_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('source_moderators_key', ['guild', 'role'])
    .execute();
}

/** Questions past moderators (src/questions). */
async function questions(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('desks')
    .addColumn('guild', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('sitting', 'integer', (column) => column.notNull())
    .addColumn('review_channel', 'text')
    .addColumn('settings', 'text', (column) => column.notNull())
    .addColumn('opens_at', 'bigint')
    .addColumn('closes_at', 'bigint')
    .addPrimaryKeyConstraint('desks_key', ['guild', 'channel'])
    .execute();
  await schema
    .createTable('sittings')
    .addColumn('guild', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('sitting', 'integer', (column) => column.notNull())
    .addColumn('opened_by', 'text', (column) => column.notNull())
    .addColumn('opened_at', 'bigint', (column) => column.notNull())
    .addColumn('closed_at', 'bigint')
    .addPrimaryKeyConstraint('sittings_key', ['guild', 'channel', 'sitting'])
    .execute();
  await question(db);
  await schema
    .createTable('desk_log')
    .addColumn('guild', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('before', 'text')
    .addColumn('after', 'text')
    .addPrimaryKeyConstraint('desk_log_key', ['guild', 'channel', 'number', 'version'])
    .execute();
  await schema.createIndex('desk_log_actor').on('desk_log').column('actor').execute();
  await deliveries(db);
}

async function question({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('questions')
    .addColumn('guild', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('sitting', 'integer', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('asker', 'text', (column) => column.notNull())
    .addColumn('anonymous', 'integer', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('passages', 'text', (column) => column.notNull())
    .addColumn('chosen', 'text', (column) => column.notNull())
    .addColumn('note', 'text')
    .addColumn('reason', 'text')
    .addColumn('reason_words', 'text')
    .addColumn('merged_into', 'integer')
    .addColumn('automatic', 'integer', (column) => column.notNull())
    .addColumn('claimed_by', 'text')
    .addColumn('claimed_at', 'bigint')
    .addColumn('decided_by', 'text')
    .addColumn('decided_at', 'bigint')
    .addColumn('asked_at', 'bigint', (column) => column.notNull())
    .addColumn('published_at', 'bigint')
    .addColumn('revised_at', 'bigint')
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addColumn('flags', 'text')
    .addColumn('flags_kept', 'integer', (column) => column.notNull())
    .addColumn('erased_at', 'bigint')
    .addPrimaryKeyConstraint('questions_key', ['guild', 'number'])
    .execute();
  const byDesk = ['guild', 'channel', 'sitting', 'state'];
  await schema.createIndex('questions_desk').on('questions').columns(byDesk).execute();
  await schema.createIndex('questions_asker').on('questions').columns(['asker', 'asked_at']).execute();
  await schema.createIndex('questions_merged').on('questions').columns(['guild', 'merged_into']).execute();
}

async function deliveries({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('deliveries')
    .addColumn('guild', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('desk', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('target', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('wanted', 'integer', (column) => column.notNull())
    .addColumn('shown', 'integer', (column) => column.notNull())
    .addColumn('channel', 'text')
    .addColumn('message', 'text')
    .addColumn('made', 'integer', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('begun_at', 'bigint')
    .addColumn('lease', 'text')
    .addColumn('leased_until', 'bigint', (column) => column.notNull())
    .addColumn('error', 'text')
    .addPrimaryKeyConstraint('deliveries_key', ['guild', 'kind', 'desk', 'number', 'target'])
    .execute();
  await schema.createIndex('deliveries_due').on('deliveries').columns(['state', 'due_at']).execute();
}

/** What servers have chosen (src/preferences.ts). */
async function preferences({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('preferences')
    .addColumn('guild', 'text', (column) => column.primaryKey())
    .addColumn('public_answers', 'integer', (column) => column.notNull())
    .execute();
}

/** How often somebody did something lately (src/store/paces.ts). */
async function paces({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('paces')
    .addColumn('what', 'text', (column) => column.notNull())
    .addColumn('who', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('times', 'text', (column) => column.notNull())
    .addColumn('counted_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('paces_key', ['what', 'who'])
    .execute();
}

/**
 * What is counted of a document stands beside its state: versions are long. And what erased passages are called in the reader's file
 * (src/sources/erased-keys.ts) lies in pages of its own, no longer where the hashes of their versions stood.
 */
async function counted(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  for (const column of ['paragraphs', 'kept'])
    await schema
      .alterTable('documents')
      .addColumn(column, 'integer', (made) => made.notNull().defaultTo(0))
      .execute();
  await sql`
    update documents set
      paragraphs = coalesce((select (length(v.paragraphs) - 1) / 19 from versions v
        where v.guild = documents.guild and v.document = documents.id and v.version = documents.version), 0),
      kept = coalesce((select sum(v.characters) from versions v
        where v.guild = documents.guild and v.document = documents.id), 0)
    where state <> 'erased'`.execute(db);
  await schema
    .createTable('erased_keys')
    .addColumn('id', 'bigint', (column) => column.primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('keys', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('erased_keys_at').on('erased_keys').column('at').execute();
  await sql`
    insert into erased_keys (id, at, keys)
    select row_number() over (order by d.changed_at, v.guild, v.document, v.version), d.changed_at, v.paragraphs
    from documents d join versions v on v.guild = d.guild and v.document = d.id
    where d.state = 'erased'`.execute(db);
  await sql`
    insert into counters (name, value)
    select 'erased keys', id from erased_keys order by id desc limit 1`.execute(db);
  await sql`
    update versions set paragraphs = '[]' where exists (select 1 from documents d
      where d.guild = versions.guild and d.id = versions.document and d.state = 'erased')`.execute(db);
  // Changes of the last hour are counted in the audit log since.
  await schema.dropIndex('versions_created').execute();
}
