// npm run bench:check -- [CORPUS.jsonl] [--json]: how long a check takes among 10,000 passages, and how long their words
// take to be read. Without a corpus the passages are made: sentences of the shipped documents' words in chance order,
// which are of the same length and as frequent in their words, but say nothing.
import { Console } from 'node:console';
import { Checker } from '../../src/check/check.ts';
import { Wording, wordingPart } from '../../src/check/words/wording.ts';
import type { Document } from '../../src/corpus/document.ts';
import { emptyDossier } from '../../src/corpus/dossier.ts';
import { readCollection } from '../../src/corpus/files/collection.ts';
import { type Passage, passagesOf } from '../../src/corpus/passages.ts';
import { Chance } from '../eval/chance.ts';
import { Maker } from '../eval/made-quotations.ts';
import { processorWatch } from '../processor-time.ts';

const mostPassages = 10_000;
const checks = 2_000;

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const passages = words[0] === undefined ? await madePassages() : await firstPassages(words[0]);
const byDocument = Map.groupBy(passages, ({ document }) => document);
const checker = new Checker({
  wording: new Wording([wordingPart(passages)]),
  dossier: emptyDossier,
  passagesOf: (document) => byDocument.get(document) ?? [],
  statementsOf: () => [],
});

const maker = new Maker(passages, 1);
const quotations = [...maker.altered(checks / 2), ...maker.faithful(checks / 4)].map(({ text }) => text);
// Words that stand in no order that the sources have: nothing is found, after everything was looked at.
const strangers = quotations.slice(0, checks / 4).map((text) => text.split(' ').toReversed().join(' '));

const before = performance.now();
checker.check('The words are read with the first check.');
const read = performance.now() - before;
const processor: number[] = [];
const times = [...quotations, ...strangers].map((text) => {
  const taken = processorWatch();
  const began = performance.now();
  checker.check(text);
  const took = performance.now() - began;
  processor.push(taken());
  return took;
});
const figures = {
  passages: passages.length,
  checks: times.length,
  readMs: Math.round(read),
  p50Ms: at(times, 0.5),
  p99Ms: at(times, 0.99),
  longestMs: at(times, 1),
  p99ProcessorMs: at(processor, 0.99),
};
if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(figures)}\n`);
else new Console(process.stdout).table([figures]);

function at(all: readonly number[], share: number): number {
  const sorted = all.toSorted((a, b) => a - b);
  return Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toPrecision(3));
}

async function firstPassages(path: string): Promise<Passage[]> {
  return (await readCollection(path)).passages.slice(0, mostPassages);
}

async function madePassages(): Promise<Passage[]> {
  const shipped = await readCollection('corpus');
  const chance = new Chance(1);
  const all = shipped.passages.flatMap(({ text }) => text.split(/\s+/u));
  return Array.from({ length: mostPassages / 20 }, (_, index): Passage[] => {
    const paragraphs = Array.from({ length: 20 }, () =>
      Array.from({ length: 40 }, () => chance.of(all)).join(' '),
    );
    const document: Document = {
      ...{ id: `made-${index}`, title: undefined, kind: 'transcript', language: 'en', status: 'current' },
      ...{ file: 'made', text: paragraphs.join('\n\n') },
    };
    return passagesOf(document, { headings: false });
  }).flat();
}
