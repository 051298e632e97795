// Who pressed 👍 or 👎 is known for a day at most, and in memory alone; the counts stand in the store, on both engines.
import { expect, test } from 'vitest';
import { openRatings } from '../../src/discord/ratings.ts';
import { purgeRatings, ratingsAnywhere, ratingsDays, ratingsIn } from '../../src/missed/ratings.ts';
import { erasePassages } from '../../src/questions/forgetting/erased-passages.ts';
import { eraseDocument } from '../../src/sources/erase.ts';
import { noon } from '../questions/world.ts';
import { added, moderator, newGuild } from '../sources/world.ts';
import { onBothEngines, sharedStore } from '../store/engines.ts';

const day = 86_400_000;

onBothEngines((engine) => {
  const shared = sharedStore(engine);

  test('the same again takes a press back, the other one takes its place, and after a day it counts anew', async () => {
    const { database } = await shared();
    let now = noon;
    const { press } = openRatings(database, () => now);
    const passage = { guild: `rated-${engine}`, document: 'a', paragraph: 1, hash: 'x' };
    const counts = async () => (await ratingsIn(database, passage.guild)).map(({ up, down }) => [up, down]);
    expect(await press('alice', passage, 'up')).toBe('counted');
    expect(await press('bob', passage, 'up')).toBe('counted');
    expect(await counts()).toEqual([[2, 0]]);
    expect(await press('alice', passage, 'down')).toBe('changed');
    expect(await counts()).toEqual([[1, 1]]);
    expect(await press('alice', passage, 'down')).toBe('takenBack');
    expect(await counts()).toEqual([[1, 0]]);
    now += day;
    expect(await press('bob', passage, 'up')).toBe('counted');
    expect(await counts()).toEqual([[2, 0]]);
    // Another process, or the same one after its next start, knows nobody; it takes nothing from others.
    const other = openRatings(database, () => now);
    expect(await other.press('bob', passage, 'up')).toBe('counted');
    expect(await counts()).toEqual([[3, 0]]);
    const twice = await Promise.all([press('carol', passage, 'up'), press('carol', passage, 'up')]);
    expect(twice.sort()).toEqual(['counted', 'takenBack']);
    expect(await counts()).toEqual([[3, 0]]);
  });

  test('other words of a passage are counted apart; the same ones under another number are not', async () => {
    const { database } = await shared();
    const { press } = openRatings(database, () => noon);
    const guild = `versions-${engine}`;
    await press('alice', { guild, document: 'b', paragraph: 1, hash: 'old' }, 'down');
    await press('alice', { guild, document: 'b', paragraph: 1, hash: 'new' }, 'up');
    await press('bob', { guild, document: 'b', paragraph: 2, hash: 'new' }, 'up');
    expect(await ratingsIn(database, guild)).toEqual([
      { document: 'b', hash: 'old', paragraph: 1, up: 0, down: 1 },
      { document: 'b', hash: 'new', paragraph: 2, up: 2, down: 0 },
    ]);
    expect((await ratingsAnywhere(database)).filter(({ document }) => document === 'b')).toHaveLength(2);
  });

  test('counts go with the document that is erased, and a year after the last press', async () => {
    const { database } = await shared();
    const { press } = openRatings(database, () => noon);
    const guild = newGuild();
    const mia = moderator(guild);
    await added(database, mia, 'gone', 'Secret.');
    await press('alice', { guild, document: 'gone', paragraph: 1, hash: 'h' }, 'up');
    await press('alice', { guild, document: 'stays', paragraph: 1, hash: 'h' }, 'up');
    const seen = { id: 'gone', version: 1, reason: 'a mistake' };
    expect(await eraseDocument(database, mia, seen, erasePassages)).toMatchObject({ ok: true });
    expect((await ratingsIn(database, guild)).map(({ document }) => document)).toEqual(['stays']);
    await purgeRatings(database, noon + (ratingsDays - 1) * day);
    expect(await ratingsIn(database, guild)).toHaveLength(1);
    await purgeRatings(database, noon + ratingsDays * day);
    expect(await ratingsIn(database, guild)).toEqual([]);
  });
});
