// Greetings and the like ask nothing, in five languages; one word that is about something makes a question.
import { describe, expect, it } from 'vitest';
import { bareQuestion } from '../../src/search/question/normalise.ts';
import { isSmallTalk } from '../../src/search/question/small-talk.ts';

const saysNothing = (typed: string): boolean => isSmallTalk(bareQuestion(typed));

describe('small talk', () => {
  it.each([
    ['English', 'Good morning everyone'],
    ['English', 'hi, what can you do?'],
    ['English', 'thanks a lot!!'],
    ['English', 'gm everyone'],
    ['German', 'Guten Morgen zusammen'],
    ['German', 'Grüß dich, wie gehts?'],
    ['German', 'Vielen Dank!'],
    ['German', 'ok danke'],
    ['German', 'hi, was kannst du?'],
    ['French', 'Bonjour à tous'],
    ['French', 'salut, ça va ?'],
    ['French', 'merci beaucoup'],
    ['French', 'hello, ça va ?'],
    ['Polish', 'Dzień dobry'],
    ['Polish', 'cześć, co tam słychać?'],
    ['Polish', 'dziękuję bardzo'],
    ['Ukrainian', 'Добрий день усім'],
    ['Ukrainian', 'привіт, як справи?'],
    ['Ukrainian', 'дуже дякую'],
  ])('in %s: “%s”', (_, typed) => {
    expect(saysNothing(typed)).toBe(true);
  });

  it.each([
    'Good morning, who signed the treaty?',
    'Guten Morgen, wer zahlt für die Garantien?',
    'Bonjour, qui paie les garanties ?',
    'Dzień dobry, kto zapłaci za gwarancje?',
    'Добрий день, хто заплатить за гарантії?',
    'What can Trump do?',
    'Kto zapłaci?',
    // The words of two languages, in which together nobody chats.
    'who was there',
    'who was it made by',
    'Хто сказав?',
  ])('is not what asks something: “%s”', (typed) => {
    expect(saysNothing(typed)).toBe(false);
  });

  it('is a few words: many in a row may be about something', () => {
    expect(isSmallTalk('hi '.repeat(8))).toBe(true);
    expect(isSmallTalk('hi '.repeat(9))).toBe(false);
    expect(isSmallTalk('')).toBe(false);
  });
});
