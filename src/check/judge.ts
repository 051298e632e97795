// What is to be said of a quotation that was laid over the sources: who says it there, and whether it is the reporter.

import { offices } from '../corpus/names/offices.ts';
import type { Passage, Span } from '../corpus/passages.ts';
import { wholeWords } from '../corpus/text/borders.ts';
import { fold } from '../corpus/text/folding.ts';
import { hasUnreadMarks } from '../corpus/text/quotations.ts';
import { sentencesOf } from '../corpus/text/sentences.ts';
import type { Claim } from './claims.ts';
import type { Laid } from './laying/differences.ts';
import type { Reading } from './laying/reading.ts';
import { restricts } from './sense.ts';
import { verbs } from './speakers/speaker-beside.ts';
import type { Likeness, Voice, Who } from './speakers/speakers.ts';
import type { Voices } from './speakers/voices.ts';
import { endsOf } from './words/ends.ts';
import type { SourceWord } from './words/printed.ts';
import type { PlacedWord } from './words/stream.ts';

/** A place in the sources. `start` and `end` are offsets into the document's text, `text` is what stands there. */
export interface CheckMatch extends Span {
  /** The passage in which it begins. */
  readonly passage: Passage;
  readonly text: string;
  /** Who says it, as the source has it, a pronoun resolved; undefined where it does not say. */
  readonly speaker: string | undefined;
}

export interface Judged {
  readonly reading: Reading;
  readonly parts: readonly Laid<SourceWord>[];
  /** The words of the source that the quotation has. */
  readonly agreeing: readonly SourceWord[];
  readonly matches: readonly CheckMatch[];
  /** Whether the one who is said to have spoken did; `same` where nobody is said to. */
  readonly likeness: Likeness;
  /** How much of it is a reporter's words and no speaker's; `unread` where the marks around them do not tell. */
  readonly reporter: 'none' | 'part' | 'whole' | 'unread';
  /** Whether it runs words from different places together. */
  readonly joined: boolean;
}

interface SpokenPlace {
  readonly match: CheckMatch;
  readonly voice: Voice | undefined;
}

/** So many characters, about four sentences, somebody is still meant by a pronoun. */
const nearBefore = 500;

export class Judge {
  readonly #voices: Voices;
  readonly #who: Who;

  constructor(voices: Voices, who: Who) {
    this.#voices = voices;
    this.#who = who;
  }

