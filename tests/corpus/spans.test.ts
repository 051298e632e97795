// Looking up by halving finds what looking at everything finds.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Span } from '../../src/corpus/passages.ts';
import { begunBy, firstBehind, firstSharing, sharing } from '../../src/corpus/text/spans.ts';

/** Parts in order with gaps or none between them, and a part to look for. */
const cases = fc.record({
  steps: fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 4 })), { maxLength: 12 }),
  start: fc.nat(60),
  length: fc.integer({ min: 1, max: 20 }),
});

test('what lies at a place is found as by going through all', () => {
  fc.assert(
    fc.property(cases, ({ steps, start, length }) => {
      const spans: Span[] = [];
      for (const [gap, width] of steps) {
        const from = (spans.at(-1)?.end ?? 0) + gap;
        spans.push({ start: from, end: from + width });
      }
      const part = { start, end: start + length };
      const wanted = spans.filter((span) => span.start < part.end && span.end > part.start);
      expect(sharing(spans, part)).toEqual(wanted);
      expect(firstSharing(spans, part)).toBe(wanted[0]);
      const behind = spans.findIndex(({ end }) => end > start);
      expect(firstBehind(spans, start)).toBe(behind < 0 ? spans.length : behind);
      expect(begunBy(spans, length)).toBe(spans.filter((span) => span.start <= length).length);
      expect(begunBy(spans, start)).toBe(spans.filter((span) => span.start <= start).length);
    }),
  );
});
