// What is asked by going on from an answer: "what else did she say?", "and Putin?". Nothing is remembered here: whoever asks brings along
// what was answered before, and what nobody can be meant by is left as it was typed.

import { pronounOf } from '../corpus/names/given-names.ts';
import { labelOf, type Passage, type Span } from '../corpus/passages.ts';
import { wholeWords } from '../corpus/text/borders.ts';
import { fold } from '../corpus/text/folding.ts';
import type { Library } from '../library.ts';
import type { Answer } from '../search/answer.ts';
import { asksForMore, besidesIn, meantBy } from '../search/question/follow-ups.ts';
import { type NamesIn, whomIn } from '../search/question/several.ts';

/** What was answered before. */
export interface Before {
  /** What was asked, as it was understood; undefined where something was cited. */
  readonly question?: string | undefined;
  /** Whoever said what was shown, by name, where the source tells. */
  readonly speaker?: string | undefined;
}

/** Whoever said a part of a passage, by name where a pronoun stands there. */
export async function speakerIn(
  passage: Passage,
  part: Span,
  { said }: Library,
): Promise<string | undefined> {
  const { statement } = await said(passage, part);
  return statement?.speaker?.resolved ?? statement?.speaker?.text;
}

/** A question that stands alone. */
export interface FollowUp {
  readonly question: string;
  /** What was shown before is not asked for again: who shall have said something else. */
  readonly apart?: string | undefined;
}

/** Whoever is named in a text, each once. */
interface Named extends Span {
  readonly id: string;
  readonly name: string;
  readonly typed: string;
  readonly isPerson: boolean;
}

/** The question that is meant, where what was answered before tells; undefined where nothing is to be told, or nobody can be meant. */
export async function followUp(
  typed: string,
  before: Before,
  { library, namesIn }: { readonly library: Library; readonly namesIn: NamesIn },
): Promise<FollowUp | undefined> {
  const word = whomIn(typed, namesIn);
  const means = word === undefined ? undefined : meantBy(word);
  if (word !== undefined && means) {
    const name = await whoIsMeant(means, before, library, namesIn);
    if (name === undefined) return undefined;
    const question = typed.replace(new RegExp(wholeWords(word), 'u'), () => name);
    return { question, apart: asksForMore(typed) ? name : undefined };
  }
  const besides = besidesIn(typed);
  if (besides !== undefined) return sameOf(besides, before, library, namesIn);
  if (!asksForMore(typed)) return undefined;
  const [only, ...others] = await namedIn(typed, library, namesIn);
  return only?.isPerson && others.length === 0 ? { question: typed, apart: only.typed } : undefined;
}

function replaced(text: string, { start, end }: Span, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}

/**
 * Of those whom the question named, and of whoever spoke, the only one whom the pronoun fits. Of the question's people one may be of
 * whom no name tells it; whoever spoke is meant only where the name does.
 */
async function whoIsMeant(
  means: 'he' | 'she',
  { question, speaker }: Before,
  library: Library,
  namesIn: NamesIn,
): Promise<string | undefined> {
  const named = question === undefined ? [] : await namedIn(question, library, namesIn);
  const may = ({ name }: { readonly name: string }): boolean => (pronounOf(name) ?? means) === means;
  const fits = new Map(
    named.filter((each) => each.isPerson && may(each)).map(({ id, typed }) => [id, typed]),
  );
  const spoken = speaker === undefined ? undefined : await library.positions.who(speaker);
  if (spoken?.found && spoken.value.kind === 'person' && may(spoken.value)) {
    const { id, name } = spoken.value;
    if (fits.size === 0 && pronounOf(name) !== means) return undefined;
    if (!fits.has(id)) fits.set(id, name);
  }
  const [only, ...others] = fits.values();
  return others.length === 0 ? only : undefined;
}

/** "And Putin?": the question before, asked of somebody else. */
async function sameOf(
  typed: string,
  { question }: Before,
  library: Library,
  namesIn: NamesIn,
): Promise<FollowUp | undefined> {
  const meant = await library.positions.who(typed);
  if (question === undefined || !meant.found) return undefined;
  const { name, kind } = meant.value;
  const named = await namedIn(question, library, namesIn);
  const [only, ...others] = named.filter(({ isPerson }) => isPerson === (kind === 'person'));
  if (!only || others.length > 0) return undefined;
  // In a case of its own a name does not fit into another sentence.
  const isPlain = fold(name).text.includes(fold(typed).text);
  return { question: replaced(question, only, isPlain ? typed : name) };
}

/** A name has three letters at least; more words than these nobody asks about somebody. */
const word = /\p{Lu}?[\p{L}\p{M}’'-]{3,}/gu;
const mostWords = 30;

async function namedIn(text: string, library: Library, namesIn: NamesIn): Promise<readonly Named[]> {
  const known = await lookedUp(text, namesIn(text), library);
  if (known.length > 0) return known;
  const words = [...text.matchAll(word)].map(({ 0: found, index }) => ({
    ...{ start: index, end: index + found.length },
  }));
  const single = await lookedUp(text, words.slice(0, mostWords), library);
  // "President" may lead to somebody, and "told" be a slip for another: only a part of the name itself names them.
  return single.filter(({ name, typed }) =>
    fold(name)
      .text.split(/[\s-]+/u)
      .includes(fold(typed).text),
  );
}

async function lookedUp(text: string, spans: readonly Span[], { positions }: Library): Promise<Named[]> {
  const found = await Promise.all(
    spans.map(async ({ start, end }): Promise<Named[]> => {
      const typed = text.slice(start, end);
      const meant = await positions.who(typed);
      if (!meant.found) return [];
      const { id, name, kind } = meant.value;
      return [{ start, end, typed, id, name, isPerson: kind === 'person' }];
    }),
  );
  return [...new Map(found.flat().map((each) => [each.id, each])).values()];
}

/** An answer without passages that were shown before, of those that name somebody; it comes near what is asked, and no more. */
export function without(answer: Answer, shown: readonly Passage[], name: string): Answer {
  const labels = new Set(shown.map(labelOf));
  const surname = fold(name.split(/\s+/u).at(-1) ?? name).text;
  const isOther = (passage: Passage): boolean =>
    !labels.has(labelOf(passage)) && fold(passage.text).text.includes(surname);
  const [best] = answer.citations;
  if (!best || isOther(best.passage)) return answer;
  const citations = answer.citations.filter(({ passage }) => isOther(passage));
  const { closest: _, also: __, ...rest } = answer;
  return { ...rest, outcome: 'none', citations, ...(citations.length > 0 && { closest: true }) };
}
