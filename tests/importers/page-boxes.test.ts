// Boxes of pages that nothing but what they show tells, each in several makings and on both sides.
import { describe, expect, test } from 'vitest';
import { takenPage as taken } from './taken.ts';

const first =
  'Negotiators left the harbour hotel on Tuesday evening without an agreement on fishing rights, two officials said.';
const second =
  'Both delegations had brought maps of the bank, and each of them called the other one’s drawings a work of the imagination.';
const last =
  'A further round is planned for April, but no date was given by either of the delegations, which had met for two days.';
const text = `<p>${first}</p><p>${second}</p><p>${last}</p>`;
const page = (inside: string, behind = ''): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Harbour talks</title></head><body><div class="a1"><a href="/">Home</a></div><section class="b1"><h1>Harbour talks</h1></section><section class="c1">${inside}</section>${behind}</body></html>`;

const teaser =
  'Crews on both sides of the sound have waited for this day since the storm took the old pier away.';

describe('what stands behind a text that is in no article of its own', () => {
  test.each([
    [
      'cards that are articles',
      `<section class="d1"><h2>On the same subject</h2><article class="t"><h3><a href="/a">The old pier and its keepers</a></h3><p>${teaser}</p></article><article class="t"><h3><a href="/b">Who votes</a></h3><p>${teaser}</p></article></section>`,
    ],
    ['one card', `<article><a href="/a"><h3>The old pier and its keepers</h3></a><p>${teaser}</p></article>`],
    [
      'what others read',
      '<section class="d1"><h2>Most read</h2><p><a href="/a">Strike is over</a></p><p>Cheese divides two towns.</p></section>',
    ],
    [
      'the same in German',
      '<div><header><h3>Meistgelesen</h3></header><div>Ein Käse entzweit zwei Städte am Meer, und keiner weiß warum.</div></div>',
    ],
    ['the same in Polish', `<div><h2>Najczęściej czytane</h2><p>${teaser}</p></div>`],
    ['the same in Ukrainian', `<div><h3>Схожі новини</h3><p>${teaser}</p></div>`],
    [
      'counted comments',
      `<section class="e1"><h2>12 réactions</h2><div class="m"><b>Marsh43</b><p>${teaser}</p></div></section>`,
    ],
    ['comments with their number behind', `<div><h3>Kommentare (4)</h3><div><p>${teaser}</p></div></div>`],
    ['an owner’s line', '<div class="z">© The Ledger 2026 — Legal notice — Cookies</div>'],
    ['an owner’s line in words', '<div class="z">Copyright 2026 The Ledger. All rights reserved.</div>'],
    ['controls', '<div class="z"><a href="#">Share</a> <a href="#">Copy link</a></div>'],
    [
      'controls in German',
      '<div class="z"><a href="#">Teilen</a> <a href="#">Link kopieren</a> <a href="/p">Drucken</a></div>',
    ],
  ])('is left out: %s', async (_, behind) => {
    expect((await taken(page(text, behind))).paragraphs).toEqual([first, second, last]);
  });

  test('is left out within each entry of a live page', async () => {
    const entry = (words: string): string =>
      `<li><h3>At the pier</h3><div>${words}</div><div class="tl"><a href="#">Teilen</a> <a href="#">Link kopieren</a></div></li>`;
    const { paragraphs } = await taken(page(`<ol>${[first, second, last].map(entry).join('')}</ol>`));
    expect(paragraphs).toEqual([first, second, last]);
  });
});

describe('what looks like such a box and is text', () => {
  const middle = async (html: string): Promise<readonly string[]> =>
    (await taken(page(`<p>${first}</p>${html}<p>${second}</p><p>${last}</p>`))).paragraphs.slice(1, -2);
  test.each([
    ['reactions of politicians', `<section><h2>Reactions</h2><p>${teaser}</p></section>`],
    [
      'a part of the text with a heading',
      `<section><h2>More on the maps than on the fish</h2><p>${teaser}</p></section>`.replace(
        'More on',
        'Much on',
      ),
    ],
    ['a quotation that is an article', `<article><h3>The old pier</h3><p>${teaser}</p></article>`],
    [
      'a sentence about sharing',
      '<p>Share the catch, said the minister, or lose it.</p>',
      'Share the catch, said the minister, or lose it.',
    ],
    [
      'a sentence about rights',
      '<p>All rights reserved to the two towns in the treaty of 1911 pass to the Commission, said the minister, who had read it.</p>'.replace(
        'All rights reserved',
        'The rights reserved',
      ),
      'The rights reserved to the two towns in the treaty of 1911 pass to the Commission, said the minister, who had read it.',
    ],
    ['a line of one word', '<p>Print.</p>', 'Print.'],
  ])('%s', async (_, html, expected = teaser) => {
    expect(await middle(html)).toEqual([expected]);
  });

  test('entries of a page that is a list of them', async () => {
    const entry = (words: string, at: number): string =>
      `<article class="entry"><h2><a href="/e${at}">Entry ${at}</a></h2><p>${words}</p></article>`;
    const { paragraphs } = await taken(page([first, second, last].map(entry).join('')));
    expect(paragraphs).toEqual([first, second, last]);
  });
});

describe('a lead between the headline and the text', () => {
  const lead =
    'The two towns wanted a treaty by Easter; what they have after two days of talks is a list of what they do not agree on.';
  const withLead = (html: string): string =>
    page(text).replace('<h1>Harbour talks</h1>', `<h1>Harbour talks</h1>${html}`);
  test.each([
    [`<p class="k2">${lead}</p>`],
    [`<div class="k2">${lead}</div>`],
    [`<div><h2 class="k3"></h2><p>${lead}</p></div>`],
  ])('is text: %s', async (html) => {
    expect((await taken(withLead(html))).paragraphs).toEqual([lead, first, second, last]);
  });

  test.each([
    [
      '<div class="k4 byline"><span>By Ann Olden</span><span>Published 4 May 2026 at 10:00, changed 5 May 2026 at 07:30</span></div>',
    ],
    ['<div class="k5">Time to read: 4 min</div>'],
    ['<div class="k6">The harbour hotel on Tuesday. Photo: Ann Olden</div>'],
    [
      '<div class="k7"><a href="/s">Subscribe to the Ledger for one crown a month and read whatever you like of it.</a></div>',
    ],
  ])('is none: %s', async (html) => {
    expect((await taken(withLead(html))).paragraphs).toEqual([first, second, last]);
  });
});

describe('what old pages say', () => {
  const old = (head: string, body: string): string =>
    `<HTML><HEAD>${head}</HEAD><BODY><TABLE><TR><TD>${body}<P>${first}<P>${second}<P>${last}</TD></TR></TABLE></BODY></HTML>`;
  test.each([
    ['<META name="Publisher" content="Ministry of Teal">', 'publisher', 'Ministry of Teal'],
    ['<META name="DC.Publisher" content="Ministry of Teal">', 'publisher', 'Ministry of Teal'],
    ['<META name="DCTERMS.publisher" content="Ministry of Teal">', 'publisher', 'Ministry of Teal'],
    ['<META name="DC.Date" content="2025-11-18">', 'published', '2025-11-18'],
    ['<META name="Date" content="2025-11-18">', 'published', '2025-11-18'],
    ['<META name="Author" content="Ann Olden">', 'author', 'Ann Olden'],
  ] as const)('%s', async (head, field, value) => {
    const { metadata } = await taken(old(`<TITLE>Talks</TITLE>${head}`, '<H2>Talks go on</H2>'));
    expect(metadata[field]?.told.value).toBe(value);
  });

  test.each([
    ['Ministry: Talks on the harbour go on', '<H2>Talks on the harbour go on</H2>'],
    ['Talks on the harbour go on - Teal', '<H2 align="center">Talks on the harbour<BR>go on</H2>'],
    ['Teal', '<H1>Talks on the harbour<br/>go on</H1>'],
  ])('%s: the heading is the title', async (window, heading) => {
    const { metadata, text: all } = await taken(old(`<TITLE>${window}</TITLE>`, heading));
    expect(metadata.title?.told.value).toBe('Talks on the harbour go on');
    expect(all).not.toContain('#');
  });

  test('a heading of a part is not', async () => {
    const { metadata, text: all } = await taken(
      old(
        '<TITLE>Talks on the harbour go on</TITLE>',
        '<H2>The maps</H2><P>Of them there are two.</P><H2>The fish</H2>',
      ),
    );
    expect(metadata.title?.told.value).toBe('Talks on the harbour go on');
    expect(all).toContain('## The maps');
  });
});

describe('a block of name, post, place and day above a talk', () => {
  const talk = `<p>MS. OLDEN: ${first}</p><p>QUESTION: ${second}</p><p>MS. OLDEN: ${last}</p>`;
  test.each([
    ['<p>Ann Olden<br>Spokesperson<br>Teal Point<br>September 23, 2026</p>', ['Ann Olden', 'Spokesperson']],
    ['<p><i>Ann Olden<br/>Teal Point, September 23, 2026</i></p>', ['Ann Olden']],
    ['<p>Dr. Ann Olden<br>Sprecherin<br>Nordheim, 23. September 2026</p>', ['Dr. Ann Olden', 'Sprecherin']],
  ])('tells its day: %s', async (block, names) => {
    const { metadata, paragraphs } = await taken(page(block + talk));
    expect(metadata.published?.told.value).toBe('2026-09-23');
    expect(paragraphs.slice(0, -3)).toEqual(names);
  });

  test.each([
    ['<p>O harbour, o sea<br>o land that I left<br>and never saw</p>'],
    ['<p>The Ministry<br>1 Example Square<br>Teal Point</p>'],
    ['<p>Ann Olden said it plainly.<br>Teal Point, September 23, 2026</p>'],
  ])('is none and stays: %s', async (block) => {
    const { paragraphs } = await taken(page(block + talk));
    expect(paragraphs[0]).toContain('\n');
  });
});
