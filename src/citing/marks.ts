// What kind of words a passage shows: said by somebody, reported, or the document's own. Colours and labels follow it.
import type { Document } from '../corpus/document.ts';
import type { Passage, Span } from '../corpus/passages.ts';
import { quotationsOf } from '../corpus/text/quotations.ts';
import type { Translate } from '../messages/messages.ts';
import type { Statement } from '../statements/statement.ts';

/**
 * `own`: a named speaker word for word; `partly`: only parts of it word for word; `reported`: in the source's words;
 * `joint`: several speakers at once, word for word; `unnamed`: a speaker without a name, however quoted; `quoted`: word
 * for word, but nobody says whose; `article`: no speech at all, the document's own words.
 */
export const marks = ['own', 'partly', 'reported', 'joint', 'unnamed', 'quoted', 'article'] as const;
export type Mark = (typeof marks)[number];

export function markOf(statement: Pick<Statement, 'direct' | 'speaker'>): Mark {
  const { direct, speaker } = statement;
  if (speaker?.kind === 'unnamed') return 'unnamed';
  if (direct === false) return 'reported';
  if (direct === null) return 'partly';
  if (!speaker) return 'quoted';
  return speaker.kind === 'collective' ? 'joint' : 'own';
}

/** The mark as people read it; only news has an article, other documents speak for themselves. */
export function nameOfMark(mark: Mark, document: Document, translate: Translate): string {
  return mark === 'article' && document.kind !== 'news'
    ? translate('said.kind.document')
    : translate(`said.kind.${mark}`);
}

/**
 * The mark of a part of a passage (offsets into its text) where no statement is known: by its quotation marks alone, so
 * that a sentence which quotes is not called the article's own.
 */
export function markOfPart({ text }: Pick<Passage, 'text'>, { start, end }: Span): Mark {
  const quotations = quotationsOf(text);
  if (quotations.some((quotation) => quotation.start <= start && quotation.end >= end)) return 'quoted';
  return quotations.some((quotation) => quotation.start < end && quotation.end > start)
    ? 'partly'
    : 'article';
}
