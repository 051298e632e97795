// The state that somebody sits for, where a text says it behind the name: "Sen. Olaf Lind (R-Fla.)", "Gov. Ada Berg of Vermont".
import { stateOf } from '../../corpus/names/american-states.ts';
import { writtenOut } from '../../corpus/names/offices.ts';
import { follows, type Word } from '../reading/words.ts';

const seated = /^(?:senator|representative|governor|congressman|congresswoman)$/u;
const marked = /^(?:r|d|i|gop|rep|dem|dfl)-(?<state>.+)$/u;

/** The state behind a name that ends at a place, of an office that is a state's. */
export function seatBehind(role: string, words: readonly Word[], to: number): string | undefined {
  const next = words[to];
  if (!next || !seated.test(writtenOut(role))) return undefined;
  const mark = /^(?: \(|, )$/u.test(next.gap) ? marked.exec(next.low)?.groups?.['state'] : undefined;
  if (mark !== undefined) return stateOf(markWith(mark, words[to + 1])) ?? stateOf(mark);
  const isWhole = /^\.?\)/u.test(words[to + 1]?.gap ?? '');
  if (next.gap === ' (' && (next.text.length > 2 || isWhole)) return stateOf(next.low);
  if (!/^(?:of|from)$/u.test(next.low) || !follows(next)) return undefined;
  return stateAt(words, to + 1);
}

/** "(R-S. Dak", "R-West Virginia" */
function markWith(mark: string, next: Word | undefined): string {
  return next?.capital && follows(next) ? `${mark} ${next.low}` : mark;
}

function stateAt(words: readonly Word[], at: number): string | undefined {
  const [first, second] = [words[at], words[at + 1]];
  if (!first?.capital || !follows(first)) return undefined;
  const isTwo = second?.capital && follows(second);
  return isTwo
    ? stateOf(`${first.low} ${second.low}`)
    : first.text.length > 3
      ? stateOf(first.low)
      : undefined;
}
