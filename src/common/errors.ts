// The two kinds of failure that are not bugs: a refusal with text fit to show, and a problem in what an operator wrote.
import { inEnglish, type Message, type Translate } from '../messages/messages.ts';

/** A refusal: its message is fit to show to whoever asked, in their language. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly told: Message;

  constructor(told: Message, options?: ErrorOptions) {
    super(inEnglish(told.key, told.values), options);
    this.told = told;
  }
}

/** A refusal of how a program was called, or of a request without anything in it: nothing was looked for. */
export class UsageError extends UserError {}

/** A refusal because a name fits several: where there is a conversation one of them can be chosen. */
export class SeveralError extends UserError {
  readonly typed: string;
  readonly names: readonly string[];

  constructor(
    told: Message,
    { typed, names }: { readonly typed: string; readonly names: readonly string[] },
  ) {
    super(told);
    this.typed = typed;
    this.names = names;
  }
}

/** Where something is wrong: a file, and in it a line (from 1) where that is known. */
export interface Place {
  readonly file: string;
  readonly line?: number;
}

/** Something wrong in what an operator wrote: where, what, the value and the remedy, as one line. */
export interface Problem {
  readonly place: Place;
  readonly message: Message;
  readonly cause?: unknown;
}

/** `corpus/rules.md:3: front matter: "title" is missing; …` in the reader's language. */
export function describeProblem(problem: Problem, translate: Translate = inEnglish): string {
  const { file, line } = problem.place;
  return `${line === undefined ? file : `${file}:${line}`}: ${translate(problem.message.key, problem.message.values)}`;
}

/** Thrown where nothing can run: the corpus, the dossier or the settings are unusable. One line a problem. */
export class ProblemsError extends Error {
  override readonly name = 'ProblemsError';
  readonly problems: readonly Problem[];
  /** How many more there are, of which nobody wants to read here. */
  readonly left: number;

  constructor(problems: readonly Problem[], left = 0) {
    super(problems.map((problem) => describeProblem(problem)).join('\n'), {
      cause: problems.find((problem) => problem.cause !== undefined)?.cause,
    });
    this.problems = problems;
    this.left = left;
  }
}
