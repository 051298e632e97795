// What is kept of a question and of each change of it, field for field, on both engines.
import { expect, test } from 'vitest';
import { editQuestion, insist, withdrawQuestion } from '../../src/questions/ask.ts';
import { moving, program } from '../../src/questions/change.ts';
import { closeDesk } from '../../src/questions/desk.ts';
import { type Question, questionOf } from '../../src/questions/question.ts';
import { logOf } from '../../src/questions/read.ts';
import { approve, claim, merge } from '../../src/questions/review.ts';
import type { QuestionRow } from '../../src/store/desk-tables.ts';
import type { Database } from '../../src/store/tables.ts';
import { onBothEngines, sharedStore } from '../store/engines.ts';
import {
  asked,
  by,
  channel,
  cited,
  deliverAll,
  done,
  found,
  minute,
  newDesk,
  noon,
  tryAsk,
} from './world.ts';

const borders = 'Can borders be changed by force?';

const flag = { label: 'talks ¶1', became: 'erased' } as const;

const bareRow: QuestionRow = {
  ...{ guild: 'g', number: 7, channel: 'c', sitting: 2, version: 3, state: 'waiting', asker: 'alice' },
  ...{ anonymous: 0, text: borders, passages: '[]', chosen: '[]', note: null, reason: null },
  ...{ reason_words: null, merged_into: null, automatic: 0, claimed_by: null, claimed_at: null },
  ...{ decided_by: null, decided_at: null, asked_at: 1, published_at: null, revised_at: null },
  ...{ changed_at: 9, flags: null, flags_kept: 0, erased_at: null, listed: 0 },
};
const bare: Question = {
  ...{ guild: 'g', number: 7, channel: 'c', sitting: 2, version: 3, state: 'waiting', asker: 'alice' },
  ...{ anonymous: false, text: borders, passages: [], chosen: [], note: undefined, reason: undefined },
  ...{ reasonWords: undefined, mergedInto: undefined, automatic: false, claimedBy: undefined },
  ...{ claimedAt: undefined, decidedBy: undefined, decidedAt: undefined, askedAt: 1 },
  ...{ publishedAt: undefined, revisedAt: undefined, flags: [], flagsKept: false, erased: false },
  listed: false,
};

test.each<[Partial<QuestionRow>, Partial<Question>]>([
  [{}, {}],
  [{ anonymous: 1 }, { anonymous: true }],
  [{ passages: JSON.stringify([cited(1)]) }, { passages: [cited(1)] }],
  [
    { passages: JSON.stringify([cited(1), cited(2)]), chosen: '["talks ¶2","talks ¶1","talks ¶9"]' },
    { passages: [cited(1), cited(2)], chosen: [cited(2), cited(1)] },
  ],
  [{ note: 'n' }, { note: 'n' }],
  [
    { reason: 'other', reason_words: 'w' },
    { reason: 'other', reasonWords: 'w' },
  ],
  [{ merged_into: 4 }, { mergedInto: 4 }],
  [{ automatic: 1 }, { automatic: true }],
  [
    { claimed_by: 'mia', claimed_at: 5 },
    { claimedBy: 'mia', claimedAt: 5 },
  ],
  [
    { decided_by: 'max', decided_at: 6 },
    { decidedBy: 'max', decidedAt: 6 },
  ],
  [{ published_at: 7 }, { publishedAt: 7 }],
  [{ revised_at: 8 }, { revisedAt: 8 }],
  [{ flags: JSON.stringify([flag]) }, { flags: [flag] }],
  [{ flags_kept: 1 }, { flagsKept: true }],
  [{ erased_at: 9 }, { erased: true }],
  [{ listed: 1 }, { listed: true }],
])('%#: a row is read as the question it is', (row, question) => {
  expect(questionOf({ ...bareRow, ...row })).toEqual({ ...bare, ...question });
});

