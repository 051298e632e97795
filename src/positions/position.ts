// What a party or a person says or is said to hold: found in the documents that name them, in the order of how surely it
// is theirs, and perhaps only on one topic.
import type { Document } from '../corpus/document.ts';
import type { Proposal } from '../corpus/dossier.ts';
import type { NameBook, NameHit } from '../corpus/names/names.ts';
import type { NearTopic } from '../search/ranking/topic.ts';
import type { Statement } from '../statements/statement.ts';
import { accountsOf } from './account.ts';
import {
  type Item,
  itemOfView,
  itemsOfJoint,
  itemsOfStatement,
  type Kind,
  kindOf,
  overlap,
  withoutRepeats,
} from './item.ts';
import type { Sources } from './sources.ts';
import { isSpokenBy, isTheirs, withClause } from './speech.ts';
import { means, type Who } from './who.ts';

/** What the sources have of somebody, own words first. */
export interface Position {
  readonly who: Who;
  /** The topic as it was asked for, if it was. */
  readonly topic: string | undefined;
  /** Best first; empty where the sources have nothing, or nothing on the topic. */
  readonly items: readonly Item[];
  /** How many there are on all topics. */
  readonly onAll: number;
  /** How many of the documents that name them were read closely. */
  readonly documents: { readonly read: number; readonly of: number };
}

/**
 * So much text is read closely for one question: who speaks in it takes most of a second to find, in which nothing else
 * is answered, and Discord waits three seconds.
 */
const mostCharacters = 150_000;

/** Half of a topic's weight: "NATO membership" is more than "NATO", and one word of two is enough where it is the rarer. */
const onTopic = 0.5;
/** The queries of a proposal are whole phrases, of which one common word is no sign: most of one must be there. */
const onProposal = 0.8;

/** A topic as it is understood. */
export interface Topic {
  readonly typed: string;
  /** The proposal that is meant, if one is. */
  readonly proposal: Proposal | undefined;
  /** Whether the topic is the name of one or several; else what it means tells which. */
  readonly isNamed: boolean;
  /** What lies near to the topic; undefined where words alone tell. */
  readonly near: NearTopic | undefined;
}

export async function positionOf(who: Who, topic: Topic | undefined, sources: Sources): Promise<Position> {
  const naming = await documentsNaming(who, sources, topic);
  const documents = documentsRead(naming, sources);
  const all = ordered(itemsOf(who, documents, sources));
  const items = topic ? onlyOn(topic, all, sources) : all;
  return {
    ...{ who, topic: topic?.typed, items, onAll: all.length },
    documents: { read: documents.length, of: naming.length },
  };
}

/**
 * Beside a mention or two a long document says little of somebody for the time it takes to read, and a very short one
 * little at all: so many characters count as nothing.
 */
const shortest = 2_000;

/**
 * The documents that name somebody: those first that are nearest to the topic, then those that do so most often for their
 * length.
 */
export async function documentsNaming(
  who: Who,
  { mentions, near }: Sources,
  topic?: Topic,
): Promise<Document[]> {
  const naming = mentions(who.ids);
  const density = ([{ text }, count]: [Document, number]): number => count / (text.length + shortest);
  const dense = [...naming].sort((a, b) => density(b) - density(a)).map(([document]) => document);
  const found = topic
    ? [...(topic.near?.documents ?? []), ...(await near(`${who.name} ${topic.typed}`))]
    : [];
  const onIt = found.filter((document) => naming.has(document));
  return [...new Set([...onIt, ...dense])];
}

/** As many documents as are not too much text together; one in any case, and those that tell of a joint statement. */
export function documentsRead(documents: readonly Document[], { statements }: Sources): Document[] {
  const always = new Set(statements.filter(({ complete }) => !complete).map(({ document }) => document));
  let room = mostCharacters;
  return documents.filter((document, index) => {
    if (always.has(document)) return true;
    room -= document.text.length;
    return room >= 0 || index === 0;
  });
}

