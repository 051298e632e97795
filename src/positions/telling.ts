// How an item is told, as a sentence for people: own words, reported, said of them by somebody, the document's own words.

import type { CitedWords } from '../corpus/citing/cited-words.ts';
import type { Document } from '../corpus/document.ts';
import type { JointStatement } from '../corpus/dossier.ts';
import { sentencesOf } from '../corpus/text/sentences.ts';
import type { Message, MessageKey } from '../messages/messages.ts';
import type { Item } from './item.ts';
import { sentenceNumbers } from './joint.ts';
import { type Who, whoIs } from './who.ts';

/** How an item tells what somebody holds. `everybody` are those whom the dossier knows by their ids. */
export function tellingOf(item: Item, everybody: readonly Who[]): Message {
  const told = alone(item, everybody);
  if (!item.joint) return told;
  return { key: 'told.joint', values: { told, statement: item.joint.name } };
}

function alone({ kind, unnamed, teller, passage }: Item, everybody: readonly Who[]): Message {
  if (kind === 'article') return documentsOwn(passage.document);
  if (kind !== 'said-of') return { key: unnamed ? unnamedKeys[kind] : `told.${kind}` };
  if (unnamed) return { key: teller === undefined ? 'told.unnamed' : 'told.unnamedOf' };
  const name = whoIs(teller, everybody)?.name;
  return { key: 'told.said-of', values: { teller: name ?? { key: 'told.somebody' } } };
}

const unnamedKeys = {
  'own-words': 'told.unnamedOwn',
  partly: 'told.unnamedReported',
  reported: 'told.unnamedReported',
} as const;

/** News has an article's words; what a treaty or a readout says is the document's. */
function documentsOwn({ kind }: Document): Message {
  return { key: kind === 'news' ? 'told.article' : 'told.document' };
}

/** How words that are nobody's position are told: quoted, in part quoted, reported, or by the document itself. */
export function howTold({ kind, passage, joint }: Item): Message {
  if (joint?.isText) {
    return { key: 'told.joint', values: { told: documentsOwn(passage.document), statement: joint.name } };
  }
  if (kind === 'article' || kind === 'said-of') return documentsOwn(passage.document);
  const told: Message = { key: kind === 'own-words' ? 'how.quoted' : `how.${kind}` };
  return joint ? { key: 'told.joint', values: { told, statement: joint.name } } : told;
}

/** What is said wherever words of a joint statement stand of which the sources have only parts. */
export function onlyParts({ complete, document }: JointStatement): MessageKey | undefined {
  if (complete) return undefined;
  return document.kind === 'news' ? 'joint.partsArticle' : 'joint.partsDocument';
}

/** Which sentences of its paragraph a part of a joint statement is; nothing where it is all of them. */
export function sentencesTold(part: CitedWords): Message | undefined {
  const { from, to } = sentenceNumbers(part);
  if (from === 1 && to === sentencesOf(part.passage.text).length) return undefined;
  return from === to
    ? { key: 'joint.sentence', values: { number: from } }
    : { key: 'joint.sentences', values: { from, to } };
}
