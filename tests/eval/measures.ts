// The measures of an evaluation, each with its definition.

/** Mean of numbers; 0 of none. */
export function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

/** The share of those for which something holds. */
export function share<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return mean(items.map((item) => (holds(item) ? 1 : 0)));
}

/** A figure with the interval that holds the true one in 19 of 20 such measurements. */
export interface Measured {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Of how many it was measured. */
  readonly n: number;
}

/** The 97.5th percentile of the normal distribution: 95% lie within so many standard errors. */
const Z = 1.959964;

/**
 * A share of `n` with Wilson's interval (Wilson 1927), which holds for shares near 0 and 1 and for ten questions as well, where
 * the textbook's does not. Undefined of none. Questions on one passage are alike, so the true interval is a little wider.
 */
export function measured(value: number, n: number): Measured | undefined {
  if (n === 0) return undefined;
  const scale = 1 + Z ** 2 / n;
  const middle = (value + Z ** 2 / (2 * n)) / scale;
  const half = (Z / scale) * Math.sqrt((value * (1 - value)) / n + Z ** 2 / (4 * n ** 2));
  return { value, low: Math.max(0, middle - half), high: Math.min(1, middle + half), n };
}

/** The share of those for which something holds, with its interval; undefined of none. */
export function measuredShare<T>(items: readonly T[], holds: (item: T) => boolean): Measured | undefined {
  return measured(share(items, holds), items.length);
}

/**
 * The area under the ROC curve: how often a positive has the higher value of a positive and a negative, ties counting
 * half (Mann and Whitney's U over the number of pairs). 0.5 is chance. Undefined without one of each.
 */
export function auroc(positives: readonly number[], negatives: readonly number[]): number | undefined {
  if (positives.length === 0 || negatives.length === 0) return undefined;
  const all = [
    ...positives.map((value) => ({ value, positive: true })),
    ...negatives.map((value) => ({ value, positive: false })),
  ].sort((a, b) => a.value - b.value);
  let rankSum = 0;
  for (let from = 0; from < all.length; ) {
    let to = from;
    while (to < all.length && all[to]?.value === all[from]?.value) to++;
    const rank = (from + 1 + to) / 2;
    rankSum += rank * all.slice(from, to).filter(({ positive }) => positive).length;
    from = to;
  }
  const pairs = positives.length * negatives.length;
  return (rankSum - (positives.length * (positives.length + 1)) / 2) / pairs;
}

/**
 * The area with Hanley and McNeil's interval (Radiology 143, 1982); `n` is the smaller of the two groups. Theirs has no width at
 * an area of 0 or 1, however few were measured: half a pair that goes either way gives it one.
 */
export function measuredAuroc(
  positives: readonly number[],
  negatives: readonly number[],
): Measured | undefined {
  const value = auroc(positives, negatives);
  if (value === undefined) return undefined;
  const [p, n] = [positives.length, negatives.length];
  const area = (value * p * n + 0.5) / (p * n + 1);
  const q1 = area / (2 - area);
  const q2 = (2 * area ** 2) / (1 + area);
  const variance = (area * (1 - area) + (p - 1) * (q1 - area ** 2) + (n - 1) * (q2 - area ** 2)) / (p * n);
  const half = Z * Math.sqrt(Math.max(0, variance));
  return { value, low: Math.max(0, value - half), high: Math.min(1, value + half), n: Math.min(p, n) };
}

/** The best balanced accuracy that any threshold gives, chosen afterwards: what a score could do at most. */
export function bestBalanced(positives: readonly number[], negatives: readonly number[]): number {
  const thresholds = [...new Set([...positives, ...negatives])];
  return Math.max(
    0.5,
    ...thresholds.map((threshold) => {
      const answered = share(positives, (value) => value >= threshold);
      const silent = share(negatives, (value) => value < threshold);
      return (answered + silent) / 2;
    }),
  );
}

/** The value below which a share of the numbers lies. */
export function quantile(numbers: readonly number[], at: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(at * sorted.length))] ?? 0;
}
