// What is asked for by a name: the party, proposal or joint statement, or the refusal that says which names there are.

import { SeveralError, UserError } from '../common/errors.ts';
import { within } from '../common/typed.ts';
import { shown } from '../common/validation.ts';
import type { Document } from '../corpus/document.ts';
import type { Proposal, StatementSection } from '../corpus/dossier.ts';
import { fold } from '../corpus/text/folding.ts';
import type { Library } from '../library.ts';
import type { MessageKey } from '../messages/messages.ts';
import type { JointShown } from '../positions/joint.ts';
import type { Meant, SaidBy } from '../positions/positions.ts';
import type { Who } from '../positions/who.ts';
import type { QuoteMatch } from '../search/find-quote.ts';
import { isGrammarIn, languages } from '../search/text/language.ts';
import { nearNames } from './near-names.ts';

/** More names than this nobody reads in a refusal; the rest is offered while somebody types. */
const mostListed = 6;

/** The one thing that a name means; refuses a name that means several, or none, with the names that are near or the first there are. */
function theOneNamed<T extends { readonly name: string }>(
  typed: string,
  meant: Meant<T>,
  { all, refusals }: { readonly all: readonly T[]; readonly refusals: Refusals },
): T {
  if (meant.found) return meant.value;
  if (all.length === 0) throw new UserError({ key: refusals.empty });
  if (meant.fits.length > 1) throw severalFit(typed, meant.fits);
  const near = nearNames(
    typed,
    all.map(({ name }) => name),
    { byWord: true },
  );
  if (near.length > 0)
    throw new UserError({ key: 'named.near', values: { typed: shown(typed), names: listed(near) } });
  const names = listed(all.map(({ name }) => name));
  throw new UserError({ key: refusals.none, values: { typed: shown(typed), names } });
}

/** Asks back which of several is meant. */
export function severalFit(typed: string, fits: readonly { readonly name: string }[]): SeveralError {
  const names = fits.map(({ name }) => name);
  const values = { typed: shown(typed), names: listed(names, mostFitting) };
  return new SeveralError({ key: 'named.several', values }, { typed, names });
}

/** One of these is meant, so more of them are told. */
const mostFitting = 30;

function listed(names: readonly string[], most = mostListed): string {
  const all = names.map((name) => shown(name));
  return (all.length > most ? [...all.slice(0, most), '…'] : all).join(', ');
}

/** What is said where a name means nothing, and where there is nothing to be named. */
interface Refusals {
  readonly none: MessageKey;
  readonly empty: MessageKey;
}

const nobody: Refusals = { none: 'who.none', empty: 'who.empty' };
const noProposal: Refusals = { none: 'proposal.none', empty: 'proposal.empty' };
const noStatement: Refusals = { none: 'statement.none', empty: 'statement.empty' };
const noSection: Refusals = { none: 'statement.noSection', empty: 'statement.empty' };

/** The party, person or unnamed source of a name. */
export async function whoNamed(typed: string, { positions }: Library): Promise<Who> {
  const meant = await positions.who(within(typed, 'name'));
  return theOneNamed(typed, meant, { all: meant.found ? [] : await knownOf(positions), refusals: nobody });
}

/** Those of the dossier, and of all others those who are named most. */
async function knownOf({ everybody, suggest }: Library['positions']): Promise<readonly Who[]> {
  const known = new Set(everybody.map(({ id }) => id));
  return [...everybody, ...(await suggest.who('')).filter(({ id }) => !known.has(id))];
}

/** The same, none where there is no name. */
export async function speakerNamed(
  typed: string | null | undefined,
  library: Library,
): Promise<Who | undefined> {
  return typed === null || typed === undefined || typed.trim() === '' ? undefined : whoNamed(typed, library);
}

/** What is said where nothing is proposed: a joint text may stand there for all that. */
export function nothingProposed({ positions }: Library): UserError {
  const [joint] = positions.statements;
  if (!joint) return new UserError({ key: 'proposal.empty' });
  return new UserError({ key: 'proposal.emptyJoint', values: { name: shown(joint.name) } });
}

export async function proposalNamed(typed: string, library: Library): Promise<Proposal> {
  const { positions } = library;
  if (positions.proposals.length === 0) throw nothingProposed(library);
  const meant = await positions.proposalNamed(within(typed, 'name'));
  return theOneNamed(typed, meant, { all: positions.proposals, refusals: noProposal });
}

/** The joint statement, or the section of it, that is asked for; without a name the first, whole. */
export async function jointNamed(
  section: string | null,
  statement: string | null,
  { positions }: Library,
): Promise<JointShown> {
  const [first] = positions.statements;
  if (!first) throw new UserError({ key: 'statement.empty' });
  const named =
    statement === null || statement.trim() === ''
      ? undefined
      : theOneNamed(statement, await positions.statementNamed(within(statement, 'name')), {
          all: positions.statements,
          refusals: noStatement,
        });
  if (section === null || section.trim() === '') return positions.jointStatement(named ?? first);
  const [fits, offered] = await Promise.all([
    positions.sectionsNamed(within(section, 'name'), named),
    positions.suggest.sections('', named),
  ]);
  const all = offered.map((one) => one.section);
  const meant: Meant<StatementSection> =
    fits.length === 1 && fits[0]
      ? { found: true, value: fits[0].section }
      : { found: false, fits: fits.map((one) => one.section) };
  const value = theOneNamed(section, meant, { all, refusals: noSection });
  return positions.jointStatement(fits[0]?.statement ?? first, value);
}

/** A topic, none where nothing with a letter or a digit was typed; refuses one that is too long. */
export function topicAsked(typed: string | null | undefined): string | undefined {
  return typed && /[\p{L}\p{N}]/u.test(typed) ? within(typed, 'topic') : undefined;
}

/** Whose quotations are looked for, and whether all documents that hold the words were read for them. */
export interface Speaker extends Pick<SaidBy, 'documents'> {
  readonly who: Who;
}

/** So many are shown; words of grammar that have more quotations than this say nothing of which is meant. */
const mostOfGrammar = 3;

function isGrammar(words: string): boolean {
  const each = fold(words).text.match(/[\p{L}\p{N}']+/gu) ?? [];
  return each.length > 0 && languages.some((language) => each.every((word) => isGrammarIn(language, word)));
}

/**
 * The quotations that hold some words; with a speaker, those alone that are the speaker's. Refuses words that are nearly everywhere.
 */
export async function quotationsBy(
  who: Who | undefined,
  words: string,
  source: Document | undefined,
  { findQuote, positions }: Library,
): Promise<{ readonly matches: readonly QuoteMatch[]; readonly speaker?: Speaker }> {
  const matches = await findQuote(words, source);
  if (!who && matches.length > mostOfGrammar && isGrammar(words)) {
    const quoted = { key: 'citation.words', values: { words: shown(words) } } as const;
    throw new UserError({ key: 'quote.tooCommon', values: { words: quoted } });
  }
  if (!who) return { matches };
  const said = await positions.saidBy(who, matches);
  return { matches: said.matches, speaker: { who, documents: said.documents } };
}
