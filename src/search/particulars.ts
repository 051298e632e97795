// What a question says in particular: whose office, about what, which of a group, when and where somebody did it. A sentence on
// the same people answers none of these by itself.
import { list } from './lists.ts';
import { MARK } from './marks.ts';
import type { Stretch } from './matching.ts';
import type { Question, QuestionTerm } from './question.ts';
import type { ReadPassage } from './read-passage.ts';
import { shortness } from './shortness.ts';

export const PARTICULAR_EVIDENCE = [
  /** "Who is Finland's *prime minister*?", and the passage knows of Finland another office alone. */
  'otherOffice',
  /** "What did Trump say about *sanctions*?", and the passage does not speak of them. */
  'aboutMissing',
  /** "*Which* circles …", and the sentence says "some circles". */
  'groupOnly',
  /** "When did Ukraine *apply* …", "Where did …", and the sentence of a short paragraph does not tell of the deed. */
  'deedMissing',
  /** "Where was the statement *issued*?", and what a short paragraph places is something else. */
  'otherPlace',
] as const;
export type ParticularEvidence = Record<(typeof PARTICULAR_EVIDENCE)[number], number>;

const set = (text: string): ReadonlySet<string> => new Set(list(text));
const OFFICES = set('president minister chancellor premier king queen monarch secretary ambassador leader');
/** What makes one minister another one. */
const BRANCHES = set(
  'foreign defence defense finance interior economy energy justice trade deputy vice former',
);
const UTTER = set(
  'say says said saying tell tells told think thinks thought state states stated write wrote claim claims claimed announce announced comment remark speak spoke talk reply answer mention mentioned discuss discussed opinion view position stance statement text declaration',
);
const ABOUT = set('about regarding concerning');
const GROUPS = set('some several certain other others various another any many few');

/** The evidence, 0 to 1 each; `sentenceCover` and `cover` tell how much of each term sentence and passage hold. */
export function particularsOf(
  question: Question,
  sentence: Stretch,
  sentenceCover: Float32Array,
  cover: Float32Array,
): ParticularEvidence {
  const { kind, wanted, act, doer } = question;
  const is = (yes: boolean): number => (yes ? 1 : 0);
  const short = shortness(sentence.read);
  const timed = kind === 'time' || kind === 'place';
  return {
    otherOffice: is(hasOtherOffice(question, sentence)),
    aboutMissing: is(lacksTopic(question, cover)),
    groupOnly: is(namesGroupOnly(question, sentence)),
    deedMissing: short * is(timed && act >= 0 && doer.length > 0 && (sentenceCover[act] ?? 0) === 0),
    otherPlace: short * is(kind === 'place' && (wanted & MARK.placed) !== 0 && placesOther(sentence)),
  };
}

interface Office {
  readonly country: number;
  readonly office: number;
  readonly branch: string | undefined;
}

/** The office and the country of "Finland's prime minister", "the foreign minister of Germany", as indices of terms. */
function officeAsked({ terms, folded, marks }: Question): Office | undefined {
  const isCountry = ({ position, last }: QuestionTerm): boolean =>
    last === position && ((marks[position] ?? 0) & MARK.people) !== 0;
  for (const [office, term] of terms.entries()) {
    if (!OFFICES.has(folded[term.last] ?? '') && !OFFICES.has(folded[term.position] ?? '')) continue;
    const country = terms.findIndex(
      (other) =>
        isCountry(other) &&
        ((other.position < term.position && term.position - other.position <= 2) ||
          (folded[term.last + 1] === 'of' && other.position > term.last && other.position - term.last <= 3)),
    );
    const before = folded[term.last - 1] ?? '';
    if (country >= 0 && country !== office)
      return { country, office, branch: BRANCHES.has(before) ? before : undefined };
  }
  return undefined;
}

/** Words that may stand between a country and its office: "German *foreign* minister". */
const NEAR = 3;

/** The country stands beside an office and never beside the one that is asked for. */
function hasOtherOffice(question: Question, { read, match }: Stretch): boolean {
  const asked = officeAsked(question);
  if (!asked) return false;
  // "Who is the *foreign* minister of …?" is answered by no paragraph without one.
  let other = asked.branch !== undefined && question.kind === 'person' && !hasBranch(asked.branch, read);
  for (let place = 0; place < read.terms.length; place += 1) {
    if (match.at[place] !== asked.country) continue;
    const office = officeBeside(read, place);
    if (office < 0) continue;
    if (match.at[office] === asked.office && (!asked.branch || read.folded[office - 1] === asked.branch))
      return false;
    other = true;
  }
  return other;
}

function hasBranch(branch: string, { folded }: ReadPassage): boolean {
  return folded.some((word, place) => word === branch && OFFICES.has(folded[place + 1] ?? ''));
}

/** Where the office of the country at `country` stands, −1 where none does: "Polish Prime *Minister*", "*president* of Poland". */
function officeBeside({ folded, marks }: ReadPassage, country: number): number {
  for (let place = country + 1; place <= country + NEAR; place += 1) {
    if (OFFICES.has(folded[place] ?? '')) return place;
    if ((marks[place] ?? 0) & MARK.people) break;
  }
  const of = folded[country - 1] === 'the' ? country - 2 : country - 1;
  return folded[of] === 'of' && OFFICES.has(folded[of - 1] ?? '') ? of - 1 : -1;
}

/** Nothing of what stands behind "about" is there. */
function lacksTopic({ folded, terms }: Question, cover: Float32Array): boolean {
  const about = folded.findIndex((word, index) => index > 0 && ABOUT.has(word));
  if (about < 0 || !folded.slice(0, about).some((word) => UTTER.has(word))) return false;
  const topic = terms.flatMap(({ position }, index) => (position > about ? [cover[index] ?? 0] : []));
  return topic.length > 0 && topic.every((value) => value === 0);
}

/** Before the noun, "*some* Western circles", and behind it, "leaders including *Merz*". */
const BEFORE_GROUP = 3;
const BEHIND_GROUP = 3;

/** "Which circles …", and wherever they stand they are "some circles", no name behind them. */
function namesGroupOnly({ focus, folded, terms }: Question, { read, match, from, to }: Stretch): boolean {
  if (focus < 0 || folded[(terms[focus]?.position ?? 0) - 1] === 'many' || !folded.includes('which'))
    return false;
  let found = false;
  for (let place = from; place < to; place += 1) {
    if (match.at[place] !== focus) continue;
    found = true;
    const before = read.folded.slice(Math.max(from, place - BEFORE_GROUP), place);
    const named = read.marks
      .subarray(place + 1, Math.min(to, place + 1 + BEHIND_GROUP))
      .some((mark, step) => (mark & MARK.name) !== 0 && (match.at[place + 1 + step] ?? -1) < 0);
    if (named || !before.some((word) => GROUPS.has(word))) return false;
  }
  return found;
}

const ARTICLE = set('the a an his her its their');

/** A place is named, and wherever one is it belongs to a word that is not the question's: "a *summit* in Alaska". */
function placesOther({ read, match, from, to }: Stretch): boolean {
  let found = false;
  for (let place = from; place < to; place += 1) {
    if (((read.marks[place] ?? 0) & MARK.placed) === 0 || (match.at[place] ?? -1) >= 0) continue;
    const preposition = ARTICLE.has(read.folded[place - 1] ?? '') ? place - 2 : place - 1;
    const head = preposition - 1;
    if (head < from || read.terms[head] === '' || (match.at[head] ?? -1) >= 0) return false;
    found = true;
  }
  return found;
}
