// Who stands where as a picture, and the same in words below it: a stance only where a cited passage tells it.
import { createHash } from 'node:crypto';
import { type APIComponentInContainer, ComponentType } from 'discord.js';
import { z } from 'zod';
import {
  type MapBlock,
  mapBlocksOf,
  mapSourcesOf,
  mapTextOf,
  mostParties,
  mostProposals,
  type Position,
  type Positions,
} from '../../cards/map-content.ts';
import { type Theme, themes } from '../../cards/themes.ts';
import { type Proposal, stances } from '../../corpus/dossier.ts';
import { UserError } from '../../errors.ts';
import type { Library } from '../../library.ts';
import type { Translate } from '../../messages/messages.ts';
import type { Item } from '../../positions/item.ts';
import { type Who, whoIs } from '../../positions/who.ts';
import type { App, AppWithStore, Reply } from '../command.ts';
import { button, rowsOf } from '../controls.ts';
import { escaped, escapedWithin, lineWithin } from '../markdown.ts';
import { answered, lines, message, roomBeside, subtext, text } from '../pieces.ts';
import { passageMenu } from './buttons.ts';

const pictureName = 'positions.png';
const textName = 'positions.txt';

/** A picture has its documents whole; below it there is room for these. */
const mostSources = 8;
const longestSource = 160;
/** For the line that counts what is left out. */
const slack = 120;

/** What a map is of: everybody and everything, unless told. */
export interface MapAsked {
  readonly theme: Theme;
  readonly who?: Who | undefined;
  readonly proposal?: Proposal | undefined;
}

/** The map of positions; `actor` is counted. Where there is no picture the words stand alone, with the reason. */
export async function renderMap(
  asked: MapAsked,
  actor: string,
  app: App & Pick<AppWithStore, 'cards' | 'pace'>,
): Promise<Reply> {
  const { translate, cards, pace } = app;
  const positions = await positionsFor(asked, app);
  await pace.take('picture', actor);
  const picture = await cards.positionsMap({ ...positions, theme: asked.theme }, translate);
  const drawn = 'refused' in picture ? undefined : picture;
  const head = text(`**${translate('map.title')}**`);
  const why = 'refused' in picture ? [text(translate(picture.refused.key, picture.refused.values))] : [];
  const foot = text(footOf(positions, translate));
  const { shown, left } = thatFit(
    mapBlocksOf(positions, translate),
    roomBeside([head, ...why, foot]) - slack,
  );
  const isWhole = left === 0;
  const reply = message(answered, [
    head,
    ...why,
    ...(drawn ? [gallery(drawn.alt)] : []),
    text(shown),
    ...(isWhole ? [] : [text(translate('map.rest', { count: left }))]),
    foot,
    ...(isWhole ? [] : [fileOf(textName)]),
    ...passageMenu('open', placesOf(positions), translate),
    ...mapButtons(asked, translate),
  ]);
  const files = [
    ...(drawn ? [{ name: pictureName, data: drawn.png, description: drawn.alt }] : []),
    ...(isWhole ? [] : [{ name: textName, data: mapTextOf(positions, translate) }]),
  ];
  return { ...reply, files };
}

/** Proposals as they stand in words, as many as fit whole; of the first, where it is too long, its beginning. */
function thatFit(
  blocks: readonly MapBlock[],
  room: number,
): { readonly shown: string; readonly left: number } {
  const written = blocks.map(
    ({ proposal, lines: each }) => `**${escaped(proposal)}**\n${escaped(each.join('\n'))}`,
  );
  let count = 0;
  while (count < written.length && written.slice(0, count + 1).join('\n\n').length <= room) count += 1;
  const [first] = blocks;
  const shown =
    count === 0 && first
      ? escapedWithin([first.proposal, ...first.lines].join('\n'), room)
      : written.slice(0, count).join('\n\n');
  return { shown, left: blocks.length - count };
}

/** What a stance stands for, and the documents with their dates: nothing is shown without them. */
function footOf({ cells }: Positions, translate: Translate): string {
  const sources = mapSourcesOf(cells, translate).slice(0, mostSources);
  const rows = sources.map((line) => lineWithin(line, longestSource));
  return subtext(lines(translate('map.note'), ...rows));
}

function gallery(description: string): APIComponentInContainer {
  const media = { url: `attachment://${pictureName}` };
  return { type: ComponentType.MediaGallery, items: [{ media, description }] };
}

