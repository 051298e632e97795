// What somebody means who goes on from an answer: each with what was asked and who spoke before.
import { expect, test } from 'vitest';
import { type Asking, askingIn } from '../src/dialogue/asking.ts';
import { type Before, without } from '../src/dialogue/going-on.ts';
import { openLibrary } from '../src/library.ts';

const library = await openLibrary('corpus');
const asking = (typed: string, before: Before): Promise<Asking> => askingIn(typed, library, before);
const meloni = { question: 'what did meloni tell the senators' };

test.each([
  ['what else did she say?', 'what else did meloni say?'],
  ['when did she say that', 'when did meloni say that'],
  ['Was hat sie noch gesagt?', 'Was hat meloni noch gesagt?'],
  ['Co ona powiedziała?', 'Co meloni powiedziała?'],
  ['Що вона сказала?', 'Що meloni сказала?'],
  ['and Putin?', 'what did Putin tell the senators'],
  ['what about putin', 'what did putin tell the senators'],
  ['ok and Starmer?', 'what did Starmer tell the senators'],
  ['und Merz?', 'what did Merz tell the senators'],
  ['et Macron ?', 'what did Macron tell the senators'],
  ['a co z Putinem?', 'what did Vladimir Putin tell the senators'],
  ['а Путін?', 'what did Vladimir Putin tell the senators'],
])('after a question about Meloni: %s', async (typed, question) => {
  expect(await asking(typed, meloni)).toMatchObject({ kind: 'questions', questions: [question] });
});

test.each([
  ['what else did he say', meloni, 'he'],
  ['what else did she say', { question: 'what did trump say after the talks' }, 'she'],
  ['what did he agree to', { question: 'what did Trump and Putin agree on' }, 'he'],
  ['what else did she say', { question: 'Can borders be changed by force?' }, 'she'],
  ['when did she say that', {}, 'she'],
  ['what did they say', meloni, 'they'],
  // Another one spoke, whom it fits as well.
  ['what else did he say', { question: 'what did Macron say', speaker: 'Keir Starmer' }, 'he'],
  ['what else did she say', { speaker: 'the diplomatic source' }, 'she'],
])('nobody is guessed: %s after %j', async (typed, before, word) => {
  expect(await asking(typed, before)).toEqual({ kind: 'whom', word });
});

test.each([
  [{ speaker: 'Italian Prime Minister Giorgia Meloni' }, 'what else did Giorgia Meloni say'],
  [{ question: 'who told the senators something', speaker: 'Meloni' }, 'what else did Giorgia Meloni say'],
  [{ question: 'what did Trump and Meloni say' }, 'what else did Meloni say'],
])('whoever spoke, or is the only one whom it fits, is meant: %j', async (before, question) => {
  expect(await asking('what else did she say', before)).toMatchObject({ questions: [question] });
});

test.each(['and sanctions?', 'what about article 5', 'and the weather?', 'and', 'what about Atlantis'])(
  'what names nobody stays as it was typed: %s',
  async (typed) => {
    expect(await asking(typed, meloni)).toMatchObject({ kind: 'questions', questions: [typed] });
  },
);

test('a question that stands alone is not changed by what was asked before', async () => {
  for (const typed of ['Can borders be changed by force?', 'what did Putin say', 'who is in the EU and NATO'])
    expect(await asking(typed, meloni)).toEqual({ kind: 'questions', questions: [typed] });
});

test.each(['source?', 'sources', 'where is this from', 'Quelle?', 'źródła', 'джерела'])(
  'where it stands is asked of what was shown: %s',
  async (typed) => {
    expect(await asking(typed, meloni)).toEqual({ kind: 'source' });
  },
);

test('who shall have said something else is not cited with the same again', async () => {
  const found = await asking('what else did she tell them', meloni);
  expect(found).toMatchObject({ apart: 'meloni' });
  const answer = await library.ask('what else did meloni tell the senators');
  const [first] = answer.citations;
  const rest = without(answer, [first!.passage], 'Giorgia Meloni');
  expect(rest).toMatchObject({ outcome: 'none', closest: true });
  expect(rest.citations.length).toBeGreaterThan(0);
  for (const { passage } of rest.citations) expect(passage.text).toContain('Meloni');
  expect(rest.citations.map(({ passage }) => passage)).not.toContain(first!.passage);
  expect(without(answer, [], 'Nobody').citations).toEqual([]);
  expect(without(answer, [library.passages[0]!], 'Giorgia Meloni')).toBe(answer);
});
