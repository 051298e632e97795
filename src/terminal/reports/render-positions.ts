// Positions, proposals and joint statements as text for a terminal, each thing told under a label that says what it is.

import { clauseTold, isRepeated } from '../../citing/who-said.ts';
import type { JointStatement } from '../../corpus/dossier.ts';
import type { Passage, Span } from '../../corpus/passages.ts';
import type { Library } from '../../library.ts';
import { labelsOf } from '../../messages/citations.ts';
import { listFormat } from '../../messages/formats.ts';
import type { Message } from '../../messages/messages.ts';
import type { Item } from '../../positions/item.ts';
import { type JointShown, type Makers, makersOf, writtenNames } from '../../positions/joint.ts';
import type { Position } from '../../positions/position.ts';
import type { ProposalShown } from '../../positions/proposal.ts';
import { howTold, onlyParts, sentencesTold, tellingOf } from '../../positions/telling.ts';
import { whoIs } from '../../positions/who.ts';
import { harmless, styled, wrapped } from '../style.ts';
import { blocks, note, type Reader, renderExcerpt, repeated } from './render.ts';

export function renderPosition(position: Position, { positions }: Library, reader: Reader): string {
  const { who, items, topic, onAll } = position;
  const { translate } = reader;
  const others = onAll - items.length;
  const onOthers =
    topic !== undefined && others > 0 && note(translate('position.onAll', { count: others }), reader);
  const read = readNote(position, reader);
  if (items.length === 0) {
    const none =
      topic === undefined
        ? translate('position.none', { name: who.name })
        : translate('position.noneOnTopic', { name: who.name, topic });
    return blocks(warning(none, reader), onOthers, read);
  }
  const noOwn = topic === undefined ? 'position.noOwn' : 'position.noOwnOnTopic';
  const own = items.some(({ kind }) => kind !== 'said-of' && kind !== 'article');
  const name =
    who.office === undefined
      ? who.name
      : translate('position.office', { name: who.name, office: who.office });
  return blocks(
    heading(
      counted(
        topic === undefined ? name : `${name} · ${translate('position.onTopic', { topic })}`,
        items,
        reader,
      ),
      reader,
    ),
    partsNote(items, reader),
    !own && note(translate(noOwn, { name: who.name }), reader),
    ...renderAll(
      items.map((item) => itemTold(item, told(tellingOf(item, positions.everybody), reader), reader)),
      reader,
    ),
    onOthers,
    read,
  );
}

function readNote({ documents: { read, of }, who }: Position, reader: Reader): string | undefined {
  if (read === of) return undefined;
  return note(reader.translate('position.read', { read, of, name: who.name }), reader);
}

export function renderProposal(shown: ProposalShown, { positions }: Library, reader: Reader): string {
  const { proposal, what, by, stances, more } = shown;
  const { translate } = reader;
  const { everybody } = positions;
  const holder = (item: Item, stance: string): Told => {
    const who = whoIs(item.who, everybody);
    const how = told(tellingOf(item, everybody), reader);
    return itemTold(item, translate('proposal.holds', { stance, who: who?.name ?? '', told: how }), reader);
  };
  const isWhat = (item: Item): Told => {
    const values = { stance: translate('proposal.what'), told: told(howTold(item), reader) };
    return itemTold(item, translate('proposal.is', values), reader);
  };
  const held = (['for', 'against', 'doubtful', 'conditional'] as const).flatMap((stance) =>
    stances[stance].map((item) => holder(item, translate(`proposal.${stance}`))),
  );
  const all = [...what.map(isWhat), ...by.map((item) => holder(item, translate('proposal.by'))), ...held];
  return blocks(
    heading(counted(proposal.name, all, reader), reader),
    partsNote([...what, ...by, ...Object.values(stances).flat()], reader),
    ...renderAll(all, reader),
    ...(by.length === 0 ? byLines(proposal.joint, reader) : []),
    held.length === 0 && note(translate('proposal.nobody'), reader),
    more.length > 0 && note(translate('proposal.more', { citations: labelsOf(more, translate) }), reader),
  );
}

