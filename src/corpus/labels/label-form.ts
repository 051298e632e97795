// What a label of a transcript looks like at the beginning of a line: "MR. X:", "Ida Holm, Minister (via interpreter):",
// "[00:12] Speaker 1:", "[X]:", "Q.". Whether it is one, the document tells (`labels.ts`).
import { isTitle, offices } from '../names/offices.ts';
import { particles } from '../names/particles.ts';

/** A line's beginning that has the form of a label. Places are offsets into the line. */
export interface LabelForm {
  /** The name or role, without what stands behind a comma or in brackets. */
  readonly name: string;
  readonly from: number;
  /** Where the words begin. */
  readonly end: number;
  readonly style: 'capitals' | 'mixed' | 'bracketed' | 'letter';
  readonly office: string | undefined;
  /** A time stands before it. */
  readonly stamped: boolean;
  /** What stands in brackets: "Norland", "spoke in Spanish". */
  readonly notes: readonly string[];
}

/** No label is longer, in characters. */
export const longestLabel = 150;

const stamp = String.raw`(?<stamp>[[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?(?:\s?[AaPp]\.?[Mm]\.?)?[\])]?\s*[-–—]?\s*)?`;
const lead = String.raw`^(?:>>\s*)?[*_]{0,2}["“]?${stamp}[*_]{0,2}`;
const brackets = String.raw`(?<notes>(?:\s?[([][^()[\]\n]{1,60}[)\]]){0,3})`;
const colon = String.raw`\s?[*_]{0,2}:[*_]{0,2}(?=\s|$)\s*`;

const named = new RegExp(`${lead}(?<name>\\p{Lu}[^:\\n()[\\]“”"!?;]{0,89}?)${brackets}${colon}`, 'u');
const bracketed = new RegExp(`${lead}\\[(?<name>\\p{L}[^\\]\\n]{0,40})\\](?<notes>)${colon}`, 'u');
/** Before the first word of a question no mark is needed; "A" alone is an article. */
const letter = new RegExp(
  `${lead}(?<name>[QA])(?<notes>)(?:[.:][*_]{0,2}|(?<=Q)[*_]{0,2}\\s)\\s*(?=[\\p{Lu}\\p{Pd}(“"‘«[0-9.…])`,
  'u',
);

/** The label that a line has the form of; undefined where it has none. */
export function formOf(line: string): LabelForm | undefined {
  const start = line.slice(0, longestLabel);
  const asked = letter.exec(start);
  if (asked) return { ...placesOf(asked), style: 'letter', office: undefined, notes: [] };
  if (!start.includes(':')) return undefined;
  const marked = bracketed.exec(start);
  if (marked) return { ...placesOf(marked), style: 'bracketed', office: undefined, notes: [] };
  const found = named.exec(start);
  return found ? namedForm(found) : undefined;
}

type Places = Pick<LabelForm, 'name' | 'from' | 'end' | 'stamped'>;

function placesOf({ 0: whole, groups }: RegExpExecArray): Places {
  const name = groups?.['name'] ?? '';
  const from = whole.indexOf(name);
  const stamped = groups?.['stamp'] !== undefined;
  return { name, from, end: whole.length, stamped };
}

/** A name or a role in capitals, or with a capital in every word but the small ones of names and offices. */
function namedForm(match: RegExpExecArray): LabelForm | undefined {
  const places = placesOf(match);
  const comma = places.name.indexOf(',');
  const name = (comma < 0 ? places.name : places.name.slice(0, comma)).trim();
  const office = comma < 0 ? undefined : places.name.slice(comma + 1).trim();
  const words = name.split(/\s+/u);
  if (words.length > 7 || (office !== undefined && !isOffice(office))) return undefined;
  const isMixed = words.every(isOfName) || roleOf(name.toLowerCase()) !== 'named';
  const style = words.every(isInCapitals) ? 'capitals' : isMixed ? 'mixed' : undefined;
  if (!style || !/\p{L}/u.test(name)) return undefined;
  const notes = [...(match.groups?.['notes'] ?? '').matchAll(/[([]([^)\]]*)/gu)].map(
    ([, inside = '']) => inside,
  );
  return { ...places, name, style, office, notes };
}

/** "Friends, we know:" is a sentence: what is set behind a name has a capital, or a word of an office. */
function isOffice(text: string): boolean {
  const words = text.split(/\s+/u);
  return (
    words.length <= 12 && words.some((word) => /^\p{Lu}/u.test(word) || offices.has(word) || isTitle(word))
  );
}

const small = new Set([...particles, 'of', 'the', 'for', 'and', 'to', 'on', 'in']);

function isInCapitals(word: string, at: number): boolean {
  if (at > 0 && small.has(word)) return true;
  return /^(?:Mc|Mac|Fitz)?[\p{Lu}\p{N}&][\p{Lu}\p{M}\p{N}.’'‑&/#-]*$/u.test(word);
}

function isOfName(word: string, at: number): boolean {
  if (at > 0 && small.has(word)) return true;
  return /^(?:\p{Lu}[\p{L}\p{M}.’'‑-]*|[#№]?\d{1,3})$/u.test(word);
}

/** The words of a label that are neither an office nor a form of address: of "MR. SULLIVAN" only "sullivan". */
export function namesIn(folded: string): string[] {
  return (folded.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length > 1 && !offices.has(word));
}

const joining = new Set('the a an of and for to'.split(' '));

/** Whether a label begins or ends with an office, a role or a form of address: "MR. X", "THE PRESIDENT", "X, MINISTER". */
export function isTitled(folded: string): boolean {
  const words = (folded.match(/\p{L}+/gu) ?? []).filter((word) => !joining.has(word));
  return [words[0], words.at(-1)].some((word) => word !== undefined && offices.has(word));
}

const unnamed = new RegExp(
  '^(?:the )?(?:(?:unidentified|unknown|unnamed|unidentifiable)(?!\\p{L}).*' +
    '|(?:fe)?male(?: (?:voice|speaker|reporter))?|man|woman|boy|girl|voice' +
    '|(?:speaker|voice|participant|reporter|journalist|man|woman|official|delegate|caller)(?: ?#?[0-9]{1,3}| [a-z])' +
    '|participant|questioner|interviewer|interviewee|reporter|journalist|moderator|operator|aide|subject|caller|host' +
    '|interpreter|translator|question|answer|q|a|press|media|audience member|staff|member of .*|(?:press |off ?)?question' +
    '|.*(?<!\\p{L})(?:officials?|reporter|journalist|correspondent)|speaker)$',
  'u',
);
const crowd =
  /^(?:the )?(?:audience|crowd|participants|reporters|journalists|all|protesters|demonstrators|delegates|members|chorus|both|voices|(?:unidentified|multiple|several|various) (?:voices|speakers|reporters|people|males|females))$/u;

/** Who a label stands for by its words alone: somebody without a name, several at once, or somebody. */
export function roleOf(folded: string): 'unnamed' | 'crowd' | 'named' {
  const words = folded.replace(/[^\p{L}\p{N}# ]+/gu, '').trim();
  if (crowd.test(words)) return 'crowd';
  return unnamed.test(words) && words !== 'the speaker' ? 'unnamed' : 'named';
}
