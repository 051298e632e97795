// What a preview offers where a program took letters for others: the text put right, with the values that change with it.
import type { FrontMatter, Told } from '../../../corpus/document.ts';
import type { Taken } from '../../../importers/imported.ts';
import type { Mended } from '../../../sources/drafts.ts';

/** Undefined where nothing is to be put right. `frontMatter` says what would be written above a text. */
export function mendedFor(taken: Taken, frontMatter: (taken: Taken) => FrontMatter): Mended | undefined {
  const { mended } = taken;
  if (!mended) return undefined;
  const [before, after] = [fieldsOf(frontMatter(taken)), fieldsOf(frontMatter({ ...taken, ...mended }))];
  const values = Object.entries(before).flatMap(([field, from]): [string, [string, string]][] => {
    const to = after[field];
    return from === undefined || to === undefined || from === to ? [] : [[field, [from, to]]];
  });
  const { text, notes, warnings } = mended;
  return { text, notes, warnings, values: Object.fromEntries(values) };
}

function fieldsOf({
  id: document,
  title,
  publisher,
  credit,
  kind,
}: FrontMatter): Record<string, string | undefined> {
  const value = (told: Told | undefined): string | undefined => told?.value;
  return { title: value(title), publisher: value(publisher), credit, kind, document };
}
