// What the check of a whole text gives: every quotation and every claim in its order, and what was passed over.
import type { Check } from '../check/check.ts';
import type { Passage, Span } from '../corpus/passages.ts';

/** Who is said to have spoken, as the text has it; places are of the text as given. */
export interface ClaimedSpeaker {
  /** The name, of whom a pronoun stands for where the text tells it. */
  readonly name: string;
  /** The text's own clause ("Meloni said in a statement"), where it has one. */
  readonly clause?: string;
}

interface Item extends Span {
  /** Parts of it, where a clause or the end of a paragraph stands between. */
  readonly spans: readonly Span[];
  readonly words: string;
  readonly speaker?: ClaimedSpeaker;
}

/** `outside`: who spoke, the day or the event is none that the sources cover, so that they cannot tell. */
export type Coverage = 'inside' | 'outside';

/** Words between marks, or a block quotation. */
export interface TextQuotation extends Item {
  readonly kind: 'quotation';
  readonly check: Check;
  readonly coverage: Coverage;
}

/** A quotation in a language that no source has: it cannot be checked word for word. */
export interface Translated extends Item {
  readonly kind: 'translated';
  readonly language: string;
  readonly coverage: Coverage;
  /** What comes nearest in what it says, which may be nothing of the kind. */
  readonly nearest?: Passage;
}

export interface Differing {
  readonly what: 'number' | 'date' | 'name';
  readonly given: readonly string[];
  /** What the passage has of the same kind. */
  readonly source: readonly string[];
}

/** What somebody is said to have said, without marks. No verdict: only words can be checked. */
export interface TextClaim extends Item {
  readonly kind: 'claim';
  readonly citations: readonly Passage[];
  /** What the first of these has otherwise. */
  readonly differs: readonly Differing[];
  /** The sentence of the first of these that says the opposite, where that is plain; offsets of its document's text. */
  readonly denied?: Span;
}

export type TextItem = TextQuotation | Translated | TextClaim;

/** In marks and not looked at: a single word, a name or a title, a term that nobody is quoted with. */
export interface PassedOver extends Span {
  readonly words: string;
  readonly why: 'word' | 'title' | 'term';
}

export interface TextCheck {
  readonly items: readonly TextItem[];
  readonly passedOver: readonly PassedOver[];
  /** What the text is written in, where that shows. */
  readonly language: string | undefined;
  /** Whether its clauses were read: only in English claims without marks are found. */
  readonly clausesRead: boolean;
  /** Claims that were not read, for want of time. */
  readonly unread: number;
}
