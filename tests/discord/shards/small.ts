// Small processes of shards (small-shard.ts), and what a test tells them to do.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { folderWith } from '../../temporary.ts';

export const smallShard: string = fileURLToPath(new URL('./small-shard.ts', import.meta.url));

/**
 * By the list of its shards, what the next process does: it is `ready` at once, unless it is said to be `silent`, to be ready once it
 * was asked something (`waits`) or told that there is no model (`asks`), to hear no order to end (`deaf`), to answer nothing (`mute`), or
 * that it `dies` with a status.
 */
export type How = Readonly<
  Record<string, 'ready' | 'silent' | 'waits' | 'deaf' | 'asks' | 'mute' | `dies ${number}`>
>;

/** Until the test ends, small processes do what is said here. */
export async function smallShards(how: How = {}): Promise<{ next(how: How): Promise<void> }> {
  const folder = await folderWith({});
  const next = (wanted: How): Promise<void> => writeFile(join(folder, 'how.json'), JSON.stringify(wanted));
  await next(how);
  // discord.js's ShardingManager writes into it as well, by which a client would take this process for one of those.
  const before = { ...process.env };
  process.env['SMALL_SHARD'] = folder;
  onTestFinished(() => {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  });
  return { next };
}
