// Dates as they are written in five languages, and numbers that are none.
import { describe, expect, test } from 'vitest';
import {
  dateLineOf,
  footDateOf,
  isStamp,
  leadDateOf,
  titleDateOf,
} from '../../src/importers/about/dateline.ts';
import { dateIn } from '../../src/importers/about/dates.ts';

describe('a date', () => {
  test.each([
    ['2025-08-16T23:30:00+02:00', '2025-08-16'],
    ['20250816', '2025-08-16'],
    ['D:20250816100000Z', '2025-08-16'],
    ['2025-08', '2025-08'],
    ['Fri, 03/14/2025 - 10:30', '2025-03-14'],
    ['14/03/2025', '2025-03-14'],
    ['Tue, 03/04/2025', '2025-03-04'],
    ['Wednesday, 03/05/2025 – 9:00', '2025-03-05'],
    ['jeudi 03/04/2025 à 9 h', '2025-04-03'],
    ['28.7.2025', '2025-07-28'],
    ['28. 07. 2025, 17:45 Uhr', '2025-07-28'],
    ['14. März 2025', '2025-03-14'],
    ['Freitag, den 14. März 2025', '2025-03-14'],
    ['2. Jänner 2025', '2025-01-02'],
    ['le 1er août 2025', '2025-08-01'],
    ['14 févr. 2025', '2025-02-14'],
    ['14 marca 2025 r.', '2025-03-14'],
    ['1 października 2025', '2025-10-01'],
    ['14 березня 2025 року', '2025-03-14'],
    ['28 липня 2025 року - 16:20', '2025-07-28'],
    ['March 14th, 2025', '2025-03-14'],
    ['12–13 May 2025', '2025-05-13'],
    ['Sept. 3, 2025', '2025-09-03'],
    ['Posted: 2025-03-14 10:30', '2025-03-14'],
    ['May 2025', '2025-05'],
    ['Mai 2025', '2025-05'],
  ])('%s', (written, date) => {
    expect(dateIn(written)).toBe(date);
  });

  test.each([
    '03/04/2025',
    'Wed, 03/12/2025',
    '31 June 2025',
    '14 Marching 2025',
    '41.13.2025',
    'soon',
    '12:30',
    '1.2.3',
    'No. 14/2025',
  ])('is not told by %s', (written) => {
    expect(dateIn(written)).toBeUndefined();
  });
});

