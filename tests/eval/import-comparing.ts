// What an importer made of a file beside what a person typed: paragraphs in their order, headings, metadata, warnings.
import type { Imported } from '../../src/importers/imported.ts';
import type { Message } from '../../src/messages/messages.ts';
import { type Case, type Expected, type Typed, type Warning, warnings } from './import-files.ts';

/** One file. `got` and `typed` count paragraphs and headings without those that may come or not. */
export interface Compared {
  readonly name: string;
  /** Why it was not taken, where it was not. */
  readonly refused?: string;
  readonly got: number;
  readonly typed: number;
  readonly matched: number;
  /** Headings that came as headings, of those typed. */
  readonly headings: { readonly right: number; readonly typed: number };
  readonly metadata: { readonly right: number; readonly typed: number; readonly wrong: readonly string[] };
  readonly warnings: { readonly missing: readonly Warning[]; readonly false: readonly Warning[] };
  /** The blocks that differ, for whoever looks for the reason. */
  readonly lost: readonly string[];
  readonly extra: readonly string[];
}

/** Words as they are compared: white space, bars between cells and a bullet in front are form; a number in front is not. */
export function folded(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s*[\t|]\s*/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\u00ad\u200b\ufeff]/gu, '')
    .trim()
    .replace(/^[-–—•*·‣◦▪]\s+/u, '');
}

/** A note without the number or sign that leads to it. */
function withoutMark(text: string): string {
  return text.replace(/^[[(]?(?:\d{1,3}|[*†‡])[\])]?[.:]?\s+/u, '').replace(/\s*↑$/u, '');
}

export interface GotBlock {
  readonly isHeading: boolean;
  readonly text: string;
}

export function gotBlocks(text: string): GotBlock[] {
  return text
    .split('\n\n')
    .filter((block) => block.trim() !== '')
    .map((block) => {
      const heading = /^#{1,6} (.*)$/su.exec(block.trim());
      return { isHeading: heading !== null, text: folded(heading?.[1] ?? block) };
    });
}

