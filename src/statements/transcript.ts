// Talk written down: labels ("MR. SULLIVAN:", "Ida Holm:", "Q", "[Trump]:") name the speaker until the next one. Where none does, the
// one whom the title of a speech names has it all.
import type { Document } from '../corpus/document.ts';
import { type Label, type Line, linesOf } from '../corpus/labels/labels.ts';
import { isFront, type VoiceTold, voiceTold } from '../corpus/labels/voice-told.ts';
import type { NameBook } from '../corpus/names/names.ts';
import type { Passage, Span } from '../corpus/passages.ts';
import type { Speaker, Statement } from './statement.ts';
import { entryOf } from './who/speakers.ts';

/**
 * The speech of a document that is talk as a whole, one statement a paragraph or a labelled line; undefined where neither labels nor its
 * title say so. A line that only looks like a label ends what the one before says.
 */
export function talkOf(
  document: Document,
  passages: readonly Passage[],
  names: NameBook,
): Statement[] | undefined {
  const lines = passages.flatMap(linesOf);
  const voice = voiceTold(document);
  const isTalk = document.kind === 'transcript' && isLabelled(lines, passages.length);
  if (!isTalk && !voice) return undefined;
  let speaking = voice && saysBefore(lines, voice) ? speakerTold(voice, names) : undefined;
  return lines.flatMap((line): Statement[] => {
    const { note, end } = line;
    const label = voice && isSentence(line) ? undefined : line.label;
    const words = label ? line.words : line.start;
    if (label || note === 'scene') speaking = label && speakerOf(document.text, label, names);
    const isAboveSpeech = voice !== undefined && !label && end <= voice.from;
    if (!speaking || note !== 'none' || isAboveSpeech || isSilent(document.text.slice(words, end))) return [];
    return [spoken(document, line, { start: words, end }, speaking)];
  });
}

/** One who speaks alone is labelled once, a briefing every few paragraphs: below this it is a report with some lines of talk. */
const leastLabels = 1 / 12;

/** Whether labels name those who speak, and are no lines of something else ("WASHINGTON: …"). */
function isLabelled(lines: readonly Line[], paragraphs: number): boolean {
  const labels = lines.flatMap(({ label }) => (label && label.kind !== 'unread' ? [label] : []));
  if (labels.length === 0 || !isTalk(labels)) return false;
  return labels.length >= leastLabels * paragraphs || beginsWithLabel(lines);
}

/** Whether the labels are those of talk: one but "Q" comes twice or is a title, or questions are answered. */
function isTalk(labels: readonly Label[]): boolean {
  const others = labels.filter(({ text }) => text !== 'Q').map(({ who }) => who);
  return (
    new Set(others).size < others.length || labels.some(({ titled, kind }) => titled && kind === 'named')
  );
}

/** Whether nothing but a heading, a place and a time stands above the first label, so that nothing is a reporter's. */
function beginsWithLabel(lines: readonly Line[]): boolean {
  const first = lines.findIndex(({ label }) => label !== undefined);
  const { label } = lines[first] ?? {};
  return label !== undefined && label.kind !== 'unread' && lines.slice(0, first).every(isAbove);
}

function isAbove({ note, start, end, passage }: Line): boolean {
  return note !== 'none' || isFront(passage.document.text.slice(start, end));
}

/** Whether somebody speaks before the first label: the one of the title, where more stands there than a place and a time. */
function saysBefore(lines: readonly Line[], { from }: VoiceTold): boolean {
  const first = lines.findIndex((line) => line.label !== undefined && !isSentence(line));
  if (first < 0) return true;
  return lines.slice(0, first).some((line) => line.end > from && !isAbove(line));
}

/** "Weapons, equipment, and the most important: the feeling …": of a speech of one voice this is no label. */
function isSentence({ label, words, passage }: Line): boolean {
  return label?.kind === 'unread' && /^\p{Ll}/u.test(passage.document.text.slice(words, words + 2));
}

/** Nothing, or a transcriber's notes, which are nobody's words: "(Inaudible.)" */
function isSilent(text: string): boolean {
  return text === '' || /^(?:[\s.–—-]*[([][^()[\]]{1,120}[)\]])+[\s.–—-]*$/u.test(text);
}

/** Whom the title names. Its office alone may mean somebody in the document, too. */
function speakerTold({ text, start, end, inTitle }: VoiceTold, names: NameBook): Speaker {
  const entry = entryOf(text, { start: 0, end: text.length }, names);
  return { start, end, text, kind: 'named', ...entry, ...(inTitle && { inTitle }) };
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
  const { start, end, inTitle } = speaker;
  return {
    document,
    paragraph: line.passage.paragraph,
    ...span,
    spans: [span],
    direct: true,
    speaker,
    cue: undefined,
    clause: inTitle ? undefined : { start, end },
    medium: undefined,
    hedges: [],
    annotated: false,
  };
}
