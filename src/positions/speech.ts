// Whose words a part of a passage is: the statement that holds it, its clause, and whether somebody made it.
import type { CitedWords } from '../corpus/citing/cited-words.ts';
import type { JointStatement } from '../corpus/dossier.ts';
import { namedBy } from '../corpus/names/names.ts';
import type { Passage } from '../corpus/passages.ts';
import { fold } from '../corpus/text/folding.ts';
import { statementsAround } from '../statements/at.ts';
import { saying } from '../statements/saying.ts';
import type { Statement } from '../statements/statement.ts';
import type { Item } from './item.ts';
import { writtenNames } from './joint.ts';
import type { Sources } from './sources.ts';
import { means, type Who } from './who.ts';

/** The statements of which words stand in a part of a passage. */
export function statementsAt({ passage, start, end }: CitedWords, { statementsOf }: Sources): Statement[] {
  const [from, to] = [passage.start + start, passage.start + end];
  return statementsAround(statementsOf(passage.document), { start: from, end: to }).filter(({ spans }) =>
    spans.some((span) => span.start < to && span.end > from),
  );
}

/** Whether somebody made a statement, or one of a party's people. */
export function isSpokenBy({ speaker, document, annotated }: Statement, who: Who, sources: Sources): boolean {
  if (!speaker || document.status === 'withdrawn') return false;
  if (annotated) return means(who, { person: speaker.person, party: speaker.party });
  const voices = voicesOf(speaker.resolved ?? speaker.text);
  if (who.kind !== 'unnamed') {
    const names = sources.namesIn(document);
    return voices.some((voice) => namedBy(voice, names).some((hit) => means(who, hit)));
  }
  const own = sources.everybody.namesOfUnnamed(who.id).map((name) => fold(name).text);
  return voices.some((voice) => own.includes(fold(voice).text));
}

/** Several who speak together: "Italian Prime Minister Giorgia Meloni", "diplomatic sources". */
function voicesOf(speaker: string): string[] {
  return speaker.split(/, (?:and )?| and /u);
}

/** Whether somebody is one of those who made a joint statement, or all of them together. */
export function isTheirs(
  { document, issued, signed, titled = [], party }: JointStatement,
  who: Who,
  { namesIn }: Pick<Sources, 'namesIn'>,
): boolean {
  if (party !== undefined && who.ids.has(party)) return true;
  const signatories = [...issued, ...signed];
  if (signatories.some((one) => one.who !== undefined && who.ids.has(one.who))) return true;
  const written = signatories.filter((one) => one.who === undefined);
  return [...writtenNames(written), ...titled].some((name) =>
    namesIn(document)
      .find(name)
      .some((hit) => means(who, hit)),
  );
}

/** The joint statement of which words are a part, or are told of. */
export function jointAt(
  words: CitedWords,
  { statements }: Pick<Sources, 'statements'>,
): JointStatement | undefined {
  return jointBy(statements)
    .get(words.passage)
    ?.find(({ part }) => part.start < words.end && part.end > words.start)?.statement;
}

/** Of many long texts each is looked through once. */
const byStatements = new WeakMap<readonly JointStatement[], ReadonlyMap<Passage, readonly Part[]>>();

interface Part {
  readonly statement: JointStatement;
  readonly part: CitedWords;
}

function jointBy(statements: readonly JointStatement[]): ReadonlyMap<Passage, readonly Part[]> {
  const known = byStatements.get(statements);
  if (known) return known;
  const parts = statements.flatMap((statement) =>
    statement.sections.flatMap((section) => section.parts.map((part): Part => ({ statement, part }))),
  );
  const made = Map.groupBy(parts, ({ part }) => part.passage);
  byStatements.set(statements, made);
  return made;
}

/** Whether words are quoted, or else stand in speech that needs no marks, as a transcript's, and are somebody's. */
export function isQuotedFrom(words: CitedWords, quoted: boolean, who: Who, sources: Sources): boolean {
  const joint = jointAt(words, sources);
  const isJoint = joint !== undefined && isTheirs(joint, who, sources);
  // Of what somebody signed as a whole all words are theirs, with or without marks.
  if (isJoint && joint.complete) return true;
  const statements = statementsAt(words, sources);
  if (!quoted && !statements.some(({ direct }) => direct === true)) return false;
  if (isJoint) return true;
  return statements.some((one) => isSpokenBy(one, who, sources));
}

/** What a document tells of who says some words. */
export type Told = Pick<Item, 'clause' | 'resolved' | 'unnamed'>;

/** The reporting clause around words, in the source's own words, and whether the source leaves unnamed who says them. */
export function toldAt(words: CitedWords, sources: Sources): Told {
  const { passage } = words;
  const [first] = statementsAt(words, sources);
  const told = saying(sources.statementsOf(passage.document), passage, words);
  return { ...told, unnamed: first?.speaker?.kind === 'unnamed' };
}

/** An item with the clause of its words, where somebody says them. */
export function withClause(item: Item, sources: Sources): Item {
  if (item.clause !== undefined || item.kind === 'article' || item.joint?.complete) return item;
  const { clause, resolved } = toldAt(item, sources);
  return { ...item, clause, resolved };
}
