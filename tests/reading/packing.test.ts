// What is kept of a passage comes back as it was put away.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pack, unpack } from '../../src/reading/packing.ts';

const word = fc.integer({ min: 0, max: 65_535 });

const some = fc.integer({ min: 1, max: 8 }).chain((half) =>
  fc.record({
    width: fc.constant(2 * half),
    windows: fc.array(
      fc.integer({ min: 0, max: 40 }).chain((tokens) =>
        fc.record({
          tokens: fc.constant(tokens),
          head: word,
          pieces: fc.array(fc.record({ sentence: word, tokens: word }), { maxLength: 6 }),
          states: fc.int8Array({
            minLength: 2 * half * tokens,
            maxLength: 2 * half * tokens,
            min: -8,
            max: 7,
          }),
        }),
      ),
      { maxLength: 4 },
    ),
  }),
);

test('windows come back as they were', () => {
  fc.assert(
    fc.property(some, ({ width, windows }) => {
      expect(unpack(pack(windows), width)).toEqual(windows);
    }),
  );
});

test('bytes that are cut short or go on are no windows', () => {
  fc.assert(
    fc.property(some, fc.nat(), ({ width, windows }, chance) => {
      const bytes = pack(windows);
      expect(() => unpack(bytes.subarray(0, chance % bytes.length), width)).toThrow(RangeError);
      expect(() => unpack(Buffer.concat([bytes, Buffer.of(0)]), width)).toThrow(RangeError);
    }),
  );
});

test('a number of more than 16 bits is refused, not cut', () => {
  const window = { tokens: 0, head: 0, pieces: [{ sentence: 65_536, tokens: 0 }], states: new Int8Array() };
  expect(() => pack([window])).toThrow(RangeError);
});
