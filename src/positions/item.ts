// One thing that somebody says or is said to hold: the words of one paragraph, and how that paragraph tells it.
import { type CitedWords, quotedShare } from '../corpus/citing/cited-words.ts';
import type { JointStatement, View } from '../corpus/dossier.ts';
import type { Passage, Span } from '../corpus/passages.ts';
import { sentencesOf } from '../corpus/text/sentences.ts';
import { sharing } from '../corpus/text/spans.ts';
import type { Statement } from '../statements/statement.ts';

/**
 * How it is told: word for word (`own-words`), in parts (`partly`), as what they said (`reported`), as what somebody
 * else says of them (`said-of`), or by the document itself (`article`).
 */
export type Kind = 'own-words' | 'partly' | 'reported' | 'said-of' | 'article';

/** `start` and `end` are the words themselves, as offsets into the passage's text. */
export interface Item extends CitedWords {
  readonly kind: Kind;
  /** The whole sentences that the words stand in: what is shown. */
  readonly excerpt: Span;
  /** The reporting clause in the source's own words. */
  readonly clause: string | undefined;
  /** The name that a pronoun in the clause stands for, as the source writes it. */
  readonly resolved: string | undefined;
  /** Whether whoever speaks is not named by the source. */
  readonly unnamed: boolean;
  /** Set where it is a part of what several say together. */
  readonly joint: JointStatement | undefined;
  /** Whose position it is, and who tells it of them, where the dossier says so: ids. */
  readonly who: string | undefined;
  readonly teller: string | undefined;
  /** The reserve in the words: "supposedly". */
  readonly hedge: string | undefined;
}

/** The whole sentences of a passage that hold a part of it. */
export function sentencesAround({ text }: Passage, part: Span): Span {
  const around = sharing(sentencesOf(text), part);
  const first = around[0];
  const last = around.at(-1);
  if (!first || !last) return { start: part.start, end: part.end };
  return { start: Math.min(first.start, part.start), end: Math.max(last.end, part.end) };
}

const bare = {
  clause: undefined,
  resolved: undefined,
  joint: undefined,
  who: undefined,
  teller: undefined,
  hedge: undefined,
};

/** An item of words that the dossier cites. */
export function itemOfView(
  view: View,
  told: { readonly unnamed: boolean; readonly clause?: string | undefined },
): Item {
  const { passage, start, end, who, as, teller, hedge } = view;
  const excerpt = sentencesAround(passage, view);
  return {
    ...bare,
    passage,
    start,
    end,
    excerpt,
    // What is reported may still quote a word or two.
    kind: as === 'reported' && quotedShare(passage, view) === 'some' ? 'partly' : as,
    who,
    teller,
    hedge,
    unnamed: told.unnamed,
    clause: told.clause,
  };
}

/** An item of a sentence in which the document itself tells something. */
export function itemOfAccount(passage: Passage, { start, end }: Span): Item {
  return { ...bare, passage, start, end, excerpt: { start, end }, kind: 'article', unnamed: false };
}

/** The items of a joint statement's parts, in its order. */
export function itemsOfJoint(statement: JointStatement): Item[] {
  const kinds = { quoted: 'own-words', partly: 'partly', reported: 'reported' } as const;
  return statement.sections.flatMap(({ parts }) =>
    parts.map(({ passage, start, end, how }) => ({
      ...bare,
      ...{ passage, start, end, excerpt: sentencesAround(passage, { start, end }) },
      ...{ kind: kinds[how], joint: statement, unnamed: false },
    })),
  );
}

/** The items of a statement: one for each paragraph in which words of it stand. */
export function itemsOfStatement(statement: Statement, passages: readonly Passage[], kind: Kind): Item[] {
  const { clause, document, hedges, speaker } = statement;
  const slice = (span: Span | undefined): string | undefined =>
    span && document.text.slice(span.start, span.end);
  const from = statement.spans[0]?.start ?? 0;
  const to = statement.spans.at(-1)?.end ?? from;
  return sharing(passages, { start: from, end: to }).flatMap((passage): Item[] => {
    const here = statement.spans.filter((span) => span.start < passage.end && span.end > passage.start);
    const first = here[0];
    const last = here.at(-1);
    if (!first || !last) return [];
    const start = Math.max(first.start - passage.start, 0);
    const end = Math.min(last.end, passage.end) - passage.start;
    const excerpt = sentencesAround(passage, { start, end });
    const told = {
      ...{ clause: slice(clause), resolved: speaker?.resolved },
      ...{ hedge: slice(hedges[0]), unnamed: speaker?.kind === 'unnamed' },
    };
    return [{ ...bare, passage, start, end, excerpt, kind, ...told }];
  });
}

/** How a statement tells what its speaker said. */
export function kindOf({ direct }: Statement): Kind {
  if (direct === null) return 'partly';
  return direct ? 'own-words' : 'reported';
}

/**
 * Items without those whose words stand almost wholly in one before them; what is known of one that is left out, who tells
 * it and with which reserve, goes to the one that stays.
 */
export function withoutRepeats(items: readonly Item[]): Item[] {
  const kept: Item[] = [];
  // Only words of one passage repeat one another.
  const within = new Map<Passage, number[]>();
  for (const item of items) {
    const there = within.get(item.passage) ?? [];
    within.set(item.passage, there);
    const at = there.find((index) => isRepeated(item, kept[index] ?? item));
    const other = at === undefined ? undefined : kept[at];
    if (other && at !== undefined)
      kept[at] = { ...other, hedge: other.hedge ?? item.hedge, teller: other.teller ?? item.teller };
    else there.push(kept.push(item) - 1);
  }
  return kept;
}

/** "He said he had agreed …" and "he had agreed …" are one; a sentence and an aside in it are two. */
const sameShare = 0.85;

function isRepeated(item: Item, other: Item): boolean {
  if (item.passage !== other.passage) return false;
  const shared = sharedBy(item, other);
  const whole = item.kind === other.kind ? Math.min(lengthOf(item), lengthOf(other)) : lengthOf(item);
  return shared >= sameShare * whole;
}

function lengthOf({ start, end }: Span): number {
  return Math.max(1, end - start);
}

function sharedBy(item: Span, other: Span): number {
  return Math.min(item.end, other.end) - Math.max(item.start, other.start);
}

/** Whether two items share words. */
export function overlap(item: Item, other: Item): boolean {
  return item.passage === other.passage && sharedBy(item, other) > 0;
}
