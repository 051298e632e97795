// Discord's limits for a message hold whatever sources, settings and members make as long as they like.
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openCards } from '../../src/cards/cards.ts';
import { styles } from '../../src/citing/styles.ts';
import { mostTyped } from '../../src/common/typed.ts';
import type { Document } from '../../src/corpus/document.ts';
import { type Dossier, emptyDossier } from '../../src/corpus/dossier.ts';
import { type Passage, passagesOf } from '../../src/corpus/passages.ts';
import type { App, Reply } from '../../src/discord/command.ts';
import { openPace } from '../../src/discord/connection/pace.ts';
import { citationChoices, documentChoices, quotationChoices } from '../../src/discord/offering/choices.ts';
import { renderCitations } from '../../src/discord/reading/citing.ts';
import { renderContext } from '../../src/discord/reading/context.ts';
import { renderGlance } from '../../src/discord/reading/glance.ts';
import { askedIn } from '../../src/discord/reading/ids.ts';
import { renderMap } from '../../src/discord/reading/map.ts';
import { refOf, wholeOf } from '../../src/discord/reading/refs.ts';
import { forAll } from '../../src/discord/reading/sharing.ts';
import { askedText, type Carried } from '../../src/discord/reading/shown.ts';
import { renderAnswer, renderFound, renderLine, renderQuotes } from '../../src/discord/rendering/render.ts';
import { renderHelp } from '../../src/discord/rendering/render-help.ts';
import { renderJoint, renderPosition, renderProposal } from '../../src/discord/rendering/render-positions.ts';
import { renderCited, renderSource, renderSources } from '../../src/discord/rendering/render-sources.ts';
import { type Library, libraryOf, openLibrary } from '../../src/library.ts';
import { inEnglish } from '../../src/messages/messages.ts';
import { folderWith } from '../temporary.ts';
import { startScene } from './bot.ts';
import { seenBy } from './reading.ts';

/** Text that grows as much as it can when it is written: each character escaped, or each line marked. */
const stuff = fc.constantFrom(
  '*',
  '_',
  '\n*',
  '\n',
  'a',
  'word ',
  '@everyone ',
  '“',
  '”',
  '1. ',
  '𝔄',
  '>',
  ' ',
);
const long = (longest: number) =>
  fc
    .tuple(fc.array(stuff, { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: longest }))
    .map(([parts, length]) => parts.join('').repeat(longest).slice(0, length).toWellFormed());
const oneLine = (longest: number) => long(longest).map((text) => text.replace(/\n/g, '*'));
const status = fc.constantFrom('current', 'corrected', 'withdrawn');
const told = (value: fc.Arbitrary<string>) =>
  fc.record({ value, by: fc.constantFrom('source', 'supplied', 'inferred'), because: long(600) });

const documentOf = fc.record({
  id: long(200),
  title: fc.option(told(long(400)), { nil: undefined }),
  kind: fc.constantFrom('news', 'treaty'),
  publisher: told(long(300)),
  url: oneLine(480).map((text) => `https://example.com/${encodeURIComponent(text).slice(0, 480)}`),
  published: told(fc.constant('2025-08-16')),
  retrieved: fc.constant('2025-08-17'),
  language: fc.constant('en'),
  credit: long(700),
  status,
  file: fc.constant('x.md'),
  paragraphs: fc.array(long(6000), { minLength: 1, maxLength: 12 }),
});

type Made = typeof documentOf extends fc.Arbitrary<infer T> ? T : never;

function libraryWith(made: readonly Made[]): Library {
  const documents = made.map(({ paragraphs, ...rest }) => {
    const text = paragraphs.map((each) => `Borders ${each.replace(/\n\s*/g, '\n')}`).join('\n\n');
    return { ...rest, text } as Document;
  });
  const passages = documents.flatMap((document) => passagesOf(document, { headings: false }));
  return libraryOf({ documents, passages, dossier: emptyDossier, problems: [] });
}

interface Counted {
  readonly type: number;
  readonly content?: string;
  readonly components?: readonly Counted[];
  readonly accessory?: Counted;
  readonly custom_id?: string;
  readonly label?: string;
  readonly placeholder?: string;
  readonly options?: readonly { label: string; value: string; description?: string }[];
}

function all(components: readonly Counted[]): Counted[] {
  return components.flatMap((each) => [
    each,
    ...all(each.components ?? []),
    ...(each.accessory ? [each.accessory] : []),
  ]);
}