describe('a line of place and date', () => {
  test.each([
    ['Geneva, 12 May 2025', '2025-05-12', 'Geneva'],
    ['GENEVA — May 12, 2025', '2025-05-12', 'GENEVA'],
    ['Washington, D.C., May 12, 2025', '2025-05-12', 'Washington, D.C.'],
    ['Frankfurt am Main, den 14. März 2025', '2025-03-14', 'Frankfurt am Main'],
    ['Berlin, Freitag, 14. März 2025, 10.30 Uhr', '2025-03-14', 'Berlin'],
    ['Paris, le 1er avril 2025', '2025-04-01', 'Paris'],
    ['Warszawa, dnia 14 marca 2025 r.', '2025-03-14', 'Warszawa'],
    ['Київ, 14 березня 2025 року', '2025-03-14', 'Київ'],
    ['м. Київ, 14 березня 2025 р.', '2025-03-14', 'Київ'],
    ['Published: 14 March 2025', '2025-03-14', undefined],
    ['Published 14 March 2025 | Updated 16 March 2025', '2025-03-14', undefined],
    ['Fri, 03/14/2025 - 10:30', '2025-03-14', undefined],
    ['Publié le 14 mars 2025 à 10h30', '2025-03-14', undefined],
    ['Veröffentlicht am 28.7.2025', '2025-07-28', undefined],
    ['Opublikowano: 12 maja 2025', '2025-05-12', undefined],
    ['2025-05-12', '2025-05-12', undefined],
    ['(Geneva, 12 May 2025)', '2025-05-12', 'Geneva'],
    ['Signed at Teal Point on 12 December 2024', '2024-12-12', 'Teal Point'],
    ['Done at Vienna, this 14th day of March 2025.', '2025-03-14', 'Vienna'],
    ['Unterzeichnet in Bern am 14. März 2025', '2025-03-14', 'Bern'],
    ['Fait à Port-Nord, le 1er avril 2025', '2025-04-01', 'Port-Nord'],
    ['Podpisano w Warszawie dnia 14 marca 2025 r.', '2025-03-14', 'Warszawie'],
    ['Вчинено в м. Київ 14 березня 2025 року', '2025-03-14', 'Київ'],
    ['Notes of the secretariat, Lorrick, 23 September 2024', '2024-09-23', 'Lorrick'],
    ['Minutes, Geneva, 12 May 2025', '2025-05-12', 'Geneva'],
    ['Gesprächsvermerk der Botschaft, Bern, 14. März 2025', '2025-03-14', 'Bern'],
    ['Procès-verbal de la séance, Port-Nord, le 1er avril 2025', '2025-04-01', 'Port-Nord'],
    ['Notatka służbowa, Kraków, 14 marca 2025 r.', '2025-03-14', 'Kraków'],
    ['Протокол засідання, Київ, 14 березня 2025 року', '2025-03-14', 'Київ'],
    ['27 березня 2025 року, 10 година', '2025-03-27', undefined],
    ['14 marca 2025 r., godz. 10', '2025-03-14', undefined],
    ['le 14 mars 2025, 15 heures', '2025-03-14', undefined],
  ])('%s', (line, date, place) => {
    expect(dateLineOf(line)).toEqual({ date, ...(place !== undefined && { place }) });
  });

  test.each([
    'The agreement of 16 August 2025 holds.',
    'Talks resume on 12 May 2025',
    'Deadline: 12 May 2025',
    'Since 12 May 2025',
    'Updated 16 March 2025',
    'See the minutes, 12 May 2025',
    'Joint Statement, 12 May 2025',
    'Geneva',
    'Stand: 14. März 2025',
    'Das Treffen am 14. März 2025 entfällt',
    'Next meeting: Tuesday, 1 April 2025',
    'MR. PRICE: 12 May 2025.',
    'Signed at a late hour on 12 May 2025',
    'Signed at Geneva on 12 May 2025, the treaty never entered into force',
    'Signed by Norland on 12 May 2025',
    'Unterzeichnet in aller Stille am 14. März 2025',
    'Done with it on 12 May 2025',
    'Fait à la hâte le 1er avril 2025',
    'Protokoll, 12. Mai 2025',
    'Notes on the meeting in Lorrick on 23 September 2024',
    'Notes will be sent, Geneva, 12 May 2025',
    'Next meeting of the council, Geneva, 12 May 2025',
    'Minutes of 3 May, Geneva, 12 May 2025',
    'Пʼять годин 27 березня 2025 року',
  ])('is not: %s', (line) => {
    expect(dateLineOf(line)).toBeUndefined();
  });
});

describe('a line of an hour or of a change', () => {
  test.each([
    '18:20',
    '18:20 Uhr',
    '6.02 p.m.',
    'Stand: 13.05.2025 18:40 Uhr',
    'Last modified on Wed 5 Mar 2025 09.00 GMT',
    'Mis à jour le 5 mars 2025 à 9h12',
  ])('%s', (line) => {
    expect(isStamp(line)).toBe(true);
  });
  test.each([
    'Beginn: 9.02 Uhr',
    '14 March 2025',
    'Talks resume at 18:20.',
    'Updated rules',
    '12',
    'Schluss',
  ])('is not: %s', (line) => {
    expect(isStamp(line)).toBe(false);
  });
});

