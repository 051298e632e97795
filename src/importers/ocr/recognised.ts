// What text recognition read of a page: hOCR, as tesseract writes it, becomes pieces of text with their places, so that all that
// is made of a PDF's lines is made of these.
import sax from 'sax';
import { commonSize, type Item } from '../pdf/pdf-items.ts';

/** A page that was recognised: `scale` are the pixels to a point of the picture that was read. */
export interface RecognisedPage {
  /** Counted from 1. */
  readonly page: number;
  readonly hocr: string;
  readonly scale: number;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** Points, like those of any page of a PDF. */
export interface ReadPage {
  readonly items: readonly Item[];
  readonly width: number;
  readonly height: number;
  /** From 0 to 100, the mean of all letters. */
  readonly confidence: number;
  /** Words of which recognition itself is not sure. */
  readonly unsure: readonly string[];
}

/** From 0 to 100. What it gives less is wrong about every second time. */
const sure = 60;
/** Lines of one size are measured by their tallest letters, and so up to a quarter apart. */
const sameSize = 0.25;

interface Word {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly confidence: number;
}

interface Line {
  /** The base line on the left, downwards from the top, and how much it goes down with each pixel to the right. */
  readonly base: number;
  readonly slope: number;
  readonly left: number;
  readonly size: number;
  readonly words: Word[];
}

export function readRecognised({ hocr, scale, width, height }: RecognisedPage): ReadPage {
  const lines = linesOf(hocr).filter(({ words }) => words.length > 0);
  const words = lines.flatMap((line) => line.words);
  const body = commonSize(
    lines.map(({ size, words: own }) => ({ size, text: own.map(({ text }) => text).join('') })),
    1,
  );
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  const weighed = words.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0);
  return {
    items: lines.flatMap((line) => itemsOf(line, body, scale, height)),
    width: width / scale,
    height: height / scale,
    confidence: letters === 0 ? 0 : Math.round(weighed / letters),
    unsure: words.filter(({ confidence }) => confidence < sure).map(({ text }) => text),
  };
}

/** A line that leans is laid straight at its middle, so that both ends stand in one row. */
function itemsOf(
  { base, slope, left, size, words }: Line,
  body: number,
  scale: number,
  height: number,
): Item[] {
  const points = Math.abs(size - body) <= sameSize * body ? body : size;
  const right = Math.max(...words.map((word) => word.right));
  const y = base + (slope * (right - left)) / 2;
  return words.map((word) => ({
    text: word.text,
    x: word.left / scale,
    y: (height - y) / scale,
    width: (word.right - word.left) / scale,
    size: points / scale,
    font: 'recognised',
  }));
}

const lineClasses: ReadonlySet<string> = new Set(['ocr_line', 'ocr_header', 'ocr_caption', 'ocr_textfloat']);

function linesOf(hocr: string): Line[] {
  const lines: Line[] = [];
  const parser = sax.parser(true);
  let word: { text: string; title: string; depth: number } | undefined;
  let depth = 0;
  parser.onopentag = ({ attributes }) => {
    depth++;
    const name = String(attributes['class'] ?? '');
    const title = String(attributes['title'] ?? '');
    if (lineClasses.has(name)) lines.push(lineOf(title));
    if (name === 'ocrx_word') word = { text: '', title, depth };
  };
  parser.ontext = (text) => {
    if (word) word.text += text;
  };
  parser.onclosetag = () => {
    if (word?.depth === depth) {
      const read = wordOf(word.text, word.title);
      if (read) lines.at(-1)?.words.push(read);
      word = undefined;
    }
    depth--;
  };
  // What is wrong in it is passed over, and nothing is asked of its end: whoever compares sees what is missing.
  parser.onerror = () => undefined;
  parser.write(hocr);
  return lines;
}

function lineOf(title: string): Line {
  const [left = 0, top = 0, , bottom = 0] = numbersOf(title, 'bbox');
  const [slope = 0, offset = 0] = numbersOf(title, 'baseline');
  const [size = bottom - top] = numbersOf(title, 'x_size');
  return { base: bottom + offset, slope, left, size, words: [] };
}

function wordOf(typed: string, title: string): Word | undefined {
  const text = typed.trim();
  const [left, , right] = numbersOf(title, 'bbox');
  const [confidence = 0] = numbersOf(title, 'x_wconf');
  if (text === '' || left === undefined || right === undefined) return undefined;
  return { text, left, right, confidence };
}

/** hOCR's properties stand in one attribute, parted by semicolons: `bbox 36 92 618 133; x_wconf 96`. */
function numbersOf(title: string, property: string): number[] {
  const found = title
    .split(';')
    .map((part) => part.trim().split(/\s+/u))
    .find(([name]) => name === property);
  return (found ?? []).slice(1).map(Number).filter(Number.isFinite);
}
