// Whether somebody who is said to have spoken is the one whom the source names. Where that cannot be told, nothing is.
import { type Dossier, namesOf, type Person } from '../corpus/dossier.ts';
import { fold } from '../corpus/folding.ts';
import type { Speaker } from '../statements/statement.ts';

/** Who spoke, as a source writes it. */
export type Voice = Pick<Speaker, 'text' | 'kind' | 'resolved' | 'person' | 'party'>;

export type Likeness = 'same' | 'other' | 'unknown';

/** Knows people and parties under all their names. */
export interface Who {
  /** Whether a text is, as a whole, the name of somebody in the dossier. */
  isName(text: string): boolean;
  /** The person or party that a single word names. */
  named(folded: string): string | undefined;
  compare(claimed: string, voice: Voice): Likeness;
}

interface Meant {
  readonly person: Person | undefined;
  readonly party: string | undefined;
}

const set = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Offices and forms of address: alone they name nobody for certain. */
const offices = set(
  'the a an of and for to mr ms mrs miss dr prof sir dame lord lady president vice prime minister premier chancellor secretary general state foreign defense defence deputy former senator sen representative rep congressman congresswoman governor gov mayor ambassador director administrator chair chairman chairwoman chairperson commissioner king queen prince princess pope press first spokesman spokeswoman spokesperson acting admiral colonel captain lieutenant sergeant judge justice attorney surgeon speaker leader majority minority senior administration official officials operator moderator participant participants audience member members reporter reporters q question aide interpreter subject unknown voice child host questioner',
);

export function openWho(dossier: Dossier): Who {
  const byName = new Map<string, Meant>();
  for (const person of dossier.people)
    for (const name of namesOf(person)) byName.set(plain(name), { person, party: person.party });
  for (const party of dossier.parties)
    for (const name of namesOf(party)) byName.set(plain(name), { person: undefined, party: party.id });
  const longest = Math.max(1, ...[...byName.keys()].map((name) => name.split(' ').length));
  const people = new Map(dossier.people.map((person) => [person.id, person]));

  const meantBy = (text: string): Meant | undefined => meantIn(plain(text).split(' '), byName, longest);
  return {
    isName: (text) => byName.has(plain(text)),
    named: (folded) => {
      const meant = byName.get(folded);
      return meant?.person?.id ?? meant?.party;
    },
    compare: (claimed, voice) => {
      const spoke = voiceMeant(voice, people) ?? meantBy(voice.resolved ?? voice.text);
      return compare(claimed, meantBy(claimed), voice, spoke);
    },
  };
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

function compare(
  claimed: string,
  meant: Meant | undefined,
  voice: Voice,
  spoke: Meant | undefined,
): Likeness {
  if (meant && spoke) return comparePlaces(meant, spoke, voice);
  if (voice.kind === 'pronoun' && voice.resolved === undefined) return 'unknown';
  return compareWords(claimed, voice, meant);
}

function comparePlaces(meant: Meant, spoke: Meant, voice: Voice): Likeness {
  if (meant.person && spoke.person) return meant.person.id === spoke.person.id ? 'same' : 'other';
  if (meant.party === spoke.party) {
    // Of a side's words nobody can tell which of its people said them; a person's words are their side's.
    return meant.person ? 'unknown' : 'same';
  }
  // Many spoke at once, and who of them is not told.
  return voice.kind === 'collective' && meant.person ? 'unknown' : 'other';
}

/** Without the dossier: the names themselves, "MR. SULLIVAN" and "Jake Sullivan". */
function compareWords(claimed: string, voice: Voice, meant: Meant | undefined): Likeness {
  const own = namesIn(meant?.person ? `${claimed} ${meant.person.name}` : claimed);
  const theirs = namesIn(voice.resolved ?? voice.text);
  if (own.some((word) => theirs.includes(word))) return 'same';
  // "The diplomatic source" is nobody whom one could name.
  if (voice.kind === 'unnamed')
    return own.length > 0 && (meant?.person || /^\p{Lu}/u.test(claimed.trim())) ? 'other' : 'unknown';
  if (voice.kind !== 'named' && voice.kind !== 'pronoun') return 'unknown';
  const bothNamed = own.length > 0 && theirs.length > 0 && /\p{Lu}/u.test(claimed);
  return bothNamed && (meant === undefined || meant.person !== undefined) ? 'other' : 'unknown';
}

/** The words of a name that are no office: of "MR. SULLIVAN" only "sullivan". */
function namesIn(text: string): string[] {
  return plain(text)
    .split(' ')
    .filter((word) => word.length > 1 && !offices.has(word));
}

/** Letters and digits with single spaces, folded; "U.S." is "us", and "Ukraine's" ends with an s of its own. */
function plain(text: string): string {
  const words = fold(text)
    .text.replace(/(?<=\b[a-z])\.(?=[a-z]\b)/g, '')
    .replace(/(?<=\b[a-z]{2,4})\.(?=\s|$)/g, '')
    .match(/[\p{L}\p{N}]+/gu);
  const named = words ?? [];
  return (named.length > 1 && named[0] === 'the' ? named.slice(1) : named).join(' ');
}
