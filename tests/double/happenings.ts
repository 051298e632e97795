// What happened, counted and awaitable: the test waits for an event and never for a length of time.

export type Happening =
  | 'connect'
  | 'identify'
  | 'resume'
  | 'resumed'
  | 'heartbeat'
  | 'disconnect'
  | 'turned-away'
  | 'request'
  | 'callback'
  | 'refusal'
  | 'fault';

/** What is known of one event: the shard, the close code, the path, the status, as far as they apply. */
export interface Detail {
  readonly shard?: number;
  readonly code?: number;
  readonly method?: string;
  readonly path?: string;
}

interface Waiter {
  readonly kind: Happening;
  readonly wanted: (detail: Detail) => boolean;
  readonly resolve: (detail: Detail) => void;
}

export class Happenings {
  readonly counts: Record<Happening, number> = {
    connect: 0,
    identify: 0,
    resume: 0,
    resumed: 0,
    heartbeat: 0,
    disconnect: 0,
    'turned-away': 0,
    request: 0,
    callback: 0,
    refusal: 0,
    fault: 0,
  };
  /** Milliseconds from dispatch to callback, one for every interaction that was answered. */
  readonly responseTimes: number[] = [];
  #waiters: Waiter[] = [];

  note(kind: Happening, detail: Detail = {}): void {
    this.counts[kind]++;
    if (this.#waiters.length === 0) return;
    const met = this.#waiters.filter((waiter) => waiter.kind === kind && waiter.wanted(detail));
    this.#waiters = this.#waiters.filter((waiter) => !met.includes(waiter));
    for (const waiter of met) waiter.resolve(detail);
  }

  /** The next event of this kind from now on; rejects after `timeoutMs`. Call it before what brings it about. */
  next(
    kind: Happening,
    timeoutMs: number,
    wanted: (detail: Detail) => boolean = () => true,
  ): Promise<Detail> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiters = this.#waiters.filter((other) => other !== waiter);
        reject(new Error(`Discord double: no "${kind}" within ${timeoutMs} ms`));
      }, timeoutMs);
      const waiter: Waiter = {
        kind,
        wanted,
        resolve: (detail) => {
          clearTimeout(timer);
          resolve(detail);
        },
      };
      this.#waiters.push(waiter);
    });
  }

  /** Percentiles of `responseTimes` in milliseconds; zeros when nothing was answered. */
  latency(): { count: number; p50: number; p95: number; p99: number; max: number } {
    const sorted = this.responseTimes.toSorted((a, b) => a - b);
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
    return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
  }

  forget(): void {
    this.responseTimes.length = 0;
  }
}
