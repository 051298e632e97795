// The figures of a process, as Prometheus reads them. This file alone knows prom-client. What stands beside a figure is one of few words
// that the program chose: never a text, a name or the id of a server or a member.
import { AggregatorRegistry, Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { codeOf } from '../common/reasons.ts';
import { within } from '../common/within.ts';

/** What became of an interaction. */
export interface Interaction {
  readonly command: string;
  readonly kind: string;
  readonly outcome: string;
  readonly ms: number;
}

export interface Query {
  readonly kind: string;
  readonly ms: number;
  readonly failed: boolean;
}

/** What is looked at when somebody asks for the figures. What cannot be looked at now is left out. */
export interface Looks {
  /** Interactions that are handled at this moment, and that wait. */
  readonly busy?: () => { readonly running: number; readonly waiting: number };
  /** Questions that wait for the library, and for the model. */
  readonly library?: () => number;
  readonly reader?: () => number;
  readonly shards?: () => readonly {
    readonly shard: number;
    readonly up: boolean;
    readonly pingMs: number;
  }[];
  readonly servers?: () => number;
  readonly documents?: () => number;
  /** Messages that are to reach Discord and have not yet. */
  readonly deliveries?: () => Promise<number>;
  /** Bytes. */
  readonly room?: () => Promise<{ readonly used: number; readonly free?: number }>;
}

/** A figure of one process, with its values. */
export type Told = Awaited<ReturnType<Registry['getMetricsAsJSON']>>[number];

/** The figures of several processes as those of one, in Prometheus's text format: sums, or what all of them say alike. */
export function mergedText(processes: readonly (readonly Told[])[]): Promise<string> {
  // A process that has ended tells nothing; one that began has no figures of some kinds yet.
  return AggregatorRegistry.aggregate([...processes]).metrics();
}

export interface Figures {
  interaction(met: Interaction): void;
  query(asked: Query): void;
  /** A question that the model had no time for. */
  notRead(reason: string): void;
  /** Looks at these as well from now on. */
  look(looks: Looks): void;
  /** All of them, in Prometheus's text format. */
  text(): Promise<string>;
  /** All of them, to be told to another process. */
  values(): Promise<readonly Told[]>;
  readonly contentType: string;
}

/** Of a quick answer, of Discord's 3 s, and of a deferral that took its time. */
const answerSeconds = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 0.7, 1, 2, 3, 10, 60];
const querySeconds = [0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 30];

/** `troubled` hears why something could not be looked at: once of each figure and kind of failure, until it goes well again. */
export function openFigures(troubled: (error: unknown) => void): Figures {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const registers = [register];
  const counted = countersIn(registers);
  const looks: { now: Looks } = { now: {} };
  gaugesIn(registers, looks, openTrying(troubled));
  return {
    interaction: ({ command, kind, outcome, ms }) => {
      counted.interactions.inc({ command, kind, outcome });
      if (outcome !== 'dropped') counted.seconds.observe({ kind }, ms / 1_000);
    },
    query: ({ kind, ms, failed }) => {
      counted.queries.observe({ kind }, ms / 1_000);
      if (failed) counted.failures.inc({ kind });
    },
    notRead: (reason) => counted.notRead.inc({ reason }),
    look: (more) => {
      looks.now = { ...looks.now, ...more };
    },
    text: () => register.metrics(),
    values: () => register.getMetricsAsJSON(),
    contentType: register.contentType,
  };
}

function countersIn(registers: Registry[]) {
  return {
    interactions: new Counter({
      ...{ name: 'communique_interactions_total', registers },
      help: 'Interactions by command, kind (command, component, form, choices) and outcome (answered, silent, refused, failed, dropped).',
      labelNames: ['command', 'kind', 'outcome'] as const,
    }),
    seconds: new Histogram({
      ...{ name: 'communique_interaction_seconds', registers, buckets: answerSeconds },
      help: 'From when an interaction was sent to its whole answer; dropped ones are left out.',
      labelNames: ['kind'] as const,
    }),
    queries: new Histogram({
      ...{ name: 'communique_store_query_seconds', registers, buckets: querySeconds },
      help: 'Queries of the store, with the wait for their turn.',
      labelNames: ['kind'] as const,
    }),
    failures: new Counter({
      ...{ name: 'communique_store_failures_total', registers },
      help: 'Queries of the store that failed.',
      labelNames: ['kind'] as const,
    }),
    notRead: new Counter({
      ...{ name: 'communique_not_read_total', registers },
      help: 'Questions answered by their words alone, as the model was late, busy or unavailable.',
      labelNames: ['reason'] as const,
    }),
  };
}

