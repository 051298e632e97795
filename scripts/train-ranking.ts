// Learns src/search/weights.ts: npm run train -- ENCYCLOPEDIA [--cross-validate]
// ENCYCLOPEDIA is a folder with corpus.jsonl and questions.jsonl (SQuAD 2.0 in the form that `npm run eval` reads). With
// --confidence-only keeps the weights of sentences and passages as they are, which takes a tenth of the time. With
// --cross-validate it learns once for each article, without it and without a fifth of the questions on the talks, asks
// those, and prints the figures of all together; nothing is written then. No chance is in it: equal data give equal weights.
import { writeFile } from 'node:fs/promises';
import { confidenceOf } from '../src/search/confidence.ts';
import {
  CONFIDENCE_EVIDENCE,
  type ConfidenceEvidence,
  confidenceEvidence,
} from '../src/search/confidence-evidence.ts';
import { SENTENCE_EVIDENCE } from '../src/search/evidence.ts';
import { PASSAGE_EVIDENCE } from '../src/search/rank.ts';
import { THRESHOLD, WEIGHTS } from '../src/search/weights.ts';
import { auroc, mean, share } from '../tests/eval/measures.ts';
import { type Choice, fitChoice, fitLogistic, type Judged, named } from './training/fit.ts';
import {
  folds,
  openScenes,
  type Scene,
  type SceneQuestion,
  type SetName,
  type Weights,
} from './training/scenes.ts';
import { weightsFile } from './training/weights-file.ts';

type Wanted = (question: SceneQuestion) => boolean;
type Worth = Partial<Record<SetName, number>>;

/** Passage and sentence choices are learned from the sets with answers; those on the talks are few and count four times each. */
const choiceWorth: Worth = { 'enc+': 1, 'one+': 1, 'own+': 4 };

/**
 * Total worth of each set for the topic: left-out documents against present ones, on large and small corpora. The left-out ones
 * count two fifths more: an answer off the subject is the worse error, and at 1 both kinds were told less well.
 */
const topicYes: Worth = { 'enc+': 1, 'one+': 0.3, 'own+': 0.3, encAdv: 0.5, oneAdv: 0.2 };
const topicNo: Worth = { encOut: 1.4, oneOut: 0.4, ownOff: 0.3 };

/**
 * For the statement: the adversarial questions count two fifths of the answerable ones, since readers ask to find out and
 * hardly ever to mislead; those on the talks stand for the readers and count more than the encyclopedia.
 */
const statementYes: Worth = { 'enc+': 3, 'one+': 0.6, 'own+': 5 };
const statementNo: Worth = { encAdv: 1.2, oneAdv: 0.24, 'own-': 5 };

/** Much of what tells against a statement is rare ("not" where the sentence has none), and a greater penalty would hush it. */
const statementPenalty = 3e-4;

/** Thresholds to print figures for, so that the one in weights-file.ts can be chosen. */
const thresholds = [0.1, 0.12, 0.15, 0.2, 0.25];

const [encyclopedia = ''] = process.argv.slice(2);
const confidenceOnly = process.argv.includes('--confidence-only');
const weights: Weights = { ...WEIGHTS };
/** What was found for each question, kept while the ranking stays as it is. */
const kept = new Map<SceneQuestion, Omit<EvidenceRow, 'confidence'>>();
const scenes = await openScenes(weights, encyclopedia);

if (process.argv.includes('--cross-validate')) {
  const articles = [...new Set(scenes[0]?.questions.map(({ group }) => group))];
  const rows = articles.flatMap((article, fold) => {
    const held: Wanted = ({ group }) => group === article || (fold < folds && group === `own${fold}`);
    learn(held);
    return evidenceRows(held);
  });
  report(rows);
  if (process.argv.includes('--show-errors')) showErrors(rows);
} else {
  learn(() => false);
  await writeFile(new URL('../src/search/weights.ts', import.meta.url), weightsFile(weights));
}

function learn(held: Wanted): void {
  if (!confidenceOnly) {
    weights.sentence = named(SENTENCE_EVIDENCE, fitChoice(sentenceChoices(held), SENTENCE_EVIDENCE));
    weights.passage = named(PASSAGE_EVIDENCE, fitChoice(passageChoices(held), PASSAGE_EVIDENCE));
  }
  const rows = evidenceRows((question) => !held(question));
  weights.topic = named(
    CONFIDENCE_EVIDENCE,
    fitLogistic(judged(rows, topicYes, topicNo), CONFIDENCE_EVIDENCE),
  );
  weights.statement = named(
    CONFIDENCE_EVIDENCE,
    fitLogistic(judged(rows, statementYes, statementNo), CONFIDENCE_EVIDENCE, statementPenalty),
  );
}

/** A set's worth is shared by its questions. */
function judged(rows: readonly EvidenceRow[], yes: Worth, no: Worth): Judged[] {
  const sizes = new Map<SetName, number>();
  for (const { set } of rows) sizes.set(set, (sizes.get(set) ?? 0) + 1);
  return rows.flatMap(({ set, row }) => {
    const worth = yes[set] ?? no[set];
    return worth === undefined || !row
      ? []
      : [{ row, yes: set in yes, worth: worth / (sizes.get(set) ?? 1) }];
  });
}