function itemsOf(who: Who, documents: readonly Document[], sources: Sources): Item[] {
  const statements = documents.flatMap((document) => sources.statementsOf(document));
  const stated = (wanted: (statement: Statement) => boolean, kind: (statement: Statement) => Kind): Item[] =>
    statements
      .filter(wanted)
      .flatMap((statement) =>
        itemsOfStatement(statement, sources.passagesOf(statement.document), kind(statement)),
      );
  const cited = withoutRepeats([
    ...sources.statements.filter((one) => isTheirs(one, who, sources)).flatMap(itemsOfJoint),
    ...stated(
      (one) => isUnnamedOn(one, who, sources),
      () => 'said-of',
    ),
    ...viewsOf(who, sources),
    ...stated((one) => isSpokenBy(one, who, sources) && isTelling(one), kindOf),
  ]);
  const citedIn = Map.groupBy(cited, ({ passage }) => passage);
  const accounts = accountsOf(who, documents, sources).filter(
    (account) => !citedIn.get(account.passage)?.some((item) => overlap(account, item)),
  );
  return [...cited, ...accounts]
    .filter(({ passage }) => passage.document.status !== 'withdrawn')
    .map((item) => withClause(item, sources));
}

/** What is reported in a word or two ("the proposal") tells that something was said, and not what. */
function isTelling({ direct, spans, document }: Statement): boolean {
  if (direct !== false) return true;
  const said = spans.map(({ start, end }) => document.text.slice(start, end)).join(' ');
  return (said.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) > 2;
}

/** Whether an unnamed source speaks, and names them. */
function isUnnamedOn({ speaker, spans, document }: Statement, who: Who, { namesIn }: Sources): boolean {
  if (speaker?.kind !== 'unnamed' || who.kind === 'unnamed') return false;
  return spans.some(({ start, end }) =>
    standing(document.text.slice(start, end), namesIn(document)).some((hit) => means(who, hit)),
  );
}

/** The names in a text that stand by themselves: "NATO-like" is not NATO. */
function standing(text: string, names: NameBook): NameHit[] {
  const joined = /[\p{Pd}\u2010\u2011]/u;
  return names
    .find(text)
    .filter(({ start, end }) => !joined.test(text[end] ?? '') && !joined.test(text[start - 1] ?? ''));
}

/** What the dossier cites for them, in the order of the proposals. */
function viewsOf(who: Who, { proposals, everybody }: Sources): Item[] {
  return proposals
    .flatMap(({ by, stances }) => [...by, ...stances])
    .filter((view) => who.ids.has(view.who))
    .map((view) => itemOfView(view, { unnamed: everybody.isUnnamed(view.teller ?? view.who) }));
}

/** Own words first, then what is reported; what one says alone before what several say together; else as the sources go. */
function ordered(items: readonly Item[]): Item[] {
  return items.toSorted((a, b) => rankOf(a) - rankOf(b));
}

function rankOf({ kind, joint, unnamed }: Item): number {
  const group = { 'own-words': 0, partly: 1, reported: 4, 'said-of': 6, article: 8 }[kind];
  if (joint) return group + (kind === 'reported' ? 1 : 2);
  return kind === 'said-of' && unnamed ? group + 1 : group;
}

/** The items on a topic, by their words or by what their passage means; of one rank those that hold most of it first. */
function onlyOn(
  { typed, proposal, isNamed, near }: Topic,
  items: readonly Item[],
  { about }: Sources,
): Item[] {
  const ways = [
    { share: about(typed), least: isNamed && proposal ? onProposal : onTopic },
    ...(proposal ? [proposal.name, ...proposal.queries] : []).map((words) => ({
      share: about(words),
      least: onProposal,
    })),
  ];
  const cited = proposal ? [...proposal.what, ...proposal.by, ...proposal.stances] : [];
  const rated = items.map((item) => {
    const isCited = cited.some(
      (one) => one.passage === item.passage && one.start < item.end && one.end > item.start,
    );
    const text = item.passage.text.slice(item.start, item.end);
    const held = ways.flatMap(({ share, least }) => [share(text)].filter((found) => found >= least));
    const nearly = near?.has(item.passage) ? onTopic : 0;
    return { item, share: isCited ? 1 : Math.max(nearly, ...held) };
  });
  return rated
    .filter(({ share }) => share > 0)
    .toSorted((a, b) => rankOf(a.item) - rankOf(b.item) || b.share - a.share)
    .map(({ item }) => item);
}
