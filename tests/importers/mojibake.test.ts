// UTF-8 that was taken for an older encoding is told with what would stand there; the text stays as it is.
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { Taken } from '../../src/importers/imported.ts';
import { docx, paragraph } from './files.ts';
import { taken } from './taken.ts';

const about = ({ warnings }: Pick<Taken, 'warnings'>) =>
  warnings.filter(({ key }) => key.startsWith('import.warning.mojibake'));

const taker: Readonly<Record<string, (bytes: Buffer) => string>> = {
  'Latin-1': (bytes) => bytes.toString('latin1'),
  ...Object.fromEntries(
    ['windows-1252', 'windows-1251', 'windows-1250', 'macintosh', 'iso-8859-2'].map((encoding) => [
      encoding,
      (bytes: Buffer) => new TextDecoder(encoding).decode(bytes),
    ]),
  ),
};

const sentences: Readonly<Record<string, string>> = {
  English:
    '“We’ll sign on Friday,” said Ida Holm — the minister’s first clear word. The fee is 250 € a boat; the café stayed open…',
  German:
    '„Wir müssen die Grenze überprüfen“, sagte Außenministerin Jäger. Die Gebühr beträgt 250 €, größer als früher.',
  French:
    'Le président a déclaré : « Nous irons jusqu’au bout, voilà tout. » Où est l’été ? À Genève, dès demain.',
  Polish:
    '„Możemy podpisać umowę w piątek” – powiedział minister. Łódź, Kraków i Gdańsk są gotowe; żadnych opłat.',
  Ukrainian:
    '«Ми підпишемо угоду в п’ятницю», – сказала міністерка. Її слова почули всі: кордон не зміниться, Європа згодна.',
};

const plain = 'The second paragraph has nothing but plain letters, and nobody touches it.';

describe.each(Object.entries(sentences))('%s', (_, sentence) => {
  test.each(Object.entries(taker))('read as %s, once and twice', async (_name, take) => {
    let text = sentence;
    for (let time = 1; time <= 2; time++) {
      text = take(Buffer.from(text));
      const read = await taken('a.txt', `${plain}\n\n${text}\n`);
      expect(about(read)).toMatchObject([
        { key: 'import.warning.mojibake', values: { count: 1, paragraphs: '¶2' } },
      ]);
      // Nobody said so yet.
      expect(read.paragraphs[1]).not.toContain(sentence.slice(0, 20));
      expect(read.mended?.paragraphs).toEqual([plain, sentence.replaceAll('\u00a0', ' ')]);
      expect(about(read.mended ?? read)).toEqual([]);
    }
  });

  test('as it should be is left alone', async () => {
    const read = await taken('a.txt', `${plain}\n\n${sentence}\n`);
    expect([about(read), read.mended]).toEqual([[], undefined]);
  });
});

test.each([
  ['the umlaut in marks', 'Das „Ä“ und das „Ö” stehen auf dem Schild; GRUß… AUS DER STRAßE”.'],
  ['capitals of Portuguese', 'NÃO À GUERRA, diz a IRMÃ”, e a MAÇÃ… também. AÇÃO JÁ!'],
  [
    'a no-break space behind a preposition',
    'В\u00a02024 году, С\u00a01 мая и\u00a0К\u00a05 часам, тип «В», вид Г»',
  ],
  [
    'words of Ukrainian with an apostrophe',
    'м’які п’ять; дуже дякую, Ріки й Січ, її сила; ВІД ЄВРОПИ, дружба з усіма',
  ],
  ['a dash before a letter', 'Elle a dit oui —été comme hiver—à tous. Er kam –über Nacht– an.'],
  ['signs and prices', 'Ä°, 25 °C, § 5 ¶ 2, ½ Pfund, £5, 10 Å, Ø 5 mm, ©2025 Ñandú®, naïve, Œuvre™'],
  ['Cyrillic words beside marks', '«Черги більше не буде». Так—ні, «люди» і „сине“; …де? «бреде»'],
  ['Cyrillic words behind a no-break space', 'Це\u00a0буде тут, а\u00a0люди\u00a0бреде; у\u00a0воді.'],
  ['Cyrillic names in marks', '«Буде» — «Уде», Люде… „Руде“ і “Сюде”'],
  [
    'Greek, Czech and Romanian',
    'Η Ελλάδα συμφώνησε. Příliš žluťoučký kůň úpěl ďábelské ódy. Țara și România.',
  ],
  ['quotation marks of all kinds', '»Nein«, ›ja‹, ‚vielleicht‘ – “É…” ‘Œ’ « É » „Š”'],
])('%s is no mistake', async (_, text) => {
  const read = await taken('a.txt', `${text}\n\n${plain}\n`);
  expect([about(read), read.mended]).toEqual([[], undefined]);
});

test('where bytes were lost, and nobody can tell which, it is told and nothing is offered', async () => {
  const spoilt = new TextDecoder('windows-1252')
    .decode(Buffer.from('Президент сказав, що це його слова.'))
    .replace(/[\u0080-\u009f]/gu, '');
  const read = await taken('a.txt', `${plain}\n\n${spoilt}\n`);
  expect(about(read)).toMatchObject([
    { key: 'import.warning.mojibakeLost', values: { count: 1, paragraphs: '¶2' } },
  ]);
  expect(read.mended).toBeUndefined();
});

test('a closing mark whose last byte was dropped is known, and so is "à" without its no-break space', async () => {
  const read = await taken('a.txt', 'â€œVoilÃ , on est Ã  GenÃ¨ve,â€ dit-il.\n');
  expect(read.mended?.paragraphs).toEqual(['“Voilà, on est à Genève,” dit-il.']);
});

test('titles are put right with the text, and what stands beside spoilt words stays', async () => {
  const markdown = await taken(
    'a.md',
    '# ErklÃ¤rung der PrÃ¤sidenten\n\nWir mÃ¼ssen – „überall“ – hinsehen.\n',
  );
  expect(markdown.metadata.title?.told.value).toBe('ErklÃ¤rung der PrÃ¤sidenten');
  expect(markdown.mended?.metadata.title?.told.value).toBe('Erklärung der Präsidenten');
  expect(markdown.mended?.paragraphs).toEqual(['Wir müssen – „überall“ – hinsehen.']);
  expect(markdown.mended?.notes).toContainEqual({
    key: 'import.note.mended',
    values: { encodings: 'windows-1252' },
  });
  const word = await taken('a.docx', docx(paragraph('The ministerâ€™s cafÃ© stayed open.')));
  expect(word.mended?.paragraphs).toEqual(['The minister’s café stayed open.']);
});

test('the warning shows words as they are and as they would be', async () => {
  const read = await taken('a.txt', await readFile(new URL('spoilt.txt', import.meta.url)));
  expect(about(read)).toEqual([
    {
      key: 'import.warning.mojibake',
      values: {
        count: 2,
        paragraphs: '¶1, ¶2',
        examples: 'â€œThereâ€™s → “There’s; rightâ€ → right”; â‚¬40 → €40',
      },
    },
  ]);
  expect(read.mended?.paragraphs).toEqual([
    '“There’s no right” of way, and €40 is owed.',
    'The façade stood…',
  ]);
});