const seenByAll: ReadonlySet<string> = new Set([
  'communique_documents',
  'communique_deliveries_due',
  'communique_store_bytes',
  'communique_store_free_bytes',
]);

function gaugesIn(registers: Registry[], looks: { readonly now: Looks }, tried: Tried): void {
  // Of several processes each has its own share, or all see the same.
  const gauge = (name: string, help: string, look: (looks: Looks) => Promised<number>): void => {
    new Gauge({
      ...{ name, help, registers, aggregator: seenByAll.has(name) ? 'max' : 'sum' },
      async collect() {
        set(this, await tried(name, async () => look(looks.now)));
      },
    });
  };
  gauge(
    'communique_interactions_running',
    'Interactions that are handled now.',
    ({ busy }) => busy?.().running,
  );
  gauge(
    'communique_interactions_waiting',
    'Interactions that wait for their turn.',
    ({ busy }) => busy?.().waiting,
  );
  gauge('communique_library_waiting', 'Calls that wait for the library.', ({ library }) => library?.());
  gauge('communique_reader_waiting', 'Questions that wait for the model.', ({ reader }) => reader?.());
  gauge('communique_servers', 'Servers that the bot is in.', ({ servers }) => servers?.());
  gauge('communique_documents', 'Documents that all servers have.', ({ documents }) => documents?.());
  gauge('communique_deliveries_due', 'Messages that are to reach Discord.', ({ deliveries }) =>
    deliveries?.(),
  );
  gauge('communique_store_bytes', 'Size of the store.', async ({ room }) => (await room?.())?.used);
  gauge(
    'communique_store_free_bytes',
    'Room where the file of the store lies.',
    async ({ room }) => (await room?.())?.free,
  );
  shardsIn(registers, looks, tried);
}

type Promised<T> = T | undefined | Promise<T | undefined>;

/** All other figures do not wait longer for one, as where the store does not answer. */
const looksForMs = 1_000;

type Tried = <T>(figure: string, look: () => Promise<T>) => Promise<T | undefined>;

/**
 * What nobody can tell now, such as how large a store is that is away, is no figure; why is told apart, also where it turns out
 * later. Prometheus asks every few seconds, so the same is told once.
 */
function openTrying(troubled: (error: unknown) => void): Tried {
  const told = new Map<string, Set<string>>();
  const tell = (figure: string, cause: unknown): void => {
    const kinds = told.get(figure) ?? new Set();
    const kind = codeOf(cause) || (cause instanceof Error ? cause.name : typeof cause);
    if (kinds.has(kind)) return;
    told.set(figure, kinds.add(kind));
    troubled(new Error(`the figure ${figure} cannot be told`, { cause }));
  };
  return async (figure, look) => {
    const looked = look().then(
      (value) => {
        told.delete(figure);
        return value;
      },
      (cause: unknown) => {
        tell(figure, cause);
        return undefined;
      },
    );
    return within(looksForMs, looked, undefined);
  };
}

function set(gauge: Gauge, value: number | undefined): void {
  gauge.reset();
  if (value === undefined) gauge.remove();
  else gauge.set(value);
}

function shardsIn(registers: Registry[], looks: { readonly now: Looks }, tried: Tried): void {
  const labelNames = ['shard'] as const;
  const shardsFor = async (name: string) => (await tried(name, async () => looks.now.shards?.())) ?? [];
  const up = 'communique_gateway_up';
  new Gauge({
    ...{ name: up, registers, labelNames },
    help: 'Whether a shard is connected (1) or not (0).',
    async collect() {
      const shards = await shardsFor(up);
      this.reset();
      for (const { shard, up } of shards) this.set({ shard }, up ? 1 : 0);
    },
  });
  const ping = 'communique_gateway_ping_seconds';
  new Gauge({
    ...{ name: ping, registers, labelNames },
    help: 'How long a shard lately waited for the answer to a sign of life.',
    async collect() {
      const shards = await shardsFor(ping);
      this.reset();
      for (const { shard, pingMs } of shards) if (pingMs >= 0) this.set({ shard }, pingMs / 1_000);
    },
  });
}
