// Talk written down: labels name who speaks until the next one.
import { expect, test } from 'vitest';
import { type Dossier, emptyDossier } from '../../src/corpus/dossier.ts';
import { readCollection } from '../../src/corpus/files/collection.ts';
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

const told = (value: string) => ({ value, by: 'source' }) as const;
const address =
  'Harbour Hall\n\nDear friends!\n\nWe stay. The strait is open.\n\n(Applause.)\n\n3:05 P.M. EST';

test.each(['transcript', 'statement', 'other'] as const)(
  'the one whom the title of a speech names says all of it (%s)',
  (kind) => {
    const title = told('Speech by the President of Norland Ida Holm at the Harbour');
    const statements = statementsIn(address, { kind, title });
    expect(statements.map(shown)).toEqual([
      'President of Norland Ida Holm: Dear friends!',
      'President of Norland Ida Holm: We stay. The strait is open.',
    ]);
    expect(statements[0]).toMatchObject({ direct: true, speaker: { inTitle: true, kind: 'named' } });
  },
);

test('a line above a speech names its speaker as well', () => {
  const statements = statementsIn(`Remarks by Minister Ida Holm\n\n${address}`, { kind: 'transcript' });
  expect(statements.map(shown)).toEqual([
    'Minister Ida Holm: Dear friends!',
    'Minister Ida Holm: We stay. The strait is open.',
  ]);
});

test.each([
  ['news', 'Speech by President Ida Holm'],
  ['readout', 'Remarks by President Ida Holm'],
  ['treaty', 'Statement by President Ida Holm'],
  ['transcript', 'Remarks by President Holm and Chancellor Lind'],
  ['transcript', 'Letter to President Holm'],
  ['transcript', 'The strait is open'],
] as const)('nobody has all the words of what is no speech of one (%s: %s)', (kind, title) => {
  expect(statementsIn(address, { kind, title: told(title) })).toEqual([]);
});

test.each([
  '“We stay,” President Holm said. Nobody answered.',
  'The hall was full. “We stay,” said Ida Holm.',
  'It was late. Holm said: “We stay.” Nobody answered.',
])('what reports its speaker is no speech of theirs: %s', (text) => {
  const title = told('Statement by President Ida Holm');
  const speakers = statementsIn(`${text}\n\nIt rained all day.`, { kind: 'statement', title }).map(
    ({ speaker }) => speaker?.inTitle,
  );
  expect(speakers).not.toContain(true);
});

test.each([
  'They said Holm would go. We stay.',
  'As my husband, President Holm, said, we stay.',
  '“Holm said he would go.” That is what they wrote.',
])('what a speech tells of its speaker’s name is a part of it: %s', (text) => {
  const title = told('Remarks by First Lady Ida Holm');
  expect(statementsIn(text, { kind: 'statement', title })).toHaveLength(1);
});

test('a speech ends for its speaker where a label names another voice', () => {
  const text = `${address}\n\nQ    Will you stay?\n\nPRESIDENT HOLM:  Yes.\n\nWe will.`;
  expect(
    statementsIn(text, { kind: 'transcript', title: told('Remarks by President Holm') }).map(shown),
  ).toEqual([
    'President Holm: Dear friends!',
    'President Holm: We stay. The strait is open.',
    'Q: Will you stay?',
    'PRESIDENT HOLM: Yes.',
    'PRESIDENT HOLM: We will.',
  ]);
});

test('a sentence with a colon is no other voice in a speech, and a place and a time above labels are nobody’s', () => {
  const list = 'Ships, boats, and the most important: the harbour.\n\nWe stay.';
  const title = told('Remarks by President Holm');
  expect(statementsIn(list, { kind: 'transcript', title })).toHaveLength(2);
  const labelled = 'Harbour Hall\n\n2:20 P.M. EST\n\nTHE PRESIDENT:  We stay.';
  expect(statementsIn(labelled, { kind: 'transcript', title }).map(shown)).toEqual([
    'THE PRESIDENT: We stay.',
  ]);
});

test('talk that begins with a label is talk, however seldom the label comes again', () => {
  const more = Array.from({ length: 30 }, (_, at) => `We stay ${at} days.`).join('\n\n');
  const text = `Harbour Hall\n\n2:20 P.M. EST\n\nTHE PRESIDENT:  Thank you.\n\n${more}\n\nEND 2:40 P.M. EST`;
  expect(statementsIn(text, { kind: 'transcript' })).toHaveLength(31);
  expect(statementsIn(`The harbour was full on Monday.\n\n${text}`, { kind: 'transcript' })).toEqual([]);
});

