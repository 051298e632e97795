// All checks over the documents of a corpus that is there: what should be looked at in each of them.

import type { Document, Told } from '../../corpus/document.ts';
import type { Collection } from '../../corpus/files/collection.ts';
import type { Passage } from '../../corpus/passages.ts';
import type { Message } from '../../messages/messages.ts';
import { guessedLanguage } from '../about/language.ts';
import type { Found, Metadata } from '../imported.ts';
import { knownOf, warningsOf } from './checks.ts';

export interface CheckedDocument {
  readonly document: Document;
  readonly paragraphs: number;
  readonly warnings: readonly Message[];
}

/** Checks one document after the other, in their order. */
export async function* checkCorpus({ documents, passages }: Collection): AsyncGenerator<CheckedDocument> {
  const known = knownOf(documents);
  const byDocument = Map.groupBy(passages, ({ document }) => document);
  for (const document of documents) {
    const paragraphs = (byDocument.get(document) ?? []).map(({ text }: Passage) => text);
    const checked = {
      paragraphs,
      text: document.text,
      metadata: metadataOf(document),
      guess: await guessedLanguage(paragraphs),
    };
    yield { document, paragraphs: paragraphs.length, warnings: warningsOf(checked, known, document.id) };
  }
}

function metadataOf({ title, publisher, published, language }: Document): Metadata {
  const told = { title, publisher, published, language: languageTold(language) };
  return Object.fromEntries(
    Object.entries(told).flatMap(([field, value]): [string, Found][] =>
      value ? [[field, { told: value, where: 'import.found.frontMatter' }]] : [],
    ),
  );
}

/** `und` is what an import writes where it found none. */
function languageTold(language: string): Told | undefined {
  return language === 'und' ? undefined : { value: language, by: 'source' };
}
