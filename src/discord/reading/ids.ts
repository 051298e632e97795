// Custom ids of what can be done with passages: `cite:<action>:<reference>:<more>`. /cite owns them, whichever reply they
// stand in. They hold all that is needed, so they work after a restart.
import { z } from 'zod';
import type { Ref } from './refs.ts';

/** What a passage can be asked for, and what can be done with a reply that shows some. */
export const actions = [
  'context',
  'read',
  'back',
  'go',
  'open',
  'card',
  'theme',
  'show-card',
  'styles',
  'style',
  'share',
  'undo',
  'up',
  'down',
] as const;
export type Action = (typeof actions)[number];

export interface Asked {
  readonly action: Action;
  /** Empty where the action needs no passage, or where a menu's value names it. */
  readonly ref: Ref;
  readonly more: readonly string[];
}

export function readingId(action: Action, ref: Ref = '', ...more: readonly (string | number)[]): string {
  return ['cite', action, ...(ref === '' ? [] : [ref]), ...more].join(':');
}

const schema = z.tuple([z.literal('cite'), z.enum(actions)], z.string().max(70));

/** Undefined where it is none of ours. */
export function askedIn(customId: string): Asked | undefined {
  const read = schema.safeParse(customId.split(':'));
  if (!read.success) return undefined;
  const [, action, ref = '', ...more] = read.data;
  // A step names its passages in a way of its own.
  return action === 'go' ? { action, ref: '', more: [ref, ...more] } : { action, ref, more };
}
