// The door to positions, proposals and joint statements: names as somebody types them become what the sources have.

import { lately } from '../common/lately.ts';
import { once } from '../common/steps.ts';
import { within } from '../common/typed.ts';
import type { Document } from '../corpus/document.ts';
import type { Dossier, JointStatement, Proposal, StatementSection } from '../corpus/dossier.ts';
import type { JointText } from '../joint/joint-text.ts';
import type { Known } from '../people/people.ts';
import type { QuoteMatch } from '../search/find-quote.ts';
import { firstQuotations, mostSuggestions } from '../search/suggest.ts';
import type { JointShown } from './joint.ts';
import { Names } from './names.ts';
import { documentsNaming, documentsRead, type Position, positionOf, type Topic } from './position.ts';
import { type ProposalShown, proposalMeant, showProposal } from './proposal.ts';
import type { Sources } from './sources.ts';
import { isQuotedFrom } from './speech.ts';
import { openWho, type Who } from './who.ts';
import { whoBegun, whoTyped } from './who-typed.ts';

/** What a name means: one thing, or several that it fits equally well, or none. */
export type Meant<T> =
  | { readonly found: true; readonly value: T }
  | { readonly found: false; readonly fits: readonly T[] };

/** A section of one of the joint statements. */
export interface SectionOf {
  readonly statement: JointStatement;
  readonly section: StatementSection;
}

/** Quotations of a speaker, and how many of the documents that hold the words were read closely to find them. */
export interface SaidBy extends Pick<Position, 'documents'> {
  readonly matches: readonly QuoteMatch[];
}

export interface Positions {
  /** Those of the dossier whose position can be asked for: parties, people, unnamed sources. There may be thousands of others. */
  readonly everybody: readonly Who[];
  readonly proposals: readonly Proposal[];
  readonly statements: readonly JointStatement[];
  /** Whom a name means, of all whom the documents name; of a part of one, or of a name with a slip, the nearest. */
  who(typed: string): Promise<Meant<Who>>;
  /** The same of whole names alone: whoever is called so, or has this id. */
  called(typed: string): Promise<Meant<Who>>;
  /** What somebody says or is said to hold, perhaps on a topic: the name of a proposal, or a few words. */
  position(who: Who, topic?: string): Promise<Position>;
  proposalNamed(typed: string): Promise<Meant<Proposal>>;
  proposal(proposal: Proposal): Promise<ProposalShown>;
  statementNamed(typed: string): Promise<Meant<JointStatement>>;
  /** The sections that a name fits, perhaps of one statement only; one where it is plain. */
  sectionsNamed(typed: string, statement?: JointStatement): Promise<readonly SectionOf[]>;
  jointStatement(statement: JointStatement, section?: StatementSection): Promise<JointShown>;
  /** Those of some quotations that are somebody's words; only as many documents are read closely as for a position. */
  saidBy(who: Who, matches: readonly QuoteMatch[]): Promise<SaidBy>;
  readonly suggest: {
    readonly who: (typed: string) => Promise<readonly Who[]>;
    /** Topics on which the sources have something of somebody. */
    readonly topics: (typed: string, who?: Who) => Promise<readonly string[]>;
    readonly proposals: (typed: string) => Promise<readonly Proposal[]>;
    readonly statements: (typed: string) => Promise<readonly JointStatement[]>;
    readonly sections: (typed: string, statement?: JointStatement) => Promise<readonly SectionOf[]>;
    /** The first quotations of somebody's words, perhaps of one document only. */
    readonly quotations: (who: Who, source?: Document) => Promise<readonly QuoteMatch[]>;
  };
}

/** What is known without asking. */
export type PositionsData = Pick<Positions, 'everybody' | 'proposals' | 'statements'>;

/** `joint`: what was read from the documents themselves. Where the dossier has a statement of a document, that one stands. */
export function positionsData(dossier: Dossier, joint: readonly JointText[]): PositionsData {
  return { everybody: openWho(dossier).all, ...currentOf(dossier, joint) };
}

function currentOf(
  { proposals, statements }: Dossier,
  joint: readonly JointText[],
): Omit<PositionsData, 'everybody'> {
  const written = new Set(statements.map(({ document }) => document));
  const read = joint.filter(({ statement }) => !written.has(statement.document));
  return {
    proposals: [...proposals, ...read.flatMap((text) => text.proposals)].filter(({ what }) =>
      what.some(({ passage }) => isCurrent(passage.document)),
    ),
    statements: [...statements, ...read.map(({ statement }) => statement)].filter(({ document }) =>
      isCurrent(document),
    ),
  };
}

/** Whom the documents name beside the dossier; asked for once, when somebody is looked for. */
interface PositionsRest extends Omit<Sources, 'everybody' | 'proposals' | 'statements'> {
  readonly known: () => readonly Known[];
}

/** What has a name in the dossier and in joint texts. */
export interface NamedOnes extends Omit<PositionsData, 'everybody'> {
  /** Each looked up by its own names. */
  readonly named: {
    readonly proposals: () => Names<Proposal>;
    readonly topics: () => Names<Proposal>;
    readonly statements: () => Names<JointStatement>;
    readonly sections: () => Names<SectionOf>;
  };
}

