// The documents of a server that its library takes, cut into their passages. What was approved when more was allowed is left
// out and told, so that no server's library takes more memory than it may.

import type { Problem } from '../common/errors.ts';
import type { Steps } from '../common/steps.ts';
import type { Passage } from '../corpus/passages.ts';
import type { Limits } from './limits.ts';
import { type OwnDocument, passagesOfOwn } from './version.ts';

/** A document of the server, cut into its passages: the same objects as long as the document stays as it is. */
export interface Own {
  readonly document: OwnDocument;
  readonly passages: readonly Passage[];
}

export interface Fitting {
  /** By their ids, in the order in which they were added. */
  readonly own: ReadonlyMap<string, Own>;
  readonly problems: readonly Problem[];
}

export type ParagraphLimits = Pick<Limits, 'documentParagraphs' | 'paragraphs'>;

/**
 * Cuts documents, one a step; those that did not change keep their objects of `earlier`, and what was read of them. Where
 * they are too many together, those that were added last are left out; withdrawn ones have as much room of their own.
 */
export function* fittingSteps(
  documents: readonly OwnDocument[],
  earlier: ReadonlyMap<string, Own> | undefined,
  { documentParagraphs, paragraphs }: ParagraphLimits,
): Steps<Fitting> {
  const own = new Map<string, Own>();
  const problems: Problem[] = [];
  const room = { answering: paragraphs, withdrawn: paragraphs };
  for (const document of documents) {
    const each = cutInto(document, earlier?.get(document.id));
    const { length } = each.passages;
    const side = document.status === 'withdrawn' ? 'withdrawn' : 'answering';
    if (length > documentParagraphs) {
      const values = { paragraphs: length, most: documentParagraphs };
      problems.push({
        place: { file: document.file },
        message: { key: 'sources.tooManyParagraphs', values },
      });
    } else if (length > room[side]) {
      const values = { paragraphs: length, most: paragraphs };
      problems.push({ place: { file: document.file }, message: { key: 'sources.noRoom', values } });
    } else {
      room[side] -= length;
      own.set(document.id, each);
    }
    yield;
  }
  return { own, problems };
}

function cutInto(document: OwnDocument, before: Own | undefined): Own {
  return before && isSame(before.document, document)
    ? before
    : { document, passages: passagesOfOwn(document) };
}

/** Erasing and withdrawing anew change neither version nor status; and words that the store has no more are never kept here. */
function isSame(before: OwnDocument, now: OwnDocument): boolean {
  return shown.every((field) => before[field] === now[field]);
}

const shown = ['version', 'status', 'erased', 'changed', 'text'] as const;
