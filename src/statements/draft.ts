// A statement in the making: sentences and paragraphs that follow may still add words to it, or say who spoke.
import type { Document } from '../corpus/document.ts';
import type { Span } from '../corpus/passages.ts';
import type { Clause } from './clauses/clauses.ts';
import type { Sentence } from './language/units.ts';
import type { Speech } from './speech.ts';

/** A clause and the sentence whose units its ranges count. */
export interface Governing {
  readonly clause: Clause;
  readonly sentence: Sentence;
}

export interface Draft {
  readonly document: Document;
  readonly paragraph: number;
  readonly spans: Span[];
  direct: boolean | null;
  strokes: boolean;
  governing: Governing | undefined;
  /** Where the last of it stands. */
  last: Sentence;
}

export function draftOf(document: Document, speech: Speech, governing?: Governing): Draft {
  const { sentence, clause, spans, direct, strokes } = speech;
  return {
    document,
    paragraph: sentence.paragraph.passage.paragraph,
    spans: [...spans],
    ...{ direct, strokes },
    governing: clause ? { clause, sentence } : governing,
    last: sentence,
  };
}

/** Adds what goes on with a draft: further words, and who said them where that was not said yet. */
export function goOn(draft: Draft, { sentence, clause, spans, direct, strokes }: Speech): void {
  draft.spans.push(...spans);
  draft.governing ??= clause && { clause, sentence };
  if (direct === null) draft.direct = null;
  draft.strokes ||= strokes;
  draft.last = sentence;
}
