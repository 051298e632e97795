// Learns src/search/weights.ts: npm run train -- FOLDER… [--cross-validate] [--without NAME,NAME] [--show-errors]
// A FOLDER is an encyclopedia (corpus.jsonl and questions.jsonl: SQuAD 2.0 in the form that `npm run eval` reads) or rooms
// (rooms.jsonl.gz and questions.jsonl.gz, see training/rooms.ts). The threshold is the one at which enough is met with silence in
// rooms left out of the fit. With --cross-validate nothing is written: it learns once for each fold without it, asks its questions,
// and prints the figures of all together; --without leaves evidence out, to see what it is worth. No chance is in it: equal
// data give equal weights.
import { writeFile } from 'node:fs/promises';
import { SENTENCE_EVIDENCE } from '../src/search/evidence.ts';
import { LEXICAL_EVIDENCE, type LexicalEvidence, lexicalEvidence } from '../src/search/lexical-reader.ts';
import { PASSAGE_EVIDENCE } from '../src/search/rank.ts';
import { logistic, weigh } from '../src/search/weigh.ts';
import { WEIGHTS } from '../src/search/weights.ts';
import { quantile } from '../tests/eval/measures.ts';
import { type Choice, fitChoice, fitLogistic, type Judged, named } from './training/fit.ts';
import { report, showErrors, type Told } from './training/report.ts';
import { FOLDS, openScenes, type Scene, type SceneQuestion, type SetName, type Weights } from './training/scenes.ts';
import { SILENT, weightsFile } from './training/weights-file.ts';

type Worth = Partial<Record<SetName, number>>;

/** What a choice among passages counts: those of rooms are on many subjects, those of the encyclopedia on six. */
const choiceWorth: Worth = { 'enc+': 1, 'one+': 1, 'room+': 1.5 };

/**
 * The total worth of each set for whether a passage answers; a set's worth is shared by its questions. Rooms stand for the readers
 * and count most. Readers ask to find out and hardly ever to mislead: those made to look answerable count little.
 */
const yes: Worth = { 'enc+': 1, 'one+': 0.3, 'room+': 4 };
const no: Worth = { encAdv: 0.3, oneAdv: 0.1, encOut: 1, oneOut: 0.3, 'room-': 3, roomOff: 1 };

const folders = process.argv.slice(2).filter((each, at, all) => !each.startsWith('--') && all[at - 1] !== '--without');
const without = new Set(process.argv.includes('--without') ? process.argv[process.argv.indexOf('--without') + 1]?.split(',') : []);
const weights: Weights = { ...WEIGHTS };
const scenes = await openScenes(weights, folders);

/** What is read of sentences depends on no weight, so it is kept. */
const sentencesOf = new Map<SceneQuestion, readonly Choice[]>();

const told = Array.from({ length: FOLDS }, (_, fold) => {
  learn(fold);
  return read((question) => question.fold === fold);
}).flat();
const silent = told.filter(({ set }) => set === 'room-').map(({ answers }) => answers);
const threshold = Math.ceil(quantile(silent, SILENT) * 1000) / 1000;
learn(FOLDS);
// The shipped talks are in no fold: the weights learned from all are asked.
const all = [...told, ...read(({ fold }) => fold < 0)];

if (process.argv.includes('--cross-validate')) {
  report(all, threshold);
  if (process.argv.includes('--show-errors')) showErrors(all, threshold);
} else {
  await writeFile(new URL('../src/search/weights.ts', import.meta.url), weightsFile(weights, threshold));
}

/** Learns all weights from all folds but one. */
function learn(held: number): void {
  const names = <Name extends string>(all: readonly Name[], values: (names: readonly Name[]) => number[]) => {
    const kept = all.filter((name) => !without.has(name));
    const found = new Map(values(kept).map((value, at) => [kept[at], value]));
    return named(all, all.map((name) => found.get(name) ?? 0));
  };
  weights.sentence = names(SENTENCE_EVIDENCE, (kept) => fitChoice(sentenceChoices(held), kept));
  weights.passage = names(PASSAGE_EVIDENCE, (kept) => fitChoice(passageChoices(held), kept));
  weights.answers = names(LEXICAL_EVIDENCE, (kept) => fitLogistic(judged(held), kept));
}

function* each(wanted: (question: SceneQuestion) => boolean): Generator<{ scene: Scene; question: SceneQuestion }> {
  for (const scene of scenes) {
    for (const question of scene.questions) if (wanted(question)) yield { scene, question };
  }
}

function learned(held: number, worth: Worth): (question: SceneQuestion) => boolean {
  return ({ set, fold }) => fold >= 0 && fold !== held && worth[set] !== undefined;
}

function sentenceChoices(held: number): Choice[] {
  return [...each(learned(held, { 'enc+': 1 }))].flatMap(({ scene, question }) => {
    const choices = sentencesOf.get(question) ?? choicesIn(scene, question);
    sentencesOf.set(question, choices);
    return choices;
  });
}

function choicesIn({ search }: Scene, question: SceneQuestion): Choice[] {
  return search.explain(question.text).ranked.flatMap(({ index, sentences }) => {
    const right = question.sentences.get(index);
    return right && right.size > 0
      ? [{ options: sentences.map(({ evidence }) => evidence), right, worth: 1 }]
      : [];
  });
}

function passageChoices(held: number): Choice[] {
  const choices: Choice[] = [];
  for (const { scene, question } of each(learned(held, choiceWorth))) {
    const { ranked } = scene.search.explain(question.text);
    const right = new Set(ranked.flatMap(({ index }, at) => (question.gold.has(index) ? [at] : [])));
    const worth = choiceWorth[question.set] ?? 0;
    if (right.size > 0) choices.push({ options: ranked.map(({ evidence }) => evidence), right, worth });
  }
  return choices;
}

/** Whether the first passage answers, for each question of all folds but one. */
function judged(held: number): Judged[] {
  const found = [...each(learned(held, { ...yes, ...no }))];
  const sizes = Map.groupBy(found, ({ question }) => question.set);
  return found.flatMap(({ scene, question }) => {
    const row = evidenceOf(scene, question)?.row;
    const worth = (yes[question.set] ?? no[question.set] ?? 0) / (sizes.get(question.set)?.length ?? 1);
    return row ? [{ row, yes: question.set in yes, worth }] : [];
  });
}

function evidenceOf(
  { search }: Scene,
  { text }: SceneQuestion,
): { row: LexicalEvidence; index: number; best: number; order: number[] } | undefined {
  const { question, ranked } = search.explain(text);
  const [top] = ranked;
  const passage = top && search.read[top.index];
  if (!passage) return undefined;
  const row = lexicalEvidence(question, top, ranked, passage);
  return { row, index: top.index, best: top.best, order: ranked.map(({ index }) => index) };
}

function read(wanted: (question: SceneQuestion) => boolean): Told[] {
  return [...each(wanted)].map(({ scene, question }) => {
    const found = evidenceOf(scene, question);
    return {
      set: question.set,
      text: question.text,
      answers: found ? logistic(weigh(found.row, weights.answers)) : 0,
      place: found?.order.findIndex((index) => question.gold.has(index)) ?? -1,
      sentenceRight: found !== undefined && (question.sentences.get(found.index)?.has(found.best) ?? false),
    };
  });
}
