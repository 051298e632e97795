// Two texts compared in a thread of its own: of two long ones it takes seconds, in which Discord and others want answers.
import { openJobThread } from '../common/job-thread.ts';
import type { Comparison, Pair, Paragraph } from './compare.ts';

export interface Texts {
  readonly left: readonly string[];
  readonly right: readonly string[];
}

/** A paragraph in that thread: its text, and its place in the list that it came from. */
interface Placed extends Paragraph {
  readonly place: number;
}

const thread = openJobThread<Texts, Comparison<Placed>>({
  entry: new URL('./worker.ts', import.meta.url),
  name: 'comparisons',
  // The longest texts that are compared at all take three (compared.ts); a reply may come later than that.
  timeLimit: 20_000,
  mostWaiting: 20,
  idleLimit: 60_000,
  resourceLimits: { maxOldGenerationSizeMb: 256 },
});

/** `late` where it takes too long, `busy` where too many wait. */
export async function comparedApart<P extends Paragraph>(
  left: readonly P[],
  right: readonly P[],
): Promise<Comparison<P> | 'late' | 'busy'> {
  const textOf = ({ text }: P): string => text;
  const done = await thread.do({ left: left.map(textOf), right: right.map(textOf) });
  if (typeof done === 'string') return done;
  return { counts: done.counts, pairs: done.pairs.map((pair) => withOwn(pair, left, right)) };
}

/** The row with the paragraphs that were given. */
function withOwn<P extends Paragraph>(pair: Pair<Placed>, left: readonly P[], right: readonly P[]): Pair<P> {
  const own = (list: readonly P[], { place }: Placed): P => {
    const found = list[place];
    if (found) return found;
    throw new RangeError(`there is no paragraph ${place}`);
  };
  if (pair.kind === 'left') return { kind: 'left', left: own(left, pair.left) };
  if (pair.kind === 'right') return { kind: 'right', right: own(right, pair.right) };
  return { ...pair, left: own(left, pair.left), right: own(right, pair.right) };
}
