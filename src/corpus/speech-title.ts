// Whose speech a title names, in the five languages: "Remarks by President Biden on …", "Rede von Bundeskanzler Scholz im …". One
// speaker or none: what is said by several, to somebody or about somebody is nobody's.
import { isBodyWord } from './bodies.ts';
import { countryWord } from './countries.ts';
import { fold } from './folding.ts';
import { describing, honorifics, isPluralRole, isRole, isTitle, portfolios } from './offices.ts';
import { particles } from './particles.ts';
import type { Span } from './passages.ts';

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
  let words: readonly Word[] | undefined = wordsIn(line, head.index + head[0].length);
  while (words && found.length < mostSpeakers) {
    const end = endOf(words);
    const [first] = words;
    const last = words[end - 1];
    if (first && last && isSomebody(words.slice(0, end), false))
      found.push({ start: first.start, end: last.end });
    words = nextInList(words, end);
  }
  return found;
}

/** The words of the next speaker of a list: "…, and the President of Sudmark"; undefined where it ends. */
function nextInList(words: readonly Word[], end: number): readonly Word[] | undefined {
  const next = words[end];
  if (!next || !(conjunction.test(next.low) || /[,&]/u.test(next.gap))) return undefined;
  // Where nobody's name begins the list goes on behind the word all the same.
  const from = words.findIndex(
    ({ low }, at) => at >= Math.max(end, 1) && !conjunction.test(low) && !article.test(low),
  );
  return from < 0 ? undefined : words.slice(from);
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

interface Word extends Span {
  readonly text: string;
  readonly low: string;
  readonly capital: boolean;
  /** What stands before it. */
  readonly gap: string;
}

const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[.’'ʼ‑-]+[\p{L}\p{M}\p{N}]+)*/gu;

function wordsIn(line: string, from: number): Word[] {
  let last = from;
  return [...line.matchAll(word)].flatMap(({ 0: text, index }): Word[] => {
    if (index < from) return [];
    const gap = line.slice(last, index);
    last = index + text.length;
    return [{ text, low: fold(text).text, capital: /^\p{Lu}/u.test(text), gap, start: index, end: last }];
  });
}

/** Where a title goes on behind the speaker: with a place, a time, an occasion, a subject. */
const goesOn: ReadonlySet<string> = new Set(
  `at in on before after during following with about regarding against ahead upon as via en marking to for from announcing honoring
  honouring welcoming celebrating commemorating recognizing concerning introducing unveiling reaffirming signing opening closing
  condemning calling urging highlighting discussing outlining addressing thanking congratulating presenting awarding visiting
  touring meeting hosting accepting launching releasing observing paying providing responding supporting previewing pardoning
  convening joining remembering mourning participating extending encouraging delivering receiving assessing sending applauding
  warning speaking while aboard one two three four five six seven eight nine ten delivered made given zum zur zu im auf bei beim vor
  anlasslich am an uber nach a au aux devant lors sur pour dans w we na do podczas z przed po ws dla o у в до під перед з із щодо
  про для за`.split(/\s+/u),
);
const tying = /^(?:of|de|du|des|d|der|fur)$/u;
const conjunction = /^(?:and|und|et|i|oraz|та|і|и)$/u;
const article = /^(?:the|der|die|das|des|le|la|l|du)$/u;
/** Offices that are tied to what they are of by more than "of". */
const tiedBy = {
  to: /^(?:advis[eo]r|assistant|ambassador|envoy|counsell?or|aide|delegate|representative|secretary)$/u,
  for: /^(?:minister|secretary|undersecretary|coordinator|commissioner|representative|envoy|advis[eo]r|director|spokes\p{L}+|ministre|beauftragter?)$/u,
};

/** How many of the words name the speaker. */
function endOf(words: readonly Word[]): number {
  let at = 0;
  while (at < words.length && belongs(words, at)) at += 1;
  while (at > 0 && !words[at - 1]?.capital && !isTitle(words[at - 1]?.low ?? '')) at -= 1;
  return at;
}

function belongs(words: readonly Word[], at: number): boolean {
  const [before, each, next] = [words[at - 1], words[at], words[at + 1]];
  if (!each || (before && !/^(?: |\. |’ )$/u.test(each.gap) && !isSuffix(each))) return false;
  if (isTie(words, at)) return true;
  if (isOfficeBehind(words, at, each)) return false;
  if (before && goesOn.has(each.low)) return false;
  if (conjunction.test(each.low)) return next !== undefined && isPortfolioPair(words, at);
  return each.capital || isSmallWord(words, at);
}

/** A word of an office, or a particle of a name. */
function isSmallWord(words: readonly Word[], at: number): boolean {
  const [before, each, next] = [words[at - 1], words[at], words[at + 1]];
  if (!each) return false;
  if (isTitle(each.low) || describing.has(each.low)) return true;
  if (before && portfolios.has(each.low)) return true;
  const beyond = next && particles.has(next.low) ? words[at + 2] : next;
  return particles.has(each.low) && beyond?.capital === true;
}

/** "Dr. Ida Holm | Assistant to the President" */
function isOfficeBehind([first]: readonly Word[], at: number, each: Word | undefined): boolean {
  return (
    at > 1 &&
    honorifics.has(first?.low ?? '') &&
    each !== undefined &&
    (isRole(each.low) || describing.has(each.low))
  );
}

function isSuffix({ low, gap }: Word): boolean {
  return /^(?:jr|sr|ii|iii|iv)$/u.test(low) && gap === ', ';
}

/** "of", "to the", "for" between an office and what it is of. */
function isTie(words: readonly Word[], at: number): boolean {
  const each = words[at];
  const next = words[at + 1];
  if (!each) return false;
  const isTied = tying.test(each.low);
  const tie = article.test(each.low) && !isTied ? words[at - 1] : each;
  const before = words[(tie === each ? at : at - 1) - 1];
  if (!tie || !before) return false;
  const isNext = next?.capital === true || article.test(next?.low ?? '') || isTitle(next?.low ?? '');
  if (tying.test(tie.low)) return isNext;
  const tied = tie.low === 'to' ? tiedBy.to : tie.low === 'for' ? tiedBy.for : undefined;
  return tied?.test(before.low) === true && isNext;
}

/** "Secretary of Health and Human Services": what an office is of, and not two people. */
function isPortfolioPair(words: readonly Word[], at: number): boolean {
  const tie = words.slice(0, at).findLastIndex(({ low }) => /^(?:of|for)$/u.test(low));
  if (tie < 0 || at - tie > 3) return false;
  const object = words.slice(tie + 1, at);
  return object.every(
    ({ low }) => portfolios.has(low) || describing.has(low) || low === 'the' || isBodyWord(low),
  );
}

/** An office, or a name of two words and more that is no body's; nobody where several hold the office. */
function isSomebody(words: readonly Word[], isPlain: boolean): boolean {
  if (words.some(({ low }) => isPluralRole(low))) return false;
  const last = words.at(-1);
  if (!last || /^(?:office|members?|representatives|families|group)$/u.test(words[0]?.low ?? ''))
    return false;
  const role = words.findIndex(({ low }) => isTitle(low));
  const tie = words.findIndex(({ low }, at) => at > 0 && /^(?:of|for|to|de|du|des|der)$/u.test(low));
  const head = words[(tie < 0 ? words.length : tie) - 1];
  if (role >= 0) {
    // "Vice President’s Office" is a body, and so is what ends as one before "of".
    return head !== undefined && (isTitle(head.low) || !isBodyWord(head.low));
  }
  if (isPlain || tie >= 0 || words.length < 2 || words.length > 4 || isBodyWord(last.low)) return false;
  const isAcronym = ({ text }: Word): boolean => text.length > 1 && text === text.toUpperCase();
  if (isAcronym(last) && !words.every(isAcronym)) return false;
  return words.every(({ capital, low }) => capital || particles.has(low)) && !words.some(isPlace);
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

function isPlace({ text }: Word): boolean {
  return countryWord(text) !== undefined;
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
