// What one document has of names: each under its folded words, with all that stands beside it.

import type { Steps } from '../../common/steps.ts';
import type { Document } from '../../corpus/document.ts';
import { linesOf } from '../../corpus/labels/labels.ts';
import { countryWord } from '../../corpus/names/countries.ts';
import { describing, writtenOut } from '../../corpus/names/offices.ts';
import type { Passage } from '../../corpus/passages.ts';
import type { OfficeData } from '../data.ts';
import { headsIn } from '../offices/heads.ts';
import type { Office } from '../offices/office.ts';
import { addressedSteps } from './addressed.ts';
import { claimSurnames } from './claimed.ts';
import { isInitialed, keyOf, significant } from './keys.ts';
import { type Mention, mentionsIn, type WordSense } from './mentions.ts';
import { fewFirst, type Gathered, type Single, type Whole } from './names-seen.ts';
import { type SpeakerTold, speakersTold } from './told.ts';
import { lowOf, type Word } from './words.ts';

/** What a document has, a passage at a time. */
export function* gatheredSteps(
  document: Document,
  place: number,
  passages: readonly Passage[],
  sense: WordSense,
): Steps<Gathered> {
  const gathered: Gathered = {
    wholes: new Map(),
    singles: new Map(),
    bodies: new Map(),
    doubtful: new Map(),
    countries: new Map(),
    told: [],
    labels: new Map(),
    heads: [],
    addressed: yield* addressedSteps(document, passages),
    names: 0,
  };
  let speaking = '';
  for (const passage of passages) {
    for (const { label } of linesOf(passage)) if (label) speaking = label.who;
    if (speaking.startsWith('the ')) count(gathered.labels, speaking);
    if (!isCapitalised(passage.text)) addPassage(gathered, passage, place, sense);
    yield;
  }
  const headlines = passages.filter(({ text }) => isCapitalised(text));
  for (const { text, paragraph } of headlines) {
    addHeadline(gathered, { text, document: place, paragraph }, sense);
    yield;
  }
  const title = document.title?.value ?? '';
  addHeadline(gathered, { text: title, document: place, paragraph: undefined }, sense);
  for (const speaker of speakersTold(document, passages)) addTold(gathered, speaker, place, sense);
  claimSurnames(gathered);
  return gathered;
}

/** Somebody who speaks by the title: nothing else need show that the name is a person's. */
function addTold(
  gathered: Gathered,
  { text, start, paragraph }: SpeakerTold,
  document: number,
  sense: WordSense,
): void {
  const at: At = { text, document, paragraph, labelled: true, offset: start };
  const [mention] = mentionsIn(text, sense).filter(({ sort }) => sort === 'name');
  const key = mention ? keyOf(significant(mention.words)) : '';
  if (!mention || key === '') {
    gathered.told.push({ role: lowOf(text), key: '', text });
    return;
  }
  gathered.told.push({
    ...{ role: lowOf(text.slice(0, mention.start).trim()), key },
    text: text.slice(0, mention.end),
  });
  add(gathered, mention, at);
}

function addPassage(gathered: Gathered, passage: Passage, document: number, sense: WordSense): void {
  const labels = linesOf(passage).flatMap(({ label }) => (label?.kind === 'named' ? [label] : []));
  const mentions = mentionsIn(passage.text, sense);
  gathered.heads.push(...headsIn(passage.text, mentions, passage.paragraph));
  for (const mention of mentions) {
    const at = mention.start + passage.start;
    const label = labels.find(({ start, end }) => start <= at && at < end);
    const { text, paragraph } = passage;
    add(gathered, mention, { text, document, paragraph, labelled: label !== undefined });
  }
}

/** Where every word has a capital, only a title shows that a name is one, and only the text below where it ends. */
function addHeadline(gathered: Gathered, at: Omit<At, 'labelled'>, sense: WordSense): void {
  for (const mention of mentionsIn(at.text, sense)) {
    if (!mention.office && !mention.addressed) continue;
    const key = keyOf(significant(mention.words));
    const isKnown =
      !key.includes(' ') || gathered.wholes.has(key) || gathered.singles.has(key.split(' ').at(-1) ?? '');
    if (isKnown) add(gathered, mention, { ...at, labelled: false });
  }
}

