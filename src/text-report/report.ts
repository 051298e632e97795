// The report on a checked text as a file: the text with each thing found marked by its kind, its source beside it, and what proves it.

import { createHash } from 'node:crypto';
import type { TextCheck, TextItem } from '../check-text/check-text.ts';
import type { Document } from '../corpus/document.ts';
import { labelOf } from '../corpus/passages.ts';
import { provenanceOf } from '../messages/citations.ts';
import { dateFormat } from '../messages/formats.ts';
import type { Translate } from '../messages/messages.ts';
import { type Kind, kindOf, linesOf, remarksOn, sourcesOf, summaryOf, titleOf } from './told.ts';

export interface Reported {
  /** What the text is called. */
  readonly name: string;
  /** The text as it was checked. */
  readonly text: string;
  readonly check: TextCheck;
  /** The documents that it was checked against. */
  readonly documents: readonly Document[];
  readonly when: Date;
  /** By which the documents can be had again as they were. */
  readonly version?: string | undefined;
}

/** A piece of the text: nothing found in it, or the item that it is. */
interface Piece {
  readonly text: string;
  readonly item?: TextItem;
  /** The number of the item in the report, where it begins. */
  readonly number?: number;
}

/** Everything of a report but how it is written. */
export interface Content {
  readonly title: string;
  readonly summary: string;
  readonly pieces: readonly Piece[];
  readonly entries: readonly Entry[];
  readonly remarks: readonly string[];
  readonly proof: {
    readonly heading: string;
    readonly made: string;
    readonly documents: readonly string[];
    /** What the documents and the text were, each told apart by a hash. */
    readonly hashes: readonly string[];
  };
  readonly textHeading: string;
}

export interface Entry {
  readonly number: number;
  readonly kind: Kind;
  readonly kindName: string;
  readonly words: string;
  readonly lines: readonly string[];
  readonly sources: readonly { readonly label: string; readonly text: string; readonly provenance: string }[];
}

export function contentOf(
  { name, text, check, documents, when, version }: Reported,
  translate: Translate,
): Content {
  const day = dateFormat(translate.locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  return {
    title: titleOf(name, translate),
    summary: summaryOf(check, translate),
    textHeading: translate('checkedText.text'),
    pieces: piecesOf(text, check.items),
    entries: check.items.map((item, at) => entryOf(item, at + 1, translate)),
    remarks: remarksOn(check, translate),
    proof: {
      heading: translate('checkedText.proof'),
      made: translate('checkedText.made', { when: `${day.format(when)} UTC` }),
      documents: documents.map((document) => versionOf(document, translate)),
      hashes: [
        translate('checkedText.collection', { hash: collectionHash(documents) }),
        ...(version === undefined ? [] : [translate('checkedText.version', { version })]),
        translate('checkedText.hash', { hash: hashOf(text) }),
      ],
    },
  };
}

/** Which text of a document it was: the beginning of its hash, as passages have one. */
function versionOf(document: Document, translate: Translate): string {
  const hash = hashOf(document.text).slice(0, 16);
  return [document.id, provenanceOf(document, translate), hash].join(' · ');
}

/** The same for the same documents in whatever order. */
function collectionHash(documents: readonly Document[]): string {
  const lines = documents.map(({ id, text }) => `${id} ${hashOf(text)}`);
  return hashOf(lines.sort().join('\n'));
}

function hashOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** So many passages tell where words stand. */
const mostSources = 3;

function entryOf(item: TextItem, number: number, translate: Translate): Entry {
  const kind = kindOf(item);
  return {
    ...{ number, kind, words: item.words, lines: linesOf(item, translate) },
    kindName: translate(`checkedText.${kind}`),
    sources: sourcesOf(item)
      .slice(0, mostSources)
      .map((passage) => ({
        ...{ label: labelOf(passage), text: passage.text },
        provenance: provenanceOf(passage.document, translate),
      })),
  };
}

/** The text in order, cut where something begins and ends; of what lies in one another the outer one is marked. */
function piecesOf(text: string, items: readonly TextItem[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const parts = items
    .flatMap((item, index) =>
      item.spans.map((span, part) => ({ item, ...span, number: index + 1, isFirst: part === 0 })),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end);
  for (const { item, start, end, number, isFirst } of parts) {
    if (start < at) continue;
    pieces.push({ text: text.slice(at, start) });
    pieces.push({ text: text.slice(start, end), item, ...(isFirst && { number }) });
    at = end;
  }
  return [...pieces, { text: text.slice(at) }];
}
