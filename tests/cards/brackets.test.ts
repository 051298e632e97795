// Brackets where letters of both directions meet: the marks beside them are those that Unicode's rule N0 asks for.
import { describe, expect, test } from 'vitest';
import { withBracketsMarked } from '../../src/cards/brackets.ts';
import { letteringFor } from '../../src/cards/fonts.ts';

/** `>` and `<` for the marks that nobody sees. */
const shown = (text: string): string =>
  withBracketsMarked(text).replaceAll('\u200e', '>').replaceAll('\u200f', '<');

describe('brackets', () => {
  test.each([
    ['go with what stands in them and before them', 'אב NATO (non-NATO) גד', 'אב NATO >(>non-NATO>)> גד'],
    [
      'go with the text where something of its direction is inside',
      'אב NATO (גד 5) NATO',
      'אב NATO <(<גד 5<)< NATO',
    ],
    ['go with the text where only their inside is another way', 'אב (NATO) גד', 'אב <(<NATO<)< גד'],
    ['go with a foreign word in a text from the left', 'He said אב (גד) there', 'He said אב <(<גד<)< there'],
    ['stand inside one another', 'אב NATO (a [b] ג)', 'אב NATO <(<a >[>b>]> ג<)<'],
    ['are left as they are without a partner', 'אב NATO (a גד', 'אב NATO (a גד'],
    ['are left as they are in a text of one direction', 'NATO (non-NATO)', 'NATO (non-NATO)'],
  ])('%s', (_, text, marked) => {
    expect(shown(text)).toBe(marked);
  });
});

test.each([
  ['Hebrew', 'כָּל בְּנֵי הָאָדָם (סעיף 1, 1948).'],
  ['Arabic', '«يُولَدُ جَمِيعُ النَّاسِ أَحْرَارًا» (المادة 1، 1948).'],
])('there are letters for all of %s, with their marks', (_, text) => {
  expect([...letteringFor([withBracketsMarked(text)]).missing]).toEqual([]);
});
