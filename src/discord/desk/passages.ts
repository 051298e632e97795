// Passages of the library as the queue keeps them, and what became of kept ones since.
import { hashOf, labelOf, type Passage, type Span } from '../../corpus/passages.ts';
import type { Library } from '../../library.ts';
import type { Cited } from '../../questions/cited.ts';
import type { Became } from '../../questions/flags.ts';

/** What the sources have for a question, to be attached to it. */
export function offeredFor(question: string, library: Library): { passages: Cited[]; answered: boolean } {
  const { outcome, citations } = library.ask(question);
  return {
    passages: citations.map(({ passage, sentence }) => citedOf(passage, sentence, library)),
    answered: outcome === 'answer',
  };
}

/** A passage that a moderator names: the whole of it answers. */
export function citedOf(passage: Passage, part: Span, library: Library): Cited {
  const { document, paragraph, text } = passage;
  const { clause, quoted } = library.said(passage, part);
  const speech = quoted ? (speakerOf(passage, part, library) ?? (clause ? 'told' : 'untold')) : undefined;
  const { title, published, url } = document;
  return {
    label: labelOf(passage),
    document: document.id,
    paragraph,
    hash: hashOf(passage),
    text,
    start: part.start,
    end: part.end,
    kind: document.kind,
    ...(speech && { speech }),
    ...(clause !== undefined && { clause }),
    ...(title && { title: { value: title.value, by: title.by } }),
    ...(published && { published: { value: published.value, by: published.by } }),
    ...(url !== undefined && { url }),
  };
}

/** How the source names who spoke in a part of a passage. */
function speakerOf(passage: Passage, part: Span, library: Library): Cited['speech'] {
  const [from, to] = [passage.start + part.start, passage.start + part.end];
  const statement = library
    .statementsOf(passage.document)
    .find(({ spans }) => spans.some(({ start, end }) => start < to && end > from));
  return statement?.speaker?.kind;
}

/** What became of a cited paragraph. One that only moved within its document is the same. */
export function becameOf(library: Library): (cited: Cited) => Became {
  return ({ document: id, paragraph, hash }) => {
    const document = library.documents.find((each) => each.id === id);
    if (!document || document.status === 'withdrawn') return 'withdrawn';
    const passages = library.passagesOf(document);
    const there = passages[paragraph - 1];
    if (there && hashOf(there) === hash) return 'same';
    return passages.some((passage) => hashOf(passage) === hash) ? 'same' : 'corrected';
  };
}
