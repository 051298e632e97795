// A joint text in its sections: by its headings, by its articles or numbers, or else paragraph by paragraph.

import { cut } from '../common/cut.ts';
import type { StatementSection } from '../corpus/dossier.ts';
import { isLine, numberOf, rowOfNumbers, type Unit, unnumbered } from './units.ts';

const longestName = 70;
/** From so many on, headings and numbers part a text. */
const fewest = 2;

interface Section {
  readonly name: string;
  readonly units: Unit[];
}

/** `body`: without titles above it; the signatures, if there are any, from `signatures` on. */
export function sectionsOf(body: readonly Unit[], signatures: number, id: string): StatementSection[] {
  const text = body.slice(0, signatures);
  const parted = partedBy(text);
  const below = body.slice(signatures);
  const [first] = below;
  const all = first ? [...parted, { name: openingOf(first), units: below }] : parted;
  return apart(all).map(({ name, units }, index) => ({
    ...{ id: `${id}:${index + 1}`, name },
    parts: units.map(({ passage, start, end }) => ({ passage, start, end, how: 'quoted' })),
  }));
}

function partedBy(units: readonly Unit[]): Section[] {
  if (units.filter(({ isArticle }) => isArticle).length >= fewest) return by(units, ofArticles);
  const headed = new Set(units.map(headingOf).filter((heading) => heading !== ''));
  if (headed.size >= fewest) return by(units, ofHeadings);
  const lines = units.filter((unit, at) => isHeading(unit, units[at + 1]));
  if (lines.length >= fewest) return by(units, ofLines(new Set(lines)));
  if (rowOfNumbers(units) >= fewest) return by(units, ofNumbers(units));
  return by(units, openingOf);
}

function headingOf({ passage }: Unit): string {
  return passage.headings.at(-1) ?? '';
}

/** The name of the section that a unit begins; undefined where it goes on with the one before. */
type Begins = (unit: Unit, before: Unit | undefined) => string | undefined;

function by(units: readonly Unit[], begins: Begins): Section[] {
  const sections: Section[] = [];
  for (const [at, unit] of units.entries()) {
    const name = begins(unit, units[at - 1]);
    const last = sections.at(-1);
    const isOrnament = !/[\p{L}\p{N}]/u.test(unit.text);
    if ((name !== undefined && !isOrnament) || !last)
      sections.push({ name: name ?? openingOf(unit), units: [unit] });
    else last.units.push(unit);
  }
  return sections;
}

const ofArticles: Begins = (unit) => (unit.isArticle ? openingOf(unit) : undefined);

const ofHeadings: Begins = (unit, before) => {
  const heading = headingOf(unit);
  if (before && headingOf(before) === heading) return undefined;
  return heading === '' ? openingOf(unit) : cut(heading, longestName);
};

function ofLines(headings: ReadonlySet<Unit>): Begins {
  return (unit) => (headings.has(unit) ? cut(unit.text, longestName) : undefined);
}

function isHeading(unit: Unit, next: Unit | undefined): boolean {
  return next !== undefined && isLine(unit) && !isLine(next) && /^[*_]*[\p{Lu}\d]/u.test(unit.text);
}

/** Only numbers that go on one after the other: "2025. A year …" is none. */
function ofNumbers(units: readonly Unit[]): Begins {
  const numbered = new Set<Unit>();
  let next = 1;
  for (const unit of units) {
    if (unit.number === undefined || numberOf(unit.number) !== next) continue;
    numbered.add(unit);
    next += 1;
  }
  return (unit) => (numbered.has(unit) ? openingOf(unit) : undefined);
}

/** What a unit begins with, as the text has it: "3. Demands that all sides …". */
function openingOf({ text }: Unit): string {
  const plain = text
    .replaceAll(/[*_]{1,2}/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  // A title of its own ends with the line: "Article 2. Scope".
  const line =
    text
      .split('\n')[0]
      ?.replaceAll(/[*_]{1,2}/gu, '')
      .trim() ?? plain;
  const isTitle =
    line !== '' && line.length <= longestName && line.length < plain.length && unnumbered(line) !== '';
  return cut((isTitle ? line : plain).replace(/[,;:]$/u, ''), longestName);
}

/** Of two sections with one name the second is told by its paragraph. */
function apart(sections: readonly Section[]): Section[] {
  const taken = new Set<string>();
  return sections.map(({ name, units }) => {
    const own = taken.has(name) ? `${name} (¶${units[0]?.passage.paragraph ?? ''})` : name;
    taken.add(own);
    return { name: own, units };
  });
}
