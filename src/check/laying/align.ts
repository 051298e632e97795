// Lays a quotation's words along a stretch of the sources: which word stands for which, at the best price
// (Smith and Waterman, 1981). Words may be left out, put in or changed on the way.

import type { Numbers } from '../../corpus/text/rows.ts';

/** Word `given` of the quotation is word `source` of the stretch. */
export interface Pair {
  readonly given: number;
  readonly source: number;
}

// A word left out of the source is cheap, so that a clause that was skipped does not part what stands around it; a word
// put in costs more. Twelve words left out need eight that agree behind them.
const same = 3;
const changed = -3;
const leftOut = -1;
const putIn = -2;

const stop = 0;
const diagonal = 1;
const skipSource = 2;
const skipGiven = 3;

/** The pairs of the best stretch, in order; none where not one word agrees. */
export function align(given: Uint32Array, source: Numbers): Pair[] {
  const width = source.length + 1;
  const steps = new Uint8Array((given.length + 1) * width);
  let above = new Int32Array(width);
  let row = new Int32Array(width);
  let best = 0;
  let bestAt = 0;
  for (let i = 1; i <= given.length; i += 1) {
    fill(row, above, steps.subarray(i * width, (i + 1) * width), given[i - 1] ?? 0, source);
    for (let j = 1; j < width; j += 1) {
      if ((row[j] ?? 0) <= best) continue;
      best = row[j] ?? 0;
      bestAt = i * width + j;
    }
    [above, row] = [row, above];
  }
  return traced(bestAt, steps, given, source);
}

/** One row of the table: the best score of every stretch that ends with this word of the quotation, and its last step. */
function fill(row: Int32Array, above: Int32Array, steps: Uint8Array, word: number, source: Numbers): void {
  row[0] = 0;
  for (let j = 1; j < row.length; j += 1) {
    const agreed = (above[j - 1] ?? 0) + (word === source[j - 1] ? same : changed);
    const skipped = (row[j - 1] ?? 0) + leftOut;
    const added = (above[j] ?? 0) + putIn;
    const score = Math.max(agreed, skipped, added, 0);
    row[j] = score;
    steps[j] = score === 0 ? stop : score === agreed ? diagonal : score === skipped ? skipSource : skipGiven;
  }
}

function traced(from: number, steps: Uint8Array, given: Uint32Array, source: Numbers): Pair[] {
  const width = source.length + 1;
  const pairs: Pair[] = [];
  for (let at = from; steps[at] !== stop && at > 0; ) {
    const i = Math.floor(at / width);
    const j = at % width;
    const step = steps[at];
    if (step === diagonal && given[i - 1] === source[j - 1]) pairs.push({ given: i - 1, source: j - 1 });
    at -= step === diagonal ? width + 1 : step === skipSource ? 1 : width;
  }
  return pairs.reverse();
}
