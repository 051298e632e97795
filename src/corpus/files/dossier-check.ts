// What a dossier says of the documents, looked up in them: every citation and every word of it must stand there.
import type { Problem } from '../../common/errors.ts';
import { shown } from '../../common/validation.ts';
import type { MessageKey, MessageValues } from '../../messages/messages.ts';
import { type Citable, type CitedWords, passageCited, quotedShare, wordsIn } from '../citing/cited-words.ts';
import type {
  Dossier,
  JointStatement,
  Proposal,
  Signatory,
  Stance,
  StatementPart,
  StatementSection,
  View,
} from '../dossier.ts';
import { apart, ownerOf, whoIsIn } from '../names/dossier-names.ts';
import type { Passage } from '../passages.ts';
import { fold } from '../text/folding.ts';
import type {
  Path,
  Written,
  WrittenCited,
  WrittenDossier,
  WrittenProposal,
  WrittenSection,
  WrittenStatement,
  WrittenView,
} from './dossier-file.ts';

/** A dossier that is right in every respect, and what was left out of the written one and why, by line. */
export interface CheckedDossier {
  readonly dossier: Dossier;
  readonly problems: readonly Problem[];
}

export function checkDossier(written: WrittenDossier, citable: Citable): CheckedDossier {
  const who = whoIsIn(written);
  const check = new Check(written, citable, [...who.parties, ...who.people, ...who.unnamed]);
  const proposals = apart(written.proposals, written);
  const statements = apart(written.statements, written);
  const everybody = [...who.parties, ...who.people, ...who.unnamed];
  const dossier: Dossier = {
    parties: valuesOf(who.parties),
    people: valuesOf(who.people),
    unnamed: valuesOf(who.unnamed),
    synonyms: valuesOf(written.synonyms),
    thesaurus: [],
    proposals: proposals.kept.flatMap((entry) => check.proposal(entry)),
    statements: statements.kept.flatMap((entry) => check.statement(entry)),
    places: new Map(everybody.map(({ value, path }) => [value.id, written.placeOf(path)])),
  };
  const problems = [
    ...written.problems,
    ...who.problems,
    ...proposals.problems,
    ...statements.problems,
    ...check.problems,
  ];
  return { dossier, problems: problems.sort((a, b) => (a.place.line ?? 0) - (b.place.line ?? 0)) };
}

function valuesOf<T>(entries: readonly Written<T>[]): T[] {
  return entries.map(({ value }) => value);
}

/** Looks entries up and keeps what is wrong; each of its methods gives back what is right of an entry. */
class Check {
  readonly problems: Problem[] = [];
  readonly #written: WrittenDossier;
  readonly #citable: Citable;
  readonly #known: ReadonlySet<string>;

  constructor(written: WrittenDossier, citable: Citable, everybody: readonly Written<{ id: string }>[]) {
    this.#written = written;
    this.#citable = citable;
    this.#known = new Set(everybody.map(({ value }) => value.id));
  }

