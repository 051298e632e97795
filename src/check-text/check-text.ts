// The check of a whole text: read as its reader sees it, each quotation checked, claims and translations put beside what is nearest.
import type { Check } from '../check/check.ts';
import type { IsName } from '../check/speakers/speaker-beside.ts';
import { gently, type Steps } from '../common/steps.ts';
import type { NameBook } from '../corpus/names/names.ts';
import type { Passage, Span } from '../corpus/passages.ts';
import { type Claimed, claimsIn, unquoted } from './claims.ts';
import { claimsElsewhereSteps, readElsewhere } from './claims-elsewhere.ts';
import { deniedIn } from './denied.ts';
import { differingIn } from './differs.ts';
import type { ClaimedSpeaker, PassedOver, TextCheck, TextItem } from './found.ts';
import { type Judged, judge } from './judged.ts';
import { quotationsIn } from './quotations.ts';
import { passagesIn, statementSteps } from './reading.ts';
import { type Surface, surfaceOf } from './surface.ts';

export type * from './found.ts';

/** What the sources offer for it. */
export interface TextSources {
  readonly check: (words: string, options: { speaker: string | undefined; beside: string }) => Check;
  readonly isName: IsName;
  readonly names: NameBook;
  readonly languageOf: (text: string) => string | undefined;
  /** The languages of the sources. */
  readonly languages: ReadonlySet<string>;
  /** The passages that say something, where it is sure enough for an answer, best first. */
  readonly answering: (words: string) => Promise<readonly Passage[]>;
  /** What comes nearest to something, in whatever language. */
  readonly nearest: (words: string) => Promise<Passage | undefined>;
}

export interface TextOptions {
  /** Gives it up. */
  readonly signal?: AbortSignal | undefined;
  /** Is told, again and again, how much is done of all that is to be done. */
  readonly told?: ((done: number, all: number) => void) | undefined;
}

/** So many claims and translations are read beside passages: each takes a model some 60 ms. */
const mostRead = 30;
/** The beginning of something that is looked for says what it is about. */
const longestAsked = 300;

/** Checks a text, in small steps. Rejects with the signal's reason where it is given up. */
export async function checkText(
  text: string,
  sources: TextSources,
  { signal, told }: TextOptions = {},
): Promise<TextCheck> {
  const read = await gently(
    (function* (): Steps<Read> {
      const steps = readSteps(text, sources, told);
      for (;;) {
        signal?.throwIfAborted();
        const step = steps.next();
        if (step.done) return step.value;
        yield;
      }
    })(),
  );
  const { judged, claims, surface } = read;
  const items: TextItem[] = [];
  let left = mostRead;
  for (const [at, one] of [...judged, ...claims].entries()) {
    signal?.throwIfAborted();
    const isRead = left > 0 && (!('check' in one) || isTranslated(one, read, sources));
    if (isRead) left -= 1;
    const item =
      'check' in one
        ? await quoted(one, read, sources, isRead)
        : isRead && (await claimed(one, read, sources));
    if (item) items.push(item);
    told?.(judged.length + at, 2 * judged.length + claims.length);
  }
  const places = (span: Span): Span => surface.given(span);
  return {
    items: items.sort((a, b) => a.start - b.start || a.end - b.end),
    passedOver: read.passedOver.map((one) => ({ ...one, ...places(one) })),
    language: read.language,
    clausesRead: read.clausesRead,
    unread: judged.length + claims.length - items.length,
  };
}

interface Read {
  readonly surface: Surface;
  readonly language: string | undefined;
  readonly clausesRead: boolean;
  readonly judged: readonly Judged[];
  readonly passedOver: readonly PassedOver[];
  readonly claims: readonly Claimed[];
}

/** Paragraphs that tell what a text is written in: quotations may be in another language. */
const sampled = 40;

