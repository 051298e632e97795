// Which kind of document a text is, where nothing says so: only what its form shows plainly.
import type { Document } from '../corpus/document.ts';
import { linesOf } from '../corpus/labels.ts';
import { passagesOf } from '../corpus/passages.ts';

/** A third of the paragraphs begin with a label: what one speaker says goes on over several. */
export function kindOf(paragraphs: readonly string[]): 'transcript' | 'other' {
  const talk: Document = {
    ...{ id: '', title: undefined, kind: 'transcript', language: 'und', status: 'current', file: '' },
    text: paragraphs.join('\n\n'),
  };
  const labels = passagesOf(talk, { headings: false })
    .flatMap(linesOf)
    .filter(({ label }) => label && label.kind !== 'unread').length;
  return labels >= 3 && labels >= paragraphs.length / 3 ? 'transcript' : 'other';
}
