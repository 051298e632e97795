// What is told of what became of interactions: which are slow, and which are too many to be told one by one.
import { expect, test } from 'vitest';
import { type Met, outcomes, toldTo } from '../../src/discord/connection/met.ts';
import { keptLog } from './bot.ts';

test.each(outcomes)(
  'of those that are %s slow ones are told at the usual level, but for dropped ones',
  (outcome) => {
    const { log, entries } = keptLog();
    const watched: Met[] = [];
    const watch = toldTo(log, 2_000, (met) => watched.push(met));
    for (const ms of [0, 1_999.4, 2_000, 60_000]) watch({ command: 'ask', kind: 'command', outcome, ms });
    const levels =
      outcome === 'dropped' ? ['debug', 'debug', 'debug', 'debug'] : ['debug', 'debug', 'warn', 'warn'];
    expect(entries.map(({ level }) => level)).toEqual(levels);
    expect(entries.map(({ values }) => values['ms'])).toEqual([0, 1_999, 2_000, 60_000]);
    // The figures have all of them, as they are.
    expect(watched.map(({ ms }) => ms)).toEqual([0, 1_999.4, 2_000, 60_000]);
  },
);
