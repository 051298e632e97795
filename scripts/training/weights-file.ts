// How the learned weights are written down as src/search/weights.ts.
import { THRESHOLD } from '../../src/search/weights.ts';
import type { Weights } from './scenes.ts';

export function weightsFile(weights: Weights): string {
  return `// What each kind of evidence is worth. Learned: \`npm run train\` writes this file, so change the script, not this.
// The evidence is named and explained in evidence.ts, rank.ts, confidence-evidence.ts, structure.ts, roles.ts, twists.ts, swaps.ts, particulars.ts and demands.ts.
import type { ConfidenceEvidence } from './confidence-evidence.ts';
import type { SentenceEvidence } from './evidence.ts';
import type { PassageEvidence } from './rank.ts';

/**
 * From this confidence on the first passage is given as the answer. Chosen on cross-validated figures (DESIGN.md, "Ranking and silence"):
 * lower gives more answers and more wrong ones.
 */
export const THRESHOLD = ${THRESHOLD};

${table('SENTENCE_WEIGHTS', 'SentenceEvidence', weights.sentence)}
${table('PASSAGE_WEIGHTS', 'PassageEvidence', weights.passage)}
${table('TOPIC_WEIGHTS', 'ConfidenceEvidence', weights.topic)}
${table('STATEMENT_WEIGHTS', 'ConfidenceEvidence', weights.statement)}
export const WEIGHTS = {
  sentence: SENTENCE_WEIGHTS,
  passage: PASSAGE_WEIGHTS,
  topic: TOPIC_WEIGHTS,
  statement: STATEMENT_WEIGHTS,
};
`;
}

function table(name: string, type: string, values: object): string {
  const rows = Object.entries(values).map(([key, value]) => `  ${key}: ${value},`);
  return `export const ${name}: ${type} = {\n${rows.join('\n')}\n};\n`;
}
