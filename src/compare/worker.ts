// The thread that compares: takes two texts from apart.ts and answers with what differs.
import { parentPort } from 'node:worker_threads';
import type { Texts } from './apart.ts';
import { compare } from './compare.ts';

parentPort?.on('message', ({ left, right }: Texts) => {
  const placed = (texts: readonly string[]) => texts.map((text, place) => ({ text, place }));
  parentPort?.postMessage({ result: compare(placed(left), placed(right)) });
});
