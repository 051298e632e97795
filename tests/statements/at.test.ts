// Whatever has words at a place is among what is looked at there.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Span } from '../../src/corpus/passages.ts';
import { statementsAround } from '../../src/statements/at.ts';
import type { Statement } from '../../src/statements/statement.ts';

const span = fc
  .tuple(fc.nat(4_000), fc.integer({ min: 1, max: 1_500 }))
  .map(([start, length]): Span => ({ start, end: start + length }));

/** A statement as far as its places matter. */
function statementOf(spans: Span[], clause: Span | undefined): Statement {
  return { spans, clause } as unknown as Statement;
}

test('statements with words or a clause at a place are found, in their order, and none twice', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.array(span, { maxLength: 3 }), fc.option(span, { nil: undefined })), {
        maxLength: 10,
      }),
      span,
      (made, part) => {
        const statements = made.map(([spans, clause]) => statementOf(spans, clause));
        const there = ({ start, end }: Span) => start < part.end && end > part.start;
        const wanted = statements.filter(
          ({ spans, clause }) => spans.some(there) || (clause !== undefined && there(clause)),
        );
        const found = statementsAround(statements, part);
        expect(found.filter((one) => wanted.includes(one))).toEqual(wanted);
        expect(found).toEqual(statements.filter((one) => found.includes(one)));
      },
    ),
  );
});

test('most of a long document is not looked at for one place', () => {
  const statements = Array.from({ length: 1_000 }, (_, index) =>
    statementOf([{ start: index * 100, end: index * 100 + 90 }], undefined),
  );
  expect(statementsAround(statements, { start: 50_000, end: 50_010 }).length).toBeLessThan(10);
});
