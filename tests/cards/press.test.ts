// The press when its thread goes wrong in ways that cannot be brought about at will.
import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import { openPress } from '../../src/cards/press.ts';

const threads: EventEmitter[] = [];

vi.mock('node:worker_threads', () => ({
  Worker: class extends EventEmitter {
    constructor() {
      super();
      threads.push(this);
    }
    ref() {}
    unref() {}
    postMessage() {}
    terminate = async (): Promise<number> => 0;
  },
}));

test('what a thread that took too long says while it is ended breaks nothing', async () => {
  const press = openPress({ timeLimit: 10, mostWaiting: 1, idleLimit: 1_000 });
  expect(await press.do({} as never)).toBe('late');
  // Out of memory at the very moment it was given up.
  expect(() => threads[0]?.emit('error', new Error('out of memory'))).not.toThrow();
  await press.close();
});
