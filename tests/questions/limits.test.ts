// How much and how long: each limit of the desk from both sides, and what is read of what was stored.
import { expect, test } from 'vitest';
import { questionText } from '../../src/questions/ask.ts';
import { citedListSchema, flagsSchema } from '../../src/questions/cited.ts';
import { leastCosine, likeness, mayBeTheSame } from '../../src/questions/duplicates.ts';
import {
  approve,
  choose,
  claim,
  claimMs,
  merge,
  reject,
  undo,
  undoMs,
  writeNote,
} from '../../src/questions/review.ts';
import { gistOf } from '../../src/search/question/gist.ts';
import { onBothEngines, sharedStore } from '../store/engines.ts';
import { asked, by, cited, done, minute, newDesk, noon, seen } from './world.ts';

const borders = 'Can borders be changed by force?';

test.each([
  ['Who?', undefined],
  ['Whom?', 'Whom?'],
  ['a'.repeat(500), 'a'.repeat(500)],
  ['a'.repeat(501), undefined],
  ['12345?', undefined],
  ['  Who \t\n met?  ', 'Who met?'],
  ['\u202eWho\u0007 met?', '\ufffdWho\ufffd met?'],
])('%#: what is typed as one line is a question, or none', (typed, text) => {
  expect(questionText(typed)).toBe(text);
});

test('moderators have a quarter of an hour', () => {
  expect([claimMs, undoMs]).toEqual([900_000, 900_000]);
});

test.each(['named', 'pronoun', 'unnamed', 'collective', 'told', 'untold'])(
  'a passage %s is read again',
  (speech) => {
    const passage = {
      ...cited(1),
      speech,
      title: { value: 'T', by: 'inferred' },
      published: { value: 'P', by: 'supplied' },
    };
    const other = { ...cited(2), far: true, clause: 'c', url: 'u', title: { value: 'T', by: 'source' } };
    expect(citedListSchema.parse([passage, other])).toEqual([passage, other]);
    expect(() => citedListSchema.parse([{ ...passage, title: { value: 'T', by: 'nobody' } }])).toThrow();
  },
);

test('whatever became of a paragraph is read again', () => {
  const flags = ['corrected', 'withdrawn', 'erased'].map((became) => ({ label: 'talks ¶1', became }));
  expect(flagsSchema.parse(flags)).toEqual(flags);
  expect(() => flagsSchema.parse([{ label: 'talks ¶1', became: 'moved' }])).toThrow();
});

test.each([
  ['Can borders be changed by force?', 'Dürfen Grenzen verändert werden?', 0.7, true],
  ['Can borders be changed by force?', 'Чи можна змінювати кордони силою?', 0.65, true],
  ['Чи можна змінювати кордони?', 'Чи змінять кордони силою?', 0.7, true],
  ['Did 5 states sign it?', 'Haben 5 Staaten es unterzeichnet?', 0.7, true],
  ['Did 5 states sign it?', 'Haben 6 Staaten es unterzeichnet?', 0.7, false],
  ['Did 5 states sign it?', 'Haben Staaten es unterzeichnet?', 0.7, false],
  ['When did Merkel speak?', 'Wer sprach mit Merkel?', 0.7, false],
  ['What did Merkel say?', 'Co powiedział Tusk?', 0.7, false],
  ['What did Zelensky say?', 'Co powiedział Zełenski?', 0.7, true],
])('"%s" and "%s" must lie as near as %d and may be the same: %s', (one, other, least, may) => {
  const [a, b] = [gistOf(one), gistOf(other)];
  expect([leastCosine(a, b), leastCosine(b, a)]).toEqual([least, least]);
  expect([mayBeTheSame(a, b), mayBeTheSame(b, a)]).toEqual([may, may]);
});

test.each([
  ['Who met in Alaska?', 'who met in alaska', 1],
  ['Who met in Alaska?', 'Who met in Paris?', 0],
  ['Who met in Alaska?', 'When did they meet in Alaska?', 0],
  ['Was it not signed?', 'Was it signed?', 0],
])('"%s" and "%s" are alike: %d', (one, other, alike) => {
  expect(likeness(gistOf(one), gistOf(other))).toBe(alike);
});

