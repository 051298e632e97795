// What is offered while somebody types a quotation, a citation or a document: short enough to be read at a glance.

import { begun } from '../../common/typed.ts';
import type { Document } from '../../corpus/document.ts';
import { labelOf, type Passage } from '../../corpus/passages.ts';
import type { Library } from '../../library.ts';
import { titleOf } from '../../messages/citations.ts';
import type { Translate } from '../../messages/messages.ts';
import type { Who } from '../../positions/who.ts';
import type { QuoteMatch } from '../../search/find-quote.ts';
import { mostSuggestions } from '../../search/suggest.ts';
import type { App, Choice } from '../command.ts';
import { cut, ruled, writtenWithin } from '../rendering/markdown.ts';
import { longestChoice, thatFit } from './choice.ts';

const longestHeading = 40;
/** Of a paragraph's words. */
const longestGist = 60;
/** In the name of a choice a label leaves at least half of it to the quotation. */
const longestLabelOfChoice = 30;

/** A quotation with its place, or words of the text, which are plainly called no quotation. */
function quotationChoice({ passage, whole, quoted }: QuoteMatch, translate: Translate): Choice {
  const words = ruled(passage.text.slice(whole.start, whole.end));
  const key = quoted ? 'quote.choice' : 'quote.choiceOutside';
  const citation = labelOfChoice(passage);
  const name = (shown: string): string => translate(key, { words: shown, citation });
  // The value is found again by its words, so it may end early but not within a word.
  const value = cut(words, longestChoice).replace(/…$/u, '');
  return { name: writtenWithin(words, longestChoice, name), value };
}

/** The label without Markdown's escapes, which a choice would show; the paragraph's number is never cut. */
function labelOfChoice({ document, paragraph }: Passage): string {
  return `${cut(ruled(document.id), longestLabelOfChoice)} ¶${paragraph}`;
}

/** The citation, the heading that it stands under, and how it begins: enough to know it again, no wall of text. */
function citationChoice(passage: Passage): Choice {
  const heading = passage.headings.at(-1);
  const told = [
    labelOf(passage),
    ...(heading === undefined ? [] : [cut(ruled(heading), longestHeading)]),
    cut(ruled(passage.text.slice(0, 2 * longestChoice)), longestGist),
  ];
  return { name: cut(ruled(told.join(' · ')), longestChoice), value: labelOf(passage) };
}

function documentChoice(document: Document, translate: Translate): Choice {
  const name = `${ruled(document.id)}  ${ruled(titleOf(document, translate))}`;
  return { name: cut(name, longestChoice), value: document.id };
}

/** The quotations to offer for what is typed, perhaps of one document only. */
export async function quotationChoices(
  typed: string,
  source: Document | undefined,
  app: App,
  speaker?: Who,
): Promise<Choice[]> {
  const { library } = app;
  const found = await (speaker
    ? quotationsOf(speaker, typed, source, library)
    : library.suggest.quotations(typed, source));
  return thatFit(found.map((match) => quotationChoice(match, app.translate)));
}

async function quotationsOf(
  speaker: Who,
  typed: string,
  source: Document | undefined,
  { findQuote, positions }: Library,
): Promise<readonly QuoteMatch[]> {
  if (typed.trim() === '') return positions.suggest.quotations(speaker, source);
  const said = await positions.saidBy(speaker, await findQuote(begun(typed, 'words'), source));
  return said.matches.slice(0, mostSuggestions);
}

/** The paragraphs to offer for what is typed, perhaps of one document only. */
export async function citationChoices(typed: string, { library }: App, source?: Document): Promise<Choice[]> {
  return thatFit((await library.suggest.passages(typed, source)).map(citationChoice));
}

export async function documentChoices(typed: string, { library, translate }: App): Promise<Choice[]> {
  const found = await library.suggest.documents(typed);
  return thatFit(found.map((document) => documentChoice(document, translate)));
}
