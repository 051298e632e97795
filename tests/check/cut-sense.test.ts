// What was cut off at an edge of a quotation, in texts of other languages and scripts: only what turns the sense is told.
import { describe, expect, test } from 'vitest';
import { openLibrary } from '../../src/library.ts';
import { folderForAll, markdown } from '../temporary.ts';

const spoken = (id: string, language: string, ...paragraphs: string[]): string =>
  markdown(id, paragraphs.join('\n\n'))
    .replace('kind: news', 'kind: statement')
    .replace('language: en', `language: ${language}`);

const library = await openLibrary(
  await folderForAll({
    'uk.md': spoken(
      'uk',
      'uk',
      'За словами Шмигаля, Росія підпише цю угоду завтра вранці. Прем’єр сказав, чому вони підписали цей документ уночі.',
      'Вони кажуть, скільки солдатів стоїть біля північного кордону. Ми чули, що він заявив, які умови записано в додатку.',
      'Посол каже, чи буде перемир’я тривати до весни.',
      'Радіо передало, що, за словами Сибіги, міст відкриють у травні для всіх.',
      'Якщо річка розіллється, дорогу до порту закриють на тиждень.',
    ),
    'pl.md': spoken(
      'pl',
      'pl',
      'Według Tuska, umowa wejdzie w życie pierwszego maja. Minister twierdzi, skąd przyjechali ci posłowie z południa.',
      'Rada podjęła decyzję o bliźnie na ścianie ratusza. Wszystkie żale spisano i żołnierze wrócili do domu.',
    ),
  }),
);
const flags = async (text: string): Promise<readonly string[]> => (await library.check(text)).flags;

describe('a cut that turns the sense is told', () => {
  test.each([
    'Росія підпише цю угоду завтра вранці',
    'міст відкриють у травні для всіх',
    'дорогу до порту закриють на тиждень',
    'umowa wejdzie w życie pierwszego maja',
  ])('%s', async (text) => {
    expect(await flags(text)).toContain('turns-sense');
  });
});

describe('what asks claims nothing that could be turned', () => {
  test.each([
    'чому вони підписали цей документ уночі',
    'скільки солдатів стоїть біля північного кордону',
    'які умови записано в додатку',
    'чи буде перемир’я тривати до весни',
    'skąd przyjechali ci posłowie z południa',
  ])('%s', async (text) => {
    const found = await flags(text);
    expect(found).toContain('cut');
    expect(found).not.toContain('turns-sense');
  });
});

describe('a part of a word is no word of grammar', () => {
  test.each(['Rada podjęła decyzję o', 'spisano i żołnierze wrócili do domu'])('%s', async (text) => {
    expect(await flags(text)).not.toContain('turns-sense');
  });
});