/** Limits of buttons, menus and their ids. */
function expectControlsFit(components: readonly Counted[]): void {
  const ids = components.flatMap(({ custom_id: id }) => (id === undefined ? [] : [id]));
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id.length).toBeLessThanOrEqual(100);
  for (const { type, components: inside, label = 'x', options } of components) {
    expect(label.length).toBeLessThanOrEqual(80);
    if (type === 1) expect(inside?.length).toBeLessThanOrEqual(5);
    if (!options) continue;
    expect([options.length > 0, options.length <= 25]).toEqual([true, true]);
    expect(new Set(options.map(({ value }) => value)).size).toBe(options.length);
    for (const { label: name, value, description = 'x' } of options) {
      for (const each of [name, value, description]) expect(each.length).toBeLessThanOrEqual(100);
      expect(name.trim()).not.toBe('');
    }
  }
}

function textsOf({ components }: Reply): string[] {
  return all(components as readonly Counted[]).flatMap(({ content }) =>
    content === undefined ? [] : [content],
  );
}

function expectFits(reply: Reply): void {
  const texts = textsOf(reply);
  expect(texts.join('').length).toBeLessThanOrEqual(4000);
  expect(texts.length).toBeGreaterThan(0);
  for (const text of texts) expect(text.trim()).not.toBe('');
  const components = all(reply.components as readonly Counted[]);
  expect(components.length).toBeLessThanOrEqual(40);
  expectControlsFit(components);
}

/** Both as it is shown to one, and as it is shared. */
function expectFitsShared(reply: Reply): void {
  expectFits(reply);
  expectFits(forAll(reply, inEnglish, '9'.repeat(20)));
}

/** A question goes along, as long as it is repeated. */
const carried: Carried = { asked: askedText(`-# “${'x'.repeat(470)}”`), steps: [], isNear: false };

/** Every page of the documents that one comes to from their first paragraph, and from their last. */
async function pagesOf(library: Library): Promise<Reply[]> {
  const app: App = { library, translate: inEnglish };
  const pages: Reply[] = [];
  for (const document of library.documents) {
    const passages = await library.passagesOf(document);
    for (const passage of [passages[0]!, passages.at(-1)!]) {
      const ref = refOf(wholeOf(passage));
      const first = await renderContext({ action: 'context', ref, more: [] }, app, carried);
      pages.push(first, ...(await turned(first, 'Later', app)), ...(await turned(first, 'Earlier', app)));
    }
  }
  return pages;
}

async function turned(page: Reply, label: string, app: App): Promise<Reply[]> {
  const button = all(page.components as readonly Counted[]).find((each) => each.label === label);
  const asked = askedIn(button?.custom_id ?? '');
  if (!asked || asked.more.length < 2) return [];
  const next = await renderContext(asked, app, carried);
  return [next, ...(await turned(next, label, app))];
}

/** A dossier of the first words of paragraphs, under names as long as an operator likes. */
function dossierOf(passages: readonly Passage[], name: string): Dossier {
  // Of a paragraph that was cut because it is too long the last piece may be shorter than the word.
  const cited = passages.map((passage) => {
    return { passage, start: 0, end: Math.min('Borders'.length, passage.text.length) };
  });
  const held = cited.map(
    (one) => ({ ...one, who: 'ann', as: 'said-of', teller: 'bob', hedge: name }) as const,
  );
  const signed = cited.map((one) => ({ ...one, end: one.passage.text.length, who: 'ann' }));
  const document = passages[0]!.document;
  const stance = (each: 'for' | 'against') => held.map((one) => ({ ...one, stance: each }));
  return {
    ...emptyDossier,
    people: [{ id: 'ann', name, office: name, spellings: [], called: [] }],
    unnamed: [{ id: 'bob', name: `b ${name}`, called: [] }],
    proposals: [
      {
        ...{ id: 'p', name, called: [], queries: [], passages },
        ...{ what: cited, by: held, stances: [...stance('for'), ...stance('against')] },
      },
    ],
    statements: [
      {
        ...{ id: 's', name, called: [], document, complete: false, issued: signed, signed },
        sections: cited.map((part, index) => ({
          id: `s${index}`,
          name: `${index} ${name}`,
          parts: [{ ...part, end: part.passage.text.length, how: 'quoted' }],
        })),
      },
    ],
  };
}