function* readSteps(text: string, sources: TextSources, told: TextOptions['told']): Steps<Read> {
  const surface = surfaceOf(text);
  const language = languageIn(surface, sources);
  const passages = passagesIn(surface, language ?? 'en');
  const statements = yield* statementSteps(passages, sources.names);
  const read = { text: surface.text, statements, isName: sources.isName };
  const quotations = quotationsIn(passages, read);
  const judged: Judged[] = [];
  const passedOver: PassedOver[] = [];
  for (const [at, quotation] of quotations.entries()) {
    const sorted = judge(quotation, sources, read);
    judged.push(...sorted.judged);
    passedOver.push(...sorted.passedOver);
    told?.(at, 2 * quotations.length);
    yield;
  }
  judged.sort((a, b) => startOf(a) - startOf(b));
  const quoted = judged.map(spanOf);
  const isEnglish = (language ?? 'en') === 'en';
  const claims = isEnglish
    ? claimsIn(surface.text, statements, quoted)
    : unquoted(yield* claimsElsewhereSteps(passages, sources.names), quoted);
  const clausesRead = isEnglish || readElsewhere.has(language ?? '');
  return { surface, language, clausesRead, judged, passedOver, claims };
}

/** By most of its paragraphs, what is quoted in them left out. */
function languageIn({ text, paragraphs }: Surface, { languageOf }: TextSources): string | undefined {
  const counts = new Map<string, number>();
  for (const { start, end, kind } of paragraphs.filter((each) => each.kind === 'text').slice(0, sampled)) {
    if (kind !== 'text') continue;
    const bare = text.slice(start, end).replace(/[“„«"][^“”„«»"]{0,1000}[”“»"]/gu, ' ');
    const found = languageOf(bare);
    if (found) counts.set(found, (counts.get(found) ?? 0) + bare.length);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? languageOf(text);
}

function spanOf({ parts }: Judged): Span {
  return { start: parts[0]?.start ?? 0, end: parts.at(-1)?.end ?? 0 };
}

function startOf(judged: Judged): number {
  return spanOf(judged).start;
}

/** Fewer words may look like another language than they are. */
const fewestTelling = 3;

/** The language of words that were not found, where no source has it. */
function translatedFrom(
  { check, words }: Judged,
  { language }: Read,
  { languageOf, languages }: TextSources,
) {
  if (check.verdict !== 'not-found' || check.elsewhere || check.withdrawn) return undefined;
  const telling = (words.match(/\p{L}+/gu)?.length ?? 0) >= fewestTelling;
  const own = (telling ? languageOf(words) : undefined) ?? language;
  return own === undefined || languages.has(own) || languages.size === 0 ? undefined : own;
}

function isTranslated(one: Judged, read: Read, sources: TextSources): boolean {
  return translatedFrom(one, read, sources) !== undefined;
}

async function quoted(one: Judged, read: Read, sources: TextSources, isRead: boolean): Promise<TextItem> {
  const { check, words } = one;
  const item = { ...placed(one.parts, read), words, ...speakerOf(one, read) };
  const coverage = check.outside ? 'outside' : 'inside';
  const language = translatedFrom(one, read, sources);
  if (language === undefined) return { kind: 'quotation', ...item, check, coverage };
  const nearest = isRead ? await sources.nearest(words.slice(0, longestAsked)) : undefined;
  return { kind: 'translated', ...item, language, coverage, ...(nearest && { nearest }) };
}

async function claimed(one: Claimed, read: Read, sources: TextSources): Promise<TextItem> {
  const citations = await sources.answering(one.words.slice(0, longestAsked));
  const [first] = citations;
  const isEnglish = (read.language ?? 'en') === 'en';
  const differs = first ? differingIn(one.words, first.text, sources.names, isEnglish) : [];
  const item = { ...placed(one.spans, read), words: one.words, ...speakerOf(one, read) };
  const clause = item.speaker?.clause ?? '';
  const denied = first && deniedIn({ words: one.words, clause }, first, sources.names);
  return { kind: 'claim', ...item, citations, differs, ...(denied && { denied }) };
}

function placed(parts: readonly Span[], { surface }: Read): { start: number; end: number; spans: Span[] } {
  const spans = parts.map((part) => surface.given(part));
  return { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0, spans };
}

function speakerOf(
  { speaker, clause }: Pick<Claimed, 'clause'> & { readonly speaker: string | undefined },
  { surface }: Read,
): { speaker?: ClaimedSpeaker } {
  if (speaker === undefined) return {};
  return {
    speaker: { name: speaker, ...(clause && { clause: surface.text.slice(clause.start, clause.end) }) },
  };
}
