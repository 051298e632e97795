// A map of positions as data: parties by proposals, and where a cited passage says that a party stands.
import { labelOf, type Passage } from '../corpus/passages.ts';
import { cut } from '../cut.ts';
import { provenanceOf, statusOf } from '../messages/citations.ts';
import type { Message, Translate } from '../messages/messages.ts';
import { mostAlt, shortLabelOf } from './content.ts';
import { type Stance, stances } from './themes.ts';

/** Somebody who takes a position: a party or a person, with the name to show. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** A position as one passage tells it. Where a pair of party and proposal has none, the sources are silent. */
export interface Position {
  /** Ids of a party and a proposal of the same map. */
  readonly party: string;
  readonly proposal: string;
  readonly stance: Exclude<Stance, 'silent'>;
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

/** What a picture can hold and still be read. */
export const mostParties = 10;
export const mostProposals = 12;
/** Names longer than two to four lines of their place are cut, once, at the end. */
const mostName = 40;
const mostProposal = 110;
const mostSource = 160;
/** How many positions a cell shows; the text has them all. */
const mostShown = 3;

/** A position in a cell: silence has nothing beside it. */
export interface Shown {
  readonly stance: Stance;
  readonly label?: string | undefined;
  readonly teller?: string | undefined;
}

export interface MapCell {
  readonly positions: readonly Shown[];
  /** How many more there are. */
  readonly more: string | undefined;
}

/** The texts of a map, in the reader's language. Each row is a proposal with a cell for every party. */
export interface MapContent {
  readonly title: string;
  readonly parties: readonly string[];
  readonly rows: readonly { readonly proposal: string; readonly cells: readonly MapCell[] }[];
  readonly legend: readonly { readonly stance: Stance; readonly name: string }[];
  readonly note: string;
  /** A line for each document that is cited: no words are shown without its title and date. */
  readonly sources: readonly string[];
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
  if (parties.length > mostParties || proposals.length > mostProposals) {
    return { refused: { key: 'map.tooLarge', values: { parties: mostParties, proposals: mostProposals } } };
  }
  return {
    title: translate('map.title'),
    parties: parties.map(({ name }) => cut(name, mostName)),
    rows: proposals.map((proposal) => ({
      proposal: cut(proposal.name, mostProposal),
      cells: parties.map((party) => cellOf(positionsOf(cells, party, proposal), translate)),
    })),
    legend: stances.map((stance) => ({ stance, name: translate(`map.stance.${stance}`) })),
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

function positionsOf(cells: readonly Position[], party: Named, proposal: Named): readonly Position[] {
  return cells.filter((cell) => cell.party === party.id && cell.proposal === proposal.id);
}

function cellOf(positions: readonly Position[], translate: Translate): MapCell {
  if (positions.length === 0) return { positions: [{ stance: 'silent' }], more: undefined };
  const more = positions.length - mostShown;
  return {
    positions: positions.slice(0, mostShown).map(({ stance, passage, teller }) => ({
      stance,
      label: shortLabelOf(passage),
      teller: teller && translate('map.toldBy', { teller: cut(teller, mostName) }),
    })),
    more: more > 0 ? translate('map.more', { count: more }) : undefined,
  };
}

/** A proposal in words: a line for every position, and one that names those of whom the sources do not say it. */
export interface MapBlock {
  readonly proposal: string;
  readonly lines: readonly string[];
}

export function mapBlocksOf({ parties, proposals, cells }: Positions, translate: Translate): MapBlock[] {
  const names = new Intl.ListFormat(translate.locale);
  return proposals.map((proposal) => {
    const told = parties.flatMap((party) =>
      positionsOf(cells, party, proposal).map((position) => lineOf(position, party, translate)),
    );
    const silent = parties.filter((party) => positionsOf(cells, party, proposal).length === 0);
    const rest = translate('map.silentOn', { parties: names.format(silent.map(({ name }) => name)) });
    return { proposal: proposal.name, lines: silent.length > 0 ? [...told, rest] : told };
  });
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
