// What a process that runs some of the shards and the one that looks after it say to each other, over the channel that discord.js's
// ShardingManager opens between them. It speaks there as well: what is ours is under a name of its own.
import type { Told as Figure } from '../../health/figures.ts';
import type { Message } from '../../messages/messages.ts';
import type { Answer } from '../../reading/served.ts';
import type { Work } from '../../reading/wire.ts';

export type Topic = 'health' | 'readiness' | 'figures';

export interface Facts {
  readonly health: readonly Message[];
  readonly readiness: readonly Message[];
  readonly figures: readonly Figure[];
}

/** `ready`: connected and answering. `read`: work for the model, in the line in which it waits there; `unread`: nobody waits for it any more. */
export type Up =
  | { readonly kind: 'ready' }
  | { readonly kind: 'read'; readonly id: number; readonly line: string; readonly work: Work }
  | { readonly kind: 'unread'; readonly id: number }
  | { readonly kind: 'told'; readonly id: number; readonly facts: Partial<Facts> };

export type Down =
  | { readonly kind: 'brought'; readonly id: number; readonly answer: Answer }
  | { readonly kind: 'tell'; readonly id: number; readonly topic: Topic | 'alive' };

export interface Said<T extends Up | Down> {
  readonly communique: T;
}

/** Undefined where it is the library's own. Both ends are ours, so the types are enough. */
export function ours<T extends Up | Down>(message: Said<T> | undefined | null): T | undefined {
  return typeof message === 'object' && message !== null ? message.communique : undefined;
}
