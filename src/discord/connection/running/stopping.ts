// What tells a bot to stop: signals, or the process that looks after it.
import type { Parent } from '../../shards/parent.ts';
import type { Signals } from './host.ts';

/** The process that looks after this one says when to stop, and hears signals that the terminal sends to both of them. */
export function stopOnParent({ onGone }: Pick<Parent, 'onGone'>, process: Signals): AbortSignal {
  const stopping = new AbortController();
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => stopping.abort());
  onGone(() => stopping.abort());
  return stopping.signal;
}

export function stopOnSignals(process: Signals): AbortSignal {
  const stopping = new AbortController();
  // Has the processes of shards replaced where there are several (src/discord/shards); one process is not to end by it.
  process.on('SIGUSR2', () => undefined);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping.signal.aborted) process.exit(1);
      stopping.abort();
    });
  }
  return stopping.signal;
}
