// Whose speech a title names, in the five languages: "Remarks by President Biden on …", "Rede von Bundeskanzler Scholz im …". One
// speaker or none: what is said by several, to somebody or about somebody is nobody's.

import type { Span } from '../passages.ts';
import { describing, isTitle } from './offices.ts';
import {
  article,
  belongs,
  conjunction,
  endOf,
  goesOn,
  isOfficeBehind,
  isSomebody,
  type Word,
  wordsIn,
} from './title-words.ts';

/** Who speaks, as written, without an article: "President of Ukraine Volodymyr Zelenskyy". Places are offsets into the title. */
export interface SpeakerNamed extends Span {
  readonly text: string;
  /** With an office that is set behind the name: "Oleksii Arestovych, Adviser to the Head of …". */
  readonly whole: Span;
}

/** What one person says, with what ties it to whoever says it. Press briefings and interviews have several voices. */
const speeches: readonly string[] = [
  String.raw`(?:(?:full|opening|closing|introductory|keynote|inaugural|pre-?taped|video|televised|written|new year['’]?s|easter|christmas|independence day|urgent|evening|national|farewell|special|brief)\s){0,3}(?:speech|address|remarks|statement|appeal|message|lecture|greetings?|congratulations|briefing|testimony|toast|eulogy|comments|keynote)(?:,? as (?:prepared(?: for delivery)?|delivered))?,?\s(?:(?:delivered|given|made)\s)?(?:by|of|from)\s(?:the\s)?`,
  String.raw`(?:\p{L}*(?:rede|ansprache|erklärung|statement|videobotschaft|grußwort|botschaft))\s(?:von|des|der|vom)\s`,
  String.raw`(?:discours|allocution|déclaration|intervention|adresse|message|vœux|voeux|propos|mot)\s(?:(?:prononcée?|liminaire)\s)?(?:d['’]|de\s(?:la\s|l['’])?|du\s|par\s(?:le\s|la\s|l['’])?)`,
  String.raw`(?:przemówienie|wystąpienie|orędzie|oświadczenie|exposé|expose|przesłanie)\s`,
  String.raw`(?:промова|виступ|звернення|відеозвернення|заява|послання|привітання)\s`,
];
const opening = String.raw`(?:^|[:|]\s|\s[–—-]\s)(?:(?:the|full text|text|transcript|video|icymi|excerpts?)(?:\s(?:of|from))?:?\s)?`;
const heads = new RegExp(`${opening}(?:${speeches.join('|')})`, 'iu');
/** "Remarks on a New Strategy by Director Ida Holm", to the end of the title. */
const late = /^(?:speech|address|remarks|lecture)\s(?:on|at|to|in|before)\s.{3,150}\sby\s(?:the\s)?/iu;
/** "First Lady Ida Holm’s Remarks at …" */
const owned =
  /^(?:the\s)?(?<name>\p{Lu}[^:|’']{2,80})[’']s?\s(?:(?:opening|closing|full)\s)?(?:speech|address|remarks)(?=$|\s(?:at|to|in|on|before|during|as)\s)/iu;

/** No title is read farther, in characters. */
const longest = 300;

function plainLine(title: string): string {
  return title.slice(0, longest).replace(/[\s\u00a0]/gu, ' ');
}

/** The one who speaks by a title; undefined where it names nobody, or several. */
export function speakerNamed(title: string): SpeakerNamed | undefined {
  const line = plainLine(title);
  const head = heads.exec(line);
  if (head) return speakerFrom(line, title, head.index + head[0].length);
  const by = late.exec(line);
  const last = by && speakerFrom(line, title, by[0].length);
  if (last) return last.whole.end === line.trimEnd().length ? last : undefined;
  const name = owned.exec(line)?.groups?.['name'];
  const owner =
    name === undefined
      ? undefined
      : speakerFrom(line.slice(0, line.indexOf(name) + name.length), title, line.indexOf(name));
  return owner && owner.end === line.indexOf(name ?? '') + (name?.length ?? 0) ? owner : undefined;
}

/** All who speak by a title, each with an office or a name: "Remarks by President Biden and Prime Minister Lapid". */
export function speakersNamed(title: string): Span[] {
  const line = plainLine(title);
  const one = speakerNamed(title);
  if (one) return [one.whole];
  const head = severalVoices.exec(line) ?? heads.exec(line);
  if (!head) return [];
  const found: Span[] = [];
  let words: readonly Word[] = wordsIn(line, head.index + head[0].length);
  while (words.length > 0 && found.length < mostSpeakers) {
    const end = endOf(words);
    const [first] = words;
    const last = words[end - 1];
    if (first && last && isSomebody(words.slice(0, end), false))
      found.push({ start: first.start, end: last.end });
    // At least one word less: the list ends, whatever is in it. Where nobody's name begins it goes on behind the word all the same.
    const rest = words.slice(Math.max(end, 1));
    words = goesOnAt(words[end]) ? fromNext(rest) : [];
  }
  return found;
}

/** Whether a list of speakers goes on at a word: "…, and the President of Sudmark". */
function goesOnAt(word: Word | undefined): boolean {
  return word !== undefined && (conjunction.test(word.low) || /[,&]/u.test(word.gap));
}

/** The words of the next speaker of a list, and all behind them. */
function fromNext(rest: readonly Word[]): readonly Word[] {
  const from = rest.findIndex(({ low }) => !conjunction.test(low) && !article.test(low));
  return from < 0 ? [] : rest.slice(from);
}

const mostSpeakers = 12;

/** What several say in turns: their names stand in its title, and none of them has it all. */
const severalVoices =
  /(?:^|[:|]\s|\s[–—-]\s)(?:[\p{L}-]+\s){0,4}?(?:press (?:briefing|conference|gaggle|call|availability)|gaggle|briefing|interview|conversation|conference|remarks|pressekonferenz|conférence de presse|konferencja prasowa|прес-?конференція)\s(?:(?:by|of|with|from|von|mit|des|der|du|de|avec)\s)?(?:the\s)?/iu;

/** The speaker whose name begins at a place of a title. */
function speakerFrom(line: string, title: string, from: number): SpeakerNamed | undefined {
  const words = wordsIn(line, from);
  const end = endOf(words);
  const [first] = words;
  const last = words[end - 1];
  if (!first || !last || !isSomebody(words.slice(0, end), byNobody.test(line.slice(0, from))))
    return undefined;
  const named = nameBehind(words, end);
  if (named)
    return {
      start: first.start,
      end: named,
      text: title.slice(first.start, named),
      whole: { start: first.start, end: named },
    };
  const behind = behindVoice(words, end, line);
  if (behind === undefined) return undefined;
  const span = { start: first.start, end: last.end };
  return { ...span, text: title.slice(span.start, span.end), whole: { start: span.start, end: behind } };
}

/** "Message of Hope", "Déclaration de Los Angeles": behind these only an office tells that somebody speaks. */
const byNobody = /\s(?:of|de|du)\s(?:the\s|la\s|l['’])?$/iu;

/** The end of a name behind the comma of an office without one: "Assistant to the President, Dr. Ida Holm". */
function nameBehind(words: readonly Word[], end: number): number | undefined {
  const office = words.slice(0, end);
  const rest = words.slice(end);
  if (!/^(?:to|for)$/u.test(office.find(({ low }) => /^(?:of|to|for)$/u.test(low))?.low ?? ''))
    return undefined;
  if (rest[0]?.gap !== ', ') return undefined;
  const to = rest.findIndex(
    (each, at) => !each.capital || (at > 0 && !/^\.? $/u.test(each.gap)) || goesOn.has(each.low),
  );
  const name = rest.slice(0, to < 0 ? rest.length : to);
  const next = rest[name.length];
  if (name.length < 2 || name.length > 4 || (next && (conjunction.test(next.low) || next.gap.includes(','))))
    return undefined;
  return name.at(-1)?.end;
}

/** The end of what belongs to the speaker; undefined where the title goes on with somebody else, or with a verb. */
function behindVoice(words: readonly Word[], end: number, line: string): number | undefined {
  const last = words[end - 1];
  const next = words[end];
  if (!last) return undefined;
  if (!next)
    return /^[.\s]*(?:[&+]|$)/u.test(line.slice(last.end)) && line.slice(last.end).includes('&')
      ? undefined
      : last.end;
  if (/[&+/]/u.test(next.gap) || conjunction.test(next.low)) return undefined;
  if (/[:|(–—"“]|\s-\s|\.\s/u.test(next.gap)) return last.end;
  if (next.gap.includes(',')) return behindComma(words, end);
  if (isOfficeBehind(words, end, next)) return endOfOffice(words, end);
  return goesOn.has(next.low) || /^\d/u.test(next.text) ? last.end : undefined;
}

/** An office behind a comma is the speaker's; another name is another speaker's. */
function behindComma(words: readonly Word[], end: number): number | undefined {
  const last = words[end - 1];
  const rest = words.slice(end);
  const stop = rest.findIndex(({ low, gap }, at) => at > 0 && (goesOn.has(low) || /[:|(–—]/u.test(gap)));
  const part = rest.slice(0, stop < 0 ? rest.length : stop);
  if (part.some(({ low, gap }, at) => at > 0 && (conjunction.test(low) || gap.includes('&'))))
    return undefined;
  const role = part.findIndex(({ low, gap }, at) => isTitle(low) && (at === 0 || !gap.includes(',')));
  if (role < 0) return last?.end;
  const named = part[role + 1];
  if (named?.capital && /^\.? $/u.test(named.gap) && !isTitle(named.low) && !describing.has(named.low))
    return undefined;
  return endOfOffice(words, end);
}

function endOfOffice(words: readonly Word[], from: number): number | undefined {
  let at = from + 1;
  while (at < words.length && belongs(words, at)) at += 1;
  return words[at - 1]?.end;
}
