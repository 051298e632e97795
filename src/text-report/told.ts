// What a checked text is told in, wherever it is shown: the kind of each thing found, its source, and what is to be known of it.

import type { Verdict } from '../check/check.ts';
import type { TextCheck, TextClaim, TextItem } from '../check-text/check-text.ts';
import { labelOf, type Passage } from '../corpus/passages.ts';
import { notesOf, verdictLine } from '../dialogue/verdict.ts';
import { labelsOf } from '../messages/citations.ts';
import { listFormat } from '../messages/formats.ts';
import type { Translate } from '../messages/messages.ts';

type Mark = 'wrong' | 'unsure' | 'right' | 'aside';

/**
 * The kinds in the order in which somebody who answers for a text wants to see them, the worst first, and how each is marked. What is
 * `wrong`, as far as the sources can tell, should not be printed as it is.
 */
const marks = {
  altered: 'wrong',
  joined: 'wrong',
  misattributed: 'wrong',
  'not-found': 'wrong',
  reporter: 'unsure',
  outside: 'unsure',
  translated: 'aside',
  exact: 'right',
  claim: 'aside',
} as const satisfies Record<Verdict | 'outside' | 'translated' | 'claim', Mark>;
export type Kind = keyof typeof marks;

export const kinds: readonly Kind[] = Object.keys(marks).filter((kind): kind is Kind => kind in marks);

export function kindsMarked(as: Mark): readonly Kind[] {
  return kinds.filter((kind) => marks[kind] === as);
}

export function kindOf(item: TextItem): Kind {
  if (item.kind !== 'quotation') return item.kind;
  const { verdict } = item.check;
  return verdict === 'not-found' && item.coverage === 'outside' ? 'outside' : verdict;
}

/** Whether something is wrong with it, as far as the sources can tell. */
export function isWrong(item: TextItem): boolean {
  return marks[kindOf(item)] === 'wrong';
}

/** What a text without a name, such as a message, is called as well. */
export function titleOf(name: string, translate: Translate): string {
  return name === '' ? translate('checkedText.titleHere') : translate('checkedText.title', { name });
}

/** "Altered: 2 · Exact: 12" */
export function summaryOf({ items }: TextCheck, translate: Translate): string {
  const counts = Map.groupBy(items, kindOf);
  const told = kinds.flatMap((kind) => {
    const found = counts.get(kind)?.length ?? 0;
    const values = { kind: { key: `checkedText.${kind}` as const }, found };
    return found === 0 ? [] : [translate('checkedText.count', values)];
  });
  return told.length === 0 ? translate('checkedText.none') : told.join(' · ');
}

/** The passages that something stands in, or that are shown beside it. */
export function sourcesOf(item: TextItem): readonly Passage[] {
  if (item.kind === 'claim') return item.citations;
  if (item.kind === 'translated') return item.nearest ? [item.nearest] : [];
  const { matches, elsewhere = [], withdrawn = [] } = item.check;
  const found = matches.length > 0 ? matches : [...elsewhere, ...withdrawn];
  return [...new Map(found.map(({ passage }) => [labelOf(passage), passage])).values()];
}

/** What is to be known of one thing, a sentence each; the verdict first. */
export function linesOf(item: TextItem, translate: Translate): string[] {
  const said = item.speaker ? [translate('checkedText.said', { speaker: item.speaker.name })] : [];
  return [...said, ...judgementOf(item, translate)];
}

function judgementOf(item: TextItem, translate: Translate): string[] {
  const citations = labelsOf(sourcesOf(item), translate);
  if (item.kind === 'claim') {
    if (citations === '') return [translate('checkedText.claimNothing')];
    const list = listFormat(translate.locale, { type: 'unit', style: 'short' });
    const differs = item.differs.map(({ what, given, source }) =>
      translate(`checkedText.differs.${what}`, { given: list.format(given), source: list.format(source) }),
    );
    const denied = deniedLine(item, translate);
    return [translate('checkedText.claimOn', { citations }), ...denied, ...differs];
  }
  if (item.kind === 'translated') {
    const language = new Intl.DisplayNames(translate.locale, { type: 'language' }).of(item.language) ?? '';
    const nearest = citations === '' ? [] : [translate('checkedText.nearest', { citation: citations })];
    return [translate('checkedText.translatedFrom', { language }), ...nearest];
  }
  const { check } = item;
  const changes = check.differences.map(({ op, source, given, turnsSense }) => {
    const difference = translate(`check.${op}`, { source, given });
    return turnsSense ? translate('check.turns', { difference }) : difference;
  });
  return [verdictLine(check, translate), ...changes, ...notesOf(check, translate)];
}

/** The words of the source that say the opposite of a claim. */
function deniedLine({ citations: [first], denied }: TextClaim, translate: Translate): string[] {
  if (!first || !denied) return [];
  const words = first.document.text.slice(denied.start, denied.end);
  return [translate('checkedText.denied', { words: { key: 'citation.words', values: { words } } })];
}

/** What is to be known of the whole text, a sentence each. */
export function remarksOn({ passedOver, clausesRead, unread }: TextCheck, translate: Translate): string[] {
  const words = passedOver.map((one) => translate('citation.words', { words: one.words }));
  const list = listFormat(translate.locale, { type: 'unit', style: 'short' });
  return [
    words.length > 0 && translate('checkedText.passedOver', { words: list.format(words) }),
    !clausesRead && translate('checkedText.clausesUnread'),
    unread > 0 && translate('checkedText.unread', { found: unread }),
  ].filter((line) => line !== false);
}
