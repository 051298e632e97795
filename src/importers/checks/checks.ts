// What in a document should be looked at before it answers questions: its text, what is told of it, and its neighbours.
import type { Document } from '../../corpus/document.ts';
import type { Message } from '../../messages/messages.ts';
import { characterWarnings } from '../characters/characters.ts';
import { mojibakeWarnings } from '../characters/mojibake-told.ts';
import type { Metadata } from '../imported.ts';
import { listed } from './listed.ts';
import { type Near, Wording } from './near-duplicates.ts';

/** The documents that are there already. */
export interface Known {
  /** Those that share much wording with a text, nearest first; `except` leaves one id out. */
  near(text: string, except?: string): readonly Near[];
  has(id: string): boolean;
  /** Counts a document in, so that the next one is compared with it too. */
  add(document: Pick<Document, 'id' | 'text'>): void;
}

/** A document as it is checked, whether it comes from a file or stands in a corpus. */
export interface Checked {
  readonly paragraphs: readonly string[];
  readonly metadata: Metadata;
  readonly text: string;
  /** What `guessedLanguage` takes it for. */
  readonly guess: string | undefined;
  /** The paragraphs as they could be put right, where whoever read the file knows; else it is looked for. */
  readonly right?: readonly string[];
}

/** Half: an agency's text in two newspapers shares more, two texts on the same talks that quote each other share less. */
const nearFrom = 0.5;
/** From here on two texts are told apart by their white space and marks only. */
const sameFrom = 0.995;
/** A message of Discord shows 4,000 characters, citation and escapes included; what is longer is cut. */
const longParagraph = 3_000;
/** A citation names a paragraph; without a full stop fewer words than this are a button, a label, a page number. */
const fewWords = 3;
/** A hundred pages: found, but a reader who is shown "¶812" no longer looks it up. */
const longDocument = 200_000;

export function knownOf(documents: Iterable<Pick<Document, 'id' | 'text'>>): Known {
  const all = [...documents];
  const wording = new Wording(all);
  const ids = new Set(all.map(({ id }) => id));
  return {
    near: (text, except) => wording.near(text, nearFrom, (id) => id !== except),
    has: (id) => ids.has(id),
    add: (document) => {
      ids.add(document.id);
      wording.add(document);
    },
  };
}

/** Everything that should be looked at. `id` is the document's own, where it has one: it is no duplicate of itself. */
export function warningsOf(checked: Checked, known?: Known, id?: string): Message[] {
  return [
    ...(known ? duplicateWarnings(known.near(checked.text, id)) : []),
    ...mojibakeWarnings(checked.paragraphs, checked.right),
    ...characterWarnings(checked.paragraphs),
    ...paragraphWarnings(checked.paragraphs),
    ...metadataWarnings(checked),
    ...(checked.text.length > longDocument
      ? [
          {
            key: 'import.warning.longDocument' as const,
            values: { count: checked.text.length, most: longDocument },
          },
        ]
      : []),
  ];
}

/** Whether a text is that of a document word for word. */
export function sameAs(near: readonly Near[]): Near | undefined {
  return near.find(({ shared, ofDocument }) => Math.min(shared, ofDocument) >= sameFrom);
}

/** What is said of the documents that a text shares much of its wording with. */
export function duplicateWarnings(near: readonly Near[]): Message[] {
  const same = sameAs(near);
  if (same) return [{ key: 'import.warning.same', values: { document: same.document.id } }];
  return near.map(({ document, shared, ofDocument }) => ({
    key: 'import.warning.near',
    values: { document: document.id, shared: percent(shared), ofDocument: percent(ofDocument) },
  }));
}

/** Rounded down: what is not the same is never told as 100%. */
function percent(part: number): number {
  return Math.floor(part * 100);
}

function paragraphWarnings(paragraphs: readonly string[]): Message[] {
  const numbersOf = (test: (text: string) => boolean): number[] =>
    paragraphs.flatMap((text, index) => (test(text) ? [index + 1] : []));
  const long = numbersOf((text) => text.length > longParagraph);
  const short = numbersOf(isResidue);
  const warnings: Message[] = [];
  if (long.length > 0) {
    const values = { count: long.length, paragraphs: listed(long), most: longParagraph };
    warnings.push({ key: 'import.warning.longParagraphs', values });
  }
  if (short.length > 0) {
    const values = { count: short.length, paragraphs: listed(short) };
    warnings.push({ key: 'import.warning.shortParagraphs', values });
  }
  return warnings;
}

function isResidue(text: string): boolean {
  if (/[.!?…:;"”’»)]$/u.test(text)) return false;
  return (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) < fewWords;
}

function metadataWarnings({ metadata, guess }: Checked): Message[] {
  const { title, published, publisher, language } = metadata;
  const warnings: Message[] = [];
  if (!title) warnings.push({ key: 'import.warning.noTitle' });
  if (!published) warnings.push({ key: 'import.warning.noDate' });
  if (!publisher) warnings.push({ key: 'import.warning.noPublisher' });
  if (!language) warnings.push({ key: 'import.warning.noLanguage' });
  else if (language.told.by === 'inferred') {
    warnings.push({ key: 'import.warning.guessedLanguage', values: { language: language.told.value } });
  } else warnings.push(...otherLanguage(language.told.value, guess));
  return warnings;
}

/** The file says one language and the text is in another; only where the letters and words show it plainly. */
function otherLanguage(told: string, guess: string | undefined): Message[] {
  const [code] = told.split('-', 1);
  if (guess === undefined || guess === code) return [];
  return [{ key: 'import.warning.otherLanguage', values: { told, guess } }];
}
