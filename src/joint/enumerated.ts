// Names in a row, as texts list those who speak: "the Foreign Ministers of Arvenia, Belmark and the Republic of Corrin, met in …".
import type { Span } from '../corpus/passages.ts';
import { languages } from '../corpus/text/languages.ts';
import { bodies } from './words.ts';

const articles = new Set(
  'the der die das den dem des le la les l el das die i the d'.split(' ').concat(['l’', 'l', 'd’', 'd']),
);
/** What ties the words of one name together. */
const ties = new Set(
  'of for de du des d der des von vom zu zur für di da al el van bin ze do w we na у в з for to'.split(' '),
);
const conjunctions = new Set('and und et i oraz та і й as well sowie'.split(' '));
/** Words of offices and states; with one of these alone nobody is named yet. Parts of words, in any case. */
const office =
  /presid|präsid|présid|prezyd|презид|minist|мініст|premier|прем|kanzler|chancel|kancler|канцлер|govern|gouvern|regierung|rząd|уряд|leader|lider|лідер|chef|head|szef|głow|глав|foreign|external|affair|étrang|zagran|закорд|спра|spraw|^state|^staat|^état|państw|держав|defen[cs]|verteid|défense|obron|оборон|represent|vertret|représ|przedst|предст|^king|^queen|secretar|sekret|секрет|deputy|^prime|envoy|ambassad|botschaft|посол|посл|^high$|^both$|^two$|^three$|außen|innen|délég|deleg|делег|member|mitglied|membre|człon|член|trade|handel|econom|wirtschaft|financ|financ|фінанс/iu;
/** Such words in the plural stand above several names. */
const nobody =
  /^(?:the |die |les |obie |both )?(?:(?:high )?contracting )?(?:two |both |beiden |deux |dwie )?(?:part(?:y|ies)|sides?|participants?|parteien|seiten|vertragsparteien|parties|strony|umawiające się strony|сторони|договірні сторони)(?![\p{L}\p{N}])/iu;
/** Behind these French and Polish write an adjective small: "la République française". */
const state =
  /^(?:république|confédération|royaume|fédération|principauté|communauté|alliance|états|grand-duché|rada|republika|republiki|unia|unii|rady|федераці\p{L}|рада|союз\p{L}?)$/iu;

const unions = /^(?:européenne|africaine|europejsk\p{L}|afrykańsk\p{L})$/iu;

function isStates(before: string, word: string): boolean {
  return state.test(before) || (/^(?:union|unia|unii)$/iu.test(before) && unions.test(word));
}

interface Word extends Span {
  readonly text: string;
  /** The mark behind it that parts a list or ends it. */
  readonly mark: string;
}

