// Two texts beside each other, paragraph by paragraph: what is the same, what changed in the wording, what moved, and
// what only one of them has. Documents, versions of one, or passages on the same point: all are lists of paragraphs.
import { aligned } from './alignment.ts';
import { Likeness } from './likeness.ts';
import { type Piece, wordsOf } from './words.ts';

/** Anything with a text: a passage of a document, or a paragraph of a version that is not one yet. */
export interface Paragraph {
  readonly text: string;
}

/**
 * One row of a comparison. `same`: the same but for white space. `changed`: the same place in both, with other words.
 * `moved`: at another place, and where `pieces` holds more than one also with other words. `left`, `right`: only there.
 */
export type Pair<P extends Paragraph> =
  | { readonly kind: 'same'; readonly left: P; readonly right: P }
  | {
      readonly kind: 'changed' | 'moved';
      readonly left: P;
      readonly right: P;
      /** From 0 to 1: how much of both wordings is shared. */
      readonly likeness: number;
      /** The words in order: `same` and `left` joined are the left text, `same` and `right` the right one. */
      readonly pieces: readonly Piece[];
    }
  | { readonly kind: 'left'; readonly left: P }
  | { readonly kind: 'right'; readonly right: P };

export interface Comparison<P extends Paragraph> {
  /** In the order of the right text; what only the left one has stands where it stood. */
  readonly pairs: readonly Pair<P>[];
  readonly counts: Readonly<Record<Pair<P>['kind'], number>>;
}

/** Below this two paragraphs at the same place are two texts: unrelated ones on one subject reach 0.2. */
const leastLike = 0.35;
/** At another place more must be shared, or every formula ("The ministers welcomed …") would be found again. */
const leastMoved = 0.55;
/** Fewer words ("Thank you.") stand in many places without having moved. */
const leastMovedWords = 4;

/**
 * Compares two texts. One paragraph each is always taken for the same point, however its words differ. Of two long texts it takes
 * seconds: where others want answers, apart.ts has it done elsewhere.
 */
export function compare<P extends Paragraph>(left: readonly P[], right: readonly P[]): Comparison<P> {
  const likeness = new Likeness(
    left.map(({ text }) => text),
    right.map(({ text }) => text),
  );
  const least = left.length === 1 && right.length === 1 ? -1 : leastLike;
  const paired = aligned(likeness, least);
  const moved = movedIn(likeness, paired);
  const pairs = rowsOf(left, right, paired, moved, likeness);
  const counts = { same: 0, changed: 0, moved: 0, left: 0, right: 0 };
  for (const { kind } of pairs) counts[kind]++;
  return { pairs, counts };
}

/** The places of right paragraphs by those of left ones. */
export type Places = ReadonlyMap<number, number>;

/** Of those that stand alone on both sides, the most alike first. */
function movedIn(likeness: Likeness, paired: Places): Map<number, number> {
  const taken = new Set(paired.values());
  const lonely = (count: number, isTaken: (at: number) => boolean): number[] =>
    Array.from({ length: count }, (_, at) => at).filter((at) => !isTaken(at));
  const right = lonely(likeness.right, (at) => taken.has(at));
  const candidates: { readonly from: number; readonly to: number; readonly like: number }[] = [];
  for (const from of lonely(likeness.left, (at) => paired.has(at))) {
    if (likeness.words(from) < leastMovedWords) continue;
    for (const to of right) {
      const like = likeness.of(from, to);
      if (like >= leastMoved) candidates.push({ from, to, like });
    }
  }
  const moved = new Map<number, number>();
  const arrived = new Set<number>();
  for (const { from, to } of candidates.toSorted((a, b) => b.like - a.like)) {
    if (moved.has(from) || arrived.has(to)) continue;
    moved.set(from, to);
    arrived.add(to);
  }
  return moved;
}

function rowsOf<P extends Paragraph>(
  left: readonly P[],
  right: readonly P[],
  paired: Places,
  moved: Places,
  likeness: Likeness,
): Pair<P>[] {
  const fromOf = new Map([...paired, ...moved].map(([from, to]) => [to, from]));
  const rows: Pair<P>[] = [];
  let next = 0;
  const leftAlone = (until: number): void => {
    for (; next < until; next++) {
      const only = left[next];
      if (only && !paired.has(next) && !moved.has(next)) rows.push({ kind: 'left', left: only });
    }
  };
  for (const [to, here] of right.entries()) {
    const from = fromOf.get(to);
    const there = from === undefined ? undefined : left[from];
    if (from === undefined || !there) {
      rows.push({ kind: 'right', right: here });
      continue;
    }
    if (paired.has(from)) leftAlone(from);
    rows.push(
      rowOf(
        there,
        here,
        { isMoved: moved.has(from), isSame: likeness.isSame(from, to) },
        likeness.of(from, to),
      ),
    );
  }
  leftAlone(left.length);
  return rows;
}

function rowOf<P extends Paragraph>(
  left: P,
  right: P,
  { isMoved, isSame }: { readonly isMoved: boolean; readonly isSame: boolean },
  likeness: number,
): Pair<P> {
  if (isSame && !isMoved) return { kind: 'same', left, right };
  const kind = isMoved ? 'moved' : 'changed';
  return { kind, left, right, likeness, pieces: wordsOf(left.text, right.text) };
}