/** The same for all libraries with one dossier and the same joint texts. */
export function namedOnes(dossier: Dossier, joint: readonly JointText[]): NamedOnes {
  const { proposals, statements } = currentOf(dossier, joint);
  const sections = once(() =>
    statements.flatMap((statement) =>
      statement.sections.map((section): SectionOf => ({ statement, section })),
    ),
  );
  return {
    ...{ proposals, statements },
    named: {
      proposals: once(() => namesOf(proposals)),
      // What texts propose word for word is no topic that anybody would type.
      topics: once(() => namesOf(proposals.filter((one) => !one.joint))),
      statements: once(() => namesOf(statements)),
      sections: once(
        () =>
          new Names(sections().map((value) => ({ value, names: [value.section.name, value.section.id] }))),
      ),
    },
  };
}

/** What somebody takes who can be asked for, in characters (src/common/lately.ts). */
const charactersAName = 300;

export function openPositions(
  { dossier, ones }: { readonly dossier: Dossier; readonly ones: NamedOnes },
  { known, ...rest }: PositionsRest,
): Positions {
  const everybody = openWho(dossier);
  const { proposals, statements, named } = ones;
  const everyone = lately(
    () => openWho(dossier, known()),
    ({ all }) => all.length * charactersAName,
  );
  const sources: Sources = { ...rest, everybody, proposals, statements };
  const byWords = (typed: string): Topic => {
    const written = named.topics().findWritten(typed);
    const proposal = written.length === 1 ? written[0] : undefined;
    return { typed, proposal, isNamed: written.length > 0, near: undefined };
  };
  const byMeaning = async (typed: string): Promise<Topic> => {
    const topic = byWords(typed);
    const [near, meant] = await Promise.all([
      sources.nearTopic(typed),
      topic.isNamed ? undefined : proposalMeant(typed, sources),
    ]);
    return { ...topic, near, proposal: topic.proposal ?? meant };
  };
  const saidBy = (who: Who, matches: readonly QuoteMatch[]): SaidBy => {
    const all = [...new Set(matches.map(({ passage }) => passage.document))];
    const read = new Set(documentsRead(all, sources));
    const theirs = matches.filter(
      ({ passage, whole, quoted }) =>
        read.has(passage.document) && isQuotedFrom({ passage, ...whole }, quoted, who, sources),
    );
    return { matches: theirs, documents: { read: read.size, of: all.length } };
  };

  return {
    everybody: everybody.all,
    ...{ proposals, statements },
    position: async (who, topic) =>
      positionOf(who, topic?.trim() ? await byMeaning(within(topic, 'topic')) : undefined, sources),
    saidBy: async (who, matches) => saidBy(who, matches),
    who: async (typed) => meant(whoTyped(typed, everyone())),
    called: async (typed) => meant(everyone().named.whole(typed)),
    proposalNamed: async (typed) => meant(named.proposals().find(typed)),
    proposal: (proposal) => showProposal(proposal, sources),
    statementNamed: async (typed) => meant(named.statements().find(typed)),
    sectionsNamed: async (typed, statement) =>
      named
        .sections()
        .find(typed)
        .filter((one) => !statement || one.statement === statement),
    jointStatement: async (statement, section) => ({
      statement,
      sections: section ? [section] : statement.sections,
    }),
    suggest: {
      who: async (typed) => whoBegun(typed, everyone()),
      proposals: async (typed) => named.proposals().suggest(typed),
      statements: async (typed) => named.statements().suggest(typed),
      sections: async (typed, statement) =>
        named
          .sections()
          .suggest(typed)
          .filter((one) => !statement || one.statement === statement),
      topics: async (typed, who) => {
        const topics = named
          .topics()
          .suggest(typed)
          .map(({ name }) => name);
        const has = async (topic: string): Promise<boolean> =>
          who === undefined || (await positionOf(who, byWords(topic), sources)).items.length > 0;
        const kept = await Promise.all(topics.map(has));
        return topics.filter((_, at) => kept[at]);
      },
      quotations: async (who, source) => quotationsOf(who, source, sources, saidBy),
    },
  };
}

function namesOf<
  T extends { readonly id: string; readonly name: string; readonly called: readonly string[] },
>(all: readonly T[]): Names<T> {
  return new Names(all.map((value) => ({ value, names: [value.name, ...value.called, value.id] })));
}

async function quotationsOf(
  who: Who,
  source: Document | undefined,
  sources: Sources,
  saidBy: (who: Who, matches: readonly QuoteMatch[]) => SaidBy,
): Promise<readonly QuoteMatch[]> {
  const documents = documentsRead(await documentsNaming(who, sources), sources).filter(
    (document) => isCurrent(document) && (!source || document === source),
  );
  const passages = documents.flatMap((document) => sources.passagesOf(document));
  const all = passages.flatMap((passage) => firstQuotations([passage]));
  return saidBy(who, all).matches.slice(0, mostSuggestions);
}

function isCurrent({ status }: Document): boolean {
  return status !== 'withdrawn';
}

function meant<T>(fits: readonly T[]): Meant<T> {
  const [value] = fits;
  return value !== undefined && fits.length === 1 ? { found: true, value } : { found: false, fits };
}
