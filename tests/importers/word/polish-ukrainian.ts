// Polish and Ukrainian: a readout with footnotes, a statement with withdrawn words, a letter with a text box, a decree.
import type { Fixture } from './fixture.ts';
import {
  basedOn,
  box,
  cell,
  field,
  list,
  listed,
  note,
  noteMark,
  p,
  pattern,
  row,
  run,
  style,
  styled,
  table,
} from './write.ts';

const readout: Fixture = {
  name: 'a Polish readout with footnotes and links',
  file: {
    footnotes: note(1, 'Stan na 1 maja.') + note(2, 'Rozmowa trwała godzinę.'),
    body: [
      p('Komunikat po rozmowie telefonicznej', styled('Title')),
      p(`${run('Prezydent Norlandii rozmawiał z premierem Sudmarku')}${noteMark(2)}${run(' o cieśninie.')}`),
      p(
        `${run('Pełny tekst: ')}<w:hyperlink r:id="rId9">${run('strona kance')}${run('larii')}</w:hyperlink>${run(', ')}${field('HYPERLINK "https://example.org"', run('archiwum'))}${run('.')}`,
      ),
      p(`${run('W cieśninie stoi dwanaście łodzi.')}${noteMark(1)}`),
    ].join(''),
  },
  title: 'Komunikat po rozmowie telefonicznej',
  paragraphs: [
    'Prezydent Norlandii rozmawiał z premierem Sudmarku o cieśninie.',
    '1 Rozmowa trwała godzinę.',
    'Pełny tekst: strona kancelarii, archiwum.',
    'W cieśninie stoi dwanaście łodzi.',
    '2 Stan na 1 maja.',
  ],
};

const withdrawn: Fixture = {
  name: 'a Polish statement with hidden and struck words',
  file: {
    styles:
      style('Ukryty', 'Ukryty', `${basedOn('Normal')}<w:rPr><w:vanish/></w:rPr>`) +
      style('Jawny', 'Jawny', `${basedOn('Ukryty')}<w:rPr><w:vanish w:val="0"/></w:rPr>`) +
      style('Skreslony', 'Skreślony', '<w:rPr><w:strike/></w:rPr>', 'character') +
      style('SkreslonyMocny', 'Skreślony mocny', `${basedOn('Skreslony')}<w:rPr><w:b/></w:rPr>`, 'character'),
    numbering: pattern(0, [['decimal', '%1)']]) + list(1, 0),
    body: [
      p(
        `${run('Norlandia podpisze umowę')}${run(', jeśli parlament', '<w:vanish/>')}${run(' się zgodzi', '<w:vanish w:val="1"/>')}${run(' do końca maja.')}`,
      ),
      p('Nie rozdawać przed południem.', styled('Ukryty')),
      p('Ten akapit widać.', styled('Jawny')),
      p(`${run('Widać tylko te słowa', '<w:vanish w:val="false"/>')}${run(' a tych nie')}`, styled('Ukryty')),
      p('W tym samym wierszu.'),
      p(
        `${run('Przyjmujemy ')}${run('czterdziesty piąty równoleżnik', '<w:strike/>')}${run('wspólną radę', '<w:strike w:val="off"/>')}${run(' i linię', '<w:dstrike/>')}${run('.')}`,
      ),
      p(run('Licencje wygasają.', '<w:rStyle w:val="SkreslonyMocny"/>'), listed(1)),
      p('Łodzie zostają.', listed(1)),
    ].join(''),
  },
  paragraphs: [
    'Norlandia podpisze umowę do końca maja.',
    'Ten akapit widać.',
    'Widać tylko te słowaW tym samym wierszu.',
    'Przyjmujemy wspólną radę.',
    '2) Łodzie zostają.',
  ],
  warnings: { hidden: 3, struck: 3 },
};

const letter: Fixture = {
  name: 'a Ukrainian letter with a text box and lettered points',
  file: {
    numbering: pattern(0, [['russianLower', '%1)']]) + list(1, 0),
    body: [
      p('Лист до парламенту', styled('Title')),
      p(box(p('Міністерство закордонних справ'), p('№ 45/2025'))),
      p('Шановні колеги!'),
      p('Повідомляємо, що сторони домовилися про таке:'),
      p('кораблі залишаються в порту;', listed(1)),
      p('рада збирається щомісяця;', listed(1)),
      p('карту додано.', listed(1)),
      p(`${run('З повагою, Іда Гольм')}<w:r><w:br/></w:r>${run('речниця міністерства')}`),
    ].join(''),
  },
  title: 'Лист до парламенту',
  paragraphs: [
    'Міністерство закордонних справ',
    '№ 45/2025',
    'Шановні колеги!',
    'Повідомляємо, що сторони домовилися про таке:',
    'а) кораблі залишаються в порту;',
    'б) рада збирається щомісяця;',
    'в) карту додано.',
    'З повагою, Іда Гольм\nречниця міністерства',
  ],
};

const decree: Fixture = {
  name: 'a Ukrainian decree whose articles are numbered alone, and whose clauses have styles of headings',
  file: {
    styles:
      style(
        'Stattia',
        'Стаття',
        `${basedOn('Heading1')}<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>`,
      ) +
      style(
        'Punkt',
        'Пункт',
        `${basedOn('Heading2')}<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="2"/></w:numPr></w:pPr>`,
      ),
    numbering:
      pattern(
        9,
        [
          ['decimal', 'Стаття %1', '<w:pStyle w:val="Stattia"/>'],
          ['decimal', '%1.%2.', '<w:pStyle w:val="Punkt"/>'],
        ],
        '<w:styleLink w:val="Perelik"/>',
      ) +
      `<w:abstractNum w:abstractNumId="10"><w:multiLevelType w:val="multilevel"/><w:numStyleLink w:val="Perelik"/></w:abstractNum>` +
      list(1, 9) +
      list(2, 10),
    body: [
      p('', styled('Stattia')),
      p('Протока', styled('Heading2')),
      p('Сторони виводять кораблі з протоки до кінця травня цього року.', styled('Punkt')),
      p('Винятків із цього правила немає для жодної зі сторін угоди.', styled('Punkt')),
      p('', styled('Stattia')),
      p('Рада', styled('Heading2')),
      p('Рада має шість членів, по три від кожної зі сторін;', styled('Punkt')),
      table(row([cell('Сторона'), cell('Членів')]), row([cell('Норландія'), cell('3')])),
      p('Рада збирається щомісяця в місті, яке сторони назвуть у травні.', styled('Punkt')),
    ].join(''),
  },
  headings: ['Стаття 1', 'Протока', 'Стаття 2', 'Рада'],
  paragraphs: [
    '1.1. Сторони виводять кораблі з протоки до кінця травня цього року.',
    '1.2. Винятків із цього правила немає для жодної зі сторін угоди.',
    '2.1. Рада має шість членів, по три від кожної зі сторін;',
    'Сторона\tЧленів',
    'Норландія\t3',
    '2.2. Рада збирається щомісяця в місті, яке сторони назвуть у травні.',
  ],
};

// A style of the type "numbering" stands for the list that others borrow.
const perelik =
  '<w:style w:type="numbering" w:styleId="Perelik"><w:name w:val="Перелік"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';

export const polishAndUkrainian: readonly Fixture[] = [
  readout,
  withdrawn,
  letter,
  { ...decree, file: { ...decree.file, styles: `${decree.file.styles}${perelik}` } },
];
