// A question laid over one paragraph, read as the search reads both.
import type { Document } from '../../src/corpus/document.ts';
import { emptyDossier } from '../../src/corpus/dossier.ts';
import { passagesOf } from '../../src/corpus/passages.ts';
import { type Question, readQuestion } from '../../src/search/question/question.ts';
import { type AliasBook, openAliases } from '../../src/search/ranking/aliases.ts';
import { type Background, ownBackground } from '../../src/search/ranking/background.ts';
import { type ReadSentence, readSentence, spreadOf } from '../../src/search/ranking/evidence.ts';
import { covered, layOver, type Match, wantedTerms } from '../../src/search/ranking/matching.ts';
import { type ReadPassage, readPassage } from '../../src/search/text/read-passage.ts';
import { readVocabulary, type Vocabulary } from '../../src/search/text/vocabulary.ts';

/** Made where they are first needed. */
const aliases = (): AliasBook => openAliases(emptyDossier);
export const background = (): Background => ownBackground();

export interface Reading {
  readonly question: Question;
  readonly read: ReadPassage;
  readonly match: Match;
  /** Indices of a sentence's first word and of the one behind its last. */
  bounds(sentence: number): { readonly from: number; readonly to: number };
  cover(sentence: number): Float32Array;
  sentence(sentence: number): ReadSentence;
}

export function readingOf(asked: string, paragraph: string): Reading {
  const read = readParagraph(paragraph);
  const question = readQuestion(asked, {
    ...{ aliases: aliases(), background: background() },
    vocabulary: readVocabulary([read]),
  });
  const terms = question.terms.length;
  const match = layOver(wantedTerms(question), read);
  const spread = spreadOf(match, terms, read);
  const bounds: Reading['bounds'] = (sentence) => read.sentences[sentence]!;
  const cover: Reading['cover'] = (sentence) =>
    covered(match, terms, bounds(sentence).from, bounds(sentence).to);
  return {
    question,
    read,
    match,
    bounds,
    cover,
    sentence: (sentence) => readSentence(question, read, match, sentence, spread),
  };
}

export function vocabularyOf(text: string): Vocabulary {
  return readVocabulary([readParagraph(text)]);
}

function readParagraph(text: string): ReadPassage {
  const title = { value: 'Untitled', by: 'source' } as const;
  const document: Document = {
    id: 'd',
    title,
    kind: 'other',
    language: 'en',
    status: 'current',
    file: 'd.md',
    text,
  };
  const [passage] = passagesOf(document, { headings: false });
  return readPassage(passage!, { aliases: aliases(), background: background() });
}