  proposal({ value, path }: Written<WrittenProposal>): Proposal[] {
    const { id, name, called, queries } = value;
    const owner = ownerOf(path, name);
    const at = (field: string, index: number): Path => [...path, field, index];
    const what = value.what.flatMap((cited, index) => this.#cited(cited, at('what', index), owner) ?? []);
    const by = value.by.flatMap((view, index) => this.#view(view, at('by', index), owner));
    const views = value.stances.flatMap((view, index): Stance[] =>
      this.#view(view, at('stances', index), owner).map((found) => ({ ...found, stance: view.stance })),
    );
    const passages = value.passages.flatMap(
      (citation, index) => this.#passage(citation, at('passages', index), owner) ?? [],
    );
    // Without one word of what it is there is nothing to show; what is wrong with the words was told.
    return what.length === 0 ? [] : [{ id, name, called, queries, what, by, stances: views, passages }];
  }

  statement({ value, path }: Written<WrittenStatement>): JointStatement[] {
    const { id, name, called, complete, party } = value;
    const owner = ownerOf(path, name);
    const document = this.#citable.documents.find((one) => one.id === value.document);
    if (!document) {
      const documents = this.#citable.documents.map((one) => one.id).join(', ');
      this.#wrong([...path, 'document'], 'dossier.noDocument', { id: value.document, owner, documents });
      return [];
    }
    const signatories = (field: 'issued' | 'signed'): Signatory[] =>
      value[field].flatMap((one, index): Signatory[] => {
        const at = [...path, field, index];
        const found = this.#cited(one, at, owner);
        return found && this.#isKnown(one.who, [...at, 'who'], owner) ? [{ ...found, who: one.who }] : [];
      });
    const known = party !== undefined && this.#isKnown(party, [...path, 'party'], owner);
    const sections = value.sections.flatMap((one, index) =>
      this.#section({ value: one, path: [...path, 'sections', index] }, owner),
    );
    return [
      {
        ...{ id, name, called, document, complete, sections },
        ...(known && { party }),
        issued: signatories('issued'),
        signed: signatories('signed'),
      },
    ];
  }

  #section({ value, path }: Written<WrittenSection>, owner: string): StatementSection[] {
    const parts = value.parts.flatMap((part, index): StatementPart[] => {
      const found = this.#cited(part, [...path, 'parts', index], owner);
      return found ? [{ ...found, how: howOf(found) }] : [];
    });
    return parts.length === 0 ? [] : [{ id: value.id, name: value.name, parts }];
  }

  #view(view: WrittenView, path: Path, owner: string): View[] {
    const { who, as, teller, hedge, words } = view;
    const found = this.#cited(view, path, owner);
    const fits = [
      this.#isKnown(who, [...path, 'who'], owner),
      teller === undefined || this.#isKnown(teller, [...path, 'teller'], owner),
      this.#isTold(view, path, owner),
    ];
    if (hedge !== undefined && !fold(words).text.includes(fold(hedge).text)) {
      fits.push(this.#wrong([...path, 'hedge'], 'dossier.noHedge', { hedge, words: shown(words), owner }));
    }
    if (found && as === 'own-words' && !isOwn(found)) {
      const values = { words: shown(words), owner, citation: view.cite };
      fits.push(this.#wrong([...path, 'as'], 'dossier.notQuoted', values));
    }
    return found && !fits.includes(false) ? [{ ...found, who, as, teller, hedge }] : [];
  }

  /** What is said of somebody is said by somebody; all else is told by the passage itself. */
  #isTold({ as, teller }: WrittenView, path: Path, owner: string): boolean {
    if ((as === 'said-of') === (teller !== undefined)) return true;
    return this.#wrong([...path, teller === undefined ? 'as' : 'teller'], 'dossier.teller', { owner });
  }

  #cited({ cite, words }: WrittenCited, path: Path, owner: string): CitedWords | undefined {
    const passage = this.#passage(cite, [...path, 'cite'], owner);
    if (!passage) return undefined;
    const found = wordsIn(passage, words);
    if (!found)
      this.#wrong([...path, 'words'], 'dossier.notThere', { words: shown(words), owner, citation: cite });
    return found && { passage, start: found.start, end: found.end };
  }

  #passage(citation: string, path: Path, owner: string): Passage | undefined {
    const passage = passageCited(citation, this.#citable);
    if (!passage) this.#wrong(path, 'dossier.noPassage', { citation, owner });
    return passage;
  }

  #isKnown(id: string, path: Path, owner: string): boolean {
    if (this.#known.has(id)) return true;
    // Somebody who was left out was told of already.
    return this.#written.ids.has(id) ? false : this.#wrong(path, 'dossier.noWho', { id, owner });
  }

  #wrong(path: Path, key: MessageKey, values: MessageValues): false {
    this.problems.push({ place: this.#written.placeOf(path), message: { key, values } });
    return false;
  }
}

/** Only news has somebody between speaker and reader: elsewhere all words are the speaker's own. */
function isOwn(found: CitedWords): boolean {
  return found.passage.document.kind !== 'news' || quotedShare(found.passage, found) === 'all';
}

function howOf(found: CitedWords): StatementPart['how'] {
  if (found.passage.document.kind !== 'news') return 'quoted';
  const share = quotedShare(found.passage, found);
  if (share === 'all') return 'quoted';
  return share === 'some' ? 'partly' : 'reported';
}
