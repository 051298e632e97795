// Who says what: only the words of the one who is named answer what he said, wants or thinks.
import { isMany, standsBefore, standsBehind } from './doers.ts';
import type { Stretch } from './matching.ts';
import type { Question } from './question.ts';
import { termOf } from './stem.ts';

const terms = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).map(termOf));

/** Acts of speech and of mind: only the words of the one who is named answer what he said, wants or thinks. */
export const SPEECH: ReadonlySet<string> = terms(
  'say tell answer reply respond ask demand propose suggest promise pledge announce declare think want believe claim warn add note state offer request call mention explain argue admit deny insist urge confirm voice raise rule reject refuse oppose support agree reaffirm accept describe express speak',
);

/** Acts that are nothing but speech: what is asked for is what somebody uttered. */
const UTTERED: ReadonlySet<string> = terms(
  'say tell answer reply respond ask demand promise announce declare warn add state offer think claim propose suggest react comment remark',
);
/** Somebody, not a document or a treaty: "Article 5" says something without a verb of speech. */
function isPerson({ terms: asked }: Question, at: number): boolean {
  const term = asked[at];
  return term !== undefined && (term.isName || ROLE_WORDS.has(term.term)) && !DOCUMENTS.has(term.term);
}
const ROLE_WORDS: ReadonlySet<string> = terms(
  'president minister chancellor senator official diplomat spokesman source king general ambassador secretary',
);
const DOCUMENTS: ReadonlySet<string> = terms(
  'article treaty statement nato declaration agreement text document clause report',
);

/** Somebody is asked for his words. */
export function asksForWords(question: Question): boolean {
  const { kind, act, doer, terms: asked } = question;
  const told = asked[act];
  return (
    (kind === 'thing' || kind === 'manner') &&
    told !== undefined &&
    UTTERED.has(told.term) &&
    doer.some((at) => isPerson(question, at)) &&
    !doer.some((at) => DOCUMENTS.has(termOf(question.folded[asked[at]?.last ?? -1] ?? '')))
  );
}

const QUOTED = /^(?:[“"„«]|(?:It|They) (?:said|says|say|added)\b)/u;
const TOLD: ReadonlySet<string> = terms('tell ask call offer promise');

/** Whether the doer says anything here: a word of speech with him before it or right behind it. */
export function spokenBy({ doer, terms: asked }: Question, { read, match, from, to }: Stretch): boolean {
  const many = doer.some((at) => isMany(asked[at]));
  // A quotation that goes on over several paragraphs is often of many, and who they are stands in another one. So it is with what
  // they signed: "It said the next step must be talks".
  if (many && QUOTED.test(read.passage.text)) return true;
  for (let place = from; place < to; place += 1) {
    const term = read.terms[place] ?? '';
    if (!SPEECH.has(term)) continue;
    // Behind "told" stands who was told.
    if (!TOLD.has(term) && standsBehind(doer, match.at, read, place, to)) return true;
    if (standsBefore(doer, match.at, read, place, from)) return true;
  }
  return false;
}
