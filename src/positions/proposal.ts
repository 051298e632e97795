// A proposal: what it is, who put it forward, who is for and against it, each by the words of a paragraph.
import type { CitedWords } from '../corpus/citing/cited-words.ts';
import type { Proposal, stances } from '../corpus/dossier.ts';
import type { Passage } from '../corpus/passages.ts';
import type { Statement } from '../statements/statement.ts';
import { type Item, itemOfView, kindOf, sentencesAround } from './item.ts';
import type { Sources } from './sources.ts';
import { jointAt, statementsAt, toldAt, withClause } from './speech.ts';

export interface ProposalShown {
  readonly proposal: Proposal;
  readonly what: readonly Item[];
  readonly by: readonly Item[];
  readonly stances: Readonly<Record<(typeof stances)[number], readonly Item[]>>;
  /** Passages on it beside those that are cited, in the order of the sources. */
  readonly more: readonly Passage[];
}

export async function showProposal(proposal: Proposal, sources: Sources): Promise<ProposalShown> {
  const { everybody } = sources;
  const itemOf = (view: Proposal['by'][number]): Item => {
    const item = itemOfView(view, { unnamed: everybody.isUnnamed(view.teller ?? view.who) });
    return withClause({ ...item, joint: jointAt(view, sources) }, sources);
  };
  const holding = (stance: (typeof stances)[number]): Item[] =>
    stands(proposal.stances.filter((view) => view.stance === stance)).map(itemOf);
  const what = stands(proposal.what).map((words) => whatOf(words, sources));
  const by = stands(proposal.by).map(itemOf);
  const cited = new Set(
    [...proposal.what, ...proposal.by, ...proposal.stances].map(({ passage }) => passage),
  );
  return {
    ...{ proposal, what, by },
    stances: {
      for: holding('for'),
      against: holding('against'),
      doubtful: holding('doubtful'),
      conditional: holding('conditional'),
    },
    more: stands((await moreOn(proposal, sources)).map((passage) => ({ passage })))
      .map(({ passage }) => passage)
      .filter((passage) => !cited.has(passage)),
  };
}

/** The words of what is proposed; whose they are is said where they are somebody's. */
function whatOf(words: CitedWords, sources: Sources): Item {
  const { passage, start, end } = words;
  const held = statementsAt(words, sources).find((one) => holds(one, words));
  const none = { who: undefined, teller: undefined, hedge: undefined };
  return {
    ...none,
    ...{ passage, start, end, excerpt: sentencesAround(passage, words) },
    kind: held ? kindOf(held) : 'article',
    joint: jointAt(words, sources),
    ...(held ? toldAt(words, sources) : { clause: undefined, resolved: undefined, unnamed: false }),
  };
}

/** Whether all of some words stand in a statement. */
function holds({ spans }: Statement, { passage, start, end }: CitedWords): boolean {
  return spans.some((span) => span.start <= passage.start + start && passage.start + end <= span.end);
}

async function moreOn({ passages, queries }: Proposal, { answering }: Sources): Promise<Passage[]> {
  const answers = await Promise.all(queries.map(answering));
  const found = new Set([...passages, ...answers.flatMap((passage) => passage ?? [])]);
  return [...found].sort((a, b) =>
    a.document === b.document ? a.paragraph - b.paragraph : a.document.id < b.document.id ? -1 : 1,
  );
}

/**
 * From this cosine with one of its names or queries on a topic means a proposal. Of the shipped proposals' names in four other languages
 * .61 are so near to their own and none to another's; of 23 other topics (npm run eval:likeness) only the three that are one, such as
 * "ending the war".
 */
const meantFrom = 0.7;

/** The proposal that a topic means, in whatever words or language it is typed. */
export async function proposalMeant(
  topic: string,
  { proposals, likeness }: Sources,
): Promise<Proposal | undefined> {
  // What texts propose word for word is asked for by its words: so many names are not compared by what they mean.
  const named = proposals
    .filter(({ joint }) => !joint)
    .flatMap((proposal) =>
      [proposal.name, ...proposal.called, ...proposal.queries].map((name) => ({ proposal, name })),
    );
  const near = await likeness(
    topic,
    named.map(({ name }) => name),
  );
  const nearness = ({ name }: { readonly name: string }): number => near.get(name) ?? 0;
  const [best] = named.toSorted((a, b) => nearness(b) - nearness(a));
  return best && nearness(best) >= meantFrom ? best.proposal : undefined;
}

/** What is withdrawn answers nothing more. */
function stands<T extends { readonly passage: Passage }>(cited: readonly T[]): T[] {
  return cited.filter(({ passage }) => passage.document.status !== 'withdrawn');
}
