// What a text says that somebody has said, without marks around it.
import { wordsOf } from '../check/words/words.ts';
import type { Span } from '../corpus/passages.ts';
import { firstSharing } from '../corpus/text/spans.ts';
import type { Statement } from '../statements/statement.ts';

/** Of fewer words nobody could tell whether a source says the same. */
export const fewestWords = 5;

export interface Claimed {
  /** Places of the surface. */
  readonly spans: readonly Span[];
  readonly words: string;
  readonly speaker: string;
  readonly clause: Span | undefined;
}

/** The claims among the statements of a text; where words of one are looked at as a quotation, that stands for it. */
export function claimsIn(text: string, statements: readonly Statement[], quoted: readonly Span[]): Claimed[] {
  return unquoted(
    statements.flatMap(({ direct, speaker, spans, clause }): Claimed[] => {
      if (direct === true || !speaker) return [];
      if (speaker.kind === 'pronoun' && speaker.resolved === undefined) return [];
      const words = spans.map(({ start, end }) => text.slice(start, end)).join(' ');
      if (wordsOf(words).length < fewestWords) return [];
      return [{ spans, words, speaker: speaker.resolved ?? speaker.text, clause }];
    }),
    quoted,
  );
}

/** The claims without those of whose words some are looked at as a quotation. */
export function unquoted(claims: readonly Claimed[], quoted: readonly Span[]): Claimed[] {
  const outer = outermost(quoted);
  return claims.filter(({ spans }) => !spans.some((span) => firstSharing(outer, span) !== undefined));
}

/** Each stretch that is quoted once, in order: what is quoted in a quotation lies in that. */
function outermost(quoted: readonly Span[]): Span[] {
  const outer: Span[] = [];
  for (const span of quoted) if (span.end > (outer.at(-1)?.end ?? 0)) outer.push(span);
  return outer;
}
