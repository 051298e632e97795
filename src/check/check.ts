// Is this a quotation from the sources? It is found, laid beside the source, and judged by the words alone.
import type { Document } from '../corpus/document.ts';
import type { Dossier } from '../corpus/dossier.ts';
import { wordsFrom } from '../corpus/labels/labels.ts';
import type { Passage } from '../corpus/passages.ts';
import { type Applying, applyingTo, when } from './applying.ts';
import { type Claim, claimOf, claimsIn, wholeOf } from './claims.ts';
import { outsideOf } from './coverage.ts';
import { cutTurnsSense } from './cut-sense.ts';
import { type Check, type Flag, notFound, placesOf } from './found.ts';
import { type CheckMatch, Judge, type Judged } from './judge.ts';
import { type Brackets, bracketsOf } from './laying/brackets.ts';
import { type Difference, differencesOf } from './laying/differences.ts';
import { isCutBefore, isCutBehind } from './laying/edges.ts';
import { piecesOf } from './laying/pieces.ts';
import { exactPlaces } from './laying/places.ts';
import { readExact, readPieces } from './laying/reading.ts';
import { hasSpeakerBeside, type IsName } from './speakers/speaker-beside.ts';
import { openWho, type Who } from './speakers/speakers.ts';
import { openVoices, type Voices, type VoicesSources } from './speakers/voices.ts';
import { endsOf } from './words/ends.ts';
import { givenOf } from './words/given.ts';
import { labelEndsWith, partedAtColons } from './words/label-tail.ts';
import { respelt } from './words/respelt.ts';
import { unknownWord } from './words/stream.ts';
import type { Wording } from './words/wording.ts';
import { wordsOf } from './words/words.ts';

export type { Check, Flag, Verdict } from './found.ts';
export type { CheckMatch } from './judge.ts';

export interface CheckOptions {
  /** Who is said to have said it; it goes before a name that stands beside the quotation. */
  readonly speaker?: string | undefined;
  /** Look in this document alone. */
  readonly source?: Document | undefined;
  /** What stands beside the quotation where it was taken from: it may tell of which year it is. */
  readonly beside?: string | undefined;
}

export interface CheckSources extends VoicesSources {
  readonly wording: Wording;
  /** Of withdrawn documents: what stands there alone is told to have stood there. */
  readonly withdrawn?: Wording;
  readonly dossier: Dossier;
}

/** Below this share of its surprise a text shares only turns of phrase with the sources, and is not found in them. */
const fewestShared = 0.53;
/** Of up to so many words nothing may differ: three words that nearly agree stand everywhere. */
const fewWords = 3;
/** Places of one wording that are compared, and those that are told. */
const mostPlaces = 40;
/** So many are looked through for those that a passage begins with: "Yeah." */
const mostOpening = 20_000;
const mostMatches = 5;

export class Checker {
  readonly #who: Who;
  readonly #voices: Voices;
  readonly #judge: Judge;
  readonly #withdrawn: Checker | undefined;
  readonly #wording: Wording;

  constructor({ wording, withdrawn, dossier, ...sources }: CheckSources) {
    this.#wording = wording;
    if (withdrawn && !withdrawn.isEmpty)
      this.#withdrawn = new Checker({ wording: withdrawn, dossier, ...sources });
    this.#who = openWho(dossier);
    this.#voices = openVoices(sources);
    this.#judge = new Judge(this.#voices, this.#who);
  }

  /** Whether a text is somebody's name. */
  get isName(): IsName {
    return this.#who.isName;
  }

