// The statements of a text that is told: sentence after sentence, each in the light of those before it.
import type { Document } from '../corpus/document.ts';
import type { Passage } from '../corpus/passages.ts';
import { clauseAhead } from './clauses.ts';
import { type Draft, draftOf, type Governing, goOn } from './draft.ts';
import { type Speech, speechOf } from './speech.ts';
import { type Paragraph, paragraphOf, type Sentence } from './units.ts';

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

/** Whether quoted speech goes on with the last statement, which ends in the sentence before. */
function belongsTo(last: Draft, { sentence, clause }: Speech, earlier: Sentence): boolean {
  if (last.last !== earlier || last.direct !== true) return false;
  if (sentence.paragraph !== earlier.paragraph) return leftOpen(earlier) && opens(sentence);
  return clause === undefined && last.governing?.sentence === earlier && endsQuoted(earlier, last);
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
function endsQuoted(earlier: Sentence, last: Draft): boolean {
  const clause = last.governing?.clause;
  return (
    clause !== undefined &&
    (clause.content >= clause.whole.to || earlier.units.at(-1)?.quotation !== undefined)
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
  if (last?.last !== earlier) return undefined;
  if (sentence.paragraph === earlier.paragraph) return last.governing;
  return before && opens(sentence) && last.direct === true ? last.governing : undefined;
}
