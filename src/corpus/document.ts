// What a document is, and the front matter that says so. One schema: types, checks and corpus/README.md follow it.
import { z } from 'zod';
import { type Annotation, annotationSchema } from './files/annotations.ts';
import { pagesSchema } from './files/pages.ts';
import { idSchema, textSchema } from './text/texts.ts';

/** The kinds of documents. News has a reporter between speaker and reader; the others do not. */
export const kinds = ['news', 'statement', 'transcript', 'readout', 'treaty', 'other'] as const;
const statuses = ['current', 'corrected', 'withdrawn'] as const;

/**
 * Something that is said of a document, and who says it: the document itself or its publisher (`source`), the
 * operator who filled a gap (`supplied`), or somebody who concluded it from the text (`inferred`).
 * What is not from the source is shown in brackets.
 */
export interface Told {
  readonly value: string;
  readonly by: 'source' | 'supplied' | 'inferred';
  readonly because?: string;
}

function told(value: z.ZodType<string>): z.ZodType<Told> {
  return z.union([
    value.transform((given): Told => ({ value: given, by: 'source' })),
    z
      .strictObject({ supplied: value, because: textSchema })
      .transform(({ supplied, because }): Told => ({ value: supplied, by: 'supplied', because })),
    z
      .strictObject({ inferred: value, because: textSchema })
      .transform(({ inferred, because }): Told => ({ value: inferred, by: 'inferred', because })),
  ]);
}

/** A day, or a month or a year where no more is known. */
const date = z.union([z.iso.date(), z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/)]);

/**
 * An address that a browser opens, as the browser writes it: hosts in Punycode, everything else in ASCII, so that it is
 * safe to show. 512 characters is what a link button of Discord takes.
 */
const address = z
  .string()
  .trim()
  .refine((given) => /^https?:\/\//i.test(given) && URL.canParse(given))
  .transform((given) => new URL(given).href)
  .pipe(z.string().max(512));

/** A language code (BCP 47), "und" where it is not known. */
export const languageSchema = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);

export const frontMatterSchema = z.strictObject({
  // 60 characters: with a paragraph number it fits a Discord button's custom id (100) beside command and action.
  id: idSchema.max(60),
  title: told(textSchema),
  kind: z.enum(kinds),
  publisher: told(textSchema).optional(),
  url: address.optional(),
  published: told(date).optional(),
  retrieved: date.optional(),
  language: languageSchema,
  credit: textSchema.optional(),
  /** On which page of its file each paragraph stands, where it has pages: "1: 1-4, 2: 5-9". */
  pages: pagesSchema.optional(),
  status: z.enum(statuses).default('current'),
  /** Since when it is corrected or withdrawn. */
  changed: date.optional(),
  /** What an operator says of its speech. */
  statements: z.array(annotationSchema).optional(),
});

export type FrontMatter = z.infer<typeof frontMatterSchema>;

/** A document: what its front matter says, the file it stands in, its text (LF line ends). */
export interface Document extends Omit<FrontMatter, 'title' | 'statements'> {
  /** Absent where a `.jsonl` collection gives none. */
  readonly title: Told | undefined;
  readonly statements?: readonly Annotation[];
  /** The version that its words are, where a later one took its place: it answers nothing, and its status is `withdrawn`. */
  readonly earlier?: number;
  readonly file: string;
  readonly text: string;
}
