// Thousands of quotations made from the shipped sources: nothing altered is ever called exact. `npm run eval:check` makes
// ten thousand from any corpus.
import { expect, test } from 'vitest';
import type { Document } from '../../src/corpus/document.ts';
import { readCollection } from '../../src/corpus/files/collection.ts';
import { libraryOf } from '../../src/library.ts';
import { Maker } from '../eval/made-quotations.ts';
import { isTold } from '../eval/making.ts';

const collection = await readCollection('corpus');
const library = libraryOf(collection);

/** Quotations with what was found of each. */
const checked = <T extends { readonly text: string; readonly within?: Document }>(made: Iterable<T>) =>
  Promise.all(
    Array.from(made, async (one) => ({
      ...one,
      check: await library.check(one.text, { source: one.within }),
    })),
  );

test('no altered quotation is called exact', async () => {
  const made = await checked(new Maker(collection.passages, 1).altered(3000));
  const wrong = made.filter(({ check }) => check.verdict === 'exact');
  expect(wrong).toEqual([]);
});

test('faithful ones are exact, however they are written, and flagged where they are cut', async () => {
  const made = await checked(new Maker(collection.passages, 2).faithful(500));
  const wrong = made
    .filter(({ right, flags, never, tells, check }) => {
      const there: readonly string[] = check.flags;
      const flagged =
        isTold(tells, check) &&
        flags.every((flag) => there.includes(flag)) &&
        !never.some((flag) => there.includes(flag));
      return !right.includes(check.verdict) || !flagged;
    })
    .map(({ kind, text, check }) => [kind, text, check.verdict, ...check.flags]);
  expect(wrong).toEqual([]);
});

test('what is shown of a source is its text, and every difference stands in it', async () => {
  for (const { text } of new Maker(collection.passages, 3).altered(500)) {
    const { matches, differences } = await library.check(text);
    for (const { passage, start, end, text: shown } of matches)
      expect(passage.document.text.slice(start, end)).toBe(shown);
    for (const { source, given } of differences) expect(source + given).not.toBe('');
  }
});
