// A joint text is known by its title or its opening, and read without anybody having said what it is: who makes it, its sections, and what
// it asks, decides or undertakes. A report about one is none.

import { cut } from '../common/cut.ts';
import type { Document } from '../corpus/document.ts';
import type { JointStatement, Proposal, StatementSection } from '../corpus/dossier.ts';
import type { Passage } from '../corpus/passages.ts';
import { quotationsOf } from '../corpus/text/quotations.ts';
import { sentencesOf } from '../corpus/text/sentences.ts';
import { namesFrom } from './enumerated.ts';
import { sectionsOf } from './sections.ts';
import { issuersIn, namesInTitle, signersIn } from './signatories.ts';
import { isJointTitle, isNumberedTitle, speech } from './titles.ts';
import { isLine, rowOfNumbers, signaturesAt, type Unit, unitsOf, unnumbered } from './units.ts';
import { agreeing, bodies, operative, reporting, togetherAt } from './words.ts';

export interface JointText {
  readonly statement: JointStatement;
  /** What it asks, decides or undertakes, in its order. */
  readonly proposals: readonly Proposal[];
}

const read = new WeakMap<Document, { readonly joint: JointText | undefined }>();

/** The joint texts among documents, in their order. */
export function jointTextsOf(documents: ReadonlyMap<Document, readonly Passage[]>): JointText[] {
  return [...documents].flatMap(([document, passages]) => jointTextOf(document, passages) ?? []);
}

/** The joint text that a document is; the same object each time. */
export function jointTextOf(document: Document, passages: readonly Passage[]): JointText | undefined {
  const known = read.get(document) ?? { joint: jointTextIn(document, passages) };
  read.set(document, known);
  return known.joint;
}

/** A title's place may be taken by the first lines of the text. */
const mostTitles = 4;
/** An opening stands so near to the beginning, and so does what shows a report. */
const lookedAt = 4;
const mostProposals = 60;
/** Texts that are longer are whole books. */
const mostPassages = 1_500;

function jointTextIn(document: Document, passages: readonly Passage[]): JointText | undefined {
  if (document.kind === 'transcript' || passages.length > mostPassages || passages.length === 0)
    return undefined;
  if (speech.test(document.title?.value.slice(0, longestTitle) ?? '')) return undefined;
  const head = passages.slice(0, 12);
  if (!mayBeJoint(document, head)) return undefined;
  const units = unitsOf(passages);
  const titles = units.findIndex((unit, at) => at >= mostTitles || !isLine(unit) || unit.isArticle);
  const body = units.slice(Math.max(0, titles));
  if (body.length === 0 || isReport(body) || !isJoint(document, units, body)) return undefined;
  return made(document, body);
}

/** A title of more characters is looked at no further. */
const longestTitle = 300;

function titlesOf(document: Document, head: readonly Passage[]): string[] {
  const lines = head.slice(0, mostTitles).filter(isLine);
  const titles = [
    document.title?.value ?? '',
    ...(head[0]?.headings ?? []),
    ...lines.map(({ text }) => text),
  ];
  return titles.map((title) => title.slice(0, longestTitle));
}

/** A quick look: of most documents no more need be read. */
function mayBeJoint(document: Document, head: readonly Passage[]): boolean {
  const titles = titlesOf(document, head);
  if (titles.some((title) => isJointTitle(title) || isNumberedTitle(title))) return true;
  return head.some(({ text }) => opensTogether(text) || isBody(text) || agreeing.test(text));
}

function opensTogether(text: string): boolean {
  return togetherAt(unnumbered(text)) !== undefined;
}

/** "The Security Council," in a line of its own, or with what it recalls behind it. */
function isBody(text: string): boolean {
  const comma = text.slice(0, 100).indexOf(',');
  if (comma < 0 || !bodies.test(text.slice(0, comma))) return false;
  const { names } = namesFrom(text.slice(0, comma), 0, { isLoose: false });
  return names.length === 1 && names[0]?.start === 0 && names[0].end === comma;
}

function isJoint(document: Document, units: readonly Unit[], body: readonly Unit[]): boolean {
  const titles = titlesOf(
    document,
    units.slice(0, 12).map(({ passage }) => passage),
  );
  const numbers = Math.max(rowOfNumbers(body), body.filter(({ isArticle }) => isArticle).length);
  const opening = body.slice(0, lookedAt);
  if (opening.some(({ text }) => opensTogether(text))) return true;
  if (numbers >= 2 && opening.some(({ text }) => isBody(text))) return true;
  if (numbers >= 2 && body.slice(0, 8).some(({ text }) => agreeing.test(text))) return true;
  // Reporters have titles of their own, and a report may bear the name of what it is about.
  if (document.kind === 'news') return false;
  return titles.some((title) => isJointTitle(title) || (numbers >= 2 && isNumberedTitle(title)));
}

/** Whether the beginning tells of somebody who says something, or of a text as something else. */
function isReport(body: readonly Unit[]): boolean {
  return body.slice(0, lookedAt).some(({ text }) => {
    if (opensTogether(text)) return false;
    const quotations = quotationsOf(text);
    const around = quotations.reduceRight(
      (rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`,
      text,
    );
    return reporting.test(around);
  });
}

function made(document: Document, body: readonly Unit[]): JointText {
  const at = signaturesAt(body);
  const issued = issuersIn(body);
  const signed = signersIn(body.slice(at));
  const name = document.title?.value ?? document.id;
  const titled = issued.length + signed.length > 0 ? [] : namesInTitle(name.slice(0, longestTitle));
  const sections = sectionsOf(body, at, document.id);
  const statement: JointStatement = {
    ...{
      id: document.id,
      name,
      called: [],
      document,
      complete: true,
      isText: true,
      issued,
      signed,
      sections,
    },
    ...(titled.length > 0 && { titled }),
  };
  return { statement, proposals: proposalsOf(statement, body.slice(0, at), sections) };
}

const longestProposal = 100;

/** A sentence that asks, decides or undertakes is what is proposed, word for word. */
function proposalsOf(
  statement: JointStatement,
  units: readonly Unit[],
  sections: readonly StatementSection[],
): Proposal[] {
  const agreed = units.findIndex(({ text }) => agreeing.test(text) && text.endsWith(':'));
  const found = units.flatMap((unit, at) => {
    if (unit.text.length < 15) return [];
    // Below "have agreed on the following:" whatever bears a number was agreed, with or without a verb.
    const isAgreed = agreed >= 0 && at > agreed && unit.number !== undefined && !unit.isArticle;
    const sentence = sentencesOf(unit.text).find((each) => {
      const words = unnumbered(unit.text.slice(each.start, each.end));
      return operative.test(words) || (isAgreed && words !== '');
    });
    if (!sentence) return [];
    const words = unit.text.slice(sentence.start, sentence.end);
    const start = unit.start + sentence.start + words.indexOf(unnumbered(words));
    return [{ unit, start, end: unit.start + sentence.end }];
  });
  return found.slice(0, mostProposals).map(({ unit, start, end }, index): Proposal => {
    const name = unit.passage.text.slice(start, end).replaceAll(/\s+/gu, ' ');
    const section = sections.find(({ parts }) =>
      parts.some((part) => part.passage === unit.passage && part.start === unit.start),
    );
    return {
      ...{ id: `${statement.id}:${unit.passage.paragraph}:${index + 1}`, name: cut(name, longestProposal) },
      called: section ? [section.name] : [],
      what: [{ passage: unit.passage, start, end }],
      ...{ by: [], stances: [], passages: [], queries: [], joint: statement },
    };
  });
}
