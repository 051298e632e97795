// Third step of the flow: the speech in a document. What a statement is, whoever found it: extraction or an operator.

import type { Document } from '../corpus/document.ts';
import type { speakerKinds } from '../corpus/files/annotations.ts';
import type { Span } from '../corpus/passages.ts';

/**
 * How a source names who spoke: by name or office ("Meloni", "the White House"), by a pronoun ("she"), without a name
 * ("the diplomatic source"), or as many at once ("European leaders").
 */
export type SpeakerKind = (typeof speakerKinds)[number];

/** Who spoke, as written. `text` is always `document.text.slice(start, end)`, or the same of the title where that names them. */
export interface Speaker extends Span {
  readonly text: string;
  readonly inTitle?: boolean;
  readonly kind: SpeakerKind;
  /** The name that a pronoun stands for, as the source writes it. */
  readonly resolved?: string;
  /** The dossier's id of the person, and of the party the speaker belongs to or is. */
  readonly person?: string;
  readonly party?: string;
}

/** One act of speech that a document tells of. All offsets are UTF-16 code units of the document's text, ends exclusive. */
export interface Statement extends Span {
  readonly document: Document;
  /** The number of the paragraph in which it begins, from 1. */
  readonly paragraph: number;
  /**
   * The words said, quotation marks included, in the order of the text; several where the reporting clause splits them
   * or where they go on in the next paragraph. `start` and `end` of the statement are their hull.
   */
  readonly spans: readonly Span[];
  /** Quoted word for word; `null` where only parts of it are. */
  readonly direct: boolean | null;
  /** Undefined where the text does not say who spoke, or does not say it plainly. */
  readonly speaker: Speaker | undefined;
  /** The word or words that report: "said", "told AFP". */
  readonly cue: Span | undefined;
  /** The whole reporting clause in the source's own words: "the diplomatic source told AFP on condition …". */
  readonly clause: Span | undefined;
  /** Where or how it was said, in the source's words: "in a statement", "during calls with …". */
  readonly medium: Span | undefined;
  /** Reserve that the source puts in: "supposedly", "reportedly". */
  readonly hedges: readonly Span[];
  /** Set where an operator's annotation says so, which wins over what was extracted. */
  readonly annotated: boolean;
  /** Its document is in a language whose clauses are not read: who speaks may stand there all the same. */
  readonly unread?: true;
}
