// Somebody while the people of a part are put together, and under what they are asked for.

import type { Document } from '../corpus/document.ts';
import { countryNames } from '../corpus/names/countries.ts';
import type { EntryData, OfficeData, OfficeTold } from './data.ts';
import { officeAlone, typedFor } from './offices/phrases.ts';

/** An office with the document that ties it to a name. */
export interface OfficeTied extends OfficeData {
  readonly source: Document;
}

export interface Joined {
  readonly id: string;
  readonly row: EntryData;
  readonly names: Set<string>;
  readonly alone: Set<string>;
  readonly offices: OfficeTied[];
  readonly told: OfficeTold[];
  readonly documents: Map<Document, number>;
  readonly written: boolean;
}

export function newJoined(id: string, row: EntryData, written: boolean): Joined {
  return {
    id,
    row,
    names: new Set([row.name]),
    alone: new Set(),
    offices: [],
    told: [],
    documents: new Map(),
    written,
  };
}

/** "Lindsey Graham" of "Lindsey O. Graham", and the names of a country in other languages. */
export function plainNames({ kind, name }: EntryData): string[] {
  if (kind === 'country') return [...countryNames(name)];
  const words = name.split(' ');
  return words.length > 2 ? [words.filter((word) => !/^\p{Lu}\.?$/u.test(word)).join(' ')] : [];
}

/** "China's vice premier": the offices by which somebody is asked for. */
export function officesTyped({ offices, told }: Pick<Joined, 'offices' | 'told'>): string[] {
  return [...new Set([...told, ...offices].flatMap(typedFor))];
}

/** The offices of somebody by themselves, which others may hold elsewhere: "the president", "Democratic strategist". */
export function aloneTyped({ alone, offices }: Joined): string[] {
  return [...new Set([...alone, ...offices.flatMap(({ text }) => officeAlone(text))])];
}
