// A dispatch that is told to stop waits for all that it took, also for what it takes while it waits.
import type { Interaction } from 'discord.js';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { createDispatch, type Dispatch } from '../../src/discord/connection/dispatch.ts';
import type { Met } from '../../src/discord/connection/met.ts';
import type { DispatchParts } from '../../src/discord/connection/way.ts';

const log = pino({ level: 'silent' });

/** An interaction that nothing can be answered to, so that it ends by itself. */
function happening(id: number): Interaction {
  const no = () => false;
  const kinds = { isAutocomplete: no, isRepliable: no, isModalSubmit: no, isMessageComponent: no };
  return {
    ...kinds,
    id: String((BigInt(id) + 1_000_000_000n) << 22n),
    locale: 'en',
  } as unknown as Interaction;
}

test('it is finished once the last is, and takes each once', async () => {
  const met: Met[] = [];
  // Each ends within a moment: so many that whoever waits for the first alone would be done long before the last.
  const last = 100;
  const watch = (one: Met): void => {
    met.push(one);
    if (met.length < last) dispatch.take(happening(met.length));
  };
  const dispatch: Dispatch = createDispatch(new Map(), {} as DispatchParts, log, watch);
  dispatch.take(happening(0));
  dispatch.take(happening(0));
  expect(dispatch.unfinished()).toBe(1);
  await dispatch.finished();
  expect(met.map(({ command, kind, outcome }) => [command, kind, outcome])).toEqual(
    Array(last).fill(['other', 'command', 'dropped']),
  );
  expect(dispatch.unfinished()).toBe(0);
  dispatch.take(happening(3));
  await dispatch.finished();
  expect(met).toHaveLength(last);
});
