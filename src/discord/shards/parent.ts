// The process that looks after this one, where several run the shards: it has the model, is told when this one is ready, and asks how it is.
import { currentLine } from '../../common/line.ts';
import type { Ask } from '../../reading/asked.ts';
import { NotRead } from '../../reading/reader.ts';
import type { Answer } from '../../reading/served.ts';
import { type Down, type Facts, ours, type Said, type Topic, type Up } from './talk.ts';

export interface Parent {
  /** This process is connected and answers. */
  ready(): void;
  /** Has the machine's one model do something. */
  readonly read: Ask;
  /** Tells how this process is, whenever it is asked. */
  tells(facts: { readonly [T in Topic]: () => Promise<Facts[T]> }): void;
  /** Calls when the other process is gone: whoever is left alone would answer beside its successors. */
  onGone(gone: () => void): void;
}

/** What a process has of the one that started it; `process` itself. */
export interface Channel {
  readonly connected: boolean;
  on(event: 'message', listener: (message: Said<Down>) => void): unknown;
  on(event: 'disconnect', listener: () => void): unknown;
  send?(message: Said<Up>, handle: undefined, options: object, done: () => void): unknown;
}

/** Where a process may be asked to read and never answers, somebody would wait for good: a question waits no longer anyway (model.ts). */
const patienceMs = 120_000;

export function openParent(process: Channel): Parent {
  // To a process that is gone nothing can be said, and this one ends as well.
  const say = (communique: Up): void => {
    if (process.connected) process.send?.({ communique }, undefined, {}, () => undefined);
  };
  const reading = new Map<number, (answer: Answer) => void>();
  let last = 0;
  let facts: Parameters<Parent['tells']>[0] | undefined;
  process.on('message', (message: Said<Down>) => {
    const said = ours(message);
    if (said?.kind === 'brought') reading.get(said.id)?.(said.answer);
    if (said?.kind === 'tell') void tell(said, facts, say);
  });
  return {
    ready: () => say({ kind: 'ready' }),
    read: async (work, signal) => {
      if (signal?.aborted) throw new NotRead('late');
      last += 1;
      const id = last;
      const answer = await waitFor({ id, line: currentLine(), work }, reading, say, signal);
      if ('not' in answer) throw new NotRead(answer.not);
      return answer.result;
    },
    tells: (given) => {
      facts = given;
    },
    onGone: (gone) => {
      process.on('disconnect', gone);
      if (!process.connected) gone();
    },
  };
}

async function waitFor(
  asked: Omit<Extract<Up, { kind: 'read' }>, 'kind'>,
  reading: Map<number, (answer: Answer) => void>,
  say: (said: Up) => void,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  const { id } = asked;
  const { promise, resolve } = Promise.withResolvers<Answer>();
  const givenUp = (): void => {
    say({ kind: 'unread', id });
    resolve({ not: 'late' });
  };
  const timer = setTimeout(givenUp, patienceMs).unref();
  signal?.addEventListener('abort', givenUp, { once: true });
  reading.set(id, resolve);
  say({ kind: 'read', ...asked });
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', givenUp);
    reading.delete(id);
  }
}

async function tell(
  { id, topic }: Extract<Down, { kind: 'tell' }>,
  facts: Parameters<Parent['tells']>[0] | undefined,
  say: (said: Up) => void,
): Promise<void> {
  if (topic === 'alive') return say({ kind: 'told', id, facts: {} });
  // Who gets no answer says so.
  const told = await facts?.[topic]().catch(() => undefined);
  if (told) say({ kind: 'told', id, facts: { [topic]: told } });
}
