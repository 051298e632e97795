// npm run eval:people [-- --corpus DOCS.jsonl --quotes QUOTES.jsonl [--show-errors]]
// Of the shipped talks: how many positions are found with the dossier and without it.
// Of the named sources that people marked in news: is whoever is named known, and are the statements found there theirs?
import { Command } from 'commander';
import { describeProblem } from '../../src/common/errors.ts';
import { readCollection } from '../../src/corpus/files/collection.ts';
import { type NameHit, namedBy } from '../../src/corpus/names/names.ts';
import { complain, sayWhatIsWrong } from '../../src/ending.ts';
import { Holding } from '../../src/holding.ts';
import { heldInTalks } from '../people/shipped.ts';
import { type Marked, readMarked } from './attributions.ts';
import { agreement, sentencesIn } from './measure-statements.ts';
import { share } from './measures.ts';

interface Options {
  readonly corpus?: string;
  readonly quotes?: string;
  readonly showErrors?: boolean;
}

/** Called by two words with capitals and more, by one, or by "Mr.". */
const personal =
  /(?:\p{Lu}[\p{L}.’'-]+ (?:\p{Lu}\. )?\p{Lu}[\p{L}’'-]+|\bMrs?\.? \p{Lu}\p{L}+|^\p{Lu}[\p{L}’'-]+$)/u;

const program = new Command('eval:people')
  .description('Measures whether those who are named as sources are known.')
  .option('-c, --corpus <path>', 'a .jsonl file of documents, or a folder')
  .option('-q, --quotes <file>', 'lines {"docId","quoteSpans","sourceStart","sourceEnd","sourceType",…}')
  .option('--show-errors', 'show who is not known, and whose statements are somebody else’s');

try {
  const { corpus, quotes, showErrors = false } = program.parse().opts<Options>();
  if (corpus === undefined || quotes === undefined) await measureTalks();
  else {
    const collection = await readCollection(corpus);
    complain(collection.problems.map((problem) => describeProblem(problem)));
    measure(new Holding(collection, {}), await readMarked(quotes, collection.documents), showErrors);
  }
} catch (error) {
  process.exitCode = sayWhatIsWrong(error);
}

async function measureTalks(): Promise<void> {
  const { written, read } = await heldInTalks();
  const same = read.filter((each) => written.includes(each));
  console.log(`positions of the shipped talks with their dossier: ${written.length}`);
  console.log(`without it: ${same.length}, and ${read.length - same.length} that are nobody’s or another’s`);
}

function measure(holding: Holding, all: readonly Marked[], showErrors: boolean): void {
  const people = holding.people.get();
  /** Whom a phrase is about: its head, or else the only one whom it names. */
  const meantBy = ({ document }: Marked, phrase: string): NameHit | undefined => {
    const [voice = ''] = phrase.split(/ [-(—–]|, (?:and )?| and /u);
    const head = namedBy(voice, people.in(document)).at(-1);
    const all = people.in(document).find(phrase);
    const persons = all.filter(
      ({ person, end }) => person !== undefined && !/^['’]/u.test(phrase.slice(end)),
    );
    const only = new Set(persons.map(({ person }) => person)).size === 1 ? persons[0] : undefined;
    return head?.person === undefined ? (only ?? head) : head;
  };
  const idOf = (hit: NameHit | undefined): string | undefined => hit?.person ?? hit?.party;
  const named = all.filter(({ source, type }) => source && type === 'named');
  const known = named.map((marked) => ({ marked, id: idOf(meantBy(marked, marked.source?.text ?? '')) }));
  // Whoever is called by two words with capitals and more, or by "Mr.", is somebody.
  const isPerson = ({ source }: Marked): boolean => personal.test(source?.text ?? '');
  const persons = known.filter(({ marked }) => isPerson(marked));
  const statements = new Set(named.map(({ document }) => document));
  const found = [...statements].flatMap((document) => holding.statements.of(document));
  const pairs = agreement(named, found, sentencesIn(holding.collection.passages)).pairs.flatMap(
    ({ marked, found: one }) => {
      const id = known.find((each) => each.marked === marked)?.id;
      const said = one?.speaker && meantBy(marked, one.speaker.resolved ?? one.speaker.text);
      return one && id !== undefined ? [{ marked, one, id, theirs: said && idOf(said) }] : [];
    },
  );
  const wrong = pairs.filter(({ id, theirs }) => theirs !== undefined && theirs !== id);
  console.log(`documents ${statements.size}, known ${people.known.length}, named sources ${named.length}`);
  console.log(`known of all named sources ${share(known, ({ id }) => id !== undefined)}`);
  console.log(
    `known of ${persons.length} that are a person’s by their form ${share(persons, ({ id }) => id !== undefined)}`,
  );
  console.log(
    `statements found with a known source ${pairs.length}: theirs ${share(pairs, ({ id, theirs }) => theirs === id)}, somebody else’s ${share(pairs, ({ id, theirs }) => theirs !== undefined && theirs !== id)}`,
  );
  if (!showErrors) return;
  for (const { marked } of known.filter(({ id }) => id === undefined).filter((_, at) => at % 8 === 0))
    console.log(`unknown: ${marked.document.id} | ${marked.source?.text}`);
  for (const { marked, one, id, theirs } of pairs)
    if (theirs === undefined)
      console.log(
        `untold: ${marked.document.id} | ${marked.source?.text} → ${id} | ${one.speaker?.text} ${one.speaker?.resolved ?? ''}`,
      );
  for (const { marked, one, id, theirs } of wrong)
    console.log(
      `wrong: ${marked.document.id} | ${marked.source?.text} → ${id} | ${one.speaker?.text} ${one.speaker?.resolved ?? ''} → ${theirs}`,
    );
}
