// Whether a text is about a topic in a few words: how much of the weight of the topic's words it holds.

import { STOP_WORDS } from './grammar.ts';
import { type QuestionTerm, readQuestion } from './question.ts';
import type { QuestionReader } from './question-terms.ts';
import { termOf } from './stem.ts';
import { words } from './words.ts';

/** Gives, for a text, the share of the topic that it holds: 0 to 1, names and near synonyms counted. */
export type About = (text: string) => number;

export function aboutTopic(topic: string, reader: QuestionReader): About {
  const { terms } = readQuestion(topic, reader);
  const whole = terms.reduce((sum, { weight }) => sum + weight, 0);
  return (text) => {
    if (whole === 0) return 0;
    const held = termsIn(text, reader);
    return terms.reduce((sum, term) => sum + term.weight * bestOf(term, held), 0) / whole;
  };
}

function bestOf({ standIns }: QuestionTerm, held: ReadonlySet<string>): number {
  let best = 0;
  for (const [term, worth] of standIns) if (held.has(term)) best = Math.max(best, worth);
  return best;
}

function termsIn(text: string, { aliases }: QuestionReader): Set<string> {
  const found = words(text);
  const own = found.flatMap(({ folded }) => (STOP_WORDS.has(folded) ? [] : [termOf(folded)]));
  return new Set([...own, ...aliases.find(found).map(({ term }) => term)]);
}
