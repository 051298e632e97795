import { expect, test } from 'vitest';
import { within } from '../src/common/within.ts';
import { stopClock } from './stopped-clock.ts';

const never = new Promise<string>(() => undefined);
const long = 60_000;

test('what does not come in time is not waited for, and waited for until then', async () => {
  const clock = stopClock();
  let found: unknown = 'nothing yet';
  void within(300, never, undefined).then((late) => {
    found = late;
  });
  await clock.passes(299);
  expect(found).toBe('nothing yet');
  await clock.passes(1);
  expect(found).toBeUndefined();
});

test.each([{ ref: true }, { ref: false }])('a wait of no length is over at once: %j', async (how) => {
  expect(await within(0, never, 'late', how)).toBe('late');
});

test('what comes in time, or fails in time, is as it is', async () => {
  expect(await within(long, Promise.resolve('here'), undefined)).toBe('here');
  expect(await within(long, Promise.resolve(undefined), 'late')).toBeUndefined();
  await expect(within(long, Promise.reject(new Error('broken')), undefined)).rejects.toThrow('broken');
});

test('what fails after its time is not met again', async () => {
  const { promise, reject } = Promise.withResolvers<string>();
  expect(await within(0, promise, 'late')).toBe('late');
  reject(new Error('much later'));
  await expect(promise).rejects.toThrow('much later');
});
