// How the learned weights are written down as src/search/ranking/weights.ts.
import type { SearchWeights } from '../../src/search/answer.ts';

export function weightsFile(weights: SearchWeights, threshold: number): string {
  return `// What each kind of evidence is worth. Learned: \`npm run train\` writes this file, so change the script, not this.
// The evidence is named and explained in evidence.ts, rank.ts and lexical-reader.ts.
import type { SearchWeights } from './answer.ts';

/**
 * From this on the lexical reader's first passage is given as the answer: of the questions on the subject of rooms nobody learned
 * from that have no answer ${SILENT * 100} in a hundred are met with silence.
 */
export const THRESHOLD = ${threshold};

export const WEIGHTS: SearchWeights = {
${table('sentence', weights.sentence)}
${table('passage', weights.passage)}
${table('answers', weights.answers)}
};
`;
}

/** The share of unanswerable questions on the subject that is to be met with silence. */
export const SILENT = 0.88;

function table(name: string, values: Readonly<Record<string, number>>): string {
  const rows = Object.entries(values).map(
    ([key, value]) => `    ${key}: ${Math.round(value * 1000) / 1000},`,
  );
  return `  ${name}: {\n${rows.join('\n')}\n  },`;
}
