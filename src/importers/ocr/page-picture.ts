// A page of a PDF as people see it, in grey, for text recognition. PDFium draws it, as WebAssembly: it knows every way in which
// scanners pack their pictures, and can do nothing outside of its own memory.
import { PDFiumLibrary } from '@hyzyla/pdfium';

/** Rows go from top to bottom, a byte for each pixel, 0 is black. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
  /** Pixels to a point, of which 72 are an inch. */
  readonly scale: number;
}

/** 300 dots an inch are what recognition is made for (tesseract's own advice). */
const bestScale = 300 / 72;
/** Pixels of a page: A4 in 300 dots an inch has nine million. */
const mostPixels = 14_000_000;

/** @param number counted from 1. */
export async function pictureOf(bytes: Uint8Array, number: number): Promise<Picture> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(bytes);
    const page = document.getPage(number - 1);
    const { originalWidth, originalHeight } = page.getOriginalSize();
    const scale = Math.min(bestScale, Math.sqrt(mostPixels / Math.max(1, originalWidth * originalHeight)));
    const { width, height, data } = await page.render({
      scale,
      colorSpace: 'Gray',
      render: ({ data: pixels }) => Promise.resolve(pixels),
    });
    const drawn = { width, height, pixels: Uint8Array.from(data), scale: width / originalWidth };
    document.destroy();
    return drawn;
  } finally {
    library.destroy();
  }
}
