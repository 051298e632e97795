// Where in the sources a quotation may come from: the stretches that share most of its pairs of neighbouring words.
import { type Stream, unknownWord } from '../words/stream.ts';
import { border } from '../words/stream-part.ts';

/** A stretch of the stream, `to` exclusive, and how much speaks for it. */
export interface Place {
  readonly from: number;
  readonly to: number;
  readonly votes: number;
}

/** Places are gathered over 64 words, about a paragraph, and again half of that further on: none falls between two. */
const reach = 6;
const half = 32;
/** Beyond so many places the rarer pairs of a quotation have said where it stands. */
const mostPlaces = 8_000;
/** Pairs that are looked at whatever they cost. */
const fewestPairs = 3;

interface Seed {
  readonly given: number;
  readonly places: Uint32Array;
}

interface Gathered {
  from: number;
  to: number;
  votes: number;
  /** The pair of the quotation that voted last. */
  last: number;
}

/** The part of the stream in which is looked: all of it, or one document; `to` exclusive. */
export interface Within {
  readonly from: number;
  readonly to: number;
}

/** The stretches to look at closely, best first. */
export function placesOf(given: Uint32Array, stream: Stream, within: Within, most: number): Place[] {
  const gathered = new Map<number, Gathered>();
  for (const { given: at, places } of seedsOf(given, stream)) {
    const votes = Math.log2(2 + stream.length / places.length);
    for (const place of places)
      if (within.from <= place && place < within.to) vote(gathered, { at, place, votes });
  }
  return mostVoted(gathered, most).map((place) => widened(place, given.length, stream));
}

interface Vote {
  readonly at: number;
  readonly place: number;
  readonly votes: number;
}

/** Pair `at` of the quotation stands at a place of the stream. */
function vote(gathered: Map<number, Gathered>, cast: Vote): void {
  const begins = Math.max(0, cast.place - cast.at);
  count(gathered, (begins >> reach) * 2, cast);
  count(gathered, ((begins + half) >> reach) * 2 + 1, cast);
}

function count(gathered: Map<number, Gathered>, key: number, { at, place, votes }: Vote): void {
  const found = gathered.get(key);
  if (!found) {
    gathered.set(key, { from: place, to: place + 2, votes, last: at });
    return;
  }
  // What a crowd chants again and again votes once.
  if (found.last !== at) found.votes += votes;
  found.last = at;
  found.from = Math.min(found.from, place);
  found.to = Math.max(found.to, place + 2);
}

/** The rarest pairs first, as many as there is time for. */
function seedsOf(given: Uint32Array, stream: Stream): Seed[] {
  const all: Seed[] = [];
  for (let at = 0; at + 1 < given.length; at += 1) {
    const [first = unknownWord, second = unknownWord] = given.subarray(at, at + 2);
    const places = stream.pairs(first, second);
    if (places.length > 0) all.push({ given: at, places });
  }
  all.sort((a, b) => a.places.length - b.places.length);
  let sum = 0;
  return all.filter(({ places }, index) => {
    sum += places.length;
    return sum <= mostPlaces || index < fewestPairs;
  });
}

/** The places with the most votes; sorting all of them would take longer than gathering them. */
function mostVoted(gathered: ReadonlyMap<number, Place>, most: number): Place[] {
  let best: Place[] = [];
  let least = 0;
  for (const found of gathered.values()) {
    if (found.votes <= least) continue;
    best.push(found);
    if (best.length < 4 * most) continue;
    best = apart(best).slice(0, most);
    least = best.at(-1)?.votes ?? 0;
  }
  return apart(best).slice(0, most);
}

/** Places by their votes, of those that lie in one another the best. */
function apart(places: readonly Place[]): Place[] {
  const kept: Place[] = [];
  for (const place of places.toSorted((a, b) => b.votes - a.votes || a.from - b.from))
    if (!kept.some(({ from, to }) => from <= place.from && place.to <= to)) kept.push(place);
  return kept;
}

/** With room for the words that agree less, inside of the document. */
function widened({ from, to, votes }: Place, length: number, stream: Stream): Place {
  const room = length + 24;
  let start = from;
  while (from - start < room && stream.at(start - 1) !== border) start -= 1;
  let end = to;
  while (end - to < room && stream.at(end) !== border) end += 1;
  return { from: start, to: end, votes };
}

/** Every place where the words stand in a row just as they are given, in the order of the sources. */
export function exactPlaces(given: Uint32Array, stream: Stream, within: Within, most: number): number[] {
  if (given.includes(unknownWord) || given.length === 0) return [];
  if (given.length === 1) return stream.placesOf(given[0] ?? unknownWord, within, most);
  const [rarest] = seedsOf(given, stream);
  if (!rarest) return [];
  const found: number[] = [];
  for (const place of rarest.places) {
    const from = place - rarest.given;
    if (from < within.from || from >= within.to) continue;
    if (given.every((word, index) => stream.at(from + index) === word)) found.push(from);
    if (found.length === most) break;
  }
  return found;
}
