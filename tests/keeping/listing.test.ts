// The bot itself keeps the list of erasures beside the store: what a member erases stands in it at once.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDesk } from '../../src/questions/desk.ts';
import { openStore } from '../../src/store/store.ts';
import { startScene } from '../discord/bot.ts';
import { asked, channel } from '../questions/world.ts';
import { folderWith } from '../temporary.ts';

test('a member erases what is kept of them, and the list tells of it', async () => {
  const lists = await folderWith({});
  const store = await openStore({ file: join(await folderWith({}), 'store.sqlite'), url: undefined });
  const { discord, log } = await startScene({ store, lists });
  const server = discord.server();
  const alice = server.member({ name: 'alice' }).in(server.channel('questions'));
  const linesIn = async (): Promise<string[]> => {
    const names = await readdir(lists);
    const texts = await Promise.all(names.map((name) => readFile(join(lists, name), 'utf8')));
    return texts.flatMap((text) => text.trimEnd().split('\n').slice(1));
  };
  // It is there from the start: where it is missing, a restore asks.
  await expect.poll(() => readdir(lists).then(({ length }) => length), { timeout: 10_000 }).toBe(1);
  expect(await linesIn()).toEqual([]);

  // As if she had asked in a desk of her server.
  const guild = server.id;
  const doer = { guild, by: alice.person.id, at: Date.now() };
  expect(await openDesk(store.database, doer, channel, {})).toMatchObject({ ok: true });
  await asked(store.database, doer, 'Who met in Alaska?');
  const kept = await alice.runs('/privacy');
  const sure = await kept.presses('Erase all of it');
  expect((await sure.presses('Yes, erase it')).text).toContain('It is erased');
  await expect.poll(linesIn, { timeout: 10_000 }).toHaveLength(3);
  expect((await linesIn()).map((line) => line.split(' ')[1]).sort()).toEqual([
    'changes-of',
    'missed-of',
    'questions-of',
  ]);
  expect((await linesIn()).join()).not.toContain(alice.person.id);
  expect(log.filter(({ level }) => level === 'error')).toEqual([]);
  await store.close();
});
