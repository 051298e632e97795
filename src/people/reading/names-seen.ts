// What one document has of names, as it is gathered: whole names, single words of them, bodies, countries, and who speaks by the title.

import type { OfficeData } from '../data.ts';
import type { Addressed } from './addressed.ts';

/** So many places of a surname tell whom a text means by it: the one named before them. */
export const fewFirst = 2;

/** A name of two words and more in a document. */
export interface Whole {
  readonly key: string;
  /** Its ways of writing, with how often each. */
  readonly texts: Map<string, number>;
  readonly offices: OfficeData[];
  times: number;
  /** So often a title, a label or an office beside it tells that it is somebody's. */
  titled: number;
  /** The same, or that it stands in a row of people. */
  strong: number;
  /** Who speaks says that this is their name. */
  introduced: boolean;
  /** Its place among all names of the document. */
  readonly first: number;
  said: number;
  who: number;
  /** So often it stands within a sentence, where a capital tells something. */
  within: number;
  /** So often "in" stands before it. */
  placed: number;
}

/** A single word of a name: a surname, mostly. */
export interface Single {
  readonly key: string;
  readonly texts: Map<string, number>;
  readonly offices: OfficeData[];
  /** Before it, as written: "Mr.", "Vice Premier". */
  readonly titles: Map<string, number>;
  /** The offices of states and bodies among them, folded. */
  readonly roles: Set<string>;
  times: number;
  /** The places of the first few among all names of the document. */
  readonly first: number[];
  titled: number;
  said: number;
  within: number;
  labelled: number;
  /** An office stands beside it: "Karimi, the director, …". */
  apposed: number;
  /** So often "in" stands before it. */
  placed: number;
}

export interface Body {
  readonly text: string;
  times: number;
  said: number;
}

export interface Gathered {
  readonly wholes: Map<string, Whole>;
  readonly singles: Map<string, Single>;
  readonly bodies: Map<string, Body>;
  /** Words that are a place's or a body's and may be a surname, too: "Paris", "West". */
  readonly doubtful: Map<string, Single>;
  /** By the id of the country: how often named, how often a verb reports beside it, and whether its capital is. */
  readonly countries: Map<string, { times: number; said: number; capital: string | undefined }>;
  /** Who speaks by the title. */
  readonly told: Told[];
  /** The labels that are offices alone, folded ("the president"), with how many paragraphs each of them has. */
  readonly labels: Map<string, number>;
  /** First names that only those who talk with somebody say. */
  readonly addressed: Addressed[];
  /** Where the word of an office stands that is beside no name: "the chairman", "the committee's chairman". */
  readonly heads: HeadSeen[];
  /** So many names were read. */
  names: number;
}

export interface HeadSeen {
  /** The word itself, folded. */
  readonly head: string;
  /** What stands with it and tells which one it is, folded; nothing of "the chairman". */
  readonly words: readonly string[];
  /** "The chairman", and no more. */
  readonly alone: boolean;
  readonly paragraph: number;
  readonly start: number;
}

/** A speaker whom a title names: by an office, and by a name unless the office stands alone. */
export interface Told {
  /** What stands before the name, folded: "vice president". */
  readonly role: string;
  /** Empty where an office stands alone. */
  readonly key: string;
  /** As the title writes it, with its office. */
  readonly text: string;
}
