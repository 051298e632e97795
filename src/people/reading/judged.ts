// Which names of two words and more are people's, by all that the collection has beside them. Precision before recall: a place, a
// newspaper or a law with a capital in each word is nobody.

import type { Steps } from '../../common/steps.ts';
import { isBodyWord, isSurnameToo } from '../../corpus/names/bodies.ts';
import { countryWord } from '../../corpus/names/countries.ts';
import { givenName, isEnglish } from '../../corpus/names/given-names.ts';
import { isRole } from '../../corpus/names/offices.ts';
import { isSuffixWord, particles } from '../../corpus/names/particles.ts';
import { isLeading, isTime } from '../offices/titles.ts';
import type { Gathered, Single, Whole } from './names-seen.ts';

/** What a collection has of a name. */
export interface Evidence {
  times: number;
  /** So often a title or an office stands beside the name itself, and so often one tells that its last word is a person's. */
  titled: number;
  strong: number;
  said: number;
  who: number;
  within: number;
  placed: number;
  /** In so many documents its last word stands alone, too, and in so many a verb reports beside it. */
  alone: number;
  spoke: number;
  documents: Set<Gathered>;
  /** Offices that one holds at a time. */
  heads: Set<string>;
}

export function* evidenceSteps(all: readonly Gathered[]): Steps<Map<string, Evidence>> {
  const found = new Map<string, Evidence>();
  for (const gathered of all) {
    const surnames = new Map<string, number>();
    for (const key of gathered.wholes.keys())
      surnames.set(surnameOf(key), 1 + (surnames.get(surnameOf(key)) ?? 0));
    for (const whole of gathered.wholes.values()) {
      const evidence = found.get(whole.key) ?? newEvidence();
      found.set(whole.key, evidence);
      evidence.documents.add(gathered);
      addTo(evidence, whole);
      const last = surnameOf(whole.key);
      const single = gathered.singles.get(last);
      if (single && surnames.get(last) === 1) addAlone(evidence, single);
      // "Hillary Clinton" beside "Bill Clinton": whose the surname is there it does not tell, but that it is somebody's.
      else if (single && single.said + single.titled > 0) addShared(evidence, single);
      yield;
    }
  }
  return found;
}

/** So often a surname stands alone in the text that has the whole name once. */
const often = 4;

function addShared(evidence: Evidence, { placed, times }: Single): void {
  if (placed > placedShare * times) return;
  evidence.alone += 1;
  if (times >= often) evidence.spoke += 1;
}

function addAlone(
  evidence: Evidence,
  { within, said, titled, labelled, apposed, placed, times }: Single,
): void {
  // "POLITICO Florida" where "in Florida" stands as well.
  if (placed > placedShare * times) return;
  if (within + said + titled > 0) evidence.alone += 1;
  if (said > 0 || (times >= often && within > times / 3)) evidence.spoke += 1;
  // "Mr. Bessent" of whom the same text says "Scott Bessent".
  if (titled + labelled + apposed > 0) evidence.strong += 1;
}

function newEvidence(): Evidence {
  return {
    times: 0,
    titled: 0,
    strong: 0,
    said: 0,
    who: 0,
    within: 0,
    placed: 0,
    alone: 0,
    spoke: 0,
    documents: new Set(),
    heads: new Set(),
  };
}

/** So large a share of a name's places may have "in" before them: "confidence in Trump". */
const placedShare = 0.15;

const heading = /^(?:(?:vice )?president|(?:prime minister|(?:vice )?premier|chancellor|pope)s?)$/u;

function addTo(
  evidence: Evidence,
  { times, titled, strong, said, who, within, placed, offices }: Whole,
): void {
  evidence.times += times;
  for (const { role } of offices) if (heading.test(role)) evidence.heads.add(role);
  evidence.titled += titled;
  evidence.strong += strong;
  evidence.said += said;
  evidence.who += who;
  evidence.within += within;
  evidence.placed += placed;
}

/** The last word of a name, but "jr" and the like. */
export function surnameOf(key: string): string {
  const words = key.split(' ');
  const last = words.findLastIndex((word) => !isSuffixWord(word));
  return words[Math.max(0, last)] ?? key;
}

/** "New Delhi", "Los Angeles", "House Republicans" */
const placing =
  /^(?:central|new|upper|lower|mount|fort|port|lake|los|las|san|santa|saint|st|cape|great|house|senate|congressional|american|national|state|world)$/u;

/** A surname without what transliterations end in: "Zelensky", "Zelenskyy" and "Zelenskiy" are one. */
export function soundOf(surname: string): string {
  return surname.length > 6 ? surname.replace(/(?:yy|iy|ij|yi|y|i)$/u, 'y') : surname;
}

/** Of so many points a name is a person's. */
const enough = 3;

