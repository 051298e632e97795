// What an operator says of a document's speech in its front matter: who said what, or that words are no speech.
import { z } from 'zod';
import type { Place, Problem } from '../../common/errors.ts';
import { shown } from '../../common/validation.ts';
import type { Dossier } from '../dossier.ts';
import { fold, unfold } from '../text/folding.ts';
import { idSchema, textSchema } from '../text/texts.ts';

/** How a source names who spoke. `statement.ts` says what each kind means. */
export const speakerKinds = ['named', 'pronoun', 'unnamed', 'collective'] as const;

/** Every value of front matter is text, as it was written. */
export const annotationSchema = z.strictObject({
  paragraph: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number),
  quote: textSchema,
  /** The words of the document that name who spoke; without them the document does not say. */
  speaker: textSchema.optional(),
  kind: z.enum(speakerKinds).optional(),
  person: idSchema.optional(),
  party: idSchema.optional(),
  clause: textSchema.optional(),
  none: z
    .enum(['true', 'false'])
    .transform((given) => given === 'true')
    .optional(),
});

export interface Annotation extends z.infer<typeof annotationSchema> {
  /** Where it stands in its file. */
  readonly place: Place;
}

interface Part {
  readonly start: number;
  readonly end: number;
}

/** A paragraph, as far as an annotation needs it. */
interface Paragraph extends Part {
  readonly text: string;
}

/** Where the words of an annotation stand in the document's text. */
export interface Located {
  readonly quote: Part;
  readonly speaker: Part | undefined;
  readonly clause: Part | undefined;
}

/**
 * Finds an annotation's words: the quote in its paragraph, speaker and clause in the paragraph nearest to it. Case, kinds of
 * marks and white space do not matter. What is not there is said as a problem.
 */
export function locate(annotation: Annotation, paragraphs: readonly Paragraph[]): Located | Problem {
  const { place, paragraph, quote } = annotation;
  const own = paragraphs[paragraph - 1];
  if (!own) {
    const values = { paragraph, count: paragraphs.length };
    return { place, message: { key: 'annotation.noParagraph', values } };
  }
  const found = within(own, quote);
  if (!found) {
    const values = { quote: shown(quote), paragraph };
    return { place, message: { key: 'annotation.noQuote', values } };
  }
  const located: Record<'speaker' | 'clause', Part | undefined> = { speaker: undefined, clause: undefined };
  for (const field of ['speaker', 'clause'] as const) {
    const words = annotation[field];
    located[field] = words === undefined ? undefined : nearest(paragraphs, paragraph - 1, words);
    if (words !== undefined && !located[field]) {
      return { place, message: { key: 'annotation.notInText', values: { field, words: shown(words) } } };
    }
  }
  return { quote: found, ...located };
}

/** What an annotation names that the dossier does not have. */
export function unknownIn({ place, person, party }: Annotation, dossier: Dossier): Problem[] {
  const lists = { person: [person, dossier.people], party: [party, dossier.parties] } as const;
  return Object.entries(lists).flatMap(([field, [id, entries]]): Problem[] => {
    if (id === undefined || entries.some((entry) => entry.id === id)) return [];
    return [{ place, message: { key: 'annotation.unknown', values: { field, id: shown(id) } } }];
  });
}

function within(paragraph: Paragraph, words: string): Part | undefined {
  const folded = fold(paragraph.text);
  const wanted = fold(words).text.trim();
  const at = wanted === '' ? -1 : folded.text.indexOf(wanted);
  if (at < 0) return undefined;
  const { start, end } = unfold(folded, { start: at, end: at + wanted.length });
  return { start: paragraph.start + start, end: paragraph.start + end };
}

/** The words in the paragraph at `own`, or in the nearest other one, earlier ones first. */
function nearest(paragraphs: readonly Paragraph[], own: number, words: string): Part | undefined {
  const byDistance = paragraphs
    .map((paragraph, index) => ({ paragraph, far: Math.abs(index - own) }))
    .sort((a, b) => a.far - b.far);
  for (const { paragraph } of byDistance) {
    const found = within(paragraph, words);
    if (found) return found;
  }
  return undefined;
}
