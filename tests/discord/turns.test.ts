// Who comes next where more is asked than can be done at once.
import { setImmediate as settled } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import {
  type Asker,
  Crowded,
  openTurns,
  type TurnRules,
  type Turns,
} from '../../src/discord/connection/turns.ts';

const rules: TurnRules = {
  atOnce: 2,
  ofOneLine: 2,
  ofOnePerson: 100,
  waiting: 100,
  crowded: { key: 'discord.crowded' },
  greedy: { key: 'reading.tooFast', values: { count: 1 } },
};

/** Works that end when the test says so, and what became of each in the order of its beginning. */
function worksOn(turns: Turns) {
  const begun: string[] = [];
  const turnedAway: string[] = [];
  const ends = new Map<string, () => void>();
  const ask = (name: string, line = name[0]!, more: Partial<Omit<Asker, 'line'>> = {}) => {
    const { who = name, ...how } = more;
    const work = () => {
      begun.push(name);
      return new Promise<void>((resolve) => ends.set(name, resolve));
    };
    return turns.take({ line, who, ...how }, work).catch((error: unknown) => {
      expect(error).toBeInstanceOf(Crowded);
      turnedAway.push(name);
    });
  };
  const end = async (name: string) => {
    await settled();
    ends.get(name)!();
    await settled();
  };
  return { begun, turnedAway, ask, end };
}

describe('lines take turns', () => {
  test('a quiet server comes next, however many wait in another', async () => {
    const { begun, ask, end } = worksOn(openTurns(rules));
    for (let n = 1; n <= 50; n++) void ask(`noisy ${n}`);
    void ask('quiet 1');
    void ask('quiet 2');
    await end('noisy 1');
    await end('noisy 2');
    await end('noisy 3');
    await end('quiet 1');
    expect(begun.slice(0, 6)).toEqual(['noisy 1', 'noisy 2', 'noisy 3', 'quiet 1', 'noisy 4', 'quiet 2']);
  });

  test('each gets as much as another, and in each line it goes in order', async () => {
    const { begun, ask, end } = worksOn(openTurns({ ...rules, atOnce: 1 }));
    void ask('x');
    for (const line of ['a', 'b', 'c']) for (let n = 1; n <= 3; n++) void ask(`${line}${n}`);
    await settled();
    for (let n = 0; n < 9; n++) await end(begun.at(-1)!);
    expect(begun).toEqual(['x', 'a1', 'b1', 'c1', 'a2', 'b2', 'c2', 'a3', 'b3', 'c3']);
  });

  test('one line never has all places, where the rules say so', async () => {
    const { begun, ask } = worksOn(openTurns({ ...rules, atOnce: 3 }));
    for (let n = 1; n <= 5; n++) void ask(`a${n}`);
    void ask('b1');
    await settled();
    expect(begun).toEqual(['a1', 'a2', 'b1']);
  });

  test('what is typed goes before what waits in its line, and before no other line', async () => {
    const { begun, ask, end } = worksOn(openTurns({ ...rules, atOnce: 1 }));
    void ask('a1');
    void ask('a2');
    void ask('b1');
    void ask('a typed', 'a', { first: true });
    await settled();
    for (let n = 0; n < 3; n++) await end(begun.at(-1)!);
    expect(begun).toEqual(['a1', 'a typed', 'b1', 'a2']);
  });
});

