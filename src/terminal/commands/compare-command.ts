// `compare A B`: two documents, two passages, or two files beside each other, word by word.
import { readFile, stat } from 'node:fs/promises';
import { UserError } from '../../common/errors.ts';
import { unreadable } from '../../common/text-file.ts';
import { shown } from '../../common/validation.ts';
import { compare } from '../../compare/compare.ts';
import { labelOf, type Passage } from '../../corpus/passages.ts';
import { citationRefused } from '../../dialogue/refusals.ts';
import { importFile } from '../../importers/import-file.ts';
import type { Library } from '../../library.ts';
import { provenanceOf } from '../../messages/citations.ts';
import type { Message, Translate } from '../../messages/messages.ts';
import { comparisonJson, renderComparison, type Side } from '../reports/compare-report.ts';
import type { Reply } from '../requests.ts';

/** Compares what two names stand for. Throws `UserError` where one names nothing. */
export async function compareNamed(
  names: readonly [left: string, right: string],
  library: Library,
  translate: Translate,
): Promise<Reply> {
  const [left, right] = [
    await sideOf(names[0], library, translate),
    await sideOf(names[1], library, translate),
  ];
  const comparison = compare(left.paragraphs, right.paragraphs);
  return {
    text: async (reader) => renderComparison(left, right, comparison, reader),
    json: () => comparisonJson(left, right, comparison),
  };
}

/** A document, the paragraphs of a citation, or a file: what is in the sources goes before what lies in the folder. */
async function sideOf(name: string, library: Library, translate: Translate): Promise<Side> {
  const document = await library.document(name);
  if (document) {
    const paragraphs = (await library.passagesOf(document)).map(cited);
    return { name: document.id, provenance: provenanceOf(document, translate), paragraphs };
  }
  const found = await library.cite(name);
  if (found.found) {
    const provenance = provenanceOf(found.document, translate);
    return { name: labelOfAll(found.passages), provenance, paragraphs: found.passages.map(cited) };
  }
  const isFile = await stat(name).then(
    (there) => there.isFile(),
    () => false,
  );
  if (!isFile) throw await citationRefused(name, found, library);
  return fileSide(name);
}

function labelOfAll(passages: readonly Passage[]): string {
  const [first] = passages;
  const last = passages.at(-1);
  if (!first || !last) return '';
  return first === last ? labelOf(first) : `${labelOf(first)}–${last.paragraph}`;
}

function cited(passage: Passage): Side['paragraphs'][number] {
  return { label: labelOf(passage), text: passage.text };
}

async function fileSide(file: string): Promise<Side> {
  const refusedFor = (reason: Message): UserError =>
    new UserError({ key: 'compare.noFile', values: { file: shown(file), reason } });
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw refusedFor(unreadable(file, cause).message);
  });
  const imported = await importFile({ name: file, bytes });
  if (!imported.ok) throw refusedFor(imported.reason);
  const paragraphs = imported.paragraphs.map((text, index) => ({ label: `¶${index + 1}`, text }));
  return { name: file, provenance: imported.metadata.title?.told.value ?? '', paragraphs };
}
