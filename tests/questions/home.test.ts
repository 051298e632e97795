// Of several processes each sends at first what is due in its own servers; what another has left it sends as well.
import { expect, test } from 'vitest';
import { type Home, takeDue } from '../../src/questions/deliver.ts';
import { want } from '../../src/questions/deliveries.ts';
import { writing } from '../../src/store/engines/transact.ts';
import { newIdOnShard, shardOf } from '../double/ids.ts';
import { newPlace, onBothEngines, opened } from '../store/engines.ts';

const now = Date.UTC(2026, 0, 5, 12);
const count = 4;

onBothEngines((engine) => {
  test('a process takes what is due in its servers, and later what is left in others', async () => {
    const { database } = await opened(await newPlace(engine));
    const guilds = [0, 1, 2, 3].map((shard) => newIdOnShard(now, shard, count));
    for (const guild of guilds)
      await writing(database, (change) => want(change, { guild, kind: 'card', desk: '1', number: 1 }, now));
    const takes = async (shards: Home['shards'], at: number) =>
      (await takeDue(database, at, 8, { shards, count })).map(({ guild }) => shardOf(guild, count)).sort();
    expect(await takes([1, 3], now)).toEqual([1, 3]);
    expect(await takes([1, 3], now + 4_000)).toEqual([]);
    expect(await takes([1, 3], now + 5_000)).toEqual([0, 2]);
  });

  test('where there is one process it takes all at once', async () => {
    const { database } = await opened(await newPlace(engine));
    for (const guild of ['a guild', newIdOnShard(now, 3, count)])
      await writing(database, (change) => want(change, { guild, kind: 'card', desk: '1', number: 1 }, now));
    expect(await takeDue(database, now, 8)).toHaveLength(2);
  });
});
