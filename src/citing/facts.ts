// What every citation style needs of a document, with brackets wherever the document itself does not tell it.
import type { Document, Told } from '../corpus/document.ts';
import type { Passage } from '../corpus/passages.ts';
import { knownOnly } from '../corpus/text/unknown.ts';

/** A day, or less where no more is known. Months count from 1. */
export interface Day {
  readonly year: string;
  readonly month: number | undefined;
  readonly day: number | undefined;
}

export interface Facts {
  /** Undefined where the document has no title. */
  readonly title: string | undefined;
  readonly publisher: string | undefined;
  readonly published: Day | undefined;
  /** Whether the date was supplied or inferred, and so stands in brackets. */
  readonly dateInBrackets: boolean;
  readonly retrieved: Day | undefined;
  readonly url: string | undefined;
  readonly paragraph: number;
  readonly kind: Document['kind'];
  readonly status: Document['status'];
}

/** Titles are never changed, also where a style asks for other capitals: they are words of the source. */
export function factsOf({ document, paragraph }: Pick<Passage, 'document' | 'paragraph'>): Facts {
  const { title, published, retrieved, url, kind, status } = document;
  const publisher = knownOnly(document.publisher);
  return {
    title: title && bracketed(title),
    publisher: publisher && bracketed(publisher),
    published: published && dayOf(published.value),
    dateInBrackets: published !== undefined && published.by !== 'source',
    retrieved: retrieved === undefined ? undefined : dayOf(retrieved),
    url,
    paragraph,
    kind,
    status,
  };
}

function bracketed({ value, by }: Told): string {
  return by === 'source' ? value : `[${value}]`;
}

function dayOf(date: string): Day {
  const [year = date, month, day] = date.split('-');
  return { year, month: month ? Number(month) : undefined, day: day ? Number(day) : undefined };
}
