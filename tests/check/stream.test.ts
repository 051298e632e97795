// Words are read again at the places at which they were counted, whatever stands before them.
import { describe, expect, test } from 'vitest';
import { Checker } from '../../src/check/check.ts';
import { Wording, wordingPart } from '../../src/check/words/wording.ts';
import { foldWord, wordsOf, writtenIn } from '../../src/check/words/words.ts';
import type { Document } from '../../src/corpus/document.ts';
import { emptyDossier } from '../../src/corpus/dossier.ts';
import { passagesOf } from '../../src/corpus/passages.ts';

const behind = 'percent of all voters in the valley came to the harbour that day.';

async function shown(text: string, quoted: string): Promise<string | undefined> {
  const document: Document = {
    ...{
      id: 'd',
      title: undefined,
      kind: 'transcript',
      language: 'en',
      status: 'current',
      file: 'd.md',
      text,
    },
  };
  const passages = passagesOf(document, { headings: false });
  const checker = new Checker({
    wording: new Wording([wordingPart(passages)]),
    ...{ dossier: emptyDossier, passagesOf: () => passages, statementsOf: () => [] },
  });
  const { verdict, matches } = checker.check(quoted);
  return verdict === 'exact' ? matches[0]?.text : verdict;
}

describe('a quotation is shown where it stands', () => {
  test.each([
    ['MR. HOLM: < 5'],
    ['MR. HOLM: > 5'],
    ['MR. HOLM: -5'],
    ['THE PRESIDENT: ≤ 70'],
    ['MR. HOLM: (Applause.) < 5'],
    ['(Laughter.) < 5'],
    ['MR. HOLM: We know. (inaudible) ≥ 5'],
    ['We know that < 5'],
    ['5'],
  ])('%s percent …', async (before) => {
    const quoted = 'of all voters in the valley came to the harbour';
    expect(await shown(`${before} ${behind}\n\nMR. LUND: And then they went home.`, quoted)).toBe(quoted);
  });
});

test.each([
  '< 5 (Laughter.) < 6',
  '(Applause.) < 5, ~~not~~ < 6 [sic] ≥ 7',
  'we (inaudible) -5 [T]he (crosstalk) “-6”',
  'no notes < 5 (at all) -6',
  '',
  '[applause] .5 (music) .7',
])('words are counted as they are read: %s', (text) => {
  expect(wordsOf(text).map(({ folded }) => folded)).toEqual(writtenIn(text).map(foldWord));
});