describe('is turned away', () => {
  test('who is behind too many of their own line, and nobody of another', async () => {
    const { begun, turnedAway, ask } = worksOn(openTurns({ ...rules, waiting: 2 }));
    const all = [1, 2, 3, 4, 5, 6].map((n) => ask(`a${n}`));
    void ask('b1');
    await Promise.all(all.slice(4));
    expect([begun, turnedAway]).toEqual([
      ['a1', 'a2'],
      ['a5', 'a6'],
    ]);
  });

  test('one person who wants too much at once, until some of it is done', async () => {
    const { begun, turnedAway, ask, end } = worksOn(openTurns({ ...rules, ofOnePerson: 2 }));
    const greedy = { who: 'ann' };
    void ask('a1', 'a', greedy);
    void ask('a2', 'a', greedy);
    await ask('a3', 'b', greedy);
    await end('a1');
    void ask('a4', 'a', greedy);
    await settled();
    expect([begun, turnedAway]).toEqual([['a1', 'a2', 'a4'], ['a3']]);
  });

  test('who has waited for long, sooner where the line has stood for long', async () => {
    vi.useFakeTimers();
    try {
      let at = 0;
      const patience = { rushMs: 1_500, standingMs: 500, standingAfterMs: 3_000 };
      const { turnedAway, ask } = worksOn(openTurns({ ...rules, patience }, () => at));
      const passes = async (milliseconds: number) => {
        at += milliseconds;
        await vi.advanceTimersByTimeAsync(milliseconds);
      };
      void ask('a1');
      void ask('a2');
      for (let n = 3; n <= 6; n++) {
        void ask(`a${n}`);
        await passes(1_000);
      }
      expect(turnedAway).toEqual(['a3', 'a4', 'a5']);
      void ask('a7');
      await passes(500);
      expect(turnedAway).toEqual(['a3', 'a4', 'a5', 'a6', 'a7']);
    } finally {
      vi.useRealTimers();
    }
  });

  test('at once where the line has stood for long and it was asked long ago, and nobody else sooner for that', async () => {
    vi.useFakeTimers();
    try {
      let at = 10_000;
      const patience = { rushMs: 1_500, standingMs: 500, standingAfterMs: 3_000 };
      const { begun, turnedAway, ask } = worksOn(
        openTurns({ ...rules, atOnce: 1, patience: { ...patience, rushMs: 60_000 } }, () => at),
      );
      const passes = async (milliseconds: number) => {
        at += milliseconds;
        await vi.advanceTimersByTimeAsync(milliseconds);
      };
      void ask('a1');
      void ask('a2', 'a', { since: at - 2_000 });
      await passes(3_001);
      void ask('a3', 'a', { since: at - 500 });
      await passes(0);
      expect(turnedAway).toEqual(['a3']);
      void ask('a4', 'a', { since: at - 400 });
      void ask('b1', 'b', { since: at - 2_000 });
      await passes(99);
      expect(turnedAway).toEqual(['a3']);
      await passes(1);
      expect([begun, turnedAway]).toEqual([['a1'], ['a3', 'a4']]);
    } finally {
      vi.useRealTimers();
    }
  });

  test('everybody, once it is closed', async () => {
    const turns = openTurns({ ...rules, atOnce: 1 });
    const { begun, turnedAway, ask } = worksOn(turns);
    void ask('a1');
    const waiting = ask('a2');
    turns.close();
    await waiting;
    await ask('b1');
    expect([begun, turnedAway]).toEqual([['a1'], ['a2', 'b1']]);
  });
});

test('what takes long makes room once, for one', async () => {
  vi.useFakeTimers();
  try {
    const { begun, ask, end } = worksOn(openTurns({ ...rules, atOnce: 1, lentMs: 1_000 }));
    for (let n = 1; n <= 4; n++) void ask(`a${n}`);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(begun).toEqual(['a1', 'a2']);
    vi.useRealTimers();
    await end('a1');
    expect(begun).toEqual(['a1', 'a2']);
    await end('a2');
    expect(begun).toEqual(['a1', 'a2', 'a3']);
  } finally {
    vi.useRealTimers();
  }
});

test('a work that fails gives its place back and its failure to whoever asked', async () => {
  const turns = openTurns({ ...rules, atOnce: 1 });
  const fails = turns.take({ line: 'a', who: 'a' }, () => Promise.reject(new Error('it broke')));
  const works = turns.take({ line: 'b', who: 'b' }, async () => 'done');
  await expect(fails).rejects.toThrow('it broke');
  expect(await works).toBe('done');
});
