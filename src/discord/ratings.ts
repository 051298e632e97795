// 👍 and 👎 below answers. The store counts passages; that somebody has pressed already is known for a day at most, by a hash under a
// key that the process makes for itself and keeps in memory alone.
import { createHmac, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { dayMs } from '../common/day.ts';
import type { Translate } from '../messages/messages.ts';
import { type Rated, rate } from '../missed/ratings.ts';
import type { Database } from '../store/tables.ts';
import { button } from './rendering/controls.ts';

export type Thumb = 'up' | 'down';
const thumbs: Readonly<Record<Thumb, string>> = { up: '👍', down: '👎' };

/** The sign for those who see it, the words for those who hear it. */
export function thumbButton(id: string, thumb: Thumb, translate: Translate) {
  return { ...button(id, translate(`rating.${thumb}`)), emoji: { name: thumbs[thumb] } };
}

/** What a press did: the same again takes the first one back, the other one takes its place. */
export type Counted = 'counted' | 'changed' | 'takenBack';

export interface Ratings {
  /** Counts a member's press for a passage. Throws `UserError` where the store cannot be reached. */
  press(member: string, rated: Rated, thumb: Thumb): Promise<Counted>;
}

/** Presses of a day; who pressed before the last so many may be counted again. */
const mostKnown = 50_000;

export function openRatings(database: Database, now: () => number = Date.now): Ratings {
  const key = randomBytes(32);
  const known = new LRUCache<string, { readonly thumb: Thumb; readonly at: number }>({ max: mostKnown });
  return {
    press: async (member, rated, thumb) => {
      const { guild, document, paragraph, hash } = rated;
      const words = [member, guild, document, paragraph, hash].join(' ');
      const who = createHmac('sha256', key).update(words).digest('base64url');
      const at = now();
      const before = known.get(who);
      const last = before && before.at > at - dayMs ? before.thumb : undefined;
      const next = last === thumb ? undefined : thumb;
      // Noted before it is counted: of two presses at once the second knows of the first.
      if (next) known.set(who, { thumb: next, at });
      else known.delete(who);
      try {
        await rate(database, rated, { up: change('up', last, next), down: change('down', last, next) }, at);
      } catch (error) {
        if (before) known.set(who, before);
        else known.delete(who);
        throw error;
      }
      if (!next) return 'takenBack';
      return last ? 'changed' : 'counted';
    },
  };
}

function change(thumb: Thumb, last: Thumb | undefined, next: Thumb | undefined): number {
  return Number(next === thumb) - Number(last === thumb);
}
