// A map of positions as boxes: one proposal below the other, and under each a row for every stance with those who take it. Each stance
// has a colour, a symbol and its name, so that nobody needs the colours, and the citation stands beside each name.
import type { Lettering } from './fonts.ts';
import type { Holder, MapContent, StanceRow } from './map-content.ts';
import { type Box, box, type Style, text } from './nodes.ts';
import { type Palette, palettes, type Stance, type Theme } from './themes.ts';

const margin = 40;
/** In pixels. A phone shows it at half its size and a desktop at three quarters: the smallest type is then 11 and 17 pixels high. */
export const mapWidth = 720;
const symbolSize = 32;

interface Look {
  readonly palette: Palette;
  readonly family: Lettering['family'];
}

export function mapBoxes(content: MapContent, theme: Theme, { family }: Pick<Lettering, 'family'>): Box {
  const look: Look = { palette: palettes[theme], family };
  const { palette } = look;
  return box(
    {
      flexDirection: 'column',
      width: mapWidth,
      padding: `36px ${margin}px 36px`,
      backgroundColor: palette.paper,
      color: palette.ink,
      fontFamily: family.beside,
    },
    text({ fontFamily: family.words, fontSize: 38, lineHeight: 1.3, marginBottom: 20 }, content.title),
    ...content.proposals.map((proposal) => proposalBox(proposal, look)),
    footOf(content, look),
  );
}

const strong = ({ family }: Look): Style => ({ fontFamily: family.strong, fontWeight: 600 });

function proposalBox({ name, rows }: MapContent['proposals'][number], look: Look): Box {
  const head: Style = {
    fontSize: 28,
    lineHeight: 1.3,
    padding: '10px 14px',
    backgroundColor: look.palette.shade,
    ...strong(look),
  };
  return box(
    { flexDirection: 'column', marginBottom: 26 },
    text(head, name),
    ...rows.map((row) => rowOf(row, look)),
  );
}

function rowOf({ stance, name, holders, more }: StanceRow, look: Look): Box {
  const { palette } = look;
  return box(
    { padding: '12px 14px 0' },
    symbolOf(stance, palette),
    box(
      { flexDirection: 'column', marginLeft: 14, flexShrink: 1, flexGrow: 1, flexBasis: 0 },
      text({ fontSize: 24, lineHeight: 1.35, color: palette.stances[stance], ...strong(look) }, name),
      ...holders.map((holder) => holderBox(holder, look)),
      more === undefined ? undefined : text({ fontSize: 22, lineHeight: 1.35, color: palette.quiet }, more),
    ),
  );
}

/** The citation stands behind the name, or below it where there is no room. */
function holderBox({ name, label, teller }: Holder, look: Look): Box {
  const quiet: Style = { fontSize: 22, lineHeight: 1.35, color: look.palette.quiet };
  return box(
    { flexWrap: 'wrap', alignItems: 'baseline' },
    text({ fontSize: 26, lineHeight: 1.35, marginRight: 12 }, name),
    text({ ...quiet, marginRight: 12 }, label),
    teller === undefined ? undefined : text(quiet, teller),
  );
}

function footOf({ note, sources }: MapContent, { palette }: Look): Box {
  return box(
    { flexDirection: 'column', paddingTop: 16, borderTop: `1px solid ${palette.line}` },
    ...[note, ...sources].map((line) => text({ fontSize: 22, lineHeight: 1.4, color: palette.quiet }, line)),
  );
}

/** Lines in a square of 24. Those that take sides are filled, so that they are found first. */
const strokes: Readonly<Record<Stance, string>> = {
  by: 'M8.4 18.6V6.2h8.4l-2.2 3.3 2.2 3.3H8.4',
  for: 'M6.5 12.5l3.6 3.8 7.4-8.4',
  against: 'M7.8 7.8l8.4 8.4M16.2 7.8l-8.4 8.4',
  conditional: 'M12 3.5a8.5 8.5 0 0 1 0 17z',
  doubtful: 'M9.2 9.4a2.9 2.9 0 1 1 4.3 2.6c-1 .6-1.5 1.1-1.5 2.2M12 17.1v.2',
};

function symbolOf(stance: Stance, palette: Palette): Box {
  const colour = palette.stances[stance];
  const filled = stance === 'for' || stance === 'against';
  const half = stance === 'conditional';
  const ring = { cx: 12, cy: 12, r: 10.2, stroke: colour, strokeWidth: 1.8 };
  return {
    type: 'svg',
    props: {
      width: symbolSize,
      height: symbolSize,
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
