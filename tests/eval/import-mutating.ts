// A file made worse: bytes turned, lost, doubled; pieces of XML, HTML and of a PDF's pages swapped and put inside of one another. The same
// seed makes the same.
import { deflateSync, inflateSync } from 'node:zlib';
import { entriesOf, unpacked } from '../../src/importers/docx/zip.ts';
import { mostEntries, mostUnpackedBytes } from '../../src/importers/limits.ts';
import { zip } from '../importers/files.ts';
import type { Chance } from './chance.ts';

type Bytes = (bytes: Buffer, chance: Chance) => Buffer;
type Text = (text: string, chance: Chance) => string;

interface Range {
  readonly from: number;
  readonly to: number;
}

function rangeIn(length: number, chance: Chance): Range {
  const from = chance.between(0, Math.max(1, length));
  return {
    from,
    to: Math.min(length, from + 1 + chance.between(0, Math.max(1, length >> chance.between(1, 8)))),
  };
}

/** Two ranges, one behind the other. */
function twoIn(length: number, chance: Chance): [Range, Range] {
  const [a, b, c, d] = Array.from({ length: 4 }, () => chance.between(0, length + 1)).sort((x, y) => x - y);
  return [
    { from: a ?? 0, to: b ?? 0 },
    { from: c ?? 0, to: d ?? 0 },
  ];
}

