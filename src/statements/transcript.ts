// Talk written down with labels: "MR. SULLIVAN:", "Ida Holm:", "Q", "[Trump]:" name the speaker until the next label.
import type { Document } from '../corpus/document.ts';
import { type Label, type Line, linesOf } from '../corpus/labels.ts';
import type { NameBook } from '../corpus/names.ts';
import type { Passage, Span } from '../corpus/passages.ts';
import { entryOf } from './speakers.ts';
import type { Speaker, Statement } from './statement.ts';

/**
 * The labelled speech of a document, one statement a paragraph or a labelled line; undefined where it has no labels, or
 * so few that they are something else ("WASHINGTON: …"). A line that only looks like a label ends what the one before says.
 */
export function labelledSpeech(
  document: Document,
  passages: readonly Passage[],
  names: NameBook,
): Statement[] | undefined {
  const lines = passages.flatMap(linesOf);
  const labels = lines.flatMap(({ label }) => (label && label.kind !== 'unread' ? [label] : []));
  // One who speaks alone is labelled once, a briefing every few paragraphs: below this it is a report with some lines of talk.
  if (labels.length === 0 || labels.length * 12 < passages.length || !isTalk(labels)) return undefined;
  let speaking: Speaker | undefined;
  return lines.flatMap((line): Statement[] => {
    const { label, note, words, end } = line;
    if (label || note === 'scene') speaking = label && speakerOf(document.text, label, names);
    if (!speaking || note !== 'none' || words >= end) return [];
    return [spoken(document, line, { start: words, end }, speaking)];
  });
}

/** Whether the labels are those of talk: one but "Q" comes twice or is a title, or questions are answered. */
function isTalk(labels: readonly Label[]): boolean {
  const others = labels.filter(({ text }) => text !== 'Q').map(({ who }) => who);
  return (
    new Set(others).size < others.length || labels.some(({ titled, kind }) => titled && kind === 'named')
  );
}

/** Somebody who is called by a short label has the whole name, where it stands in the document. */
function speakerOf(text: string, label: Label, names: NameBook): Speaker | undefined {
  if (label.kind === 'unread') return undefined;
  const { start, end, full, notes } = label;
  const speaker = { start, end, text: label.text };
  if (label.kind !== 'named') return { ...speaker, kind: label.kind === 'crowd' ? 'collective' : 'unnamed' };
  const entry = entryOf(text, full ?? label, names);
  return {
    ...speaker,
    kind: 'named',
    ...(full && { resolved: text.slice(full.start, full.end) }),
    ...(entry.person === undefined && entry.party === undefined ? partyIn(notes, names) : entry),
  };
}

/** "Mr. Berg (Sudmark)": for whom somebody speaks. */
function partyIn(notes: readonly string[], names: NameBook): Pick<Speaker, 'party'> {
  const parties = new Set(notes.flatMap((note) => names.find(note)).map(({ party }) => party));
  const [party] = parties;
  return party !== undefined && parties.size === 1 ? { party } : {};
}

function spoken(document: Document, line: Line, span: Span, speaker: Speaker): Statement {
  const { start } = speaker;
  return {
    document,
    paragraph: line.passage.paragraph,
    ...span,
    spans: [span],
    direct: true,
    speaker,
    cue: undefined,
    clause: { start, end: speaker.end },
    medium: undefined,
    hedges: [],
    annotated: false,
  };
}
