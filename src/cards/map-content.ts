// A map of positions as data: parties by proposals, and where a cited passage says that a party stands.

import { cut } from '../common/cut.ts';
import { labelOf, type Passage } from '../corpus/passages.ts';
import { provenanceOf, statusOf } from '../messages/citations.ts';
import type { Message, Translate } from '../messages/messages.ts';
import { mostAlt, shortLabelOf } from './content.ts';
import { type Stance, stances } from './themes.ts';

/** Somebody who takes a position: a party or a person, with the name to show. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** A position as one passage tells it. Of whom the sources say nothing, nothing is shown. */
export interface Position {
  /** Ids of a party and a proposal of the same map. */
  readonly party: string;
  readonly proposal: string;
  readonly stance: Stance;
  /** The passage that says so, and which words of it: offsets into its text. */
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  /** The name of whoever tells it, where that is somebody else: "Meloni said that the Americans …". */
  readonly teller?: string | undefined;
}

export interface Positions {
  readonly parties: readonly Named[];
  readonly proposals: readonly Named[];
  readonly cells: readonly Position[];
}

/** What one picture can hold and still be read where Discord shows it, without being much higher than wide. */
export const mostProposals = 12;
const proposalsAPage = 3;
const positionsAPage = 10;
/** Names longer than three lines are cut, once, at the end. */
const mostName = 110;
const mostProposal = 110;
const mostSource = 160;
/** The citations of one name: some four of them. */
const mostLabels = 160;
/** How many of one stance a picture names; the text has them all. */
const mostShown = 6;

/** Somebody of a stance, with the citation beside the name. */
export interface Holder {
  readonly name: string;
  readonly label: string;
  readonly teller: string | undefined;
}

/** All of one stance. */
export interface StanceRow {
  readonly stance: Stance;
  readonly name: string;
  readonly holders: readonly Holder[];
  /** How many more there are. */
  readonly more: string | undefined;
}

/** The texts of a map, in the reader's language. */
export interface MapContent {
  readonly title: string;
  readonly proposals: readonly { readonly name: string; readonly rows: readonly StanceRow[] }[];
  readonly note: string;
  /** A line for each document that is cited: no words are shown without its title and date. */
  readonly sources: readonly string[];
}

/** A map in parts, each of which is a picture: so that it can be read at the width of a phone, no picture is very high. */
export function pagesOf({ parties, proposals, cells }: Positions): Positions[] {
  const pages: { proposals: Named[]; cells: Position[] }[] = [];
  for (const proposal of proposals) {
    const own = cells.filter((cell) => cell.proposal === proposal.id);
    const last = pages.at(-1);
    const fits =
      last && last.proposals.length < proposalsAPage && last.cells.length + own.length <= positionsAPage;
    if (fits) {
      last.proposals.push(proposal);
      last.cells.push(...own);
    } else pages.push({ proposals: [proposal], cells: own });
  }
  return pages.map((page) => ({
    ...page,
    parties: parties.filter(({ id }) => page.cells.some(({ party }) => party === id)),
  }));
}

/**
 * A map as the texts of its picture, or why there is none. Throws a RangeError where a cell names no party
 * or proposal of the map, or words that its passage does not have.
 */
export function mapContentOf(
  { parties, proposals, cells }: Positions,
  translate: Translate,
): MapContent | { readonly refused: Message } {
  checkCells({ parties, proposals, cells });
  if (parties.length === 0 || proposals.length === 0) return { refused: { key: 'map.empty' } };
  if (proposals.length > mostProposals)
    return { refused: { key: 'map.tooLarge', values: { proposals: mostProposals } } };
  return {
    title: translate('map.title'),
    proposals: proposals.map((proposal) => ({
      name: cut(proposal.name, mostProposal),
      rows: rowsOf(proposal, { parties, proposals, cells }, translate),
    })),
    note: translate('map.note'),
    sources: mapSourcesOf(cells, translate).map((line) => cut(line, mostSource)),
  };
}

