// Passages of the library as the queue keeps them, and what became of kept ones since.
import { hashOf, labelOf, type Passage, type Span } from '../../corpus/passages.ts';
import type { Library } from '../../library.ts';
import type { Cited } from '../../questions/cited.ts';
import type { Became } from '../../questions/flags.ts';
import { isOwn } from '../../sources/version.ts';

/** What the sources have for a question, to be attached to it. */
export async function offeredFor(
  question: string,
  library: Library,
): Promise<{ passages: Cited[]; answered: boolean }> {
  const { outcome, citations, reader } = await library.ask(question);
  const [best] = citations;
  const passages = await Promise.all(
    citations.map(async (hit): Promise<Cited> => {
      const cited = await citedOf(hit.passage, hit.sentence, library);
      return best && isFar(hit.score, best.score, reader) ? { ...cited, far: true } : cited;
    }),
  );
  return { passages, answered: outcome === 'answer' };
}

/** The score of the trained reader's order is evidence (2 is seven to one), that of words a sum of weights. */
function isFar(score: number, best: number, reader: string | undefined): boolean {
  return reader === 'lexical' ? score < best * 0.7 : best - score > 2;
}

/** A passage that a moderator names: the whole of it answers. */
export async function citedOf(passage: Passage, part: Span, library: Library): Promise<Cited> {
  const { document, paragraph, text } = passage;
  const { clause, quoted, isRead } = await library.said(passage, part);
  const untold = isRead ? 'untold' : undefined;
  const by = quoted ? await speakerOf(passage, part, library) : undefined;
  const speech = quoted ? (by?.kind ?? (clause ? 'told' : untold)) : undefined;
  // A name stands beside the clause that gives the words to it, or not at all.
  const speaker = clause === undefined ? undefined : by?.kind === 'pronoun' ? by.resolved : by?.text;
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
    ...(speaker !== undefined && { speaker }),
    ...(clause !== undefined && { clause }),
    ...(title && { title: { value: title.value, by: title.by } }),
    ...(published && { published: { value: published.value, by: published.by } }),
    ...(url !== undefined && { url }),
  };
}

type Speaker = Awaited<ReturnType<Library['statementsOf']>>[number]['speaker'];

/** Who spoke in a part of a passage, as the source has it. */
async function speakerOf(passage: Passage, part: Span, library: Library): Promise<Speaker> {
  const [from, to] = [passage.start + part.start, passage.start + part.end];
  const statements = await library.statementsOf(passage.document);
  const statement = statements.find(({ spans }) => spans.some(({ start, end }) => start < to && end > from));
  return statement?.speaker;
}

/** What became of a cited paragraph. One that only moved within its document is the same. */
export function becameOf(library: Library): (cited: Cited) => Promise<Became> {
  return async ({ document: id, paragraph, hash }) => {
    const document = library.documents.find((each) => each.id === id);
    if (document && isOwn(document) && document.erased !== undefined) return 'erased';
    if (!document || document.status === 'withdrawn') return 'withdrawn';
    const passages = await library.passagesOf(document);
    const there = passages[paragraph - 1];
    if (there && hashOf(there) === hash) return 'same';
    return passages.some((passage) => hashOf(passage) === hash) ? 'same' : 'corrected';
  };
}
