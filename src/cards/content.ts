// First step of a card: what is quoted becomes the texts on its card, those beside the words short enough for their place.
import { type Quoted, type QuotedTexts, quotedTexts } from '../citing/quoted.ts';
import { cut } from '../common/cut.ts';
import { labelOf, type Passage } from '../corpus/passages.ts';
import type { Translate } from '../messages/messages.ts';

/** The texts of a card. The words are exactly those of the source. */
export interface CardContent extends Pick<QuotedTexts, 'mark' | 'markName' | 'status' | 'words' | 'label'> {
  readonly speaker: string | undefined;
  readonly clause: string | undefined;
  readonly title: string;
  /** Publisher, where told, and date. */
  readonly published: readonly string[];
}

// What is longer is cut once, at its end: two or three lines each.
const most = { speaker: 90, clause: 160, title: 120, publisher: 60, id: 60 } as const;

/** Throws a RangeError where the words are not inside the passage: a card never shows what no citation covers. */
export function contentOf(quoted: Quoted, translate: Translate): CardContent {
  const { mark, markName, status, words, ...texts } = quotedTexts(quoted, translate);
  const { speaker, clause, title, publisher, published } = texts;
  return {
    mark,
    markName,
    status,
    words,
    label: shortLabelOf(quoted.passage),
    speaker: speaker && cut(speaker, most.speaker),
    clause: clause && translate('said.clause', { clause: cut(clause, most.clause) }),
    title: cut(title, most.title),
    published: publisher === undefined ? [published] : [cut(publisher, most.publisher), published],
  };
}

/** A citation with an id that is not too long for its place; only ids of `.jsonl` collections can be longer. */
export function shortLabelOf({ document, paragraph }: Pick<Passage, 'document' | 'paragraph'>): string {
  return labelOf({ document: { ...document, id: cut(document.id, most.id) }, paragraph });
}

/** What Discord takes as the description of a picture. */
export const mostAlt = 1_024;

/** The card in words, for those who do not see it: the words, who said them, and the citation, at most 1,024 characters. */
export function altOf(content: CardContent, translate: Translate): string {
  const who = [content.speaker, content.clause];
  const source = [content.title, ...content.published, content.status, content.label];
  const rest = [who, source].map((parts) => parts.filter((part) => part !== undefined).join(' · '));
  const lines = (words: string): string =>
    [translate('card.alt', { mark: content.markName, words }), ...rest]
      .filter((line) => line !== '')
      .join('\n');
  return lines(cut(content.words, mostAlt - lines('').length));
}
