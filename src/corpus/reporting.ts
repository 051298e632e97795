// The reporting clause of a sentence, in the source's own words: "Meloni said in a statement", "the statement said".
import type { Span } from './passages.ts';
import { quotationsOf } from './quotations.ts';
import { sentencesOf } from './sentences.ts';

/** Verbs that report speech, in the past and present forms that news uses. */
const verbs =
  'said|says|told|tells|added|adds|noted|notes|announced|announces|declared|declares|stated|states|warned|warns|insisted|insists|argued|argues|explained|explains|stressed|stresses|replied|replies|wrote|writes|claimed|claims';

/** After a quotation: `”, Meloni said in a statement.` up to the end of the sentence. */
const after = new RegExp(`^[,.]?\\s*(?<clause>[^“”".;:]{1,120}?\\b(?:${verbs})\\b[^“”".;:]{0,160})`, 'u');

/**
 * Before reported speech: `Trump said after his talks with Putin that …`, `But that source added: “…`. What stands between
 * verb and "that" belongs to the clause only while no new one begins there ("He said | he had agreed that").
 */
const before = new RegExp(
  `^(?<clause>[^“”".;:]{1,300}?\\b(?:${verbs})\\b(?:(?:(?!\\b(?:he|she|it|they|had|has|was|were|is|are)\\b)[^“”".;:,]){0,60}?(?=\\s+that\\b|[,:]\\s*[“"]))?)`,
  'u',
);

/**
 * The reporting clause that goes with a part of a text (a sentence or a quotation), as an exact slice, or nothing where
 * there is none. Precision before recall: a clause is only taken right after a quotation, or at the sentence's beginning.
 */
export function reportingClauseOf(text: string, part: Span): Span | undefined {
  const sentence = sentencesOf(text).find(({ end }) => end > part.start) ?? part;
  const quotation = quotationAt(text, part) ?? quotationAt(text, sentence);
  const found = quotation && matchAt(text, after, quotation.end, text.length);
  if (found || (quotation && quotation.start <= sentence.start)) return found;
  return matchAt(text, before, sentence.start, sentence.end);
}

/** The quotation that a part of a text is in or holds. */
export function quotationAt(text: string, part: Span): Span | undefined {
  return quotationsOf(text).find(({ start, end }) => start < part.end && end > part.start);
}

function matchAt(text: string, pattern: RegExp, from: number, to: number): Span | undefined {
  const match = pattern.exec(text.slice(from, to));
  const clause = match?.groups?.['clause']?.trim().replace(/,$/, '');
  if (!match || !clause) return undefined;
  const start = from + match[0].indexOf(clause);
  return { start, end: start + clause.length };
}
