// The eight dresses, each in the language of the question.
import { expect, test } from 'vitest';
import { dresses } from './dresses.ts';

const dressed = (question: string, language: string): string[] =>
  Object.values(dresses).map((put) => put(question, language));

test('a question in English', () => {
  expect(dressed("Where did Kyiv's cease-fire of 1.5 days end, and why?", 'en')).toEqual([
    "Where did Kyiv's cease-fire of 1.5 days end, and why?",
    "WHERE DID KYIV'S CEASE-FIRE OF 1.5 DAYS END, AND WHY?",
    "Where Did Kyiv's Cease-Fire Of 1.5 Days End, And Why?",
    "where did kyiv's cease-fire of 1.5 days end and why",
    "Please tell me: Where did Kyiv's cease-fire of 1.5 days end, and why?",
    "Where did Kyiv's cease-fire of 1.5 days end, and why, thanks!",
    'Somebody asked: "Where did Kyiv\'s cease-fire of 1.5 days end, and why?"',
    "<@123456789012345678> hey, Where did Kyiv's cease-fire of 1.5 days end, and why?",
  ]);
});

test.each([
  ['de', 'Wo?', 'Bitte sag mir: Wo?', 'Wo, danke!', 'Jemand hat gefragt: „Wo?“'],
  ['fr', 'Où ?', 'Dites-moi, s’il vous plaît : Où ?', 'Où, merci !', 'Quelqu’un a demandé : « Où ? »'],
  ['pl', 'Gdzie?', 'Proszę, powiedz mi: Gdzie?', 'Gdzie, dziękuję!', 'Ktoś zapytał: „Gdzie?”'],
  ['uk', 'Де?', 'Скажіть, будь ласка: Де?', 'Де, дякую!', 'Хтось запитав: «Де?»'],
])('what is put around it is in %s as well', (language, question, please, thanks, asked) => {
  expect(dressed(question, language).slice(4, 7)).toEqual([please, thanks, asked]);
});

test('letters outside of English are turned into capitals and back, and a dollar sign stays one', () => {
  expect(dressed('Чи їде Żółć über $& là?', 'uk').slice(1, 4)).toEqual([
    'ЧИ ЇДЕ ŻÓŁĆ ÜBER $& LÀ?',
    'Чи Їде Żółć Über $& Là?',
    'чи їде żółć über $ là',
  ]);
  expect(dresses['politeness before']?.('$& $1', 'en')).toBe('Please tell me: $& $1');
});
