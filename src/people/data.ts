// Who speaks and is named in a collection, as it was read: plain rows that can be kept in a file. Documents stand by their places in
// the collection.

/** An office as a passage ties it to a name. `start` and `end` are offsets into the passage's text. */
export interface OfficeData {
  readonly text: string;
  readonly document: number;
  /** 0 is the title; `start` and `end` are its offsets then. */
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  /** What is left of it without its country: "vice premier". */
  readonly role: string;
  /** The id of the country it belongs to. */
  readonly country: string | undefined;
  /** The state that it is held for, where that is no part of its words: "Vermont" of "Sen. Lea Brandt (I-Vt.)". */
  readonly seat?: string | undefined;
  /** Whether its holder speaks for a state or a body. */
  readonly held: boolean;
  /** Whether "the president" may mean its holder. */
  readonly alone: boolean;
}

export interface EntryData {
  readonly id: string;
  readonly name: string;
  readonly kind: 'person' | 'country' | 'body';
  /** Every way in which texts write the name, the most frequent first. */
  readonly forms: readonly string[];
  readonly offices: readonly OfficeData[];
  /** The id of the country whose words theirs are. */
  readonly party: string | undefined;
  /** The office that a moderator says is theirs: it goes before what passages say. */
  readonly told?: OfficeTold;
}

/** An office of which no passage is named. */
export type OfficeTold = Pick<OfficeData, 'text' | 'role' | 'country' | 'seat' | 'held' | 'alone'>;

/** What is meant by a form in one document; a `phrase` needs no capitals ("the vice premier"). */
export interface FormData {
  readonly form: string;
  /** The place among the entries; -1 where it means nobody who is known. */
  readonly entry: number;
  readonly phrase: boolean;
  /** Only whoever types it means them: in the text it stands too seldom. */
  readonly typed?: true;
}

export interface StandingData {
  /** Entries that a document names, with how often. */
  readonly named: readonly (readonly [entry: number, times: number])[];
  readonly forms: readonly FormData[];
}

export interface PeopleData {
  readonly entries: readonly EntryData[];
  /** One for each document. */
  readonly documents: readonly StandingData[];
}

export const nobody: PeopleData = { entries: [], documents: [] };
