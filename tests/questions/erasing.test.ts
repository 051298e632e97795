// What goes when a document's words or a member are erased, and what stays: field for field, on both engines.
import { expect, test } from 'vitest';
import { editQuestion } from '../../src/questions/ask.ts';
import type { Cited } from '../../src/questions/cited.ts';
import { erasePassages } from '../../src/questions/forgetting/erased-passages.ts';
import { eraseMember } from '../../src/questions/forgetting/privacy.ts';
import { isTombstone, newTombstone } from '../../src/questions/forgetting/tombstone.ts';
import { logOf } from '../../src/questions/read.ts';
import { approve, choose, claim, reject, release, undo, writeNote } from '../../src/questions/review.ts';
import { writing } from '../../src/store/engines/transact.ts';
import type { Database, DocumentRow } from '../../src/store/tables.ts';
import { onBothEngines, sharedStore } from '../store/engines.ts';
import { tables } from './tables.ts';
import { asked, by, channel, cited, deliverAll, done, found, minute, newDesk, noon, seen } from './world.ts';

const borders = 'Can borders be changed by force?';
const alaska = 'Who met in Alaska?';

test('what stands for somebody who is forgotten is known as that, and is never the same twice', () => {
  const all = Array.from({ length: 20 }, newTombstone);
  expect(all.every((each) => /^erased-[0-9a-f]{12}$/u.test(each) && isTombstone(each))).toBe(true);
  expect(new Set(all).size).toBe(20);
  for (const other of ['', 'program', '123', 'not erased-1']) expect(isTombstone(other)).toBe(false);
});

