// What corrections are put into and what becomes of each: shared by those of names and those of offices.
import type { EntryDraft, EntryDrafts } from './entry-drafts.ts';

/** Somebody of the dossier, or of documents that these stand beside. */
export interface Outside {
  readonly id: string;
  readonly name: string;
  readonly kind: 'person' | 'party';
  /** The dossier has them: what it says wins. */
  readonly written: boolean;
}

export type OutsideNamed = (name: string) => readonly Outside[];

/**
 * What became of a correction. Nothing, where: nobody is called so; the form or the office is not theirs; several are called so; a person and a
 * party, or two countries, would be one; only other documents name them; the dossier says who they are; it is so already.
 */
export type Outcome = 'done' | Fault;
export type Fault =
  | 'unknown-name'
  | 'unknown-other'
  | 'not-theirs'
  | 'several'
  | 'kinds'
  | 'elsewhere'
  | 'dossier'
  | 'already';

export interface At {
  readonly drafts: EntryDrafts;
  readonly outside: OutsideNamed;
}

/** The id of the dossier's entry that bears one of the names. */
export function writtenOf(
  { name, forms }: Pick<EntryDraft, 'name' | 'forms'>,
  outside: OutsideNamed,
): string[] {
  const found = [name, ...forms].flatMap((each) => outside(each)).find(({ written }) => written);
  return found ? [found.id] : [];
}
