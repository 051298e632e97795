// What was found in a checked text as machines read it, one thing a line; the README documents it.
import type { PassedOver, TextItem } from '../../check-text/check-text.ts';
import type { Passage } from '../../corpus/passages.ts';
import { labelOf } from '../../corpus/passages.ts';
import { checkJson } from './check-json.ts';

/** Offsets are UTF-16 code units of the text as given, ends exclusive. */
export function itemJson(item: TextItem, text: string): object {
  const { kind, start, end, spans, speaker } = item;
  const place = { kind, start, end, ...(spans.length > 1 && { spans }) };
  const told = {
    ...place,
    quote: item.words,
    speaker: speaker ? { claimed: speaker.name, ...(speaker.clause && { clause: speaker.clause }) } : null,
    line: lineOf(text, start),
  };
  if (kind === 'claim') {
    const { differs, denied, citations } = item;
    return { ...told, verdict: null, differs, denied: denied ?? null, citations: citations.map(passageJson) };
  }
  if (kind === 'translated') {
    const { language, coverage, nearest } = item;
    const citations = nearest ? [passageJson(nearest)] : [];
    return { ...told, verdict: kind, language, coverage, changes: [], citations };
  }
  const { verdict, flags, differences, matches, elsewhere, withdrawn } = checkJson(item.check);
  return {
    ...told,
    ...{ verdict, flags, coverage: item.coverage, changes: differences, citations: matches },
    ...(elsewhere && { elsewhere }),
    ...(withdrawn && { withdrawn }),
  };
}

export function passedOverJson({ start, end, words, why }: PassedOver): object {
  return { kind: 'passed-over', start, end, quote: words, why };
}

/** The number of the line that a place is in, from 1. */
export function lineOf(text: string, place: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < place; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

function passageJson(passage: Passage): object {
  const { document, paragraph, start, end, text } = passage;
  return { document: document.id, paragraph, label: labelOf(passage), start, end, text };
}
