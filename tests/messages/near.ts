// Whether two names are so alike that somebody takes the one for the other: what a reader sees is the whole, what a
// typist sees is the beginning, by which Discord offers commands.
import { slips } from '../../src/search/text/slips.ts';

/** Of the longer name, so many letters may be changed by slips and it still looks the same. */
const slipsOfAll = 1 / 3;
/** Of the shorter name, so many letters at the beginning are the same: "citation" and "citer". */
const sameBeginning = 0.6;

export function isNear(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  const longer = Math.max(a.length, b.length);
  const shorter = Math.min(a.length, b.length);
  return slips(a, b, longer) <= longer * slipsOfAll || commonBeginning(a, b) >= shorter * sameBeginning;
}

function commonBeginning(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}

/** All pairs of a list that are nearly the same, each pair in the order of the alphabet. */
export function nearPairs(names: readonly string[]): string[] {
  const sorted = [...names].sort();
  return sorted.flatMap((one, at) =>
    sorted.slice(at + 1).flatMap((other) => (isNear(one, other) ? [`${one} · ${other}`] : [])),
  );
}
