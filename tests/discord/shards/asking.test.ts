// How several processes are, told as one: who does not answer is named, and what all say alike is told once.
import { expect, test } from 'vitest';
import { openAsking } from '../../../src/discord/shards/asking.ts';
import type { Seat } from '../../../src/discord/shards/processes.ts';
import type { Facts } from '../../../src/discord/shards/talk.ts';
import { openFigures } from '../../../src/health/figures.ts';
import type { Message } from '../../../src/messages/messages.ts';
import { stopClock, until } from '../../stopped-clock.ts';
import { oneOf, seatOf, type TestOne } from './ones.ts';

const own = { values: async () => [], contentType: 'text/figures' };

function world(seats: readonly Seat[]) {
  return openAsking(() => seats, own);
}

/** A process that answers each question with the facts of its topic. */
function telling(shards: readonly number[], facts: Partial<Facts>, to: () => ReturnType<typeof world>) {
  return oneOf(shards, (said) => {
    if (said.kind === 'tell') to().hears({ kind: 'told', id: said.id, facts });
  });
}

const lost: Message = { key: 'health.store.lost' };
const full: Message = { key: 'health.store.full' };
const line = (how: string, shards: string) => ({ key: `health.process.${how}`, values: { shards } });

test.each(['health', 'readiness'] as const)(
  'of %s each line is told once, in the order of the seats',
  async (topic) => {
    const asked = () => asking;
    const ones = [[lost], [lost, full], []].map((lines, n) => telling([n], { [topic]: lines }, asked));
    const asking = world(ones.map((one) => seatOf(one)));
    expect(await asking.answers[topic].failing()).toEqual([lost, full]);
    expect(ones.map(({ heard }) => heard)).toEqual([1, 2, 3].map((id) => [{ kind: 'tell', id, topic }]));
  },
);

test('a process that is gone, has not begun to answer, or says nothing is told of by its shards', async () => {
  const clock = stopClock();
  const silent = oneOf([4, 5]);
  const starting = Object.assign(oneOf([2, 3]), { isReady: false });
  const seats = [
    seatOf(undefined, { shards: [0], isBegun: true }),
    seatOf(undefined, { shards: [1] }),
    seatOf(starting),
    seatOf(silent),
  ];
  const failing = world(seats).answers.health.failing();
  let told: readonly Message[] | undefined;
  void failing.then((lines) => {
    told = lines;
  });
  await clock.passes(2_499);
  expect(told).toBeUndefined();
  await clock.passes(1);
  expect(told).toEqual([
    line('gone', '0'),
    line('starting', '1'),
    line('starting', '2-3'),
    line('silent', '4-5'),
  ]);
  expect(starting.heard).toEqual([]);
});

test('who does not know of a topic is silent about it', async () => {
  const one: TestOne = telling([7], { readiness: [] }, () => asking);
  const asking = world([seatOf(one)]);
  expect(await asking.answers.health.failing()).toEqual([line('silent', '7')]);
});

test('answers that come in another order reach whoever asked', async () => {
  const one = oneOf([0]);
  const asking = world([seatOf(one)]);
  const [health, readiness] = [asking.answers.health.failing(), asking.answers.readiness.failing()];
  asking.hears({ kind: 'told', id: 2, facts: { readiness: [full] } });
  asking.hears({ kind: 'told', id: 1, facts: { health: [lost] } });
  // To nobody that still waits.
  asking.hears({ kind: 'told', id: 1, facts: { health: [] } });
  asking.hears({ kind: 'told', id: 99, facts: {} });
  expect([await health, await readiness]).toEqual([[lost], [full]]);
});

test('whoever says anything is alive, and who does not within a moment is not', async () => {
  const clock = stopClock();
  const alive = telling([0], {}, () => asking);
  const hanging = oneOf([1]);
  const asking = world([]);
  expect(await asking.isAlive(alive)).toBe(true);
  expect(alive.heard).toEqual([{ kind: 'tell', id: 1, topic: 'alive' }]);
  const late = asking.isAlive(hanging);
  await clock.passes(2_500);
  expect(await late).toBe(false);
});

test('figures are sums of this process and of all that are ready and answer', async () => {
  const clock = stopClock();
  const figures = [0, 1, 2].map(() => openFigures(() => undefined));
  for (const each of figures) each.notRead('late');
  const facts = await Promise.all(figures.map(async (each) => ({ figures: await each.values() })));
  const ready = telling([0], facts[1]!, () => asking);
  const starting = Object.assign(
    telling([1], facts[2]!, () => asking),
    { isReady: false },
  );
  const silent = oneOf([2]);
  const seats = [...[ready, starting, silent].map((one) => seatOf(one)), seatOf(undefined)];
  const asking = openAsking(() => seats, figures[0]!);
  const text = asking.answers.figures.text();
  // What this process tells of itself takes some turns of the loop.
  await until(() => silent.heard.length === 1);
  await clock.passes(2_500);
  expect(await text).toContain('communique_not_read_total{reason="late"} 2\n');
  expect(starting.heard).toEqual([]);
  expect(asking.answers.figures.contentType).toBe(figures[0]!.contentType);
});
