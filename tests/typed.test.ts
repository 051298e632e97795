// How much may be typed: refused with the number, or cut while somebody types.
import { expect, test } from 'vitest';
import { UserError } from '../src/common/errors.ts';
import { begun, mostTyped, within } from '../src/common/typed.ts';

test('what fits is given back as it is', () => {
  expect(within('a'.repeat(mostTyped.name), 'name')).toHaveLength(mostTyped.name);
  expect(begun('words', 'words')).toBe('words');
});

test('what does not is refused with its length, the most and what to do', () => {
  const refused = () => within('a'.repeat(1_234), 'question');
  expect(refused).toThrow(UserError);
  expect(refused).toThrow('This has 1,234 characters; a question may have 1,000. Please ask a shorter one.');
});

test('a keystroke goes by its beginning, and no character is cut in two', () => {
  const typed = `${'a'.repeat(mostTyped.name - 1)}𝔄`;
  expect(begun(typed, 'name')).toHaveLength(mostTyped.name);
  expect(begun(typed, 'name').isWellFormed()).toBe(true);
});