/** Whether nearly all longer words of a text have capitals, as a headline's have: there they tell nothing. */
function isCapitalised(text: string): boolean {
  if (text.length > longestHeadline || /[.!?…:]["”’»)]*\s*$/u.test(text)) return false;
  const words = text.match(/\p{L}[\p{L}\p{M}’'-]{3,}/gu) ?? [];
  return words.length > 2 && words.filter((word) => /^\p{Lu}/u.test(word)).length >= 0.8 * words.length;
}

const longestHeadline = 250;

interface At {
  readonly text: string;
  readonly document: number;
  /** None in a title: what an office is must be looked up. */
  readonly paragraph: number | undefined;
  readonly labelled: boolean;
  /** Where the text begins in its paragraph, where it is a part of one. */
  readonly offset?: number;
}

function add(gathered: Gathered, mention: Mention, at: At): void {
  gathered.names += 1;
  if (mention.sort !== 'name' && mention.words.length === 1)
    addSingle(gathered.doubtful, gathered.names, mention, at);
  if (mention.sort === 'country') addCountry(gathered, mention);
  else if (mention.sort === 'body' && !at.labelled) addBody(gathered, mention, at);
  else if (significant(mention.words).length > 1) addWhole(gathered, mention, at);
  else addSingle(gathered.singles, gathered.names, mention, at);
}

function addCountry({ countries }: Gathered, { words, said }: Mention): void {
  const known = countryWord(words.map(({ text }) => text).join(' '));
  if (!known || known.as === 'demonym') return;
  const seen = countries.get(known.country.id) ?? { times: 0, said: 0, capital: undefined };
  seen.times += 1;
  seen.said += said ? 1 : 0;
  if (known.as === 'capital' && said) seen.capital = known.country.capital;
  countries.set(known.country.id, seen);
}

function addBody({ bodies }: Gathered, { start, end, words, said }: Mention, { text }: At): void {
  const key = keyOf(words);
  const seen = bodies.get(key) ?? { text: text.slice(start, end), times: 0, said: 0 };
  seen.times += 1;
  seen.said += said ? 1 : 0;
  bodies.set(key, seen);
}

function addWhole({ wholes, names }: Gathered, mention: Mention, at: At): void {
  const { words, office, addressed, marked, listed, introduced, said, who, placed, opens } = mention;
  const key = keyOf(significant(words));
  const seen: Whole = wholes.get(key) ?? {
    ...{ key, texts: new Map(), offices: [], first: names },
    ...{ times: 0, titled: 0, strong: 0, introduced: false, said: 0, who: 0, within: 0, placed: 0 },
  };
  wholes.set(key, seen);
  count(seen.texts, writtenIn(mention, at));
  seen.times += 1;
  const isTitled = office || addressed || marked || introduced || at.labelled || isInitialed(words);
  seen.titled += isTitled ? 1 : 0;
  seen.strong += isTitled || listed ? 1 : 0;
  seen.introduced ||= introduced;
  seen.said += said ? 1 : 0;
  seen.who += who ? 1 : 0;
  seen.placed += placed ? 1 : 0;
  seen.within += opens ? 0 : 1;
  seen.offices.push(...officesAt(office, at));
}

function writtenIn({ start, end, written }: Mention, { text }: At): string {
  return written ?? text.slice(start, end);
}

function addSingle(singles: Map<string, Single>, names: number, mention: Mention, at: At): void {
  const { words, start, end, office, addressed, said, placed, opens } = mention;
  const key = keyOf(words);
  const seen: Single = singles.get(key) ?? {
    ...{ key, texts: new Map(), titles: new Map(), roles: new Set(), offices: [], first: [] },
    ...{ times: 0, titled: 0, said: 0, within: 0, labelled: 0, apposed: 0, placed: 0 },
  };
  singles.set(key, seen);
  count(seen.texts, at.text.slice(start, end));
  if (seen.first.length < fewFirst) seen.first.push(names);
  const title = titleBefore(at.text, mention);
  if (title !== undefined) count(seen.titles, title);
  seen.times += 1;
  seen.titled += addressed || (office && title !== undefined) ? 1 : 0;
  seen.said += said ? 1 : 0;
  seen.within += opens ? 0 : 1;
  seen.labelled += at.labelled ? 1 : 0;
  seen.placed += placed ? 1 : 0;
  seen.apposed += office && title === undefined ? 1 : 0;
  if (title !== undefined) seen.offices.push(...officesAt(office, at));
  if (title !== undefined && office?.held) seen.roles.add(roleOf(office));
}

/** The title that stands right before a name, as it is written. */
function titleBefore(text: string, { start, office, addressed }: Mention): string | undefined {
  if (office && office.end <= start && text.slice(office.end, start).trim() === '')
    return text.slice(office.start, office.end);
  if (office?.other && office.other.end <= start) return text.slice(office.other.start, office.other.end);
  if (!addressed) return undefined;
  return /(\p{L}+\.?)\s*$/u.exec(text.slice(Math.max(0, start - 12), start))?.[1];
}

function count(counts: Map<string, number>, text: string): void {
  counts.set(text, 1 + (counts.get(text) ?? 0));
}

function officesAt(office: Office | undefined, at: At): OfficeData[] {
  const { text, document, paragraph, offset = 0 } = at;
  if (!office || paragraph === undefined) return [];
  const own = {
    ...{
      text: text.slice(office.start, office.end),
      document,
      paragraph,
      start: office.start + offset,
      end: office.end + offset,
    },
    ...{ role: roleOf(office), country: office.country, held: office.held, alone: office.alone },
    ...(office.seat !== undefined && { seat: office.seat }),
  };
  return [own, ...officesAt(office.other, at)];
}

/** The office without the country it belongs to: of "China's deputy foreign minister" the last three words. */
export function roleOf({ words, role }: Office): string {
  const at = words.findLastIndex(({ low }) => low === role);
  let from = at;
  while (from > 0 && isOfRole(words[from - 1])) from -= 1;
  const before = words.slice(from, at).map(({ low }) => low);
  return [...before, writtenOut(role)].join(' ');
}

function isOfRole(word: Word | undefined): boolean {
  if (!word || word.genitive || countryWord(word.text)) return false;
  return describing.has(word.low) || word.capital || /^[\p{Ll}-]+$/u.test(word.text);
}
