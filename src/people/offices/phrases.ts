// The ways to say an office without its holder: in a text ("the vice premier"), and as it is typed ("china's leader", "the nato chief").
import { countries } from '../../corpus/names/countries.ts';
import { describing, isTitle, notHolding } from '../../corpus/names/offices.ts';
import type { OfficeTold } from '../data.ts';

const past = new RegExp(`\\b(?:${notHolding.join('|')})\\b`, 'u');

export function isPast({ text }: Pick<OfficeTold, 'text'>): boolean {
  return past.test(text.toLowerCase());
}

/** As a text may say it: with its country anywhere in the document, by itself behind "the". */
export function phrasesFor(office: OfficeTold): string[] {
  const { role, held, alone } = office;
  if (!held || isPast(office) || role === '') return [];
  const isOne = alone && (role.includes(' ') || single.test(role));
  return isOne ? [...tiedTo(office, role), `the ${role}`] : tiedTo(office, role);
}

/** As it may be typed, of all documents: never without what it is an office of. */
export function typedFor(office: OfficeTold): string[] {
  const { role, held } = office;
  if (!held || isPast(office) || role === '') return [];
  const own = tiedTo(office, role);
  const heads = leading.test(role) ? ['leader', 'chief', 'head'] : [];
  const led = heads.flatMap((head) => tiedTo(office, head));
  const body = bodyOf(office);
  const ofBody = shortened(body).flatMap((each) =>
    [bare(role, each), ...heads].map((head) => `${each} ${head}`),
  );
  return [...new Set([...own, ...led, ...ofBody])];
}

/** An office of two words and more as the text has it, and without whose it is: "France’s secretary of state for the elderly". */
export function officeAlone(text: string): string[] {
  const bare = text.replace(/^.*?[’']s?\s/u, '');
  const short = bare.replace(/^(?:(?:principal|senior|longtime|current|special|top|lead|ranking)\s)+/iu, '');
  const all = [text, bare, short].flatMap((each) => [each, withInitials(each)]);
  return [...new Set(all)].filter((each) => /\p{L}\s+\p{L}/u.test(each));
}

/** "chief prosecutor of the ICC" */
function withInitials(text: string): string {
  return text.replace(
    /(?<=\s(?:of|at|for)\s(?:the\s)?)\p{Lu}\p{L}+(?:\s(?:of\s|and\s|for\s)?\p{Lu}\p{L}+){2,5}$/u,
    (body) => [...body.matchAll(/(?<!\p{L})\p{Lu}/gu)].join(''),
  );
}

/** Of these a text seldom means two; of senators and ministers it speaks of many. */
const single =
  /^(?:president|premier|chancellor|pope|king|queen|mayor|secretary-general|emir|sultan|\p{L}+(?:minister|kanzler)(?:in)?)$/u;

/** Whoever is called so leads what it is an office of. */
const leading =
  /(?:^|\s)(?:president|premier|chancellor|prime minister|secretary general|secretary-general|director general|director-general|leader|head|chief)$/u;

function tiedTo({ country, seat }: OfficeTold, role: string): string[] {
  const seated = seat === undefined ? [] : [`${seat} ${role}`, `${role} of ${seat}`, `${role} from ${seat}`];
  const known = countries().all.find(({ id }) => id === country);
  if (!known) return seated;
  const own = known.names.flatMap((name) => [
    `${name} ${role}`,
    `${role} of ${name}`,
    `${role} of the ${name}`,
  ]);
  const belonging = known.id === 'united-states' ? ['American', 'U.S.'] : [];
  return [...seated, ...own, ...[known.demonym ?? [], belonging].flat().map((word) => `${word} ${role}`)];
}

/** "National Harbour Federation" as it is typed, too: "Harbour Federation". */
function shortened(body: string | undefined): string[] {
  if (body === undefined) return [];
  const words = body.split(' ');
  return words.length > 2 ? [body, words.slice(1).join(' ')] : [body];
}

/** What body an office is of by its words: "NATO" of "NATO chief" and of "secretary general of NATO". */
function bodyOf({ text, country }: OfficeTold): string | undefined {
  if (country !== undefined) return undefined;
  const behind = /\sof (?:the )?(\p{Lu}[\p{L}\p{M}’'-]*(?: \p{Lu}[\p{L}\p{M}’'-]*){0,3})$/u.exec(text)?.[1];
  if (behind !== undefined) return behind;
  const words = text.split(' ');
  const end = words.findIndex((word) => isTitle(word.toLowerCase()) || describing.has(word.toLowerCase()));
  const body = words.slice(0, Math.max(0, end));
  // "Nucor's chief executive"
  const owned = body.map((word) => word.replace(/['’]s?$/u, ''));
  return owned.length > 0 && owned.every((word) => /^\p{Lu}/u.test(word)) ? owned.join(' ') : undefined;
}

/** A role without the body that stands before it. */
function bare(role: string, body: string): string {
  const before = `${body.toLowerCase()} `;
  return role.startsWith(before) ? role.slice(before.length) : role;
}
