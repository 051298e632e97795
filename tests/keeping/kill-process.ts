// A process that works on a store as a whole and is killed at a given step, as by kill -9 or a loss of power.
import { backUpTo } from '../../src/keeping/back-up.ts';
import { restore } from '../../src/keeping/restore.ts';
import { move } from '../../src/store/keeping/transfer.ts';

const [, , work = '', backup = '', from = '', to = '', killAt = '0', now = '0'] = process.argv;

const placeOf = (place: string) =>
  place.includes('://') ? { file: 'unused/store', url: place } : { file: place, url: undefined };

let steps = 0;
const step = (): void => {
  steps += 1;
  if (steps === Number(killAt)) process.kill(process.pid, 'SIGKILL');
};

const works: Record<string, () => Promise<unknown>> = {
  backup: () => backUpTo(placeOf(from), backup, { now: Number(now), step }),
  restore: () => restore(backup, placeOf(to), { now: Number(now), replace: true, step }),
  move: () => move(placeOf(from), placeOf(to), step),
};

await works[work]?.();
process.stdout.write(String(steps));
