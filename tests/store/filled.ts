// A store with something in every table, made as the bot makes it: two servers with documents in every state, a desk, questions that
// are published, rejected, merged and waiting, corrections of names, settings, previews, erasures, and the log of all of it.
import { expect } from 'vitest';
import { noteMissed } from '../../src/missed/note.ts';
import { rate } from '../../src/missed/ratings.ts';
import { chooseKept, chooseMentions, choosePublic } from '../../src/preferences.ts';
import { askAlso } from '../../src/questions/also.ts';
import { erasePassages } from '../../src/questions/forgetting/erased-passages.ts';
import { eraseMember } from '../../src/questions/forgetting/privacy.ts';
import { claim, reject } from '../../src/questions/review.ts';
import { correctDocument } from '../../src/sources/add.ts';
import { makeCorrection } from '../../src/sources/corrections.ts';
import { keepDraft } from '../../src/sources/drafts.ts';
import { eraseDocument } from '../../src/sources/erase.ts';
import { defaultLimits } from '../../src/sources/limits.ts';
import { changeModerators } from '../../src/sources/moderators.ts';
import { withdrawDocument } from '../../src/sources/withdraw.ts';
import { countOne } from '../../src/store/paces.ts';
import type { Database } from '../../src/store/tables.ts';
import { asked, by, newDesk, noon, published } from '../questions/world.ts';
import { added, draft, moderator, rules } from '../sources/world.ts';

/** A moment shortly after all of it, when nothing is old enough to be forgotten. */
export const afterwards: number = noon + 30_000;

const desk = { settings: { anonymous: true, listed: true } } as const;

/** Fills a store; the two servers. */
export async function filled(database: Database): Promise<[one: string, other: string]> {
  const guilds: [string, string] = [await newDesk(database, desk), await newDesk(database, desk)];
  for (const guild of guilds) {
    await fillDocuments(database, guild);
    await fillQuestions(database, guild);
    await choosePublic(database, guild, true);
    await chooseMentions(database, guild, true);
    await chooseKept(database, guild, 'questions');
    const missed = { guild, asker: 'bob', at: noon, words: ['zeppelin'], question: 'Who has a zeppelin?' };
    await noteMissed(database, [missed]);
    const passage = { guild, document: 'stands', paragraph: 1, hash: '0123456789abcdef' };
    await rate(database, passage, { up: 1, down: 0 }, noon);
    await countOne(database, { what: 'share', who: `fast-${guild}`, at: noon, windowMs: 60_000, most: 5 });
  }
  return guilds;
}

async function fillDocuments(database: Database, guild: string): Promise<void> {
  const mia = moderator(guild);
  await added(database, mia, 'stands', 'One “Ціна”.\n\nTwo 👩‍🚀.');
  await added(database, mia, 'changed');
  await correctDocument(
    database,
    moderator(guild, 'max'),
    { id: 'changed', version: 1, draft: draft('One.\n\nThree.'), reason: 'a slip' },
    rules,
  );
  await added(database, mia, 'withdrawn');
  await withdrawDocument(database, mia, { id: 'withdrawn', version: 1, reason: 'a hoax' });
  await added(database, mia, 'erased', 'Zanzibar.');
  await eraseDocument(database, mia, { id: 'erased', version: 1, reason: 'a mistake' }, erasePassages);
  await changeModerators(database, mia, { add: 'archive' }, rules.limits);
  const same = { kind: 'same', name: 'Mr. Holm', other: 'Ida Holm' } as const;
  await makeCorrection(database, mia, same, defaultLimits);
  const preview = { document: 'soon', seen: undefined, reason: undefined, notes: [], warnings: [] };
  await keepDraft(database, mia, { ...preview, draft: draft('Not yet.') });
}

async function fillQuestions(database: Database, guild: string): Promise<void> {
  await published(database, guild, 'Can borders be changed by force?');
  await asked(database, by(guild, 'bob'), 'Who met in Alaska?');
  await claim(database, by(guild, 'mia'), { number: 2, seen: 1 });
  await asked(database, by(guild, 'carol'), 'What does Article 5 promise?', { anonymous: true });
  await reject(database, by(guild, 'max'), { number: 3, seen: 1, reason: 'other', words: 'Ask again.' });
  await asked(database, by(guild, 'eve'), 'Who may sign the treaty?');
  expect(await askAlso(database, by(guild, 'frank'), 4)).toMatchObject({ ok: true });
  await asked(database, by(guild, 'dora'), 'When was it signed?');
  await eraseMember(database, { guild, member: 'dora', at: noon });
}