function* wordsOf(text: string, from: number): Generator<Word> {
  const pattern = /[\p{L}\p{N}][\p{L}\p{N}.’'\p{Pd}]*/gu;
  pattern.lastIndex = from;
  // What stands in brackets is another name for the one before it.
  const bare = text.replaceAll(/\([^()]{0,120}\)/gu, (aside) => ' '.repeat(aside.length));
  for (const found of bare.matchAll(pattern)) {
    if (found.index < from) continue;
    yield* apart(found[0].replace(/[.’'\p{Pd}]+$/u, ''), found.index, bare);
  }
}

/** "d’Arvénie" are two words. */
function* apart(word: string, at: number, text: string): Generator<Word> {
  const elided = /^(?:[dl]|qu)[’'](?=\p{L})/iu.exec(word)?.[0];
  if (elided) {
    yield { text: elided.slice(0, -1), start: at, end: at + elided.length, mark: '' };
    yield* apart(word.slice(elided.length), at + elided.length, text);
    return;
  }
  const end = at + word.length;
  const mark = /^\s*(?!, (?:Jr|Sr)(?!\p{L}))([,;:.–—])/u.exec(text.slice(end, end + 130))?.[1] ?? '';
  // "Donald J. Trump", "U.S. National Security Advisor".
  const isShort =
    mark === '.' && (word.length <= 2 || word.includes('.') || /^(?:Prof|Gen|Hon|Sen|Jr|Sr)$/u.test(word));
  yield { text: word, start: at, end, mark: isShort ? '' : mark };
}

const isCapital = (word: string): boolean => /^(?:\p{Lu}|\p{N}+\p{Lu})/u.test(word);
const isSmall = (word: string): boolean => articles.has(word.toLowerCase()) || ties.has(word.toLowerCase());

/** A row of names as far as it goes, and where it ends. */
export interface Row {
  readonly names: readonly Span[];
  readonly end: number;
}

const mostNames = 60;
/** In characters. */
const longestRow = 3_000;

/**
 * The names from a place on. `isLoose`: what stands before the first name may be any words, as behind "We, …". Of "the Ministers of A and
 * B" the first keeps what stands before it, so that the row reads as the source has it.
 */
export function namesFrom(text: string, from: number, { isLoose }: { readonly isLoose: boolean }): Row {
  const reading = new Reading(text, isLoose);
  const words = [...wordsOf(text.slice(0, from + longestRow), from)];
  for (const [at, word] of words.entries()) if (!reading.take(word, words[at + 1])) break;
  return reading.row();
}

class Reading {
  readonly #text: string;
  readonly #isLoose: boolean;
  readonly #names: Span[] = [];
  /** The name that is being read: its begin, and its end after the last word that belongs to it for sure. */
  #start: number | undefined;
  #end = 0;
  #isProper = false;
  #hasCapital = false;
  #small = 0;
  #before = '';

  constructor(text: string, isLoose: boolean) {
    this.#text = text;
    this.#isLoose = isLoose;
  }

  /** Whether the row goes on behind a word. */
  take(word: Word, next: Word | undefined): boolean {
    const { text, mark } = word;
    const isTie = conjunctions.has(text.toLowerCase()) && !isCapital(text);
    if (!isTie && !this.#belongs(text)) return false;
    if (isTie) {
      // "the Minister of Trade and Industry", but "the Swiss Government and the French one".
      const isHead = office.test(this.#before) && !(next && articles.has(next.text.toLowerCase()));
      if (this.#isProper && !isHead) this.#close();
    } else this.#add(word);
    this.#before = text;
    if (mark !== '' && !this.#goesOn(mark)) return false;
    return this.#names.length < mostNames;
  }

  #add({ text, start, end }: Word): void {
    this.#start ??= start;
    this.#small += 1;
    if (!isSmall(text)) this.#end = end;
    if (!isCapital(text) || isSmall(text)) return;
    this.#hasCapital = true;
    if (!office.test(text) || bodies.test(text)) this.#isProper = true;
  }

  /** Commas part no words of a head: "leaders, ministers and envoys". */
  #goesOn(mark: string): boolean {
    if (mark !== ',' && mark !== ';') return false;
    if (this.#isProper) this.#close();
    else if (!this.#isLoose || this.#hasCapital) return false;
    return true;
  }

  #belongs(word: string): boolean {
    if (isCapital(word) || isSmall(word) || office.test(word) || isStates(this.#before, word)) return true;
    return this.#isLoose && this.#names.length === 0 && !this.#hasCapital && this.#small < 10;
  }

  #close(): void {
    const tie = /^(?:de|of|von|for|to)\s+/u.exec(this.#text.slice(this.#start, this.#end))?.[0].length ?? 0;
    if (this.#start !== undefined) this.#names.push({ start: this.#start + tie, end: this.#end });
    this.#start = undefined;
    this.#isProper = false;
    this.#hasCapital = false;
  }

  row(): Row {
    if (this.#isProper) this.#close();
    const names = joinedIn(this.#text, this.#names).filter(
      ({ start, end }) => !nobody.test(this.#text.slice(start, end)),
    );
    return { names, end: this.#names.at(-1)?.end ?? 0 };
  }
}

/** "the President of Arvenia, Ada Lund" is one. */
function joinedIn(text: string, names: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const name of names) {
    const before = joined.at(-1);
    const isApposed =
      before !== undefined &&
      /^,\s*$/u.test(text.slice(before.end, name.start)) &&
      office.test(text.slice(before.start, before.end)) &&
      isPerson(text.slice(name.start, name.end)) &&
      !isPerson(text.slice(before.start, before.end));
    const isOne = before !== undefined && isPairOf(text, before, name);
    if (isApposed || isOne) joined.splice(-1, 1, { start: before.start, end: name.end });
    else joined.push(name);
  }
  return joined;
}

/** "Bosnia and Herzegovina", "the United Kingdom of Great Britain and Northern Ireland". */
function isPairOf(text: string, before: Span, name: Span): boolean {
  if (!/^\s\p{Ll}+\s$/u.test(text.slice(before.end, name.start))) return false;
  const pair = text.slice(before.start, name.end);
  const tie = text.slice(before.start, before.end).lastIndexOf(' of ');
  return isCountry(pair) || isCountry(pair.slice(tie + 4)) || /Britain and Northern Ireland$/u.test(pair);
}

const person =
  /^(?:\p{Lu}[\p{L}’'.\p{Pd}]*\s+)(?:(?:von|van|de|der|la|bin|al)\s+){0,2}(?:\p{Lu}[\p{L}’'.\p{Pd}]*\s*){1,3}$/u;

/** Two to four words in capitals that are no country and no office. */
function isPerson(name: string): boolean {
  return person.test(name) && !office.test(name) && !bodies.test(name) && !isCountry(name);
}

let countries: Set<string> | undefined;

/** Whether a name is a country's, in one of the five languages. */
export function isCountry(name: string): boolean {
  countries ??= new Set(languages.flatMap(countriesIn));
  return countries.has(plain(name.replace(/^(?:the|die|der|das|la|le|les|l[’'])\s*/iu, '')));
}

/** "Bosnia & Herzegovina", as the lists of names write it. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/\s(?:and|und|et|i|та|і|y)\s/gu, ' & ');
}

function countriesIn(language: string): string[] {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters.flatMap((a) => letters.flatMap((b) => plain(names.of(`${a}${b}`) ?? '')));
}
