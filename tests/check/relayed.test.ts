// Whoever speaks in a transcript may speak another's words: then nobody is told to have been named wrongly.
import { describe, expect, test } from 'vitest';
import { openWho } from '../../src/check/speakers/speakers.ts';
import { emptyDossier } from '../../src/corpus/dossier.ts';
import { openLibrary } from '../../src/library.ts';
import { folderWith, markdown } from '../temporary.ts';

const words = 'the harbour will stay open through the winter';

async function verdictOf(turn: string, speaker: string): Promise<string> {
  const document = markdown('talk', `MS. HOLM: Good morning.\n\nMS. HOLM: ${turn}`).replace(
    'kind: news',
    'kind: transcript',
  );
  const library = await openLibrary(await folderWith({ 'talk.md': document }));
  const { verdict, flags } = await library.check(words, { speaker });
  await library.close();
  return [verdict, ...flags.filter((flag) => flag === 'speaker-unknown')].join(' ');
}

describe('words that the one who speaks has from somebody else are not told to be theirs alone', () => {
  test.each([
    ['in marks behind a clause', `As Minister Brandt said, “${words}.”`],
    ['in marks alone', `And I quote: “${words}.”`],
    ['in marks of another language', `Brandt: «${words}».`],
    ['behind a clause without marks', `As Brandt’s statement said yesterday, ${words}.`],
    ['behind a form of address', `As Mr. Brandt said, ${words}.`],
    ['behind “that”', `Brandt told us that ${words}.`],
    ['behind an office', `The minister said this morning that ${words}.`],
  ])('%s', async (_, turn) => {
    expect(await verdictOf(turn, 'Karl Brandt')).toBe('exact speaker-unknown');
  });

  test.each([
    ['her own', `I think ${words}.`],
    ['a name without speech', `Brandt was here, and ${words}.`],
    ['a clause in the sentence before', `As Brandt said, we met. And ${words}.`],
    ['a clause in the sentence right before', `As Brandt said, we met. ${words}.`],
    ['a clause in a question right before', `What has Brandt said? ${words}.`],
    ['a clause that ends in brackets', `We met (as Brandt said.) ${words}.`],
    ['another’s clause', `As Lund said, ${words}.`],
    ['what she says she said', `I told you that ${words}.`],
    ['a clause behind', `We agreed ${words}, Brandt.`],
  ])('%s is', async (_, turn) => {
    expect(await verdictOf(turn, 'Karl Brandt')).toBe('misattributed');
  });
});

describe('whom a pronoun means is told elsewhere', () => {
  const who = openWho(emptyDossier);
  test.each(['She', 'He', 'they', 'Sie', 'Elle', 'Вона'])('%s', (claimed) => {
    expect(who.compare(claimed, { text: 'MS. HOLM', kind: 'named' })).toBe('unknown');
  });

  test.each(['Brandt', 'Karl Brandt', 'Minister Brandt', 'Mr. Brandt', 'He Lifeng', 'Ona Lund'])(
    '%s is somebody',
    (claimed) => {
      expect(who.compare(claimed, { text: 'MS. HOLM', kind: 'named' })).toBe('other');
    },
  );
});

describe('people whom documents name in short may be those whom others name in full', () => {
  const who = openWho({
    ...emptyDossier,
    people: [
      ['president-holm', 'President Holm'],
      ['karl-holm', 'Karl Holm'],
      ['ida-holm', 'Ida Holm'],
    ].map(([id = '', name = '']) => ({ id, name, spellings: [], called: [] })),
  });
  test.each([
    ['President Karl Holm', 'president-holm', 'same'],
    ['Karl Holm', 'president-holm', 'unknown'],
    ['Ida Holm', 'president-holm', 'unknown'],
    ['Karl Holm', 'ida-holm', 'other'],
    ['Ida Holm', 'karl-holm', 'other'],
    ['Karl Holm', 'karl-holm', 'same'],
  ])('%s and %s: %s', (claimed, person, expected) => {
    expect(who.compare(claimed, { text: 'X', kind: 'named', person })).toBe(expected);
  });
});
