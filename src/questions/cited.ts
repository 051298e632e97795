// Passages as they stood when they were offered as an answer: a later change of the sources does not rewrite them.
import { z } from 'zod';

const told = z.object({ value: z.string(), by: z.enum(['source', 'supplied', 'inferred']) });

/** A passage with all that its citation tells. `start` and `end` bound the sentence that answers, in `text`. */
export const citedSchema = z.object({
  /** `european-leaders ¶5` */
  label: z.string(),
  document: z.string(),
  paragraph: z.int(),
  /** Content hash of the paragraph. */
  hash: z.string(),
  /** Empty where it was erased. */
  text: z.string(),
  start: z.int(),
  end: z.int(),
  /** The kind of document: news, statement, … */
  kind: z.string(),
  /** How the words in it were said: by somebody named, unnamed, many at once; `told` where the clause alone says it, `untold` where nothing does; undefined where nothing is quoted. */
  speech: z.enum(['named', 'pronoun', 'unnamed', 'collective', 'told', 'untold']).optional(),
  /** The reporting clause in the source's own words. */
  clause: z.string().optional(),
  title: told.optional(),
  published: told.optional(),
  url: z.string().optional(),
});

export type Cited = z.infer<typeof citedSchema>;

/** A chosen passage whose paragraph is no longer what it was, and what became of it. */
const flagSchema = z.object({
  label: z.string(),
  became: z.enum(['corrected', 'withdrawn', 'erased']),
});

export type Flag = z.infer<typeof flagSchema>;

export const citedListSchema = z.array(citedSchema);
export const labelsSchema = z.array(z.string());
export const flagsSchema = z.array(flagSchema);
