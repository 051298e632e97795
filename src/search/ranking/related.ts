// Which of the passages below an honest no come near to what was asked: those that share but a common word with it help nobody on.
import type { Answer, Hit } from '../answer.ts';

/** More of them would be read as an answer. */
const most = 2;
/** From this share of the question on a passage is on what was asked. */
const nearShare = 0.45;
/** One that holds little of it stands out where it holds so many times as much as the others: "sanctions", and not "Ukraine". */
const leastShare = 0.25;
const standingOut = 1.8;

/** The nearest, best first; none where all that is found lies far away. */
export function nearOf({ citations }: Pick<Answer, 'citations'>): readonly Hit[] {
  const shares = citations.flatMap(({ share }) => (share === undefined ? [] : [share]));
  // Where words tell nothing, such as in another language, what was found by its meaning is all there is.
  if (shares.length < citations.length) return citations.slice(0, most);
  const middle = shares.toSorted((a, b) => a - b)[Math.floor((shares.length - 1) / 2)] ?? 0;
  const isNear = (share: number): boolean =>
    share >= nearShare || (shares.length > 1 && share >= leastShare && share >= standingOut * middle);
  return citations.filter(({ share = 0 }) => isNear(share)).slice(0, most);
}
