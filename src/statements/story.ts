// The statements of a text that is told: sentence after sentence, each in the light of those before it.
import type { Document } from '../corpus/document.ts';
import type { Passage } from '../corpus/passages.ts';
import type { Clause } from './clauses/clauses.ts';
import { clauseAhead } from './clauses/clauses-ahead.ts';
import { type Draft, draftOf, type Governing, goOn } from './draft.ts';
import { isSaying } from './language/saying-verbs.ts';
import { type Paragraph, paragraphOf, type Sentence, type Unit } from './language/units.ts';
import { type Speech, speechOf } from './speech.ts';

/** What a text tells: its statements in the making, and every sentence, for those who look back. */
export interface Story {
  readonly drafts: readonly Draft[];
  readonly sentences: readonly Sentence[];
}

export function storyOf(document: Document, passages: readonly Passage[]): Story {
  const drafts: Draft[] = [];
  const sentences: Sentence[] = [];
  let before: Paragraph | undefined;
  for (const passage of passages) {
    const paragraph = paragraphOf(passage);
    for (const sentence of paragraph.sentences) {
      const last = drafts.at(-1);
      if (last && last.last === sentences.at(-1)) last.governing ??= signature(sentence);
      for (const speech of speechOf(sentence)) tell(speech);
      sentences.push(sentence);
    }
    before = paragraph;
  }
  return { drafts, sentences };

  function tell(speech: Speech): void {
    const last = drafts.at(-1);
    const earlier = sentences.at(-1);
    if (speech.direct === true && last && earlier && belongsTo(last, speech, earlier)) goOn(last, speech);
    else
      drafts.push(
        draftOf(
          document,
          speech,
          speech.direct === true ? inherited(speech, earlier, last, before) : undefined,
        ),
      );
  }
}

/** A line of more words and marks below a quotation is a sentence. */
const longestSignature = 20;

/** Whether quoted speech goes on with the last statement, which ends in the sentence before. */
function belongsTo(last: Draft, { sentence, clause }: Speech, earlier: Sentence): boolean {
  if (last.last !== earlier || last.direct !== true || (clause && last.governing)) return false;
  if (sentence.paragraph !== earlier.paragraph) return leftOpen(earlier) && opens(sentence);
  return last.governing?.sentence === earlier && endsQuoted(earlier, last);
}

/** Whether the last quotation of a sentence has no closing mark. */
function leftOpen({ units }: Sentence): boolean {
  return units.at(-1)?.quotation?.closed === false;
}

function opens({ units, paragraph }: Sentence): boolean {
  const [first] = units;
  return first?.quotation !== undefined && first.start === paragraph.start;
}

/** “…,” he said. “…” — or a quotation that ends its sentence, with another behind it. */
function endsQuoted({ units }: Sentence, { governing }: Draft): boolean {
  const clause = governing?.clause;
  if (!clause || anotherActs(units, clause)) return false;
  if (
    units.slice(clause.cue.to, clause.whole.to).some(({ pos, low }) => pos === 'VERB' && low.endsWith('ing'))
  )
    return false;
  return clause.content >= clause.whole.to || units.at(-1)?.quotation !== undefined;
}

/** “…,” she said, and her husband cut in. */
function anotherActs(units: readonly Unit[], { cue, whole }: Clause): boolean {
  const joint = units.findIndex(
    ({ low }, at) => at > cue.to && at < whole.to && low === 'and' && units[at - 1]?.text === ',',
  );
  const next = units[joint + 1];
  return (
    joint > 0 && next?.pos !== 'VERB' && units.slice(joint + 2, whole.to).some(({ pos }) => pos === 'VERB')
  );
}

/**
 * Who speaks where a quotation's own sentence does not say so: whoever the sentence before it introduces, or who was quoted at
 * the end of the paragraph before, where this one opens with a quotation.
 */
function inherited(
  { sentence }: Speech,
  earlier: Sentence | undefined,
  last: Draft | undefined,
  before: Paragraph | undefined,
): Governing | undefined {
  if (!earlier) return undefined;
  if (earlier.units.at(-1)?.text === ':') {
    const clause = clauseAhead(earlier, earlier.units.length, 0);
    return clause && { clause, sentence: earlier };
  }
  const announced = sentence.paragraph === earlier.paragraph ? announcedIn(earlier) : undefined;
  if (announced || last?.last !== earlier) return announced;
  if (sentence.paragraph === earlier.paragraph) return last.governing;
  return before && opens(sentence) && last.direct === true ? last.governing : undefined;
}

/** "Dianne Bystrom agreed." before a quotation. */
function announcedIn(sentence: Sentence): Governing | undefined {
  const { units } = sentence;
  const last = units.length - 2;
  if (units.at(-1)?.text !== '.' || !isSaying(units, last)) return undefined;
  const clause = clauseAhead(sentence, last + 1, 0);
  return clause && clause.cue.from === last ? { clause, sentence } : undefined;
}

/** "- Hillary Clinton, former senator" on a line of its own below a quotation: the name is the speaker. */
function signature(sentence: Sentence): Governing | undefined {
  const { units } = sentence;
  if (!/^[-–—―]$/u.test(units[0]?.text ?? '') || units.length > longestSignature) return undefined;
  const comma = units.findIndex(({ text }) => /^[,(.]$/u.test(text));
  const to = comma < 0 ? units.length : comma;
  const from = units.findIndex(({ text }) => /\p{L}/u.test(text));
  const name = units.slice(1, to).filter(({ text }) => /\p{L}/u.test(text));
  if (name.length === 0 || name.length > 5 || !name.every(({ text }) => /^\p{Lu}/u.test(text)))
    return undefined;
  const clause = {
    cue: { from: 0, to: 1 },
    speaker: { from, to },
    whole: { from: 0, to: units.length },
    content: to,
  };
  return { clause, sentence };
}
