// However a question is typed, the same is asked.
import { describe, expect, test } from 'vitest';
import { once } from '../../src/common/steps.ts';
import { readCollection } from '../../src/corpus/files/collection.ts';
import { openSearch } from '../../src/search/answer.ts';
import { bareQuestion } from '../../src/search/question/normalise.ts';

const { passages, dossier } = await readCollection('corpus');
const search = once(() => openSearch(passages, { dossier }));

const asked = [
  'What did the European leaders say about borders?',
  'Who confirmed the American proposal to AFP?',
  'Did Zelenskyy speak with Trump after the Alaska summit?',
  'Which countries would the guarantee protect?',
  'When will the leaders meet in Washington?',
  'How many leaders signed the joint statement?',
  'Why is NATO membership a red line for Russia?',
];

const titled = (text: string): string =>
  text.replace(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase());

const dresses: [name: string, dress: (text: string) => string][] = [
  ['as written', (text) => text],
  ['in capitals', (text) => text.toUpperCase()],
  ['in Title Case', titled],
  ['in small letters without a mark', (text) => text.toLowerCase().replace(/\?$/, '')],
  ['with politeness in front', (text) => `Could somebody please tell me: ${text}`],
  ['with politeness behind', (text) => `${text} Thanks a lot in advance!`],
  ['asked by somebody else', (text) => `Somebody asked: “${text}”`],
  ['with a mention and chat', (text) => `<@123456789> hi all, quick one: **${text}** <:think:987654> lol`],
];

describe.each(dresses)('a question %s', (_, dress) => {
  test.each(asked)('has the terms and asks for the kind of “%s”', (text) => {
    const termsOf = (typed: string) => {
      const { terms, kind, negated, focus } = search().understand(typed);
      return {
        terms: terms.map(({ term, isName, weight }) => ({ term, isName, weight })),
        kind,
        negated,
        focus,
      };
    };
    expect(termsOf(dress(text))).toEqual(termsOf(text));
  });
});

describe('address and politeness are taken off', () => {
  test.each([
    [
      'in German',
      'Hallo zusammen, kann mir jemand sagen, wer unterschrieben hat? Danke!',
      'wer unterschrieben hat?',
    ],
    ['in French', 'Bonjour à tous, pourriez-vous me dire qui a signé ? Merci d’avance', 'qui a signé ?'],
    ['in Polish', 'Cześć, czy ktoś wie, kto to podpisał? Z góry dziękuję', 'kto to podpisał?'],
    ['in Ukrainian', 'Добрий день! Підкажіть, будь ласка, хто це підписав? Дякую', 'хто це підписав?'],
    ['with quotation marks', '"Who signed it?"', 'Who signed it?'],
    ['with marks of Markdown', '> **who** signed ||it||?', 'who signed it?'],
    [
      'with channels, times and links',
      'Who signed? <#12> <t:1755:R> https://example.org/a?b=c',
      'Who signed?',
    ],
  ])('%s', (_, typed, bare) => {
    expect(bareQuestion(typed)).toBe(bare);
  });
});

describe('left as it is', () => {
  test.each([
    ['quoted words within a question', 'Did he say "never" or "not now"?'],
    ['what asks itself and has a colon', 'Who asked: "How long?"'],
    ['names beside each other', 'Did President Donald Trump call Volodymyr Zelenskyy?'],
    ['a name with an article', 'What is The Hague Group?'],
    ['such a name behind a verb', 'Who leads The Hague Group now?'],
    ['a title within a question', 'What does the Treaty On Good Neighbours say?'],
    ['nothing but politeness', 'Thanks!'],
    ['nothing at all', ''],
    ['a word of thanks that is asked about', 'Who thanked Meloni for the idea?'],
  ])('%s', (_, typed) => {
    expect(bareQuestion(typed)).toBe(typed);
  });
});

test('a country is told from "us", and the EU known, in any case', () => {
  const namesIn = (typed: string) =>
    search()
      .understand(typed)
      .terms.filter(({ isName }) => isName).length;
  for (const typed of [
    'What did the US tell the EU?',
    'WHAT DID THE US TELL THE EU?',
    'what did the us tell the eu',
  ])
    expect(namesIn(typed), typed).toBe(2);
  expect(namesIn('who told us')).toBe(0);
});

test('a greeting with a mention is small talk, and asks nothing', async () => {
  expect((await search().ask('<@123> hi there!')).smallTalk).toBe(true);
});

test('six hundred characters are read, up to the end of a sentence', () => {
  const bare = bareQuestion('Who signed the treaty? '.repeat(100));
  expect(bare.length).toBeGreaterThan(550);
  expect(bare.length).toBeLessThanOrEqual(600);
  expect(bare.endsWith('treaty?')).toBe(true);
  expect(bareQuestion('x'.repeat(5000)).length).toBeLessThanOrEqual(600);
});

test('what is read is read again as it is', () => {
  for (const [, dress] of dresses)
    for (const text of asked) {
      const bare = bareQuestion(dress(text));
      expect(bareQuestion(bare)).toBe(bare);
    }
});
