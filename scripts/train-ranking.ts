// Learns src/search/ranking/weights.ts: npm run train -- FOLDER… [--cross-validate] [--without NAME,NAME] [--show-errors]
// A FOLDER is an encyclopedia (corpus.jsonl and questions.jsonl: SQuAD 2.0 in the form that `npm run eval` reads) or rooms
// (tests/eval/rooms.ts, which also says which are kept from learning). The threshold is the one at which enough is met with silence in
// rooms left out of the fit. With --cross-validate nothing is written: it learns once for each fold without it, asks its questions,
// and prints the figures of all together; --without leaves evidence out, to see what it is worth. No chance is in it: equal
// data give equal weights.
import { writeFile } from 'node:fs/promises';
import {
  LEXICAL_EVIDENCE,
  type LexicalEvidence,
  lexicalEvidence,
} from '../src/search/answering/lexical-reader.ts';
import { SENTENCE_EVIDENCE } from '../src/search/ranking/evidence.ts';
import { PASSAGE_EVIDENCE } from '../src/search/ranking/rank.ts';
import { logistic, weigh } from '../src/search/ranking/weigh.ts';
import { WEIGHTS } from '../src/search/ranking/weights.ts';
import { quantile } from '../tests/eval/measures.ts';
import { type Choice, fitChoice, fitLogistic, type Judged, named } from './training/fit.ts';
import { report, showErrors, type Told } from './training/report.ts';
import {
  FOLDS,
  openScenes,
  type Scene,
  type SceneQuestion,
  type SetName,
  type Weights,
} from './training/scenes.ts';
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

const folders = process.argv
  .slice(2)
  .filter((each, at, all) => !each.startsWith('--') && all[at - 1] !== '--without');
const without = new Set(
  process.argv.includes('--without') ? process.argv[process.argv.indexOf('--without') + 1]?.split(',') : [],
);
const weights: Weights = { ...WEIGHTS };
const scenes = await openScenes(weights, folders);

/** A logit as sure as can be told. */
const NOTHING_FOUND = -20;

/** What is read of sentences depends on no weight, so it is kept. */
const sentencesOf = new Map<SceneQuestion, readonly Choice[]>();

/** The evidence about the first passage, kept as long as the ranking stays. */
const firsts = new Map<SceneQuestion, First | undefined>();

// Ranking learns a dozen weights from thousands of choices, so only its figures, and not the threshold, are worth the time to
// learn it once a fold.
const crossValidates = process.argv.includes('--cross-validate');
if (!crossValidates) await learnRanking(FOLDS);
const folded: Unsure[] = [];
for (let fold = 0; fold < FOLDS; fold += 1) {
  if (crossValidates) await learnRanking(fold);
  await learnAnswers(fold);
  folded.push(...(await told((question) => question.fold === fold)));
}
const calibration = calibrationOf(folded);
const silent = folded.filter(({ set }) => set === 'room-').map(({ logit }) => calibrated(logit));
const threshold = Math.ceil(quantile(silent, SILENT) * 1000) / 1000;
if (crossValidates) await learnRanking(FOLDS);
await learnAnswers(FOLDS);

if (crossValidates) {
  // The shipped talks are in no fold: the weights learned from all are asked.
  const all = [...folded, ...(await told(({ fold }) => fold < 0))].map((one) => ({
    ...one,
    answers: calibrated(one.logit),
  }));
  report(all, threshold);
  if (process.argv.includes('--show-errors')) showErrors(all, threshold);
} else {
  for (const name of LEXICAL_EVIDENCE) weights.answers[name] *= calibration.scale;
  weights.answers.bias += calibration.offset;
  await writeFile(
    new URL('../src/search/ranking/weights.ts', import.meta.url),
    weightsFile(weights, threshold),
  );
}

/** Learns from all folds but one. */
async function learnRanking(held: number): Promise<void> {
  const sentences = await sentenceChoices(held);
  weights.sentence = learnedOf(SENTENCE_EVIDENCE, (kept) => fitChoice(sentences, kept));
  const passages = await passageChoices(held);
  weights.passage = learnedOf(PASSAGE_EVIDENCE, (kept) => fitChoice(passages, kept));
  firsts.clear();
}

async function learnAnswers(held: number): Promise<void> {
  const all = await judged(held);
  weights.answers = learnedOf(LEXICAL_EVIDENCE, (kept) => fitLogistic(all, kept));
}

/** Weights by name; 0 for evidence that is left out. */
function learnedOf<Name extends string>(
  all: readonly Name[],
  learn: (kept: readonly Name[]) => number[],
): Record<Name, number> {
  const kept = all.filter((name) => !without.has(name));
  const found = new Map(learn(kept).map((value, at) => [kept[at], value]));
  return named(
    all,
    all.map((name) => found.get(name) ?? 0),
  );
}

