// The passages of an answer, among which one steps on and back: each so short that a button's custom id holds them all, and good after
// a restart. Like a reference nothing in it is believed: it resolves to a sentence of the library with the same words, or to none.
import { createHash } from 'node:crypto';
import type { Document } from '../../corpus/document.ts';
import { hashOf, type Passage } from '../../corpus/passages.ts';
import { sentencesOf } from '../../corpus/text/sentences.ts';
import type { Library } from '../../library.ts';
import type { Translate } from '../../messages/messages.ts';
import { type Button, button } from '../rendering/controls.ts';
import { readingId } from './ids.ts';
import type { Place } from './refs.ts';

/** `aB3dE0123` and the numbers of paragraph and sentence, `5.0`: what stands where, in some 13 characters. */
type Step = string;

/** The passages of an answer in their order. */
export type Steps = readonly Step[];

/** Discord's limit for a custom id. */
const longestId = 100;
const radix = 36;
const stepPattern =
  /^(?<key>[\w-]{5})(?<hash>[0-9a-f]{4})(?<paragraph>[0-9a-z]{1,4})\.(?<sentence>[0-9a-z]{1,3})$/;

/** As many as a custom id holds: all five of an answer, but for documents of ten thousands of paragraphs. */
export function stepsOf(places: readonly Place[]): Steps {
  const steps: Step[] = [];
  for (const step of new Set(places.map(stepOf))) {
    if (goId(0, [...steps, step]).length > longestId) break;
    steps.push(step);
  }
  return steps;
}

function stepOf({ passage, part }: Place): Step {
  const sentence = sentencesOf(passage.text).findIndex(
    ({ start, end }) => start <= part.start && part.start < end,
  );
  const numbers = [passage.paragraph, Math.max(0, sentence)].map((number) => number.toString(radix));
  return `${keyOf(passage.document.id)}${hashOf(passage).slice(0, 4)}${numbers.join('.')}`;
}

/** 30 bits: enough to tell the documents of one server apart; where two should share it the paragraph's hash decides. */
function keyOf(id: string): string {
  return createHash('sha256').update(id, 'utf8').digest('base64url').slice(0, 5);
}

function goId(to: number, steps: Steps): string {
  return readingId('go', String(to), steps.join(','));
}

/** What a button of a step names: where it leads, and all that there are; undefined where it is none of ours. */
export function stepsIn([to, list]: readonly string[]): { to: number; steps: Steps } | undefined {
  const steps = list?.split(',') ?? [];
  const at = /^\d{1,2}$/.test(to ?? '') ? Number(to) : -1;
  return steps.every((step) => stepPattern.test(step)) && at >= 0 && at < steps.length
    ? { to: at, steps }
    : undefined;
}

/** The sentence that a step names; undefined where the sources have changed under it. */
export async function placeOfStep(step: Step, library: Library): Promise<Place | undefined> {
  const { key, hash, paragraph = '', sentence = '' } = stepPattern.exec(step)?.groups ?? {};
  for (const document of library.documents.filter(
    ({ id, status }) => isCurrent(status) && keyOf(id) === key,
  )) {
    const passages = await library.passagesOf(document);
    const fits = (passage: Passage | undefined): boolean =>
      passage !== undefined && hashOf(passage).startsWith(hash ?? '');
    const there = passages[Number.parseInt(paragraph, radix) - 1];
    const passage = fits(there) ? there : passages.find(fits);
    const part = passage && sentencesOf(passage.text)[Number.parseInt(sentence, radix)];
    if (passage && part) return { passage, part: { start: part.start, end: part.end } };
  }
  return undefined;
}

function isCurrent(status: Document['status']): boolean {
  return status !== 'withdrawn';
}

/** On to the next passage and back to the one before, each where there is one. */
export function stepButtons(place: Place, steps: Steps, translate: Translate): Button[] {
  const at = steps.indexOf(stepOf(place));
  const stepTo = (to: number, label: string) => ({ to, label });
  const leads = [
    stepTo(at + 1, translate('reading.more')),
    stepTo(at - 1, translate('reading.before')),
  ].filter(({ to }) => at >= 0 && to >= 0 && to < steps.length);
  return leads.map(({ to, label }) =>
    button(goId(to, steps), translate('reading.step', { label, number: to + 1, count: steps.length })),
  );
}

/** The way back from somewhere else to the passage that was shown; undefined where it is none of these. */
export function backTo(place: Place, steps: Steps): string | undefined {
  const at = steps.indexOf(stepOf(place));
  return at < 0 ? undefined : goId(at, steps);
}