  /** The quotations in a message, each to be checked. */
  quotationsIn(message: string): Claim[] {
    return claimsIn(message, this.#who.isName);
  }

  /** Checks one quotation. The first one reads all words of the sources, if nobody did: 2 s for 100,000 paragraphs. */
  check(text: string, { speaker = '', source, beside = '' }: CheckOptions = {}): Check {
    const { claim, judged } = this.#readAsItStands(text, speaker.trim(), source);
    const [best] = judged;
    if (!best) return this.#notFound(text, claim, { speaker, source, beside });
    const differences = differencesOf(best.parts, this.#who);
    const brackets = bracketsOf(best.parts, claim.words);
    const applying = applyingTo(best, differences);
    const [verdict = 'exact'] = applying;
    const isChanged = verdict === 'altered' || verdict === 'joined';
    const withdrawn = isChanged ? this.#withdrawnAs(text, speaker, source) : [];
    return {
      ...(withdrawn.length > 0 && { withdrawn }),
      verdict,
      flags: this.#flags(best, applying.slice(1), differences, brackets),
      claim,
      within: source,
      matches: matchesOf(judged),
      differences,
      places: placesOf(best),
      brackets,
    };
  }

  /** As it was meant, or, where that is not plainly there, as a line of a transcript with the end of its label. */
  #readAsItStands(text: string, speaker: string, source: Document | undefined): Read {
    const read = this.#readBest(text, speaker, source);
    const [best] = read.judged;
    const verdict = best && applyingTo(best, differencesOf(best.parts, this.#who))[0];
    if (best && (verdict === undefined || verdict === 'reporter')) return read;
    for (const { label, words } of partedAtColons(text)) {
      const claim = { words, ...(speaker === '' ? {} : { speaker }) };
      const judged = this.#read(claim, source, (passage) => labelEndsWith(passage, label));
      if (judged.length > 0) return { claim, judged };
    }
    return read;
  }

  /** Where else it stands, or whether the sources could have it at all. */
  #notFound(text: string, claim: Claim, { speaker, source, beside }: Told): Check {
    const none = notFound(claim, source);
    const near = source ? this.#readBest(text, speaker.trim(), undefined).judged : [];
    const elsewhere = this.#unchanged(near);
    if (elsewhere.length > 0) return { ...none, elsewhere };
    const withdrawn = this.#withdrawnAs(text, speaker);
    if (withdrawn.length > 0) return { ...none, withdrawn };
    // What stands there in other words is nothing that the sources could not have.
    if (near.length > 0) return none;
    const outside = outsideOf(beside === '' ? text : `${beside}\n${text}`, claim, {
      ...{ documents: this.#wording.documents, written: this.#wording.written },
      who: this.#who,
    });
    return outside ? { ...none, outside } : none;
  }

  /** Where it stands just so in a text that is withdrawn, or in an earlier version of one; of one that is asked for, or of all. */
  #withdrawnAs(text: string, speaker: string, source?: Document): readonly CheckMatch[] {
    if (!this.#withdrawn) return [];
    const { judged } = this.#withdrawn.#readBest(text, speaker.trim(), undefined);
    return this.#unchanged(judged).filter(({ passage }) => !source || passage.document.id === source.id);
  }

  /** The places where it stands just so: changed words stand nowhere. */
  #unchanged(judged: readonly Judged[]): readonly CheckMatch[] {
    const [best] = judged;
    const isSame = best && !best.joined && differencesOf(best.parts, this.#who).length === 0;
    return isSame ? matchesOf(judged) : [];
  }

  /**
   * What stands beside a quotation is who said it, unless the source, where nobody reports, has these words there as well,
   * or another name in their place: then all of the text was quoted, and a change in any of it counts.
   */
  #readBest(text: string, speaker: string, source: Document | undefined): Read {
    const { isUnmarked, ...found } = claimOf(text, this.#who.isName);
    const named = speaker === '' ? {} : { speaker };
    const claim = { ...found, ...named };
    const judged = this.#read(claim, source);
    const count = wordsOf(claim.words).length;
    const [best] = judged;
    if (isUnmarked) {
      // Where all of it stands just so, the name is a part of the words: nothing says that somebody is quoted.
      const all = { words: wholeOf(text), ...named };
      const whole = this.#read(all, source);
      const [first] = whole;
      // "… open to all,” Vera Lind said": there the name stands beside the quotation, as here.
      const isBeside = best?.reporter === 'none' && first?.reporter === 'part';
      if (first && !isBeside && differencesOf(first.parts, this.#who).length === 0)
        return { claim: all, judged: whole };
    }
    if (count === wordsOf(text).length || best?.matches[0]?.passage.document.kind === 'news')
      return { claim, judged };
    const whole = { words: wholeOf(text), ...named };
    const read = this.#read(whole, source);
    const isQuoted =
      (read[0]?.agreeing.length ?? 0) > count || (best?.likeness === 'unknown' && namesAnother(best));
    return isQuoted && read.length > 0 ? { claim: whole, judged: read } : { claim, judged };
  }

  /**
   * The places where it stands just so, best first, or the one that it is nearest to; where passages are told, only those that
   * one of these begins with.
   */
  #read(claim: Claim, source: Document | undefined, opens?: (passage: Passage) => boolean): Judged[] {
    const { stream } = this.#wording;
    const isKnown = (folded: string): boolean => stream.numberOf(folded) !== unknownWord;
    const words = respelt(wordsOf(claim.words), claim.words, () => this.#wording.written, isKnown);
    if (words.length === 0) return [];
    const within = stream.rangeOf(source);
    const given = givenOf(claim.words, words, stream);
    const places = opens
      ? exactPlaces(given.numbers, stream, within, mostOpening).filter((at) => stream.opens(at, opens))
      : exactPlaces(given.numbers, stream, within, mostPlaces + 1);
    const exact = places
      .slice(0, mostPlaces)
      .map((at) => this.#judge.judge(readExact(given, at, stream), claim))
      .sort((a, b) => this.#judge.rank(a) - this.#judge.rank(b) || this.#cutsOf(a) - this.#cutsOf(b));
    // Who says it at the places that were not looked at nobody knows.
    if (places.length > mostPlaces)
      return exact.map((one) => (one.likeness === 'other' ? { ...one, likeness: 'unknown' } : one));
    if (exact.length > 0 || opens || words.length <= fewWords) return exact;
    const pieces = piecesOf(given, stream, within);
    const context = { given, stream, sameVoice: this.#voices.same };
    const reading = readPieces(pieces, context, fewestShared);
    return reading ? [this.#judge.judge(reading, claim)] : [];
  }

  #flags(
    best: Judged,
    lower: readonly Applying[],
    differences: readonly Difference[],
    brackets: Brackets,
  ): Flag[] {
    const { reading, agreeing, reporter, likeness } = best;
    const altered = differences.length > 0 || best.joined;
    return [
      ...lower.filter((one) => one !== 'joined'),
      ...when(reporter === 'whole', 'reporter-whole'),
      ...when(reporter === 'part', 'reporter-part'),
      ...when(reporter === 'unread', 'marks-unread'),
      ...when(
        differences.some(({ turnsSense }) => turnsSense) || (!altered && this.#cutTurns(agreeing)),
        'turns-sense',
      ),
      ...(altered ? [] : this.#cuts(agreeing)),
      ...when(
        reading.stretches.some(({ from }) => from === 'ellipsis'),
        'ellipsis',
      ),
      ...when(brackets.own || brackets.added || brackets.dropped, 'brackets'),
      ...when(likeness === 'unknown', 'speaker-unknown'),
    ];
  }

  /** Where the words stand whole they were rather taken from than where they are cut. */
  #cutsOf({ agreeing }: Judged): number {
    return this.#cuts(agreeing).length;
  }

  #cutTurns(agreeing: Judged['agreeing']): boolean {
    const ends = endsOf(agreeing);
    return ends !== undefined && cutTurnsSense({ ...ends, quoted: this.#voices.quoted });
  }

  #cuts(agreeing: Judged['agreeing']): Flag[] {
    const ends = endsOf(agreeing);
    if (!ends) return [];
    const { quoted } = this.#voices;
    const start = isCutBefore(ends.first, quoted(ends.first));
    const end = isCutBehind(ends.last, quoted(ends.last));
    return [...when(start || end, 'cut'), ...when(start, 'cut-start'), ...when(end, 'cut-end')];
  }
}

interface Told {
  readonly speaker: string;
  readonly source: Document | undefined;
  readonly beside: string;
}

interface Read {
  readonly claim: Claim;
  readonly judged: readonly Judged[];
}

/** Whether a source has a name of its own right beside the words ("Ukraine: …"), where the quotation has another. */
function namesAnother({ matches: [match] }: Judged): boolean {
  if (!match) return false;
  const { text, start } = match.passage;
  return hasSpeakerBeside(
    text.slice(wordsFrom(match.passage), match.start - start),
    text.slice(match.end - start),
  );
}

/** The best place, and others that are as good; of joined words every place, in their order. */
function matchesOf(judged: readonly Judged[]): CheckMatch[] {
  const [best] = judged;
  const alike = judged.filter(
    ({ likeness, joined }) => likeness === best?.likeness && joined === best.joined,
  );
  return (best?.joined ? [best] : alike)
    .flatMap(({ matches }) => matches)
    .slice(0, best?.joined ? undefined : mostMatches);
}
