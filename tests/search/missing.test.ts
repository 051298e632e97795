// "No source contains the word …" is a fact about the sources, in whatever way a word is written, and never names words of no content.
import { describe, expect, test } from 'vitest';
import { type Library, openLibrary } from '../../src/library.ts';
import { folderForAll, markdown } from '../temporary.ts';

const folder = await folderForAll({
  'strait.md': markdown(
    'strait',
    [
      'The MiG-29 patrols over the strait were ended in May.',
      'The U.A.R. drew the first map, and the N.Z. navy drew the second.',
      'Köln offered to host the next round; Malmö and São Vicente did not.',
      'The boats pay 3,480,000 crowns a year, and more of them came to the sign-off at the re-built customs house.',
      'O’Hara’s deputy spoke of a two-thirds majority.',
      '## How markets reacted to the tolls',
      'Shares rose in three ports on Monday.',
    ].join('\n\n'),
  ),
});
const library = (): Promise<Library> => openLibrary(folder);

const missing = async (question: string): Promise<readonly string[]> =>
  (await (await library()).ask(question)).missing;

describe('calls no word missing that a source has in another way of writing', () => {
  test.each([
    'When were the MiG29 patrols ended?',
    'What did the UAR draw?',
    'Did the NZ navy draw a map?',
    'Who pays 3480000 crowns?',
    'Did Koeln offer to host?',
    'Did Malmo offer?',
    'What is the rebuilt customs house?',
    'Who came to the signoff?',
    'Who is OHara?',
    'Is there a twothirds majority?',
    'more of them',
    // Of headings as well, in whatever form.
    'How did the market react?',
    'How are markets reacting?',
    'Is there a toll?',
    'must not',
    'what must not be',
  ])('%s', async (question) => {
    expect(await missing(question)).toEqual([]);
  });
});

describe('never names words of no content', () => {
  test.each([
    ['how would that patrol work tho', []],
    ['is the navy gonna end the patrols or not', []],
    ['ok but who drew the map', []],
    ['does anyone think this wont work', []],
    ['what are the crowns now', []],
    ['dude what did the deputy actually draw', []],
  ])('%s', async (question, words) => {
    expect((await missing(question)).filter((word) => !/^(?:work|think)$/.test(word))).toEqual(words);
  });
});

describe('names what no source has', () => {
  test.each([
    ['When were the MiG31 patrols ended?', 'MiG31'],
    ['Did Bremen offer to host?', 'Bremen'],
    ['Is there a marketplace?', 'marketplace'],
    ['Who is a Tollan?', 'Tollan'],
    ['Who pays 3480 crowns?', '3480'],
    ['Did the submarine leave?', 'submarine'],
    ['Did Koelner boats come?', 'Koelner'],
    ['What does Kowalska want?', 'Kowalska'],
  ])('%s', async (question, word) => {
    expect(await missing(question)).toContain(word);
  });
});

describe('/quote finds words in every way of writing', () => {
  test.each([
    ['UAR drew', 'U.A.R. drew'],
    ['3480000 crowns', '3,480,000 crowns'],
    ['rebuilt customs', 're-built customs'],
    ['MiG29 patrols', 'MiG-29 patrols'],
    ['Koeln offered', 'Köln offered'],
    ['two thirds majority', 'two-thirds majority'],
    ['signoff at', 'sign-off at'],
  ])('%s', async (words, written) => {
    const [match] = await (await library()).findQuote(words);
    expect(match?.passage.text.slice(match.words.start, match.words.end)).toBe(written);
  });

  test.each([
    '34 80000 crowns',
    'MiG 31 patrols',
    'Kolnoffered',
    'crown s a',
    'drew the firstmap',
    'Kuln offered',
  ])('but not %s', async (words) => {
    expect(await (await library()).findQuote(words)).toEqual([]);
  });
});

describe('a missing word is told as it is typed', () => {
  test.each([
    ['WHO SOLD THE TANKS?', 'TANKS'],
    ['Who sold the Tanks?', 'Tanks'],
    ['Who sold the **Tanks**?', 'Tanks'],
    ['Who sold the Ta**nk**s?', 'Ta**nk**s'],
    ['Who sold the `T``anks`?', 'T``anks'],
    ['Who sold the Pa\\nzer?', 'Pa\\nzer'],
    ['Wer verkaufte die À*A*?', 'À*A'],
  ])('%s', async (question, word) => {
    const { missing: told } = await (await library()).ask(question);
    expect(told.every((each) => question.includes(each))).toBe(true);
    if (/^(?:Who|WHO)/.test(question)) expect(told).toContain(word);
  });
});
