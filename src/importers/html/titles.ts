// Whether two lines are titles of the same text: sites shorten and lengthen the ones that others see.

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** Most of the words of the shorter one. */
const leastShared = 0.6;

/** From 0, of other texts, to 1, the same words. */
export function likenessOf(a: string, b: string): number {
  const [first, second] = [wordsOf(a), wordsOf(b)];
  const shared = first.intersection(second).size;
  if (shared === 0 || shared < Math.min(first.size, second.size) * leastShared) return 0;
  return shared / first.union(second).size;
}

export function areAlike(a: string, b: string): boolean {
  return likenessOf(a, b) > 0;
}
