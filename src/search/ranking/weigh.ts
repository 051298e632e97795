// Evidence times weights, summed: all that the learned part of the search does, so that each figure can be read off.

export function weigh<Name extends string>(
  evidence: Readonly<Record<Name, number>>,
  weights: Readonly<Record<Name, number>>,
): number {
  let sum = 0;
  for (const name in weights) sum += (evidence[name] ?? 0) * weights[name];
  return sum;
}

export const logistic = (value: number): number => 1 / (1 + Math.exp(-value));
