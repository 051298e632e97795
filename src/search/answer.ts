// The door of the search: passages in; for each question an answer, or the nearest passages and the words no source contains.
import { LRUCache } from 'lru-cache';
import { atOnce, type Steps } from '../common/steps.ts';
import type { Document } from '../corpus/document.ts';
import { type Dossier, emptyDossier } from '../corpus/dossier.ts';
import type { Passage, Span } from '../corpus/passages.ts';
import type { Written } from '../corpus/text/written.ts';
import type { NotRead, Reader } from '../reading/reader.ts';
import type { ModelSource } from '../reading/source.ts';
import { type LexicalEvidence, lexicalReader, readLexically } from './answering/lexical-reader.ts';
import { grouped } from './answering/same-fact.ts';
import { type Considered, type Limits, Trained } from './answering/trained.ts';
import { lexicalVerdict, type Placed, trainedVerdict, type Verdict } from './answering/verdicts.ts';
import { type Candidate, candidatesIn, type Filing, type Only } from './index/candidates.ts';
import { type PartData, Parts, partDataSteps, partSteps } from './index/parts.ts';
import { asTyped, bareQuestion, isCut } from './question/normalise.ts';
import type { Question } from './question/question.ts';
import { readQuestion } from './question/question.ts';
import { isSmallTalk } from './question/small-talk.ts';
import { openAliases } from './ranking/aliases.ts';
import type { Background } from './ranking/background.ts';
import { ownBackground } from './ranking/background.ts';
import { share } from './ranking/matching.ts';
import type { Mentions } from './ranking/mentions.ts';
import type { Ranked, RankWeights } from './ranking/rank.ts';
import { rank } from './ranking/rank.ts';
import { type About, aboutTopic, type NearTopic } from './ranking/topic.ts';
import { WEIGHTS } from './ranking/weights.ts';
import { isNeverMissed } from './text/contentless.ts';
import { languageOfDocument } from './text/language.ts';
import type { ReadPassages } from './text/read-passage.ts';
import { termOf } from './text/stem.ts';

/** A passage offered for a question. */
export interface Hit {
  readonly passage: Passage;
  /** The sentence in it that answers best: offsets into the passage's text. */
  readonly sentence: Span;
  /** Higher is better; comparable within one question only. */
  readonly score: number;
  /** How much of what the question asks stands in the passage, 0 to 1; where words tell nothing of it, it is left out. */
  readonly share?: number;
}

/** What the sources have for a question. */
export interface Answer {
  readonly outcome: 'answer' | 'none';
  /** How sure it is that the first passage answers, from 0 to 1; comparable between questions and collections. */
  readonly confidence: number;
  /** Best first, up to five. With the outcome `none` they are related passages, and no answer. */
  readonly citations: readonly Hit[];
  /**
   * The words of the question, as typed, that no source contains, neither inflected, under another name nor misspelt. None where
   * the question is in another language than the sources: then words tell nothing.
   */
  readonly missing: readonly string[];
  /** With the outcome `none` only: the first passage comes so near to an answer that readers should judge for themselves. */
  readonly closest?: true;
  /** A greeting or the like: nothing was asked, so nothing is cited or missing. */
  readonly smallTalk?: true;
  /** Who read the question: only what the lexical reader cites shares words with it for sure. */
  readonly reader?: Reader['name'];
  /** The languages of what is cited, or where nothing is, of the sources, if the question is in another: codes such as "en". */
  readonly otherLanguage?: readonly string[];
  /** The question is so long that only its beginning was read. */
  readonly cut?: true;
  /** Where other documents answer as well: a passage of each. */
  readonly also?: readonly Passage[];
}

export interface SearchOptions {
  readonly dossier?: Dossier;
  readonly background?: Background;
  readonly weights?: SearchWeights;
  /** What stands beside the passages and was read before, with the same dossier and background; it is searched together with them. */
  readonly beside?: Search | undefined;
  /** How the passages write their words, and what else is read of them, where that was read already. */
  readonly written?: Written;
  readonly data?: PartData;
  /** Where the passages are filed, where that is not in memory. */
  readonly filing?: Filing | undefined;
  /** The trained model; without it words alone tell. */
  readonly model?: ModelSource;
  /** Is told of each question that the model had no time for; the lexical reader read it instead. */
  readonly notRead?: (error: NotRead) => void;
  /** Aborted when the search is let go of: what is made in the background ends. Questions are still answered. */
  readonly closing?: AbortSignal;
}

