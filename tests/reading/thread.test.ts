// The model's thread when it goes wrong in ways that cannot be brought about at will.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { inLine } from '../../src/common/line.ts';
import { type Model, openModel } from '../../src/reading/model.ts';

const { Thread, threads } = await vi.hoisted(async () => {
  const { EventEmitter } = await import('node:events');
  class Thread extends EventEmitter {
    readonly told: { kind: string }[] = [];
    holds = true;
    isEnded = false;
    constructor() {
      super();
      threads.push(this);
    }
    ref(): void {
      this.holds = true;
    }
    unref(): void {
      this.holds = false;
    }
    postMessage(told: { kind: string }): void {
      this.told.push(told);
    }
    /** One that hangs never says that it ended. */
    terminate(): Promise<number> {
      this.isEnded = true;
      return new Promise(() => undefined);
    }
    ready(): void {
      this.emit('message', { kind: 'ready', loaded: { description: {}, shelf: 'memory' } });
    }
    failed(): void {
      this.emit('message', { kind: 'failed', error: new Error('broken') });
    }
    stopped(): void {
      this.emit('message', { kind: 'stopped' });
    }
    done(): void {
      this.emit('message', { kind: 'done', result: Int8Array.of(1) });
    }
  }
  const threads: Thread[] = [];
  return { Thread, threads };
});

vi.mock('node:worker_threads', () => ({ Worker: Thread }));