  judge(reading: Reading, { speaker }: Claim): Judged {
    const parts = reading.parts.map((part, index) => ({
      ...part,
      same: part.same || this.#isClause(reading.parts, index),
    }));
    const agreeing = parts.flatMap(({ source, given, same }) => (same && given.length > 0 ? source : []));
    const places = reading.stretches.map(({ words }) => this.#placeOf(words));
    return {
      reading,
      parts,
      agreeing,
      matches: places.map(({ match }) => match),
      likeness: speaker === undefined ? 'same' : this.#likeness(places, speaker),
      reporter: this.#reporter(agreeing),
      joined: reading.stretches.some(({ from }) => from === 'elsewhere') || this.#changesVoice(agreeing),
    };
  }

  /** Best first: said by the one who is claimed, of one place, between quotation marks. */
  rank({ likeness, joined, reporter }: Judged): number {
    const likely = { same: 0, unknown: 1, other: 2 }[likeness];
    return (joined ? 12 : 0) + likely * 4 + { none: 0, part: 1, unread: 1, whole: 2 }[reporter];
  }

  /** The reporter's clause between two parts of one statement, or an aside of theirs in brackets: nobody quoted said it. */
  #isClause(parts: readonly Laid<SourceWord>[], index: number): boolean {
    const { source = [], given = [] } = parts[index] ?? {};
    const before = parts[index - 1]?.source.at(-1);
    const behind = parts[index + 1]?.source[0];
    if (given.length > 0 || !before || !behind || !hasReporter(before)) return false;
    // "the president (and)" for "the president (Zelensky) and": brackets of its own stand in the place of the source's.
    if (/[([]/u.test(parts[index - 1]?.given.at(-1)?.gap ?? '')) return false;
    const { quotation } = this.#voices;
    const [open, next] = [quotation(before), quotation(behind)];
    if (!open || !next || !this.#voices.same(before, behind)) return false;
    if (isAside(source)) return !restricts(source);
    return (
      source.every((word) => !quotation(word)) && isClauseBetween(open, next, before.passage.document.text)
    );
  }

  #placeOf(words: readonly PlacedWord[]): SpokenPlace {
    const ends = endsOf(words);
    if (!ends) throw new Error('a stretch has words');
    const { passage } = ends.first;
    const { document } = passage;
    const span = { start: ends.first.start, end: ends.last.end };
    const voice = this.#voices.of(document, span);
    const speaker = voice && (voice.resolved ?? voice.text);
    const match = {
      passage,
      ...span,
      text: document.text.slice(span.start, span.end),
      speaker,
    };
    return { match, voice };
  }

  #likeness(places: readonly SpokenPlace[], claimed: string): Likeness {
    const all = places.map(({ voice, match }): Likeness => {
      const likeness = voice ? this.#compare(claimed, voice, match) : 'unknown';
      // Two labels of one transcript are two people: "THE PRESIDENT" is nobody whom it calls "MR. SULLIVAN".
      const isOther = likeness === 'unknown' && this.#voices.isLabel(match.passage.document, claimed);
      return isOther && voice && voice.text !== claimed ? 'other' : likeness;
    });
    if (all.includes('other')) return 'other';
    return all.includes('unknown') ? 'unknown' : 'same';
  }

  /** Whom "he" means is only likely: it may be anybody who was spoken of behind that name. */
  #compare(claimed: string, voice: Voice, match: CheckMatch): Likeness {
    const likeness = this.#who.compare(claimed, voice);
    if (likeness === 'other' && this.#isRelayed(claimed, match)) return 'unknown';
    const { passage, start } = match;
    if (likeness !== 'other' || voice.kind !== 'pronoun' || !/^(?:he|she)$/iu.test(voice.text))
      return likeness;
    const before = passage.document.text.slice(Math.max(0, start - nearBefore), start);
    const since = before.slice(Math.max(0, before.lastIndexOf(voice.resolved ?? '')));
    return this.#who.mentions(claimed, since) ? 'unknown' : 'other';
  }

  /** "As the president said in his letter, “…”": whoever speaks in a transcript may speak another's words, and these are not theirs alone. */
  #isRelayed(claimed: string, { passage, start }: CheckMatch): boolean {
    // Elsewhere a clause tells whose they are.
    if (passage.document.kind !== 'transcript') return false;
    if (this.#voices.quotation({ passage, start })) return true;
    const before = passage.text.slice(0, start - passage.start);
    const clause = before.slice(sentencesOf(before).at(-1)?.start ?? 0);
    return (
      !/[.!?]["”’)]?\s*$/u.test(clause) &&
      tells.test(clause) &&
      (this.#who.mentions(claimed, clause) || hasOffice(clause))
    );
  }

  #reporter(agreeing: readonly SourceWord[]): Judged['reporter'] {
    const outside = agreeing.filter((word) => hasReporter(word) && !this.#voices.quotation(word));
    if (outside.length === 0) return 'none';
    const passages = new Set(outside.map(({ passage }) => passage));
    if ([...passages].some(({ text }) => hasUnreadMarks(text))) return 'unread';
    return outside.length === agreeing.length ? 'whole' : 'part';
  }

  /** Whether words that stand in a row go from one speaker to another. */
  #changesVoice(agreeing: readonly SourceWord[]): boolean {
    const { quotation, differ } = this.#voices;
    return agreeing.some((word, index) => {
      const next = agreeing[index + 1];
      if (!next) return false;
      if (!hasReporter(word)) return next.passage !== word.passage && differ(word, next);
      const [open, other] = [quotation(word), quotation(next)];
      return open !== undefined && other !== undefined && open !== other && differ(word, next);
    });
  }
}

const tells = new RegExp(wholeWords(verbs), 'iu');

/** "The president" may be whoever holds the office. */
function hasOffice(clause: string): boolean {
  return [...clause.matchAll(/(?<![\p{L}\p{M}])the (?<office>[\p{L}\p{M}-]+)/giu)].some(({ groups }) =>
    offices.has(fold(groups?.['office'] ?? '').text),
  );
}

/**
 * Whether nothing but a clause ("the statement said.") parts two quotations, so that the second goes on where the first
 * ended: a reporter's sentence that runs into the second ("She called it a “plan”") makes it another quotation.
 */
function isClauseBetween(open: Span, next: Span, text: string): boolean {
  const between = text.slice(open.end, next.start);
  return /(?:[.,;:!?—–-]|\n)\s*$/u.test(between) && sentencesOf(between).length <= 1;
}

/** "(which would be)": brackets around words that a reporter puts into a quotation, or the one who speaks. */
function isAside(words: readonly SourceWord[]): boolean {
  const ends = endsOf(words);
  if (!ends) return false;
  const { first, last } = ends;
  const { text } = first.passage.document;
  const closed = /^[^\p{L}\p{N}]*[)\]]/u.test(text.slice(last.end, last.end + 4));
  return closed && /[([]/u.test(text.slice(first.start - 1, first.start));
}

/** News has a reporter between speaker and reader; other kinds have none. */
function hasReporter({ passage }: PlacedWord): boolean {
  return passage.document.kind === 'news';
}
