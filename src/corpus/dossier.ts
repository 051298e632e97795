// What an operator knows of the talks beside their documents, from dossier.yaml: who is who under every name, what is
// proposed and who is for or against it, and which words of a document are a joint statement.
import type { Place } from '../common/errors.ts';
import type { CitedWords } from './citing/cited-words.ts';
import type { Document } from './document.ts';
import type { Passage } from './passages.ts';

interface Named {
  readonly id: string;
  readonly name: string;
  /** Other ways of writing the name, in any script. */
  readonly spellings: readonly string[];
  /** What sources call it instead of its name: "the American side", "the Russian leader". */
  readonly called: readonly string[];
  /** What sources call the texts it speaks in: "the joint statement" said so. Search does not use them. */
  readonly texts?: readonly string[] | undefined;
  /** Words that lead a question here and are not the one who speaks: "Russian", "the White House". */
  readonly related?: readonly string[] | undefined;
}

export interface Party extends Named {
  /** Sources let it speak for the party: "Kyiv has long aspired". */
  readonly capital?: string | undefined;
}

export interface Person extends Named {
  readonly office?: string | undefined;
  /** The id of the party whose words theirs are. */
  readonly party?: string | undefined;
}

/** Somebody whom no source names: "the diplomatic source", "some Western circles". */
export interface Unnamed {
  readonly id: string;
  readonly name: string;
  readonly called: readonly string[];
}

/**
 * How a passage tells what somebody holds: in their own words, as what they said, as the article's own account of
 * them, or as what somebody else says of them (`teller`).
 */
export const tellings = ['own-words', 'reported', 'article', 'said-of'] as const;
export type Telling = (typeof tellings)[number];

/** What somebody holds, by the words of a passage. */
export interface View extends CitedWords {
  /** The id of a party, a person or an unnamed source. */
  readonly who: string;
  readonly as: Telling;
  /** The id of whoever says it of them; set where `as` is `said-of`, and nowhere else. */
  readonly teller?: string | undefined;
  /** The reserve that stands in the words: "supposedly". */
  readonly hedge?: string | undefined;
}

export const stances = ['for', 'against', 'doubtful', 'conditional'] as const;

export interface Stance extends View {
  readonly stance: (typeof stances)[number];
}

export interface Proposal {
  readonly id: string;
  readonly name: string;
  readonly called: readonly string[];
  /** What it is, in the words of its sources; at least one. */
  readonly what: readonly CitedWords[];
  /** Who put it forward. */
  readonly by: readonly View[];
  readonly stances: readonly Stance[];
  /** Passages on it, beside those that are cited above. */
  readonly passages: readonly Passage[];
  /** Questions and names that find passages on it. */
  readonly queries: readonly string[];
  /** The joint text that it stands in, where it was read from one: those who make it put it forward. */
  readonly joint?: JointStatement;
}

export interface Signatory extends CitedWords {
  /** An id, where an operator gave one; else the words alone tell who it is. */
  readonly who?: string;
}

/** Words of a joint statement, or words that tell of it. */
export interface StatementPart extends CitedWords {
  /** Whether the passage quotes all these words, some of them, or none: then it only reports them. */
  readonly how: 'quoted' | 'partly' | 'reported';
}

export interface StatementSection {
  readonly id: string;
  readonly name: string;
  readonly parts: readonly StatementPart[];
}

export interface JointStatement {
  readonly id: string;
  readonly name: string;
  readonly called: readonly string[];
  readonly document: Document;
  /** Whether its full text is in the document. Otherwise every reply says that these are only parts. */
  readonly complete: boolean;
  /** Its document is the text itself, known as such by its form: nobody quotes or reports it. */
  readonly isText?: true;
  /** The id of the party that the signatories are together. */
  readonly party?: string | undefined;
  readonly issued: readonly Signatory[];
  /** Those of whom the source says that they signed it as well. */
  readonly signed: readonly Signatory[];
  /** The names in its title, where its text names nobody. */
  readonly titled?: readonly string[];
  readonly sections: readonly StatementSection[];
}

export interface Dossier {
  readonly parties: readonly Party[];
  readonly people: readonly Person[];
  readonly synonyms: readonly (readonly string[])[];
  /** The same of the field as a whole, from a file of their own: they count less. */
  readonly thesaurus: readonly (readonly string[])[];
  readonly unnamed: readonly Unnamed[];
  readonly proposals: readonly Proposal[];
  readonly statements: readonly JointStatement[];
  /** Where each party, person and unnamed source stands in the file, by its id. */
  readonly places: ReadonlyMap<string, Place>;
}

export const emptyDossier: Dossier = {
  parties: [],
  people: [],
  synonyms: [],
  thesaurus: [],
  unnamed: [],
  proposals: [],
  statements: [],
  places: new Map(),
};

/** Every way of writing a party or a person, the name first, and the words that lead a question to it. */
export function namesOf(entry: Party | Person): readonly string[] {
  return [...ownNamesOf(entry), ...(entry.related ?? [])];
}

/** The names under which a party or a person itself is meant, as one who speaks and acts; the name first. */
export function ownNamesOf(entry: Party | Person): readonly string[] {
  const capital = 'capital' in entry && entry.capital !== undefined ? [entry.capital] : [];
  return [entry.name, ...entry.spellings, ...capital, ...entry.called];
}
