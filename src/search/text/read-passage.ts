// A passage read once: its words as terms, its sentences, its marks. Everything ranking asks of a passage is found here.
import type { Passage, Span } from '../../corpus/passages.ts';
import { sentencesOf } from '../../corpus/text/sentences.ts';
import type { AliasBook } from '../ranking/aliases.ts';
import type { Background } from '../ranking/background.ts';
import { isGrammarIn, type Language, languageOfDocument, rulesFor, termIn } from './language.ts';
import { formsOf, isGrammar, marksOf } from './marks.ts';
import { type Word, words } from './words.ts';

export interface ReadPassage {
  readonly passage: Passage;
  /** Term of every word, '' for a word of grammar. */
  readonly terms: readonly string[];
  /** Folded form of every word, grammar included: the wording itself, for phrases. */
  readonly folded: readonly string[];
  /** Group terms of names and synonyms by the index of their last word. */
  readonly aliases: ReadonlyMap<number, readonly string[]>;
  readonly marks: Uint32Array;
  /** Terms of the document's title and of the headings above the passage. */
  readonly title: ReadonlySet<string>;
  readonly sentences: readonly ReadSpan[];
}

/** Passages by their places: a list, or several one behind the other. */
export type ReadPassages = Pick<readonly ReadPassage[], 'at' | 'length'>;

/** A sentence: its place in the text, and the indices of its first word and of the one behind its last. */
export interface ReadSpan extends Span {
  readonly from: number;
  readonly to: number;
}

export interface Reader {
  readonly aliases: AliasBook;
  readonly background: Background;
}

export function readPassage(passage: Passage, { aliases, background }: Reader): ReadPassage {
  const found = words(passage.text);
  const sentences = sentencesOf(passage.text);
  const opens: boolean[] = new Array(found.length).fill(false);
  let next = 0;
  const placed = sentences.map((sentence) => {
    const from = next;
    while (next < found.length && (found[next]?.start ?? 0) < sentence.end) next += 1;
    opens[from] = true;
    return { ...sentence, from, to: next };
  });
  const forms = formsOf(found);
  const marks = marksOf(passage.text, found, opens, background, forms);
  const language = rulesFor(languageOfDocument(passage.document));
  const tellsNothing = (word: string, at: number): boolean =>
    language === 'en' ? isGrammar(word, marks[at]) : isGrammarIn(language, word);
  return {
    passage,
    terms: found.map(({ folded }, at) => (tellsNothing(folded, at) ? '' : termIn(language, folded))),
    folded: forms.map(({ folded }) => folded),
    aliases: aliasesIn(found, aliases),
    marks,
    title: titleTerms(passage, language),
    sentences: placed,
  };
}

function aliasesIn(found: readonly Word[], aliases: AliasBook): Map<number, string[]> {
  const byLast = new Map<number, string[]>();
  for (const { to, term } of aliases.find(found)) byLast.set(to, [...(byLast.get(to) ?? []), term]);
  return byLast;
}

/** What stands above the passage read last: all paragraphs of a section have the same, and it is read once for them. */
let last: Pick<ReadPassage, 'passage' | 'title'> | undefined;

function titleTerms(passage: Passage, language: Language): ReadonlySet<string> {
  const { document, headings } = passage;
  if (last?.passage.document === document && last.passage.headings === headings) return last.title;
  const above = [document.title?.value ?? '', ...headings].join(' ');
  last = { passage, title: new Set(words(above).map(({ folded }) => termIn(language, folded))) };
  return last.title;
}

/** The terms an index files the passage under. */
export function* indexTerms({ terms, aliases }: ReadPassage): Generator<string> {
  for (const term of terms) if (term) yield term;
  for (const groups of aliases.values()) yield* groups;
}
