// How many interactions are handled at once, how long others wait for their turn, and the turns of what costs more.
import type { TurnRules } from './turns.ts';

/**
 * Eight at once keep a reader busy and have its answers in a second or two; a person presses, or types, one thing after
 * the other. In a rush that passes somebody waits 1.5 s at most; where it lasts, those who are turned away hear so
 * before a deferral, which would double what each costs.
 */
export const handling: TurnRules = {
  atOnce: 8,
  ofOneLine: 6,
  ofOnePerson: 8,
  waiting: 200,
  lentMs: 1_000,
  patience: { rushMs: 1_500, standingMs: 500, standingAfterMs: 3_000 },
  crowded: { key: 'discord.crowded' },
  greedy: { key: 'reading.tooFast', values: { count: 1 } },
};

/** To say that there is no time takes time as well: never more of it than half of what answers take. */
export const turningAway: TurnRules = {
  atOnce: 4,
  ofOneLine: 2,
  ofOnePerson: 8,
  waiting: 100,
  patience: { rushMs: 1_500, standingMs: 1_500, standingAfterMs: 0 },
  crowded: { key: 'discord.crowded' },
  greedy: { key: 'reading.tooFast', values: { count: 1 } },
};

/** An export is read, written and packed for up to seconds: more at a time would be memory and nothing sooner. */
export const exporting: TurnRules = {
  atOnce: 1,
  ofOneLine: 1,
  ofOnePerson: 1,
  waiting: 3,
  crowded: { key: 'discord.crowded' },
  greedy: { key: 'discord.crowded' },
};
