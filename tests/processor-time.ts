// What something takes of the processor, in milliseconds: on a busy machine the clock also counts the turns of others.

/** A watch that begins now; what it gives tells how much was taken since. */
export function processorWatch(): () => number {
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  };
}

/** The least of some runs, each of which tells what it took: what else the process does only adds to it. */
export async function leastOf(times: number, run: () => Promise<number>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let time = 0; time < times; time += 1) least = Math.min(least, await run());
  return least;
}