test('a label with nothing but a note behind it says nothing', () => {
  const text = 'MR. LIND: (Inaudible.)\n\nMS. ROUX: (Laughs.) Yes.\n\nMR. LIND: (Laughter.)';
  expect(statementsIn(text, { kind: 'transcript' }).map(shown)).toEqual(['MS. ROUX: (Laughs.) Yes.']);
});

const dossier: Dossier = {
  ...emptyDossier,
  parties: [
    { id: 'sudmark', name: 'Sudmark', spellings: [], called: [] },
    { id: 'norland', name: 'Norland', spellings: [], called: [] },
  ],
  people: [{ id: 'holm', name: 'Ida Holm', spellings: ['Holm'], called: [], party: 'norland' }],
};

/** The label (kind = whole name, person, party): the words ¶, each with where it has to stand. */
const heard = (text: string): string[] =>
  statementsIn(text.replaceAll('¶', '\n\n'), { kind: 'transcript' }, dossier).map((statement) => {
    const { document, speaker, clause, start, end, paragraph } = statement;
    expect(statement).toMatchObject({ direct: true, hedges: [], annotated: false, spans: [{ start, end }] });
    expect(clause).toEqual({ start: speaker?.start, end: speaker?.end });
    expect(document.text.slice(speaker?.start, speaker?.end)).toBe(speaker?.text);
    const { kind, resolved = '', person = '', party = '' } = speaker ?? {};
    const known = [kind, resolved, person, party].filter((each) => each !== '').join(', ');
    return `${speaker?.text} (${known}): ${document.text.slice(start, end)} ¶${paragraph}`;
  });

test.each([
  [
    'MR. BERG (SUDMARK): We go.¶MR. BERG (SUDMARK): We stay.',
    ['MR. BERG (named, sudmark): We go. ¶1', 'MR. BERG (named, sudmark): We stay. ¶2'],
  ],
  [
    'MR. BERG (Sudmark and Norland): We go.¶MR. LIND: We stay.',
    ['MR. BERG (named): We go. ¶1', 'MR. LIND (named): We stay. ¶2'],
  ],
  [
    'MR. HOLM (Sudmark): We go.¶MR. BERG: We stay.',
    ['MR. HOLM (named, holm, norland): We go. ¶1', 'MR. BERG (named): We stay. ¶2'],
  ],
  [
    'IDA HOLM: We go.¶HOLM: We stay.',
    ['IDA HOLM (named, holm, norland): We go. ¶1', 'HOLM (named, IDA HOLM, holm, norland): We stay. ¶2'],
  ],
  ['Q  Why?¶THE PRESIDENT: So.', ['Q (unnamed): Why? ¶1', 'THE PRESIDENT (named): So. ¶2']],
  ['AUDIENCE: Boo!¶MR. BERG: We go.', ['AUDIENCE (collective): Boo! ¶1', 'MR. BERG (named): We go. ¶2']],
  [
    'MR. BERG: We go.¶(Applause.)¶We stay.¶— (Laughter.) —¶We win.',
    ['MR. BERG (named): We go. ¶1', 'MR. BERG (named): We stay. ¶3', 'MR. BERG (named): We win. ¶5'],
  ],
  [
    'MR. BERG: (Laughter.) (Applause.)¶MR. BERG: [laughs] – ¶MR. BERG: {x}¶MR. BERG: We.',
    ['MR. BERG (named): {x} ¶3', 'MR. BERG (named): We. ¶4'],
  ],
  [
    'MR. BERG: (Laughter.) We.¶MR. BERG: We (laughs.)',
    ['MR. BERG (named): (Laughter.) We. ¶1', 'MR. BERG (named): We (laughs.) ¶2'],
  ],
  [`MR. BERG: (${'x'.repeat(120)})¶MR. BERG: (x`, ['MR. BERG (named): (x ¶2']],
  [`MR. BERG: (${'x'.repeat(121)})`, [`MR. BERG (named): (${'x'.repeat(121)}) ¶1`]],
  ['Q  Why?¶Q  So?', []],
  ['Ida Holm: We go.¶Jo Lind: We stay.', []],
])('who speaks in %s', (text, wanted) => {
  expect(heard(text)).toEqual(wanted);
});
