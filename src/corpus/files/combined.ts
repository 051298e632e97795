// Two collections as one, where both have documents of the same id.
import type { Problem } from '../../common/errors.ts';
import type { Collection } from './collection.ts';

/**
 * `more` keeps its ids, so that no citation of one of its documents ever leads to another text; a document of `collection` with the same
 * is left out and told as a problem. The dossier is that of `collection`. Undefined where no id is in both: they can stand side by side.
 */
export function combined(collection: Collection, more: Collection): Collection | undefined {
  const own = new Map(more.documents.map((document) => [document.id, document]));
  const taken = collection.documents.filter(({ id }) => own.has(id));
  if (taken.length === 0) return undefined;
  const problems = taken.map(({ id, file }): Problem => {
    const values = { id, other: own.get(id)?.file ?? id };
    return { place: { file }, message: { key: 'document.idTaken', values } };
  });
  return {
    documents: [...collection.documents.filter(({ id }) => !own.has(id)), ...more.documents],
    passages: [...collection.passages.filter(({ document }) => !own.has(document.id)), ...more.passages],
    dossier: collection.dossier,
    problems: [...collection.problems, ...more.problems, ...problems],
    ...(more.corrections && { corrections: more.corrections }),
  };
}
