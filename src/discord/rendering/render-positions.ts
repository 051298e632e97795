// What the library found of positions, proposals and joint statements, as messages. Each thing told is plainly labelled.

import { isRepeated } from '../../citing/who-said.ts';
import type { JointStatement, StatementPart, StatementSection } from '../../corpus/dossier.ts';
import { quotationsOf } from '../../corpus/text/quotations.ts';
import { listFormat } from '../../messages/formats.ts';
import type { Message, Translate } from '../../messages/messages.ts';
import type { Item } from '../../positions/item.ts';
import { type JointShown, type Makers, makersOf, writtenNames } from '../../positions/joint.ts';
import type { Position } from '../../positions/position.ts';
import type { ProposalShown } from '../../positions/proposal.ts';
import { howTold, onlyParts, sentencesTold, tellingOf } from '../../positions/telling.ts';
import { whoIs } from '../../positions/who.ts';
import { type App, type Reply, silent } from '../command.ts';
import { type Block, labelled, labelsWithin } from './blocks.ts';
import { lineWithin } from './markdown.ts';
import {
  citationLine,
  clauseLine,
  lines,
  longestClause,
  message,
  subtext,
  text,
  unanswered,
} from './pieces.ts';

/** Names and topics are an operator's, or what somebody typed: as long as they like. */
const longestName = 150;
const longestNames = 600;

export function renderPosition(position: Position, app: App): Reply {
  const { who, items, topic, onAll } = position;
  const { translate, library } = app;
  if (items.length === 0) return nothingOf(position, translate);
  const about =
    who.office === undefined
      ? who.name
      : translate('position.office', { name: who.name, office: who.office });
  const blocks = items.map((item) =>
    withQuotedProminent(itemBlock(item, tellingOf(item, library.positions.everybody), translate)),
  );
  return labelled(blocks, {
    above: [
      `**${lineWithin(about, 2 * longestName)}**`,
      topic !== undefined && lineWithin(translate('position.onTopic', { topic }), longestName),
      partsNote(items, translate),
      !items.some(isTheirs) &&
        subtext(
          translate(topic === undefined ? 'position.noOwn' : 'position.noOwnOnTopic', {
            name: lineWithin(who.name, longestName),
          }),
        ),
    ],
    below: [
      topic !== undefined && onAll > items.length && onOthers(onAll - items.length, translate),
      readNote(position, translate),
    ],
    translate,
  });
}

/** Of a position only what is word for word stands out: the rest is the source's way to tell it. */
function withQuotedProminent(block: Block): Block {
  const { passage, words } = block;
  const prominent = quotationsOf(passage.text)
    .map(({ start, end }) => ({ start: Math.max(start, words.start), end: Math.min(end, words.end) }))
    .filter(({ start, end }) => start < end);
  return { ...block, prominent };
}

/** Whether an item is what they say themselves, quoted or reported. */
function isTheirs({ kind }: Item): boolean {
  return kind !== 'said-of' && kind !== 'article';
}

function nothingOf({ who, topic, onAll, ...rest }: Position, translate: Translate): Reply {
  const name = lineWithin(who.name, longestName);
  const none =
    topic === undefined
      ? translate('position.none', { name })
      : translate('position.noneOnTopic', { name, topic: lineWithin(topic, longestName) });
  const note = readNote({ who, topic, onAll, ...rest }, translate);
  return silent(
    message(unanswered, [
      text(lines(`**${none}**`, onAll > 0 && onOthers(onAll, translate), note && subtext(note))),
    ]),
  );
}

function onOthers(count: number, translate: Translate): string {
  return subtext(translate('position.onAll', { count }));
}

/** Whether not all documents that name them were read closely. */
function readNote({ documents: { read, of }, who }: Position, translate: Translate): string | undefined {
  if (read === of) return undefined;
  return translate('position.read', { read, of, name: lineWithin(who.name, longestName) });
}

export function renderProposal(shown: ProposalShown, app: App): Reply {
  const { proposal, what, by, more } = shown;
  const { translate } = app;
  const blocks = [
    ...what.map((item) => whatBlock(item, translate)),
    ...by.map((item) => holderBlock(item, translate('proposal.by'), app)),
    ...(['for', 'against', 'doubtful', 'conditional'] as const).flatMap((stance) =>
      shown.stances[stance].map((item) => holderBlock(item, translate(`proposal.${stance}`), app)),
    ),
  ];
  const nobody = Object.values(shown.stances).every((items) => items.length === 0);
  return labelled(blocks, {
    above: [
      `**${lineWithin(proposal.name, longestName)}**`,
      partsNote([...what, ...by, ...Object.values(shown.stances).flat()], translate),
    ],
    below: [
      ...(by.length === 0 ? byLines(proposal.joint, translate) : []),
      nobody && subtext(translate('proposal.nobody')),
      more.length > 0 && subtext(translate('proposal.more', { citations: labelsWithin(more, translate) })),
    ],
    translate,
  });
}

