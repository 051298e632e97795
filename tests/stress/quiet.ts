// A server in which a little is done the whole time: a question, a citation, a check, some letters typed, one after the other.
// Whatever somebody does elsewhere, each gets its answer, and soon.
import { setTimeout as delay } from 'node:timers/promises';
import { inEnglish } from '../../src/messages/messages.ts';
import type { Place } from '../double/double.ts';

export interface Quiet {
  readonly asked: number;
  /** What got no answer, or another one than it gets on an idle machine; what for and what came instead, by how often. */
  readonly lost: number;
  readonly losses: Readonly<Record<string, number>>;
  /** Until the answer is there in full, the longest of all. */
  readonly longestMs: number;
  readonly longestOf: string;
}

/** Somebody does something twice a second, without waiting for what the others get. */
const everyMs = 500;
/** Nobody looks longer for an answer. */
const patienceMs = 10_000;

const refusals = [
  inEnglish('discord.crowded'),
  inEnglish('discord.slow'),
  inEnglish('reading.tooFast', { count: 1 }),
  inEnglish('discord.failed', { id: '' }),
];

interface Act {
  readonly name: string;
  /** Rejects where no answer comes; resolves with what came instead of one. */
  readonly does: (place: Place, number: number) => Promise<string | undefined>;
}

const how = { timeoutMs: patienceMs };
const words = 'International borders must not be changed by force.';
const about = ['security guarantees', 'borders', 'sanctions', 'a ceasefire', 'a summit', 'territory'];

/** What it is answered with shows what it is about. */
const runs = (
  name: string,
  command: string,
  options: (number: number) => Record<string, string>,
  wanted: string,
): Act => ({
  name,
  does: async (place, number) => {
    const seen = await place.runs(command, options(number), how);
    const text = seen.text.replaceAll('\\', '');
    if (text.includes(wanted) && !refusals.some((refusal) => text.includes(refusal))) return undefined;
    return text.slice(0, 80);
  },
});

const types = (name: string, command: string, option: string, typed: string): Act => ({
  name,
  does: async (place) => {
    const choices = await place.types(command, { [option]: typed }, option, how);
    return choices.length > 0 ? undefined : 'nothing is offered';
  },
});

const acts: readonly Act[] = [
  // Never the same twice, so that nothing is remembered. Whether it is answered is for the reader to say.
  runs('ask', '/ask', (n) => ({ question: `What was said of ${about[n % about.length]} on day ${n}?` }), ''),
  runs('cite', '/cite', () => ({ citation: 'european-leaders 7' }), 'european-leaders ¶7'),
  types('typing a citation', '/cite', 'citation', 'european'),
  runs('check', '/check', () => ({ text: words }), 'european-leaders ¶7'),
  types('typing a quotation', '/quote', 'words', 'ironclad'),
];

/** One round of everything, one after the other: what each took, in milliseconds. */
export async function onceAround([place]: readonly Place[]): Promise<number[]> {
  const all: number[] = [];
  for (const [number, { does }] of acts.entries()) {
    const began = performance.now();
    if (place) await does(place, -number).catch(() => undefined);
    all.push(performance.now() - began);
  }
  return all;
}

/** Goes on until it is told to stop, and then waits for what was begun. */
export async function quietly(places: readonly Place[], isOver: () => boolean): Promise<Quiet> {
  const outcomes: Promise<Outcome>[] = [];
  while (!isOver()) {
    const number = outcomes.length;
    const [act, place] = [acts[number % acts.length], places[number % places.length]];
    if (act && place) outcomes.push(outcomeOf(act, place, number));
    await delay(everyMs);
  }
  return summed(await Promise.all(outcomes));
}

interface Outcome {
  readonly name: string;
  readonly ms: number;
  readonly loss: string | undefined;
}

async function outcomeOf({ name, does }: Act, place: Place, number: number): Promise<Outcome> {
  const began = performance.now();
  const loss = await does(place, number).catch((error: Error) => error.message.slice(0, 160));
  return { name, ms: performance.now() - began, loss };
}

function summed(outcomes: readonly Outcome[]): Quiet {
  const losses: Record<string, number> = {};
  const lost = outcomes.filter(({ loss }) => loss !== undefined);
  for (const { name, loss } of lost) {
    // Who it was does not matter.
    const key = `${name}: ${loss?.replaceAll(/(?: by q\d+)?: q\d+ saw| by q\d+/gu, '')}`;
    losses[key] = (losses[key] ?? 0) + 1;
  }
  const [longest] = outcomes.toSorted((a, b) => b.ms - a.ms);
  return {
    asked: outcomes.length,
    lost: lost.length,
    losses,
    longestMs: Math.round(longest?.ms ?? 0),
    longestOf: longest?.name ?? '',
  };
}
