// What a file becomes: blocks of text, what is known of it and where that was found, or the reason why it is refused.
import type { kinds, Told } from '../corpus/document.ts';
import type { Message, MessageKey } from '../messages/messages.ts';

/** Every format that is read, with the endings of its files' names. `src/corpus/files/folder.ts` must know these as well. */
export const endings = {
  text: ['txt', 'text'],
  markdown: ['md', 'markdown'],
  html: ['html', 'htm', 'xhtml'],
  pdf: ['pdf'],
  docx: ['docx'],
} as const satisfies Record<string, readonly string[]>;
export type Format = keyof typeof endings;
export const formats: readonly Format[] = Object.keys(endings).filter(
  (each): each is Format => each in endings,
);

/**
 * A paragraph, or a heading with its level from 1 to 6. The text is the source's, white space normalised. `page` is where
 * it begins, counted from 1, in formats that have pages.
 */
export type Block =
  | {
      readonly kind: 'paragraph';
      readonly text: string;
      readonly page?: number;
      /** It stands in a block quotation, whose words have no marks of their own. */
      readonly quoted?: true;
    }
  | { readonly kind: 'heading'; readonly level: number; readonly text: string; readonly page?: number };

/** A value, who says it, and the place in the file where it stands ("the page's JSON-LD", "the file's properties"). */
export interface Found {
  readonly told: Told;
  readonly where: MessageKey;
}

const metadataFields = ['title', 'publisher', 'author', 'published', 'url', 'language'] as const;
export type MetadataField = (typeof metadataFields)[number];

/** `published` is a day, a month or a year (`2025-08-16`); `language` a code such as `en`. What is not told is absent. */
export type Metadata = { readonly [field in MetadataField]?: Found };

/** What one format's reader gives: everything below is the same for all of them. */
export interface Extracted {
  readonly blocks: readonly Block[];
  readonly metadata: Metadata;
  /** What whoever imports should know, such as what was left out and how much. */
  readonly notes: readonly Message[];
  /** What may be wrong in the text, as far as only the reader of the format can tell. */
  readonly warnings?: readonly Message[];
  /** Set where the file says of itself what kind of document it is. */
  readonly kind?: (typeof kinds)[number];
  /** The page says that it is a newspaper's. */
  readonly isNews?: boolean;
  /** The file's own id, where it is a document of a corpus already. */
  readonly id?: string;
  /** Pages, counted from 1, that are pictures or have hardly a word, so that text recognition may find more on them. */
  readonly scanned?: readonly number[];
}

/** Why a reader gives a file up. */
export interface Refusal {
  readonly refused: Message;
  readonly scanned?: readonly number[];
}

export function refusal(key: MessageKey, values: Message['values'] = {}): Refusal {
  return { refused: { key, values } };
}

/** A value that the file itself gives. */
export function found(value: string, where: MessageKey): Found {
  return { told: { value, by: 'source' }, where };
}

/** A file as a document could be made of it. */
export interface Taken extends Text {
  readonly ok: true;
  readonly format: Format;
  /** The file's own id, where it is a document of a corpus already. */
  readonly id?: string;
  /** The same with characters put right that a program took for others; only a person decides that it is taken. */
  readonly mended?: Text;
  /** Pages on which text recognition may find more. */
  readonly scanned?: readonly number[];
}

/** A document's text with everything that was found of it. */
export interface Text {
  /** The document's text as `readDocument` would give it: paragraphs and headings parted by blank lines. */
  readonly text: string;
  /** The paragraphs of the text in order, as they will be numbered and cited. */
  readonly paragraphs: readonly string[];
  /** The page on which each paragraph begins, counted from 1, in formats that have pages; undefined where it is not known. */
  readonly pages?: readonly (number | undefined)[];
  /** Which paragraphs stand in a block quotation, by their place from 0, in formats that show it. */
  readonly quoted?: readonly number[];
  readonly metadata: Metadata;
  /** What the file or the title says; else news where the page says so, a transcript where people speak by turns, or `other`. */
  readonly kind: (typeof kinds)[number];
  /** The place that is told above the text, beside its date. */
  readonly place?: string;
  /** The first line of a text, where it was taken for the title and out of the paragraphs. */
  readonly titleLine?: string;
  /** What was left out or changed, for whoever looks at the preview. */
  readonly notes: readonly Message[];
  /** What may be wrong and should be looked at before the document is added. */
  readonly warnings: readonly Message[];
}

/** Why a file is not taken: one sentence with the remedy. */
export interface NotTaken {
  readonly ok: false;
  readonly reason: Message;
  /** Pages on which text recognition may find what is missing. */
  readonly scanned?: readonly number[];
}

export type Imported = Taken | NotTaken;

export function notTaken({ refused: reason, scanned }: Refusal): NotTaken {
  return { ok: false, reason, ...(scanned && { scanned }) };
}
