// What a passage says otherwise than a claim: only where it is plain.
import { describe, expect, test } from 'vitest';
import { deniedIn } from '../../src/check-text/denied.ts';
import { emptyDossier } from '../../src/corpus/dossier.ts';
import { openNames } from '../../src/corpus/names/names.ts';
import { passagesOf } from '../../src/corpus/passages.ts';
import { documentOf } from '../statements/reading.ts';

const names = openNames(emptyDossier);

function deniedBy(source: string, words: string, clause = 'Holm said that'): string | undefined {
  const document = documentOf(source);
  const [passage] = passagesOf(document, { headings: false });
  const found = passage && deniedIn({ words, clause }, passage, names);
  return found && document.text.slice(found.start, found.end);
}

describe('the opposite is told', () => {
  test.each([
    [
      'a negation there',
      'The harbour will not reopen before the winter.',
      'the harbour will reopen before the winter',
    ],
    [
      'a negation here',
      'The harbour will reopen before the winter.',
      'the harbour will not reopen before the winter',
    ],
    [
      'a contraction',
      'The allies won’t send soldiers to the border.',
      'the allies will send soldiers to the border',
    ],
    [
      'a contrary verb',
      'The council rejected the new border treaty.',
      'the council accepted the new border treaty',
    ],
    ['a prefix', 'A ferry treaty this year is impossible, she held.', 'a ferry treaty this year is possible'],
    ['no one', 'Nobody from the council signed the ferry treaty.', 'the council signed the ferry treaty'],
  ])('%s', (_, source, words) => {
    expect(deniedBy(source, words)).toBe(source);
  });

  test('behind a clause that denies', () => {
    const source = 'The harbour will reopen before the winter.';
    expect(deniedBy(source, 'the harbour will reopen before the winter', 'Holm denied that')).toBe(source);
  });
});

test('without the marks of a quotation', () => {
  const source = '“The harbour will not reopen before the winter.';
  expect(deniedBy(source, 'the harbour will reopen before the winter')).toBe(source.slice(1));
});

describe('nothing is told', () => {
  test.each([
    ['the same', 'The harbour will reopen before the winter.', 'the harbour will reopen before the winter'],
    [
      'both deny',
      'The harbour will not reopen before the winter.',
      'the harbour will never reopen before the winter',
    ],
    [
      'a condition',
      'The harbour will not reopen unless the talks begin.',
      'the harbour will reopen when the talks begin',
    ],
    [
      'a reserve',
      'The harbour will perhaps not reopen before the winter.',
      'the harbour will reopen before the winter',
    ],
    [
      'something else',
      'The council will not build a second bridge here.',
      'the harbour will reopen before the winter',
    ],
    [
      '“not only”',
      'The harbour will not only reopen before the winter.',
      'the harbour will reopen before the winter',
    ],
    [
      'another number',
      'The harbour will not reopen in 2026 for 12 ships.',
      'the harbour will reopen in 2026 for 30 ships',
    ],
    [
      'a contrary that is denied',
      'The council did not reject the border treaty.',
      'the council accepted the border treaty',
    ],
    ['too few words', 'They will not sign.', 'they will sign it'],
  ])('%s', (_, source, words) => {
    expect(deniedBy(source, words)).toBeUndefined();
  });
});