export async function renderJoint(
  { statement, sections }: JointShown,
  library: Library,
  reader: Reader,
): Promise<string> {
  const { translate } = reader;
  const parts = onlyParts(statement);
  const others = statement.sections.filter((section) => !sections.includes(section));
  const names = others.map(({ name }) => name).join(', ');
  const elsewhere = library.positions.statements.filter((each) => each !== statement);
  const shown = sections.flatMap(({ name, parts: own }) =>
    own.map(async (part): Promise<Told> => {
      const { passage, start, end, how } = part;
      const { clause } = await library.said(passage, part);
      const sentences = statement.isText ? undefined : sentencesTold(part);
      const isNews = clause !== undefined && !isRepeated(clause, passage.text);
      return {
        ...{ passage, excerpt: { start, end }, words: { start, end } },
        label: statement.isText ? name : translate('joint.section', { name, how: translate(`how.${how}`) }),
        above: isNews ? [translate('said.by', { clause })] : [],
        below: sentences ? [translate(sentences.key, sentences.values)] : [],
      };
    }),
  );
  const told = await Promise.all(shown);
  return blocks(
    heading(counted(statement.name, told, reader), reader),
    parts && note(translate(parts), reader),
    ...makersOf(statement).map((each) => makersLine(each, reader)),
    ...renderAll(told, reader),
    others.length > 0 && note(translate('joint.more', { names }), reader),
    elsewhere.length > 0 &&
      note(translate('joint.others', { names: elsewhere.map(({ name }) => name).join('; ') }), reader),
  );
}

function byLines(joint: JointStatement | undefined, reader: Reader): string[] {
  const makers = joint && makersOf(joint);
  if (!joint || !makers || makers.length === 0) return [note(reader.translate('proposal.byNobody'), reader)];
  const put = note(reader.translate('proposal.joint', { statement: joint.name }), reader);
  return [put, ...makers.map((each) => makersLine(each, reader))];
}

function makersLine(makers: Makers, reader: Reader): string {
  const { translate } = reader;
  const list = listFormat(translate.locale);
  if (makers.key === 'joint.titled')
    return note(translate(makers.key, { names: list.format(makers.names) }), reader);
  const names = list.format(writtenNames(makers.by));
  const citation = labelsOf([...new Set(makers.by.map(({ passage }) => passage))], translate);
  return note(translate(makers.key, { names, citation }), reader);
}

/** What is shown of one sentence: under which labels, which of its words, and lines about them. */
interface Told {
  readonly passage: Passage;
  readonly excerpt: Span;
  readonly words: Span;
  readonly label: string;
  /** Lines between the words and their citation, and below it. */
  readonly above: readonly string[];
  readonly below: readonly string[];
}

function itemTold(item: Item, label: string, { translate }: Reader): Told {
  const { passage, excerpt, clause, resolved, hedge, start, end } = item;
  const shown = passage.text.slice(excerpt.start, excerpt.end);
  const said = clause !== undefined && !isRepeated(clause, shown) && clauseTold(clause, resolved, translate);
  const above = [said, hedge !== undefined && translate('told.hedge', { hedge })];
  return {
    ...{ passage, excerpt, label, words: { start, end } },
    above: above.filter((line) => line !== false),
    below: [],
  };
}

/** Each sentence once, under the labels of all that is told in it, in the order of the first of them. */
function renderAll(all: readonly Told[], reader: Reader): string[] {
  const groups: Told[][] = [];
  for (const told of all) {
    const same = groups.find(([first]) => first && isSameSentence(first, told));
    if (same) same.push(told);
    else groups.push([told]);
  }
  return groups.map((group) => renderGroup(group, reader));
}

function isSameSentence(a: Told, b: Told): boolean {
  return a.passage === b.passage && a.excerpt.start === b.excerpt.start && a.excerpt.end === b.excerpt.end;
}

function renderGroup(group: readonly Told[], reader: Reader): string {
  const [first] = group;
  if (!first) return '';
  const once = (lines: readonly string[]): string[] => [...new Set(lines)].map((line) => note(line, reader));
  return [
    ...new Set(group.map(({ label }) => heading(label, reader))),
    renderExcerpt(
      first.passage,
      first.excerpt,
      group.map(({ words }) => words),
      reader,
      once(group.flatMap(({ above }) => above)),
    ),
    ...once(group.flatMap(({ below }) => below)),
  ].join('\n');
}

/** A heading with how many passages stand below it: what is long begins with its size. */
function counted(name: string, all: readonly { readonly passage: Passage }[], reader: Reader): string {
  const { size: count } = new Set(all.map(({ passage }) => passage));
  return count < 2 ? name : `${name} (${reader.translate('terminal.passages', { count })})`;
}

function heading(text: string, { screen }: Reader): string {
  return wrapped(styled('bold', repeated(text), screen), screen, '  ');
}

function warning(text: string, { screen }: Reader): string {
  return wrapped(styled('yellow', repeated(text), screen), screen, '  ');
}

function told({ key, values }: Message, { translate }: Reader): string {
  return harmless(translate(key, values));
}

/** What must be said where words of a joint statement are among what is shown. */
function partsNote(items: readonly Item[], reader: Reader): string | undefined {
  const [key] = items.flatMap(({ joint }) => (joint ? (onlyParts(joint) ?? []) : []));
  return key && note(reader.translate(key), reader);
}
