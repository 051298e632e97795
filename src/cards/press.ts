// The press: one thread that draws pictures one after the other, so that the bot's own thread goes on answering Discord.
import { type JobThread, openJobThread } from '../common/job-thread.ts';
import type { Drawn, Job } from './draw.ts';

export interface PressOptions {
  /** How long one picture may take in milliseconds, the start of the thread included. */
  readonly timeLimit: number;
  /** How many pictures may wait. */
  readonly mostWaiting: number;
  /** After how many milliseconds without a picture the thread ends and gives its memory back. */
  readonly idleLimit: number;
}

/** A picture; `late` where it took too long, `busy` where too many wait. */
export type Pressed = Drawn | 'late' | 'busy';

export type Press = JobThread<Job, Drawn>;

/**
 * Pictures leave much behind that is soon collected, if it is not left lying: with these limits the thread takes about
 * 200 MB after hundreds of pictures, without them 400, in the same time.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 160 };

export function openPress(options: PressOptions): Press {
  const entry = new URL('./worker.ts', import.meta.url);
  return openJobThread({ ...options, entry, name: 'pictures', resourceLimits });
}
