// Problems are told once: an editor saves in several steps, and each of them is read.
import { describeProblem, type Problem } from '../../common/errors.ts';

/** Of a list that comes anew with every reading, the lines that were not in the last one; each once. */
export function newOnly(): (problems: readonly Problem[]) => string[] {
  let last = new Set<string>();
  return (problems) => {
    const lines = new Set(problems.map((problem) => describeProblem(problem)));
    const fresh = [...lines].filter((line) => !last.has(line));
    last = lines;
    return fresh;
  };
}
