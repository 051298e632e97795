// The figures: what is counted under which few words, and what becomes of what cannot be looked at.
import { expect, test } from 'vitest';
import { openFigures } from '../../src/health/figures.ts';

const met = { command: 'ask', kind: 'command', outcome: 'answered', ms: 120 };

test('interactions are counted by command, kind and outcome, with how long they took', async () => {
  const figures = openFigures();
  figures.interaction(met);
  figures.interaction({ ...met, ms: 80 });
  figures.interaction({ ...met, outcome: 'silent' });
  figures.interaction({ ...met, outcome: 'dropped', ms: 3_000 });
  const text = await figures.text();
  expect(text).toContain('communique_interactions_total{command="ask",kind="command",outcome="answered"} 2');
  expect(text).toContain('communique_interactions_total{command="ask",kind="command",outcome="silent"} 1');
  expect(text).toContain('communique_interactions_total{command="ask",kind="command",outcome="dropped"} 1');
  expect(text).toContain('communique_interaction_seconds_bucket{le="0.1",kind="command"} 1');
  // What was dropped was no answer.
  expect(text).toContain('communique_interaction_seconds_count{kind="command"} 3');
});

test('queries of the store are timed, and those that failed are counted', async () => {
  const figures = openFigures();
  figures.query({ kind: 'read', ms: 2, failed: false });
  figures.query({ kind: 'write', ms: 40, failed: true });
  const text = await figures.text();
  expect(text).toContain('communique_store_query_seconds_bucket{le="0.005",kind="read"} 1');
  expect(text).toContain('communique_store_failures_total{kind="write"} 1');
});

test('what is looked at stands there as it is now; what cannot be looked at is left out, and all else is told', async () => {
  const figures = openFigures();
  let waiting = 3;
  const shards = [
    { shard: 0, up: true, pingMs: 40 },
    { shard: 1, up: false, pingMs: -1 },
  ];
  figures.look({ busy: () => ({ running: 1, waiting }), shards: () => shards, servers: () => 12 });
  const away = Promise.reject(new Error('the store is away'));
  away.catch(() => undefined);
  figures.look({ room: () => away, reader: () => Number('7') });
  const first = await figures.text();
  expect(first).toContain('communique_interactions_waiting 3');
  expect(first).toContain('communique_gateway_up{shard="0"} 1');
  expect(first).toContain('communique_gateway_up{shard="1"} 0');
  expect(first).toContain('communique_gateway_ping_seconds{shard="0"} 0.04');
  expect(first).not.toContain('communique_gateway_ping_seconds{shard="1"}');
  expect(first).toContain('communique_reader_waiting 7');
  expect(first).not.toMatch(/^communique_store_bytes \S/mu);
  waiting = 0;
  shards.pop();
  const second = await figures.text();
  expect(second).toContain('communique_interactions_waiting 0');
  expect(second).not.toContain('communique_gateway_up{shard="1"}');
});

test('of a store that does not answer the figures are not waited for', async () => {
  const figures = openFigures();
  figures.look({ room: () => new Promise(() => undefined), servers: () => 1 });
  expect(await figures.text()).toContain('communique_servers 1');
});

test('the process itself is measured: memory, processor, event loop', async () => {
  const text = await openFigures().text();
  for (const name of [
    'process_resident_memory_bytes',
    'process_cpu_seconds_total',
    'nodejs_eventloop_lag_p99_seconds',
  ])
    expect(text).toMatch(new RegExp(`^${name} \\S+$`, 'mu'));
});
