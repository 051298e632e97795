// The two fits behind the weights: a choice among several (which sentence, which passage) and a yes or no (answered or not).
// No chance in either, so the same data give the same weights.

/** Evidence by name; a name it lacks counts 0. */
export type Row = Readonly<Record<string, number>>;

export interface Choice {
  readonly options: readonly Row[];
  /** Indices of the right options. */
  readonly right: ReadonlySet<number>;
  /** How much the choice counts. */
  readonly worth: number;
}

/**
 * Conditional logit (McFadden 1974; ListNet's top-one loss) by Newton's method: the right options should win the softmax. Returns
 * one weight a name, in their order. A small penalty, since ten weights over thousands of choices hardly overfit.
 */
export function fitChoice(
  choices: readonly Choice[],
  names: readonly string[],
  l2 = 1e-4,
  steps = 10,
): number[] {
  const data = choices.map(({ options, right, worth }) => ({
    rows: options.map((option) => vectorOf(option, names)),
    right,
    worth,
  }));
  const total = data.reduce((sum, { worth }) => sum + worth, 0);
  const penalties = new Float64Array(names.length).fill(l2);
  const weights = new Float64Array(names.length);
  for (let step = 0; step < steps; step += 1) {
    const gradient = weights.map((value, k) => (penalties[k] ?? 0) * value);
    const hessian = diagonal(penalties);
    for (const { rows, right, worth } of data) pull(rows, right, worth / total, weights, gradient, hessian);
    descend(weights, gradient, hessian);
  }
  return [...weights];
}

/** Adds to slope and curvature what one choice asks for: towards its right options, away from those that win by now. */
function pull(
  rows: readonly Float64Array[],
  right: ReadonlySet<number>,
  worth: number,
  weights: Float64Array,
  gradient: Float64Array,
  hessian: readonly Float64Array[],
): void {
  const scores = rows.map((row) => dot(row, weights));
  const top = Math.max(...scores);
  const odds = scores.map((score) => Math.exp(score - top));
  const all = odds.reduce((sum, value) => sum + value, 0);
  let good = 0;
  for (const at of right) good += odds[at] ?? 0;
  if (good === 0) return;
  const mean = new Float64Array(weights.length);
  rows.forEach((row, at) => {
    const odd = (odds[at] ?? 0) / all;
    bend(row, worth * (odd - (right.has(at) ? (odds[at] ?? 0) / good : 0)), worth * odd, gradient, hessian);
    for (let k = 0; k < row.length; k += 1) mean[k] = (mean[k] ?? 0) + odd * (row[k] ?? 0);
  });
  // The curvature is the spread of the options around their mean.
  bend(mean, 0, -worth, gradient, hessian);
}

/** One step of Newton's method. */
function descend(weights: Float64Array, gradient: Float64Array, hessian: readonly Float64Array[]): void {
  solve(hessian, gradient).forEach((value, k) => {
    weights[k] = (weights[k] ?? 0) - value;
  });
}

export interface Judged {
  readonly row: Row;
  readonly yes: boolean;
  /** How much the judgement counts. */
  readonly worth: number;
}

/**
 * Logistic regression by Newton's method; `bias`, 1 in each row, goes unpunished but for what keeps the matrix definite.
 * Returns one weight a name, in their order. Twelve steps are past convergence.
 */
export function fitLogistic(
  judged: readonly Judged[],
  names: readonly string[],
  l2 = 1e-3,
  steps = 12,
): number[] {
  const data = judged.map(({ row, yes, worth }) => ({ row: vectorOf(row, names), yes, worth }));
  const total = judged.reduce((sum, { worth }) => sum + worth, 0);
  const penalties = Float64Array.from(names, (name) => (name === 'bias' ? 1e-9 : l2));
  const weights = new Float64Array(names.length);
  for (let step = 0; step < steps; step += 1) {
    const gradient = weights.map((value, k) => (penalties[k] ?? 0) * value);
    const hessian = diagonal(penalties);
    for (const { row, yes, worth } of data) {
      const p = 1 / (1 + Math.exp(-dot(row, weights)));
      const share = worth / total;
      bend(row, share * (p - (yes ? 1 : 0)), share * p * (1 - p), gradient, hessian);
    }
    descend(weights, gradient, hessian);
  }
  return [...weights];
}

/** Adds one row's slope to the gradient and its curvature to the Hessian. */
function bend(
  row: Float64Array,
  slope: number,
  curvature: number,
  gradient: Float64Array,
  hessian: readonly Float64Array[],
): void {
  row.forEach((value, k) => {
    const line = hessian[k];
    if (value === 0 || !line) return;
    gradient[k] = (gradient[k] ?? 0) + slope * value;
    const part = curvature * value;
    for (let j = 0; j < row.length; j += 1) line[j] = (line[j] ?? 0) + part * (row[j] ?? 0);
  });
}

function diagonal(values: Float64Array): Float64Array[] {
  return Array.from(values, (value, k) => {
    const line = new Float64Array(values.length);
    line[k] = value;
    return line;
  });
}

/** Gauss-Jordan with pivoting; the matrix is positive definite by its penalty. */
function solve(matrix: readonly Float64Array[], right: Float64Array): number[] {
  const rows = matrix.map((line, at) => Float64Array.from([...line, right[at] ?? 0]));
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    const pivot = pivotOf(rows, column);
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

/** The row, from the diagonal down, that is largest in the column: dividing by it loses least. */
function pivotOf(rows: readonly Float64Array[], column: number): number {
  const sizeAt = (at: number): number => Math.abs(rows[at]?.[column] ?? 0);
  let pivot = column;
  for (let at = column; at < rows.length; at += 1) if (sizeAt(at) > sizeAt(pivot)) pivot = at;
  return pivot;
}

function vectorOf(row: Row, names: readonly string[]): Float64Array {
  return Float64Array.from(names, (name) => row[name] ?? 0);
}

function dot(row: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < row.length; k += 1) sum += (row[k] ?? 0) * (weights[k] ?? 0);
  return sum;
}

/** Weights by name, to three decimals: more would only pretend. `values` stand in the order of `names`. */
export function named<Name extends string>(
  names: readonly Name[],
  values: readonly number[],
): Record<Name, number> {
  const found: Partial<Record<Name, number>> = {};
  names.forEach((name, k) => {
    found[name] = Math.round((values[k] ?? 0) * 1000) / 1000;
  });
  if (!isWhole(found, names)) throw new Error(`training/fit: no weight was found for one of ${names}`);
  return found;
}

/** Only tells the compiler what the loop above has done. */
function isWhole<Name extends string>(
  found: Partial<Record<Name, number>>,
  names: readonly Name[],
): found is Record<Name, number> {
  return names.every((name) => found[name] !== undefined);
}
