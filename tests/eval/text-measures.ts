// One checked text beside what was expected of it, and the sums of many.
import type { TextCheck, TextItem } from '../../src/check-text/check-text.ts';
import type { ExpectedQuotation, ExpectedText } from './text-files.ts';

interface Wrong {
  readonly expected: ExpectedQuotation;
  readonly item: TextItem | undefined;
}

export interface Measured {
  readonly asked: number;
  readonly found: number;
  readonly right: number;
  /** Altered words that were called exact. */
  readonly calledExact: number;
  readonly speakers: { readonly asked: number; readonly right: number };
  readonly coverage: { readonly asked: number; readonly right: number };
  readonly claims: { readonly asked: number; readonly found: number };
  readonly passedOver: { readonly asked: number; readonly right: number };
  readonly wrong: readonly Wrong[];
  readonly tooMany: readonly TextItem[];
  readonly passedWrong: readonly string[];
}

export function measured(text: ExpectedText, { items, passedOver }: TextCheck): Measured {
  const quoted = items.filter(({ kind }) => kind !== 'claim');
  const pairs = pairsOf(text, quoted);
  const isRight = ({ expected, item }: Wrong): boolean =>
    item !== undefined && expected.verdict.some((each) => each === verdictOf(item));
  const told = pairs.filter(({ expected, item }) => expected.speaker !== undefined && item !== undefined);
  const outside = pairs.filter(({ item }) => item?.kind === 'quotation');
  const used = new Set(pairs.map(({ item }) => item));
  const isPassed = (words: string): boolean => {
    return passedOver.some(({ start, end }) => text.text.slice(start, end).includes(words));
  };
  return {
    asked: pairs.length,
    found: pairs.filter(({ item }) => item !== undefined).length,
    right: pairs.filter(isRight).length,
    calledExact: pairs.filter(
      ({ expected, item }) => expected.verdict.includes('altered') && item && verdictOf(item) === 'exact',
    ).length,
    speakers: { asked: told.length, right: told.filter(hasSpeaker).length },
    coverage: {
      asked: outside.length,
      right: outside.filter(({ expected, item }) => coverageOf(item) === (expected.coverage ?? 'inside'))
        .length,
    },
    claims: {
      asked: text.claims.length,
      found: text.claims.filter(({ words }) =>
        items.some((item) => item.kind === 'claim' && covers(item, text.text.indexOf(words))),
      ).length,
    },
    passedOver: { asked: text.passedOver.length, right: text.passedOver.filter(isPassed).length },
    wrong: pairs.filter(
      (pair) =>
        !isRight(pair) ||
        (pair.item && coverageOf(pair.item) !== (pair.expected.coverage ?? 'inside')) ||
        (pair.expected.speaker !== undefined && !hasSpeaker(pair)),
    ),
    tooMany: quoted.filter((item) => !used.has(item)),
    passedWrong: text.passedOver.filter((words) => !isPassed(words)),
  };
}

/** What was expected, each with what was found at its place; of several the one that begins nearest to it. */
function pairsOf({ text, quotations }: ExpectedText, items: readonly TextItem[]): Wrong[] {
  let from = 0;
  return quotations.map((expected) => {
    const at = text.indexOf(expected.words, from);
    if (at >= 0) from = at + 1;
    const there = items.filter((item) => covers(item, at));
    const [item] = there.toSorted((a, b) => at - a.start - (at - b.start));
    return { expected, item };
  });
}

function covers({ start, end }: TextItem, at: number): boolean {
  return at >= 0 && start <= at && at < end;
}

export function verdictOf(item: TextItem): string {
  return item.kind === 'quotation' ? item.check.verdict : item.kind;
}

function coverageOf(item: TextItem | undefined): string | undefined {
  return item && 'coverage' in item ? item.coverage : undefined;
}

/** A name that was told with more or fewer words is the same; "they" is whoever the text means by it. */
function hasSpeaker({ expected, item }: Wrong): boolean {
  const wanted = (expected.speaker ?? '').toLowerCase();
  const name = item?.speaker?.name.toLowerCase();
  if (name === undefined) return false;
  return /^(?:he|she|it|they)$/u.test(wanted) || name.includes(wanted) || wanted.includes(name);
}

export type Sums = {
  readonly texts: number;
  readonly quotations: number;
  readonly found: string;
  readonly right: string;
  readonly calledExact: number;
  /** The most things too many in one text. */
  readonly tooMany: number;
  readonly speakers: string;
  readonly coverage: string;
  readonly claims: string;
  readonly passedOver: string;
};

export function summed(all: readonly Measured[]): Sums {
  const sum = (of: (one: Measured) => number): number => all.reduce((total, one) => total + of(one), 0);
  const share = (right: (one: Measured) => number, asked: (one: Measured) => number): string =>
    (sum(right) / Math.max(1, sum(asked))).toFixed(3);
  return {
    texts: all.length,
    quotations: sum(({ asked }) => asked),
    found: share(
      ({ found }) => found,
      ({ asked }) => asked,
    ),
    right: share(
      ({ right }) => right,
      ({ asked }) => asked,
    ),
    calledExact: sum(({ calledExact }) => calledExact),
    tooMany: Math.max(...all.map(({ tooMany, passedWrong }) => tooMany.length + passedWrong.length)),
    speakers: share(
      ({ speakers }) => speakers.right,
      ({ speakers }) => speakers.asked,
    ),
    coverage: share(
      ({ coverage }) => coverage.right,
      ({ coverage }) => coverage.asked,
    ),
    claims: share(
      ({ claims }) => claims.found,
      ({ claims }) => claims.asked,
    ),
    passedOver: share(
      ({ passedOver }) => passedOver.right,
      ({ passedOver }) => passedOver.asked,
    ),
  };
}
