// What the encoder keeps of a question that gave way, and what it forgets; with ONNX Runtime's sessions counted.
import { beforeEach, expect, test, vi } from 'vitest';
import { openEncoder } from '../../src/reading/encoder.ts';
import { readModelFiles, shippedModel } from '../../src/reading/model-files.ts';
import type { ReadablePassage } from '../../src/reading/reader.ts';
import { memoryShelf } from '../../src/reading/shelf.ts';
import { readable } from './passages.ts';

// The model is loaded, which takes its time where others have the processor.
vi.setConfig({ testTimeout: 60_000 });

const { InferenceSession } = await import('onnxruntime-node');
const runs = vi.fn();
/** Is called before each run of a session. */
let before = (): void => undefined;

beforeEach(() => {
  runs.mockClear();
  before = () => undefined;
});

const files = await readModelFiles(shippedModel);
const open = InferenceSession.create.bind(InferenceSession);
vi.spyOn(InferenceSession, 'create').mockImplementation(async (...given: unknown[]) => {
  const session = await open(...(given as Parameters<typeof open>));
  const run = session.run.bind(session);
  const counted: (fed: Parameters<typeof run>[0]) => ReturnType<typeof run> = (fed) => {
    before();
    runs();
    return run(fed);
  };
  return Object.assign(session, { run: counted });
});
const encoder = await openEncoder(files, memoryShelf(files.description.kept), { threads: 1 });

const question = 'How many guards are wanted at the bridge?';
const six = readable(
  'It rains. It snows. Nine guards stand at the bridge. Nobody sings. It is late. Who knows?',
);
const sentences = [0, 1, 2, 3, 4, 5];
const never = new AbortController().signal;

/** Stops after so many further runs, again and again, until it is done; the number of times. */
async function inSlices<T>(most: number, work: (signal: AbortSignal) => Promise<T>): Promise<[T, number]> {
  for (let slices = 1; ; slices += 1) {
    const stopping = new AbortController();
    let left = most;
    before = () => {
      left -= 1;
      if (left < 0) stopping.abort();
    };
    try {
      return [await work(stopping.signal), slices];
    } catch (error) {
      if (error !== stopping.signal.reason || slices > 50) throw error;
    }
  }
}

test('sentences that were read before it gave way are not read again', async () => {
  const asked = `${question} Now?`;
  await encoder.read(asked, [six], never);
  runs.mockClear();
  const apart = { passage: six, sentences };
  const [scores, slices] = await inSlices(2, (signal) => encoder.readSentences(asked, apart, signal));
  expect(slices).toBeGreaterThan(1);
  // One that was begun when it was told to stop is done, and counts.
  expect(runs).toHaveBeenCalledTimes(sentences.length);
  expect(await encoder.readSentences(asked, apart, never)).toEqual(scores);
  expect(runs).toHaveBeenCalledTimes(sentences.length);
});

test('so are passages, and the windows of a long one', async () => {
  const long = readable(
    'The nine guards of the bridge were asked to sing, and they sang all night. '.repeat(40),
  );
  const passages: ReadablePassage[] = [six, long];
  const [sliced, slices] = await inSlices(1, (signal) =>
    encoder.read(`${question} Really?`, passages, signal),
  );
  expect(slices).toBeGreaterThan(2);
  runs.mockClear();
  expect(await encoder.read(`${question} Really?`, passages, never)).toEqual(sliced);
  expect(runs).not.toHaveBeenCalled();
});

test('what is forgotten is read anew', async () => {
  const asked = `${question} Why?`;
  await encoder.read(asked, [six], never);
  encoder.forget([six.key]);
  runs.mockClear();
  await encoder.read(asked, [six], never);
  expect(runs).toHaveBeenCalled();
});
