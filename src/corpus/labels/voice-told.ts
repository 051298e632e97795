// Who speaks where no label tells it: the one whom the title of a speech names, or a line above it ("Speech by the President of
// Ukraine Volodymyr Zelenskyy at …"). Statements, checks and people take it from here.
import type { Document } from '../document.ts';
import { type SpeakerNamed, speakerNamed } from '../names/speech-title.ts';
import type { Span } from '../passages.ts';

/** Places are offsets into the title, or into the text where it stands in a line above the speech. */
export interface VoiceTold extends SpeakerNamed {
  readonly inTitle: boolean;
  /** Where the speech begins in the text, behind the lines above it. */
  readonly from: number;
}

const told = new WeakMap<Document, VoiceTold | 'nobody'>();

/** The one voice of a speech; undefined where nobody is named, or several are, and wherever a reporter or a body writes. */
export function voiceTold(document: Document): VoiceTold | undefined {
  const known = told.get(document) ?? read(document) ?? 'nobody';
  told.set(document, known);
  return known === 'nobody' ? undefined : known;
}

const withVoices: ReadonlySet<Document['kind']> = new Set(['transcript', 'statement', 'other']);

function read(document: Document): VoiceTold | undefined {
  if (!withVoices.has(document.kind)) return undefined;
  const { front, from } = frontOf(document.text);
  const inTitle = speakerNamed(document.title?.value ?? '');
  if (inTitle) return isToldOf(inTitle, document.text) ? undefined : { ...inTitle, inTitle: true, from };
  for (const line of front) {
    const found = speakerNamed(document.text.slice(line.start, line.end));
    if (found && !isToldOf(found, document.text))
      return { ...movedBy(found, line.start), inTitle: false, from };
  }
  return undefined;
}

const saying =
  '(?:said|says|told|added|stated|noted|stressed|emphasi[sz]ed|announced|sagte|erklärte|betonte|a (?:dit|déclaré|ajouté)|powiedziała?|oświadczyła?|сказав|сказала|заявив|заявила)';

/** Whether a text reports what its speaker says: "“We stay,” President Holm said." is somebody else's. */
function isToldOf({ text }: SpeakerNamed, body: string): boolean {
  const [last = ''] = /\p{L}[\p{L}’'-]*$/u.exec(text) ?? [];
  const name = `(?:\\p{Lu}[\\p{L}.]{0,30}\\s){0,3}${RegExp.escape(last)}`;
  const clause = `(?:${name} ${saying}|${saying} ${name})(?!\\p{L})`;
  return new RegExp(
    `[”»“],?\\s${clause}|[”»“"],\\s${clause}|,["”]\\s${clause}|(?<!\\p{L})${clause}[,:]\\s["“„«]`,
    'u',
  ).test(body);
}

function movedBy({ text, start, end, whole }: SpeakerNamed, by: number): SpeakerNamed {
  return {
    ...{ text, start: start + by, end: end + by },
    whole: { start: whole.start + by, end: whole.end + by },
  };
}

/** So many lines may stand above a speech: a heading, a place, a day, a time. */
const mostFront = 8;

/** The lines above what is said, and where that begins. */
function frontOf(text: string): { readonly front: readonly Span[]; readonly from: number } {
  const front: Span[] = [];
  let from = 0;
  while (front.length < mostFront && from < text.length) {
    const next = text.indexOf('\n', from);
    const end = next < 0 ? text.length : next;
    if (!isFront(text.slice(from, end))) break;
    front.push({ start: from, end });
    from = end + 1;
  }
  return { front, from };
}

/** No line above a speech is longer, in characters. */
const longestFront = 200;

/** Whether a line is one of those that stand above what is said: it ends as no sentence and no salutation does. */
export function isFront(line: string): boolean {
  const bare = line.trim();
  if (bare.length > longestFront) return false;
  return (
    !/[.!?…,:;–—-]["”’»)]*$/u.test(bare) ||
    /(?<![\p{L}\p{N}])\p{L}\.(?:\p{L}\.)+$/u.test(bare) ||
    /^\(.*\)$/u.test(bare)
  );
}
