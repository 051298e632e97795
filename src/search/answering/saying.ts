// What of an answer speaks for or against words that somebody claims.
import type { Passage } from '../../corpus/passages.ts';
import type { Answer } from '../answer.ts';

const mostSaying = 3;

/** What is sure enough for an answer, or nearly, first and in other documents; related passages say nothing of what is claimed. */
export function passagesSaying({ outcome, closest, citations, also = [] }: Answer): Passage[] {
  const [first] = outcome === 'answer' || closest ? citations : [];
  return first ? [first.passage, ...also].slice(0, mostSaying) : [];
}

export function passageAnswering({ outcome, citations }: Answer): Passage | undefined {
  return outcome === 'answer' ? citations[0]?.passage : undefined;
}
