// Every process has its reader forget what was erased: page by page, from where it was, and again where that failed.
import { Client } from 'discord.js';
import { expect, onTestFinished, test } from 'vitest';
import { followSources } from '../../../src/discord/source/following.ts';
import type { Libraries } from '../../../src/libraries.ts';
import { eraseDocument } from '../../../src/sources/erase.ts';
import type { Database } from '../../../src/store/tables.ts';
import { added, moderator } from '../../sources/world.ts';
import { newPlace, opened } from '../../store/engines.ts';
import { keptLog } from '../bot.ts';

async function erases(database: Database, id: string, paragraphs: number): Promise<number> {
  const doer = moderator('1234567890123456789');
  const lines = Array.from({ length: paragraphs }, (_, n) => `${id} ${n}.`);
  await added(database, doer, id, lines.join('\n\n'));
  const seen = { id, version: 1, reason: 'by mistake' };
  const result = await eraseDocument(database, doer, seen, async () => undefined);
  return result.ok ? result.revision : 0;
}

/** A process that follows a store; `fails` says which of its calls cannot forget now. */
async function following(database: Database, fails: (call: number) => boolean) {
  const { log, entries } = keptLog();
  const forgotten: number[] = [];
  let calls = 0;
  const libraries = { changed: () => undefined } as unknown as Libraries;
  const client = new Client({ intents: [] });
  const followed = await followSources({
    ...{ database, libraries, client, log, settings: {}, flag: () => undefined },
    forget: async (keys) => {
      calls += 1;
      if (fails(calls)) throw new Error('the file is busy');
      forgotten.push(keys.length);
    },
  });
  onTestFinished(async () => {
    await followed.end();
    await client.destroy();
  });
  const errors = () => entries.filter(({ level }) => level === 'error').length;
  return { followed, forgotten, errors };
}

test('at its start all that was erased lately, in whatever server, a page at a time; then only what is new', async () => {
  const { database } = await opened(await newPlace('sqlite'));
  await erases(database, 'one', 1_500);
  await erases(database, 'two', 3);
  const { followed, forgotten, errors } = await following(database, () => false);
  followed.begin();
  await expect.poll(() => forgotten).toEqual([1_000, 500, 3]);
  const revision = await erases(database, 'three', 7);
  followed.changed('whatever server', revision);
  followed.changed('another server', revision);
  await expect.poll(() => forgotten).toEqual([1_000, 500, 3, 7]);
  expect(errors()).toBe(0);
});

test('what could not be forgotten is tried again from there, and what follows it waits', async () => {
  const { database } = await opened(await newPlace('sqlite'));
  await erases(database, 'one', 2_200);
  const { followed, forgotten, errors } = await following(database, (call) => call === 2);
  followed.begin();
  await expect.poll(errors).toBe(1);
  expect(forgotten).toEqual([1_000]);
  followed.changed('whatever server', await erases(database, 'two', 3));
  await expect.poll(() => forgotten).toEqual([1_000, 1_000, 200, 3]);
});

test('nothing is begun, and nothing is waited for long, once it ends', async () => {
  const { database } = await opened(await newPlace('sqlite'));
  await erases(database, 'one', 3_000);
  const { followed, forgotten } = await following(database, () => false);
  followed.begin();
  await followed.end();
  followed.changed('whatever server', 1);
  expect(forgotten.length).toBeLessThan(3);
});
