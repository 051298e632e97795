// Whom a speaker's words mean: the name that a pronoun stands for, and the dossier's entry. Nothing where it is not plain.
import { pronounAddressed, pronounOf } from '../../corpus/names/given-names.ts';
import type { NameBook } from '../../corpus/names/names.ts';
import type { Span } from '../../corpus/passages.ts';
import { apposedIn, withApposition } from '../clauses/appositions.ts';
import { sayingVerbs, tellingVerbs } from '../language/cues.ts';
import { isRelative, phraseBefore, phraseBehind, type Range } from '../language/noun-phrases.ts';
import type { Sentence, Unit } from '../language/units.ts';
import type { Speaker, SpeakerKind } from '../statement.ts';
import { hasOwner, isInCapitals, lastNameOf, type Named, namedIn } from './people.ts';
import { entryOf, headOf, kindOf } from './speakers.ts';

/** Somebody or something that was spoken of, and who that is. */
interface Mention {
  readonly start: number;
  readonly name: string;
  readonly head: string;
  readonly sort: 'person' | 'thing' | 'many' | 'nobody';
  readonly entry: Pick<Speaker, 'person' | 'party'>;
}

/** So many sentences back somebody is still meant by a pronoun. */
const reach = 4;

/** What points back at somebody who was spoken of. */
const pointing = /^(?:that|this|those|these|the same|the latter)\s/iu;

const subjective: Readonly<Record<string, string>> = { his: 'he', him: 'he', her: 'she' };

export class Referents {
  readonly #text: string;
  readonly #names: NameBook;
  readonly #sentences: readonly Sentence[];
  readonly #index = new Map<Sentence, number>();
  readonly #topics = new Map<Sentence, Mention[]>();
  readonly #gender = new Map<string, string>();

  constructor(text: string, sentences: readonly Sentence[], names: NameBook) {
    this.#text = text;
    this.#names = names;
    this.#sentences = sentences;
    for (const [at, sentence] of sentences.entries()) this.#index.set(sentence, at);
  }

  /** The speaker whose words stand at a range of a sentence. To be asked for in the order of the text. */
  speaker(sentence: Sentence, range: Range): Speaker {
    const { units } = sentence;
    const phrase = units.slice(range.from, range.to);
    const start = phrase[0]?.start ?? 0;
    const end = phrase.at(-1)?.end ?? start;
    const text = this.#text.slice(start, end);
    const kind = kindOf(units, range);
    if (kind === 'pronoun') {
      const low = subjective[phrase[0]?.low ?? ''] ?? phrase[0]?.low ?? '';
      const meant = isRelative(phrase[0])
        ? this.#antecedent(sentence, range.from)
        : this.#meant(low, sentence, start, isAnswering(units, range));
      this.#noteTopic(sentence, meant ?? nobody(low, start));
      return { start, end, text, kind, ...(meant ? { resolved: meant.name, ...meant.entry } : {}) };
    }
    const mention = this.#mentionAt(units, range, kind);
    this.#noteTopic(sentence, mention);
    const entry = isKnown(mention) ? mention.entry : this.#sameHead(mention, sentence);
    const at = apposedIn(units, range) ? this.#named(mention) : { start, end, text, kind };
    const same = kind === 'unnamed' ? this.#sameNoun(mention, sentence) : undefined;
    return { ...at, ...entry, ...(same === undefined ? {} : { resolved: same.name }) };
  }

