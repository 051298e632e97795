// The figures: what is counted under which few words, and what becomes of what cannot be looked at.
import { expect, test } from 'vitest';
import { mergedText, openFigures } from '../../src/health/figures.ts';

const failing = (error: unknown) => (): Promise<never> => Promise.reject(error);
const coded = (code: string): Error => Object.assign(new Error(code), { code });

function thrown(error: unknown): never {
  throw error;
}

/** Figures, and what was told of those that could not be: the figure and why. */
function troubledFigures() {
  const told: (readonly [string, unknown])[] = [];
  const figures = openFigures((error) => {
    if (error instanceof Error) told.push([error.message, error.cause]);
  });
  return { figures, told };
}

const met = { command: 'ask', kind: 'command', outcome: 'answered', ms: 120 };

test('interactions are counted by command, kind and outcome, with how long they took', async () => {
  const figures = openFigures(thrown);
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
  const figures = openFigures(thrown);
  figures.query({ kind: 'read', ms: 2, failed: false });
  figures.query({ kind: 'write', ms: 40, failed: true });
  const text = await figures.text();
  expect(text).toContain('communique_store_query_seconds_bucket{le="0.005",kind="read"} 1');
  expect(text).toContain('communique_store_failures_total{kind="write"} 1');
});

test('what is looked at stands there as it is now; what cannot be looked at is left out, and all else is told', async () => {
  const { figures } = troubledFigures();
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

test('why a figure cannot be told is told once, of each figure and kind of failure', async () => {
  const { figures, told } = troubledFigures();
  const [gone, forbidden] = [coded('ENOENT'), coded('EACCES')];
  figures.look({ deliveries: failing(gone), servers: () => 3 });
  expect(await figures.text()).toContain('communique_servers 3');
  await figures.text();
  expect(told).toEqual([['the figure communique_deliveries_due cannot be told', gone]]);
  figures.look({ deliveries: failing(forbidden) });
  await figures.text();
  figures.look({ deliveries: failing(coded('ENOENT')) });
  await figures.text();
  expect(told.map(([, cause]) => cause)).toEqual([gone, forbidden]);
});

test('after it went well the same failure is told again', async () => {
  const { figures, told } = troubledFigures();
  for (const deliveries of [failing(coded('ENOENT')), async () => 2, failing(coded('ENOENT'))]) {
    figures.look({ deliveries });
    await figures.text();
  }
  expect(told).toHaveLength(2);
});

test.each([
  ['a look that throws at once', () => thrown(new TypeError('no number'))],
  ['what is no error', () => thrown('a word')],
])('%s is told, and all else is a figure', async (_, servers) => {
  const { figures, told } = troubledFigures();
  figures.look({ servers, documents: () => 5 });
  expect(await figures.text()).toContain('communique_documents 5');
  expect(told.map(([message]) => message)).toEqual(['the figure communique_servers cannot be told']);
});

test('shards that cannot be looked at keep no other figure back', async () => {
  const { figures, told } = troubledFigures();
  figures.look({ shards: () => thrown(new Error('no gateway')), documents: () => 5 });
  expect(await figures.text()).toContain('communique_documents 5');
  expect(told).toHaveLength(2);
});

test('what fails after its time is told as well', async () => {
  const { figures, told } = troubledFigures();
  const { promise, reject } = Promise.withResolvers<number>();
  figures.look({ deliveries: () => promise });
  await figures.text();
  expect(told).toEqual([]);
  reject(coded('57014'));
  await expect.poll(() => told.length).toBe(1);
});

test('of a store that does not answer the figures are not waited for', async () => {
  const figures = openFigures(thrown);
  figures.look({ room: () => new Promise(() => undefined), servers: () => 1 });
  expect(await figures.text()).toContain('communique_servers 1');
});

test('the process itself is measured: memory, processor, event loop', async () => {
  const text = await openFigures(thrown).text();
  for (const name of [
    'process_resident_memory_bytes',
    'process_cpu_seconds_total',
    'nodejs_eventloop_lag_p99_seconds',
  ])
    expect(text).toMatch(new RegExp(`^${name} \\S+$`, 'mu'));
});

test('figures of several processes are added up, but for what all of them see', async () => {
  const met = { command: 'ask', kind: 'command', outcome: 'answered', ms: 20 };
  const all = [1, 2].map((servers) => {
    const figures = openFigures(() => undefined);
    for (let n = 0; n < servers; n++) figures.interaction(met);
    figures.look({
      servers: () => servers,
      documents: () => 7,
      deliveries: async () => 3,
      shards: () => [{ shard: servers, up: servers === 1, pingMs: 20 }],
    });
    return figures;
  });
  // As it goes from one process to another.
  const told = JSON.parse(JSON.stringify(await Promise.all(all.map((each) => each.values()))));
  const lines = (await mergedText(told)).split('\n');
  expect(lines).toEqual(
    expect.arrayContaining([
      'communique_interactions_total{command="ask",kind="command",outcome="answered"} 3',
      'communique_interaction_seconds_count{kind="command"} 3',
      'communique_servers 3',
      'communique_documents 7',
      'communique_deliveries_due 3',
      'communique_gateway_up{shard="1"} 1',
      'communique_gateway_up{shard="2"} 0',
    ]),
  );
});
