// Looking up what lies where among parts of a text that stand in order and do not overlap: quotations, sentences, passages.
import type { Span } from './passages.ts';

/** The index of the first of them that ends behind a place; their number where none does. */
export function firstBehind(spans: readonly Span[], at: number): number {
  return firstThat(spans, ({ end }) => end > at);
}

/** How many of them begin at a place or before it. */
export function begunBy(spans: readonly Span[], at: number): number {
  return firstThat(spans, ({ start }) => start > at);
}

/** By halving: of all behind the first it must be true as well. */
function firstThat(spans: readonly Span[], isBehind: (span: Span) => boolean): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const span = spans[middle];
    if (span && isBehind(span)) high = middle;
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
