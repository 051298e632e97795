// Who speaks at a place of a document, and what of it are a reporter's words: by its statements, by the labels of a
// transcript, by quotation marks.
import type { Document } from '../../corpus/document.ts';
import { type Label, type Line, linesOf } from '../../corpus/labels/labels.ts';
import { voiceTold } from '../../corpus/labels/voice-told.ts';
import { type NameBook, namedBy } from '../../corpus/names/names.ts';
import type { Passage, Span } from '../../corpus/passages.ts';
import { quotationsOf } from '../../corpus/text/quotations.ts';
import { begunBy, firstSharing } from '../../corpus/text/spans.ts';
import { statementsAround } from '../../statements/at.ts';
import type { Statement } from '../../statements/statement.ts';
import type { PlacedWord } from '../words/stream.ts';
import type { Voice } from './speakers.ts';

export interface Voices {
  /** Who says the words of a span (of the document's text), as far as the document tells. */
  readonly of: (document: Document, span: Span) => Voice | undefined;
  /** Whether a transcript has a label with just this name. */
  readonly isLabel: (document: Document, name: string) => boolean;
  /** Whether two places, the first of them earlier, belong to what one voice says in one go. */
  readonly same: (from: PlacedWord, to: PlacedWord) => boolean;
  /** Whether two places are certainly said by different people. */
  readonly differ: (from: PlacedWord, to: PlacedWord) => boolean;
  /** The quotation, marks included, that a word stands in. */
  readonly quotation: (word: Pick<PlacedWord, 'passage' | 'start'>) => Span | undefined;
  /** The same, where it is what somebody is quoted with: all of a transcript is said, and marks in it quote others. */
  readonly quoted: (word: PlacedWord) => Span | undefined;
}

export interface VoicesSources {
  readonly passagesOf: (document: Document) => readonly Passage[];
  readonly statementsOf: (document: Document) => readonly Statement[];
  /** The names of a document, where those whom only the document tells of are to be known. */
  readonly namesIn?: (document: Document) => NameBook;
}

export function openVoices({ passagesOf, statementsOf, namesIn }: VoicesSources): Voices {
  const quotations = new WeakMap<Document, readonly Span[]>();
  const quotationsIn = (document: Document): readonly Span[] => {
    const known = quotations.get(document);
    if (known) return known;
    const found = passagesOf(document).flatMap(({ text, start }) =>
      quotationsOf(text).map((span) => ({ start: span.start + start, end: span.end + start })),
    );
    quotations.set(document, found);
    return found;
  };
  const statementAt = (document: Document, span: Span): Statement | undefined =>
    closest(statementsAround(statementsOf(document), span), span);
  const quotation = ({ passage, start }: Pick<PlacedWord, 'passage' | 'start'>): Span | undefined =>
    firstSharing(quotationsIn(passage.document), { start, end: start + 1 });
  const turns = new WeakMap<Document, Turns>();
  const turnsIn = (document: Document): Turns => {
    const read = turns.get(document) ?? turnsOf(passagesOf(document));
    turns.set(document, read);
    return read;
  };

  const differInNews = (from: PlacedWord, to: PlacedWord): boolean => {
    const [a, b] = [from, to].map((word) => statementAt(word.passage.document, word)?.speaker);
    if (!a || !b || isUnresolved(a) || isUnresolved(b)) return false;
    if (a.person !== undefined && b.person !== undefined) return a.person !== b.person;
    if (a.party !== undefined && b.party !== undefined) return a.party !== b.party;
    return !isAlike(a, b);
  };
  const sameInNews = (from: PlacedWord, to: PlacedWord): boolean => {
    const [a, b] = [from, to].map((word) => statementAt(word.passage.document, word));
    if (a && b) return a === b || isAlike(a.speaker, b.speaker);
    return a === b && to.passage.paragraph - from.passage.paragraph <= 1;
  };

  return {
    of: (document, span) => {
      // A transcript says by its labels who speaks, and reading a long one for statements would take a second.
      const isTalk = document.kind === 'transcript';
      const spoken = isTalk ? undefined : statementAt(document, span)?.speaker;
      const voice = spoken ?? turnAt(document, span, turnsIn(document));
      return voice && namesIn ? knownVoice(voice, namesIn(document)) : voice;
    },
    isLabel: (document, name) => turnsIn(document).names.has(name),
    same: (from, to) => {
      const { document } = from.passage;
      if (to.passage.document !== document) return false;
      if (document.kind === 'news') return sameInNews(from, to);
      return sameTurn(turnsIn(document), from, to) === 'same';
    },
    differ: (from, to) => {
      const { document } = from.passage;
      if (to.passage.document !== document) return true;
      if (document.kind === 'news') return differInNews(from, to);
      return sameTurn(turnsIn(document), from, to) === 'other';
    },
    quotation,
    quoted: (word) => (word.passage.document.kind === 'transcript' ? undefined : quotation(word)),
  };
}

