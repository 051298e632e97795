// What is read in parts is as if it had been read at once.
import { expect, test } from 'vitest';
import { Stream, unknownWord } from '../../src/check/words/stream.ts';
import { streamPartSteps } from '../../src/check/words/stream-part.ts';
import { atOnce } from '../../src/common/steps.ts';
import { readCollection } from '../../src/corpus/files/collection.ts';

const { passages } = await readCollection('corpus');
const whole = new Stream([atOnce(streamPartSteps(passages))]);
const documents = [...new Set(passages.map(({ document }) => document))];

/** Parted behind a document: each part is read beside the one before. */
function parted(after: number): Stream {
  const first = passages.filter(({ document }) => documents.indexOf(document) < after);
  const one = atOnce(streamPartSteps(first));
  return new Stream([one, atOnce(streamPartSteps(passages.slice(first.length), one))]);
}

const words = (stream: Stream): string[] => stream.read(0, stream.length).map(({ folded }) => folded);

test.each([0, 1, documents.length])('read in two parts, the second behind document %i', (after) => {
  const stream = parted(after);
  expect(stream.length).toBe(whole.length);
  expect(words(stream)).toEqual(words(whole));
  for (let at = 0; at < whole.length; at += 7) {
    const [placed] = whole.read(at, at + 1);
    if (!placed) continue;
    expect(stream.read(at, at + 1)).toEqual([placed]);
    expect(stream.passageAt(at)).toBe(whole.passageAt(at));
    expect(stream.documentAround(at)).toEqual(whole.documentAround(at));
    expect(stream.surprise(stream.numberOf(placed.folded))).toBe(
      whole.surprise(whole.numberOf(placed.folded)),
    );
    const [next] = whole.read(at + 1, at + 2);
    if (!next) continue;
    const pairIn = (one: Stream) => [...one.pairs(one.numberOf(placed.folded), one.numberOf(next.folded))];
    expect(pairIn(stream)).toContain(at);
    const all = { from: 0, to: whole.length };
    expect(stream.placesOf(stream.numberOf(placed.folded), all, 50)).toEqual(
      whole.placesOf(whole.numberOf(placed.folded), all, 50),
    );
  }
  for (const document of documents) expect(stream.rangeOf(document)).toEqual(whole.rangeOf(document));
  expect(stream.numberOf('glimmerfold')).toBe(unknownWord);
});