/** Who put it forward, where no passage of its own tells that: those who made the text that it stands in. */
function byLines(joint: JointStatement | undefined, translate: Translate): string[] {
  const makers = joint && makersOf(joint);
  if (!joint || !makers || makers.length === 0) return [subtext(translate('proposal.byNobody'))];
  const statement = lineWithin(joint.name, longestName);
  return [
    subtext(translate('proposal.joint', { statement })),
    ...makers.map((each) => makersLine(each, translate)),
  ];
}

function whatBlock(item: Item, translate: Translate): Block {
  const name = translate('proposal.is', {
    stance: translate('proposal.what'),
    told: said(howTold(item), translate),
  });
  return { ...itemBlock(item, howTold(item), translate), name };
}

/** Who holds it, and how that is told. */
function holderBlock(item: Item, stance: string, { library, translate }: App): Block {
  const { everybody } = library.positions;
  const who = whoIs(item.who, everybody);
  const told = who ? tellingOf(item, everybody) : howTold(item);
  const values = { stance, who: who?.name ?? '', told: said(told, translate) };
  return { ...itemBlock(item, told, translate), name: translate('proposal.holds', values) };
}

export async function renderJoint(
  { statement, sections }: JointShown,
  { library, translate }: App,
): Promise<Reply> {
  const blocks = await Promise.all(
    sections.flatMap((section) =>
      section.parts.map(async (part): Promise<Block> => {
        const { clause } = await library.said(part.passage, part);
        return {
          ...partBlock(part, translate),
          name: statement.isText ? section.name : sectionLine(section, part, translate),
          below: [
            clause !== undefined && !isRepeated(clause, part.passage.text)
              ? clauseLine(clause, undefined, translate)
              : undefined,
            citationLine([part.passage], translate),
            statement.isText ? undefined : sentencesLine(part, translate),
          ],
        };
      }),
    ),
  );
  const note = onlyParts(statement);
  return labelled(blocks, {
    above: [
      `**${lineWithin(statement.name, longestName)}**`,
      note && translate(note),
      ...makersOf(statement).map((each) => makersLine(each, translate)),
    ],
    below: [
      otherSections(statement, sections, translate),
      otherStatements(statement, library.positions.statements, translate),
    ],
    translate,
  });
}

function partBlock({ passage, start, end }: StatementPart, translate: Translate): Block {
  const words = { start, end };
  return { passage, excerpt: words, words, name: '', below: [citationLine([passage], translate)] };
}

function sectionLine({ name }: StatementSection, { how }: StatementPart, translate: Translate): string {
  return translate('joint.section', { name, how: translate(`how.${how}`) });
}

function sentencesLine(part: StatementPart, translate: Translate): string | undefined {
  const told = sentencesTold(part);
  return told && subtext(said(told, translate));
}

function makersLine(makers: Makers, translate: Translate): string {
  const list = (names: readonly string[]): string =>
    lineWithin(listFormat(translate.locale).format(names), longestNames);
  if (makers.key === 'joint.titled') return subtext(translate(makers.key, { names: list(makers.names) }));
  const passages = [...new Set(makers.by.map(({ passage }) => passage))];
  const citation = labelsWithin(passages, translate);
  return subtext(translate(makers.key, { names: list(writtenNames(makers.by)), citation }));
}

function otherStatements(
  shown: JointStatement,
  all: readonly JointStatement[],
  translate: Translate,
): string | undefined {
  const others = all.filter((each) => each !== shown);
  if (others.length === 0) return undefined;
  const names = lineWithin(others.map(({ name }) => name).join('; '), longestNames);
  return subtext(translate('joint.others', { names }));
}

function otherSections(
  statement: JointStatement,
  sections: readonly StatementSection[],
  translate: Translate,
): string | undefined {
  const others = statement.sections.filter((section) => !sections.includes(section));
  if (others.length === 0) return undefined;
  const names = lineWithin(others.map(({ name }) => name).join(', '), longestNames);
  return subtext(translate('joint.more', { names }));
}

function itemBlock(item: Item, told: Message, translate: Translate): Block {
  const { passage, excerpt, start, end, hedge, clause, resolved } = item;
  const name = said(told, translate);
  const below = [
    clause === undefined || isRepeated(clause, passage.text.slice(excerpt.start, excerpt.end))
      ? undefined
      : clauseLine(clause, resolved, translate),
    hedge && subtext(translate('told.hedge', { hedge: lineWithin(hedge, longestClause) })),
    citationLine([passage], translate),
  ];
  return { passage, excerpt, words: { start, end }, name, below };
}

function said({ key, values }: Message, translate: Translate): string {
  return translate(key, values);
}

/** What must be said where words of a joint statement are among what is shown. */
function partsNote(items: readonly Item[], translate: Translate): string | undefined {
  const notes = items.flatMap(({ joint }) => (joint ? (onlyParts(joint) ?? []) : []));
  return notes[0] && subtext(translate(notes[0]));
}
