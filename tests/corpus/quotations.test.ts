// Quotations with marks of several languages, closed and carried over to the next paragraph.
import { expect, test } from 'vitest';
import { quotationsOf } from '../../src/corpus/quotations.ts';

test.each([
  ['curly', 'He said “yes” and “no”.', ['“yes”', '“no”']],
  ['straight', 'He said "yes" and "no".', ['"yes"', '"no"']],
  ['one that goes on in the next paragraph', '“It goes on.', ['“It goes on.']],
  ['nested single marks', '“He said ‘no’ to us”', ['“He said ‘no’ to us”']],
  ['German', 'Er sagte „ja“.', ['„ja“']],
  ['Polish', 'Powiedział „tak”.', ['„tak”']],
  ['French and Ukrainian', 'Він сказав «так».', ['«так»']],
  ['inches are no marks', 'a 6" pipe', []],
  ['none', 'nothing quoted', []],
])('%s', (_, text, expected) => {
  expect(quotationsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});