/** A voice with whom its document means by it. */
function knownVoice(voice: Voice, names: NameBook): Voice {
  if (voice.person !== undefined) return voice;
  const [hit] = namedBy(voice.resolved ?? voice.text, names).filter(({ person }) => person !== undefined);
  return hit?.person === undefined
    ? voice
    : { ...voice, person: hit.person, ...(hit.party !== undefined && { party: hit.party }) };
}

/** The statement whose words cover most of a span. */
function closest(statements: readonly Statement[], span: Span): Statement | undefined {
  let best: Statement | undefined;
  let most = 0;
  for (const statement of statements) {
    const shared = statement.spans.reduce((sum, part) => sum + overlap(part, span), 0);
    if (shared <= most) continue;
    best = statement;
    most = shared;
  }
  return best;
}

function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

function isAlike(a: Voice | undefined, b: Voice | undefined): boolean {
  if (!a || !b) return a === b;
  if (a.person !== undefined || b.person !== undefined) return a.person === b.person;
  return (a.resolved ?? a.text) === (b.resolved ?? b.text);
}

/** Whom a pronoun means may not be said. */
function isUnresolved({ kind, resolved }: Voice): boolean {
  return kind === 'pronoun' && resolved === undefined;
}

/** A heckler's or an interpreter's word between does not end what somebody says; a question does. */
const longestInterruption = 60;

/** The labels of a transcript, and where another scene begins, read once; in the order of the text. */
interface Turns {
  readonly names: ReadonlySet<string>;
  readonly lines: readonly Line[];
}

function turnsOf(passages: readonly Passage[]): Turns {
  const lines = passages.flatMap((passage) =>
    linesOf(passage).filter(({ label, note }) => label || note === 'scene'),
  );
  return { lines, names: new Set(lines.flatMap(({ label }) => label?.text ?? [])) };
}

/**
 * Whether nobody else speaks between two places of a transcript, but for a word thrown in. Behind a line that only looks like a
 * label nobody knows.
 */
function sameTurn({ lines }: Turns, from: PlacedWord, to: PlacedWord): 'same' | 'other' | 'unknown' {
  const first = begunBy(lines, from.start);
  const between = lines.slice(first, begunBy(lines, to.start)).filter(({ label }) => label);
  if (between.length === 0) return 'same';
  const turn = lines[first - 1]?.label?.who;
  for (const { label, start, end } of between) {
    if (!label || label.who === turn) continue;
    if (label.kind === 'unread') return 'unknown';
    if (isQuestion(label) || end - start > longestInterruption) return 'other';
  }
  return between.at(-1)?.label?.who === turn ? 'same' : 'other';
}

function isQuestion({ kind, who }: Label): boolean {
  return kind === 'unnamed' && /^(?:q|question)$/u.test(who);
}

/** A transcript's label as a speaker, under the whole name where it stands elsewhere; "Q" may be anybody who asks. */
function turnAt(document: Document, { start }: Span, { lines }: Turns): Voice | undefined {
  const begun = lines[begunBy(lines, start) - 1];
  const label = begun?.label;
  if (!begun) return titleVoice(document, start);
  if (!label || label.kind === 'unread') return undefined;
  const { text, kind, full } = label;
  return {
    text,
    kind: kind === 'crowd' || isQuestion(label) ? 'collective' : kind,
    ...(full && { resolved: document.text.slice(full.start, full.end) }),
  };
}

/** The one whose speech the title names, before any label. */
function titleVoice(document: Document, start: number): Voice | undefined {
  const voice = voiceTold(document);
  return voice && start >= voice.from ? { text: voice.text, kind: 'named' } : undefined;
}
