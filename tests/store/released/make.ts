// Makes the store that a released version leaves behind: `node tests/store/released/make.ts 007-corrections`. Run it once, when a
// migration is released, and never again for the same one.
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Kysely, sql } from 'kysely';
import { privately } from '../../../src/store/engines/private.ts';
import { migrations } from '../../../src/store/migrations/migrations.ts';
import { makeTables, shapeAfter, type Table } from '../../../src/store/migrations/shape.ts';

const [, , last = ''] = process.argv;
if (!Object.hasOwn(migrations, last)) throw new Error(`there is no migration ${last}`);
const names = Object.keys(migrations).filter((name) => name <= last);
const file = join(import.meta.dirname, `${last}.sqlite`);
rmSync(file, { force: true });

/** Rows that belong together, as such a version wrote them; each table takes the columns that it has. */
const time = Date.UTC(2026, 0, 5, 12);
const metadata = JSON.stringify({ title: 'A communiqué', kind: 'statement', language: 'en' });
const paragraphs = JSON.stringify(['0123456789abcdef', 'fedcba9876543210']);
const rows: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {
  counters: [
    { name: 'revision', value: 2 },
    { name: 'questions 100', value: 1 },
  ],
  guilds: [{ id: '100', revision: 2, left_at: null }],
  documents: ['stands', 'gone'].map((id, index) => ({
    ...{ guild: '100', id, state: id === 'gone' ? 'erased' : 'current', version: 1, added: index + 1 },
    ...{ characters: id === 'gone' ? 0 : 10, paragraphs: id === 'gone' ? 0 : 2, kept: 10, reason: null },
    ...{ changed_by: '200', changed_at: time },
  })),
  versions: ['stands', 'gone'].map((document) => ({
    ...{ guild: '100', document, version: 1, metadata, format: 'text', hash: 'a'.repeat(16), reason: null },
    ...{ text: document === 'gone' ? '' : 'One “Ціна”.\n\nTwo.', characters: document === 'gone' ? 0 : 10 },
    ...{
      paragraphs: document === 'gone' && last >= '006' ? '[]' : paragraphs,
      created_by: '200',
      created_at: time,
    },
  })),
  audit: ['stands', 'gone'].map((document, index) => ({
    ...{ guild: '100', revision: index + 1, document, action: 'add', actor: '200', at: time },
    ...{ before: null, after: '{"version":1}' },
  })),
  desks: [
    {
      ...{ guild: '100', channel: '300', version: 1, state: 'open', sitting: 1, review_channel: null },
      ...{ settings: '{"retentionDays":3650}', opens_at: null, closes_at: null },
    },
  ],
  sittings: [
    { guild: '100', channel: '300', sitting: 1, opened_by: '200', opened_at: time, closed_at: null },
  ],
  questions: [
    {
      ...{ guild: '100', number: 1, channel: '300', sitting: 1, version: 1, state: 'waiting', asker: '400' },
      ...{
        anonymous: 0,
        text: 'Can borders be changed by force?',
        passages: '[]',
        chosen: '[]',
        automatic: 0,
      },
      ...{ asked_at: time, changed_at: time, flags_kept: 0 },
    },
  ],
  desk_log: [
    {
      ...{ guild: '100', channel: '300', number: 1, version: 1, action: 'ask', actor: '400', at: time },
      ...{ before: null, after: '{"state":"waiting"}' },
    },
  ],
  deliveries: [
    {
      ...{
        guild: '100',
        kind: 'card',
        desk: '300',
        number: 1,
        target: '',
        state: 'done',
        wanted: 1,
        shown: 1,
      },
      ...{ channel: '300', message: '500', made: 0, attempts: 1, due_at: time, leased_until: 0 },
    },
  ],
  source_moderators: [{ guild: '100', role: '600', added_by: '200', added_at: time }],
  preferences: [{ guild: '100', public_answers: 1, mentions: 1 }],
  corrections: [
    {
      ...{ guild: '100', made: 2, kind: 'same', name: 'Mr. Holm', other: 'Ida Holm', state: 'current' },
      ...{ made_by: '200', made_at: time },
    },
  ],
  missed_words: [{ guild: '100', day: '2026-01-05', word: 'zeppelin', asker: '400' }],
  also_asked: [{ guild: '100', number: 1, asker: '700', at: time }],
  ratings: [
    {
      ...{ guild: '100', document: 'stands', paragraph: 1, hash: '0123456789abcdef' },
      ...{ up: 2, down: 1, changed_on: '2026-01-05' },
    },
  ],
  missed_questions: [{ guild: '100', day: '2026-01-05', question: 'Who has a zeppelin?', asker: '400' }],
  erasures: [{ id: '0123456789abcdef', kind: 'document', hash: randomBytes(32).toString('hex'), at: time }],
};

const raw = new DatabaseSync(file);
// Small pages: what is kept here is a few rows.
raw.exec('pragma page_size = 512');
const database = privately<unknown>(raw);
await makeTables(database, names);
for (const table of await shapeAfter(names)) await fill(database, table);
raw.exec('pragma user_version = 1; vacuum');
raw.close();

async function fill(into: Kysely<unknown>, { name, columns }: Table): Promise<void> {
  for (const row of rows[name] ?? []) {
    const known = columns.filter((column) => Object.hasOwn(row, column));
    const values = sql.join(known.map((column) => sql`${row[column]}`));
    const start = sql`insert into ${sql.table(name)} (${sql.join(known.map((column) => sql.ref(column)))})`;
    await sql`${start} values (${values})`.execute(into);
  }
}
