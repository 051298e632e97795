// Lines of a transcript that were copied with a part of their label, and words that many say.
import { describe, expect, test } from 'vitest';
import { labelEndsWith } from '../../src/check/words/label-tail.ts';
import { emptyDossier } from '../../src/corpus/dossier.ts';
import { passagesOf } from '../../src/corpus/passages.ts';
import { libraryOf } from '../../src/library.ts';
import { documentOf } from '../statements/reading.ts';

const talk = [
  'DAN BRANDT, HEAD OF THE HARBOUR OFFICE: The bridge is closed for now.',
  'KARIN LUND, CORRESPONDENT IN NORDEN: Why is the bridge still closed?',
  '20:25 Holm: the tunnel will be built in spring.',
  'MODERATOR (Greta Hollin, Norden Radio): Good evening and welcome to all.',
  'THE PRESIDENT: Yeah.',
  'ПАВЛО РЕНН, речник першого міністра: Добрий вечір усім вам.',
  'LIDIA KOWAL, RZECZNICZKA: Most jest zamknięty do wiosny.',
  'DAN BRANDT, HEAD OF THE HARBOUR OFFICE: We counted every boat.',
].join('\n\n');
const document = documentOf(talk, { kind: 'transcript' });
const passages = passagesOf(document, { headings: false });
const library = libraryOf({ documents: [document], passages, dossier: emptyDossier, problems: [] });

describe('what stands there with the end of its label is exact', () => {
  test.each([
    'OFFICE: The bridge is closed for now.',
    'OF THE HARBOUR OFFICE: The bridge is closed',
    'IN NORDEN: Why is the bridge still closed?',
    '20:25 Holm: the tunnel will be built in spring.',
    'Norden Radio): Good evening and welcome',
    'THE PRESIDENT: Yeah.',
    'першого міністра: Добрий вечір усім вам.',
    'RZECZNICZKA: Most jest zamknięty do wiosny.',
  ])('%s', async (text) => {
    expect((await library.check(text)).verdict).toBe('exact');
  });

  test.each([
    'OFFICE: Why is the bridge still closed?',
    'IN NORDEN: The bridge is closed for now.',
    'THE PRESIDENT: We counted every boat.',
    'HARBOUR: The bridge is open for now.',
    'RICE: The bridge is opened for now.',
    'Norden TV): Good evening and welcome',
  ])('but not behind another label, or changed: %s', async (text) => {
    expect((await library.check(text)).verdict).not.toBe('exact');
  });
});

test('whoever is said to have spoken is so behind the end of a label as well', async () => {
  const said = await library.check('OFFICE: The bridge is closed for now.', { speaker: 'KARIN LUND' });
  expect([said.verdict, said.claim]).toEqual([
    ...['misattributed', { words: 'The bridge is closed for now.', speaker: 'KARIN LUND' }],
  ]);
  expect((await library.check('OFFICE: The bridge is closed for now.')).claim.speaker).toBeUndefined();
});

test.each([
  [0, 'OFFICE', true],
  [0, 'harbour  office', true],
  [0, 'DAN BRANDT, HEAD OF THE HARBOUR OFFICE', true],
  [0, 'FICE', false],
  [0, 'THE HARBOUR', false],
  [0, '…', false],
  [0, '', false],
  [8, '', false],
  [8, '%', false],
  [8, 'So', false],
])('the label of paragraph %i ends with “%s”: %s', (at, copied, ends) => {
  const more = documentOf(`${talk}\n\nSo they went home.`, { kind: 'transcript' });
  expect(labelEndsWith(passagesOf(more, { headings: false })[at]!, copied)).toBe(ends);
});

test('what so many say that not all places are looked at is nobody else’s for certain', async () => {
  const many = documentOf(
    [
      ...Array.from({ length: 60 }, () => 'DAN BRANDT: I do not have that here.'),
      'KARIN LUND: I do not have that here.',
    ].join('\n\n'),
    { kind: 'transcript' },
  );
  const crowded = libraryOf({
    ...{ documents: [many], passages: passagesOf(many, { headings: false }) },
    ...{ dossier: emptyDossier, problems: [] },
  });
  const said = await crowded.check('I do not have that here', { speaker: 'Karin Lund' });
  expect([said.verdict, said.flags.includes('speaker-unknown')]).toEqual(['exact', true]);
  const other = await library.check('We counted every boat', { speaker: 'Karin Lund' });
  expect(other.verdict).toBe('misattributed');
});