function* each(wanted: Wanted): Generator<{ scene: Scene; question: SceneQuestion }> {
  for (const scene of scenes) {
    for (const question of scene.questions) if (wanted(question)) yield { scene, question };
  }
}

function sentenceChoices(held: Wanted): Choice[] {
  const choices: Choice[] = [];
  for (const { scene, question } of each((one) => one.set === 'enc+' && !held(one))) {
    for (const { index, sentences } of scene.search.explain(question.text).ranked) {
      const right = question.sentences.get(index);
      if (right && right.size > 0)
        choices.push({ options: sentences.map(({ evidence }) => evidence), right, worth: 1 });
    }
  }
  return choices;
}

function passageChoices(held: Wanted): Choice[] {
  const choices: Choice[] = [];
  for (const { scene, question } of each((one) => choiceWorth[one.set] !== undefined && !held(one))) {
    const { ranked } = scene.search.explain(question.text);
    const right = new Set(ranked.flatMap(({ index }, at) => (question.gold.has(index) ? [at] : [])));
    const worth = choiceWorth[question.set] ?? 0;
    if (right.size > 0) choices.push({ options: ranked.map(({ evidence }) => evidence), right, worth });
  }
  return choices;
}

interface EvidenceRow {
  readonly set: SetName;
  readonly text: string;
  readonly row: ConfidenceEvidence | undefined;
  readonly confidence: number;
  /** Place of the first right passage, -1 for none. */
  readonly place: number;
  readonly sentenceRight: boolean;
}

function evidenceRows(wanted: Wanted): EvidenceRow[] {
  return [...each(wanted)].map(({ scene, question }) => {
    const found = (confidenceOnly && kept.get(question)) || evidenceRow(scene, question);
    kept.set(question, found);
    return { ...found, confidence: found.row ? confidenceOf(found.row, weights) : 0 };
  });
}

function evidenceRow(scene: Scene, asked: SceneQuestion): Omit<EvidenceRow, 'confidence'> {
  const { question, ranked } = scene.search.explain(asked.text);
  const [top] = ranked;
  const read = top && scene.search.read[top.index];
  return {
    set: asked.set,
    text: asked.text,
    row: read && confidenceEvidence(question, ranked, read),
    place: ranked.findIndex(({ index }) => asked.gold.has(index)),
    sentenceRight: top !== undefined && (asked.sentences.get(top.index)?.has(top.best) ?? false),
  };
}

function report(rows: readonly EvidenceRow[]): void {
  const say = (text: string): void => void process.stdout.write(`${text}\n`);
  const of = (set: SetName): EvidenceRow[] => rows.filter((row) => row.set === set);
  for (const set of ['enc+', 'one+', 'own+'] as const) {
    const all = of(set);
    const right = all.filter(({ place }) => place === 0);
    say(
      `${set} (${all.length}) top-1 ${digits(share(all, ({ place }) => place === 0))} top-5 ${digits(share(all, ({ place }) => place >= 0 && place < 5))} MRR ${digits(mean(all.map(({ place }) => (place < 0 ? 0 : 1 / (place + 1)))))} sentence ${digits(share(right, ({ sentenceRight }) => sentenceRight))}`,
    );
  }
  const pairs = [
    ['enc+', 'encOut'],
    ['enc+', 'encAdv'],
    ['one+', 'oneOut'],
    ['one+', 'oneAdv'],
    ['own+', 'own-'],
    ['own+', 'ownOff'],
  ] as const;
  for (const [yes, no] of pairs) {
    const values = (set: SetName): number[] => of(set).map(({ confidence }) => confidence);
    say(`${yes} against ${no}: AUROC ${digits(auroc(values(yes), values(no)) ?? 0)}`);
    for (const threshold of thresholds) {
      const answered = share(of(yes), ({ confidence }) => confidence >= threshold);
      const right = share(of(yes), ({ confidence, place }) => place === 0 && confidence >= threshold);
      const silent = share(of(no), ({ confidence }) => confidence < threshold);
      say(
        `  from ${threshold}: answered ${digits(answered)} right and answered ${digits(right)} silent ${digits(silent)} balanced ${digits((answered + silent) / 2)}`,
      );
    }
  }
}

/** The questions on the talks that went wrong, the surest first. */
function showErrors(rows: readonly EvidenceRow[]): void {
  const sorted = [...rows].sort((a, b) => b.confidence - a.confidence);
  for (const { set, text, place, confidence } of sorted) {
    const wrong = set === 'own-' ? confidence >= THRESHOLD : place !== 0 || confidence < THRESHOLD;
    if (set.startsWith('own') && set !== 'ownOff' && wrong) {
      process.stdout.write(`${digits(confidence)} ${set} ${place}  ${text}\n`);
    }
  }
}

function digits(value: number): string {
  return value.toFixed(3);
}
