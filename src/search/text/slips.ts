// How many slips of hurried hands part two words.

/** Whether at most one slip (a letter missed, added, changed or swapped with the next) parts `a` from `b`: quicker than `slips`. */
export function isOneSlip(a: string, b: string): boolean {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const rest = (word: string, from: number): string => word.slice(at + from);
  return (
    rest(a, 1) === rest(b, 1) ||
    rest(a, 0) === rest(b, 1) ||
    rest(a, 1) === rest(b, 0) ||
    (a[at] === b[at + 1] && a[at + 1] === b[at] && rest(a, 2) === rest(b, 2))
  );
}

/**
 * Letters missed, added, changed or swapped with the next that part `a` from `b` (optimal string alignment), counted in
 * UTF-16 units; some number above `limit` when there are more than that.
 */
export function slips(a: string, b: string, limit: number): number {
  let older: readonly number[] = [];
  let above: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const line = nextLine(a, b, row, above, older);
    // A later line never falls below the least of this one, not even by a swap: that costs a slip on the line before.
    if (line.every((cost) => cost > limit)) return limit + 1;
    older = above;
    above = line;
  }
  return above[b.length] ?? limit + 1;
}

/** The slips that part the first `row` letters of `a` from each beginning of `b`, from the same for one and two letters less. */
function nextLine(
  a: string,
  b: string,
  row: number,
  above: readonly number[],
  older: readonly number[],
): number[] {
  const line = [row];
  for (let column = 1; column <= b.length; column += 1) {
    const changed = (above[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
    let cost = Math.min((above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1, changed);
    const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
    if (swapped) cost = Math.min(cost, (older[column - 2] ?? 0) + 1);
    line.push(cost);
  }
  return line;
}
