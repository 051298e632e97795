// What machines read of positions, proposals and joint statements: the shapes of `--json`, documented in the README.
import type { CitedWords } from '../../corpus/citing/cited-words.ts';
import { labelOf } from '../../corpus/passages.ts';
import type { Item } from '../../positions/item.ts';
import type { JointShown } from '../../positions/joint.ts';
import type { Position } from '../../positions/position.ts';
import type { ProposalShown } from '../../positions/proposal.ts';
import { passageJson } from './json.ts';

/** `start` and `end` are the place of the words in the document's text, UTF-16 code units, end exclusive. */
function wordsJson({ passage, start, end }: CitedWords): object {
  return {
    document: passage.document.id,
    paragraph: passage.paragraph,
    label: labelOf(passage),
    start: passage.start + start,
    end: passage.start + end,
    text: passage.text.slice(start, end),
  };
}

/** Fields that do not hold are left out. */
function itemJson(item: Item): object {
  const { kind, clause, resolved, unnamed, joint, who, teller, hedge } = item;
  return {
    kind,
    ...(who !== undefined && { who }),
    ...(teller !== undefined && { teller }),
    ...(unnamed && { unnamed }),
    ...(joint && { joint: joint.id }),
    ...(clause !== undefined && { clause }),
    ...(resolved !== undefined && { resolved }),
    ...(hedge !== undefined && { hedge }),
    ...wordsJson(item),
  };
}

export function positionJson({ who, topic, items, onAll, documents }: Position): object {
  return {
    who: who.id,
    name: who.name,
    ...(topic !== undefined && { topic, onAllTopics: onAll }),
    documents,
    items: items.map(itemJson),
  };
}

export function proposalJson({ proposal, what, by, stances, more }: ProposalShown): object {
  return {
    id: proposal.id,
    name: proposal.name,
    ...(proposal.joint && { joint: proposal.joint.id }),
    what: what.map(itemJson),
    by: by.map(itemJson),
    for: stances.for.map(itemJson),
    against: stances.against.map(itemJson),
    doubtful: stances.doubtful.map(itemJson),
    conditional: stances.conditional.map(itemJson),
    more: more.map(passageJson),
  };
}

export function jointJson({ statement, sections }: JointShown): object {
  const signatories = (all: typeof statement.issued): object[] =>
    all.map(({ who, ...words }) => ({ ...(who !== undefined && { who }), ...wordsJson(words) }));
  return {
    id: statement.id,
    name: statement.name,
    document: statement.document.id,
    complete: statement.complete,
    issued: signatories(statement.issued),
    signed: signatories(statement.signed),
    ...(statement.titled && { titled: statement.titled }),
    sections: sections.map(({ id, name, parts }) => ({
      id,
      name,
      parts: parts.map((part) => ({ how: part.how, ...wordsJson(part) })),
    })),
  };
}
