// A number as Word writes it in a list: "3", "c", "III", "3rd". Formats that are not known here give nothing.

/**
 * The number in a format (`w:numFmt`, or `zeros3` for "001"), or undefined where the format, or the number in it, is not
 * known.
 */
export function formatted(number: number, format: string, language = 'en'): string | undefined {
  if (!Number.isSafeInteger(number) || number < 0 || number > most) return undefined;
  const digits = /^zeros([1-9])$/u.exec(format)?.[1];
  if (digits !== undefined) return String(number).padStart(Number(digits), '0');
  return formats.get(format)?.(number, language.slice(0, 2).toLowerCase());
}

/** No list is longer; what says otherwise would only be written very long. */
const most = 100_000;

type Format = (number: number, language: string) => string | undefined;

const formats: ReadonlyMap<string, Format> = new Map(
  Object.entries<Format>({
    none: () => '',
    bullet: () => '',
    decimal: String,
    decimalHalfWidth: String,
    decimalZero: (number) => String(number).padStart(2, '0'),
    numberInDash: (number) => `- ${number} -`,
    decimalEnclosedParen: (number) => `(${number})`,
    decimalEnclosedFullstop: (number) => `${number}.`,
    decimalEnclosedCircle: (number) =>
      number >= 1 && number <= 20 ? String.fromCodePoint(0x2460 + number - 1) : String(number),
    decimalFullWidth: (number) =>
      String(number).replace(/\d/gu, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
    hex: (number) => number.toString(16).toUpperCase(),
    lowerRoman: (number) => roman(number)?.toLowerCase(),
    upperRoman: roman,
    lowerLetter: (number) => repeated(number, latin),
    upperLetter: (number) => repeated(number, latin)?.toUpperCase(),
    // The letters by which Word counts: without those that Russian lists leave out.
    russianLower: (number) => repeated(number, cyrillic),
    russianUpper: (number) => repeated(number, cyrillic)?.toUpperCase(),
    chicago: (number) => repeated(number, '*†‡§'),
    ordinal: (number, language) => ordinals.get(language)?.(number),
    cardinalText: (number, language) => (language === 'en' ? capital(words(number)) : undefined),
    ordinalText: (number, language) => (language === 'en' ? capital(ordinalWords(number)) : undefined),
  }),
);

const latin = 'abcdefghijklmnopqrstuvwxyz';
const cyrillic = 'абвгдежзиклмнопрстуфхцчшщэюя';

/** Behind the last letter Word begins again with each letter twice: z, aa, bb. */
function repeated(number: number, letters: string): string | undefined {
  if (number === 0) return '';
  const times = Math.floor((number - 1) / letters.length) + 1;
  return times > 30 ? undefined : letters.charAt((number - 1) % letters.length).repeat(times);
}

const romans: readonly (readonly [string, number])[] = [
  ...([
    ['M', 1000],
    ['CM', 900],
    ['D', 500],
    ['CD', 400],
    ['C', 100],
    ['XC', 90],
  ] as const),
  ...([
    ['L', 50],
    ['XL', 40],
    ['X', 10],
    ['IX', 9],
    ['V', 5],
    ['IV', 4],
    ['I', 1],
  ] as const),
];

function roman(number: number): string | undefined {
  if (number > 4_999) return undefined;
  let left = number;
  return romans
    .map(([sign, value]) => {
      const times = Math.floor(left / value);
      left -= times * value;
      return sign.repeat(times);
    })
    .join('');
}

const englishEndings: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };
const englishOrdinal = new Intl.PluralRules('en', { type: 'ordinal' });

const ordinals: ReadonlyMap<string, (number: number) => string> = new Map(
  Object.entries<(number: number) => string>({
    en: (number) => `${number}${englishEndings[englishOrdinal.select(number)] ?? 'th'}`,
    de: (number) => `${number}.`,
    pl: (number) => `${number}.`,
    fr: (number) => (number === 1 ? '1er' : `${number}e`),
    uk: (number) => `${number}-й`,
    ru: (number) => `${number}-й`,
  }),
);

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

function words(number: number): string | undefined {
  if (number < 20) return small[number];
  if (number > 99) return undefined;
  const ten = tens[Math.floor(number / 10)];
  return number % 10 === 0 ? ten : `${ten}-${small[number % 10]}`;
}

const irregular: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
};

function ordinalWords(number: number): string | undefined {
  return words(number)?.replace(
    /[a-z]+$/u,
    (last) => irregular[last] ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`),
  );
}

function capital(text: string | undefined): string | undefined {
  return text === undefined ? undefined : text.charAt(0).toUpperCase() + text.slice(1);
}
