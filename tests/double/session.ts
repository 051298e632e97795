// One gateway session: the events sent to one shard, kept for RESUME, and the connection that carries them now.
import type { Connection } from './connection.ts';

/** A dispatch as it goes over the wire. */
export interface Dispatch {
  readonly op: 0;
  readonly s: number;
  readonly t: string;
  readonly d: unknown;
}

/** Kept for replay. Far more than a test misses while disconnected, and a bound on memory in benchmarks. */
const KEPT = 2_000;

export class Session {
  readonly id: string;
  readonly shard: number;
  readonly count: number;
  readonly intents: number;
  connection: Connection | null;
  #sequence = 0;
  #sent: Dispatch[] = [];

  constructor(id: string, shard: number, count: number, intents: number, connection: Connection) {
    this.id = id;
    this.shard = shard;
    this.count = count;
    this.intents = intents;
    this.connection = connection;
  }

  /** Sends an event, or keeps it for the RESUME when no connection is open. */
  dispatch(t: string, d: unknown): void {
    this.#sequence++;
    const event: Dispatch = { op: 0, s: this.#sequence, t, d };
    this.#sent.push(event);
    if (this.#sent.length > 2 * KEPT) this.#sent = this.#sent.slice(-KEPT);
    this.connection?.send(event);
  }

  /** A heartbeat carries the last sequence number seen: what lies before it will not be asked for again. */
  acknowledge(sequence: number): void {
    if (this.#sent.length > KEPT) this.#sent = this.missedSince(sequence);
  }

  missedSince(sequence: number): Dispatch[] {
    return this.#sent.filter((event) => event.s > sequence);
  }
}