function checkCells({ parties, proposals, cells }: Positions): void {
  for (const { party, proposal, passage, start, end } of cells) {
    const known = parties.some(({ id }) => id === party) && proposals.some(({ id }) => id === proposal);
    if (!known) throw new RangeError(`no party "${party}" or no proposal "${proposal}" on this map`);
    if (!(start >= 0 && start < end && end <= passage.text.length)) {
      throw new RangeError(`${labelOf(passage)} has no words from ${start} to ${end}`);
    }
  }
}

/** A line for each document that is cited. */
export function mapSourcesOf(cells: readonly Position[], translate: Translate): readonly string[] {
  const documents = new Set(cells.map(({ passage }) => passage.document));
  return [...documents].map((document) => {
    const status = statusOf(document, translate);
    const parts = [provenanceOf(document, translate), ...(status === undefined ? [] : [status])];
    return translate('map.source', { document: document.id, provenance: parts.join(' · ') });
  });
}

interface Held {
  readonly position: Position;
  readonly party: Named;
}

/** The positions on a proposal, by their stance: who put it forward first, and within a stance in the order of the parties. */
function positionsOn({ id }: Named, { parties, cells }: Positions): Held[] {
  return stances.flatMap((stance) =>
    parties.flatMap((party) =>
      cells
        .filter((cell) => cell.proposal === id && cell.party === party.id && cell.stance === stance)
        .map((position) => ({ position, party })),
    ),
  );
}

function rowsOf(proposal: Named, map: Positions, translate: Translate): StanceRow[] {
  const byStance = Map.groupBy(positionsOn(proposal, map), ({ position }) => position.stance);
  return [...byStance].map(([stance, all]) => {
    const holders = holdersOf(all, translate);
    const more = holders.length - mostShown;
    return {
      stance,
      name: translate(`map.stance.${stance}`),
      holders: holders.slice(0, mostShown),
      more: more > 0 ? translate('map.more', { count: more }) : undefined,
    };
  });
}

/** Whoever says one thing in several places stands there once, with all of them. */
function holdersOf(all: readonly Held[], translate: Translate): Holder[] {
  const groups = Map.groupBy(all, ({ position, party }) => JSON.stringify([party.id, position.teller]));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { teller } = first.position;
    const labels = new Set(group.map(({ position }) => shortLabelOf(position.passage)));
    return [
      {
        name: cut(first.party.name, mostName),
        label: cut([...labels].join(', '), mostLabels),
        teller: teller && translate('map.toldBy', { teller: cut(teller, mostName) }),
      },
    ];
  });
}

/** A proposal in words: a line for every position. */
export interface MapBlock {
  readonly proposal: string;
  readonly lines: readonly string[];
}

export function mapBlocksOf(map: Positions, translate: Translate): MapBlock[] {
  return map.proposals.map((proposal) => ({
    proposal: proposal.name,
    lines: positionsOn(proposal, map).map(({ position, party }) => lineOf(position, party, translate)),
  }));
}

/**
 * The whole map in words, for those who do not see it: each proposal with its positions, their words and citations; then
 * the documents. Of any length.
 */
export function mapTextOf(positions: Positions, translate: Translate): string {
  const blocks = mapBlocksOf(positions, translate).map(({ proposal, lines }) =>
    [proposal, ...lines].join('\n'),
  );
  const sources = mapSourcesOf(positions.cells, translate).join('\n');
  return [...blocks, sources].filter((block) => block !== '').join('\n\n');
}

function lineOf(
  { stance, passage, start, end, teller }: Position,
  party: Named,
  translate: Translate,
): string {
  const words = passage.text.slice(start, end);
  const line = translate(`map.position.${stance}`, { party: party.name, words, label: labelOf(passage) });
  return teller === undefined ? line : translate('map.lineToldBy', { line, teller });
}

/** The picture's description: the map in words, cut once at its end where it is too long for a description. */
export function mapAltOf(positions: Positions, translate: Translate): string {
  const values = { count: positions.proposals.length, text: mapTextOf(positions, translate) };
  return cut(translate('map.alt', values), mostAlt);
}
