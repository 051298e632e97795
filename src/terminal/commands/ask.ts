// A line that is no command: a question is answered, several are, a citation opens, and "more" goes on from what was shown last.

import { UserError } from '../../common/errors.ts';
import { within } from '../../common/within.ts';
import { labelOf, type Passage } from '../../corpus/passages.ts';
import { type Asking, askingIn } from '../../dialogue/asking.ts';
import { type Before, speakerIn, without } from '../../dialogue/going-on.ts';
import { citationRefused, somethingAsked } from '../../dialogue/refusals.ts';
import type { Library } from '../../library.ts';
import type { MessageKey, MessageValues } from '../../messages/messages.ts';
import type { Answer, Hit } from '../../search/answer.ts';
import { nearOf } from '../../search/ranking/related.ts';
import { renderAnswer } from '../render-answer.ts';
import type { Reply, Request, Shown } from '../reply.ts';
import { answerJson, passageJson } from '../reports/json.ts';
import { type Reader, renderCited, renderPassage } from '../reports/render.ts';
import { harmless, wrapped } from '../style.ts';

export const ask: Request = async (library, typed, _options, before) => {
  const question = somethingAsked(typed, 'answer.nothingAsked', 'example.ask');
  const asking = await askingIn(question, library, await beforeOf(before, library));
  switch (asking.kind) {
    case 'questions':
      return answered(
        asking.questions,
        library,
        asking.apart === undefined ? undefined : { name: asking.apart, seen: before?.seen ?? [] },
      );
    case 'citation':
      return cite(library, asking.citation);
    case 'said':
      return line(asking.key);
    case 'source':
      return before ? source(library, before) : line('answer.sourcesAt');
    case 'whom':
      return line('answer.whom', { word: asking.word }, { asksBack: asking.word });
    case 'paragraph':
      return paragraph(asking.paragraph, library, before);
    case 'next':
    case 'nth':
      return goneOn(asking, library, before);
  }
};

/** What may be gone on from: a question and whoever spoke; of what was cited nobody was asked. */
async function beforeOf(before: Shown | undefined, library: Library): Promise<Before | undefined> {
  const hit = before?.hits[before.at];
  if (!before || !hit) return undefined;
  if (before.kind === 'cited') return {};
  const speaker = await speakerIn(hit.passage, hit.sentence, library);
  return { question: before.question, speaker };
}

/** Where that stands which was shown last. */
async function source(library: Library, before: Shown): Promise<Reply> {
  const hit = before.hits[before.at];
  if (!hit) return line('answer.sourcesAt');
  return { ...(await cite(library, labelOf(hit.passage))), shown: before };
}

interface Apart {
  readonly name: string;
  readonly seen: readonly Passage[];
}

/** In milliseconds. What is not read by then is found by its words alone. */
const longestReading = 10_000;

async function answered(questions: readonly string[], library: Library, apart?: Apart): Promise<Reply> {
  // Nobody but the asker waits: some four hundred passages that were never read before are read in this time.
  await within(longestReading, library.vectors(), undefined);
  const answers = await Promise.all(
    questions.map(async (question) => {
      const found = await library.ask(question);
      const answer = apart ? without(found, apart.seen, apart.name) : found;
      return { question, answer, wasShown: answer.citations.length < Math.min(found.citations.length, 1) };
    }),
  );
  const [only] = answers.length === 1 ? answers : [];
  if (only) {
    const { answer, wasShown } = only;
    if (wasShown) return line('answer.allShown');
    return {
      text: (reader) => renderAnswer(answer, library, reader),
      json: () => answerJson(answer),
      ...shownIn(only, apart?.seen),
    };
  }
  return {
    text: async (reader) => {
      const parts = await Promise.all(
        answers.map(async ({ question, answer }, index) => [
          sentence('answer.part', { number: index + 1, question }, reader),
          await renderAnswer(answer, library, reader),
        ]),
      );
      return [sentence('answer.several', {}, reader), ...parts.flat()].join('\n\n');
    },
    json: () => answers.map(({ question, answer }) => ({ question, ...answerJson(answer) })),
    ...shownIn(answers[0]),
  };
}

