// The measures of an evaluation, each with its definition.

/** Mean of numbers; 0 of none. */
export function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

/** The share of those for which something holds. */
export function share<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return mean(items.map((item) => (holds(item) ? 1 : 0)));
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
