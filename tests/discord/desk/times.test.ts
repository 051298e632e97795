// Times and lengths of time as people write them, in five languages, and as they read them.
import { describe, expect, test } from 'vitest';
import { durationIn, durationText, secondsTyped } from '../../../src/discord/desk/durations.ts';
import { timeTyped } from '../../../src/discord/desk/when.ts';
import { inEnglish, translator } from '../../../src/messages/messages.ts';

/** A Monday. */
const now = Date.UTC(2026, 0, 5, 12);
const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

describe('a time', () => {
  test.each([
    ['90m', now + 1.5 * hour],
    ['2h', now + 2 * hour],
    ['3 D', now + 72 * hour],
    ['2 hours', now + 2 * hour],
    ['in an hour', now + hour],
    ['half an hour', now + hour / 2],
    ['1h30', now + 1.5 * hour],
    ['18:30', now + 6.5 * hour],
    ['18.30', now + 6.5 * hour],
    ['18h30', now + 6.5 * hour],
    ['18:30 Uhr', now + 6.5 * hour],
    ['um 18 Uhr', now + 6 * hour],
    ['6 pm', now + 6 * hour],
    ['6:30 p.m.', now + 6.5 * hour],
    ['12 am', now + 12 * hour],
    ['11:00', now + 23 * hour],
    ['18:30 UTC', now + 6.5 * hour],
    ['18:30 +02:00', now + 4.5 * hour],
    ['13:00 UTC+2', now + 23 * hour],
    ['tomorrow', now + 12 * hour],
    ['tomorrow 18:30', now + 30.5 * hour],
    ['morgen um 18:30', now + 30.5 * hour],
    ['demain à 18h30', now + 30.5 * hour],
    ['jutro o 18:30', now + 30.5 * hour],
    ['завтра о 18:30', now + 30.5 * hour],
    ['Friday 18:00', now + 4 * day + 6 * hour],
    ['w środę 18:00', now + 2 * day + 6 * hour],
    ['Monday 9:00', now + 7 * day - 3 * hour],
    ['2026-01-06 18:30', Date.UTC(2026, 0, 6, 18, 30)],
    ['2026-01-06T18:30Z', Date.UTC(2026, 0, 6, 18, 30)],
    ['2026-02-01', Date.UTC(2026, 1, 1)],
    ['28.7.2026', Date.UTC(2026, 6, 28)],
    ['28.7.2026 18:30', Date.UTC(2026, 6, 28, 18, 30)],
    ['28.7. 18:30', Date.UTC(2026, 6, 28, 18, 30)],
    ['28.07', Date.UTC(2026, 6, 28)],
    ['28 July 2026, 18:30', Date.UTC(2026, 6, 28, 18, 30)],
    ['July 28 at 6:30 pm', Date.UTC(2026, 6, 28, 18, 30)],
    ['28. Juli 18:30', Date.UTC(2026, 6, 28, 18, 30)],
    ['28 lipca 2026 18:30', Date.UTC(2026, 6, 28, 18, 30)],
    ['28 липня 18:30', Date.UTC(2026, 6, 28, 18, 30)],
    // Of a day that is past this year, the next one.
    ['4 January', Date.UTC(2027, 0, 4)],
    ['never', null],
    ['nie', null],
    ['jamais', null],
  ])('%s is understood', (typed, time) => {
    expect(timeTyped(typed, now, inEnglish)).toBe(time);
  });

  test.each([
    '',
    'soon',
    '0m',
    '-2h',
    '25:00',
    '18:60',
    '13 pm',
    '2026-02-31 10:00',
    '31.2.2026',
    '2026-01-04',
    '2099-01-01',
    'July 2026',
    '99999d',
    '30',
    '2h; drop',
    '5m 2h',
  ])('"%s" is refused', (typed) => {
    expect(() => timeTyped(typed, now, inEnglish)).toThrow('is not a time in the future');
  });

  test('a day that can be two is asked back, with both', () => {
    expect(() => timeTyped('3/4/2026 18:00', now, inEnglish)).toThrow(/3 April 2026 or 4 March 2026/u);
  });
});

describe('a length of time', () => {
  test.each([
    ['24 seconds', 24 * second],
    ['90s', 90 * second],
    ['2m', 2 * minute],
    ['2 min.', 2 * minute],
    ['1,5 h', 1.5 * hour],
    ['1 h 30', 1.5 * hour],
    ['1 hour and 30 minutes', 1.5 * hour],
    ['an hour and a half', 1.5 * hour],
    ['eine halbe Stunde', hour / 2],
    ['2 Std. 5 Min.', 2 * hour + 5 * minute],
    ['une demi-heure', hour / 2],
    ['deux jours', 2 * day],
    ['pół godziny', hour / 2],
    ['5 minut', 5 * minute],
    ['2 tygodnie', 14 * day],
    ['півгодини', hour / 2],
    ['2 хв 30 с', 2 * minute + 30 * second],
    ['три години', 3 * hour],
  ])('%s is understood', (typed, length) => {
    expect(durationIn(typed)).toBe(length);
  });

  test.each(['', '5', 'h', '2 x', '2h 3h', '-5 m', 'm5', 'in', '5 m; rm', '1 2 h'])(
    '"%s" is none',
    (typed) => {
      expect(durationIn(typed)).toBeUndefined();
    },
  );

  test.each([
    ['0', 0],
    ['none', 0],
    ['90', 90],
    ['2m', 120],
    ['1 day', 86_400],
  ])('a pause of %s', (typed, seconds) => {
    expect(secondsTyped(typed, 86_400, inEnglish)).toBe(seconds);
  });

  test.each(['86401', '2 days', 'long', '-1', ''])('a pause of "%s" is refused with what may be', (typed) => {
    expect(() => secondsTyped(typed, 86_400, inEnglish)).toThrow('is no length of time from 0 to 1 day');
  });

  test.each([
    [0, '0 seconds'],
    [400, '0 seconds'],
    [24 * second, '24 seconds'],
    [60 * second, '1 minute'],
    [125 * second, '2 minutes 5 seconds'],
    [59.6 * minute, '59 minutes 36 seconds'],
    [hour + 59.9 * minute, '2 hours'],
    [3 * day, '3 days'],
    [2 * day + 5 * hour + 9 * minute, '2 days 5 hours'],
  ])('%d ms are read as %s', (length, text) => {
    expect(durationText(length, inEnglish)).toBe(text);
  });

  test('in the reader’s language', () => {
    const told = ['de', 'fr', 'pl', 'uk'].map((locale) => durationText(24 * second, translator(locale)));
    expect(told).toEqual(['24 Sekunden', '24\u{a0}secondes', '24 sekundy', '24 секунди']);
  });
});