interface Answered {
  readonly question: string;
  readonly answer: Answer;
}

/** Of an answer only the first passage is shown. */
function shownIn(
  answered: Answered | undefined,
  before: readonly Passage[] = [],
): { readonly shown?: Shown } {
  if (!answered || answered.answer.citations.length === 0) return {};
  const { question, answer } = answered;
  const hits = answer.citations;
  const isAnswer = answer.outcome === 'answer' || answer.closest === true;
  const seen = [...before, ...(isAnswer ? hits.slice(0, 1) : nearOf(answer)).map(({ passage }) => passage)];
  return { shown: { question, hits, at: 0, kind: isAnswer ? 'answer' : 'related', seen } };
}

/** A line of our own, which answers nothing. */
function line(key: MessageKey, values: MessageValues = {}, more: object = {}): Reply {
  const none = { outcome: 'none', confidence: 0, closest: false, citations: [], missing: [] };
  return { text: async (reader) => sentence(key, values, reader), json: () => ({ ...none, ...more }) };
}

function sentence(key: MessageKey, values: MessageValues, { translate, screen }: Reader): string {
  return wrapped(harmless(translate(key, values)), screen, '  ');
}

/** A paragraph of the document that was shown last, or of the only one there is. */
function paragraph(number: number, library: Library, before: Shown | undefined): Promise<Reply> {
  const [only] = library.documents.length === 1 ? library.documents : [];
  const document = before?.hits[before.at]?.passage.document ?? only;
  if (document) return cite(library, `${document.id} ¶${number}`);
  throw new UserError({
    key: 'answer.whichDocument',
    values: { example: `${library.documents[0]?.id ?? ''} ¶${number}` },
  });
}

async function goneOn(
  asking: Extract<Asking, { readonly kind: 'next' | 'nth' }>,
  library: Library,
  before: Shown | undefined,
): Promise<Reply> {
  if (!before) return line('answer.noneBefore', { example: { key: 'example.ask' } });
  const { hits, kind } = before;
  const at = asking.kind === 'next' ? before.at + 1 : placeOf(asking.at, before);
  const isBehind = asking.kind === 'next' && kind === 'cited';
  const hit = hits[at] ?? (isBehind ? await paragraphBehind(hits.at(-1), library) : undefined);
  if (!hit) return line('answer.allShown');
  return {
    text: async (reader) => renderPassage(hit.passage, reader, hit.sentence),
    json: () => passageJson(hit.passage),
    shown: hits[at]
      ? { ...before, at, seen: [...(before.seen ?? []), hit.passage] }
      : { hits: [hit], at: 0, kind },
  };
}

/** "The second one" is the second of those that are named below an answer, or else of those that were shown. */
function placeOf(nth: number, { hits, kind }: Shown): number {
  if (nth < 0) return hits.length - 1;
  return kind === 'answer' ? nth : nth - 1;
}

/** Behind what was cited comes the next paragraph. */
async function paragraphBehind(last: Hit | undefined, library: Library): Promise<Hit | undefined> {
  const cited = last && (await library.cite(labelOf(last.passage)));
  return cited?.found && cited.after ? citedHit(cited.after) : undefined;
}

/** Nothing was asked of what is cited, so that all of it counts alike. */
const citedHit = (passage: Passage): Hit => ({
  passage,
  sentence: { start: 0, end: passage.text.length },
  score: 0,
});

export const cite: Request = async (library, citation) => {
  const cited = await library.cite(citation);
  if (!cited.found) throw await citationRefused(citation, cited, library);
  return {
    text: async (reader) => renderCited(cited, library, reader),
    json: () => cited.passages.map(passageJson),
    shown: {
      hits: cited.passages.map(citedHit),
      at: cited.passages.length - 1,
      kind: 'cited',
    },
  };
};
