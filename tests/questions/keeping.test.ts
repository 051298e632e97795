// What is kept, given away, forgotten, and flagged, on both engines.

import { parse as parseCsv } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { csvOf, exportSitting } from '../../src/questions/export.ts';
import { flagAnswers } from '../../src/questions/flags.ts';
import { eraseMember, guildsOf, keptOf } from '../../src/questions/forgetting/privacy.ts';
import { eraseGuild, purgeOld } from '../../src/questions/forgetting/retention.ts';
import { logOf } from '../../src/questions/read.ts';
import { approve, choose, claim, keep, reject, undo, writeNote } from '../../src/questions/review.ts';
import { writing } from '../../src/store/engines/transact.ts';
import { onBothEngines, sharedStore } from '../store/engines.ts';
import { tables } from './tables.ts';
import {
  asked,
  by,
  channel,
  cited,
  deliverAll,
  done,
  found,
  logGaps,
  minute,
  newDesk,
  noon,
  published,
  seen,
} from './world.ts';

const borders = 'Can borders be changed by force?';
const day = 24 * 60 * minute;

onBothEngines((engine) => {
  const shared = sharedStore(engine);
  const newGuild = async (change: Parameters<typeof newDesk>[1] = {}) => {
    const { database } = await shared();
    return { database, guild: await newDesk(database, change) };
  };

  test('a published answer whose paragraph was corrected or withdrawn is flagged once, and unflagged when it is mended', async () => {
    const { database, guild } = await newGuild();
    await published(database, guild, borders);
    const look = (became: 'same' | 'corrected' | 'withdrawn') =>
      flagAnswers(database, guild, async ({ hash }) => (hash === 'hash-1' ? became : 'same'), noon);
    expect(await look('same')).toEqual([]);
    const both = await Promise.all([look('corrected'), look('corrected')]);
    expect(both.flat()).toEqual([1]);
    expect(await found(database, guild, 1)).toMatchObject({
      flags: [{ label: 'talks ¶1', became: 'corrected' }],
    });
    const kinds = (await deliverAll(database, guild)).map(({ kind }) => kind).sort();
    expect(kinds).toEqual(['answer', 'card', 'notice']);
    done(await keep(database, by(guild, 'mia'), await seen(database, guild, 1)));
    expect(await look('corrected')).toEqual([]);
    expect(await found(database, guild, 1)).toMatchObject({ flagsKept: true });
    expect(await look('withdrawn')).toEqual([1]);
    expect(await found(database, guild, 1)).toMatchObject({ flagsKept: false });
    const late = by(guild, 'mia', noon + day);
    done(await choose(database, late, { ...(await seen(database, guild, 1)), chosen: ['talks ¶2'] }));
    expect(await found(database, guild, 1)).toMatchObject({ flags: [], revisedAt: noon + day });
    expect(await look('withdrawn')).toEqual([]);
    done(await choose(database, late, { ...(await seen(database, guild, 1)), chosen: ['talks ¶1'] }));
    expect(await look('withdrawn')).toEqual([1]);
    expect(await look('same')).toEqual([1]);
    expect(await undo(database, late, await seen(database, guild, 1))).toMatchObject({ reason: 'too-late' });
    expect(await look('withdrawn')).toEqual([1]);
    done(await undo(database, late, await seen(database, guild, 1)));
  });

  test('a member sees everything that is kept of them, and nothing of others', async () => {
    const { database, guild } = await newGuild();
    const name = `alice-${guild}`;
    await asked(database, by(guild, name), borders);
    await asked(database, by(guild, 'bob'), 'Who met in Alaska?');
    done(await claim(database, by(guild, name), { number: 2, seen: 1 }));
    const kept = await keptOf(database, guild, name);
    expect(kept.asked.map(({ text }) => text)).toEqual([borders]);
    expect(kept.acted.map(({ action, number }) => [action, number])).toEqual([
      ['ask', 1],
      ['claim', 2],
    ]);
    expect(await guildsOf(database, name)).toEqual([guild]);
    expect(await guildsOf(database, 'nobody')).toEqual([]);
  });

  test('erasing leaves no trace of a member anywhere in the store, and every transition in the log', async () => {
    const { database, guild } = await newGuild();
    const alice = `alice-${guild}`;
    const [words, more] = [`Why would ${alice} ask?`, `What would ${alice} edit?`];
    await asked(database, by(guild, alice), words, { anonymous: false });
    await asked(database, by(guild, 'bob'), borders);
    await asked(database, by(guild, alice), more);
    // She moderates as well: her line is taken away by another, her reason stands.
    done(await writeNote(database, by(guild, alice), { number: 2, seen: 1, note: `${alice} writes.` }));
    done(await writeNote(database, by(guild, 'mia'), { number: 2, seen: 2, note: 'Mia writes.' }));
    done(
      await reject(database, by(guild, alice), {
        number: 2,
        seen: 3,
        reason: 'other',
        words: `${alice} says no.`,
      }),
    );
    done(await approve(database, by(guild, 'mia'), { number: 1, seen: 1 }));
    await deliverAll(database, guild);
    const before = await logOf(database, guild, { channel });

    const erased = await eraseMember(database, { guild, member: alice, at: noon + minute });
    expect(erased).toMatchObject({ questions: 2 });
    expect(JSON.stringify(await tables(database, guild))).not.toContain('alice');
    expect(await found(database, guild, 1)).toMatchObject({ state: 'published', text: '', erased: true });
    expect((await found(database, guild, 3)).state).toBe('withdrawn');
    expect(await found(database, guild, 2)).toMatchObject({
      state: 'rejected',
      note: 'Mia writes.',
      reasonWords: undefined,
    });
    const after = await logOf(database, guild, { channel });
    const steps = (log: typeof after) =>
      log.map(({ number, version, action, at }) => [number, version, action, at]);
    expect(steps(after)).toEqual(expect.arrayContaining(steps(before)));
    expect(await logGaps(database, guild)).toEqual([]);
    // The public answer and the cards are brought up to date.
    const jobs = await deliverAll(database, guild, noon + minute);
    expect(jobs.map(({ kind, number }) => `${kind} ${number}`).sort()).toEqual([
      'answer 1',
      'card 1',
      'card 2',
      'card 3',
    ]);
    expect(await eraseMember(database, { guild, member: alice, at: noon + minute })).toEqual({
      questions: 0,
      actions: 0,
    });
  });

  test('after the days that a desk keeps them words and names are erased, once, and transitions stay', async () => {
    const { database, guild } = await newGuild({ settings: { retentionDays: 10 } });
    await published(database, guild, borders, `alice-${guild}`);
    done(
      await writeNote(database, by(guild, `mia-${guild}`), {
        ...(await seen(database, guild, 1)),
        note: 'Mine.',
      }),
    );
    await asked(database, by(guild, `bob-${guild}`, noon + day), 'Who met in Alaska?');
    await deliverAll(database, guild, noon + day);
    await purgeOld(database, noon + 10 * day - 1);
    expect((await found(database, guild, 1)).erased).toBe(false);
    await Promise.all([purgeOld(database, noon + 10 * day), purgeOld(database, noon + 10 * day)]);
    expect(await found(database, guild, 1)).toMatchObject({ erased: true, text: '', note: undefined });
    expect((await found(database, guild, 2)).erased).toBe(false);
    await purgeOld(database, noon + 11 * day);
    expect(await found(database, guild, 2)).toMatchObject({ erased: true, state: 'withdrawn' });
    await deliverAll(database, guild, noon + 11 * day);
    const left = JSON.stringify(await tables(database, guild));
    for (const trace of [`alice-`, 'mia', `bob-`, borders, 'Mine.', 'Alaska', 'admin'])
      expect(left).not.toContain(trace);
    expect(await logGaps(database, guild)).toEqual([]);
    await writing(database, (change) => eraseGuild(change, guild));
    expect(Object.values(await tables(database, guild)).flat()).toEqual([]);
  });

  test('an export holds the sitting, without the names of those who asked anonymously', async () => {
    const { database, guild } = await newGuild({ settings: { anonymous: true } });
    const alice = `alice-${guild}`;
    await asked(database, by(guild, alice), borders, { anonymous: true });
    await asked(database, by(guild, 'bob'), 'Who met in Alaska?');
    done(await approve(database, by(guild, 'mia'), { number: 1, seen: 1 }));
    await deliverAll(database, guild);
    const exported = await exportSitting(database, guild, { channel, sitting: 1 });
    expect(JSON.stringify(exported)).not.toContain('alice');
    expect(exported.questions).toMatchObject([
      {
        number: 1,
        state: 'published',
        asker: undefined,
        passages: [{ label: 'talks ¶1', hash: 'hash-1' }],
        decidedBy: 'mia',
      },
      { number: 2, state: 'waiting', asker: 'bob' },
    ]);
    expect(exported.questions[0]?.log.map(({ action, by: who }) => [action, who])).toEqual([
      ['ask', 'anonymous'],
      ['approve', 'mia'],
      ['publish', 'program'],
    ]);
    expect(exported.questions[0]?.message).toMatch(/^message-/);
    expect(exported.log.map(({ action }) => action)).toEqual(['open']);
  });

  test('a cell of the CSV is no formula, however it begins, and is read back as it was', async () => {
    const { database, guild } = await newGuild();
    const texts = [
      '=1+1 is that so?',
      '+1 is that so too?',
      '-1 is that so?',
      '@SUM(A1) is that so?',
      '  =cmd|calc is what?',
      '＝1+1 wide?',
      'Is "this", then; so?',
    ];
    for (const text of texts) await asked(database, by(guild, 'a'), text, { passages: [cited(1, '\t=1')] });
    const words = { name: (id?: string) => id && `=${id}`, time: String, citation: () => '=label' };
    const csv = csvOf(await exportSitting(database, guild, { channel, sitting: 1 }), words);
    const rows: string[][] = parseCsv(csv, { bom: true });
    const [head = [], ...cells] = rows;
    expect(csv.startsWith('\ufeff')).toBe(true);
    expect(cells).toHaveLength(texts.length);
    for (const cell of cells.flat()) expect(cell).not.toMatch(/^[\s\p{Cc}]*[=+\-@|%＝]/u);
    const columnOf = (name: string) => cells.map((row) => row[head.indexOf(name)]);
    const quoted = texts.map((text) => text.trim()).map((text) => (/^\p{L}/u.test(text) ? text : `'${text}`));
    expect(columnOf('text')).toEqual(quoted);
    expect(columnOf('number')).toEqual(texts.map((_, index) => String(index + 1)));
  });
});
