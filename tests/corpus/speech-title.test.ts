// Whose speech a title names, and titles that name nobody's.
import { describe, expect, test } from 'vitest';
import { speakerNamed, speakersNamed } from '../../src/corpus/names/speech-title.ts';

describe('one speaker', () => {
  test.each([
    ['Speech by the President of Norland Ida Holm at the Harbour Forum', 'President of Norland Ida Holm'],
    ['Remarks by President Holm on the Strait', 'President Holm'],
    ['Address by President Ida Holm to the Harbour Council', 'President Ida Holm'],
    ['REMARKS BY VICE PRESIDENT LIND', 'VICE PRESIDENT LIND'],
    ['Statement from Press Secretary Ada Lund-Roux', 'Press Secretary Ada Lund-Roux'],
    ['Remarks as Prepared for Delivery by First Lady Ida Holm', 'First Lady Ida Holm'],
    ['Address by Iryna Lind to the Red Cross', 'Iryna Lind'],
    ['Statement by the Spokesperson on the elections', 'Spokesperson'],
    ['Address by the President to the nation at the end of the day', 'President'],
    ['We stand firm: Address by the President of Ukraine', 'President of Ukraine'],
    ['Being brave is our brand - address by President Ida Holm', 'President Ida Holm'],
    [
      'Remarks by Secretary of Health and Human Services Jo Lind',
      'Secretary of Health and Human Services Jo Lind',
    ],
    ['Statement by President Joseph R. Holm, Jr. on the Fire', 'President Joseph R. Holm, Jr'],
    ['Remarks by President Holm Honoring the Champions', 'President Holm'],
    ['Remarks by President Xi Jinping at the opening', 'President Xi Jinping'],
    ['Remarks on a New Harbour Strategy by Director Ida Holm', 'Director Ida Holm'],
    ['First Lady Ida Holm’s Remarks at the Harbour', 'First Lady Ida Holm'],
    ['Remarks by Dr. Ida Holm Assistant to the President on Ships', 'Dr. Ida Holm'],
    ['Rede von Bundeskanzler Holm im Bundestag', 'Bundeskanzler Holm'],
    ['Regierungserklärung des Bundeskanzlers Olaf Holm', 'Bundeskanzlers Olaf Holm'],
    [
      'Discours du Président de la République Luc Favre à la Sorbonne',
      'Président de la République Luc Favre',
    ],
    [
      'Allocution de la ministre des Affaires étrangères Anne Favre',
      'ministre des Affaires étrangères Anne Favre',
    ],
    ['Przemówienie Prezydenta RP Jana Lipy w Sejmie', 'Prezydenta RP Jana Lipy'],
    ['Wystąpienie premiera Jana Lipy', 'premiera Jana Lipy'],
    ['Звернення Президента України', 'Президента України'],
    [
      'Виступ міністра закордонних справ Остапа Гнатюка в Берліні',
      'міністра закордонних справ Остапа Гнатюка',
    ],
  ])('%s', (title, speaker) => {
    const found = speakerNamed(title);
    expect(found?.text).toBe(speaker);
    expect(title.slice(found?.start, found?.end)).toBe(speaker);
  });

  test('an office behind a comma is the speaker’s', () => {
    const title = 'Briefing by Olek Lind, Adviser to the Head of the President’s Office';
    const found = speakerNamed(title);
    expect([found?.text, title.slice(found?.start, found?.whole.end)]).toEqual([
      'Olek Lind',
      title.slice('Briefing by '.length),
    ]);
  });
});

describe('nobody, or several', () => {
  test.each([
    'Joint press conference by President Holm and Chancellor Lind',
    'Remarks by President Holm and Prime Minister Lind',
    'Remarks by President Holm, Prime Minister Lind, and Ida Roux',
    'Remarks by President Holm, Sen. Jo Lind at the Harbour',
    'Briefing by Olek Lind and Denys Roux',
    'Rede von Holm und Lind',
    'Letter to President Holm',
    'Meeting with President Holm',
    'Readout of President Holm’s Call with President Lind',
    'Joint statement by the Foreign Ministers of Norland and Sudmark',
    'Statement by the North Atlantic Council',
    'Statement by NATO',
    'Statement by G7 leaders',
    'Statement from the Vice President’s Office',
    'Message of Hope',
    'Déclaration de Los Angeles sur les migrations',
    'Background Press Call by Senior Administration Officials',
    'Press Briefing by Press Secretary Ada Lund',
    'Statement by President Holm angers the harbour',
    'Speech by Holm: what he said',
    'Ida Holm addressed the people of Norland',
  ])('%s', (title) => {
    expect(speakerNamed(title)).toBeUndefined();
  });

  test('who speaks in turns is told all the same', () => {
    const title = 'Remarks by President Holm, Vice President Lind, and First Lady Ada Holm Before Dinner';
    expect(speakersNamed(title).map(({ start, end }) => title.slice(start, end))).toEqual([
      'President Holm',
      'Vice President Lind',
      'First Lady Ada Holm',
    ]);
    const briefing = 'Press Gaggle by Press Secretary Ada Lund-Roux and Advisor Jo Lind';
    expect(speakersNamed(briefing).map(({ start, end }) => briefing.slice(start, end))).toEqual([
      'Press Secretary Ada Lund-Roux',
      'Advisor Jo Lind',
    ]);
  });
});

test('a long title is read in no time', () => {
  for (const part of ['Remarks by President ', 'of the ', 'A, ', 'and '])
    expect(speakersNamed(part.repeat(50_000)).length).toBeLessThan(13);
});