async function repliesOnPositions(made: readonly Made[], name: string): Promise<Reply[]> {
  const { documents, passages, problems } = libraryWith(made);
  const library = libraryOf({ documents, passages, dossier: dossierOf(passages, name), problems });
  const app: App = { library, translate: inEnglish };
  const { positions } = library;
  const [statement] = positions.statements;
  const held = positions.everybody.flatMap((who) => [
    positions.position(who),
    positions.position(who, name.slice(0, mostTyped.topic)),
  ]);
  const joint = statement
    ? [positions.jointStatement(statement), positions.jointStatement(statement, statement.sections[0])]
    : [];
  return Promise.all([
    ...held.map(async (position) => renderPosition(await position, app)),
    ...positions.proposals.map(async (each) => renderProposal(await positions.proposal(each), app)),
    ...joint.map(async (shown) => renderJoint(await shown, app)),
  ]);
}

async function repliesOf(made: Library, words: readonly string[]): Promise<Reply[]> {
  // The longest honest no has an example that is answered; what a search makes of such texts is no matter of length.
  const library: Library = { ...made, ask: async () => answer };
  const app: App = { library, translate: inEnglish };
  const passages = made.passages.slice(0, 6);
  const citations = passages.map((passage, index) => ({
    passage,
    score: 1,
    // The answering sentence at the beginning, at the end, and the whole.
    sentence: {
      start: index % 3 === 1 ? Math.max(passage.text.trimEnd().length - 20, 0) : 0,
      end: index % 3 === 0 ? Math.min(40, passage.text.length) : passage.text.length,
    },
  }));
  const answer = { outcome: 'answer', confidence: 1, citations, missing: [] } as const;
  const matches = citations.map(({ passage, sentence }, index) => ({
    passage,
    words: sentence,
    whole: sentence,
    quoted: index % 2 === 0,
  }));
  const { documents } = library;
  const whole = await Promise.all(documents.map((document) => library.passagesOf(document)));
  const cited = documents.flatMap((document, index) => {
    const its = whole[index]!;
    const [first, ...rest] = its;
    const found = { found: true, document } as const;
    return [
      { ...found, passages: its, before: undefined, after: undefined },
      ...(first && rest.length > 1
        ? [{ ...found, passages: rest.slice(0, -1), before: first, after: rest.at(-1) }]
        : []),
    ];
  });
  return Promise.all([
    renderAnswer(answer, app),
    ...citations.map((_, index) => renderAnswer({ ...answer, citations: citations.slice(index) }, app)),
    renderAnswer({ ...answer, outcome: 'none', missing: words }, app),
    renderAnswer({ ...answer, outcome: 'none', closest: true, missing: words }, app),
    renderAnswer({ ...answer, outcome: 'none', missing: words, citations: [] }, app),
    renderQuotes(matches, words.join(' '), app),
    renderQuotes([], words.join(' '), app),
    ...cited.map((each) => renderCited(each, app)),
    renderSources(library, inEnglish),
    ...documents.map((document, index) => renderSource(document, whole[index]!, inEnglish)),
    renderLine(words.join(' ')),
    renderAnswer(answer, app, words.join(' ')),
    renderAnswer({ ...answer, outcome: 'none', closest: true, missing: words }, app, words.join(' ')),
    renderFound(citations, app),
    ...passages.map((passage) => renderGlance({ place: wholeOf(passage), asked: carried.asked }, app)),
    ...styles.map((style) => renderCitations(passages, style, app)),
  ]);
}

