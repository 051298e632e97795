// A map of positions as boxes: a grid with a column a party and a row a proposal. Each position has a colour and a symbol
// of its own, so that nobody needs the colours, and the citation beside it.
import type { Lettering } from './fonts.ts';
import type { MapCell, MapContent, Shown } from './map-content.ts';
import { type Box, box, type Style, text } from './nodes.ts';
import { type Palette, palettes, type Stance, type Theme } from './themes.ts';

const margin = 52;
const firstColumn = 290;
/** Wide enough for "security-" beside a symbol, where a citation's hyphens break its line. */
const narrowest = 158;

function columnOf({ parties }: Pick<MapContent, 'parties'>): number {
  const room = 1_200 - 2 * margin - firstColumn;
  return Math.max(narrowest, Math.floor(room / Math.max(1, parties.length)));
}

/** In pixels: 1,200, or wider where there are many parties. */
export function mapWidth(content: Pick<MapContent, 'parties'>): number {
  return 2 * margin + firstColumn + columnOf(content) * content.parties.length;
}

interface Look {
  readonly palette: Palette;
  readonly family: Lettering['family'];
  readonly column: number;
}

export function mapBoxes(content: MapContent, theme: Theme, { family }: Pick<Lettering, 'family'>): Box {
  const look: Look = { palette: palettes[theme], family, column: columnOf(content) };
  const { palette } = look;
  return box(
    {
      flexDirection: 'column',
      width: mapWidth(content),
      padding: `44px ${margin}px 40px`,
      backgroundColor: palette.paper,
      color: palette.ink,
      fontFamily: family.beside,
    },
    text({ fontFamily: family.words, fontSize: 38, lineHeight: 1.3, marginBottom: 22 }, content.title),
    headOf(content, look),
    ...content.rows.map((row) => rowOf(row, look)),
    legendOf(content, look),
  );
}

const strong = ({ family }: Look): Style => ({ fontFamily: family.strong, fontWeight: 600 });

function headOf({ parties }: MapContent, look: Look): Box {
  const head: Style = {
    width: look.column,
    flexShrink: 0,
    padding: '14px 12px',
    fontSize: 19,
    lineHeight: 1.25,
    ...strong(look),
  };
  return box(
    {
      backgroundColor: look.palette.shade,
      borderBottom: `2px solid ${look.palette.line}`,
      alignItems: 'flex-end',
    },
    box({ width: firstColumn, flexShrink: 0 }),
    ...parties.map((party) => text(head, party)),
  );
}

function rowOf({ proposal, cells }: MapContent['rows'][number], look: Look): Box {
  return box(
    { borderBottom: `1px solid ${look.palette.line}` },
    text(
      { width: firstColumn, flexShrink: 0, padding: '16px 16px 16px 12px', fontSize: 20, lineHeight: 1.35 },
      proposal,
    ),
    ...cells.map((cell) => cellBox(cell, look)),
  );
}

function cellBox({ positions, more }: MapCell, look: Look): Box {
  return box(
    { width: look.column, flexShrink: 0, flexDirection: 'column', padding: '16px 8px 16px 12px' },
    ...positions.map((position, index) => positionBox(position, { ...look, first: index === 0 })),
    more === undefined
      ? undefined
      : text(
          { fontSize: 16, lineHeight: 1.3, color: look.palette.quiet, marginTop: 6, marginLeft: 34 },
          more,
        ),
  );
}

function positionBox({ stance, label, teller }: Shown, look: Look & { readonly first: boolean }): Box {
  const beside = [
    label && text({ fontSize: 16, lineHeight: 1.35 }, label),
    teller && text({ fontSize: 15, lineHeight: 1.3, color: look.palette.quiet }, teller),
  ];
  return box(
    { marginTop: look.first ? 0 : 8 },
    symbolOf(stance, look.palette),
    box(
      { flexDirection: 'column', marginLeft: 8, flexShrink: 1, flexGrow: 1, flexBasis: 0 },
      ...beside.filter((each) => typeof each === 'object'),
    ),
  );
}

function legendOf({ legend, note, sources }: MapContent, look: Look): Box {
  const { palette } = look;
  return box(
    { flexDirection: 'column', paddingTop: 24 },
    box(
      { flexWrap: 'wrap' },
      ...legend.map(({ stance, name }) =>
        box(
          { alignItems: 'center', marginRight: 30, marginBottom: 8 },
          symbolOf(stance, palette),
          text({ fontSize: 18, marginLeft: 9, lineHeight: 1.35 }, name),
        ),
      ),
    ),
    ...[note, ...sources].map((line) => text({ fontSize: 17, lineHeight: 1.45, color: palette.quiet }, line)),
  );
}

/** Lines in a square of 24. Those that take sides are filled, so that they are found first. */
const strokes: Readonly<Record<Stance, string>> = {
  for: 'M6.5 12.5l3.6 3.8 7.4-8.4',
  against: 'M7.8 7.8l8.4 8.4M16.2 7.8l-8.4 8.4',
  conditional: 'M12 3.5a8.5 8.5 0 0 1 0 17z',
  doubtful: 'M9.2 9.4a2.9 2.9 0 1 1 4.3 2.6c-1 .6-1.5 1.1-1.5 2.2M12 17.1v.2',
  silent: 'M7.5 12h9',
};

function symbolOf(stance: Stance, palette: Palette): Box {
  const colour = palette.stances[stance];
  const filled = stance === 'for' || stance === 'against';
  const half = stance === 'conditional';
  const ring = { cx: 12, cy: 12, r: 10.2, stroke: colour, strokeWidth: stance === 'silent' ? 0 : 1.8 };
  return {
    type: 'svg',
    props: {
      width: 25,
      height: 25,
      viewBox: '0 0 24 24',
      style: { flexShrink: 0 },
      children: [
        { type: 'circle', props: { ...ring, fill: filled ? colour : 'none' } },
        {
          type: 'path',
          props: {
            d: strokes[stance],
            fill: half ? colour : 'none',
            stroke: half ? 'none' : filled ? palette.paper : colour,
            strokeWidth: 2.3,
            strokeLinecap: 'round',
            strokeLinejoin: 'round',
          },
        },
      ],
    },
  };
}