onBothEngines((engine) => {
  const shared = sharedStore(engine);
  const newGuild = async (change: Parameters<typeof newDesk>[1] = {}) => {
    const { database } = await shared();
    return { database, guild: await newDesk(database, change) };
  };

  test('as much as a limit says may be written and chosen, and no more', async () => {
    const { database, guild } = await newGuild();
    const mia = by(guild, 'mia');
    await asked(database, by(guild, 'a'), borders);
    const note = async (text: string) =>
      writeNote(database, mia, { ...(await seen(database, guild, 1)), note: text });
    expect(done(await note('x'.repeat(500))).question.note).toHaveLength(500);
    expect(await note('x'.repeat(501))).toMatchObject({ reason: 'too-long' });
    const chosen = async (labels: number[], added: number[] = []) =>
      choose(database, mia, {
        ...(await seen(database, guild, 1)),
        chosen: labels.map((label) => cited(label).label),
        added: added.map((label) => cited(label)),
      });
    expect(await chosen([1, 2, 3, 4], [3, 4])).toMatchObject({ reason: 'too-many-passages' });
    expect(done(await chosen([3, 1, 3, 2], [3])).question.chosen.map(({ paragraph }) => paragraph)).toEqual([
      3, 1, 2,
    ]);
    const ten = [4, 5, 6, 7, 8, 9, 10];
    expect(await chosen([1], [...ten, 11])).toMatchObject({ reason: 'too-many-passages' });
    expect(done(await chosen([1], ten)).question.passages).toHaveLength(10);
    const no = async (text: string) =>
      reject(database, mia, { ...(await seen(database, guild, 1)), reason: 'other', words: text });
    expect(await no('x'.repeat(301))).toMatchObject({ reason: 'too-long' });
    expect(await no('')).toMatchObject({ reason: 'no-reason' });
    expect(done(await no('x'.repeat(300))).question.reasonWords).toHaveLength(300);
  });

  test('a claim and a decision hold to the millisecond', async () => {
    const { database, guild } = await newGuild();
    await asked(database, by(guild, 'a'), borders);
    done(await claim(database, by(guild, 'mia'), { number: 1, seen: 1 }));
    const late = async (name: string, after: number) => ({
      doer: by(guild, name, noon + after),
      it: await seen(database, guild, 1),
    });
    const early = await late('max', claimMs - 1);
    expect(await approve(database, early.doer, early.it)).toMatchObject({ reason: 'claimed' });
    const due = await late('max', claimMs);
    done(await approve(database, due.doer, due.it));
    const tooLate = await late('mia', claimMs + undoMs);
    expect(await undo(database, tooLate.doer, tooLate.it)).toMatchObject({ reason: 'too-late' });
    const inTime = await late('mia', claimMs + undoMs - 1);
    expect(done(await undo(database, inTime.doer, inTime.it)).question.claimedBy).toBeUndefined();
  });

  test('a question is merged into another of its desk that stands, and into none else', async () => {
    const { database, guild } = await newGuild();
    const mia = by(guild, 'mia', noon + minute);
    await asked(database, by(guild, 'a'), borders);
    await asked(database, by(guild, 'b'), 'Who met in Alaska?');
    const into = async (number: number, target: number) =>
      merge(database, mia, { ...(await seen(database, guild, number)), into: target });
    expect(await into(1, 1)).toMatchObject({ reason: 'same-question', now: { number: 1 } });
    expect(await into(1, 9)).toEqual({ ok: false, reason: 'no-target' });
    expect(await merge(database, mia, { number: 9, seen: 1, into: 1 })).toEqual({
      ok: false,
      reason: 'not-found',
    });
    done(await reject(database, mia, { number: 2, seen: 1, reason: 'unclear', words: '' }));
    expect(await into(1, 2)).toEqual({ ok: false, reason: 'no-target' });
    done(await undo(database, mia, await seen(database, guild, 2)));
    expect(done(await into(2, 1)).question).toMatchObject({
      state: 'merged',
      mergedInto: 1,
      automatic: false,
    });
  });
});
