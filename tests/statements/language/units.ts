// Sentences as they are read, written down by hand: each word with its part of speech, so that a test says what it is about.
import type { Span } from '../../../src/corpus/passages.ts';
import type { Range } from '../../../src/statements/language/noun-phrases.ts';
import type { Sentence, Unit } from '../../../src/statements/language/units.ts';
import type { Statement } from '../../../src/statements/statement.ts';

const tags: Readonly<Record<string, string>> = {
  ...{ N: 'NOUN', P: 'PROPN', V: 'VERB', A: 'AUX', D: 'DET', J: 'ADJ', R: 'ADV', I: 'ADP', C: 'CCONJ' },
  ...{ S: 'SCONJ', O: 'PRON', M: 'NUM', T: 'PART' },
};

/** A sentence, and the place of the word that has a star before it. */
export interface Written {
  readonly units: readonly Unit[];
  readonly at: number;
}

/**
 * `Merz/P *said=say/V “We_go,”`: a word, its base form where that is another, its part of speech. A tilde before it stands for no
 * space, a stroke for a subject that begins afresh; what begins with a quotation mark is a quotation, `_` a space in it.
 */
export function written(text: string): Written {
  const words = text.split(' ').map((word) => /^([*|~]*)(.*)$/u.exec(word) ?? []);
  const units: Unit[] = [];
  let place = 0;
  for (const [, signs = '', word = ''] of words) {
    const unit = unitOf(word, signs.includes('~') ? place - 1 : place);
    units.push(signs.includes('|') ? { ...unit, afresh: true } : unit);
    place = unit.end + 1;
  }
  return { units, at: words.findIndex(([, signs]) => signs?.includes('*')) };
}

function unitOf(word: string, start: number): Unit {
  const [, spelt = '', base, tag = ''] = /^(.+?)(?:=([a-z]+))?(?:\/([A-Z]+))?$/u.exec(word) ?? [];
  const text = spelt.replaceAll('_', ' ');
  const span = { start, end: start + text.length, text };
  if (/^[“"‘«].+/u.test(text)) {
    const quotation = { ...span, closed: /[”"’»]$/u.test(text) };
    return { ...span, pos: 'QUOTE', lemma: '', low: '', quotation };
  }
  const low = text.toLowerCase();
  const untagged = /[\p{L}\p{N}]/u.test(text) ? 'NOUN' : 'PUNCT';
  return { ...span, low, lemma: base ?? low, pos: tags[tag] ?? (tag || untagged) };
}

/** As a sentence of a paragraph that holds nothing else. */
export function sentenceOf(units: readonly Unit[]): Sentence {
  let text = '';
  for (const unit of units) text = text.padEnd(unit.start) + unit.text;
  const paragraph = { text, start: 0, end: text.length, sentences: [] } as unknown as Sentence['paragraph'];
  return { start: 0, end: text.length, units, paragraph };
}

/** The words of a range, a dash where there is none. */
export function wordsIn(units: readonly Unit[], range: Range | undefined): string {
  return range
    ? units
        .slice(range.from, range.to)
        .map(({ text }) => text)
        .join(' ')
    : '–';
}

/** Rows of what is given and what has to come of it, an arrow between; "–" where nothing has to. */
export function table(rows: string): [given: string, wanted: string][] {
  return rows
    .trim()
    .split('\n')
    .map((row) => row.trim().split(/ +→ +/u) as [string, string]);
}

/** A statement in a line: who | quoted | the word | the clause | where | reserve | what is said | its paragraph. */
export function told({ document, ...statement }: Statement): string {
  const words = (span: Span | undefined) => (span ? document.text.slice(span.start, span.end) : '–');
  const { speaker, direct, cue, clause, medium, hedges, spans, paragraph } = statement;
  const meant = speaker?.resolved === undefined ? '' : ` = ${speaker.resolved}`;
  const who = speaker ? `${speaker.text} (${speaker.kind}${meant})` : '?';
  const parts = [cue, clause, medium].map(words);
  const said = spans.map(words).join(' + ');
  return [who, String(direct), ...parts, hedges.map(words).join(' ') || '–', said, `¶${paragraph}`].join(
    ' | ',
  );
}