onBothEngines((engine) => {
  const shared = sharedStore(engine);
  const newGuild = async (change: Parameters<typeof newDesk>[1] = {}) => {
    const { database } = await shared();
    return { database, guild: await newDesk(database, change) };
  };
  const rowOf = (database: Database, guild: string, number = 1) =>
    database
      .selectFrom('questions')
      .where('guild', '=', guild)
      .where('number', '=', number)
      .selectAll()
      .executeTakeFirstOrThrow();
  const cardsOf = async (database: Database, guild: string) =>
    (await deliverAll(database, guild, noon + minute)).flatMap(({ kind, number }) =>
      kind === 'card' ? [number] : [],
    );

  test.each([
    ['an answer', { answered: true }, {}, { chosen: '["talks ¶1"]' }],
    ['related passages', { answered: false }, {}, { chosen: '[]' }],
    ['nothing', { answered: false, passages: [] }, {}, { chosen: '[]', passages: '[]' }],
    ['no name', { anonymous: true }, { anonymous: true }, { anonymous: 1, chosen: '["talks ¶1"]' }],
    ['others who read it', {}, { listed: true }, { listed: 1, chosen: '["talks ¶1"]' }],
  ] as const)('a question with %s is kept as it was asked', async (_, asking, settings, different) => {
    const { database, guild } = await newGuild({ settings });
    const { question, same } = await asked(database, by(guild, 'alice'), borders, asking);
    const row = await rowOf(database, guild);
    expect(row).toEqual({
      ...{ ...bareRow, guild, channel, number: 1, sitting: 1, version: 1, asked_at: noon, changed_at: noon },
      ...{ passages: JSON.stringify([cited(1), cited(2)]), ...different },
    });
    expect(question).toEqual(questionOf(row));
    expect(same).toBeUndefined();
    expect(await cardsOf(database, guild)).toEqual([1]);
  });

  test('the log tells of a new question all that it is', async () => {
    const { database, guild } = await newGuild();
    await asked(database, by(guild, 'alice', noon + 3), borders);
    expect(await logOf(database, guild, { channel, number: 1 })).toEqual([
      {
        ...{ number: 1, version: 1, action: 'ask', by: 'alice', at: noon + 3, before: undefined },
        after: {
          ...{ state: 'waiting', asker: 'alice', anonymous: false, text: borders },
          ...{ passages: ['talks ¶1', 'talks ¶2'], chosen: ['talks ¶1'], note: null, reason: null },
          ...{ reasonWords: null, mergedInto: null, claimedBy: null, decidedBy: null, flags: null },
          ...{ flagsKept: false, erased: false },
        },
      },
    ]);
  });

  test.each<[Partial<QuestionRow>, object, object]>([
    [{ asker: 'bob' }, { asker: 'alice' }, { asker: 'bob' }],
    [{ anonymous: 1 }, { anonymous: false }, { anonymous: true }],
    [{ text: 'Who?' }, { text: borders }, { text: 'Who?' }],
    [{ passages: '[]' }, { passages: ['talks ¶1', 'talks ¶2'] }, { passages: [] }],
    [{ chosen: '[]' }, { chosen: ['talks ¶1'] }, { chosen: [] }],
    [{ note: 'n' }, { note: null }, { note: 'n' }],
    [{ reason: 'other' }, { reason: null }, { reason: 'other' }],
    [{ reason_words: 'w' }, { reasonWords: null }, { reasonWords: 'w' }],
    [{ merged_into: 4 }, { mergedInto: null }, { mergedInto: 4 }],
    [{ claimed_by: 'mia' }, { claimedBy: null }, { claimedBy: 'mia' }],
    [{ decided_by: 'mia' }, { decidedBy: null }, { decidedBy: 'mia' }],
    [{ flags: JSON.stringify([flag]) }, { flags: null }, { flags: [flag] }],
    [{ flags_kept: 1 }, { flagsKept: false }, { flagsKept: true }],
    [{ erased_at: 5 }, { erased: false }, { erased: true }],
    [{ listed: 1, automatic: 1, claimed_at: 1, decided_at: 1, published_at: 1, revised_at: 1 }, {}, {}],
  ])(
    '%#: the log tells what a change changed, before and after, and nothing else: %j',
    async (set, before, after) => {
      const { database, guild } = await newGuild();
      await asked(database, by(guild, 'alice'), borders);
      const doer = by(guild, 'mia', noon + 5);
      done(await moving(database, doer, { number: 1, action: 'note', seen: 1, set: () => set }));
      const log = await logOf(database, guild, { channel, number: 1 });
      expect(log.slice(1)).toEqual([
        { number: 1, version: 2, action: 'note', by: 'mia', at: noon + 5, before, after },
      ]);
    },
  );

  test('a question that is led to another tells of both, and in the log that the program did it', async () => {
    const { database, guild } = await newGuild();
    const first = await asked(database, by(guild, 'alice'), borders);
    await deliverAll(database, guild);
    const { question, same } = await asked(database, by(guild, 'bob', noon + 1), borders);
    expect(question).toMatchObject({
      number: 2,
      state: 'merged',
      mergedInto: 1,
      automatic: true,
      version: 2,
    });
    expect(question.decidedBy).toBeUndefined();
    expect(same).toEqual(first.question);
    expect((await cardsOf(database, guild)).sort()).toEqual([1, 2]);
    const log = await logOf(database, guild, { channel, number: 2 });
    expect(log.map(({ action, by: who, at }) => [action, who, at])).toEqual([
      ['ask', 'bob', noon + 1],
      ['duplicate', program, noon + 1],
    ]);
  });

  test('in a public desk the program approves what is answered, which the log tells', async () => {
    const { database, guild } = await newGuild({ settings: { mode: 'public' } });
    const { question, same } = await asked(database, by(guild, 'alice', noon + 1), borders);
    expect(question).toMatchObject({
      state: 'approved',
      decidedBy: program,
      decidedAt: noon + 1,
      version: 2,
    });
    expect(same).toBeUndefined();
    const other = await asked(database, by(guild, 'bob'), borders);
    expect(other).toMatchObject({ question: { state: 'merged' }, same: { number: 1, state: 'approved' } });
    const log = await logOf(database, guild, { channel, number: 1 });
    expect(log.map(({ action, by: who }) => [action, who])).toEqual([
      ['ask', 'alice'],
      ['approve', program],
    ]);
  });

  test('what is refused leaves nothing, no number either', async () => {
    const { database, guild } = await newGuild({ settings: { openQuestions: 1 } });
    expect(await tryAsk(database, by(guild, 'alice'), 'Who?')).toEqual({ ok: false, reason: 'unfit-text' });
    expect((await asked(database, by(guild, 'alice'), borders)).question.number).toBe(1);
    const second = 'Who met in Alaska?';
    const tooMany = { ok: false, reason: 'too-many', most: 1 };
    expect(await tryAsk(database, by(guild, 'alice'), second)).toEqual(tooMany);
    expect((await asked(database, by(guild, 'bob'), second)).question.number).toBe(2);
    // What is claimed is undecided still; what is decided counts no more.
    done(await claim(database, by(guild, 'mia'), { number: 1, seen: 1 }));
    expect(await tryAsk(database, by(guild, 'alice'), 'What of tariffs?')).toEqual(tooMany);
    done(await approve(database, by(guild, 'mia'), { number: 1, seen: 2 }));
    expect((await asked(database, by(guild, 'alice'), 'What of tariffs?')).question.number).toBe(3);
  });

  test('how long a member waits is told from their last question in this desk, and nobody else waits', async () => {
    const { database, guild } = await newGuild({ settings: { cooldownSeconds: 10 } });
    await asked(database, by(guild, 'alice', noon), borders);
    await asked(database, by(guild, 'bob', noon + 5_000), 'Who met in Alaska?');
    const again = (at: number) => tryAsk(database, by(guild, 'alice', at), 'What of tariffs?');
    expect(await again(noon + 9_999)).toEqual({ ok: false, reason: 'too-soon', at: noon + 10_000 });
    done(await again(noon + 10_000));
    const other = 'When did the summit end?';
    expect(await tryAsk(database, by(guild, 'alice', noon + 10_000), other)).toEqual({
      ...{ ok: false, reason: 'too-soon', at: noon + 20_000 },
    });
  });

  test('an edit puts words and passages in the place of others, which the log tells', async () => {
    const { database, guild } = await newGuild();
    await asked(database, by(guild, 'alice'), borders);
    await deliverAll(database, guild);
    const edit = (text: string, answered: boolean) =>
      editQuestion(database, by(guild, 'alice', noon + 1), {
        ...{ number: 1, text, passages: [cited(3), cited(4)], answered },
      });
    expect(await edit('Who?', true)).toEqual({ ok: false, reason: 'unfit-text' });
    const { question } = done(await edit(' Who  decides on borders? ', false));
    expect(question).toMatchObject({ text: 'Who decides on borders?', chosen: [], version: 2 });
    expect(question.passages).toEqual([cited(3), cited(4)]);
    expect(done(await edit('Who decides on borders?', true)).question.chosen).toEqual([cited(3)]);
    expect(await cardsOf(database, guild)).toEqual([1]);
    const missing = { number: 9, text: borders, passages: [], answered: false };
    expect(await editQuestion(database, by(guild, 'alice'), missing)).toEqual({
      ...{ ok: false, reason: 'not-found' },
    });
  });

  test('whoever did not ask a question neither edits it, nor withdraws it, nor insists on it', async () => {
    const { database, guild } = await newGuild();
    await asked(database, by(guild, 'alice'), borders);
    await asked(database, by(guild, 'bob'), borders);
    const eve = by(guild, 'eve');
    const words = { number: 1, seen: 1, text: 'What of zebras?', passages: [], answered: false };
    const refused = (number: number, question: Question) => ({
      ...{ ok: false, reason: 'not-yours', now: { ...question, number } },
    });
    const [one, two] = [await found(database, guild, 1), await found(database, guild, 2)];
    expect(await editQuestion(database, eve, words)).toEqual(refused(1, one));
    expect(await withdrawQuestion(database, eve, 1)).toEqual(refused(1, one));
    expect(await insist(database, eve, 2)).toEqual(refused(2, two));
    expect(await insist(database, eve, 9)).toEqual({ ok: false, reason: 'not-found' });
    expect(await insist(database, by(guild, 'alice'), 1)).toMatchObject({ ok: false, reason: 'changed' });
  });

  test('who insists has their question wait by itself, within their limit, and where no moderator led it there', async () => {
    const { database, guild } = await newGuild({ settings: { openQuestions: 2 } });
    await asked(database, by(guild, 'alice'), borders);
    await asked(database, by(guild, 'bob'), borders);
    await asked(database, by(guild, 'carol'), 'Who met in Alaska?');
    const { question } = done(await insist(database, by(guild, 'bob', noon + 1), 2));
    expect(question).toMatchObject({ state: 'waiting', automatic: false, version: 3 });
    expect(question.mergedInto).toBeUndefined();
    done(await merge(database, by(guild, 'mia'), { number: 3, seen: 1, into: 1 }));
    const now = await found(database, guild, 3);
    const byModerator = { ok: false, reason: 'by-moderator', now };
    expect(await insist(database, by(guild, 'carol'), 3)).toEqual(byModerator);
    // A desk that is closed keeps nobody from it.
    await asked(database, by(guild, 'dora'), borders);
    done(await closeDesk(database, by(guild, 'admin'), channel));
    done(await insist(database, by(guild, 'dora', noon + minute), 4));
  });
});
