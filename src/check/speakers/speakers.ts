// Whether somebody who is said to have spoken is the one whom the source names. Where that cannot be told, nothing is.

import { type Dossier, ownNamesOf, type Person } from '../../corpus/dossier.ts';
import { namesIn } from '../../corpus/labels/label-form.ts';
import { pronounAddressed, pronounOf } from '../../corpus/names/given-names.ts';
import { offices } from '../../corpus/names/offices.ts';
import { begins, ends, wholeWords } from '../../corpus/text/borders.ts';
import { fold } from '../../corpus/text/folding.ts';
import { pronouns } from '../../corpus/text/pronouns.ts';
import type { Speaker } from '../../statements/statement.ts';

/** Who spoke, as a source writes it. */
export type Voice = Pick<Speaker, 'text' | 'kind' | 'resolved' | 'person' | 'party'>;

export type Likeness = 'same' | 'other' | 'unknown';

/** Knows people and parties under all their names. */
export interface Who {
  /** Whether a text is, as a whole, the name of somebody in the dossier, or a name behind an office: "MR. SULLIVAN". */
  isName(text: string): boolean;
  /** The person or party that a single word names. */
  named(folded: string): string | undefined;
  compare(claimed: string, voice: Voice): Likeness;
  /** Whether a text speaks of the person who is claimed. */
  mentions(claimed: string, text: string): boolean;
}

/** Whom somebody claims, and whom the source names. */
interface Said {
  readonly claimed: string;
  readonly written: string;
}

interface Meant {
  readonly person: Person | undefined;
  readonly party: string | undefined;
}

export function openWho(dossier: Dossier): Who {
  const byName = new Map<string, Meant>();
  for (const person of dossier.people)
    for (const name of ownNamesOf(person)) byName.set(plain(name), { person, party: person.party });
  for (const party of dossier.parties)
    for (const name of ownNamesOf(party)) byName.set(plain(name), { person: undefined, party: party.id });
  const longest = Math.max(1, ...[...byName.keys()].map((name) => name.split(' ').length));
  const groups = groupsIn(dossier);
  const people = new Map(dossier.people.map((person) => [person.id, person]));

  const meantBy = (text: string): Meant | undefined => meantIn(plain(text).split(' '), byName, longest);
  return {
    isName: (text) => byName.has(plain(text)) || isAddressed(text),
    named: (folded) => {
      const meant = byName.get(plain(folded));
      return meant?.person?.id ?? meant?.party;
    },
    compare: (claimed, voice) => {
      // Whom a text means by "she" it says elsewhere.
      if (pronouns.has(plain(claimed))) return 'unknown';
      const spoke = voiceMeant(voice, people) ?? meantBy(voice.resolved ?? voice.text);
      // Whether they spoke for the one whom they are named by, nobody can tell.
      if (isAnothers(claimed, byName)) return plain(claimed) === plain(voice.text) ? 'same' : 'unknown';
      const meant = meantBy(claimed);
      return meant && spoke
        ? comparePlaces({ claimed, written: voice.text }, meant, spoke, groups)
        : compareWords(claimed, voice, meant);
    },
    mentions: (claimed, text) => {
      const meant = meantBy(claimed);
      const words = new Set(plain(text).split(' '));
      return (
        (!meant || meant.person !== undefined) && ownNames(claimed, meant).some((word) => words.has(word))
      );
    },
  };
}

/** What somebody's own people are called by: "a Putin adviser", "Putin’s spokesman", "an aide to Merz". */
const helpers = new RegExp(
  `${wholeWords('advis[eo]rs?', 'aides?', 'spokes(?:man|men|woman|women|person|people)', 'all(?:y|ies)', 'critics?', 'officials?', 'deput(?:y|ies)', 'envoys?', 'secretar(?:y|ies)', 'lawyers?', 'staffers?', 'assistants?')}$`,
  'iu',
);

/** Whether a phrase is about somebody who works for, or against, the one whom it names. */
function isAnothers(phrase: string, names: ReadonlyMap<string, unknown>): boolean {
  if (names.has(plain(phrase))) return false;
  return helpers.test(headOf(phrase.split(',', 1)[0] ?? '').trim());
}

/** Parties that are several people together → their ids: the signatories of their joint statements. */
function groupsIn({ statements }: Dossier): ReadonlyMap<string, ReadonlySet<string>> {
  const groups = new Map<string, Set<string>>();
  for (const { party, issued, signed } of statements) {
    if (party === undefined) continue;
    const members = groups.get(party) ?? new Set();
    for (const { who } of [...issued, ...signed]) if (who !== undefined) members.add(who);
    groups.set(party, members);
  }
  return groups;
}

function voiceMeant({ person, party }: Voice, people: ReadonlyMap<string, Person>): Meant | undefined {
  const known = person === undefined ? undefined : people.get(person);
  if (known) return { person: known, party: known.party };
  return party === undefined ? undefined : { person: undefined, party };
}

/** The person whom a text names, or else the party: of "Ukrainian President Zelensky" the person. */
function meantIn(
  words: readonly string[],
  byName: ReadonlyMap<string, Meant>,
  longest: number,
): Meant | undefined {
  let party: Meant | undefined;
  for (let length = Math.min(longest, words.length); length > 0; length -= 1) {
    for (let from = 0; from + length <= words.length; from += 1) {
      const meant = byName.get(words.slice(from, from + length).join(' '));
      if (meant?.person) return meant;
      party ??= meant;
    }
  }
  return party;
}

