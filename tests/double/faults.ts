// Misbehaviour of the REST side on demand: which requests it befalls, how often, and what it looks like.

/** An error status; with `taken` the request takes effect before it is answered with the error. */
export interface StatusFault {
  readonly status: number;
  /** Discord's error code, such as 50013; 0 unless told. */
  readonly code?: number;
  readonly message?: string;
  /** Seconds; sent as `Retry-After`, as `X-RateLimit-Reset-After` and in the body. 0.2 with a 429 unless told. */
  readonly retryAfter?: number;
  readonly global?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  readonly taken?: boolean;
}

/**
 * - `drop-before`: the connection is closed, and the request had no effect.
 * - `drop-after`: the request takes effect, then the connection is closed without an answer.
 * - `hang`: the request has no effect and is never answered.
 * - `hang-after`: the request takes effect and is never answered.
 * - `{ until }`: everything as usual, once that has come to pass.
 * - `{ status, … }`: an error status.
 */
export type Misbehaviour =
  | 'drop-before'
  | 'drop-after'
  | 'hang'
  | 'hang-after'
  | { readonly until: Promise<unknown> }
  | StatusFault;

export interface FaultOptions {
  readonly method?: string;
  /** Matched against the path without `/api/v10`; every path unless told. A string matches as a part. */
  readonly path?: RegExp | string;
  /** How many requests it befalls; 1 unless told. */
  readonly times?: number;
  readonly with: Misbehaviour;
}

/** A fault that was asked for. */
export class Fault {
  readonly misbehaviour: Misbehaviour;
  /** How many requests it has befallen. */
  hits = 0;
  #left: number;
  readonly #options: FaultOptions;

  constructor(options: FaultOptions) {
    this.#options = options;
    this.#left = options.times ?? 1;
    this.misbehaviour = options.with;
  }

  ends(): void {
    this.#left = 0;
  }

  /** True if the fault befalls this request; counts it. */
  befalls(method: string, path: string): boolean {
    const { method: onlyMethod, path: onlyPath = '' } = this.#options;
    if (this.#left <= 0 || (onlyMethod && onlyMethod !== method)) return false;
    if (typeof onlyPath === 'string' ? !path.includes(onlyPath) : !onlyPath.test(path)) return false;
    this.#left--;
    this.hits++;
    return true;
  }
}

export class Faults {
  #faults: Fault[] = [];

  add(options: FaultOptions): Fault {
    const fault = new Fault(options);
    this.#faults.push(fault);
    return fault;
  }

  /** What befalls this request, if anything: of several faults that would, the one asked for first. */
  for(method: string, path: string): Misbehaviour | null {
    return this.#faults.find((fault) => fault.befalls(method, path))?.misbehaviour ?? null;
  }

  clear(): void {
    this.#faults = [];
  }
}

/** Headers and body of an error status, as Discord sends them. */
export function faultAnswer(fault: StatusFault): {
  headers: Record<string, string>;
  body: Record<string, unknown>;
} {
  const { status, code = 0, global = false } = fault;
  if (status !== 429) {
    return {
      headers: { ...fault.headers },
      body: { message: fault.message ?? `${status}: by the test`, code },
    };
  }
  const seconds = fault.retryAfter ?? 0.2;
  return {
    headers: {
      'retry-after': String(seconds),
      'x-ratelimit-limit': '5',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset-after': String(seconds),
      'x-ratelimit-reset': String(Date.now() / 1_000 + seconds),
      'x-ratelimit-scope': global ? 'global' : 'user',
      ...(global ? { 'x-ratelimit-global': 'true' } : {}),
      ...fault.headers,
    },
    body: { message: fault.message ?? 'You are being rate limited.', retry_after: seconds, global, code },
  };
}
