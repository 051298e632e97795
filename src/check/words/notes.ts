// What a transcriber adds in brackets: "(Applause.)", "(inaudible)", "[sic]". Nobody said it, so it is no word of a quotation.
// Nor is what is struck through in Discord ("must ~~not~~ be"): readers take it for gone.
import type { Span } from '../../corpus/passages.ts';

const set = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Words that make a bracket a note. */
const telling = set(
  'applause applauds laughter laughs laugh laughing chuckle chuckles inaudible unintelligible indiscernible crosstalk sic ph phonetic coughs coughing sneezes sighs sigh gasps cheers cheering boos boo booing chants chanting whistles interpreted interpretation translated translation interpreter pause pauses music silence speaks speaking gestures gesturing indicating crying cries singing sings clapping snaps mic microphone ringing',
);
/** Words that may stand beside them. */
const beside = set(
  'and by of the in a an as from with for to through via his her their off no more some loud light audience members member reporters reporter press video audio plays playing begins ends continues foreign language spanish french russian ukrainian german chinese mandarin japanese korean hebrew arabic hindi italian polish native via clears throat standing ovation overlapping brief long moment president vice first lady prime minister mr ms mrs',
);

const bracket = /[([]([^()[\]\n]{2,80})[)\]]/gu;

/** One that a cut has torn: its end at the beginning, "interpreted.) Mr. …", or its beginning at the end, "… again. (Laughter and". */
const torn = /^([^()[\]\n]{2,80})[)\]]|[([]([^()[\]\n]{2,80})$/gu;

const struck = /~~[^~\n]+~~/gu;

/** The places of the notes in a text, brackets included, and of what is struck through, in order. */
export function notesIn(text: string): readonly Span[] {
  const notes = /[()[\]]/u.test(text)
    ? [...text.matchAll(bracket), ...text.matchAll(torn)].filter(([, whole, part]) =>
        isNote(whole ?? part ?? ''),
      )
    : [];
  return placesOf([...notes, ...text.matchAll(struck)]).sort((a, b) => a.start - b.start);
}

function placesOf(matches: readonly RegExpExecArray[]): Span[] {
  return matches.map(({ 0: whole, index }) => ({ start: index, end: index + whole.length }));
}

function isNote(inside: string): boolean {
  const words =
    inside
      .toLowerCase()
      .replace('cross-talk', 'crosstalk')
      .match(/\p{L}+/gu) ?? [];
  return words.some((word) => telling.has(word)) && words.every(isOfNote);
}

function isOfNote(word: string): boolean {
  return telling.has(word) || beside.has(word);
}
