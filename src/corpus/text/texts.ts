// The texts that documents and dossier are made of: what may stand in one line, and what may be an id.
import { z } from 'zod';

/** A text of one line: it stands beside others in lists and citations, where a line end would garble them. */
export const textSchema = z
  .string()
  .trim()
  .min(1)
  .regex(/^\P{Cc}*$/u);

/** What names a document, a party or a person: it can be typed, cited and stand in an address. */
export const idSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
