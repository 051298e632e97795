// Second step of a card: its texts as boxes. One design: a bar in the colour of the mark, the words in the middle, who
// said them below, and at the foot where they stand.
import { isFromRight } from './brackets.ts';
import type { CardContent } from './content.ts';
import type { Lettering } from './fonts.ts';
import { type Box, box, type Style, text } from './nodes.ts';
import { type Palette, palettes, type Theme } from './themes.ts';

/** 1200 by 630: what social cards are cut to. A card is wider than high, or as high as its words need. */
export const width = 1_200;
const leastHeight = 630;

const bar = 14;
const margin = 76;

/** How long a line of the words can be, and how much of a card's height the rest takes at least. */
export const measure = width - 2 * margin;
export const besideWords = 270;

/** Where the words stand: the type size in pixels, and how high the card may become with it. */
export interface Fit {
  readonly size: number;
  readonly highest: number;
}

/** The last size to try; what does not fit then is cut. 4:5 is the highest that is commonly shown whole. */
export const smallest: Fit = { size: 28, highest: 1_500 };

/**
 * The sizes that are tried, largest first. Down to 32 a card keeps its shape, as that is the smallest that can be read
 * where Discord shows it at half its width; from there it grows, first to a square.
 */
export const fits: readonly Fit[] = [
  { size: 76, highest: leastHeight },
  { size: 64, highest: leastHeight },
  { size: 56, highest: leastHeight },
  { size: 48, highest: leastHeight },
  { size: 42, highest: leastHeight },
  { size: 37, highest: leastHeight },
  { size: 32, highest: 1_200 },
  smallest,
];

/** Text that begins with a letter of Hebrew, Arabic and their kin is set from the right. */
function directionOf(words: string): Style {
  return isFromRight(words)
    ? { direction: 'rtl', textAlign: 'right' }
    : { direction: 'ltr', textAlign: 'left' };
}

/** How the words are set: `balance` leaves no single word on the last line. It needs no more lines, but ten times as long. */
export interface Setting {
  readonly size: number;
  readonly wrap: 'wrap' | 'balance';
}

/** Large type needs less air between its lines. */
function styleOf({ size, wrap }: Setting): Style {
  return { fontSize: size, lineHeight: size > 44 ? 1.32 : 1.45, textWrap: wrap };
}

/** A card with its words set in one way; `words` may be shorter than those of the content, where they were cut. */
export function quoteBoxes(
  content: CardContent,
  theme: Theme,
  words: string,
  setting: Setting,
  { family }: Pick<Lettering, 'family'>,
): Box {
  const palette = palettes[theme];
  return box(
    {
      width,
      minHeight: leastHeight,
      backgroundColor: palette.paper,
      color: palette.ink,
      fontFamily: family.beside,
    },
    box({ width: bar, backgroundColor: palette.marks[content.mark], flexShrink: 0 }),
    box(
      {
        flexDirection: 'column',
        width: width - bar,
        padding: `52px ${margin}px 44px ${margin - bar}px`,
      },
      headOf(content, palette, family),
      box(
        { flexGrow: 1, flexDirection: 'column', justifyContent: 'center', padding: '34px 0 38px' },
        text(
          { fontFamily: family.words, whiteSpace: 'pre-line', ...styleOf(setting), ...directionOf(words) },
          words,
        ),
        speakerOf(content, palette, family),
      ),
      footOf(content, palette, family),
    ),
  );
}

type Families = Lettering['family'];

function headOf(content: CardContent, palette: Palette, family: Families): Box {
  const strong: Style = { fontFamily: family.strong, fontWeight: 600, fontSize: 23, lineHeight: 1.3 };
  return box(
    { justifyContent: 'space-between', alignItems: 'center' },
    text({ ...strong, color: palette.marks[content.mark] }, content.markName),
    content.status === undefined ? undefined : text({ ...strong, color: palette.warning }, content.status),
  );
}

function speakerOf({ speaker, clause }: CardContent, palette: Palette, family: Families): Box | undefined {
  if (speaker === undefined && clause === undefined) return undefined;
  return box(
    { flexDirection: 'column', marginTop: 28 },
    speaker === undefined
      ? undefined
      : text({ fontFamily: family.strong, fontWeight: 600, fontSize: 28, lineHeight: 1.35 }, speaker),
    clause === undefined
      ? undefined
      : text({ fontSize: 24, lineHeight: 1.4, color: palette.quiet, marginTop: 4 }, clause),
  );
}

function footOf(content: CardContent, palette: Palette, family: Families): Box {
  const quiet: Style = { fontSize: 21, lineHeight: 1.4, color: palette.quiet };
  const strong: Style = { fontFamily: family.strong, fontWeight: 600, fontSize: 23, lineHeight: 1.35 };
  return box(
    { borderTop: `2px solid ${palette.line}`, paddingTop: 22, justifyContent: 'space-between' },
    box(
      { flexDirection: 'column', flexGrow: 1, flexShrink: 1, flexBasis: 0, paddingRight: 40 },
      text(strong, content.title),
      text(quiet, content.published.join(' · ')),
    ),
    box(
      { alignItems: 'flex-start', maxWidth: 460, flexShrink: 0 },
      text({ ...strong, textAlign: 'right' }, content.label),
    ),
  );
}