function fileOf(name: string): APIComponentInContainer {
  return { type: ComponentType.File, file: { url: `attachment://${name}` } };
}

function placesOf({ cells }: Positions) {
  return cells.map(({ passage, start, end }) => ({ passage, part: { start, end } }));
}

function mapButtons(asked: MapAsked, translate: Translate) {
  const other: Theme = asked.theme === 'light' ? 'dark' : 'light';
  return rowsOf([
    button(idOf('share', asked), translate('reading.share'), 'first'),
    button(idOf('theme', { ...asked, theme: other }), translate(`reading.theme.${other}`)),
  ]);
}

/** The cells that the sources fill, and of parties and proposals those which have the most, as many as a picture holds. */
async function positionsFor({ who, proposal }: MapAsked, { library, translate }: App): Promise<Positions> {
  const { positions } = library;
  const asked = proposal ? [proposal] : positions.proposals;
  const all = await Promise.all(asked.map((each) => cellsOf(each, library, translate)));
  const cells = all.flat().filter(({ party }) => !who || who.ids.has(party));
  if (cells.length === 0) throw new UserError({ key: 'map.empty' });
  const parties = positions.everybody.filter(({ id }) => cells.some(({ party }) => party === id));
  const named = asked.filter(({ id }) => cells.some((cell) => cell.proposal === id));
  const count = (key: 'party' | 'proposal', id: string) => cells.filter((cell) => cell[key] === id).length;
  const chosen = {
    parties: withMost(parties, (id) => count('party', id), mostParties),
    proposals: withMost(named, (id) => count('proposal', id), mostProposals),
  };
  const has = (list: readonly { readonly id: string }[], id: string) => list.some((one) => one.id === id);
  const shown = cells.filter(
    (cell) => has(chosen.parties, cell.party) && has(chosen.proposals, cell.proposal),
  );
  return { ...chosen, cells: shown };
}

/** In the order of the dossier. */
function withMost<T extends { readonly id: string }>(
  all: readonly T[],
  count: (id: string) => number,
  most: number,
): T[] {
  const best = new Set(all.toSorted((a, b) => count(b.id) - count(a.id)).slice(0, most));
  return all.filter((one) => best.has(one));
}

async function cellsOf(
  proposal: Proposal,
  { positions }: Library,
  translate: Translate,
): Promise<Position[]> {
  const shown = await positions.proposal(proposal);
  return stances.flatMap((stance) =>
    shown.stances[stance].flatMap((item): Position[] => {
      const { who, passage, start, end } = item;
      if (who === undefined) return [];
      const teller = tellerOf(item, positions.everybody, translate);
      return [{ party: who, proposal: proposal.id, stance, passage, start, end, teller }];
    }),
  );
}

/** Who tells it, where that is somebody else. */
function tellerOf(
  { kind, teller }: Item,
  everybody: readonly Who[],
  translate: Translate,
): string | undefined {
  if (kind !== 'said-of') return undefined;
  return whoIs(teller, everybody)?.name ?? translate('told.somebody');
}

/** `positions:theme:dark:0123456789ab:-`: the names stand for themselves, however long they are. */
function idOf(action: 'theme' | 'share', { theme, who, proposal }: MapAsked): string {
  return ['positions', action, theme, keyOf(who), keyOf(proposal)].join(':');
}

function keyOf(named: { readonly id: string } | undefined): string {
  return named ? createHash('sha256').update(named.id, 'utf8').digest('hex').slice(0, 12) : '-';
}

const idSchema = z.tuple([
  z.literal('positions'),
  z.enum(['theme', 'share']),
  z.enum(themes),
  z.string(),
  z.string(),
]);

/** What a button of a map asks for. Throws `UserError` where it is none of ours, or names what is no more. */
export function mapAskedIn(
  customId: string,
  library: Library,
): MapAsked & { readonly action: 'theme' | 'share' } {
  const read = idSchema.safeParse(customId.split(':'));
  if (!read.success) throw new UserError({ key: 'discord.gone' });
  const [, action, theme, who, proposal] = read.data;
  const { everybody, proposals } = library.positions;
  return { action, theme, who: withKey(who, everybody), proposal: withKey(proposal, proposals) };
}

function withKey<T extends { readonly id: string }>(key: string, all: readonly T[]): T | undefined {
  if (key === '-') return undefined;
  const found = all.find((one) => keyOf(one) === key);
  if (!found) throw new UserError({ key: 'reading.changed' });
  return found;
}
