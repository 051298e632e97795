import { expect, test } from 'vitest';
import { within } from '../src/common/within.ts';

const never = new Promise<string>(() => undefined);
const long = 60_000;

test('what does not come in time is not waited for', async () => {
  expect(await within(1, never, undefined)).toBeUndefined();
  expect(await within(0, never, 'late')).toBe('late');
  expect(await within(1, never, false, { ref: false })).toBe(false);
});

test('what comes in time, or fails in time, is as it is', async () => {
  expect(await within(long, Promise.resolve('here'), undefined)).toBe('here');
  expect(await within(long, Promise.resolve(undefined), 'late')).toBeUndefined();
  await expect(within(long, Promise.reject(new Error('broken')), undefined)).rejects.toThrow('broken');
});

test('what fails after its time is not met again', async () => {
  const { promise, reject } = Promise.withResolvers<string>();
  expect(await within(1, promise, 'late')).toBe('late');
  reject(new Error('much later'));
  await expect(promise).rejects.toThrow('much later');
});