/** Two who are known: "President Biden" of one document may be "Joe Biden" of another, and Jill Biden is not he. */
function comparePeople({ claimed, written }: Said, meant: Person, spoke: Person): Likeness {
  if (meant.id === spoke.id) return 'same';
  const [own, theirs] = [meant, spoke].map(({ name }) => namesIn(plain(name)));
  const last = theirs?.at(-1);
  if (last !== undefined && own?.at(-1) === last && isAddressedAs(written, last, meant)) return 'unknown';
  const isShort = Math.min(own?.length ?? 0, theirs?.length ?? 0) === 1;
  if (!isShort || last === undefined || own?.at(-1) !== last) return 'other';
  const words = new Set(plain(claimed).split(' '));
  return plain(spoke.name)
    .split(' ')
    .every((word) => words.has(word))
    ? 'same'
    : 'unknown';
}

/** "MS. GRINER" may be any woman of that name, whichever of them speaks more often elsewhere. */
function isAddressedAs(written: string, last: string, { name }: Person): boolean {
  const addressed = pronounAddressed(capitalized(written));
  const pronoun = pronounOf(name);
  const isLastAlone = namesIn(plain(written)).join(' ') === last;
  return addressed !== undefined && isLastAlone && (pronoun === undefined || pronoun === addressed);
}

/** "MS. GRINER" as "Ms. griner". */
function capitalized(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1).toLowerCase()}`;
}

/** Who is meant and who spoke, both known. */
function comparePlaces(
  said: Said,
  meant: Meant,
  spoke: Meant,
  groups: ReadonlyMap<string, ReadonlySet<string>>,
): Likeness {
  if (meant.person && spoke.person) return comparePeople(said, meant.person, spoke.person);
  // For whom somebody speaks need not be told anywhere.
  if (!meant.person && spoke.party === undefined) return 'unknown';
  // Of a side's words nobody can tell which of its people said them; a person's words are their side's.
  if (meant.party === spoke.party) return meant.person ? 'unknown' : 'same';
  const members = spoke.person ? undefined : groups.get(spoke.party ?? '');
  if (!members) return 'other';
  // Whoever signed a joint statement says it; for the country of one who signed that is not certain.
  if (meant.person) return members.has(meant.person.id) ? 'same' : 'other';
  return 'unknown';
}

/** Without the dossier: the names themselves, "MR. SULLIVAN" and "Jake Sullivan". */
function compareWords(claimed: string, voice: Voice, meant: Meant | undefined): Likeness {
  if (voice.kind === 'pronoun' && voice.resolved === undefined) return 'unknown';
  if (plain(claimed) === plain(voice.text)) return 'same';
  const own = ownNames(claimed, meant);
  const theirs = namesIn(plain(voice.resolved ?? voice.text));
  if (own.some((word) => theirs.includes(word))) return 'same';
  // A side may have said it through anybody; only somebody with a name of their own is certainly somebody else.
  const named =
    own.length > 0 && capital.test(claimed.trim()) && (meant === undefined || meant.person !== undefined);
  if (!named || voice.kind === 'collective') return 'unknown';
  const spoke = voice.resolved ?? voice.text;
  // "The diplomatic source" has no name, and is nobody whom one could name; "her counterpart" may well be whoever is named.
  if (isAnonymous(spoke)) return 'other';
  return theirs.length > 0 && voice.kind !== 'unnamed' && !isNoun(spoke) ? 'other' : 'unknown';
}

/** Whom a source keeps from being named. */
const anonymous = new RegExp(wholeWords('sources?', 'officials?', 'diplomats?', 'insiders?'), 'iu');
const ties = /\s(?:of|for|from|at|in|on|to|with|close|who|that)\s/u;

function isAnonymous(spoke: string): boolean {
  return anonymous.test(headOf(spoke));
}

/** Whether somebody is called by a noun or an office alone: "her counterpart", "the British Prime Minister". */
function isNoun(spoke: string): boolean {
  const head = headOf(spoke);
  const last = /[\p{L}\p{M}\p{N}.’'-]+(?=[^\p{L}\p{M}\p{N}]*$)/u.exec(head)?.[0] ?? '';
  // What is tied to a capital may be a part of the name's office: "Secretary of State Ford".
  return /^\p{Ll}/u.test(last) || (head === spoke && offices.has(plain(last)));
}

/** A phrase up to what is tied to it: "the head | of the bank". */
function headOf(spoke: string): string {
  return spoke.slice(0, ties.exec(spoke)?.index ?? spoke.length);
}

function ownNames(claimed: string, meant: Meant | undefined): string[] {
  return namesIn(plain(meant?.person ? `${claimed} ${meant.person.name}` : claimed));
}

const capital = /^\p{Lu}/u;

/** A name behind its form of address. Of offices only those that stand before names: "Press Release" is nobody. */
function isAddressed(text: string): boolean {
  const named = plain(text);
  const words = named.split(' ');
  return (
    words.length <= 5 && titles.has(words[0] ?? '') && namesIn(named).length > 0 && capital.test(text.trim())
  );
}

const titles = new Set(
  'mr ms mrs miss dr president chancellor secretary senator governor ambassador minister admiral congressman congresswoman'.split(
    ' ',
  ),
);

/** The points of "u.s". */
const inside = new RegExp(`(?<=${begins}\\p{L})\\.(?=\\p{L}${ends})`, 'gu');

/** Letters and digits with single spaces, folded; "U.S." is "us", and "Ukraine's" ends with an s of its own. */
function plain(text: string): string {
  const words = fold(text)
    .text.replace(inside, '')
    .match(/[\p{L}\p{N}]+/gu);
  const named = words ?? [];
  return (named.length > 1 && named[0] === 'the' ? named.slice(1) : named).join(' ');
}
