// A process of the stress of the desk: it asks, reviews or delivers on a shared store, and says each thing that was acknowledged.
import { setTimeout as delay } from 'node:timers/promises';
import { REST } from 'discord.js';
import { startDeliveries } from '../../src/discord/desk/deliveries.ts';
import { offeredFor } from '../../src/discord/desk/passages.ts';
import { openLibrary } from '../../src/library.ts';
import { openLog } from '../../src/log.ts';
import { type Asking, ask } from '../../src/questions/ask.ts';
import type { Doer } from '../../src/questions/change.ts';
import { approve, reject } from '../../src/questions/review.ts';
import { gistOf } from '../../src/search/question/gist.ts';
import { openStore } from '../../src/store/store.ts';

interface Task {
  readonly work: 'review' | 'throughput' | 'live' | 'drain';
  /** Which of the processes this is. */
  readonly index: number;
  readonly file: string;
  readonly url: string | undefined;
  readonly guild: string;
  readonly channel: string;
  readonly count: number;
  readonly begins: number;
  readonly api: string;
  readonly token: string;
}

const task: Task = JSON.parse(process.argv[2] ?? '{}');
const { guild, channel, count, index } = task;
const store = await openStore({ file: task.file, url: task.url });
const { database } = store;
const library = await openLibrary('corpus');
const offered = await offeredFor('Can borders be changed by force?', library);

const say = (said: object): void => void process.stdout.write(`${JSON.stringify(said)}\n`);
const doer = (by: string): Doer => ({ guild, by, at: Date.now() });

let asked = 0;

/** A question that no other is like, by a member who asks nothing else. */
function another(): { readonly by: string; readonly asking: Asking } {
  asked += 1;
  const unique = `${process.pid}${String(asked).padStart(6, '0')}`;
  const text = `What does treaty ${unique} say about the borders of province ${unique}?`;
  return { by: `9${unique}`.padEnd(18, '0'), asking: { channel, text, anonymous: false, ...offered } };
}

async function timed<R>(latencies: number[], work: () => Promise<R>): Promise<R> {
  const before = performance.now();
  const result = await work();
  latencies.push(performance.now() - before);
  return result;
}

const works: Record<Task['work'], () => Promise<void>> = {
  /** Attempts on the questions 1 to 100, each as another moderator; who won, and who was told of whom. */
  async review() {
    const attempts = Array.from({ length: count }, (_, n) => ({
      number: 1 + (n % 100),
      by: `m${index}-${n}`,
    }));
    attempts.sort(() => Math.random() - 0.5);
    await Promise.all(
      attempts.map(async ({ number, by }, n) => {
        const seen = { number, seen: 1 };
        const result = await (n % 2 === 0
          ? approve(database, doer(by), seen)
          : reject(database, doer(by), { ...seen, reason: 'unclear', words: '' }));
        const told = 'last' in result ? result.last?.by : undefined;
        say({ number, by, ok: result.ok, told });
      }),
    );
  },
  /** Takes and reviews questions, four at a time. */
  async throughput() {
    const latencies: number[] = [];
    const lane = async (): Promise<void> => {
      for (let n = 0; n < count / 4; n++) {
        const { by, asking } = another();
        const taken = await timed(latencies, () => ask(database, doer(by), asking, gistOf));
        if (!taken.ok) throw new Error(taken.reason);
        const seen = { number: taken.question.number, seen: taken.question.version };
        const result = await timed(latencies, () => approve(database, doer(`m${index}`), seen));
        if (!result.ok) throw new Error(result.reason);
      }
    };
    await Promise.all([lane(), lane(), lane(), lane()]);
    say({ latencies });
  },
  /** A running desk, until it is killed. */
  async live() {
    deliveries();
    say({ ready: true });
    for (;;) {
      const { by, asking } = another();
      const taken = await ask(database, doer(by), asking, gistOf);
      if (!taken.ok) throw new Error(taken.reason);
      const { number, version } = taken.question;
      say({ asked: number });
      const result = await approve(database, doer(`m${index}`), { number, seen: version });
      if (!result.ok) throw new Error(result.reason);
      say({ approved: number });
      await delay(20);
    }
  },
  /** Delivers what is left. */
  async drain() {
    const { end } = deliveries();
    for (;;) {
      const due = await database
        .selectFrom('deliveries')
        .where('state', '=', 'due')
        .select('number')
        .execute();
      if (due.length === 0) break;
      await delay(500);
    }
    await end();
    say({ drained: true });
  },
};

function deliveries() {
  const rest = new REST({ api: task.api, timeout: 1_800 }).setToken(task.token);
  const worker = startDeliveries({
    rest,
    database,
    libraries: { of: async () => library, shared: () => library },
    log: openLog('fatal'),
  });
  worker.begin();
  return worker;
}

// All of them begin at the same moment, however long each took to start.
await delay(Math.max(0, task.begins - Date.now()));
await works[task.work]();
await store.close();
