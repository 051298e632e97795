// The one model of the machine, as the process that has it lets those of the shards use it.
import { inLine } from '../../common/line.ts';
import { serve } from '../../reading/served.ts';
import type { OpenedSource } from '../../reading/source.ts';
import type { One } from './processes.ts';
import type { Up } from './talk.ts';

interface Reading {
  hears(one: One, said: Exclude<Up, { kind: 'told' }>): void;
}

/** The one model of the machine, for all processes. Work of one that has ended is given up. */
export function openReading(model: OpenedSource | undefined): Reading {
  const begun = new WeakMap<One, Map<number, AbortController>>();
  const workOf = (one: One): Map<number, AbortController> => {
    const known = begun.get(one) ?? new Map();
    if (!begun.has(one)) {
      begun.set(one, known);
      void one.ended.then(() => known.forEach((each: AbortController) => void each.abort()));
    }
    return known;
  };
  return {
    hears: (one, said) => {
      const work = workOf(one);
      if (said.kind === 'unread') work.get(said.id)?.abort();
      if (said.kind !== 'read') return;
      const giving = new AbortController();
      work.set(said.id, giving);
      const read = (from: OpenedSource) => inLine(said.line, () => serve(from, said.work, giving.signal));
      const answer = model ? read(model) : { not: 'unavailable' as const };
      void Promise.resolve(answer).then((each) => {
        work.delete(said.id);
        if (!giving.signal.aborted) one.say({ kind: 'brought', id: said.id, answer: each });
      });
    },
  };
}
