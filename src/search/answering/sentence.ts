// Which sentence of a passage answers: what words say of each, and what the model makes of each when it reads it by itself. Read as part of
// a passage, the model tells well whether the passage answers and badly where.
import type { Fused, Lead } from './fusion.ts';

/** So many sentences of the first passage are read by themselves at most: as long as one or two passages more. */
export const MOST_SENTENCES = 8;

/**
 * What the model's own score of a sentence counts beside the words' score of it. Of questions on invented rooms and an encyclopedia that
 * nothing was fitted on, .61 find their sentence with it (160 in the passage's language; words alone .54, the model amid the passage .48),
 * .55 (80 in another language; .24, .50) and .92 (61 of the encyclopedia; .89, .52). Twice or half of it changes two points at most.
 */
const READ = 1;

/** The sentence before any is read by itself: the words' best, or the model's where the passage shares none of the question's words. */
export function likelySentence({ ranked, foreign }: Lead, amid: number): number {
  return foreign || (ranked.sentenceScores[ranked.best] ?? 0) <= 0 ? amid : ranked.best;
}

/** The sentences of a passage that are worth reading by themselves, in their order; none where there is no choice. */
export function worthReadingApart({ ranked, sentence }: Fused): number[] {
  const all = ranked.sentenceScores.map((score, at) => ({ score: at === sentence ? Infinity : score, at }));
  if (all.length < 2) return [];
  return all
    .toSorted((a, b) => b.score - a.score || a.at - b.at)
    .slice(0, MOST_SENTENCES)
    .map(({ at }) => at)
    .toSorted((a, b) => a - b);
}

/** The passage with the sentence that answers best by words and reading: `read` tells the model's score of each of `sentences`. */
export function withReadSentence(one: Fused, sentences: readonly number[], read: readonly number[]): Fused {
  const scores = sentences.map(
    (at, place) => (one.ranked.sentenceScores[at] ?? 0) + READ * (read[place] ?? -Infinity),
  );
  const best = Math.max(...scores);
  // Nothing was read of a passage of which nothing fits the model.
  return Number.isFinite(best) ? { ...one, sentence: sentences[scores.indexOf(best)] ?? one.sentence } : one;
}