/**
 * What makes a probability of the weighed evidence: how often the first passage is right in rooms left out of the fit, where two
 * questions of three have an answer.
 */
function calibrationOf(all: readonly Unsure[]): { scale: number; offset: number } {
  const rows = all
    .filter(({ set }) => set === 'room+' || set === 'room-')
    .map(({ logit, place }) => ({ row: { bias: 1, logit }, yes: place === 0, worth: 1 }));
  const [offset = 0, scale = 1] = fitLogistic(rows, ['bias', 'logit'], 0);
  return { scale, offset };
}

function calibrated(logit: number): number {
  return logistic(calibration.scale * logit + calibration.offset);
}

function* each(
  wanted: (question: SceneQuestion) => boolean,
): Generator<{ scene: Scene; question: SceneQuestion }> {
  for (const scene of scenes) {
    for (const question of scene.questions) if (wanted(question)) yield { scene, question };
  }
}

function learned(held: number, worth: Worth): (question: SceneQuestion) => boolean {
  return ({ set, fold }) => fold >= 0 && fold !== held && worth[set] !== undefined;
}

async function sentenceChoices(held: number): Promise<Choice[]> {
  const all: Choice[] = [];
  for (const { scene, question } of each(learned(held, { 'enc+': 1 }))) {
    const choices = sentencesOf.get(question) ?? (await choicesIn(scene, question));
    sentencesOf.set(question, choices);
    all.push(...choices);
  }
  return all;
}

async function choicesIn({ search }: Scene, question: SceneQuestion): Promise<Choice[]> {
  return (await search.explain(question.text)).ranked.flatMap(({ index, sentences }) => {
    const right = question.sentences.get(index);
    return right && right.size > 0
      ? [{ options: sentences.map(({ evidence }) => evidence), right, worth: 1 }]
      : [];
  });
}

async function passageChoices(held: number): Promise<Choice[]> {
  const choices: Choice[] = [];
  for (const { scene, question } of each(learned(held, choiceWorth))) {
    const { ranked } = await scene.search.explain(question.text);
    const right = new Set(ranked.flatMap(({ index }, at) => (question.gold.has(index) ? [at] : [])));
    const worth = choiceWorth[question.set] ?? 0;
    if (right.size > 0) choices.push({ options: ranked.map(({ evidence }) => evidence), right, worth });
  }
  return choices;
}

/** Whether there is an answer, by the evidence about the first passage, for each question of all folds but one. */
async function judged(held: number): Promise<Judged[]> {
  const found = [...each(learned(held, { ...yes, ...no }))];
  const sizes = Map.groupBy(found, ({ question }) => question.set);
  const all: Judged[] = [];
  for (const { scene, question } of found) {
    const row = (await firstOf(scene, question))?.row;
    const worth = (yes[question.set] ?? no[question.set] ?? 0) / (sizes.get(question.set)?.length ?? 1);
    if (row) all.push({ row, yes: question.set in yes, worth });
  }
  return all;
}

interface First {
  readonly row: LexicalEvidence;
  readonly sentenceRight: boolean;
  readonly place: number;
}

async function firstOf(scene: Scene, question: SceneQuestion): Promise<First | undefined> {
  const known = firsts.has(question) ? firsts.get(question) : await readFirst(scene, question);
  firsts.set(question, known);
  return known;
}

async function readFirst(
  { search }: Scene,
  { text, gold, sentences }: SceneQuestion,
): Promise<First | undefined> {
  const { question, ranked } = await search.explain(text);
  const [top] = ranked;
  const passage = top && search.parts.passages.at(top.index);
  if (!passage) return undefined;
  return {
    row: lexicalEvidence(question, top, ranked, passage),
    sentenceRight: sentences.get(top.index)?.has(top.best) ?? false,
    place: ranked.findIndex(({ index }) => gold.has(index)),
  };
}

type Unsure = Omit<Told, 'answers'> & { readonly logit: number };

async function told(wanted: (question: SceneQuestion) => boolean): Promise<Unsure[]> {
  const all: Unsure[] = [];
  for (const { scene, question } of each(wanted)) {
    const found = await firstOf(scene, question);
    all.push({
      ...{ set: question.set, text: question.text },
      logit: found ? weigh(found.row, weights.answers) : NOTHING_FOUND,
      place: found?.place ?? -1,
      sentenceRight: found?.sentenceRight ?? false,
    });
  }
  return all;
}
