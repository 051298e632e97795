// The labels of talk that is written down: which lines are somebody's, which only look like it, and which are nobody's.
import { describe, expect, test } from 'vitest';
import { linesOf, wordsFrom } from '../../src/corpus/labels/labels.ts';
import { passagesOf } from '../../src/corpus/passages.ts';
import { documentOf } from '../statements/reading.ts';

function passagesIn(text: string): ReturnType<typeof passagesOf> {
  return passagesOf(documentOf(text, { kind: 'transcript' }), { headings: false });
}

/** `Ida Holm (named)` for each label, with the whole name of a short one. */
function labelsIn(text: string): string[] {
  const passages = passagesIn(text);
  return passages.flatMap(linesOf).flatMap(({ label, passage }) => {
    if (!label) return [];
    const full = label.full && passage.document.text.slice(label.full.start, label.full.end);
    return [`${label.text} (${label.kind})${full ? ` = ${full}` : ''}`];
  });
}

describe('a label', () => {
  test.each([
    ['capitals behind a form of address', 'MS. ORLOV: We go.', ['MS. ORLOV (named)']],
    ['a name and an office', 'ANNA BERG, HARBOUR MASTER: We go.', ['ANNA BERG (named)']],
    ['with a bracket', 'VICE ADM. JO LIND, SPOKESMAN (on camera): We go.', ['VICE ADM. JO LIND (named)']],
    [
      'a name that comes again',
      'Anna Berg: Hello.\n\nAnna Berg: We go.',
      ['Anna Berg (named)', 'Anna Berg (named)'],
    ],
    ['a rank, abbreviated', 'LT. COL. LIND: We go.', ['LT. COL. LIND (named)']],
    ['for whom somebody speaks', 'Ms. Lind (Norland) (spoke in French): We go.', ['Ms. Lind (named)']],
    ['interpreted', 'Jean Roux (through interpreter): We go.', ['Jean Roux (named)']],
    ['an office alone', 'The Chair: We go.', ['The Chair (named)']],
    ['in square brackets', '[Lind]: We go.', ['Lind (named)']],
    ['behind a time', '[00:12:31] Jo Lind: We go.', ['Jo Lind (named)']],
    ['behind a time without brackets', '12:31 Jo Lind: We go.', ['Jo Lind (named)']],
    ['in bold', '**Jo Lind:** Hello.\n\n**Jo Lind:** We go.', ['Jo Lind (named)', 'Jo Lind (named)']],
    [
      'small words in a name',
      'Anna von der Au: Hello.\n\nAnna von der Au: Yes.',
      ['Anna von der Au (named)', 'Anna von der Au (named)'],
    ],
  ])('%s', (_, text, expected) => {
    expect(labelsIn(text)).toEqual(expected);
  });

  test.each([
    [
      'a surname alone',
      'JO LIND, HOST: Hello.\n\nLIND: We go.',
      ['JO LIND (named)', 'LIND (named) = JO LIND'],
    ],
    [
      'a form of address',
      'Jo Lind: Hello.\n\nMr. Lind: We go.',
      ['Jo Lind (named)', 'Mr. Lind (named) = Jo Lind'],
    ],
    [
      'not where two have it',
      'JO LIND, HOST: Hello.\n\nIDA LIND, GUEST: Hello.\n\nLIND: We go.',
      ['JO LIND (named)', 'IDA LIND (named)', 'LIND (named)'],
    ],
    [
      'nor under two forms of address',
      'JO LIND, HOST: A.\n\nMR. LIND: B.\n\nMRS. LIND: C.',
      ['JO LIND (named)', 'MR. LIND (named)', 'MRS. LIND (named)'],
    ],
  ])('a short one is the same person: %s', (_, text, expected) => {
    expect(labelsIn(text)).toEqual(expected);
  });

  test.each([
    'UNIDENTIFIED FEMALE: Yes.',
    'Unidentified speaker: Yes.',
    'UNKNOWN: Yes.',
    'Speaker 2: Yes.',
    'Question: Why?',
    'Moderator: Please.',
    'Journalist: Why?',
    'MALE VOICE: Yes.',
    'Q. Why?',
    'Interpreter: Yes.',
  ])('names nobody: %s', (text) => {
    expect(labelsIn(text)).toEqual([expect.stringMatching(/ \(unnamed\)$/u)]);
  });

  test('an answer has one where questions have', () => {
    expect(labelsIn('Q. Why?\n\nA. It is late.')).toEqual(['Q (unnamed)', 'A (unnamed)']);
    expect(labelsIn('A. The first point.\n\nB. The second.')).toEqual([]);
  });
});

describe('no label', () => {
  test.each([
    'Our position is simple: nobody signs.',
    'First: we go.',
    'Remember: it is late.',
    'We meet at 12:30 or so.',
    'He told us this: go.',
    'It was 5:4.',
    'See https://example.org/a for more.',
    'They say so, all of them: go.',
  ])('%s', (text) => {
    expect(labelsIn(text)).toEqual([]);
  });

  test.each([
    'NOTE: All times are local.',
    'WASHINGTON: It rained.',
    'NATO: an alliance of many.',
    'AUTHOR: Ida Holm.',
    'HEAD OFFICE: Oslo.',
    'Key Points: go and stay.',
    'Anna Berg: We go.',
    'BACKGROUND: It rained.',
    'Norland: The navy stays.',
  ])('it looks like one, and names nobody for sure: %s', (text) => {
    expect(labelsIn(text)).toEqual([expect.stringMatching(/ \(unread\)$/u)]);
  });

  test('in the news', () => {
    const document = documentOf('MR. LIND: We go.');
    expect(passagesOf(document, { headings: false }).flatMap(linesOf)[0]?.label).toBeUndefined();
  });
});

test('words begin behind a label, and a word of the text is none', () => {
  const from = (text: string): string[] =>
    passagesIn(text).map((passage) => passage.text.slice(wordsFrom(passage)));
  expect(from('MR. LIND (via interpreter):  We go.')).toEqual(['We go.']);
  expect(from('Q. Why?')).toEqual(['Why?']);
  expect(from('Sanctions: we keep them.')).toEqual(['Sanctions: we keep them.']);
  expect(from('NOTE: All times are local.')).toEqual(['NOTE: All times are local.']);
});
