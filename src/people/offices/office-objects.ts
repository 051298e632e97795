// What an office is of, between its tie and a name: "Secretary of | State | John Kerry", "Speaker of the | House of Representatives | Ida Holm".
import { isBodyWord } from '../../corpus/names/bodies.ts';
import { countryWord } from '../../corpus/names/countries.ts';
import { portfolios } from '../../corpus/names/offices.ts';
import type { Word } from '../reading/words.ts';

/** Whether words behind a tie are what an office is of. */
export function isObject(words: readonly Word[]): boolean {
  const whole = words.map(({ text }) => text).join(' ');
  return portfolios.has(whole.toLowerCase()) || countryWord(whole)?.as === 'name' || isBody(words);
}

/** "House of Representatives", "Department of Energy"; behind "University of New" more of its name follows. */
const having = /^(?:house|chamber|board|department|ministry|office|council|senate)$/u;

function isNamed(word: Word | undefined): boolean {
  return word?.capital === true && !/(?:^|-)(?:new|north|south|east|west|los|las|san|santa)$/u.test(word.low);
}

function isBody(words: readonly Word[]): boolean {
  const last = words.at(-1);
  const tie = words.findIndex(({ low }) => low === 'of');
  // "Speaker of the House of Representatives Ida Holm"
  if (tie > 0) return having.test(words[tie - 1]?.low ?? '') && tie + 2 === words.length && isNamed(last);
  if (!last || words.some(({ capital }) => !capital)) return false;
  if (/^(?:north|south|east|west)$/u.test(last.low)) return false;
  return isBodyWord(last.low) || (words.length === 1 && last.upper);
}
