// Names as other languages write them: with the endings of their cases ("Trumpa", "Зеленського"), and in other letters ("Трамп").
// All texts here are folded, so "й" is "и" and "ł" is "l".
import { slips } from '../search/text/slips.ts';

/** Endings of names in Polish, Ukrainian and German, and the English genitive, the longest first. */
const endings =
  'iego iemu owie yy iy ego emu owi iem ami ach ого ому ями ами ові еві ою ею ої оі им ем ом ии ах ів ий ей em im om ym ie ia iu ow es en а у ю я і и е о a u y i e o s n'.split(
    ' ',
  );

/** So much of a name must be left without its ending. */
const shortestStem = 3;

/** A word without each ending that it may have, and as it is. */
function stemsOf(word: string): readonly string[] {
  const cut = endings
    .filter((ending) => word.endsWith(ending) && word.length - ending.length >= shortestStem)
    .map((ending) => word.slice(0, -ending.length));
  return [word, ...cut];
}

/** Whether two names are one but for the endings of their words; a surname is its whole name's. */
export function isInflected(wanted: string, name: string): boolean {
  return isEach(wanted, name, isSameWord);
}

function isEach(wanted: string, name: string, is: (word: string, other: string) => boolean): boolean {
  const words = wanted.split(' ');
  const last = name.split(' ').slice(-words.length);
  return words.length === last.length && words.every((word, at) => is(word, last[at] ?? ''));
}

function isSameWord(word: string, other: string): boolean {
  if (word === other) return true;
  // What begins otherwise needs not be cut.
  if (word.slice(0, shortestStem) !== other.slice(0, shortestStem) || word.length < 4) return false;
  const stems = stemsOf(other);
  // "Poland" and "Pole" share a beginning, and are no two cases of one word.
  return stemsOf(word).some(
    (stem) => stem.length >= Math.min(word.length, other.length) - 2 && stems.includes(stem),
  );
}

export function isCyrillic(text: string): boolean {
  return /\p{Script=Cyrillic}/u.test(text);
}

/** How Ukrainian letters sound to whoever writes them in Latin ones; what has a mark is folded to the letter without it. */
const sounds: Readonly<Record<string, string>> = Object.fromEntries(
  `а a,б b,в v,г h,ґ g,д d,е e,є e,ж zh,з z,и i,і i,к k,л l,м m,н n,о o,п p,р r,с s,т t,у u,ф f,х h,ц s,ч ch,ш sh,щ sh,ю u,я a,ы i,э e`
    .split(',')
    .map((pair) => pair.split(' ')),
);

function inLatin(text: string): string {
  return [...text].map((letter) => (/[ьъ']/u.test(letter) ? '' : (sounds[letter] ?? letter))).join('');
}

/** A name as it sounds, whatever language writes it: "scholz" and "sholts" are one. */
function heard(name: string): string {
  return name
    .replace(/sch|sh|sz/gu, 's')
    .replace(/tch|tsch|cz/gu, 'ch')
    .replace(/ph/gu, 'f')
    .replace(/th/gu, 't')
    .replace(/kh|gh/gu, 'h')
    .replace(/ck|q|c(?![eihy])/gu, 'k')
    .replace(/tz|ts|c(?=[eiy])|z/gu, 's')
    .replace(/x/gu, 'ks')
    .replace(/w/gu, 'v')
    .replace(/g/gu, 'h')
    .replace(/[yj]/gu, 'i')
    .replace(/(.)\1+/gu, '$1');
}

function consonantsOf(sound: string): string {
  return sound.replace(/[aeiou]/gu, '');
}

/** Whether a name in Cyrillic letters is one in Latin letters: the same consonants, nearly the same vowels, in any case. */
export function isTranscribed(wanted: string, name: string): boolean {
  if (isCyrillic(name)) return false;
  return isEach(wanted, name, isSameSound);
}

/** "Moroz" is no "Merz": in short names every vowel counts. */
function mostSlips({ length }: string): number {
  return length < 7 ? 1 : 2;
}

function isSameSound(word: string, name: string): boolean {
  const names = stemsOf(name).map(heard);
  return stemsOf(word)
    .map((stem) => heard(inLatin(stem)))
    .some((sound) =>
      names.some(
        (other) =>
          sound[0] === other[0] &&
          sound.length >= shortestStem &&
          consonantsOf(sound) === consonantsOf(other) &&
          slips(sound, other, mostSlips(sound)) <= mostSlips(sound),
      ),
    );
}

/** Of so many letters one slip or two are recognisable in a word of a name. */
const slipsIn = ({ length }: string): number => (length < 4 ? 0 : length < 8 ? 1 : 2);

/**
 * Whether a name in Latin letters whose last word sounds like another's is that one, with slips in the words before or as another language
 * spells them: "Wolodymyr Selenskyj", "Poutine".
 */
export function isSpelt(wanted: string, name: string): boolean {
  return isEach(wanted, name, (word, other) => {
    if (word === other || soundsOf(word).includes(heardInLatin(other))) return true;
    return word[0] === other[0] && slips(word, other, slipsIn(other)) <= slipsIn(other);
  });
}

/** How the last word of a name in Latin letters sounds, in any case that it may stand in. */
export function endSounds(wanted: string): readonly string[] {
  return soundsOf(lastOf(wanted)).filter((sound) => sound.length > shortestStem);
}

export function endSound(name: string): string {
  return heardInLatin(lastOf(name));
}

function lastOf(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1);
}

function soundsOf(word: string): string[] {
  return stemsOf(word).map(heardInLatin);
}

/** The "e" at the end of "Kilfoyle" is not heard. */
function heardInLatin(name: string): string {
  const spoken = name.replace(/(?<=\p{L}{3})e$/u, '');
  return heard(spoken.replace(/o[uo]/gu, 'u').replace(/tsch/gu, 'ch').replace(/dsch/gu, 'dzh'));
}
