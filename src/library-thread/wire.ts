// What crosses between the thread that answers Discord and that of the library: plain data, in which documents, passages and what the
// dossier tells stand as their numbers. Both threads hold them, so nothing of the sources goes along with a question or its answer, and
// what comes back is the very object that the other side asked with.

import { UsageError, UserError } from '../common/errors.ts';
import type { Document } from '../corpus/document.ts';
import type { Dossier } from '../corpus/dossier.ts';
import type { Passage } from '../corpus/passages.ts';
import { type JointText, jointTextOf } from '../joint/joint-text.ts';
import type { Message } from '../messages/messages.ts';

/** A document with its passages; their texts are cut from it again. */
export interface SentDocument {
  readonly number: number;
  readonly document: Document;
  readonly passages: readonly Pick<Passage, 'paragraph' | 'start' | 'end' | 'headings'>[];
}

/** Stands for an object that both sides know: [document], [document, place of the passage, or in the joint text that it is], or [dossier, place in it]. */
interface Reference {
  readonly $document?: readonly [number];
  readonly $passage?: readonly [number, number];
  readonly $joint?: readonly [number, number];
  readonly $dossier?: readonly [number, number];
}

interface Held {
  readonly document: Document;
  readonly passages: readonly Passage[];
  /** What is compared by identity of the joint text that it is. */
  readonly joint: readonly object[];
}

/** The objects that have a number here. */
export class Known {
  readonly #documents = new Map<number, Held>();
  readonly #dossiers = new Map<number, readonly object[]>();
  readonly #references = new WeakMap<object, Reference>();

  addDocument(number: number, document: Document, passages: readonly Passage[]): void {
    const joint = toldInJoint(jointTextOf(document, passages));
    this.#documents.set(number, { document, passages, joint });
    this.#references.set(document, { $document: [number] });
    for (const [at, passage] of passages.entries()) this.#references.set(passage, { $passage: [number, at] });
    for (const [at, each] of joint.entries()) this.#references.set(each, { $joint: [number, at] });
  }

  addDossier(number: number, dossier: Dossier): void {
    const told = toldIn(dossier);
    this.#dossiers.set(number, told);
    for (const [at, each] of told.entries()) this.#references.set(each, { $dossier: [number, at] });
  }

  held(number: number): Held | undefined {
    return this.#documents.get(number);
  }

  forgetDocument(number: number): void {
    this.#documents.delete(number);
  }

  forgetDossier(number: number): void {
    this.#dossiers.delete(number);
  }

  /**
   * Throws where there is something in it that is no data. What the other side was not sent, by its number, goes along as it is: only
   * it does not come back as the same object.
   */
  pack(value: unknown, isSent: (number: number) => boolean = () => true): unknown {
    return mapped(value, (each) => {
      const reference = this.#references.get(each);
      const [number] = Object.values(reference ?? {})[0] ?? [];
      return number !== undefined && isSent(number) ? reference : undefined;
    });
  }

  /** Throws where something is named that is not known here. */
  unpack(value: unknown): unknown {
    return mapped(value, (each) => this.#meant(each));
  }

  #meant({ $document, $passage, $joint, $dossier }: Reference): object | undefined {
    const [number, at = 0] = $document ?? $passage ?? $joint ?? $dossier ?? [];
    if (number === undefined) return undefined;
    const held = this.#documents.get(number);
    const found = $document
      ? held?.document
      : $passage
        ? held?.passages[at]
        : $joint
          ? held?.joint[at]
          : this.#dossiers.get(number)?.[at];
    if (found) return found;
    throw new Error(
      `what is meant is not held here: ${JSON.stringify($document ?? $passage ?? $joint ?? $dossier)}`,
    );
  }
}

export function sent(number: number, { document, passages }: Omit<Held, 'joint'>): SentDocument {
  return {
    ...{ number, document },
    passages: passages.map(({ paragraph, start, end, headings }) => ({ paragraph, start, end, headings })),
  };
}

export function received({ document, passages }: SentDocument): Passage[] {
  return passages.map((each) => ({ ...each, document, text: document.text.slice(each.start, each.end) }));
}

/** What is compared by identity: proposals, joint statements and their sections. */
function toldIn({ proposals, statements }: Dossier): object[] {
  return [...proposals, ...statements, ...statements.flatMap(({ sections }) => sections)];
}

function toldInJoint(joint: JointText | undefined): object[] {
  return joint ? [joint.statement, ...joint.statement.sections, ...joint.proposals] : [];
}

/** A copy in which some objects are replaced by others; what stands in it twice is one object in the copy as well. */
function mapped(value: unknown, replaced: (each: object) => object | undefined): unknown {
  const copies = new Map<object, unknown>();
  const copyOf = (each: unknown): unknown => {
    if (typeof each === 'function') throw new TypeError('a function cannot go to another thread');
    if (typeof each !== 'object' || each === null || ArrayBuffer.isView(each)) return each;
    const copy = copies.get(each) ?? replaced(each) ?? inside(each);
    copies.set(each, copy);
    return copy;
  };
  const inside = (each: object): unknown => {
    if (Array.isArray(each)) return each.map(copyOf);
    if (each instanceof Set) return new Set([...each].map(copyOf));
    if (each instanceof Map) return new Map([...each].map(([key, one]) => [copyOf(key), copyOf(one)]));
    return Object.fromEntries(Object.entries(each).map(([key, one]) => [key, copyOf(one)]));
  };
  return copyOf(value);
}

/** What went wrong, as it crosses: a refusal with what it tells, anything else with its name and calls. */
export type SentError =
  | { readonly kind: 'refusal' | 'usage'; readonly told: Message }
  | { readonly kind: 'failure'; readonly error: unknown };

export function sentError(error: unknown): SentError {
  if (error instanceof UserError)
    return { kind: error instanceof UsageError ? 'usage' : 'refusal', told: error.told };
  return { kind: 'failure', error: cloned(error) };
}

export function receivedError(sent: SentError): unknown {
  if (sent.kind === 'failure') return sent.error;
  return sent.kind === 'usage' ? new UsageError(sent.told) : new UserError(sent.told);
}

/** What cannot cross is told by its words. */
function cloned(error: unknown): unknown {
  try {
    return structuredClone(error);
  } catch {
    return new Error(String(error));
  }
}
