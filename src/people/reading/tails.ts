// The ends of names by which somebody may be called alone: "Wasserman Schultz" of "Debbie Wasserman Schultz".
import type { Steps } from '../../common/steps.ts';
import type { Entries } from '../entries.ts';
import type { Gathered } from './names-seen.ts';
import type { Add } from './standing.ts';

/** No surname has more words; what runs on beyond is a list. */
const longestTail = 6;

/** All ends of a name of two words and more, without the name itself. */
function tailsOf(key: string): string[] {
  const words = key.split(' ');
  const tails: string[] = [];
  for (let length = 2; length < words.length && length <= longestTail; length += 1)
    tails.push(words.slice(-length).join(' '));
  return tails;
}

/** Whose each thing is, of those that are one owner's alone. */
export function onlyOwners<Owner>(
  owned: Iterable<readonly [thing: string, owner: Owner]>,
): Map<string, Owner> {
  const only = new Map<string, Owner>();
  const shared = new Set<string>();
  for (const [thing, owner] of owned) {
    if (only.has(thing) && only.get(thing) !== owner) shared.add(thing);
    only.set(thing, owner);
  }
  for (const thing of shared) only.delete(thing);
  return only;
}

/** "Wasserman Schultz" of "Debbie Wasserman Schultz", where the document has one whose name ends so. */
export function* tailSteps(
  { wholes }: Pick<Gathered, 'wholes'>,
  { byKey }: Pick<Entries, 'byKey'>,
  add: Add,
): Steps<void> {
  const owned: (readonly [tail: string, entry: number])[] = [];
  for (const { key } of wholes.values()) {
    const entry = byKey.get(key);
    if (entry !== undefined) for (const tail of tailsOf(key)) owned.push([tail, entry]);
    yield;
  }
  const byTail = onlyOwners(owned);
  for (const { key, texts, times } of wholes.values()) {
    const entry = byKey.has(key) ? undefined : byTail.get(key);
    if (entry !== undefined) add(entry, texts.keys(), times);
    yield;
  }
}