export interface Judging {
  /** Whether a word is one of grammar, as "after" and "about" are. */
  readonly isGrammar: (low: string) => boolean;
  readonly isCommon: (low: string) => boolean;
  /** Whether the collection has these words as a name. */
  readonly isWhole: (key: string) => boolean;
  /** Whether a word ends names more often than it begins them: of "Clinton Cash" the first. */
  readonly isSurname: (low: string) => boolean;
  /** Whether a word is the first of somebody's name who is surely a person. */
  readonly isGiven: (low: string) => boolean;
}

export function isPerson(key: string, evidence: Evidence, judging: Judging): boolean {
  return !isNobodys(key, evidence, judging) && pointsOf(key, evidence, judging) >= enough;
}

/** Whether a name is surely no person's. */
function isNobodys(key: string, evidence: Evidence, judging: Judging): boolean {
  const words = key.split(' ');
  const last = surnameOf(key);
  if (words.length < 2 || words.every((word) => word.length < 2)) return true;
  if (words.some((word) => isTime(word) || /\d/u.test(word))) return true;
  const isShown = evidence.strong + evidence.spoke > 0;
  if ([last, words.at(-1) ?? ''].some((word) => isBodyWord(word) && !(isShown && isSurnameToo(word))))
    return true;
  if (isRole(last) && evidence.strong + evidence.spoke === 0) return true;
  return isPhrase(words, last, evidence, judging) || isPlace(words, evidence);
}

/** "Order Promoting Access", "Biden Protects Democracy", "Response To Trump", "After Obama" */
function isPhrase(words: readonly string[], last: string, evidence: Evidence, judging: Judging): boolean {
  const { titled, times } = evidence;
  const { isCommon, isGrammar, isGiven } = judging;
  const [first = ''] = words;
  if (isLeading(first) || (isLeading(last) && titled / times < 0.3)) return true;
  if (isGrammar(first) && !isGiven(first) && givenName(first) !== 'sure' && titled / times < 0.3) return true;
  if (words.every(isCommon) && !isGiven(first)) return true;
  if (isSentence(words, last, evidence, judging)) return true;
  const isVerb = (word: string): boolean => /(?:s|ed|ing)$/u.test(word) && isCommon(word);
  const isSmall = (word: string): boolean => isGrammar(word) && !particles.has(word) && word !== last;
  return words.slice(1, -1).some(isVerb) || words.slice(1).some(isSmall);
}

/** "Ben Carson Slams Clinton", "Jackie Gleason Classic": a name with something behind it that is no part of it. */
function isSentence(
  words: readonly string[],
  last: string,
  { titled, said, alone }: Evidence,
  { isGiven, isWhole }: Judging,
): boolean {
  if (titled > 0 || words.at(-1) !== last || words.length < 3) return false;
  if (words.length > 2 && isWhole(words.slice(0, 2).join(' '))) return true;
  const isWord = (word: string): boolean =>
    isEnglish(word) && givenName(word) === undefined && !isGiven(word);
  return said + alone === 0 && words.slice(1).some((word) => word.length > 2 && isWord(word));
}

/** "South Bronx"; "New Delhi, a city that …" now and then looks like somebody. */
function isPlace(words: readonly string[], { titled, times, placed, spoke }: Evidence): boolean {
  const [first = ''] = words;
  if (placed > placedShare * times && titled < 0.5 * times) return true;
  if (/^(?:north|south|east|west)(?:ern)?$/u.test(first)) return true;
  const isForeign = words.some((word) => /^(?:name|demonym)$/u.test(countryWord(word)?.as ?? ''));
  // "Olivia Jordan" of a text in which Jordan speaks is somebody.
  const isNamed = spoke > 0 && words.length === 2 && givenName(first) === 'sure';
  return ((isForeign && !isNamed) || placing.test(first)) && titled / times < 0.2;
}

function pointsOf(key: string, evidence: Evidence, { isCommon, isGiven, isSurname }: Judging): number {
  const { strong, titled, times, alone, spoke, said, who, within } = evidence;
  const [first = ''] = key.split(' ');
  const given = isSurname(first) ? undefined : givenName(first);
  const told = strong === 0 ? 0 : strong / times < 0.08 ? 2 : 3.5;
  const points: readonly (readonly [boolean, number])[] = [
    [alone > 0, 2],
    [spoke > 0, 1],
    [said > 0, 1.5],
    [who > 0, 1],
    [given === 'sure', 3],
    [given !== 'sure' && (given === 'doubtful' || isGiven(first)), 1.5],
    [times > 2, 0.5],
    // "China's vice premier, He Lifeng,"
    [isCommon(first) && !isGiven(first) && given === undefined && titled < 0.5 * times, -2],
    [isCommon(surnameOf(key)), -1.5],
    // "Pearl Harbor", "Marc Fisher Footwear"
    [told === 0 && isEnglish(surnameOf(key)), -1],
    [within === 0 && strong === 0 && given !== 'sure', -1],
  ];
  return points.reduce((sum, [is, worth]) => (is ? sum + worth : sum), told);
}
