// What the first page of a PDF shows above its text, and what runs along its pages: the title, and whose paper it is.

import { isBodyName, isOfficeName } from '../about/office.ts';
import { isPress } from '../html/news.ts';
import { isSentence } from '../html/sentence.ts';
import { type Block, type Extracted, found, type Metadata } from '../imported.ts';

type Titled = Pick<Extracted, 'blocks' | 'metadata' | 'isNews'>;

/** The title stands among the first blocks. */
const top = 4;
/** Below the name of an official journal stand its country, a day and a number. */
const topOfJournal = 6;

/** Names of the papers in which a state prints its laws: they stand in larger letters than what is printed. */
const journal =
  /^(?:dziennik (?:urzędowy|ustaw)|monitor polski|(?:bundes)?gesetzblatt|gesetz- und verordnungsblatt|amtsblatt|(?:staats|bundes)anzeiger|journal officiel|moniteur|official (?:gazette|journal)|(?:government|state) gazette|офіційний вісник|урядовий вісник|відомості верховної ради)(?![\p{L}\p{M}])/iu;

/** The heading at the top in the largest letters is the title that readers see, and goes before the file's property. */
export function withTitle(blocks: readonly Block[], metadata: Metadata): Titled {
  const headed = ofJournal(blocks, metadata) ?? ofOffice(blocks, metadata);
  if (headed) return headed;
  const at = blocks.slice(0, top).findIndex((block) => block.kind === 'heading' && block.level === 1);
  const heading = blocks[at];
  if (!heading || blocks.filter((block) => block.kind === 'heading' && block.level === 1).length > 1) {
    return { blocks, metadata };
  }
  return {
    blocks: blocks.toSpliced(at, 1),
    metadata: { ...metadata, title: found(heading.text, 'import.found.heading') },
  };
}

/** A page of an official journal: its name, with what stands below it in large letters, and then the title of the text. */
function ofJournal(blocks: readonly Block[], metadata: Metadata): Titled | undefined {
  const [first, second] = blocks;
  if (first?.kind !== 'heading' || !journal.test(first.text)) return undefined;
  const named = second?.kind === 'heading' ? [first, second] : [first];
  const rest = blocks.slice(named.length);
  const at = rest.slice(0, topOfJournal).findIndex(({ kind }) => kind === 'heading');
  const title = rest[at];
  // A whole issue has several texts, with headings of one size, and is called by its own name.
  if (!title || isOneOfSeveral(title, rest)) return undefined;
  const name = named.map(({ text }) => text).join(' ');
  return {
    blocks: rest.toSpliced(at, 1),
    metadata: {
      ...metadata,
      title: found(title.text, 'import.found.heading'),
      publisher: found(name, 'import.found.heading'),
    },
  };
}

/** Below a letterhead stand an address, a day, a number and who is written to. */
const topOfLetter = 8;

/** A letterhead in the largest letters is whose paper it is; below it the subject stands as a heading before the text. */
function ofOffice(blocks: readonly Block[], metadata: Metadata): Titled | undefined {
  const [first, ...rest] = blocks;
  if (first?.kind !== 'heading' || !isOfficeName(first.text)) return undefined;
  const at = rest.slice(0, topOfLetter).findIndex(({ kind }) => kind === 'heading');
  const title = rest[at];
  if (!title || rest.slice(0, at).some(({ text }) => isSentence(text)) || isOneOfSeveral(title, rest))
    return undefined;
  return {
    blocks: rest.toSpliced(at, 1),
    metadata: {
      ...metadata,
      title: found(title.text, 'import.found.heading'),
      publisher: found(first.text, 'import.found.heading'),
    },
  };
}

/** Two more headings of its size, or one with the same first word: "Notice 12 of 2025", "Notice 13 of 2025". */
function isOneOfSeveral(title: Block, blocks: readonly Block[]): boolean {
  const others = blocks.filter(
    (block) =>
      block !== title && block.kind === 'heading' && title.kind === 'heading' && block.level === title.level,
  );
  const [word] = title.text.split(/\s/u, 1);
  return others.length > 1 || others.some(({ text }) => text.split(/\s/u, 1)[0] === word);
}

/** What runs along the pages may name a newspaper, or the office that the file's properties call its author. */
export function withPublisher(read: Titled, heads: readonly string[]): Titled {
  const { metadata } = read;
  if (metadata.publisher) return read;
  const author = metadata.author?.told.value;
  const paper = heads.find(isPress);
  const name = paper ?? heads.find((text) => text === author) ?? bodyAbove(read.blocks, heads);
  if (name === undefined) return read;
  const publisher = found(name, 'import.found.head');
  return { ...read, metadata: { ...metadata, publisher }, ...(paper !== undefined && { isNews: true }) };
}

/** A line above the text that names a body, and that runs along the pages, alone or before what else is said there. */
function bodyAbove(blocks: readonly Block[], heads: readonly string[]): string | undefined {
  const runs = (name: string): boolean =>
    heads.some(
      (head) => head === name || /^\s[|·•–—-]\s/u.test(head.startsWith(name) ? head.slice(name.length) : ''),
    );
  return blocks
    .slice(0, top)
    .map(({ text }) => text)
    .find((text) => isBodyName(text) && runs(text));
}