beforeEach(() => {
  threads.length = 0;
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

function thread(at: number) {
  const found = threads[at];
  if (!found) throw new Error(`no thread ${at}`);
  return found;
}

async function opened(): Promise<Model> {
  const opening = openModel({ timeLimit: 90_000 });
  thread(0).ready();
  return opening;
}

const unavailable = { reason: 'unavailable' };

test('a thread that dies is replaced: what ran is not read, what waits is', async () => {
  const model = await opened();
  const [ran, waits] = [model.vectorOf('a'), model.vectorOf('b')];
  thread(0).emit('error', new Error('out of memory'));
  await expect(ran).rejects.toMatchObject({ ...unavailable, cause: { message: 'out of memory' } });
  // What the old one says now belongs to nobody.
  expect(() => thread(0).emit('error', new Error('again'))).not.toThrow();
  thread(0).done();
  expect(thread(1).told).toEqual([]);
  thread(1).ready();
  expect(thread(1).told).toEqual([{ kind: 'question', question: 'b' }]);
  thread(1).done();
  expect(await waits).toEqual(Int8Array.of(1));
  expect(thread(1).holds).toBe(false);
});

test('what runs in the background gives way to a question, and is done afterwards', async () => {
  const model = await opened();
  const passage = { key: 'k', title: '', text: 'Grain left.', sentences: [] };
  const prepared = model.prepare([passage], () => undefined);
  const kinds = (): string[] => thread(0).told.map(({ kind }) => kind);
  thread(0).emit('message', { kind: 'done', result: new Map() });
  await vi.waitFor(() => expect(kinds()).toEqual(['known', 'encode']));
  const asked = model.vectorOf('a');
  expect(kinds()).toEqual(['known', 'encode', 'stop']);
  thread(0).stopped();
  expect(kinds()).toEqual(['known', 'encode', 'stop', 'question']);
  thread(0).done();
  expect(await asked).toEqual(Int8Array.of(1));
  expect(kinds().at(-1)).toBe('encode');
  // What fails although nobody waits fails.
  thread(0).failed();
  await expect(prepared).rejects.toMatchObject(unavailable);
});

test('what gave way and is wanted no more is not done', async () => {
  const model = await opened();
  const leaving = new AbortController();
  const passage = { key: 'k', title: '', text: 'Grain left.', sentences: [] };
  const prepared = model.prepare([passage], () => undefined, leaving.signal);
  thread(0).emit('message', { kind: 'done', result: new Map() });
  await vi.waitFor(() => expect(thread(0).told).toHaveLength(2));
  const asked = model.vectorOf('a');
  leaving.abort();
  await prepared;
  thread(0).stopped();
  thread(0).done();
  await asked;
  expect(thread(0).told.at(-1)).toMatchObject({ kind: 'question' });
});

describe('servers take turns', () => {
  const question = 'Why?';
  const passage = { key: 'k', title: '', text: 'Grain left.', sentences: [] };
  const told = (): unknown[] =>
    thread(0).told.map((each) => ('question' in each ? each.question : each.kind));
  const ask = (model: Model, line: string, asked: string, signal?: AbortSignal): Promise<unknown> =>
    inLine(line, () => model.vectorOf(asked, signal));

  test('what one asks waits behind one job of another, and not behind all', async () => {
    const model = await opened();
    const all = ['a1', 'a2', 'a3'].map((asked) => ask(model, 'a', asked));
    all.push(ask(model, 'b', 'b1'), ask(model, 'c', 'c1'), ask(model, 'b', 'b2'));
    for (const _ of all) thread(0).done();
    await Promise.all(all);
    expect(told()).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3']);
  });

  test('who took less of its time goes before all who took more', async () => {
    const model = await opened();
    const before = ['a', 'b', 'c'].map((line) => ask(model, line, line));
    for (const _ of before) {
      vi.advanceTimersByTime(60);
      thread(0).done();
    }
    await Promise.all(before);
    const running = ask(model, 'a', 'a1');
    const all = ['a2', 'b1', 'c1', 'd1', 'd2'].map((asked) => ask(model, asked.slice(0, 1), asked));
    vi.advanceTimersByTime(60);
    for (const _ of [running, ...all]) thread(0).done();
    await Promise.all([running, ...all]);
    expect(told().slice(3)).toEqual(['a1', 'd1', 'd2', 'b1', 'c1', 'a2']);
  });

  test('who gives up leaves the line', async () => {
    const model = await opened();
    const leaving = new AbortController();
    const all = [ask(model, 'a', 'a1'), ask(model, 'a', 'a2')];
    const left = ask(model, 'b', 'b1', leaving.signal);
    leaving.abort();
    await expect(left).rejects.toMatchObject({ reason: 'late' });
    expect(model.waiting).toBe(1);
    for (const _ of all) thread(0).done();
    await Promise.all(all);
    expect(told()).toEqual(['a1', 'a2']);
  });

  test('a long reading gives way once it has had its slice, and goes on after the other', async () => {
    const model = await opened();
    const long = inLine('a', () => model.read(question, [passage]));
    vi.advanceTimersByTime(100);
    const short = ask(model, 'b', 'b1');
    vi.advanceTimersByTime(49);
    expect(told()).toEqual([question]);
    vi.advanceTimersByTime(1);
    expect(told()).toEqual([question, 'stop']);
    thread(0).stopped();
    expect(told()).toEqual([question, 'stop', 'b1']);
    thread(0).done();
    await short;
    expect(told()).toEqual([question, 'stop', 'b1', question]);
    const scored = [{ score: 1, sentence: 0 }];
    thread(0).emit('message', { kind: 'done', result: scored });
    expect(await long).toEqual(scored);
  });

  test('it gives way to nobody of its own line', async () => {
    const model = await opened();
    const [first, second] = [ask(model, 'a', 'a1'), ask(model, 'a', 'a2')];
    vi.advanceTimersByTime(1_000);
    expect(told()).toEqual(['a1']);
    thread(0).done();
    thread(0).done();
    await Promise.all([first, second]);
  });

  test('one that ends within its slice stops nobody', async () => {
    const model = await opened();
    const [first, second] = [ask(model, 'a', 'a1'), ask(model, 'b', 'b1')];
    vi.advanceTimersByTime(100);
    thread(0).done();
    vi.advanceTimersByTime(100);
    expect(told()).toEqual(['a1', 'b1']);
    thread(0).done();
    await Promise.all([first, second]);
  });

  test('what gave way goes on before what its own server asks later', async () => {
    const model = await opened();
    const long = inLine('a', () => model.read(question, [passage]));
    const others = [ask(model, 'a', 'a2'), ask(model, 'b', 'b1')];
    vi.advanceTimersByTime(150);
    thread(0).stopped();
    thread(0).done();
    expect(told()).toEqual([question, 'stop', 'b1', question]);
    thread(0).emit('message', { kind: 'done', result: [] });
    thread(0).done();
    await Promise.all([long, ...others]);
    expect(told().at(-1)).toBe('a2');
  });

  test('it gives way to nobody who has left meanwhile', async () => {
    const model = await opened();
    const leaving = new AbortController();
    const long = inLine('a', () => model.read(question, [passage]));
    const left = ask(model, 'b', 'b1', leaving.signal);
    vi.advanceTimersByTime(50);
    leaving.abort();
    await expect(left).rejects.toMatchObject({ reason: 'late' });
    vi.advanceTimersByTime(1_000);
    expect(told()).toEqual([question]);
    thread(0).emit('message', { kind: 'done', result: [] });
    await long;
  });

  test('what waits gets its slice again from a job that begins after it', async () => {
    const model = await opened();
    const all = [ask(model, 'a', 'a1'), inLine('a', () => model.read(question, [passage]))];
    all.push(ask(model, 'b', 'b1'), ask(model, 'b', 'b2'));
    thread(0).done();
    thread(0).done();
    expect(told()).toEqual(['a1', 'b1', question]);
    vi.advanceTimersByTime(150);
    expect(told()).toEqual(['a1', 'b1', question, 'stop']);
    thread(0).stopped();
    thread(0).done();
    thread(0).emit('message', { kind: 'done', result: [] });
    await Promise.all(all);
  });

  test('what fails while it gives way fails', async () => {
    const model = await opened();
    const long = inLine('a', () => model.read(question, [passage]));
    const short = ask(model, 'b', 'b1');
    vi.advanceTimersByTime(150);
    thread(0).failed();
    await expect(long).rejects.toMatchObject(unavailable);
    thread(0).done();
    await short;
    expect(told()).toEqual([question, 'stop', 'b1']);
  });

  test('forty wait at most, and one more of a server of which nobody does', async () => {
    const model = await opened();
    const all = Array.from({ length: 41 }, (_, at) => ask(model, 'a', `a${at}`));
    await expect(ask(model, 'a', 'one too many')).rejects.toMatchObject({ reason: 'busy' });
    all.push(ask(model, 'b', 'b1'));
    await expect(ask(model, 'b', 'b2')).rejects.toMatchObject({ reason: 'busy' });
    for (const _ of all) thread(0).done();
    await Promise.all(all);
  });

  test('what gave way and is wanted no more is not gone on with', async () => {
    const model = await opened();
    const leaving = new AbortController();
    const long = inLine('a', () => model.read(question, [passage], leaving.signal));
    const short = ask(model, 'b', 'b1');
    vi.advanceTimersByTime(150);
    leaving.abort();
    await expect(long).rejects.toMatchObject({ reason: 'late' });
    thread(0).stopped();
    thread(0).done();
    await short;
    expect(told().at(-1)).toBe('b1');
  });
});

test('a thread that ends without a word is replaced as well', async () => {
  const model = await opened();
  const ran = model.vectorOf('a');
  thread(0).emit('exit', 1);
  await expect(ran).rejects.toMatchObject(unavailable);
  expect(threads).toHaveLength(2);
});

test('a thread that hangs is replaced at once, though it may never end', async () => {
  const model = await opened();
  const [ran, waits] = [model.vectorOf('a'), model.vectorOf('b')];
  const late = expect(ran).rejects.toMatchObject({ reason: 'late' });
  vi.advanceTimersByTime(30_000);
  await late;
  expect(thread(0).isEnded).toBe(true);
  thread(1).ready();
  thread(1).done();
  expect(await waits).toEqual(Int8Array.of(1));
});

test('a thread that cannot load again leaves nobody waiting, and is tried again after a minute', async () => {
  const model = await opened();
  const waiting = [model.vectorOf('a'), model.vectorOf('b'), model.prepare([], () => undefined)];
  const passage = { key: 'k', title: '', text: '', sentences: [] };
  waiting.push(model.prepare([passage], () => undefined));
  const settled = Promise.allSettled(waiting);
  thread(0).emit('error', new Error('out of memory'));
  thread(1).emit('error', new Error('no memory'));
  const [a, b, nothing, background] = await settled;
  for (const each of [a, b, background])
    expect(each).toMatchObject({ status: 'rejected', reason: unavailable });
  expect(nothing).toMatchObject({ status: 'fulfilled' });
  await expect(model.vectorOf('c')).rejects.toMatchObject(unavailable);
  expect(threads).toHaveLength(2);
  vi.advanceTimersByTime(60_000);
  const later = model.vectorOf('d');
  thread(2).ready();
  thread(2).done();
  expect(await later).toEqual(Int8Array.of(1));
});

test('a model that never finishes loading is none', async () => {
  const opening = expect(openModel()).rejects.toMatchObject(unavailable);
  vi.advanceTimersByTime(60_000);
  await opening;
  expect(thread(0).isEnded).toBe(true);
});

test('closing while another thread loads ends that one once it has loaded, and none follows', async () => {
  const model = await opened();
  thread(0).emit('exit', 1);
  const waits = model.vectorOf('a');
  void model.close();
  await expect(waits).rejects.toMatchObject(unavailable);
  // Ended amid its work it would take the program with it.
  expect(thread(1).isEnded).toBe(false);
  thread(1).ready();
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  expect(thread(1).isEnded).toBe(true);
  thread(1).emit('error', new Error('terminated'));
  expect(threads).toHaveLength(2);
});

test('what is given up while it runs is told to stop, and the next waits for its last word', async () => {
  const model = await opened();
  const leaving = new AbortController();
  const ran = model.vectorOf('a', leaving.signal);
  const next = model.vectorOf('b');
  leaving.abort();
  await expect(ran).rejects.toMatchObject({ reason: 'late' });
  expect(thread(0).told.map(({ kind }) => kind)).toEqual(['question', 'stop']);
  thread(0).stopped();
  expect(thread(0).told).toHaveLength(3);
  thread(0).done();
  expect(await next).toEqual(Int8Array.of(1));
});