onBothEngines((engine) => {
  const shared = sharedStore(engine);
  const newGuild = async () => {
    const { database } = await shared();
    return { database, guild: await newDesk(database) };
  };

  /** As the source knows it after its words were erased. */
  const erasedDocument = (guild: string, id: string): DocumentRow => ({
    ...{ guild, id, state: 'erased', version: 1, characters: 0, paragraphs: 0, kept: 0, reason: null },
    ...{ changed_by: 'mia', changed_at: noon, added: 1 },
  });
  const told: Partial<Cited> = {
    speech: 'named',
    speaker: 'Anna',
    clause: 'said Anna',
    url: 'https://example.org',
    far: true,
    title: { value: 'T', by: 'source' },
    published: { value: 'P', by: 'source' },
  };
  const secret: Cited = { ...cited(4, 'A secret.'), ...told, label: 'other ¶4', document: 'other' };
  const left = {
    ...{ label: 'other ¶4', document: 'other', paragraph: 4, hash: 'hash-4', kind: 'statement' },
    ...{ text: '', start: 0, end: 0 },
  };
  const erase = (database: Database, guild: string, document: string) =>
    writing(database, (change) => erasePassages({ change, doer: by(guild, 'mia', noon + minute) }, document));

  test('the words of a document go from every question they were offered for, and from no other', async () => {
    const { database, guild } = await newGuild();
    const elsewhere = await newDesk(database);
    const passages = [cited(1), secret];
    await asked(database, by(guild, 'alice'), borders, { passages });
    await asked(database, by(guild, 'bob'), alaska);
    await asked(database, by(elsewhere, 'bob'), alaska, { passages });
    for (const where of [guild, elsewhere]) await deliverAll(database, where);
    await erase(database, guild, 'other');
    const question = await found(database, guild, 1);
    expect(question).toMatchObject({ version: 2, text: borders, erased: false, chosen: [cited(1)] });
    expect(question.passages).toEqual([cited(1), left]);
    expect(await found(database, guild, 2)).toMatchObject({ version: 1, passages: [cited(1), cited(2)] });
    expect(await found(database, elsewhere, 1)).toMatchObject({ version: 1, passages });
    expect((await logOf(database, guild, { channel, number: 1 })).at(-1)).toEqual({
      ...{ number: 1, version: 2, action: 'erase', by: 'mia', at: noon + minute, before: {}, after: {} },
    });
    const jobs = await deliverAll(database, guild, noon + minute);
    expect(jobs.map(({ kind, number }) => [kind, number])).toEqual([['card', 1]]);
  });

  test('an answer that shows them is brought up to date, and cites where they stood', async () => {
    const { database, guild } = await newGuild();
    await asked(database, by(guild, 'alice'), borders, { passages: [secret] });
    done(await approve(database, by(guild, 'mia'), { number: 1, seen: 1 }));
    await deliverAll(database, guild);
    await erase(database, guild, 'other');
    expect(await found(database, guild, 1)).toMatchObject({ state: 'published', chosen: [left] });
    const jobs = await deliverAll(database, guild, noon + minute);
    expect(jobs.map(({ kind }) => kind).sort()).toEqual(['answer', 'card']);
  });

  test('a document whose name is part of another loses its own words alone', async () => {
    const { database, guild } = await newGuild();
    const more = { ...cited(5), label: 'other-talks ¶5', document: 'other-talks' };
    const like = { ...cited(6), label: 'oth_r ¶6', document: 'oth_r' };
    await asked(database, by(guild, 'alice'), borders, { passages: [more, like] });
    await erase(database, guild, 'other');
    expect(await found(database, guild, 1)).toMatchObject({ version: 1, passages: [more, like] });
    // An underscore is a wild card to the store: what it finds besides is left as it is.
    await asked(database, by(guild, 'bob'), alaska, { passages: [secret] });
    await erase(database, guild, 'oth_r');
    expect((await found(database, guild, 1)).passages.map(({ text }) => text)).toEqual([more.text, '']);
    expect((await found(database, guild, 2)).passages).toEqual([secret]);
  });

  test('with its words goes how they were found, in this server', async () => {
    const { database, guild } = await newGuild();
    const rating = { paragraph: 1, hash: 'h', up: 1, down: 2, changed_on: '2026-01-05' };
    const rows = [
      { guild, document: 'other' },
      { guild, document: 'talks' },
      { guild: `${guild}-2`, document: 'other' },
    ].map((row) => ({ ...row, ...rating }));
    await database.insertInto('ratings').values(rows).execute();
    await erase(database, guild, 'other');
    const all = await database
      .selectFrom('ratings')
      .where('guild', 'like', `${guild}%`)
      .selectAll()
      .execute();
    expect(all.map((row) => `${row.guild} ${row.document}`).sort()).toEqual([
      `${guild} talks`,
      `${guild}-2 other`,
    ]);
  });

  test.each([
    ['none was erased', 'nothing', [secret, cited(1)], ['other ¶4']],
    ['the one that answers was erased', 'other', [cited(1)], []],
    ['another one was erased', 'talks', [secret], ['other ¶4']],
  ])(
    'what was looked up before is offered as far as it is there: %s',
    async (_, erased, passages, chosen) => {
      const { database, guild } = await newGuild();
      const withdrawn = { ...erasedDocument(guild, 'talks'), id: 'other', state: 'withdrawn' as const };
      const documents = [erasedDocument(guild, erased), ...(erased === 'nothing' ? [withdrawn] : [])];
      const elsewhere = ['other', 'talks'].map((id) => erasedDocument(`${guild}-2`, id));
      const guilds = [guild, `${guild}-2`].map((id) => ({ id, revision: 1, left_at: null }));
      await database.insertInto('guilds').values(guilds).execute();
      await database
        .insertInto('documents')
        .values([...documents, ...elsewhere])
        .execute();
      const offer = { passages: [secret, cited(1)], answered: true };
      const { question } = await asked(database, by(guild, 'alice'), borders, offer);
      expect(question.passages).toEqual(passages);
      expect(question.chosen.map(({ label }) => label)).toEqual(chosen);
      const edit = { number: 1, seen: 1, text: alaska, ...offer };
      const edited = done(await editQuestion(database, by(guild, 'alice'), edit)).question;
      expect(edited.passages).toEqual(passages);
      expect(edited.chosen.map(({ label }) => label)).toEqual(chosen);
      const all = { ...(await seen(database, guild, 1)), added: [secret, cited(1)] };
      const labels = passages.map(({ label }) => label);
      expect(
        done(await choose(database, by(guild, 'mia'), { ...all, chosen: labels })).question.chosen,
      ).toEqual(passages);
    },
  );

  /** What a moderator did to a question of alice, step by step. */
  const deeds: Record<string, (database: Database, guild: string, who: string) => Promise<unknown>> = {
    claims: async (database, guild, who) => claim(database, by(guild, who), await seen(database, guild, 1)),
    releases: async (database, guild, who) =>
      release(database, by(guild, who), { ...(await seen(database, guild, 1)), any: true }),
    writes: async (database, guild, who) =>
      writeNote(database, by(guild, who), { ...(await seen(database, guild, 1)), note: `By ${who[0]}.` }),
    rejects: async (database, guild, who) =>
      reject(database, by(guild, who), {
        ...(await seen(database, guild, 1)),
        ...{ reason: 'other', words: `No says ${who[0]}.` },
      }),
    approves: async (database, guild, who) =>
      approve(database, by(guild, who), await seen(database, guild, 1)),
    undoes: async (database, guild, who) => undo(database, by(guild, who), await seen(database, guild, 1)),
  };
  const nameOf = (guild: string, who: string) => `${{ mia: 'm', max: 'x', ann: 'n' }[who]}${guild}`;
  /** What anybody wrote, by the first letter of who they are. */
  const ofSomebody = /(?:By|No says) [a-z]\./gu;
  const tell = async (database: Database, guild: string, story: string) => {
    await asked(database, by(guild, 'alice'), borders);
    for (const step of story.split(', ')) {
      const [who = '', deed = ''] = step.split(' ');
      done((await deeds[deed]!(database, guild, nameOf(guild, who))) as { readonly ok: boolean });
    }
  };
  type Left = Record<'claimedBy' | 'decidedBy' | 'note' | 'reasonWords', string | undefined>;
  const nothing: Left = {
    ...{ claimedBy: undefined, decidedBy: undefined, note: undefined, reasonWords: undefined },
  };
  test.each<[string, Partial<Left>, string]>([
    ['mia claims', { claimedBy: 'erased' }, ''],
    ['max writes, mia claims', { claimedBy: 'erased', note: 'By x.' }, 'By x.'],
    ['mia writes, max claims', { claimedBy: 'max' }, ''],
    ['mia claims, mia writes', { claimedBy: 'erased' }, ''],
    ['mia writes', {}, ''],
    ['mia writes, max writes', { note: 'By x.' }, 'By x.'],
    ['max writes, mia writes', {}, 'By x.'],
    ['mia claims, mia releases', {}, ''],
    ['mia approves', { decidedBy: 'erased' }, ''],
    ['mia writes, max approves', { decidedBy: 'max' }, ''],
    ['max writes, mia approves', { decidedBy: 'erased', note: 'By x.' }, 'By x.'],
    ['mia rejects', { decidedBy: 'erased' }, ''],
    ['max writes, mia rejects', { decidedBy: 'erased', note: 'By x.' }, 'By x.'],
    ['mia writes, max rejects', { decidedBy: 'max', reasonWords: 'No says x.' }, 'No says x.'],
    ['mia rejects, max undoes', {}, ''],
    ['max rejects, mia undoes', {}, 'No says x.'],
    ['mia rejects, max undoes, max rejects', { decidedBy: 'max', reasonWords: 'No says x.' }, 'No says x.'],
    ['max rejects, max undoes, mia rejects', { decidedBy: 'erased' }, 'No says x.'],
    ['mia writes, ann writes, max writes', { note: 'By x.' }, 'By n. By x.'],
    ['ann writes, mia writes, max writes', { note: 'By x.' }, 'By n. By x.'],
    ['mia writes, max rejects, max undoes, max writes', { note: 'By x.' }, 'By x. No says x.'],
  ])('of "%s" what mia wrote and who she is goes, and what others did stays', async (story, left, words) => {
    const { database, guild } = await newGuild();
    await tell(database, guild, story);
    const before = (await logOf(database, guild, { channel, number: 1 })).length;
    await eraseMember(database, { guild, member: nameOf(guild, 'mia'), at: noon + minute });
    const { claimedBy, decidedBy, note, reasonWords } = await found(database, guild, 1);
    const shown = (name: string | undefined) =>
      name && (isTombstone(name) ? 'erased' : name === nameOf(guild, 'max') ? 'max' : name);
    const now = { claimedBy: shown(claimedBy), decidedBy: shown(decidedBy), note, reasonWords };
    expect(now).toEqual({ ...nothing, ...left });
    const log = await logOf(database, guild, { channel, number: 1 });
    expect(log).toHaveLength(before + 1);
    expect(JSON.stringify(await tables(database, guild))).not.toContain(nameOf(guild, 'mia'));
    const stays = new Set(JSON.stringify(log).match(ofSomebody));
    expect([...stays].sort().join(' ')).toBe(words);
  });

  test.each(['mia ann max', 'ann mia max', 'max ann mia', 'ann max mia'])(
    'in whatever order members are erased, nothing that they wrote is left: %s',
    async (order) => {
      const { database, guild } = await newGuild();
      await tell(database, guild, 'mia writes, ann writes, max writes, ann rejects, max undoes, mia writes');
      const gone: string[] = [];
      for (const who of order.split(' ')) {
        await eraseMember(database, { guild, member: nameOf(guild, who), at: noon + minute });
        gone.push(`By ${nameOf(guild, who)[0]}.`, `No says ${nameOf(guild, who)[0]}.`);
        const log = JSON.stringify(await logOf(database, guild, { channel, number: 1 }));
        expect(log.match(ofSomebody)?.filter((words) => gone.includes(words)) ?? []).toEqual([]);
      }
    },
  );
});
