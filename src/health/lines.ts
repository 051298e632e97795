// What is told of a bot's parts where they do not stand well: one line each, for those who look after it.
import type { Message } from '../messages/messages.ts';
import type { Trouble } from '../store/engines/failures.ts';
import type { Named } from './checks.ts';

/** How a bot stands, as far as its parts are there. */
export interface Standing {
  /** Undefined before the bot connects. */
  readonly shards?: readonly { readonly shard: number; readonly up: boolean }[];
  readonly read?: boolean;
  /** How many shards there are in all processes; as many as are here unless told. */
  readonly total?: number;
  readonly commands?: boolean;
  /** Whether it was ready once. */
  readonly ready?: boolean;
  readonly stopping?: boolean;
}

/** `save` tries to save something, and says why it could not; undefined where there is no store yet. */
export function healthChecks(
  standing: () => Standing,
  save: () => Promise<Trouble | undefined> | undefined,
): Named[] {
  return [
    { check: () => gatewayLine(standing()), silent: { key: 'health.gateway.none' } },
    {
      check: async () => {
        const saved = save();
        return saved ? storeLine(await saved) : { key: 'health.store.none' };
      },
      silent: { key: 'health.store.silent' },
    },
  ];
}

/** It may be given work: all was read, and it was ready once. A connection that is lost for a moment comes back, and is no reason to stop. */
export function readinessChecks(standing: () => Standing): Named[] {
  const never: Message = { key: 'health.gateway.never' };
  const lines: readonly ((now: Standing) => Message | undefined)[] = [
    ({ stopping }) => (stopping ? { key: 'health.gateway.stopping' } : undefined),
    ({ ready }) => (ready ? undefined : never),
    ({ read }) => (read ? undefined : { key: 'health.corpus.unread' }),
    ({ commands }) => (commands ? undefined : { key: 'health.commands.none' }),
  ];
  return lines.map((line) => ({ check: () => line(standing()), silent: never }));
}

/** So many shards are named; the others are counted. */
const mostNamed = 20;

function gatewayLine({ shards = [], total = shards.length, stopping }: Standing): Message | undefined {
  if (stopping) return { key: 'health.gateway.stopping' };
  if (shards.length === 0) return { key: 'health.gateway.none' };
  const down = shards.filter(({ up }) => !up).map(({ shard }) => shard);
  if (down.length === 0) return undefined;
  const named = `${down.slice(0, mostNamed).join(', ')}${down.length > mostNamed ? ', …' : ''}`;
  return { key: 'health.gateway.lost', values: { count: down.length, total, shards: named } };
}

function storeLine(trouble: Trouble | undefined): Message | undefined {
  switch (trouble?.kind) {
    case undefined:
      return undefined;
    case 'full':
      return { key: 'health.store.full' };
    case 'lost':
      return { key: 'health.store.lost' };
    case 'read-only':
      return { key: 'health.store.readOnly' };
    case 'other':
      return { key: 'health.store.failed', values: { code: trouble.code } };
  }
}

/** What is told of the process of some shards, where there are several: it ended, has not begun to answer yet, or says nothing. */
export function processLine(how: 'gone' | 'starting' | 'silent', shards: string): Message {
  return { key: `health.process.${how}`, values: { shards } };
}