/** The longest run of pairs in both orders: what stands elsewhere is no match. */
export function aligned<A, B>(
  a: readonly A[],
  b: readonly B[],
  same: (a: A, b: B) => boolean,
): [number, number][] {
  const best = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const pair = same(a[i]!, b[j]!) ? at(i + 1, j + 1) + 1 : 0;
      best[i]![j] = Math.max(pair, at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (same(a[i]!, b[j]!) && at(i, j) === at(i + 1, j + 1) + 1) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}

export function compare({ name, typed, expected }: Case, imported: Imported): Compared {
  const forms = formsOf(expected);
  const all = imported.ok ? gotBlocks(imported.text) : [];
  const mayCome = typed.filter(({ kind }) => kind === 'optional').map(({ text }) => text);
  const isOptional = oncePer([...mayCome, expected.title ?? ''].map(forms));
  const notes = typed.filter(({ kind }) => kind === 'free').map(({ text }) => text);
  const isNote = oncePer(notes.map(forms));
  const got: GotBlock[] = [];
  let noted = 0;
  for (const block of all) {
    if (isNote(block.text) || isNote(withoutMark(block.text))) noted++;
    else if (!isOptional(block.text)) got.push(block);
  }
  const wanted = typed.filter(({ kind }) => kind === 'paragraph' || kind === 'heading');
  const pairs = aligned(got, wanted, (block, { text }) => forms(text).includes(block.text));
  const [found, met] = [new Set(pairs.map(([i]) => i)), new Set(pairs.map(([, j]) => j))];
  return {
    name,
    ...(!imported.ok && { refused: imported.reason.key }),
    got: got.length + noted,
    typed: wanted.length + notes.length,
    matched: pairs.length + noted,
    headings: {
      right: pairs.filter(([i, j]) => got[i]?.isHeading && wanted[j]?.kind === 'heading').length,
      typed: wanted.filter(({ kind }) => kind === 'heading').length,
    },
    metadata: comparedMetadata(expected, imported, forms),
    warnings: comparedWarnings(expected, imported),
    lost: [
      ...wanted.filter((_, j) => !met.has(j)).map(({ text }: Typed) => text),
      ...notes.filter((note) => isNote(folded(note))),
    ],
    extra: got.filter((_, i) => !found.has(i)).map(({ text }) => text),
  };
}

/** True once for each of the texts, whichever of its forms it comes in. */
function oncePer(texts: readonly (readonly string[])[]): (text: string) => boolean {
  const left = [...texts];
  return (text) => {
    const at = left.findIndex((forms) => forms.includes(text));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  };
}

/** What a typed text may come as: itself, and where a file's UTF-8 was read as something else as it stands there. */
function formsOf({ garbledAs }: Expected): (text: string) => string[] {
  if (garbledAs === undefined) return (text) => [folded(text)];
  const decoder = new TextDecoder(garbledAs);
  return (text) => [folded(text), folded(decoder.decode(Buffer.from(text)))];
}

function comparedMetadata(
  expected: Expected,
  imported: Imported,
  forms: (text: string) => string[],
): Compared['metadata'] {
  const { title, publisher, published, language } = imported.ok ? imported.metadata : {};
  const got = {
    title: title?.told.value,
    date: published?.told.value,
    publisher: publisher?.told.value,
    kind: imported.ok ? imported.kind : undefined,
    language: language?.told.value.split('-', 1)[0],
  };
  const fields = ['title', 'date', 'publisher', 'kind', 'language'] as const;
  const typed = fields.filter((field) => expected[field] !== undefined);
  const right = (field: (typeof fields)[number]): boolean =>
    [expected[field] ?? []]
      .flat()
      .flatMap(forms)
      .includes(folded(got[field] ?? ''));
  const wrong = typed.filter((field) => !right(field));
  return { typed: typed.length, right: typed.length - wrong.length, wrong };
}

/** Which of the importer's sentences say one of the warnings. */
const saying: readonly (readonly [RegExp, Warning])[] = [
  [/hidden/iu, 'hidden'],
  [/struck|withdrawn/iu, 'struck'],
  [/table/iu, 'table'],
  [/order|column/iu, 'order'],
  [/encoding|mojibake|garbled|lostCharacters/iu, 'encoding'],
  [/tracked/iu, 'tracked'],
];

function keysOf({ key, values }: Message): string[] {
  const what = values?.['what'];
  return typeof what === 'object' && 'key' in what ? [what.key] : [key];
}

export function saidIn(imported: Imported): Set<Warning> {
  const keys = imported.ok ? [...imported.notes, ...imported.warnings].flatMap(keysOf) : [];
  return new Set(
    keys.flatMap((key) => saying.flatMap(([pattern, warning]) => (pattern.test(key) ? [warning] : []))),
  );
}

function comparedWarnings(expected: Expected, imported: Imported): Compared['warnings'] {
  const said = saidIn(imported);
  const missing = expected.warnings.filter((warning) => !said.has(warning));
  const may = [...expected.warnings, ...expected.allowed];
  return { missing, false: warnings.filter((warning) => said.has(warning) && !may.includes(warning)) };
}

export interface Figures {
  readonly files: number;
  readonly paragraphs: number;
  readonly precision: number;
  readonly recall: number;
  /** Files of which every paragraph came, and nothing else. */
  readonly whole: number;
  readonly headings: number;
  readonly metadata: number;
  /** Files with all their warnings and no false one. */
  readonly warnings: number;
}

export function figuresOf(all: readonly Compared[]): Figures {
  const sum = (count: (each: Compared) => number): number =>
    all.reduce((total, each) => total + count(each), 0);
  const matched = sum((each) => each.matched);
  const of = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
  return {
    files: all.length,
    paragraphs: sum((each) => each.typed),
    precision: of(
      matched,
      sum((each) => each.got),
    ),
    recall: of(
      matched,
      sum((each) => each.typed),
    ),
    whole: of(
      all.filter((each) => each.matched === each.typed && each.matched === each.got).length,
      all.length,
    ),
    headings: of(
      sum(({ headings }) => headings.right),
      sum(({ headings }) => headings.typed),
    ),
    metadata: of(
      sum(({ metadata }) => metadata.right),
      sum(({ metadata }) => metadata.typed),
    ),
    warnings: of(
      all.filter((each) => each.warnings.missing.length + each.warnings.false.length === 0).length,
      all.length,
    ),
  };
}
