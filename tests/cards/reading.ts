// Reads a drawn picture: where there is ink, and what a PNG says of itself.
import { Resvg } from '@resvg/resvg-js';
import { palettes, type Theme } from '../../src/cards/themes.ts';

/** Width and height as the PNG's own header gives them; throws where it is no PNG. */
export function sizeOf(png: Uint8Array): { width: number; height: number } {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  if (view.getUint32(0) !== 0x89504e47) throw new Error('this is no PNG');
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

export interface Edges {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** A part of a picture, in pixels from its left upper corner. */
export interface Region {
  readonly left?: number;
  readonly top?: number;
  readonly bottom?: number;
}

/** How far the ink of a picture stays from each of its edges, in pixels; a region leaves out the rest, such as the bar. */
export function marginsOf(svg: string, theme: Theme, region: Region = {}): Edges {
  const { width, height, pixels } = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  const paper = Number.parseInt(palettes[theme].paper.slice(1), 16);
  const edges = { top: height, bottom: height, left: width, right: width };
  for (let y = region.top ?? 0; y < (region.bottom ?? height); y++) {
    for (let x = region.left ?? 0; x < width; x++) {
      const at = (y * width + x) * 4;
      const colour = (pixels[at]! << 16) | (pixels[at + 1]! << 8) | pixels[at + 2]!;
      if (colour === paper) continue;
      edges.top = Math.min(edges.top, y);
      edges.bottom = Math.min(edges.bottom, height - 1 - y);
      edges.left = Math.min(edges.left, x);
      edges.right = Math.min(edges.right, width - 1 - x);
    }
  }
  return edges;
}
