// What becomes of the rest where something that is too old cannot be forgotten, and what a restore then tells.
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { forgetMost } from '../../src/keeping/retention.ts';
import { inEnglish } from '../../src/messages/messages.ts';
import type { Database } from '../../src/store/tables.ts';
import { toldRestored } from '../../src/terminal/reports/store-report.ts';
import { newPlace, opened } from '../store/engines.ts';
import { filled } from '../store/filled.ts';

const longAfter = Date.UTC(2040, 0);
const dated = ['paces', 'drafts', 'missed_words', 'missed_questions', 'erasures', 'erased_keys'] as const;

async function filledStore(): Promise<Database> {
  const { database } = await opened(await newPlace('sqlite'));
  await filled(database);
  return database;
}

/** The tables in which something is left. */
async function leftIn(database: Database): Promise<string[]> {
  const left: string[] = [];
  for (const table of dated) {
    const rows = await database.selectFrom(table).selectAll().execute();
    if (rows.length > 0) left.push(table);
  }
  return left;
}

test('where all that is too old is forgotten nothing is told', async () => {
  const database = await filledStore();
  expect(await leftIn(database)).toEqual([...dated]);
  expect(await forgetMost(database, longAfter)).toEqual([]);
  expect(await leftIn(database)).toEqual([]);
});

test.each([
  ['paces', 'paces', ['paces']],
  ['drafts', 'previews', ['drafts']],
  ['erasures', 'erasures', ['erasures']],
  ['erased_keys', 'erased-keys', ['erased_keys']],
  ['missed_words', 'missed', ['missed_words', 'missed_questions']],
])('what cannot be taken out of %s is told, and all else is forgotten', async (table, what, left) => {
  const database = await filledStore();
  const held = sql`begin select raise(abort, 'it is held'); end`;
  await sql`create trigger held before delete on ${sql.table(table)} ${held}`.execute(database);
  const told = await forgetMost(database, longAfter);
  expect(told.map((each) => each.what)).toEqual([what]);
  expect(await leftIn(database)).toEqual(left);
});

test('a restore tells what was not forgotten, in words and as JSON', () => {
  const notForgotten = [
    { what: 'paces', reason: { key: 'reason.forbidden', values: { code: 'EACCES' } } as const },
  ];
  const restored = { manifest: undefined, erasedAgain: 0, until: undefined, notForgotten };
  const { lines, json } = toldRestored(restored, inEnglish);
  const reason = inEnglish('reason.forbidden', { code: 'EACCES' });
  expect(lines).toContain(
    `Too old, but it could not be forgotten (paces): ${reason}. The running bot tries again every hour.`,
  );
  expect(json).toMatchObject({ notForgotten: [{ what: 'paces', reason }] });
  const well = toldRestored({ ...restored, notForgotten: [] }, inEnglish);
  expect([well.lines.join(' ').includes('Too old'), well.json]).toEqual([
    false,
    expect.objectContaining({ notForgotten: [] }),
  ]);
});
