// What somebody wants who types a question: an answer, a paragraph by its citation, the next passage, a word about the bot, or two
// answers. The same for the terminal and for Discord.

import { openNames } from '../corpus/names/names.ts';
import { askingWords } from '../corpus/text/asking-words.ts';
import { ends } from '../corpus/text/borders.ts';
import type { Library } from '../library.ts';
import type { MessageKey } from '../messages/messages.ts';
import { type NamesIn, questionsIn, whomIn } from '../search/question/several.ts';
import { type Turn, turnOf } from '../search/question/turns.ts';
import { type Before, followUp } from './going-on.ts';

export type Asking =
  /** Each is to be answered by itself; mostly there is one. */
  | {
      readonly kind: 'questions';
      readonly questions: readonly string[];
      /** What was shown before is not asked for again: who shall have said something else. */
      readonly apart?: string | undefined;
    }
  | { readonly kind: 'citation'; readonly citation: string }
  /** On from an answer, where there is one. */
  | Extract<Turn, { readonly kind: 'next' | 'nth' | 'paragraph' }>
  | { readonly kind: 'said'; readonly key: MessageKey }
  /** Where that stands which was shown before. */
  | { readonly kind: 'source' }
  | { readonly kind: 'whom'; readonly word: string };

const said = {
  thanks: 'answer.thanks',
  canDo: 'answer.canDo',
  summary: 'answer.summary',
  sources: 'answer.sourcesAt',
} as const satisfies Record<string, MessageKey>;

/** Longer texts are read as they are: nobody types so much to go on from an answer. */
const longestTurn = 300;

/** `before` is what was answered before, where somebody goes on from it. */
export async function askingIn(typed: string, library: Library, before?: Before): Promise<Asking> {
  if (typed.length > longestTurn) return { kind: 'questions', questions: [typed] };
  const citation = await citationIn(typed, library);
  if (citation !== undefined) return { kind: 'citation', citation };
  const turn = turnOf(typed);
  if (turn?.kind === 'next' || turn?.kind === 'nth' || turn?.kind === 'paragraph') return turn;
  if (turn?.kind === 'sources' && before) return { kind: 'source' };
  if (turn) return { kind: 'said', key: said[turn.kind] };
  const names = namesOf(library);
  const followed = before && (await followUp(typed, before, { library, namesIn: names }));
  if (followed) return { kind: 'questions', questions: [followed.question], apart: followed.apart };
  const questions = questionsIn(typed, names);
  const word = questions.length === 1 ? whomIn(typed, names) : undefined;
  return word === undefined ? { kind: 'questions', questions } : { kind: 'whom', word };
}

/** `european-leaders ¶5`, alone or with what the bot writes behind it. */
const pasted =
  /^\s*["“(]?(?<citation>[^\n¶§]{1,120}[¶§]\s*\d{1,6}(?:\s*[–—-]\s*¶?\d{1,6})?)["”).,;]*(?:\s*·.*)?$/su;
const byNumber = /^\s*(?<id>[\p{L}\p{N}._-]+)\s+#?\d{1,6}(?:\s*[–—-]\s*\d{1,6})?\s*$/u;

async function citationIn(typed: string, { cite, documents }: Library): Promise<string | undefined> {
  const marked = pasted.exec(typed)?.groups?.['citation'];
  if (marked !== undefined) {
    const cited = await cite(marked);
    return cited.found || cited.reason === 'out-of-range' ? marked : undefined;
  }
  const id = byNumber.exec(typed)?.groups?.['id']?.toLowerCase();
  return documents.some((document) => document.id.toLowerCase() === id) ? typed.trim() : undefined;
}

const capital = /(?<![\p{L}’'-])\p{Lu}[\p{L}\p{M}’'-]+(?:\s+\p{Lu}[\p{L}\p{M}’'-]+)*/gu;
const opens = /^[^\p{L}\p{N}]*$/u;
const capitalised = (word: string): string => word.replace(/^\p{L}/u, (first) => first.toUpperCase());
/** What has its capital for standing first, alone or before a name: "Why", "Чому Свириденко". */
const noName = new RegExp(
  `^(?:I['’]\\p{L}+|(?:${askingWords().map(capitalised).join('|')}|I|Did|Does|Do|Is|Are|Was|Were|Has|Have|Can|And|So|But|He|She|They)${ends})\\s*`,
  'u',
);

/** Names of the dossier, people told apart, and other words with capitals, which may be anybody's. */
function namesOf({ dossier }: Library): NamesIn {
  const book = openNames(dossier);
  return (text) => {
    const known = book
      .find(text)
      .map(({ start, end, person }) => ({ start, end, isPerson: person !== undefined }));
    const others = [...text.matchAll(capital)].flatMap(({ 0: found, index }) => {
      const before = noName.exec(found)?.[0].length ?? 0;
      const span = { start: index + before, end: index + found.length, isPerson: true };
      const isKnown = known.some(({ start, end }) => start < span.end && span.start < end);
      return isKnown || before === found.length || (opens.test(text.slice(0, index)) && !/\s/u.test(found))
        ? []
        : [span];
    });
    return [...known, ...others];
  };
}
