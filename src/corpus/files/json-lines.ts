// A line of a `.jsonl` collection becomes a document: `{"docId","title","text","kind","language"}`.
import { z } from 'zod';
import type { Place, Problem } from '../../common/errors.ts';
import { problemsOf, shown } from '../../common/validation.ts';
import type { MessageKey } from '../../messages/messages.ts';
import { type Document, kinds, languageSchema } from '../document.ts';

const lineSchema = z.object({
  docId: z.string().regex(/^(?=.*\S)\P{Cc}+$/u),
  title: z.string().default(''),
  text: z.string().regex(/^[^\0]*$/),
  // What is measured with is mostly talk written down: who speaks stands before it, and there is no reporter.
  kind: z.enum(kinds).default('transcript'),
  // Where none is told, the words show it ("und": undetermined).
  language: languageSchema.default('und'),
});

const wanted: Record<string, MessageKey> = {
  docId: 'wanted.docId',
  text: 'wanted.body',
  kind: 'wanted.kind',
  language: 'wanted.language',
};

/** Reads one line; `place` says where it stands. */
export function readLine(line: string, place: Place): Document | Problem[] {
  let data: unknown;
  try {
    data = JSON.parse(line);
  } catch (cause) {
    return [{ place, message: { key: 'jsonLine.wrong', values: { value: shown(line) } }, cause }];
  }
  const checked = lineSchema.safeParse(data);
  if (!checked.success) {
    return problemsOf(checked.error, data, {
      placeOf: () => place,
      wanted: ([field]) =>
        field === undefined ? 'wanted.jsonLine' : (wanted[String(field)] ?? 'wanted.text'),
      known: () => Object.keys(lineSchema.shape),
      area: 'area.jsonLine',
    });
  }
  const { docId, text, kind, language } = checked.data;
  // A title is shown on one line. Texts for measuring come from many hands: one that is broken up loses nothing by this.
  const title = checked.data.title.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return {
    id: docId,
    title: title === '' ? undefined : { value: title, by: 'source' },
    kind,
    language,
    status: 'current',
    file: place.file,
    text: text.replace(/\r\n?/g, '\n'),
  };
}
