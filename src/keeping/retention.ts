// All that the store keeps for a limited time, and the one job that forgets it: once an hour while the bot runs, when a backup is put
// back, and on an operator's word.

import { reasonOf } from '../common/reasons.ts';
import type { Message } from '../messages/messages.ts';
import { purgeMissed } from '../missed/erase.ts';
import { purgeRatings } from '../missed/ratings.ts';
import { purgeOld } from '../questions/forgetting/retention.ts';
import { purgeDrafts } from '../sources/drafts.ts';
import { dropErasedKeys } from '../sources/erased-keys.ts';
import { dropErasures } from '../store/erasures.ts';
import { forgetPaces } from '../store/paces.ts';
import type { Database } from '../store/tables.ts';

export type Kept = 'questions' | 'previews' | 'erased-keys' | 'missed' | 'ratings' | 'paces' | 'erasures';
type Job = (database: Database, now: number) => Promise<unknown>;

/** Nobody is counted for longer than a minute (src/discord/connection/pace.ts). */
const paceMs = 60_000;

/** Servers that the bot has left are not among them: of these the bot alone knows for sure that it is gone (following.ts). */
const jobs: Readonly<Record<Kept, Job>> = {
  questions: purgeOld,
  previews: purgeDrafts,
  'erased-keys': dropErasedKeys,
  missed: purgeMissed,
  ratings: purgeRatings,
  paces: (database, now) => forgetPaces(database, now - paceMs),
  erasures: dropErasures,
};

export interface Forgetting {
  /** Hears of what could not be forgotten; it keeps no other from being forgotten. */
  readonly failed: (error: unknown, what: string) => void;
  /** Something that is wanted a while longer. */
  readonly but?: Kept;
}

/** Forgets what is due. May run in several processes at once. */
export async function forgetOld(database: Database, now: number, { failed, but }: Forgetting): Promise<void> {
  for (const [what, job] of Object.entries(jobs))
    if (what !== but) await job(database, now).catch((error) => failed(error, what));
}

/** What could not be forgotten, and why. */
export interface NotForgotten {
  readonly what: string;
  readonly reason: Message;
}

/** For whoever goes on all the same, and tells. */
export async function forgetMost(database: Database, now: number): Promise<readonly NotForgotten[]> {
  const left: NotForgotten[] = [];
  const failed = (error: unknown, what: string): void => void left.push({ what, reason: reasonOf(error) });
  await forgetOld(database, now, { failed });
  return left;
}

/** For whoever goes on only where all of it is forgotten. */
export function rethrow(error: unknown): never {
  throw error;
}
