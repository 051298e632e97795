// The model of this process for others on the same machine: does what they ask for (asked.ts), one answer for each piece of work.
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
  if (work.kind === 'open') return model ? { description: model.description, shelf: model.shelf } : null;
  if (!model) throw new NotRead('unavailable');
  switch (work.kind) {
    case 'question':
      return asText(await model.vectorOf(work.question, signal));
    case 'read':
      return model.read(work.question, work.passages, signal);
    case 'sentences':
      return model.readSentences(work.question, work, signal);
    case 'prepare': {
      const made: [string, string][] = [];
      await model.prepare(work.passages, (key, vector) => made.push([key, asText(vector)]), signal);
      return made;
    }
  }
}
