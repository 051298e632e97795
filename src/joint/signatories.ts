// Who makes a joint text, as it names them: in its opening, below it, or, where neither does, in its title.
import type { Signatory } from '../corpus/dossier.ts';
import type { Span } from '../corpus/passages.ts';
import { isCountry, namesFrom } from './enumerated.ts';
import { type Unit, unnumbered } from './units.ts';
import { bodies, leadIn, signing, signingFor, togetherAt } from './words.ts';

/** The opening may stand below a place and a date. */
const lookedAt = 4;
/** Without "We, …" only so near to the beginning: further down a row of names is the subject of some sentence. */
const unspoken = 2;

export function issuersIn(units: readonly Unit[]): Signatory[] {
  for (const [at, unit] of units.slice(0, lookedAt).entries()) {
    const names = togetherIn(unit.text) ?? (at < unspoken ? makersIn(unit.text) : []);
    if (names.length > 0) return names.map((name) => signatory(unit, name));
  }
  return [];
}

/** Undefined where nobody says "We, …". */
function togetherIn(text: string): readonly Span[] | undefined {
  const number = text.length - unnumbered(text).length;
  const at = togetherAt(text.slice(number));
  return at === undefined ? undefined : namesFrom(text, number + at, { isLoose: true }).names;
}

/** What a sentence begins with that is no name: "During the Summit", "As leaders of". */
const noName =
  /^(?:As|At|During|Following|In|On|Upon|After|Since|With|Based|Having|Earlier|We|Our|Als|Bei|Nach|Auf|Im|In|Wir|En|À|Au|Lors|Après|Nous|Podczas|Po|Na|W|My|Під|На|Після|У|В|Ми)\s/u;

function makersIn(text: string): readonly Span[] {
  const before = leadIn.exec(text)?.[0].length ?? 0;
  const found = namesFrom(text, before, { isLoose: false }).names;
  const slice = ({ start, end }: Span): string => text.slice(start, end);
  // "Finally, …"
  const isAdverb = (name: string): boolean => !/\s/u.test(name) && !isCountry(name);
  const names = found.filter((name, at) => at > 0 || !isAdverb(slice(name)) || found.length === 1);
  const [first] = names;
  if (!first || noName.test(slice(first))) return [];
  if (names.length > 1) return names.some((name) => isMaker(slice(name))) ? names : [];
  return bodies.test(slice(first)) ? names : [];
}

const government =
  /govern|gouvern|regierung|rząd|уряд|president|präsident|président|prezydent|президент|minister|міністр|ministr|republi|рес?публік|union|union|leader|chancellor|kanzler/iu;

/** Whether a name is that of somebody who adopts or agrees. */
function isMaker(name: string): boolean {
  return isCountry(name) || bodies.test(name) || government.test(name);
}

function signatory({ passage, start }: Unit, name: Span): Signatory {
  return { passage, start: start + name.start, end: start + name.end };
}

/** `units`: from where the signatures begin. */
export function signersIn(units: readonly Unit[]): Signatory[] {
  return units.flatMap((unit, index) =>
    linesOf(unit).flatMap((line, at) => signersOf(unit, line, index + at === 0)),
  );
}

function* linesIn(text: string): Generator<Span> {
  let at = 0;
  for (const line of text.split('\n')) {
    const start = at + line.length - line.trimStart().length;
    const end = at + line.trimEnd().length;
    if (start < end) yield { start, end };
    at += line.length + 1;
  }
}

function linesOf({ text }: Unit): Span[] {
  return [...linesIn(text)];
}

const longestSigner = 160;
/** Below signatures stand witnesses and offices; two columns in one line are nobody's name. */
const beside =
  /^(?:witnessed|annex|appendix|schedule|anlage|anhang|annexe|załącznik|додаток)|^(?:the )?(?:prime minister|president|minister|chancellor|bundeskanzler|präsident(?:in)?|président|premier|prezydent|президент|міністр)(?: of the \S+)?$|(?<![\p{L}\p{N}])for the(?![\p{L}\p{N}]).+(?<![\p{L}\p{N}])for the(?![\p{L}\p{N}])/iu;

/** Names behind "Signed:", behind "For …", or on a line of their own below. */
function signersOf(unit: Unit, line: Span, isFirst: boolean): Signatory[] {
  const text = unit.text.slice(line.start, line.end);
  const lead = /^[\s*_•·\p{Pd}]*/u.exec(text)?.[0].length ?? 0;
  const rest = text.slice(lead);
  const stands = (from: number): Signatory[] => {
    const end = text.replace(/[\s*_:;,.]+$/u, '').length;
    return from < end && /^\p{Lu}|^(?:the|die|den|das|la|le)\s|^l[’']|^rząd|^уряд/u.test(text.slice(from))
      ? [signatory(unit, { start: line.start + from, end: line.start + end })]
      : [];
  };
  const marked = signing.exec(rest)?.[0];
  if (marked !== undefined) {
    const colon = text.indexOf(':');
    if (colon < 0) return [];
    const from = colon + 1 + (/^\s*/u.exec(text.slice(colon + 1))?.[0].length ?? 0);
    const { names } = namesFrom(text, from, { isLoose: false });
    return names.map((name) =>
      signatory(unit, { start: line.start + name.start, end: line.start + name.end }),
    );
  }
  const isName = text.length <= longestSigner && !/[.!?;]$/u.test(text.trim());
  if ((!isName && !isFirst) || beside.test(rest)) return [];
  const behind = signingFor.exec(rest)?.[0].length;
  if (behind !== undefined) return isName ? stands(lead + behind) : [];
  return isFirst ? [] : stands(lead);
}

/** The names in a title behind its noun: "Joint Statement of Arvenia and Belmark on …". */
export function namesInTitle(title: string): string[] {
  const tie =
    /\s(?:of|by|from|between|among|der|des|von|zwischen|de|du|des|entre|między|pomiędzy|між|oświadczenie|deklaracja|komunikat|заява|декларація|комюніке)\s/giu;
  for (const found of title.matchAll(tie)) {
    const { names } = namesFrom(title, found.index + found[0].length, { isLoose: false });
    const written = names.map(({ start, end }) => title.slice(start, end));
    if (written.length > 0 && (written.length > 1 || written.some(isMaker))) return written;
  }
  return [];
}
