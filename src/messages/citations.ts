// How citations, dates and lists of words are written for people, in their language.

import type { Document, Told } from '../corpus/document.ts';
import { labelOf, type Passage } from '../corpus/passages.ts';
import { knownOnly } from '../corpus/text/unknown.ts';
import { dateFormat, listFormat } from './formats.ts';
import type { MessageKey, Translate } from './messages.ts';

/** What the source itself does not tell stands in brackets. */
export function bracketed(told: Told, shown: string, translate: Translate): string {
  return told.by === 'source' ? shown : translate('citation.inBrackets', { value: shown });
}

/** `16 August 2025`, or `August 2025` or `2025` where no more is known. */
export function dateOf(date: string, translate: Translate): string {
  const [, month, day] = date.split('-');
  const format = dateFormat(translate.locale === 'en' ? 'en-GB' : translate.locale, {
    timeZone: 'UTC',
    year: 'numeric',
    ...(month !== undefined && { month: 'long' }),
    ...(day !== undefined && { day: 'numeric' }),
  });
  return format.format(new Date(date));
}

export function titleOf(document: Pick<Document, 'title'>, translate: Translate): string {
  return document.title
    ? bracketed(document.title, document.title.value, translate)
    : translate('citation.untitled');
}

/** Undefined where nobody tells the publisher. */
export function publisherOf(document: Document, translate: Translate): string | undefined {
  const publisher = knownOnly(document.publisher);
  return publisher && bracketed(publisher, publisher.value, translate);
}

export function publishedOf(document: Pick<Document, 'published'>, translate: Translate): string {
  return document.published
    ? bracketed(document.published, dateOf(document.published.value, translate), translate)
    : translate('citation.undated');
}

/** What became of a document after it was published; undefined while it stands as it is. */
export function statusOf(document: Document, translate: Translate): string | undefined {
  if (document.status === 'current') return undefined;
  return translate(document.status === 'withdrawn' ? 'citation.withdrawn' : 'citation.corrected');
}

/** The document and its date: what no quoted sentence is shown without, beside its label. */
export function provenanceOf(document: Document, translate: Translate): string {
  return `${titleOf(document, translate)} · ${publishedOf(document, translate)}`;
}

/** `european-leaders ¶5, european-leaders ¶6` */
export function labelsOf(passages: readonly Passage[], translate: Translate): string {
  return listFormat(translate.locale, { type: 'unit', style: 'short' }).format(passages.map(labelOf));
}

/** Double quotation marks around what somebody typed, which would stand there twice. */
const outerMarks = /^[\s“”„‟«»"]+(?=\S)|(?<=\S)[\s“”„‟«»"]+$/gu;

/** `“tanks” and “Germany”` */
export function quotedWords(words: readonly string[], translate: Translate): string {
  const quoted = words.map((word) => translate('citation.words', { words: word.replace(outerMarks, '') }));
  return listFormat(translate.locale).format(quoted);
}

/** That no quotation has some words, as they are written here; a single one is in no source at all, unless one source was looked in. */
export function noQuotation(
  words: string,
  { by, source }: { readonly by?: string | undefined; readonly source?: Document | undefined },
  translate: Translate,
): string {
  const echo = quotedWords([words], translate);
  if (by !== undefined) return translate('quote.noneBy', { name: by, words: echo });
  const isOne = source === undefined && !/\s/u.test(words.trim());
  return isOne
    ? translate('answer.missing', { count: 1, words: echo })
    : translate('quote.none', { words: echo });
}

/** What is known of a document, as pairs of a name and a value; what is not told says so. */
export function sourceRows(document: Document, translate: Translate): [string, string][] {
  const unset = translate('source.unset');
  const rows: [MessageKey, string][] = [
    ['source.kind', translate(`kind.${document.kind}`)],
    ['source.publisher', knownOnly(document.publisher)?.value ?? unset],
    ['source.published', document.published ? publishedOf(document, translate) : unset],
    ['source.url', document.url ?? unset],
    ['source.retrieved', document.retrieved ?? unset],
    ['source.language', document.language === 'und' ? unset : document.language],
    ['source.credit', document.credit ?? unset],
    ['source.status', translate(`status.${document.status}`)],
  ];
  const reasons = [document.title, knownOnly(document.publisher), document.published].flatMap(
    (told): [MessageKey, string][] =>
      told && told.by !== 'source' && told.because !== undefined
        ? [[`source.${told.by}`, `[${told.value}] ${told.because}`]]
        : [],
  );
  return [...rows, ...reasons].map(([key, value]) => [translate(key), value]);
}

/** What there is to tell beside an answer: in which languages the sources are, codes such as "en"; whether the question was cut. */
interface Noted {
  readonly otherLanguage?: readonly string[];
  readonly cut?: true;
  /** Passages of other documents that answer as well. */
  readonly also?: readonly Passage[];
}

/** What whoever asks is told beside the answer. */
export function notesOn({ otherLanguage: codes, cut, also = [] }: Noted, translate: Translate): string[] {
  return [
    ...(codes ? [languageLine(codes, translate)] : []),
    ...(cut ? [translate('answer.cut')] : []),
    ...(also.length > 0 ? [translate('answer.also', { citations: labelsOf(also, translate) })] : []),
  ];
}

/** That the sources are in another language than the question, and in which; codes such as "en". */
function languageLine(codes: readonly string[], translate: Translate): string {
  const names = new Intl.DisplayNames(translate.locale, { type: 'language' });
  const languages = listFormat(translate.locale).format(codes.map((code) => names.of(code) ?? code));
  return translate('answer.otherLanguage', { languages });
}