describe('a text that begins with place and date', () => {
  test.each([
    [
      'Putrajaya, 28 July 2025. The Prime Minister’s Office announced a ceasefire.',
      '2025-07-28',
      'Putrajaya',
    ],
    ['GENEVA, 16 August 2025 – The talks went on for another day.', '2025-08-16', 'GENEVA'],
    ['Port-Nord, le 1er avril 2025. – Le Président s’est entretenu ce mardi.', '2025-04-01', 'Port-Nord'],
    ['(Westhafen, 12. Mai 2025) Die Außenminister erklären:', '2025-05-12', 'Westhafen'],
    ['Berlin, 14.03.2025: Der Minister hat heute gesprochen.', '2025-03-14', 'Berlin'],
    ['Kraków, 14 marca 2025 r. – Rząd ogłosił decyzję.', '2025-03-14', 'Kraków'],
    ['Київ, 14 березня 2025 року. Уряд ухвалив рішення.', '2025-03-14', 'Київ'],
    ['Published on 5 January 2026 by the Secretariat.', '2026-01-05', undefined],
    ['Veröffentlicht am 5. Januar 2026 vom Sekretariat.', '2026-01-05', undefined],
    ['12 May 2025 – The two sides met again.', '2025-05-12', undefined],
  ])('%s', (text, date, place) => {
    expect(leadDateOf(text)).toEqual({ date, ...(place !== undefined && { place }) });
  });

  test.each([
    'On 12 May 2025, the ministers met in Geneva.',
    'The deadline is 28 July 2025. The parties know it.',
    'Since 12 May 2025. That is how long it is.',
    'Norland signed on 12 May 2025. Sudmark did not.',
    'Norland published on 12 May 2025 – and Sudmark did not.',
    'Am 14. März 2025. Da war es so weit.',
    'Publishing on 5 January 2026 was a mistake.',
    'Geneva, 12 May 2025 was the day on which it began.',
  ])('is not: %s', (text) => {
    expect(leadDateOf(text)).toBeUndefined();
  });
});

describe('the foot of a text tells its day', () => {
  test.each([
    ['м. Стирград, 17 квітня 2025 року', '2025-04-17'],
    ['Done at Geneva on 12 May 2025, in two originals in the English language.', '2025-05-12'],
    ['Geschehen zu Veldmarkstadt am 22. Januar 2025 in zwei Urschriften.', '2025-01-22'],
    ['Fait à Port-Nord, le 1er avril 2025, en double exemplaire.', '2025-04-01'],
    ['Sporządzono w Grodnicy dnia 12 maja 2025 r. w dwóch egzemplarzach.', '2025-05-12'],
    ['Вчинено в Києві 14 березня 2025 року у двох примірниках.', '2025-03-14'],
    ['Bern, den 14. März 2025', '2025-03-14'],
  ])('%s', (text, date) => {
    expect(footDateOf(text)?.date).toBe(date);
  });

  test.each([
    '12 May 2025',
    'Stand: 14. März 2025',
    'Signed in Geneva on 12 May 1998, the convention never entered into force.',
    'Done by the secretariat on 12 May 2025 in great haste.',
    'The next meeting will be held in Geneva on 12 May 2025.',
    'Geschehen zu Ostern, wie am 22. Januar 2025 angekündigt.',
    'Угоду підписано в Києві 14 березня 2025 року у двох примірниках.',
  ])('is not told by: %s', (text) => {
    expect(footDateOf(text)).toBeUndefined();
  });
});

describe('the rest of a title behind the kind of document is its day', () => {
  test.each([
    ['du 21 mai 2025', '2025-05-21'],
    ['of 12 May 2025', '2025-05-12'],
    ['vom 14. März 2025', '2025-03-14'],
    ['z dnia 14 marca 2025 r.', '2025-03-14'],
    ['від 14 березня 2025 року', '2025-03-14'],
    ['Geneva, 12 May 2025', '2025-05-12'],
    ['12 May 2025', '2025-05-12'],
  ])('%s', (rest, date) => {
    expect(titleDateOf(rest)?.date).toBe(date);
  });

  test.each([
    'on the attack of 3 March 2025',
    'zum 14. März 2025',
    'sur les événements du 21 mai 2025',
    'w rocznicę 14 marca 2025 r.',
    'про події 14 березня 2025 року',
    'by the minister before the summit of 12 May 2025',
    '',
  ])('and is not: %s', (rest) => {
    expect(titleDateOf(rest)).toBeUndefined();
  });
});
