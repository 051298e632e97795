// What a document tells in its own words of what somebody holds: "Kyiv has long aspired to join NATO". Only a sentence in
// which they are the subject of a verb of wanting, proposing, taking or refusing: precision before recall.
import type { Document } from '../corpus/document.ts';
import type { Passage, Span } from '../corpus/passages.ts';
import { quotationAt } from '../corpus/quotations.ts';
import { type Token, tokensOf } from '../statements/language.ts';
import { type Item, itemOfAccount, sentencesAround } from './item.ts';
import type { Sources } from './sources.ts';
import { statementsAt } from './speech.ts';
import { means, type Who } from './who.ts';

/** Verbs, by base form, that tell what somebody holds. */
const holding = new Set(
  `accept agree aim aspire back believe consider demand desire doubt endorse expect favor favour fear hope insist
  intend oppose plan prefer propose pursue refuse reject resist seek support think want welcome wish`.split(
    /\s+/u,
  ),
);

/** What may stand between subject and verb: "has long", "did not". */
const helping = new Set(['AUX', 'ADV', 'PART']);

export function accountsOf(who: Who, documents: readonly Document[], sources: Sources): Item[] {
  if (who.kind === 'unnamed') return [];
  return documents
    .flatMap((document) => sources.passagesOf(document))
    .flatMap((passage) => accountsIn(passage, who, sources));
}

function accountsIn(passage: Passage, who: Who, sources: Sources): Item[] {
  const own = sources.names.find(passage.text).filter((hit) => means(who, hit));
  return own.flatMap((name): Item[] => {
    // What somebody else says of them is no account of the document's.
    if (quotationAt(passage.text, name) || statementsAt({ passage, ...name }, sources).length > 0) return [];
    const sentence = sentencesAround(passage, name);
    const tokens = tokensOf(passage.text.slice(sentence.start, sentence.end), sentence.start);
    return isHolding(tokens, name) ? [itemOfAccount(passage, sentence)] : [];
  });
}

/** Whether the name is the subject of such a verb: nothing before it governs it, and the verb follows it. */
function isHolding(tokens: readonly Token[], name: Span): boolean {
  const first = tokens.findIndex(({ end }) => end > name.start);
  const after = tokens.findIndex(({ start }) => start >= name.end);
  if (after < 0 || tokens[first - 1]?.pos === 'ADP') return false;
  const verb = tokens.find(({ pos }, index) => index >= after && !helping.has(pos));
  return verb?.pos === 'VERB' && holding.has(verb.lemma);
}
