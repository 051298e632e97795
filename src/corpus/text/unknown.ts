// What somebody looked for and nobody tells: `publisher: unknown` says that it is not forgotten.
import type { Told } from '../document.ts';

export const unknown = 'unknown';

/** What is told, unless it is told that nobody knows. */
export function knownOnly(told: Told | undefined): Told | undefined {
  return told?.value === unknown ? undefined : told;
}
