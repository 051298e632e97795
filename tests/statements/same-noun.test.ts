// "That source added": whoever was called by the same noun before, and nobody where nobody was.
import { describe, expect, test } from 'vitest';
import { statementsIn } from './reading.ts';

const last = (text: string) => statementsIn(text).at(-1)?.speaker;

describe('what points back is resolved to whoever was called so last', () => {
  test.each([
    [
      'Another source with knowledge of the matter confirmed that talks were held. But that source added: “No-one knows how it works.”',
      'Another source with knowledge of the matter',
    ],
    ['A senior official said it was late. That official added, “Nobody knows.”', 'A senior official'],
    [
      'A diplomat from the region said it was late. This diplomat warned: “Nobody knows.”',
      'A diplomat from the region',
    ],
    [
      'An aide to the minister said it was late. The same aide added, “Nobody knows.”',
      'An aide to the minister',
    ],
    ['One negotiator said it was late. “Nobody knows,” that negotiator said.', 'One negotiator'],
    ['Two aides said it was late. Those aides added, “Nobody knows.”', 'Two aides'],
  ])('%s', (text, resolved) => {
    expect(last(text)?.resolved).toBe(resolved);
  });

  test.each([
    'Merz said it was late. That source added, “Nobody knows.”',
    'A senior official said it was late. That source added, “Nobody knows.”',
    '“Nobody knows,” that official said.',
    'A senior official said it was late. The source added, “Nobody knows.”',
    'A senior official said it was late. Another official added, “Nobody knows.”',
    'A senior official said it was late. A second official added, “Nobody knows.”',
  ])('nobody: %s', (text) => {
    expect(last(text)?.resolved).toBeUndefined();
  });
});
