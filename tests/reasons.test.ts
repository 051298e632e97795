import { expect, test } from 'vitest';
import { codeOf, reasonOf } from '../src/common/reasons.ts';

const coded = (code: unknown): Error => Object.assign(new Error('told'), { code });

test.each([
  ['of the system', coded('ENOENT'), 'ENOENT'],
  ['of Discord, a number', coded(50_013), '50013'],
  [
    'of the first of several addresses',
    new AggregateError([coded('ECONNREFUSED'), coded('EPERM')]),
    'ECONNREFUSED',
  ],
  [
    'of several addresses that have one together',
    Object.assign(new AggregateError([coded('EPERM')]), { code: 'ETIMEDOUT' }),
    'ETIMEDOUT',
  ],
  ['none', new Error('told'), ''],
  ['a code that is not there', coded(undefined), ''],
  ['several that have none', new AggregateError([]), ''],
  ['what is no error', { code: 'ENOENT' }, ''],
  ['nothing', undefined, ''],
])('the code of what was thrown: %s', (_, error, code) => {
  expect(codeOf(error)).toBe(code);
});

test('what has a sentence of ours is told by it, all else as it came', () => {
  expect(reasonOf(coded('EACCES'))).toMatchObject({ key: 'reason.forbidden' });
  expect(reasonOf(coded('EXDEV'))).toEqual({ key: 'reason.other', values: { reason: 'told' } });
});
