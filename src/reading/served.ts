// The model of this process for others on the same machine: does what they ask for (asked.ts), one answer for each piece of work.
import { factsOf, readFor } from './model.ts';
import { NotRead } from './reader.ts';
import type { OpenedSource } from './source.ts';
import { asText, type Brought, type WhyNot, type Work } from './wire.ts';

export type Answer = { readonly result: Brought } | { readonly not: WhyNot };

/** Never rejects. `signal`: nobody waits for it any more. */
export async function serve(source: OpenedSource, work: Work, signal: AbortSignal): Promise<Answer> {
  try {
    return { result: await done(source, work, signal) };
  } catch (error) {
    return { not: error instanceof NotRead ? error.reason : 'unavailable' };
  }
}

async function done(source: OpenedSource, work: Work, signal: AbortSignal): Promise<Brought> {
  if (work.kind === 'forget') return source.forget(work.keys);
  const model = await source.source();
  if (work.kind === 'open') return model ? factsOf(model) : null;
  if (!model) throw new NotRead('unavailable');
  if (work.kind === 'prepare') {
    const made: [string, string][] = [];
    await model.prepare(work.passages, (key, vector) => made.push([key, asText(vector)]), signal);
    return made;
  }
  const read = await readFor(model, work, signal);
  return read instanceof Int8Array ? asText(read) : read;
}
