// DOCX files that are damaged or something else, and thousands that are damaged on purpose.
import { describe, expect, test } from 'vitest';
import { entriesOf, unpacked } from '../../src/importers/docx/zip.ts';
import { extract } from '../../src/importers/extract.ts';
import { defaultLimits } from '../../src/importers/limits.ts';
import { zip } from './files.ts';
import { english } from './word/english.ts';
import { french } from './word/french.ts';
import { german } from './word/german.ts';
import { polishAndUkrainian } from './word/polish-ukrainian.ts';
import { p, wordFile } from './word/write.ts';

describe('a file that is not read gets its own sentence:', () => {
  const whole = wordFile({ body: p('The parties met in Geneva on Saturday, and signed the accord.') });
  const changed = (at: number): Buffer => {
    const copy = Buffer.from(whole);
    copy[at] = (copy[at] ?? 0) ^ 0xff;
    return copy;
  };
  const ole = (stream: string): Buffer =>
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      Buffer.from(stream, 'utf16le'),
      Buffer.alloc(600),
    ]);
  const inside = Buffer.from('word/document.xml');
  const cases: [string, string, Buffer, { key: string; values?: object }][] = [
    [
      'a cut DOCX',
      'a.docx',
      whole.subarray(0, 1_500),
      { key: 'import.refused.broken', values: { what: 'DOCX' } },
    ],
    [
      'one cut in its list of files',
      'a.docx',
      whole.subarray(0, whole.length - 40),
      { key: 'import.refused.broken', values: { what: 'DOCX' } },
    ],
    [
      'one with a changed byte in its text',
      'a.docx',
      changed(whole.indexOf(inside) + inside.length + 20),
      { key: 'import.refused.broken', values: { what: 'DOCX' } },
    ],
    [
      'one whose checksums do not agree',
      'a.docx',
      changed(whole.lastIndexOf(inside) - 30),
      { key: 'import.refused.broken', values: { what: 'DOCX' } },
    ],
    [
      'one whose XML does not end',
      'a.docx',
      zip({ 'word/document.xml': '<w:document xmlns:w="x"><w:body>' }),
      { key: 'import.refused.broken', values: { what: 'DOCX' } },
    ],
    [
      'one without a body',
      'a.docx',
      zip({ 'word/document.xml': '<a/>' }),
      { key: 'import.refused.broken', values: { what: 'DOCX' } },
    ],
    [
      'an XLSX that is called DOCX',
      'a.docx',
      zip({ '[Content_Types].xml': '<x/>', 'xl/workbook.xml': '<x/>' }),
      { key: expect.stringMatching(/^import\.refused\.(?:kind|spreadsheet)$/u) },
    ],
    [
      'an ODT that is called DOCX',
      'a.docx',
      zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }),
      { key: 'import.refused.kind', values: { kind: 'ODT' } },
    ],
    ['a DOCX with a password', 'a.docx', ole('EncryptedPackage'), { key: 'import.refused.encrypted' }],
    ['an old Word file', 'a.doc', ole('WordDocument'), { key: 'import.refused.oldWord' }],
    [
      'an old Word file that is called DOCX',
      'a.docx',
      ole('WordDocument'),
      { key: 'import.refused.oldWord' },
    ],
  ];
  test.each(cases)('%s', async (_, name, bytes, reason) => {
    const imported = await extract({ name, bytes, limits: defaultLimits });
    expect(imported).toMatchObject({ ok: false, reason });
  });
});

