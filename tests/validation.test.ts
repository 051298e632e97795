// What somebody wrote is repeated whatever it is: saying what is wrong never goes wrong itself.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shown } from '../src/common/validation.ts';

test('a value that holds itself, or that JSON has no form for, is shown as cut', () => {
  const circular: unknown[] = [];
  circular.push(circular);
  expect([shown(circular), shown(10n), shown(undefined)]).toEqual(['…', '…', '']);
});

test('whatever is shown is one short line, and no character is cut in two', () => {
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.string({ unit: 'grapheme', maxLength: 200 })), (value) => {
      const line = shown(value);
      expect(line.length).toBeLessThanOrEqual(60);
      if (typeof value === 'string') expect(line.isWellFormed()).toBe(true);
    }),
  );
  expect(shown('𝔄'.repeat(60))).toBe(`${'𝔄'.repeat(29)}…`);
});
