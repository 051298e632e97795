// Talk written down: labels name who speaks until the next one.
import { expect, test } from 'vitest';
import { readCollection } from '../../src/corpus/collection.ts';
import { folderWith } from '../temporary.ts';
import { shown, statementsIn } from './reading.ts';

const talk = [
  'The Briefing Room',
  'MS. ADAMS:  Good afternoon.  We begin.',
  'There is one more thing.',
  'Q    Will there be talks?',
  'MR. O’BRIEN (via interpreter):  Yes.  (Laughter.)',
  'THE PRESIDENT:  He said, “Yes.”',
].join('\n\n');

test('a label names the speaker of what follows, until the next label', () => {
  expect(statementsIn(talk, { kind: 'transcript' }).map(shown)).toEqual([
    'MS. ADAMS: Good afternoon.  We begin.',
    'MS. ADAMS: There is one more thing.',
    'Q: Will there be talks?',
    'MR. O’BRIEN: Yes.  (Laughter.)',
    'THE PRESIDENT: He said, “Yes.”',
  ]);
});

test('labelled speech is speech word for word, and its clause is the label', () => {
  const [, , question, answer] = statementsIn(talk, { kind: 'transcript' });
  expect(question).toMatchObject({ direct: true, speaker: { kind: 'unnamed' }, paragraph: 4 });
  expect(answer).toMatchObject({
    direct: true,
    speaker: { kind: 'named' },
    clause: answer?.speaker && { start: answer.speaker.start },
  });
});

test('labels on lines of one paragraph part it', () => {
  const lines = '[Trump]: We go.\n[Zelenskyy]: We stay\nas we are.\n[Trump]: So be it.';
  expect(statementsIn(lines, { kind: 'transcript' }).map(shown)).toEqual([
    'Trump: We go.',
    'Zelenskyy: We stay\nas we are.',
    'Trump: So be it.',
  ]);
});

test('a line that looks like a label ends what the one before says', () => {
  const text = 'Ida Holm: We go.\n\nSo be it.\n\nKey Points: none.\n\nIt rained.\n\nIda Holm: We stay.';
  expect(statementsIn(text, { kind: 'transcript' }).map(shown)).toEqual([
    'Ida Holm: We go.',
    'Ida Holm: So be it.',
    'Ida Holm: We stay.',
  ]);
});

test('a note on a line of its own is nobody’s, and behind another scene nobody goes on', () => {
  const text = 'MR. LIND: We go.\n\n(Applause.)\n\nThank you.\n\n(BEGIN VIDEO CLIP)\n\nIt rained.';
  expect(statementsIn(text, { kind: 'transcript' }).map(shown)).toEqual([
    'MR. LIND: We go.',
    'MR. LIND: Thank you.',
  ]);
});

test('whoever is called by a surname is who has it with a first name', () => {
  const text = 'JO LIND, COAST RADIO: Good morning.\n\nMS. ROUX: We go.\n\nLIND: Why?';
  const [, , last] = statementsIn(text, { kind: 'transcript' });
  expect(last?.speaker).toMatchObject({ text: 'LIND', resolved: 'JO LIND', kind: 'named' });
});

test('a transcript without labels invents no speakers, and is read as the news are', () => {
  const text = 'We go.\n\nNATO: an alliance of many.\n\n“We stay,” Merz said.';
  expect(statementsIn(text, { kind: 'transcript' }).map(shown)).toEqual(['Merz: “We stay,”']);
});

test('labels mean nothing in the news', () => {
  expect(statementsIn('MR. BROWN: we go.\n\nMR. BROWN: we stay.').map(shown)).toEqual([]);
});

test('a .jsonl line is of kind transcript unless it says otherwise', async () => {
  const lines = [
    { docId: 'a', text: 'x' },
    { docId: 'b', text: 'x', kind: 'news' },
    { docId: 'c', text: 'x', kind: 'blog' },
  ];
  const folder = await folderWith({ 'x.jsonl': lines.map((line) => JSON.stringify(line)).join('\n') });
  const { documents, problems } = await readCollection(`${folder}/x.jsonl`);
  expect(documents.map(({ kind }) => kind)).toEqual(['transcript', 'news']);
  expect(problems.map(({ message }) => message.key)).toEqual(['field.wrong']);
});

test('in a language that is not read, quotations are found and nobody is guessed', () => {
  const text = 'Президент сказав: «Ми будемо говорити про мир завтра». Це «мир».';
  expect(statementsIn(text, { language: 'uk' }).map(shown)).toEqual([
    '?: «Ми будемо говорити про мир завтра»',
  ]);
});