/** What each evidence is worth: for the order of passages, and for the lexical reader. */
export interface SearchWeights extends RankWeights {
  readonly answers: LexicalEvidence;
}

/** A question as it is understood, and its candidates in the order of their words, with all that speaks for each. */
export interface Explained {
  readonly question: Question;
  readonly ranked: readonly Ranked[];
}

export interface Search {
  /** Rejects with the signal's reason where nobody waits for the answer any more. Only what stands in `of` may answer, where it is given. */
  ask(text: string, signal?: AbortSignal, of?: readonly Document[]): Promise<Answer>;
  /** The passages nearest to what is typed, up to five, by their words alone: a keystroke waits for nothing else. */
  near(text: string): Promise<readonly Hit[]>;
  /** The question as it is understood. */
  understand(text: string): Question;
  /** The same, and its candidates in the order of their words, with all that speaks for each. */
  explain(text: string): Promise<Explained>;
  /** The same with the trained model; undefined where it did not read. */
  consider(text: string): Promise<(Considered & { readonly question: Question }) | undefined>;
  /** Resolves when its passages are filed: whoever asks before waits for that. */
  filed(): Promise<void>;
  /** Makes the vectors of all passages in the background; resolves when they are there. */
  prepare(): Promise<void>;
  readonly parts: Parts;
  /** The reader that goes by the words of the passages. */
  readonly lexical: Reader;
  readonly mentions: Mentions;
  /** Whether texts are about a topic, by its words. */
  about(topic: string): About;
  /** What lies near to a topic; undefined where the model is not there or has no time. */
  nearTopic(topic: string): Promise<NearTopic | undefined>;
}

const mostCitations = 5;
/** Read closely while somebody types: five are offered, and a keystroke is waited for. */
const mostReadTyping = 12;
/** So many questions are remembered as they were answered: what a server talks about is asked again and again. */
const mostRemembered = 300;
const smallTalk: Answer = { outcome: 'none', confidence: 0, citations: [], missing: [], smallTalk: true };

export function openSearch(passages: readonly Passage[], options: SearchOptions = {}): Search {
  return atOnce(searchSteps(passages, options));
}

/** What is read of passages, for `SearchOptions.data`. */
export function partDataOf(
  passages: readonly Passage[],
  { dossier, filing }: Pick<SearchOptions, 'filing'> & { readonly dossier: Dossier },
): Steps<PartData> {
  return partDataSteps(passages, { aliases: openAliases(dossier), background: ownBackground(), filing });
}

