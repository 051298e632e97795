// What a document tells in its own words of what somebody holds: "Kyiv has long aspired to join NATO". Only a sentence in
// which they are the subject of a verb of wanting, proposing, taking or refusing: precision before recall.
import type { Document } from '../corpus/document.ts';
import type { Passage, Span } from '../corpus/passages.ts';
import { quotationsOf } from '../corpus/text/quotations.ts';
import { firstBehind, firstSharing } from '../corpus/text/spans.ts';
import { type Token, tokensOf } from '../statements/language/language.ts';
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

/** One for each sentence; sentences are read in order, and each once, however many names stand in it. */
function accountsIn(passage: Passage, who: Who, sources: Sources): Item[] {
  const own = sources
    .namesIn(passage.document)
    .find(passage.text)
    .filter((hit) => means(who, hit));
  if (own.length === 0) return [];
  const quotations = quotationsOf(passage.text);
  const accounts: Item[] = [];
  let read: { readonly sentence: Span; readonly tokens: readonly Token[] } | undefined;
  for (const name of own) {
    if (name.end <= (accounts.at(-1)?.end ?? 0)) continue;
    // What somebody else says of them is no account of the document's.
    if (firstSharing(quotations, name) || statementsAt({ passage, ...name }, sources).length > 0) continue;
    const sentence = sentencesAround(passage, name);
    if (read?.sentence.start !== sentence.start || read.sentence.end !== sentence.end) {
      const words = passage.text.slice(sentence.start, sentence.end);
      read = { sentence, tokens: tokensOf(words, sentence.start) };
    }
    if (isHolding(read.tokens, name)) accounts.push(itemOfAccount(passage, sentence));
  }
  return accounts;
}

/** Whether the name is the subject of such a verb: nothing before it governs it, and the verb follows it. */
function isHolding(tokens: readonly Token[], name: Span): boolean {
  const first = firstBehind(tokens, name.start);
  let after = firstBehind(tokens, name.end - 1);
  if ((tokens[after]?.start ?? name.end) < name.end) after += 1;
  if (after >= tokens.length || tokens[first - 1]?.pos === 'ADP') return false;
  let at = after;
  while (helping.has(tokens[at]?.pos ?? '')) at += 1;
  const verb = tokens[at];
  return verb?.pos === 'VERB' && holding.has(verb.lemma);
}