test('no reply is longer than Discord allows, whatever it is made of', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(documentOf, { minLength: 1, maxLength: 4 }),
      fc
        .array(oneLine(6000), { minLength: 1, maxLength: 12 })
        .map((words) => words.map((word) => `x${word}`)),
      async (made, words) => {
        const library = libraryWith(made);
        for (const reply of await repliesOf(library, words)) expectFitsShared(reply);
        const app: App = { library, translate: inEnglish };
        const choices = ['', 'b', '*'].flatMap((typed) => [
          quotationChoices(typed, undefined, app),
          citationChoices(typed, app),
          documentChoices(typed, app),
        ]);
        for (const { name, value } of (await Promise.all(choices)).flat()) {
          expect([name.length <= 100, value.length <= 100, name.trim() !== '']).toEqual([true, true, true]);
        }
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);

test('no reply on positions is longer either, however many there are and whatever they are called', async () => {
  const documents = fc.array(documentOf, { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(documents, oneLine(3000), async (made, name) => {
      for (const reply of await repliesOnPositions(made, `x${name}`)) expectFitsShared(reply);
    }),
    { numRuns: 15 },
  );
}, 60_000);

test('nor is a page of a document, from its first to its last', async () => {
  const documents = fc.array(documentOf, { minLength: 1, maxLength: 2 });
  await fc.assert(
    fc.asyncProperty(documents, async (made) => {
      for (const reply of await pagesOf(libraryWith(made))) expectFitsShared(reply);
    }),
    { numRuns: 15 },
  );
}, 60_000);

test('nor are a map of positions, its words and its buttons', async () => {
  const cards = openCards({ mostWaiting: 0 });
  onTestFinished(() => cards.close());
  const documents = fc.array(documentOf, { minLength: 1, maxLength: 3 });
  const property = fc.asyncProperty(documents, oneLine(3000), async (made, name) => {
    const { documents, passages, problems } = libraryWith(made);
    const library = libraryOf({ documents, passages, dossier: dossierOf(passages, `x${name}`), problems });
    const parts = { library, translate: inEnglish, cards, pace: openPace() };
    // What is withdrawn takes no side.
    if (library.positions.proposals.length === 0) return;
    expectFitsShared(await renderMap({ theme: 'dark' }, 'ann', parts));
  });
  await fc.assert(property, { numRuns: 15 });
}, 60_000);

test('help fits for everybody, everywhere', () => {
  for (const inServer of [true, false])
    for (const administers of [true, false])
      for (const mentions of [true, false])
        expectFits(renderHelp({ inServer, administers, mentions, readerFailed: administers }, inEnglish));
});

describe('three documents with a title of 150 stars and long paragraphs', async () => {
  const lines = ['a', 'b', 'c'].map((letter) =>
    JSON.stringify({
      docId: letter.repeat(198),
      title: '*'.repeat(150),
      text: `The border of ${letter} is *closed* ${'and *closed* '.repeat(300)}.`,
    }),
  );

  test('fit with twelve unknown words of 70 letters, and passages have what the rest leaves', async () => {
    const folder = await folderWith({ 'x.jsonl': lines.join('\n') });
    const library = await openLibrary(`${folder}/x.jsonl`);
    const { discord, alice } = await startScene({ library });
    const letters = [...'abcdefghijkl'];
    const unknown = letters.map((letter) => `q${letter.repeat(69)}`).join(' ');
    const far = await alice.runs('/ask', { question: `border closed ${unknown}?` });
    expect(far.text.length).toBeLessThanOrEqual(4000);
    expect(seenBy(far.text)).toContain('qaaaa');
    const seen = await alice.runs('/ask', {
      question: `why was the border closed by ${unknown.slice(0, 70)}?`,
    });
    expect(seen.text.length).toBeLessThanOrEqual(4000);
    expect(seen.text.length).toBeGreaterThan(3500);
    // Nested components stand beside those that hold them.
    const related = (seen.components as readonly Counted[])
      .map(({ content = '' }) => content)
      .filter((text) => text.startsWith('The border of'));
    expect(related.length).toBe(2);
    for (const text of related) expect(seenBy(text)).toMatch(/…$/);
    for (const command of ['/sources', '/cite', '/quote'] as const) {
      const options = {
        '/sources': {},
        '/cite': { citation: `${'a'.repeat(198)} 1` },
        '/quote': { words: 'is closed' },
      };
      expect((await alice.runs(command, options[command])).text.length).toBeLessThanOrEqual(4000);
    }
    expect(discord.violations).toEqual([]);
  });
});

describe('passages share the room', () => {
  const paragraphs = (lengths: readonly number[]) =>
    lengths.map((length, index) => `P${index} ${'word '.repeat(length)}`.trim());

  async function citedWith(lengths: readonly number[]): Promise<string[]> {
    const [made] = fc.sample(documentOf, { numRuns: 1, seed: 1 });
    const plain = {
      ...made!,
      id: 'plain',
      title: undefined,
      status: 'current',
      paragraphs: paragraphs(lengths),
    };
    const library = libraryWith([plain as Made]);
    const cited = await library.cite(`plain 1-${lengths.length}`);
    if (!cited.found) throw new Error('not found');
    return textsOf(renderCited(cited, { library, translate: inEnglish }));
  }

  test('a short one leaves what it does not need to a long one, which is cut once, at the end', async () => {
    const [short = '', longer = ''] = await citedWith([3, 990]);
    expect(short).not.toContain('…');
    expect(longer.match(/…/g)).toHaveLength(1);
    expect(longer).toMatch(/word…$/);
    expect(longer.length).toBeGreaterThan(3700);
  });

  test('long ones get the same', async () => {
    const [one = '', two = ''] = await citedWith([990, 990]);
    expect(Math.abs(one.length - two.length)).toBeLessThan(20);
  });
});
