// Third step of a picture: boxes become an SVG (satori sets the text) and the SVG a PNG (resvg). It holds the processor
// for as long as it takes, so that the bot runs it in a thread of its own (press.ts).
import { Resvg } from '@resvg/resvg-js';
import { cut } from '../common/cut.ts';
import type { CardContent } from './content.ts';
import { type Lettering, letteringFor, unseen } from './fonts.ts';
import type { MapContent } from './map-content.ts';
import { mapBoxes, mapWidth } from './map-layout.ts';
import { type Box, textsOf } from './nodes.ts';
import { besideWords, fits, measure, quoteBoxes, type Setting, smallest, width } from './quote-layout.ts';
import { satori } from './satori.ts';
import type { Theme } from './themes.ts';

interface QuoteJob {
  readonly kind: 'quote';
  readonly content: CardContent;
  readonly theme: Theme;
}

interface MapJob {
  readonly kind: 'map';
  readonly content: MapContent;
  readonly theme: Theme;
}

/** What to draw: plain data, so that it can go to another thread. */
export type Job = QuoteJob | MapJob;

/** A picture, or the letters that no font has. Sizes in pixels. */
export type Drawn =
  | { readonly png: Uint8Array; readonly width: number; readonly height: number }
  | { readonly missing: readonly string[] };

/** A picture whose text is set: `words` is what it shows of the words that were to be shown. */
export interface Page {
  readonly svg: string;
  readonly boxes: Box;
  readonly height: number;
  readonly words: string;
}

/** Draws a picture. Throws only where the libraries do. */
export async function draw(job: Job): Promise<Drawn> {
  const page = await setPage(job);
  if ('missing' in page) return page;
  const image = new Resvg(page.svg, { font: { loadSystemFonts: false } }).render();
  return { png: image.asPng(), width: image.width, height: image.height };
}

/** A picture as an SVG, its type as large as its place allows. */
export async function setPage(job: Job): Promise<Page | { readonly missing: readonly string[] }> {
  const missing = new Set<string>();
  const page = job.kind === 'quote' ? await setQuote(job, missing) : await setMap(job, missing);
  return missing.size > 0 ? { missing: [...missing] } : page;
}

const noFamily = { family: { words: '', beside: '', strong: '' } };

/**
 * Tries the type sizes from the largest that may do; at the smallest the words are cut at their end until they fit. Only
 * what was found to fit is balanced, and not the smallest type, where a short last line does no harm.
 */
async function setQuote({ content, theme }: QuoteJob, missing: Set<string>): Promise<Page> {
  // Twice what the highest card holds of common words, and more than it holds of narrow letters.
  const whole = cut(content.words, 4_000);
  const least: Setting = { ...smallest, wrap: 'wrap' };
  const lettering = letteringOf(quoteBoxes(content, theme, `${whole}…`, least, noFamily), missing);
  const set = async (words: string, setting: Setting): Promise<Page> => {
    const boxes = quoteBoxes(content, theme, words, setting, lettering);
    return { ...(await setBoxes(boxes, width, lettering, missing)), words };
  };
  for (const { size, highest } of fits.slice(firstFit(whole), -1)) {
    const page = await set(whole, { size, wrap: 'wrap' });
    if (page.height <= highest) return set(whole, { size, wrap: 'balance' });
  }
  let page = await set(whole, least);
  while (page.height > smallest.highest && page.words.length > 1)
    page = await set(cut(whole, shorter(page)), least);
  return page;
}

/** How many of a page's words may fit, a little fewer each time. */
function shorter({ words, height }: Page): number {
  const kept = (smallest.highest - besideWords) / (height - besideWords);
  return Math.floor(words.length * Math.min(kept, 0.97));
}

/** Where to begin: the first size with which the words may fit, were each of their letters rather narrow. */
function firstFit(words: string): number {
  const narrow = 0.44;
  const found = fits.findIndex(({ size, highest }) => {
    const lines = Math.ceil((words.length * size * narrow) / measure);
    return lines * size * 1.3 <= highest - besideWords;
  });
  return found === -1 ? fits.length - 1 : found;
}

async function setMap({ content, theme }: MapJob, missing: Set<string>): Promise<Page> {
  const lettering = letteringOf(mapBoxes(content, theme, noFamily), missing);
  return setBoxes(mapBoxes(content, theme, lettering), mapWidth, lettering, missing);
}

function letteringOf(boxes: Box, missing: Set<string>): Lettering {
  const lettering = letteringFor(textsOf(boxes));
  for (const letter of lettering.missing) missing.add(letter);
  return lettering;
}

async function setBoxes(
  boxes: Box,
  across: number,
  { fonts }: Lettering,
  missing: Set<string>,
): Promise<Page> {
  let height = 0;
  const svg = await satori(boxes, {
    width: across,
    fonts,
    onNodeDetected: (node) => {
      height = Math.max(height, Math.ceil(node.top + node.height));
    },
    // Asked where no font has a letter, though one declares its script.
    loadAdditionalAsset: async (_code, letters) => {
      for (const letter of letters) if (!unseen.test(letter)) missing.add(letter);
      return [];
    },
  });
  return { svg, boxes, height, words: '' };
}