  #named({ start, name }: Mention): Speaker {
    const kind = / and /u.test(name) ? 'collective' : 'named';
    return { start, end: start + name.length, text: name, kind };
  }

  /** Who a phrase means; a name set beside a noun says it, and the dossier may know the one or the other. */
  #mentionAt(units: readonly Unit[], range: Range, kind: SpeakerKind): Mention {
    const name = apposedIn(units, range);
    const mention = this.#mention(units.slice(range.from, name ? name.from - 1 : range.to), kind);
    if (!name) return mention;
    const named = this.#mention(units.slice(name.from, name.to), 'named');
    return isKnown(named) ? named : { ...named, entry: mention.entry };
  }

  #noteTopic(sentence: Sentence, mention: Mention): void {
    const known = this.#topics.get(sentence) ?? [];
    this.#topics.set(sentence, [mention, ...known]);
  }

  #mention(phrase: readonly Unit[], kind: string): Mention {
    const head = headOf(phrase);
    const start = phrase[0]?.start ?? 0;
    const end = phrase.at(-1)?.end ?? start;
    const headSpan: Span = { start, end: head?.end ?? end };
    const entry = entryOf(this.#text, headSpan, this.#names);
    const plural = head !== undefined && kind !== 'named' && /s$/u.test(head.low);
    const named = kind === 'named' && entry.person === undefined;
    const things =
      (named && isInCapitals(head?.text ?? '')) ||
      (head !== undefined &&
        head.pos === 'NOUN' &&
        kind !== 'named' &&
        /^(?:statement|declaration|report|company|campaign|group|government|ministry|agency|committee|party|newspaper|letter|document|court|study|memo|ad)$/u.test(
          head.low,
        ));
    const sort = plural || (kind === 'collective' && !things) ? 'many' : things ? 'thing' : 'person';
    return { start, name: this.#text.slice(start, end), head: head?.low ?? '', sort, entry };
  }

  /** "The statement" where "the joint statement" went before: the last thing of the same noun that is known. */
  #sameHead({ head, sort, start }: Mention, sentence: Sentence): Mention['entry'] {
    if (sort !== 'thing') return {};
    for (const mention of this.#before(sentence, start, 20)) {
      if (mention.head === head && mention.entry.party !== undefined) return mention.entry;
    }
    return {};
  }

  /** "That source added", where "another source with knowledge of the matter" spoke last: the last one called by the same noun. */
  #sameNoun({ head, start, name }: Mention, sentence: Sentence): Mention | undefined {
    if (!pointing.test(name)) return undefined;
    for (const mention of this.#before(sentence, start, reach)) {
      const called = mention.head === head || lastNameOf(mention.name) === lastNameOf(name);
      if (called && mention.sort !== 'nobody' && !pointing.test(mention.name)) return mention;
    }
    return undefined;
  }

  /** "a report that said": what stands right before a relative pronoun. */
  #antecedent({ units }: Sentence, at: number): Mention | undefined {
    const phrase = phraseBefore(units, units[at - 1]?.text === ',' ? at - 1 : at, 0);
    return phrase && this.#mention(units.slice(phrase.from, phrase.to), kindOf(units, phrase));
  }

  #meant(pronoun: string, sentence: Sentence, at: number, answering: boolean): Mention | undefined {
    if (pronoun === 'he' || pronoun === 'she') return this.#person(pronoun, sentence, at, answering);
    for (const mention of this.#before(sentence, at, reach)) {
      if (this.#fits(mention, pronoun)) return mention;
    }
    return undefined;
  }

  #fits({ sort }: Mention, pronoun: string): boolean {
    if (pronoun === 'they') return sort === 'many';
    return pronoun === 'it' && sort === 'thing';
  }

  /**
   * The one person who can be meant by "he" or "she": who spoke last, or whom the sentence is about, where nobody else is named
   * there who was met, told, answered or brought in by a clause. A second one who can be meant makes it nobody.
   */
  #person(pronoun: string, sentence: Sentence, at: number, answering: boolean): Mention | undefined {
    const index = this.#index.get(sentence) ?? 0;
    const near = this.#sentences.slice(Math.max(0, index - reach), index + 1).toReversed();
    for (const [back, each] of near.entries()) {
      const people = this.#peopleIn(each, at, pronoun);
      // "Trump’s beef was with Kelly, who he claims …": he may be meant, or whoever spoke before.
      if (people.length === 0 && back === 0 && hasOwner(each, at)) return undefined;
      if (people.length === 0) continue;
      const [only, ...others] = people;
      // Whoever answers is somebody else than who asked.
      const isAsked = answering && back <= 1 && only?.spoke === true;
      if (!only?.mention || others.length > 0 || isAsked) return undefined;
      if ((pronounOf(only.name) ?? pronoun) !== pronoun) return undefined;
      this.#gender.set(lastNameOf(only.mention.name), pronoun);
      return only.mention;
    }
    return undefined;
  }

  /** Everybody in a sentence whom a pronoun can mean, each once; `mention` where they speak in it or it is about them. */
  #peopleIn(sentence: Sentence, before: number, pronoun: string): Candidate[] {
    const spoken = (this.#topics.get(sentence) ?? []).filter(({ start }) => start < before);
    const topic = this.#topicOf(sentence);
    const spoke = spoken.filter(({ sort }) => sort === 'person' || sort === 'nobody');
    const about = topic && topic.start < before && topic.sort === 'person' ? [topic] : [];
    const named = namedIn(sentence, before).filter(
      ({ start }) => ![...spoke, ...about].some((one) => holds(one, start)),
    );
    const found = new Map<string, Candidate>();
    for (const mention of [...spoke, ...about]) {
      const last = lastNameOf(mention.name);
      if (mention.sort === 'nobody' && mention.name !== pronoun) continue;
      const whole = mention.sort === 'nobody' ? undefined : mention;
      if (!found.has(last))
        found.set(last, { name: mention.name, mention: whole, spoke: spoke.includes(mention) });
    }
    for (const name of named)
      if (!found.has(name.last) && isRival(name, [...spoke, ...about], sentence))
        found.set(name.last, {
          name: this.#text.slice(name.start, name.end),
          mention: this.#subject(sentence, name),
          spoke: false,
        });
    return [...found]
      .filter(([last, { name }]) => (this.#gender.get(last) ?? pronounAddressed(name) ?? pronoun) === pronoun)
      .map(([, one]) => one);
  }

  /** Who does something in a sentence may be meant; who only has something done to them makes it doubtful. */
  #subject({ units }: Sentence, { subject, governor }: Named): Mention | undefined {
    if (!subject || governor !== undefined || kindOf(units, subject) !== 'named') return undefined;
    return this.#mention(units.slice(subject.from, subject.to), 'named');
  }

  /** Who was spoken of before a place, the last first: speakers, then what sentences are about. */
  *#before(sentence: Sentence, at: number, sentences: number): Generator<Mention> {
    const index = this.#index.get(sentence) ?? 0;
    for (let step = index; step >= Math.max(0, index - sentences); step -= 1) {
      const each = this.#sentences[step];
      if (!each) continue;
      yield* (this.#topics.get(each) ?? []).filter(({ start }) => start < at);
      const topic = this.#topicOf(each);
      if (topic && topic.start < at) yield topic;
    }
  }

  /** What a sentence begins with, beyond the words that lead it in. */
  #topicOf({ units }: Sentence): Mention | undefined {
    const led = units.findIndex(({ afresh }) => afresh);
    const first = units.findIndex(
      ({ pos }) => pos === 'DET' || pos === 'PROPN' || pos === 'NOUN' || pos === 'ADJ',
    );
    const from = led < 0 ? first : led;
    if (from < 0 || (led < 0 && from > 3)) return undefined;
    const range = phraseBehind(units, from);
    if (!range || (led < 0 && units[from - 1]?.pos === 'ADP')) return undefined;
    // "Donalds for speaker?: Republicans nominate …": a heading asks, and what follows it is about somebody else.
    if (/^[?:]/u.test(units[range.to]?.text ?? '')) return undefined;
    const whole = withApposition(units, range);
    const mention = this.#mentionAt(units, whole, kindOf(units, range));
    if (whole.to > range.to) return mention;
    // Whoever has no name is meant by "he" only where he spoke before.
    const nameless = mention.sort === 'person' && kindOf(units, range) !== 'named';
    return nameless ? undefined : mention;
  }
}