const ofBytes: readonly Bytes[] = [
  function turned(bytes, chance) {
    const copy = Buffer.from(bytes);
    for (let times = chance.between(1, 40); times > 0 && copy.length > 0; times--)
      copy[chance.between(0, copy.length)] = chance.between(0, 256);
    return copy;
  },
  function oneBit(bytes, chance) {
    const copy = Buffer.from(bytes);
    const at = chance.between(0, Math.max(1, copy.length));
    if (at < copy.length) copy[at] = (copy[at] ?? 0) ^ (1 << chance.between(0, 8));
    return copy;
  },
  function cut(bytes, chance) {
    const at = chance.between(0, bytes.length + 1);
    return chance.next() < 0.7 ? bytes.subarray(0, at) : bytes.subarray(at);
  },
  function lost(bytes, chance) {
    const { from, to } = rangeIn(bytes.length, chance);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  function doubled(bytes, chance) {
    const { from, to } = rangeIn(bytes.length, chance);
    const times = chance.between(2, 12);
    return Buffer.concat([
      bytes.subarray(0, from),
      ...Array.from({ length: times }, () => bytes.subarray(from, to)),
      bytes.subarray(to),
    ]);
  },
  function zeros(bytes, chance) {
    const { from, to } = rangeIn(bytes.length, chance);
    return Buffer.from(bytes).fill(chance.of([0, 0x20, 0xff]), from, to);
  },
];

/** Tags and what stands between them; the words of a text where there are none. */
function piecesOf(text: string): string[] {
  return text.match(text.includes('<') ? /<[^>]*>|[^<]+|</gu : /\S+|\s+/gu) ?? [];
}

const ofPieces: readonly Text[] = [
  function swapped(text, chance) {
    const pieces = piecesOf(text);
    const [a, b] = twoIn(pieces.length, chance);
    return [
      ...pieces.slice(0, a.from),
      ...pieces.slice(b.from, b.to),
      ...pieces.slice(a.to, b.from),
      ...pieces.slice(a.from, a.to),
      ...pieces.slice(b.to),
    ].join('');
  },
  function doubledPieces(text, chance) {
    const pieces = piecesOf(text);
    const { from, to } = rangeIn(pieces.length, chance);
    const piece = pieces.slice(from, to).join('');
    const most = Math.max(1, Math.floor(200_000 / Math.max(1, piece.length)));
    return pieces.toSpliced(from, 0, piece.repeat(Math.min(most, chance.between(1, 60)))).join('');
  },
  function lostPieces(text, chance) {
    const pieces = piecesOf(text);
    for (let times = chance.between(1, 6); times > 0; times--)
      pieces.splice(chance.between(0, pieces.length + 1), 1);
    return pieces.join('');
  },
  function nested(text, chance) {
    const names = [...text.matchAll(/<([a-z][\w:]*)/giu)].map(([, name]) => name ?? 'b');
    const name = names.length > 0 ? chance.of(names) : chance.of(['div', '> ', '- ', '*', '[']);
    const pieces = piecesOf(text);
    const { from, to } = rangeIn(pieces.length, chance);
    const times = chance.of([2, 10, 100, 400, 600, 5_000]);
    const [opens, closes] = names.length > 0 ? [`<${name}>`, `</${name}>`] : [name, name];
    const inner = [
      opens.repeat(times),
      ...pieces.slice(from, to),
      chance.next() < 0.8 ? closes.repeat(times) : '',
    ];
    return [...pieces.slice(0, from), ...inner, ...pieces.slice(to)].join('');
  },
  function intoItself(text, chance) {
    const pieces = piecesOf(text);
    const { from, to } = rangeIn(pieces.length, chance);
    return pieces.toSpliced(chance.between(0, pieces.length + 1), 0, ...pieces.slice(from, to)).join('');
  },
  function numbers(text, chance) {
    const wild = ['0', '-1', '1', '65536', '99999999', '2147483648', '1e9', '0.00001'];
    return text.replace(/\d+(?:\.\d+)?/gu, (number) => (chance.next() < 0.03 ? chance.of(wild) : number));
  },
  function attributes(text, chance) {
    const values = ['', 'none', 'x', '"', '&#0;', '&amp;lt;', '%1', 'begin', 'end'];
    return text.replace(/="[^"]*"/gu, (value) => (chance.next() < 0.03 ? `="${chance.of(values)}"` : value));
  },
];

/** The text of a file changed, whatever it is packed in. */
const ofText: Bytes = (bytes, chance) => {
  const change = chance.of(ofPieces);
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04'))) return inArchive(bytes, chance, change);
  if (bytes.subarray(0, 5).equals(Buffer.from('%PDF-'))) return inPdf(bytes, chance, change);
  return Buffer.from(change(bytes.toString('latin1'), chance), 'latin1');
};

function inArchive(bytes: Buffer, chance: Chance, change: Text): Buffer {
  const entries = entriesOf(bytes, mostEntries) ?? [];
  const files = entries.map((entry) => {
    const data = unpacked(bytes, entry, mostUnpackedBytes);
    return { name: entry.name, data: Buffer.isBuffer(data) ? data : Buffer.alloc(0) };
  });
  const xml = files.filter(({ name }) => name.endsWith('.xml'));
  if (xml.length === 0) return bytes;
  const document = files.find(({ name }) => name === 'word/document.xml');
  const chosen = document && chance.next() < 0.6 ? document : chance.of(xml);
  const changed = (data: Buffer): Buffer => Buffer.from(change(data.toString('latin1'), chance), 'latin1');
  return zip(
    Object.fromEntries(files.map((file) => [file.name, file === chosen ? changed(file.data) : file.data])),
  );
}

/** One of the packed streams of a PDF is changed; the readers of PDF find their objects again by themselves. */
function inPdf(bytes: Buffer, chance: Chance, change: Text): Buffer {
  const latin = bytes.toString('latin1');
  const streams = [...latin.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/gu)];
  if (streams.length === 0 || chance.next() < 0.3) return Buffer.from(change(latin, chance), 'latin1');
  const [whole, data = ''] = chance.of(streams);
  const at = latin.indexOf(whole);
  let changed: string;
  try {
    const text = inflateSync(Buffer.from(data, 'latin1'), { maxOutputLength: 8_000_000 }).toString('latin1');
    changed = deflateSync(Buffer.from(change(text, chance), 'latin1')).toString('latin1');
  } catch {
    changed = change(data, chance);
  }
  const put = `stream\n${changed}\nendstream`;
  return Buffer.from(latin.slice(0, at) + put + latin.slice(at + whole.length), 'latin1');
}

/** A file after one to three mutations. */
export function mutated(bytes: Buffer, chance: Chance): Buffer {
  let result = bytes;
  for (let times = chance.of([1, 1, 1, 2, 3]); times > 0; times--) {
    const change = chance.next() < 0.6 ? ofText : chance.of(ofBytes);
    result = change(result, chance);
  }
  return result;
}
