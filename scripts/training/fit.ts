// The two fits behind the weights: a choice among several (which sentence, which passage) and a yes or no (answered or not).
// No chance in either, so the same data give the same weights.

export type Row = Readonly<Record<string, number>>;

export interface Choice {
  readonly options: readonly Row[];
  /** Indices of the right options. */
  readonly right: ReadonlySet<number>;
  /** How much the choice counts. */
  readonly worth: number;
}

/**
 * Conditional logit (McFadden 1974; ListNet's top-one loss): the right options should win the softmax. A small penalty, since
 * twenty weights over two thousand choices hardly overfit: 1e-3 and 1e-4 differ by half a point of top-1, in favour of 1e-4.
 */
export function fitChoice(choices: readonly Choice[], names: readonly string[], l2 = 1e-4, rounds = 500): number[] {
  const data = choices.map(({ options, right, worth }) => ({
    rows: options.map((option) => Float64Array.from(names, (name) => option[name] ?? 0)),
    right,
    worth,
  }));
  const total = data.reduce((sum, { worth }) => sum + worth, 0);
  const w = new Float64Array(names.length);
  const first = new Float64Array(w.length);
  const second = new Float64Array(w.length);
  for (let round = 1; round <= rounds; round += 1) {
    const gradient = w.map((value) => -l2 * value);
    for (const { rows, right, worth } of data) pull(rows, right, worth / total, w, gradient);
    // Adam (Kingma & Ba 2015) with its usual constants; steps of 0.05 settle within the rounds.
    gradient.forEach((g, k) => {
      first[k] = 0.9 * (first[k] ?? 0) + 0.1 * g;
      second[k] = 0.999 * (second[k] ?? 0) + 0.001 * g * g;
      const step = (first[k] ?? 0) / (1 - 0.9 ** round) / (Math.sqrt((second[k] ?? 0) / (1 - 0.999 ** round)) + 1e-8);
      w[k] = (w[k] ?? 0) + 0.05 * step;
    });
  }
  return [...w];
}

function pull(rows: readonly Float64Array[], right: ReadonlySet<number>, worth: number, w: Float64Array, gradient: Float64Array): void {
  const scores = rows.map((row) => dot(row, w));
  const top = Math.max(...scores);
  const odds = scores.map((score) => Math.exp(score - top));
  const all = odds.reduce((sum, value) => sum + value, 0);
  let good = 0;
  for (const at of right) good += odds[at] ?? 0;
  if (good === 0) return;
  rows.forEach((row, at) => {
    const share = ((right.has(at) ? (odds[at] ?? 0) / good : 0) - (odds[at] ?? 0) / all) * worth;
    row.forEach((value, k) => {
      gradient[k] = (gradient[k] ?? 0) + share * value;
    });
  });
}

export interface Judged {
  readonly row: Row;
  readonly yes: boolean;
  readonly worth: number;
}

/** Logistic regression by Newton's method; `bias`, 1 in each row, goes unpunished. Twelve steps are past convergence. */
export function fitLogistic(judged: readonly Judged[], names: readonly string[], l2 = 1e-3, steps = 12): number[] {
  const rows = judged.map(({ row }) => Float64Array.from(names, (name) => row[name] ?? 0));
  const total = judged.reduce((sum, { worth }) => sum + worth, 0);
  const size = names.length;
  const punished = names.map((name) => (name === 'bias' ? 1e-9 : l2));
  const w = new Float64Array(size);
  for (let step = 0; step < steps; step += 1) {
    const gradient = Float64Array.from(w, (value, k) => (punished[k] ?? 0) * value);
    const hessian = Array.from({ length: size }, (_, k) => Float64Array.from({ length: size }, (_, j) => (k === j ? (punished[k] ?? 0) : 0)));
    judged.forEach(({ yes, worth }, at) => {
      const row = rows[at] ?? new Float64Array(size);
      const p = 1 / (1 + Math.exp(-dot(row, w)));
      const share = worth / total;
      row.forEach((value, k) => {
        if (value === 0) return;
        gradient[k] = (gradient[k] ?? 0) + share * (p - (yes ? 1 : 0)) * value;
        const line = hessian[k] ?? new Float64Array(size);
        const part = share * p * (1 - p) * value;
        for (let j = 0; j < size; j += 1) line[j] = (line[j] ?? 0) + part * (row[j] ?? 0);
      });
    });
    solve(hessian, gradient).forEach((value, k) => {
      w[k] = (w[k] ?? 0) - value;
    });
  }
  return [...w];
}

/** Gauss-Jordan with pivoting; the matrix is positive definite by its penalty. */
function solve(matrix: Float64Array[], right: Float64Array): number[] {
  const rows = matrix.map((line, at) => Float64Array.from([...line, right[at] ?? 0]));
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let at = column; at < size; at += 1) if (Math.abs(rows[at]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = at;
    const line = rows[pivot] ?? new Float64Array(size + 1);
    rows[pivot] = rows[column] ?? line;
    rows[column] = line;
    const head = line[column] ?? 1;
    for (let j = column; j <= size; j += 1) line[j] = (line[j] ?? 0) / head;
    rows.forEach((other, at) => {
      const factor = other[column] ?? 0;
      if (at === column || factor === 0) return;
      for (let j = column; j <= size; j += 1) other[j] = (other[j] ?? 0) - factor * (line[j] ?? 0);
    });
  }
  return rows.map((line) => line[size] ?? 0);
}

const dot = (row: Float64Array, w: Float64Array): number => {
  let sum = 0;
  for (let k = 0; k < row.length; k += 1) sum += (row[k] ?? 0) * (w[k] ?? 0);
  return sum;
};

/** Weights by name, to three decimals: more would only pretend. */
export const named = <Name extends string>(names: readonly Name[], values: readonly number[]): Record<Name, number> => {
  const found: Partial<Record<Name, number>> = {};
  names.forEach((name, k) => {
    found[name] = Math.round((values[k] ?? 0) * 1000) / 1000;
  });
  return found as Record<Name, number>;
};
