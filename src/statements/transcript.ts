// Talk written down with labels: "MR. SULLIVAN:", "THE PRESIDENT:", "Q", "[Trump]:" name the speaker until the next label.
import type { Document } from '../corpus/document.ts';
import type { NameBook } from '../corpus/names.ts';
import type { Passage, Span } from '../corpus/passages.ts';
import { entryOf } from './speakers.ts';
import type { Speaker, SpeakerKind, Statement } from './statement.ts';

/** Capitals with perhaps a bracket ("(via interpreter)") and a colon, a name in square brackets, or "Q" alone. */
const label =
  /^["“]?(?:(?<capitals>(?!A:)\p{Lu}[\p{Lu}\p{M}.’'‑-]*(?: \p{Lu}[\p{Lu}\p{M}.’'‑-]*){0,5})(?: \([^)\n]{1,40}\))?:(?=\s|$)|\[(?<bracketed>\p{L}[^\]\n]{0,40})\]:|(?<asked>Q)(?::|\s)\s*(?=[\p{Lu}\p{Pd}(“"[0-9]))/u;

/** Labels of those who are not named. */
const unnamed =
  /^(?:Q|MODERATOR|PARTICIPANT|AUDIENCE MEMBER|OPERATOR|AIDE|SUBJECT|.*\bOFFICIAL|.*\bREPORTER)$/u;
const crowd = /^(?:AUDIENCE|CROWD|PARTICIPANTS|REPORTERS|ALL)$/u;

/** A line of a document and the label that it begins with. */
interface Line extends Span {
  readonly paragraph: number;
  readonly speaker: Span | undefined;
  /** Where the words begin, behind the label. */
  readonly words: number;
}

/**
 * The labelled speech of a document, one statement a paragraph or a labelled line; undefined where it has no labels, or
 * so few that they are something else ("WASHINGTON: …").
 */
export function labelledSpeech(
  document: Document,
  passages: readonly Passage[],
  names: NameBook,
): Statement[] | undefined {
  const lines = passages.flatMap(linesOf);
  const labelled = lines.filter(({ speaker }) => speaker !== undefined).length;
  // One who speaks alone is labelled once, a briefing every few paragraphs: below this it is a report with some lines of talk.
  if (labelled === 0 || labelled * 12 < passages.length || !isTalk(document.text, lines)) return undefined;
  let speaking: Speaker | undefined;
  return lines.flatMap((line): Statement[] => {
    if (line.speaker) speaking = speakerOf(document.text, line.speaker, names);
    if (!speaking || line.words >= line.end) return [];
    const span = { start: line.words, end: line.end };
    return [spoken(document, line.paragraph, span, speaking)];
  });
}

/** The lines of a passage that begin with a label, each with the lines up to the next; all of it where none does. */
function linesOf({ text, start, paragraph }: Passage): Line[] {
  const starts = [0, ...[...text.matchAll(/\n/gu)].map(({ index }) => index + 1)];
  const labelled = starts.filter((at) => at === 0 || label.test(text.slice(at, at + 90)));
  return labelled.map((at, index) => {
    const end = (labelled[index + 1] ?? text.length + 1) - 1;
    const match = label.exec(text.slice(at, at + 90));
    const name =
      match?.groups?.['capitals'] ?? match?.groups?.['bracketed'] ?? match?.groups?.['asked'] ?? '';
    const from = start + at + (match?.[0].indexOf(name) ?? 0);
    const behind = match ? at + match[0].length : at;
    const words = behind + (/^\s*/u.exec(text.slice(behind))?.[0].length ?? 0);
    return {
      start: start + at,
      end: start + end,
      paragraph,
      speaker: match ? { start: from, end: from + name.length } : undefined,
      words: start + words,
    };
  });
}

/** Whether the labels are those of talk: one but "Q" comes twice or is a title. With "Q" alone nobody is named. */
function isTalk(text: string, lines: readonly Line[]): boolean {
  const labels = lines
    .flatMap(({ speaker }) => (speaker ? [text.slice(speaker.start, speaker.end)] : []))
    .filter((each) => each !== 'Q');
  const titled =
    /^(?:THE |M(?:R|S|RS|ISS)\b|DR\b|PRESIDENT|SECRETARY|SENATOR|GOVERNOR|PRIME MINISTER|CHANCELLOR)/u;
  return new Set(labels).size < labels.length || labels.some((each) => titled.test(each));
}

function speakerOf(text: string, span: Span, names: NameBook): Speaker {
  const written = text.slice(span.start, span.end);
  const kind: SpeakerKind = crowd.test(written) ? 'collective' : unnamed.test(written) ? 'unnamed' : 'named';
  return { ...span, text: written, kind, ...(kind === 'named' ? entryOf(text, span, names) : {}) };
}

function spoken(document: Document, paragraph: number, span: Span, speaker: Speaker): Statement {
  return {
    document,
    paragraph,
    ...span,
    spans: [span],
    direct: true,
    speaker,
    cue: undefined,
    clause: { start: speaker.start, end: speaker.end },
    medium: undefined,
    hedges: [],
    annotated: false,
  };
}
