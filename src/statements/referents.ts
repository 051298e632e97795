// Whom a speaker's words mean: the name that a pronoun stands for, and the dossier's entry. Nothing where it is not plain.
import type { NameBook } from '../corpus/names.ts';
import type { Span } from '../corpus/passages.ts';
import { apposedIn, withApposition } from './appositions.ts';
import { isRelative, phraseBefore, phraseBehind, type Range } from './noun-phrases.ts';
import { entryOf, headOf, kindOf } from './speakers.ts';
import type { Speaker, SpeakerKind } from './statement.ts';
import type { Sentence, Unit } from './units.ts';

/** Somebody or something that was spoken of, and who that is. */
interface Mention {
  readonly start: number;
  readonly name: string;
  readonly head: string;
  readonly sort: 'person' | 'thing' | 'many';
  readonly entry: Pick<Speaker, 'person' | 'party'>;
}

/** So many sentences back somebody is still meant by a pronoun. */
const reach = 4;

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
      const meant = isRelative(phrase[0])
        ? this.#antecedent(sentence, range.from)
        : this.#meant(phrase[0]?.low ?? '', sentence, start);
      if (meant) this.#noteTopic(sentence, meant);
      return { start, end, text, kind, ...(meant ? { resolved: meant.name, ...meant.entry } : {}) };
    }
    const mention = this.#mentionAt(units, range, kind);
    this.#noteTopic(sentence, mention);
    const entry = isKnown(mention) ? mention.entry : this.#sameHead(mention, sentence);
    const at = apposedIn(units, range) ? this.#named(mention) : { start, end, text, kind };
    return { ...at, ...entry };
  }

  #named({ start, name }: Mention): Speaker {
    return { start, end: start + name.length, text: name, kind: 'named' };
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
    const things =
      head !== undefined &&
      head.pos === 'NOUN' &&
      kind !== 'named' &&
      /^(?:statement|declaration|report|company|campaign|group|government|ministry|agency|committee|party|newspaper|letter|document|court|study|memo|ad)$/u.test(
        head.low,
      );
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

  /** "a report that said": what stands right before a relative pronoun. */
  #antecedent({ units }: Sentence, at: number): Mention | undefined {
    const phrase = phraseBefore(units, units[at - 1]?.text === ',' ? at - 1 : at, 0);
    return phrase && this.#mention(units.slice(phrase.from, phrase.to), kindOf(units, phrase));
  }

  #meant(pronoun: string, sentence: Sentence, at: number): Mention | undefined {
    for (const mention of this.#before(sentence, at, reach)) {
      if (this.#fits(mention, pronoun)) return mention;
    }
    return undefined;
  }

  #fits(mention: Mention, pronoun: string): boolean {
    if (pronoun === 'they') return mention.sort === 'many';
    if (pronoun === 'it') return mention.sort === 'thing';
    if (mention.sort !== 'person') return false;
    if (pronoun !== 'he' && pronoun !== 'she') return false;
    const known = this.#gender.get(mention.name);
    if (known !== undefined && known !== pronoun) return false;
    this.#gender.set(mention.name, pronoun);
    return true;
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
    const from = units.findIndex(
      ({ pos }) => pos === 'DET' || pos === 'PROPN' || pos === 'NOUN' || pos === 'ADJ',
    );
    if (from < 0 || from > 3) return undefined;
    const range = phraseBehind(units, from);
    const before = units[from - 1];
    if (!range || before?.pos === 'ADP') return undefined;
    const whole = withApposition(units, range);
    const mention = this.#mentionAt(units, whole, kindOf(units, range));
    if (whole.to > range.to) return mention;
    // Whoever has no name is meant by "he" only where he spoke before.
    const nameless = mention.sort === 'person' && kindOf(units, range) !== 'named';
    return nameless ? undefined : mention;
  }
}

function isKnown({ entry }: Mention): boolean {
  return entry.person !== undefined || entry.party !== undefined;
}