/** Somebody whom a pronoun can mean; without a mention where it is only known that there is somebody. */
interface Candidate {
  readonly name: string;
  readonly mention: Mention | undefined;
  readonly spoke: boolean;
}

/** A pronoun of which nobody knows whom it means: nor does the next one. */
function nobody(pronoun: string, start: number): Mention {
  return { start, name: pronoun, head: '', sort: 'nobody', entry: {} };
}

function holds({ start, name }: Mention, place: number): boolean {
  return start <= place && place < start + name.length;
}

const among = new Set(['to', 'with', 'by', 'alongside', 'beside']);

/**
 * Whether somebody who is named may be meant instead of who speaks or whom the sentence is about. Who is only spoken of behind the
 * verb of somebody's statement, or governed by most prepositions ("about Putin"), is not.
 */
function isRival({ start, governor }: Named, about: readonly Mention[], { units }: Sentence): boolean {
  const speaker = about.find(({ sort }) => sort === 'person');
  const speaks =
    speaker &&
    units.some(({ lemma, pos, start: at }) => at > speaker.start && pos === 'VERB' && sayingVerbs.has(lemma));
  if (!speaks) return governor === undefined || among.has(governor);
  if (governor !== undefined) return false;
  const verb = units.find((unit) => unit.start > speaker.start + speaker.name.length && unit.pos === 'VERB');
  // "Merz told Macron that …": whoever is told stands right behind the verb.
  if (verb === undefined || start < verb.start) return true;
  return (tellingVerbs.has(verb.lemma) || !sayingVerbs.has(verb.lemma)) && isAddressed(units, verb, start);
}

function isAddressed(units: readonly Unit[], verb: Unit, start: number): boolean {
  const at = units.indexOf(verb);
  const to = units.findIndex((unit) => unit.start >= start);
  return (
    units
      .slice(at + 1, to)
      .every(({ pos }) => pos === 'DET' || pos === 'ADJ' || pos === 'NOUN' || pos === 'PROPN') ||
    isBehindRelative(units, at, to)
  );
}

/** "…,” wrote Berg, whose deputy, Lund, …": a clause brings somebody in. */
function isBehindRelative(units: readonly Unit[], from: number, to: number): boolean {
  return units.slice(from, to).some(({ low }) => low === 'whose' || low === 'who');
}

/** "he replied", "replied she": an answer is somebody else's than what it answers. */
function isAnswering(units: readonly Unit[], { from, to }: Range): boolean {
  const near = units.slice(Math.max(0, from - 2), to + 2);
  return near.some(({ lemma }) => /^(?:reply|answer|respond|retort|counter|rejoin)$/u.test(lemma));
}

function isKnown({ entry }: Mention): boolean {
  return entry.person !== undefined || entry.party !== undefined;
}
