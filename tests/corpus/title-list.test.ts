// Titles whose list of speakers has words that begin no name: they are read to their end.
import { expect, test } from 'vitest';
import { speakersNamed } from '../../src/corpus/speech-title.ts';

test.each([
  'Press Briefing by Press Secretary Ida Holm, Members of BTS, andNational Economic Council Director Karl Lund, May 31, 2022',
  'Press Briefing by Press Secretary Ida Holm, andNational Council Director Karl Lund',
  'Press Briefing by Ida Holm, members of the choir, Karl Lund',
  'Press Conference with Ida Holm, , and , Karl Lund',
  'Remarks by Ida Holm, 12, 13 and 14, Karl Lund',
  'Interview with Ida Holm, & others',
])('%s', (title) => {
  expect(speakersNamed(title).length).toBeLessThan(6);
});
