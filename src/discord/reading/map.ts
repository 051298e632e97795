// Who stands where as a picture, and the same in words below it: a stance only where a cited passage tells it.

import { createHash } from 'node:crypto';
import { type APIComponentInContainer, ComponentType } from 'discord.js';
import { z } from 'zod';
import {
  type MapBlock,
  mapBlocksOf,
  mapSourcesOf,
  mapTextOf,
  mostProposals,
  type Named,
  type Position,
  type Positions,
  pagesOf,
} from '../../cards/map-content.ts';
import { type Theme, themes } from '../../cards/themes.ts';
import { UserError } from '../../common/errors.ts';
import { type JointStatement, type Proposal, stances } from '../../corpus/dossier.ts';
import { nothingProposed } from '../../dialogue/named.ts';
import type { Library } from '../../library.ts';
import { listFormat } from '../../messages/formats.ts';
import type { Translate } from '../../messages/messages.ts';
import type { Item } from '../../positions/item.ts';
import { makersOf, writtenNames } from '../../positions/joint.ts';
import { type Who, whoIs } from '../../positions/who.ts';
import type { App, AppWithStore, Reply } from '../command.ts';
import { button, rowsOf } from '../rendering/controls.ts';
import { escaped, escapedWithin, lineWithin } from '../rendering/markdown.ts';
import { answered, lines, message, roomBeside, subtext, text } from '../rendering/pieces.ts';
import { passageMenu } from './buttons.ts';

const pictureName = (at: number): string => (at === 0 ? 'positions.png' : `positions-${at + 1}.png`);
const textName = 'positions.txt';

/** A picture has its documents whole; below it there is room for these. */
const mostSources = 8;
const longestSource = 160;
/** A message takes ten files, and one is for the words; what is in no picture is in words. */
const mostPictures = 8;
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
  const pages = pagesOf(positions).slice(0, mostPictures);
  const drawn = await Promise.all(
    pages.map((page) => cards.positionsMap({ ...page, theme: asked.theme }, translate)),
  );
  const pictures = drawn.flatMap((each, at) =>
    'refused' in each ? [] : [{ name: pictureName(at), data: each.png, description: each.alt }],
  );
  const [refused] = drawn.flatMap((each) => ('refused' in each ? [each.refused] : []));
  const head = text(`**${translate('map.title')}**`);
  const why = refused ? [text(translate(refused.key, refused.values))] : [];
  const foot = text(footOf(positions, translate));
  const { shown, left } = thatFit(
    mapBlocksOf(positions, translate),
    roomBeside([head, ...why, foot]) - slack,
  );
  const isWhole = left === 0;
  const reply = message(answered, [
    head,
    ...why,
    ...pictures.map(gallery),
    text(shown),
    ...(isWhole ? [] : [text(translate('map.rest', { count: left }))]),
    foot,
    ...(isWhole ? [] : [fileOf(textName)]),
    ...passageMenu(placesOf(positions), translate),
    ...mapButtons(asked, translate),
  ]);
  const files = [
    ...pictures,
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

function gallery({
  name,
  description,
}: {
  readonly name: string;
  readonly description: string;
}): APIComponentInContainer {
  const media = { url: `attachment://${name}` };
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

/** What the sources tell, and of the proposals those of which they tell most, as many as there is room for. */
async function positionsFor({ who, proposal }: MapAsked, app: App): Promise<Positions> {
  const { positions } = app.library;
  const asked = proposal ? [proposal] : positions.proposals;
  if (asked.length === 0) throw nothingProposed(app.library);
  const all = await Promise.all(asked.map((each) => partOf(each, app)));
  const parts = all.map(({ cells, ...rest }) => ({
    ...rest,
    cells: cells.filter(({ party }) => !who || who.ids.has(party)),
  }));
  const told = parts.filter(({ cells }) => cells.length > 0);
  if (told.length === 0) throw new UserError({ key: 'map.empty' });
  const best = new Set(told.toSorted((a, b) => b.cells.length - a.cells.length).slice(0, mostProposals));
  const shown = told.filter((each) => best.has(each));
  const cells = shown.flatMap((each) => each.cells);
  const makers = shown.flatMap((each) => each.makers);
  const parties = [...positions.everybody, ...makers].filter(({ id }) =>
    cells.some(({ party }) => party === id),
  );
  return { parties, proposals: shown.map((each) => each.proposed), cells };
}

/** A proposal's part of a map. */
interface Part {
  readonly proposed: Proposal;
  readonly cells: readonly Position[];
  /** Those who made the text that it stands in, where no id tells who put it forward. */
  readonly makers: readonly Named[];
}

async function partOf(proposal: Proposal, { library, translate }: App): Promise<Part> {
  const { joint, what } = proposal;
  const [words] = what;
  if (joint && words) {
    const maker = { id: `${joint.id}:makers`, name: namesOf(joint, translate) };
    const cell: Position = { party: maker.id, proposal: proposal.id, stance: 'by', ...words };
    return { proposed: proposal, makers: [maker], cells: [cell] };
  }
  const shown = await library.positions.proposal(proposal);
  const cellOf = (item: Item, stance: Position['stance']): Position[] => {
    const { who, passage, start, end } = item;
    if (who === undefined) return [];
    const teller = tellerOf(item, library.positions.everybody, translate);
    return [{ party: who, proposal: proposal.id, stance, passage, start, end, teller }];
  };
  const cells = [
    ...shown.by.flatMap((item) => cellOf(item, 'by')),
    ...stances.flatMap((stance) => shown.stances[stance].flatMap((item) => cellOf(item, stance))),
  ];
  return { proposed: proposal, makers: [], cells };
}

/** Those who made a text, as it writes them: who issued it, or else who signed it; where it names nobody, its own name. */
function namesOf(joint: JointStatement, translate: Translate): string {
  const [makers] = makersOf(joint);
  if (!makers) return joint.name;
  const names = 'by' in makers ? writtenNames(makers.by) : makers.names;
  return listFormat(translate.locale).format(names);
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
