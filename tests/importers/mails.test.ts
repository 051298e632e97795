// Mails that were passed on: what mail programs of five languages write above a text and below it.
import { describe, expect, test } from 'vitest';
import { taken } from './taken.ts';

const one =
  'The two towns agreed on Monday that the ferry will sail again from the first of May, if the ice is gone.';
const two =
  'Who pays for the second pilot is to be settled by a commission, which meets in the old customs house.';
const read = (text: string): ReturnType<typeof taken> => taken('mail.txt', text);

describe('a mail that is passed on', () => {
  test.each([
    [
      '-------- Treść przekazanej wiadomości --------\nTemat: Prom wraca\nData: Fri, 3 Jul 2026 16:22:40 +0200\nNadawca: Biuro <a@b.example>\nAdresat: Lista <c@d.example>\nKopia: e@f.example',
      'Prom wraca',
    ],
    [
      '---------- Forwarded message ---------\nFrom: Desk <a@b.example>\nDate: Fri, 3 Jul 2026 at 16:22\nSubject: Fwd: The ferry is back\nTo: <c@d.example>',
      'The ferry is back',
    ],
    [
      '-------- Weitergeleitete Nachricht --------\nBetreff: WG: Die Fähre fährt\nDatum: Fr., 3. Juli 2026, 16:22 Uhr\nVon: Presse <a@b.example>\nAn: c@d.example',
      'Die Fähre fährt',
    ],
    [
      'Début du message transféré :\n\nDe : Presse <a@b.example>\nObjet : Le bac revient\nDate : 3 juillet 2026 à 16:22\nÀ : c@d.example',
      'Le bac revient',
    ],
    [
      '---------- Переслане повідомлення ---------\nВід: Пресслужба <a@b.example>\nДата: пт, 3 лип. 2026 р. о 16:22\nТема: Пором повертається\nКому: <c@d.example>',
      'Пором повертається',
    ],
    [
      'Anfang der weitergeleiteten Nachricht:\n\nVon: Presse <a@b.example>\nBetreff: Die Fähre fährt\nDatum: 3. Juli 2026 um 16:22:40 MESZ\nAn: Liste <c@d.example>',
      'Die Fähre fährt',
    ],
    ['Betreff: Die Fähre fährt\nVon: A\nGesendet: Freitag, 3. Juli 2026 16:22\nAn: B', 'Die Fähre fährt'],
  ])('tells title and day, and a note above it is no text: %s', async (head, title) => {
    for (const note of [
      '',
      'For the archive, this is the last version of it.\nThe other one can go. – K.\n\n',
    ]) {
      // Above a header alone a note is a paragraph.
      if (note !== '' && !/^[-\p{L} ]+(?:-| ?:)\n/u.test(head)) continue;
      const { paragraphs, metadata } = await read(`${note}${head}\n\n\n${one}\n\n${two}\n`);
      expect(paragraphs).toEqual([one, two]);
      expect([metadata.title?.told.value, metadata.published?.told.value]).toEqual([title, '2026-07-03']);
    }
  });

  test('and passed on again is the mail that was sent first', async () => {
    const head = (subject: string, day: string): string =>
      `---------- Forwarded message ---------\nFrom: A\nDate: ${day}\nSubject: ${subject}\nTo: B\n\n`;
    const { paragraphs, metadata } = await read(
      `See below.\n\n${head('Fwd: Fwd: x', '5 July 2026')}For you.\n\n${head('The ferry is back', '3 July 2026')}${one}\n\n${two}\n`,
    );
    expect(paragraphs).toEqual([one, two]);
    expect([metadata.title?.told.value, metadata.published?.told.value]).toEqual([
      'The ferry is back',
      '2026-07-03',
    ]);
  });

  test.each([
    ['a line alone', `${one}\n\n-------- Forwarded message --------\n\n${two}`],
    ['a sentence about it', `${one}\n\nForwarded message: nothing of it was true.\n\n${two}`],
    [
      'below a text that is longer',
      `${one}\n\n${one}\n\n${two}\n\n-- Forwarded message --\nFrom: A\nTo: B\nSubject: C\n\nYes.`,
    ],
    ['people and a day', `Von: Nordheim\nNach: Merrow\nDatum: 3. Juli 2026\n\n${one}\n\n${two}`],
    ['a talk', `DE : Bonjour.\nA : Bonsoir.\nOBJET : Rien.\n\n${one}\n\n${two}`],
    ['two lines', `Temat: Prom\nData: 3 lipca 2026\n\n${one}\n\n${two}`],
  ])('is none: %s', async (_, text) => {
    const { paragraphs, notes } = await read(text);
    expect(paragraphs.join('\n')).toContain(one);
    expect(notes.map(({ key }) => key)).not.toContain('import.note.mailLines');
  });
});

describe('a signature', () => {
  const head = 'From: A\nDate: 3 July 2026\nSubject: The ferry is back\n\n';
  test.each([
    ['-- \nAnn Olden\nPress officer', undefined],
    [
      '-- \nBiuro Prasowe\nMinisterstwo Spraw Zagranicznych Zalesia\ntel. 22 000\n\nTen list jest poufny.',
      'Ministerstwo Spraw Zagranicznych Zalesia',
    ],
    ['-- \nBundesministerium für Verkehr\nPressestelle', 'Bundesministerium für Verkehr'],
    ['-- \nМіністерство закордонних справ\nвул. Соборна, 1', 'Міністерство закордонних справ'],
    ['-- \nMinistère des affaires étrangères – service de presse', 'Ministère des affaires étrangères'],
    ['-- \nTeal News Agency, 9 Pier Road', 'Teal News Agency'],
  ])('goes with what is below it: %s', async (signature, publisher) => {
    for (const above of [head, '']) {
      const { paragraphs, metadata } = await read(`${above}${one}\n\n${two}\n\n${signature}\n`);
      expect(paragraphs).toEqual([one, two]);
      if (above !== '') expect(metadata.publisher?.told.value).toBe(publisher);
    }
  });

  test.each([
    ['dashes between parts', `${one}\n\n--\n\n${two}`],
    ['a dash before a name', `${one}\n\n-- Ann Olden, spokesperson of the two towns\n\n${two}`],
    ['a rule', `${one}\n\n-----\n\n${two}`],
    ['much text below', `${one}\n\n-- \n${`${one}\n\n`.repeat(9)}${two}`],
    ['what was said', `${one}\n\n– ${two}`],
    ['three dashes', `${one}\n\n--- \n${two}`],
  ])('is none: %s', async (_, text) => {
    expect((await read(`${two}\n\n${text}\n`)).text).toContain(two.slice(0, 40));
    const { paragraphs } = await read(`Ferry\n\n${text}\n`);
    expect(paragraphs.at(-1)).toContain(two.slice(-40));
  });
});
