// Names as members of five languages type them.
import { describe, expect, test } from 'vitest';
import { Names } from '../../src/positions/names.ts';

const names = new Names<string>([
  { value: 'trump', names: ['Donald Trump', 'Trump'] },
  { value: 'zelenskyy', names: ['Volodymyr Zelenskyy', 'Zelenskyy', 'Володимир Зеленський', 'Зеленський'] },
  { value: 'merz', names: ['Friedrich Merz', 'Merz'] },
  { value: 'scholz', names: ['Olaf Scholz'] },
  { value: 'macron', names: ['Emmanuel Macron'] },
  { value: 'bessent', names: ['Scott Bessent'] },
  { value: 'china', names: ['China', 'Chiny', 'Китай', 'Chine', 'Chinese'] },
  { value: 'ukraine', names: ['Ukraine', 'Ukraina', 'Україна'] },
  { value: 'brandt', names: ['Lea Brandt'] },
  { value: 'brand', names: ['Jo Brand'] },
  { value: 'wang', names: ['Wang Yi'], called: ['China foreign minister', 'Chinese foreign minister'] },
  { value: 'rutte', names: ['Mark Rutte'], called: ['NATO chief'] },
  { value: 'council', names: ['Harbour Council'] },
  { value: 'costa', names: ['Ada Costa'], called: ['Harbour Council president'] },
]);

test.each([
  ['trumpa', 'trump'],
  ['Trumpem', 'trump'],
  ['Donalda Trumpa', 'trump'],
  ['Трамп', 'trump'],
  ['Дональда Трампа', 'trump'],
  ['Зеленського', 'zelenskyy'],
  ['Зеленському', 'zelenskyy'],
  ['Zelenskiego', 'zelenskyy'],
  ['zelensky', 'zelenskyy'],
  ['Мерца', 'merz'],
  ['Шольца', 'scholz'],
  ['Шольц', 'scholz'],
  ['Макроном', 'macron'],
  ['Бессента', 'bessent'],
  ['Китаю', 'china'],
  ['Chinami', 'china'],
  ['Ukrainy', 'ukraine'],
  ['України', 'ukraine'],
  ['Україною', 'ukraine'],
  ['china’s foreign minister', 'wang'],
  ['chinas foreign minister', 'wang'],
  ['the chinese foreign minister', 'wang'],
  ['the nato chief', 'rutte'],
  ['harbour council', 'council'],
  ['harbour council president', 'costa'],
])('%s is %s', (typed, value) => {
  expect(names.find(typed)).toEqual([value]);
});

describe('nobody', () => {
  test.each(['Трактор', 'Мороз', 'tramway', 'Маркет', 'chief', 'Zielony', 'Брат'])('%s', (typed) => {
    expect(names.find(typed)).toEqual([]);
  });
});

const more = new Names<string>([
  { value: 'pelosi', names: ['Nancy Pelosi'] },
  { value: 'zelenskyy', names: ['Volodymyr Zelenskyy'] },
  { value: 'putin', names: ['Vladimir Putin'] },
  { value: 'kilfoyle', names: ['Marla Kilfoyle'] },
  { value: 'paris', names: ['Jeremy Paris'] },
  { value: 'walensky', names: ['Dr. Walensky', 'Walensky'] },
  { value: 'lind', names: ['Olaf Lind'] },
]);

describe('with slips in any word, or as other languages spell it', () => {
  test.each([
    ['nancy pelossi', 'pelosi'],
    ['nansy pelosy', 'pelosi'],
    ['pelossi', 'pelosi'],
    ['Selenskyj', 'zelenskyy'],
    ['Zelenski', 'zelenskyy'],
    ['Wolodymyr Selenskyj', 'zelenskyy'],
    ['volodimir selenskyi', 'zelenskyy'],
    ['Selenskyjs', 'zelenskyy'],
    ['Poutine', 'putin'],
    ['Wladimir Putin', 'putin'],
    ['kilfoil', 'kilfoyle'],
    ['marla kilfoil', 'kilfoyle'],
    ['jeremy pariss', 'paris'],
    ['Parisa', 'paris'],
    ['walenski', 'walensky'],
  ])('%s is %s', (typed, value) => {
    expect(more.find(typed)).toEqual([value]);
  });

  test.each([
    'Lund',
    'Land',
    'Nora Pelo',
    'Pell',
    'Walesa',
    'Putnam',
    'Marla Holt',
    'Party',
    'Olga Land',
    'Silesia',
  ])('nobody: %s', (typed) => {
    expect(more.find(typed)).toEqual([]);
  });
});

test('two whom a name fits as well are both told', () => {
  expect(names.find('Брандта')).toEqual(['brandt']);
  expect(names.find('Бранда')).toEqual(['brand']);
  expect([...names.find('brand')].sort()).toEqual(['brand', 'brandt']);
});