/** The same in steps, for while questions are answered. */
export function* searchSteps(passages: readonly Passage[], options: SearchOptions = {}): Steps<Search> {
  const { background = ownBackground(), weights = WEIGHTS, model, beside } = options;
  const aliases = openAliases(options.dossier ?? emptyDossier);
  const data =
    options.data ?? (yield* partDataSteps(passages, { aliases, background, filing: options.filing }));
  const part = yield* partSteps(passages, data, { ...options, aliases, background });
  const parts = new Parts([...(beside?.parts.all ?? []), part]);
  const { vocabulary, written } = parts;
  const shelf = { passages: parts.passages, only: parts.only, vocabulary, weights };

  const understand = (text: string): Question =>
    readQuestion(text, { aliases, background, vocabulary, written });
  const ranked = (question: Question, found: readonly Candidate[]): Ranked[] => rank(question, found, shelf);
  const candidates = (question: Question, only?: Only): Promise<Candidate[]> =>
    candidatesIn(parts.all, question, vocabulary, only);
  const byWords = async (question: Question, only?: Only): Promise<Ranked[]> =>
    ranked(question, await candidates(question, only));
  const documentAt = (index: number): Document | undefined => parts.passages.at(index)?.passage.document;
  const trained =
    model &&
    new Trained({
      ...{ model, parts, rank: ranked },
      sureByWords: (question, all) =>
        readLexically(question, all, parts.passages, weights.answers).map(({ answers }) => answers),
      ...(options.notRead && { notRead: options.notRead }),
    });

  const verdicts = new LRUCache<string, Verdict>({ max: mostRemembered });

  // The lexical reader asks for what was just ranked.
  let last: (Explained & { readonly text: string }) | undefined;
  const explain = async (text: string): Promise<Explained> => {
    if (last?.text === text) return last;
    const question = understand(text);
    const explained = { text, question, ranked: await byWords(question) };
    last = explained;
    return explained;
  };
  const lexical = lexicalReader({
    ...{ explain, passages: parts.passages, weights: weights.answers },
    indexOf: (key) => parts.indexOfKey(key),
    rank: (question, some) =>
      ranked(
        question,
        some.map((index) => ({ index, score: 0 })),
      ),
  });

  const consider = async (question: Question, limits: Limits = {}): Promise<Considered | undefined> =>
    trained?.read(question, await candidates(question, limits.only), limits);

  /**
   * One question is read by one reader: by the trained one, or else all of it by words. Only what the trained one made of it with all
   * vectors at hand is remembered: another time there may be more of them, or more time.
   */
  const verdict = async (question: Question, limits: Limits): Promise<Verdict> => {
    const known = limits.only ? undefined : verdicts.get(question.text);
    if (known) return known;
    const considered = await consider(question, limits);
    if (considered) {
      const made = trainedVerdict(question, considered, documentAt);
      if (trained?.isPrepared && considered.isWhole && !limits.only) verdicts.set(question.text, made);
      return made;
    }
    const found = limits.only ? await byWords(question, limits.only) : (await explain(question.text)).ranked;
    const readings = readLexically(question, found, parts.passages, weights.answers);
    return lexicalVerdict(found, readings, documentAt);
  };

  const hitsOf = (places: readonly Placed[], question: Question): Hit[] =>
    grouped(places.slice(0, mostCitations), parts.passages).flatMap((each) =>
      hitOf(each, question, parts.passages),
    );

  return {
    parts,
    understand,
    explain,
    lexical,
    consider: async (text) => {
      const question = understand(text);
      const considered = await consider(question);
      return considered && { question, ...considered };
    },
    filed: () => part.filed(),
    prepare: async () => trained?.prepare(),
    near: async (text) => {
      if (isSmallTalk(bareQuestion(text))) return [];
      const question = understand(text);
      const found = (await candidates(question)).slice(0, mostReadTyping);
      return hitsOf(ranked(question, found), question);
    },
    mentions: parts.mentions,
    about: (topic) => aboutTopic(topic, { aliases, background, vocabulary }),
    nearTopic: async (topic) => trained?.near(topic),
    async ask(text, signal, of) {
      signal?.throwIfAborted();
      if (isSmallTalk(bareQuestion(text))) return smallTalk;
      const question = understand(text);
      const only = of && parts.placesOf(of);
      const { also, places, confidence, answers, closest, reader } = await verdict(question, {
        signal,
        only,
      });
      signal?.throwIfAborted();
      const citations = hitsOf(places, question);
      const languages = of ? new Set(of.map(languageOfDocument)) : vocabulary.languages;
      const foreign = otherLanguages(question, citations, languages);
      return {
        outcome: answers ? 'answer' : 'none',
        ...{ confidence, citations, reader },
        missing: foreign ? [] : missingIn(question, written).map((word) => asTyped(word, text)),
        ...(closest && { closest: true }),
        ...(foreign && { otherLanguage: foreign }),
        ...(isCut(text) && { cut: true }),
        ...(also.length > 0 && {
          also: also.flatMap(({ index }) => parts.passages.at(index)?.passage ?? []),
        }),
      };
    },
  };
}

/** Words of no content are missed by nobody, and what stands in a source, or above it, in another way of writing or form is not missing. */
function missingIn({ terms, language, folded }: Question, written: Written): string[] {
  return terms
    .filter(
      ({ known, position, typed, term }) =>
        !known &&
        !isNeverMissed(folded[position] ?? '', language) &&
        !written.stands(typed) &&
        !written.akin(term).some((word) => termOf(word) === term),
    )
    .map(({ typed }) => typed);
}

/** The languages of what is cited, or where nothing is, of all sources; undefined where the question's is among them. */
function otherLanguages(
  { language }: Question,
  citations: readonly Hit[],
  all: ReadonlySet<string>,
): string[] | undefined {
  const cited = new Set(citations.map(({ passage }) => languageOfDocument(passage.document)));
  const found = cited.size > 0 ? cited : all;
  return language !== undefined && found.size > 0 && !found.has(language) ? [...found] : undefined;
}

function hitOf({ index, best, score, cover }: Placed, question: Question, passages: ReadPassages): Hit[] {
  const found = passages.at(index);
  if (!found) return [];
  const { start, end } = found.sentences[best] ?? { start: 0, end: found.passage.text.length };
  return [{ passage: found.passage, sentence: { start, end }, score, share: share(cover, question) }];
}
