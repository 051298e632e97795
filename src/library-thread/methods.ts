// How each thing that may be asked of a library is done, and what must be read before.
import { type Library, type Read, readings } from '../library.ts';
import type { Method, Methods } from './messages.ts';

/** `typing`: somebody looks at it while they type. */
interface Rule {
  readonly reads: readonly Read[];
  readonly typing?: true;
}

const nothing: Rule = { reads: [] };
const quotations: Rule = { reads: ['quotations'] };
const checks: Rule = { reads: ['checks'] };
const questions: Rule = { reads: ['questions'] };
/** Whom the documents name, and which of them do. */
const people: Rule = { reads: ['questions', 'people'] };
/** What nothing is found for as it is typed is looked for like a question. */
const typed: Rule = { reads: ['quotations', 'questions'], typing: true };

export const rules: Readonly<Record<Method, Rule>> = {
  hints: questions,
  ask: questions,
  findQuote: quotations,
  cite: nothing,
  document: nothing,
  statementsOf: nothing,
  said: nothing,
  check: checks,
  checkText: { reads: ['checks', 'questions', 'people'] },
  quotationsIn: nothing,
  vectors: questions,
  prepare: { reads: readings },
  ready: questions,
  'suggest.quotations': typed,
  'suggest.passages': typed,
  'suggest.documents': { ...nothing, typing: true },
  'names.list': people,
  'names.called': people,
  'names.suggest': { ...people, typing: true },
  'names.outcomes': people,
  'names.tried': people,
  'positions.who': people,
  'positions.called': people,
  'positions.position': people,
  'positions.proposalNamed': nothing,
  'positions.proposal': questions,
  'positions.statementNamed': nothing,
  'positions.sectionsNamed': nothing,
  'positions.jointStatement': nothing,
  'positions.saidBy': people,
  'positions.suggest.who': { ...people, typing: true },
  'positions.suggest.topics': { ...people, typing: true },
  'positions.suggest.proposals': { ...nothing, typing: true },
  'positions.suggest.statements': { ...nothing, typing: true },
  'positions.suggest.sections': { ...nothing, typing: true },
  'positions.suggest.quotations': { ...people, typing: true },
};

/** What must be read before a method; who is said to have said a quotation is looked for among all people. */
export function readsOf(method: Method, given: unknown): readonly Read[] {
  if (method !== 'check') return rules[method].reads;
  const [, options] = given as Parameters<Methods['check']>;
  return options?.speaker?.trim() ? ['checks', ...people.reads] : rules.check.reads;
}

/** `goesOn` is told when a call that takes long goes on. */
export function methodsOf(library: Library, signal: AbortSignal, goesOn: () => void): Methods {
  const { positions, suggest, names } = library;
  return {
    hints: library.hints,
    ask: (question, of) => library.ask(question, { signal, of }),
    findQuote: library.findQuote,
    cite: library.cite,
    document: library.document,
    statementsOf: library.statementsOf,
    said: library.said,
    check: library.check,
    checkText: (text) => library.checkText(text, { signal, told: goesOn }),
    quotationsIn: library.quotationsIn,
    vectors: library.vectors,
    prepare: library.prepare,
    ready: async () => undefined,
    'suggest.quotations': suggest.quotations,
    'suggest.passages': suggest.passages,
    'suggest.documents': suggest.documents,
    'names.list': names.list,
    'names.called': names.called,
    'names.suggest': names.suggest,
    'names.outcomes': names.outcomes,
    'names.tried': names.tried,
    'positions.who': positions.who,
    'positions.called': positions.called,
    'positions.position': positions.position,
    'positions.proposalNamed': positions.proposalNamed,
    'positions.proposal': positions.proposal,
    'positions.statementNamed': positions.statementNamed,
    'positions.sectionsNamed': positions.sectionsNamed,
    'positions.jointStatement': positions.jointStatement,
    'positions.saidBy': positions.saidBy,
    'positions.suggest.who': positions.suggest.who,
    'positions.suggest.topics': positions.suggest.topics,
    'positions.suggest.proposals': positions.suggest.proposals,
    'positions.suggest.statements': positions.suggest.statements,
    'positions.suggest.sections': positions.suggest.sections,
    'positions.suggest.quotations': positions.suggest.quotations,
  };
}
