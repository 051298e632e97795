// Numbers that only grow, by their names. Whoever takes one holds its row until the commit, so numbers become visible in their order.
import type { Change } from './tables.ts';

/** The next number, from 1. */
export async function nextNumber(change: Change, name: string): Promise<number> {
  const { value } = await change
    .insertInto('counters')
    .values({ name, value: 1 })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet(({ eb }) => ({ value: eb('counters.value', '+', 1) })),
    )
    .returning('value')
    .executeTakeFirstOrThrow();
  return value;
}

/** Has others who want the next number, or hold it too, wait for this change, without taking one. */
export async function holdNumber(change: Change, name: string): Promise<void> {
  await change
    .insertInto('counters')
    .values({ name, value: 0 })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ name }))
    .execute();
}
