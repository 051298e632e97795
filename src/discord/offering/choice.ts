// Discord's limits of what is offered while somebody types.
import type { Choice } from '../command.ts';
import { cut, ruled } from '../rendering/markdown.ts';

/** So many are offered at a time. */
export const mostChoices = 25;

/** Characters of the name and of the value of a choice. */
export const longestChoice = 100;

/** Names as they are typed. */
export function choicesOf(offered: readonly Choice[]): Choice[] {
  return thatFit(offered.map(({ name, value }) => ({ name: ruled(name), value })));
}

/** Of choices whose names are ready. Discord refuses all for one whose value is too long; such a one is typed in full. */
export function thatFit(offered: readonly Choice[]): Choice[] {
  return offered
    .filter(({ value }) => value.length <= longestChoice)
    .slice(0, mostChoices)
    .map(({ name, value }) => ({ name: cut(name, longestChoice), value }));
}
