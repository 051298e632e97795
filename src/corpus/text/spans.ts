// Looking up what lies where among parts of a text that stand in order and do not overlap: quotations, sentences, passages.
import type { Span } from '../passages.ts';

/** The index of the first of them that ends behind a place; their number where none does. */
export function firstBehind(spans: readonly Span[], at: number): number {
  return firstThat(spans, ({ end }) => end > at);
}

/** How many of them begin at a place or before it. */
export function begunBy(spans: readonly Span[], at: number): number {
  return firstThat(spans, ({ start }) => start > at);
}

/** The index of the first of which it is true, by halving: of all behind it must be true as well; their number where it is of none. */
export function firstThat<T>(list: ArrayLike<T>, isBehind: (one: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = list[middle];
    if (one !== undefined && isBehind(one)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Those that share characters with a part of the text. */
export function sharing<S extends Span>(spans: readonly S[], part: Span): S[] {
  const found: S[] = [];
  for (let index = firstBehind(spans, part.start); index < spans.length; index += 1) {
    const span = spans[index];
    if (!span || span.start >= part.end) break;
    found.push(span);
  }
  return found;
}

/** The first of them that shares characters with a part of the text. */
export function firstSharing<S extends Span>(spans: readonly S[], part: Span): S | undefined {
  const first = spans[firstBehind(spans, part.start)];
  return first && first.start < part.end ? first : undefined;
}