/** Numbers that look drawn by lot and are the same in each run. */
function lots(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Lot = (below: number) => number;

/** A byte changed, a stretch cut, doubled or moved; the end cut off. */
function damaged(bytes: Buffer, lot: Lot): Buffer {
  const at = lot(bytes.length);
  const to = Math.min(at + 1 + lot(60), bytes.length);
  const [head, middle, tail] = [bytes.subarray(0, at), bytes.subarray(at, to), bytes.subarray(to)];
  switch (lot(5)) {
    case 0:
      return Buffer.concat([head, Buffer.from([lot(256)]), bytes.subarray(at + 1)]);
    case 1:
      return Buffer.concat([head, tail]);
    case 2:
      return Buffer.concat([head, middle, middle, tail]);
    case 3:
      return Buffer.concat([middle, head, tail]);
    default:
      return head;
  }
}

/** The XML still ends all that it begins, but elements are gone, doubled, renamed or moved, and numbers are others. */
function rewritten(xml: string, lot: Lot): string {
  const elements = [...xml.matchAll(/<(\w+:\w+)(?: [^<>]*)?(?:\/>|>[^<]*<\/\1>)/gu)];
  const [one, other] = [elements[lot(elements.length)], elements[lot(elements.length)]];
  if (!one || !other) return xml;
  const replaced = (by: string): string =>
    xml.slice(0, one.index) + by + xml.slice(one.index + one[0].length);
  switch (lot(6)) {
    case 0:
      return replaced('');
    case 1:
      return replaced(one[0] + one[0]);
    case 2:
      return replaced(other[0]);
    case 3:
      return replaced(one[0].replaceAll(one[1] ?? '', other[1] ?? ''));
    case 4:
      return replaced(
        one[0].replace(/"[^"]*"/u, `"${['0', '1', '9', '-1', '99999', 'none', 'begin', 'end'][lot(8)]}"`),
      );
    default:
      return replaced(`<x:y>${one[0]}</x:y>`);
  }
}

const partsOf = (bytes: Buffer): Record<string, string> =>
  Object.fromEntries(
    (entriesOf(bytes, 100) ?? []).map((entry) => [entry.name, String(unpacked(bytes, entry, 1_000_000))]),
  );

/** The words that stand in a file between its tags and in its attributes, piece by piece. */
function piecesIn(parts: Record<string, string>): Set<string> {
  const all = Object.values(parts).join(' ').toLowerCase();
  return new Set(all.match(/\p{L}+/gu));
}

/** Letters of lists, Roman numbers, endings of "1st" and "1er", and single signs of fonts of signs. */
const numbers = /^(?:\p{L}|(\p{L})\1+|[ivxlcdm]+|st|nd|rd|th|er)$/u;

/** A word may be put together of what several runs hold. */
function standsIn(word: string, pieces: ReadonlySet<string>): boolean {
  if (pieces.has(word) || numbers.test(word)) return true;
  // A number may stand before its word without a space.
  if (/^(?:st|nd|rd|th|er)\p{L}/u.test(word) && standsIn(word.slice(2), pieces)) return true;
  for (let end = word.length - 1; end > 0; end--) {
    if (pieces.has(word.slice(0, end)) && standsIn(word.slice(end), pieces)) return true;
  }
  return false;
}

describe('of 2,000 damaged files none stops the reader, and no passage has words that its file has not:', () => {
  const files = [...english, ...german, ...french, ...polishAndUkrainian].map(({ file }) => wordFile(file));
  const read = { taken: 0, refused: 0 };
  const check = async (bytes: Buffer, parts: Record<string, string>): Promise<void> => {
    const imported = await extract({ name: 'a.docx', bytes, limits: defaultLimits });
    read[imported.ok ? 'taken' : 'refused'] += 1;
    if (!imported.ok) return;
    const pieces = piecesIn(parts);
    for (const paragraph of imported.paragraphs) {
      const strange = (paragraph.toLowerCase().match(/\p{L}+/gu) ?? []).filter(
        (word) => !standsIn(word, pieces),
      );
      expect(strange, paragraph).toEqual([]);
    }
  };

  test('in their bytes', async () => {
    const lot = lots(1);
    for (let index = 0; index < 1_000; index++) {
      const whole = files[index % files.length] ?? Buffer.alloc(0);
      await check(damaged(whole, lot), partsOf(whole));
    }
    expect(read.refused).toBeGreaterThan(500);
  }, 120_000);

  test('in their elements', async () => {
    const lot = lots(2);
    read.taken = 0;
    for (let index = 0; index < 1_000; index++) {
      const parts = partsOf(files[index % files.length] ?? Buffer.alloc(0));
      const names = Object.keys(parts).filter((name) => /word\/\w+\.xml$/u.test(name));
      for (let times = 0; times <= lot(4); times++) {
        const name = names[lot(names.length)] ?? '';
        parts[name] = rewritten(parts[name] ?? '', lot);
      }
      await check(zip(parts), parts);
    }
    expect(read.taken).toBeGreaterThan(500);
  }, 120_000);
});
