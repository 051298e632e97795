// Titles whose list of speakers has words that begin no name: they are read to their end.
import { expect, test } from 'vitest';
import { speakersNamed } from '../../src/corpus/names/speech-title.ts';

test.each([
  [
    'Press Briefing by Press Secretary Ida Holm, Members of BTS, andNational Economic Council Director Karl Lund, May 31, 2022',
    ['Press Secretary Ida Holm', 'Economic Council Director Karl Lund'],
  ],
  [
    'Press Briefing by Press Secretary Ida Holm, andNational Council Director Karl Lund',
    ['Press Secretary Ida Holm', 'Council Director Karl Lund'],
  ],
  ['Press Conference with Ida Holm, 12, 13 and 14, Karl Lund', ['Ida Holm']],
  ['Press Briefing by Ida Holm, members of the choir, Karl Lund', ['Ida Holm']],
  ['Interview with Ida Holm, & others', ['Ida Holm']],
])('%s', (title, expected) => {
  expect(speakersNamed(title).map(({ start, end }) => title.slice(start, end))).toEqual(expected);
});
