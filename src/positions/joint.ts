// A joint statement as the sources have it: its parts in order, who issued it and who signed it, and what is only reported.
import type { CitedWords } from '../corpus/citing/cited-words.ts';
import type { JointStatement, Signatory, StatementSection } from '../corpus/dossier.ts';
import { sentencesOf } from '../corpus/text/sentences.ts';

export interface JointShown {
  readonly statement: JointStatement;
  /** The sections shown: all of them, or the one asked for. */
  readonly sections: readonly StatementSection[];
}

/** Which sentences of its paragraph a part is, or is a piece of: their numbers, from 1. */
export function sentenceNumbers({ passage, start, end }: CitedWords): {
  readonly from: number;
  readonly to: number;
} {
  const sentences = sentencesOf(passage.text);
  const from = sentences.findIndex((sentence) => sentence.end > start) + 1;
  const to = sentences.findLastIndex((sentence) => sentence.start < end) + 1;
  return { from, to };
}

/** Signatories as the source writes them, with the places where it does: "German Chancellor Friedrich Merz". */
export function writtenNames(signatories: readonly CitedWords[]): string[] {
  return signatories.map(({ passage, start, end }) => passage.text.slice(start, end));
}

/** Those who make a joint statement, in the lines in which they are told: with the places where the text names them, or as its title does. */
export type Makers =
  | { readonly key: 'joint.issued' | 'joint.signed' | 'joint.signedBelow'; readonly by: readonly Signatory[] }
  | { readonly key: 'joint.titled'; readonly names: readonly string[] };

export function makersOf({ issued, signed, titled = [] }: JointStatement): readonly Makers[] {
  const makers: Makers[] = [];
  if (issued.length > 0) makers.push({ key: 'joint.issued', by: issued });
  // Only beside others who issued it somebody signs it "as well".
  if (signed.length > 0)
    makers.push({ key: issued.length > 0 ? 'joint.signed' : 'joint.signedBelow', by: signed });
  if (titled.length > 0) makers.push({ key: 'joint.titled', names: titled });
  return makers;
}
