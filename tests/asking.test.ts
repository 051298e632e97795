// What somebody types that is no question of the sources, or more than one.
import { expect, test } from 'vitest';
import { type Asking, askingIn } from '../src/dialogue/asking.ts';
import { openLibrary } from '../src/library.ts';

const library = await openLibrary('corpus');
const asking = (typed: string): Promise<Asking> => askingIn(typed, library);
const isQuestion = async (typed: string): Promise<boolean> => {
  const found = await asking(typed);
  return found.kind === 'questions' && found.questions.length === 1;
};

test.each([
  ['thanks', 'answer.thanks'],
  ['ok thank you so much!', 'answer.thanks'],
  ['vielen dank', 'answer.thanks'],
  ['Merci beaucoup !', 'answer.thanks'],
  ['dziękuję bardzo', 'answer.thanks'],
  ['дуже дякую', 'answer.thanks'],
  ['what can you do?', 'answer.canDo'],
  ['how does this work', 'answer.canDo'],
  ['was kannst du?', 'answer.canDo'],
  ['tldr', 'answer.summary'],
  ['summarize the talks', 'answer.summary'],
  ['give me a short summary please', 'answer.summary'],
  ['where is this from, whats the source', 'answer.sourcesAt'],
  ['what date is the article from', 'answer.sourcesAt'],
])('%s', async (typed, key) => {
  expect(await asking(typed)).toEqual({ kind: 'said', key });
});

test.each([
  ['more', { kind: 'next' }],
  ['next', { kind: 'next' }],
  ['show me more', { kind: 'next' }],
  ['the next one please', { kind: 'next' }],
  ['weiter', { kind: 'next' }],
  ['the second one', { kind: 'nth', at: 2 }],
  ['open the last one', { kind: 'nth', at: -1 }],
  ['der dritte', { kind: 'nth', at: 3 }],
  ['show me paragraph 9', { kind: 'paragraph', paragraph: 9 }],
  ['¶ 4', { kind: 'paragraph', paragraph: 4 }],
  ['zeig mir Absatz 3', { kind: 'paragraph', paragraph: 3 }],
  ['paragraph number 12', { kind: 'paragraph', paragraph: 12 }],
])('%s', async (typed, expected) => {
  expect(await asking(typed)).toEqual(expected);
});

test.each([
  'european-leaders ¶5',
  '  european-leaders ¶5.',
  '“european-leaders ¶5”',
  'european-leaders ¶5–7',
  'european-leaders 5',
  'European Leaders ¶5',
  'european-leaders ¶5 · European Leaders Reaffirm Support for Ukraine · [16 August 2025]',
])('a pasted citation opens: %s', async (typed) => {
  expect(await asking(typed)).toMatchObject({ kind: 'citation' });
});

test.each([
  'what is Article 5',
  'Article 5',
  'Who offers more?',
  'more sanctions',
  'What is the next step?',
  'the second summit',
  'What can Trump do?',
  'Who thanks the United States?',
  'Summarize what Meloni said',
  'the source of the proposal',
])('a question stays one: %s', async (typed) => {
  expect(await isQuestion(typed)).toBe(true);
});

test.each([
  ['when did she say that', 'she'],
  ['what else did she say?', 'she'],
  ['and what did he say about it?', 'he'],
  ['what did he agree to', 'he'],
  ['who is she', 'she'],
  ['what do they want', 'they'],
  ['Was hat er gesagt?', 'er'],
  ['Co one zrobiły?', 'one'],
])('whom does it mean: %s', async (typed, word) => {
  expect(await asking(typed)).toEqual({ kind: 'whom', word });
});

test.each([
  'What did Meloni say when she spoke to the senators?',
  'When she spoke to the senators, what did Meloni say?',
  'Did the president say that he had agreed?',
  'What did the leaders say they would do?',
  'who said he had agreed with Putin',
  'did trump say what he wants',
  'Why did the talks end before they began?',
  'which one was it',
  'er when was it signed',
])('somebody can be meant: %s', async (typed) => {
  expect(await isQuestion(typed)).toBe(true);
});

test.each([
  ['who signed the statement and when was it published', 2],
  ['who signed the statement and when was it published and is there a ceasefire', 3],
  ['what did trump say after the talks and what did the europeans say', 2],
  ['Where was the summit? Who was there?', 2],
  ['How many leaders signed and how long will the sanctions last?', 2],
  ['Wer hat unterschrieben und wann war der Gipfel?', 2],
  ['Womit droht Putin und woher kommen die Soldaten?', 2],
  ['Що сказав Сибіга і коли він приїхав до Києва?', 2],
  ['«Хто підписав угоду та які країни її підтримали?»', 2],
  ['Кого запросив Трамп і чим закінчилися переговори?', 2],
  ['Kto podpisał umowę i gdzie odbył się szczyt?', 2],
  ['Où était le sommet et qui a signé la déclaration ?', 2],
])('several questions are told apart: %s', async (typed, count) => {
  const found = await asking(typed);
  expect(found.kind === 'questions' && found.questions).toHaveLength(count);
});

test.each([
  'When and where did they all meet in Alaska?',
  'What did Trump and Putin agree on?',
  'What is the difference between what was said and what was done?',
  'Do the sources say what Trump wants and what Putin wants?',
  'Who went to Alaska and did nothing?',
  'peace setlement or ceasfire, wich way did trump and puttin agree on',
  'Зеленський сказав що підпише угоду і що робить Путін зараз?',
  'Трамп не знає коли почнуться переговори і хто туди поїде?',
  'Żołnierze wiedzą kto podpisał umowę i kto jej nie podpisał?',
  'Як велика різниця і що це значить для Києва?',
  'Яка різниця між ними і кого це стосується найбільше?',
  'Wie groß ist der Unterschied und was bedeutet das für Kyjiw?',
  'Jak duża jest różnica i co to znaczy dla Kijowa?',
])('one question stays one: %s', async (typed) => {
  const found = await asking(typed);
  expect(found.kind === 'questions' ? found.questions : [typed]).toEqual([typed]);
});

test('of the one person whom the first names is the second asked', async () => {
  expect(await asking('When did Meloni speak to the senators and what did she say?')).toEqual({
    kind: 'questions',
    questions: ['When did Meloni speak to the senators', 'what did Meloni say?'],
  });
});

test.each([
  ['Що сказав Сибіга і коли він приїхав до Києва?', 'коли Сибіга приїхав до Києва?'],
  ['Чому Свириденко мовчала і коли вона приїхала до Києва?', 'коли Свириденко приїхала до Києва?'],
  ['Was sagte Merz und wann kam er nach Kyjiw?', 'wann kam Merz nach Kyjiw?'],
  ['Dlaczego Nowak milczała i kiedy ona przyjechała do Kijowa?', 'kiedy Nowak przyjechała do Kijowa?'],
])(
  'whoever is named in another script, or has a capital as nouns have, is named again: %s',
  async (typed, second) => {
    const found = await asking(typed);
    expect(found.kind === 'questions' && found.questions[1]).toBe(second);
  },
);
