// The whole numbers that commands take: one pair for what Discord lets through and for what is read, as a forged request may bring
// any number, and PostgreSQL takes not all of them.
import type { ChatInputCommandInteraction } from 'discord.js';
import { UserError } from '../../common/errors.ts';
import { shown } from '../../common/validation.ts';

/** The least and the most, by the option's name. */
export const numbers = {
  'open-questions': [1, 50],
  'retention-days': [1, 3_650],
  sitting: [1, 1_000_000],
  page: [1, 100_000],
  number: [1, 1_000_000_000],
  version: [1, 1_000_000],
} as const;

export type NumberName = keyof typeof numbers;

/** The number that was given; undefined where none was. Throws `UserError` where it is none that Discord would let through. */
export function numberIn(
  { options }: Pick<ChatInputCommandInteraction, 'options'>,
  name: NumberName,
): number | undefined {
  const given = options.getInteger(name);
  if (given === null) return undefined;
  const [least, most] = numbers[name];
  if (Number.isInteger(given) && given >= least && given <= most) return given;
  throw new UserError({ key: 'desk.refused.number', values: { name, number: shown(given), least, most } });
}
