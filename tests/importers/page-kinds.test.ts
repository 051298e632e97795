// Kinds of things that pages hold, each in several makings and on both sides: what its reader sees stays, and nothing else.
import { describe, expect, test } from 'vitest';
import { extract } from '../../src/importers/extract.ts';
import { defaultLimits } from '../../src/importers/limits.ts';
import { takenPage as taken } from './taken.ts';

const first =
  'Negotiators left the harbour hotel on Tuesday evening without an agreement on fishing rights, two officials said.';
const last =
  'A further round is planned for April, but no date was given by either of the delegations, which had met for two days.';
const page = (middle: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Harbour talks</title>${head}</head><body><nav><a href="/">Home</a></nav><main><h1>Harbour talks</h1><div class="text"><p>${first}</p>${middle}<p>${last}</p></div></main></body></html>`;
const middleOf = async (middle: string, head = ''): Promise<readonly string[]> => {
  const { paragraphs } = await taken(page(middle, head));
  expect([paragraphs[0], paragraphs.at(-1)]).toEqual([first, last]);
  return paragraphs.slice(1, -1);
};

describe('a linked paragraph', () => {
  const sentence = 'On Monday, both sides had denied that the line was still on the table.';
  test.each([
    ['as a whole', `<p><a href="/a">${sentence}</a></p>`],
    ['with emphasis outside', `<p><strong><a href="/a">${sentence}</a></strong></p>`],
    ['with emphasis inside', `<p><a href="/a"><em>${sentence}</em></a></p>`],
    ['with a word before the link', `<p>On <a href="/a">${sentence.slice(3)}</a></p>`],
    ['as a quotation', `<p><a href="/a">“${sentence}”</a></p>`, `“${sentence}”`],
    [
      'with two links',
      `<p><a href="/a">${sentence}</a> <a href="/b">It was not.</a></p>`,
      `${sentence} It was not.`,
    ],
    [
      'in a list of sentences',
      `<ul><li><a href="/a">${sentence}</a></li><li><a href="/b">Nobody believed it at the time.</a></li></ul>`,
      sentence,
      'Nobody believed it at the time.',
    ],
    [
      'as a question',
      '<p><a href="/a">Who will pay for the pier, and when?</a></p>',
      'Who will pay for the pier, and when?',
    ],
  ])('is a sentence of the text %s', async (_, html, ...expected) => {
    expect(await middleOf(html)).toEqual(expected.length > 0 ? expected : [sentence]);
  });

  test.each([
    ['a headline', '<p><a href="/a">Fishermen count their losses after a hard winter at sea</a></p>'],
    ['a headline with emphasis', '<p><strong><a href="/a">Fishermen count their losses</a></strong></p>'],
    [
      'an invitation',
      '<p><a href="/a">Read more: Both sides had denied that the line was on the table.</a></p>',
    ],
    [
      'an invitation in German',
      '<p><strong>Lesen Sie auch:</strong> <a href="/a">Wer zahlt für den Pier?</a></p>',
    ],
    ['an invitation in French', '<p>À lire aussi : <a href="/a">Qui paiera la jetée ?</a></p>'],
    ['an invitation in Polish', '<p>Czytaj także: <a href="/a">Kto zapłaci za molo?</a></p>'],
    ['an invitation in Ukrainian', '<p>Дивіться також: <a href="/a">Хто заплатить за пірс?</a></p>'],
    [
      'a list of headlines',
      '<ul><li><a href="/a">Fishermen count their losses</a></li><li><a href="/b">Pier stays closed</a></li></ul>',
    ],
    ['a card', '<div class="card"><a href="/a"><h3>Fishermen count their losses</h3></a></div>'],
    ['a menu', '<p><a href="/a">Home</a> <a href="/b">World</a> <a href="/c">Sea</a></p>'],
  ])('is no sentence of it: %s', async (_, html) => {
    expect(await middleOf(html)).toEqual([]);
  });
});

describe('words that are struck through', () => {
  test.each([
    ['<p>The fee is <s>300</s> 250 crowns.</p>', ''],
    ['<p>The fee is <del datetime="2025-03-01">300</del> 250 crowns.</p>', ''],
    ['<p>The fee is <strike>300</strike> 250 crowns.</p>', ''],
    ['<p>The fee is <span style="color:red;text-decoration:line-through">300</span> 250 crowns.</p>', ''],
    [
      '<p>The fee is <span style="text-decoration-line: underline line-through">300</span> 250 crowns.</p>',
      '',
    ],
    [
      '<p>The fee is <span class="old">300</span> 250 crowns.</p>',
      '<style>.old{text-decoration:line-through}</style>',
    ],
    [
      '<p>The fee is <i class="a old">300</i> 250 crowns.</p>',
      '<style>p i.old , b { color: red; text-decoration: 1px line-through }</style>',
    ],
    ['<p>The fee is <b><s>300</s></b> 250 crowns.</p>', ''],
  ])('are not in the text, and are counted: %s', async (html, head) => {
    const { paragraphs, warnings } = await taken(page(html, head));
    expect(paragraphs.slice(1, -1)).toEqual(['The fee is 250 crowns.']);
    expect(warnings).toContainEqual({ key: 'import.warning.struck', values: { count: 1 } });
  });

  test.each([
    ['<p>The fee is <ins>250</ins> crowns.</p>', ''],
    ['<p>The fee is <u>250</u> crowns.</p>', ''],
    ['<p>The fee is <span style="text-decoration:underline">250</span> crowns.</p>', ''],
    [
      '<p>The fee is <span class="old">250</span> crowns.</p>',
      '<style>.old{text-decoration:line-through} .text .old{text-decoration:none}</style>',
    ],
    [
      '<p>The fee is <span class="old">250</span> crowns.</p>',
      '<style media="print">.old{text-decoration:line-through}</style>',
    ],
    [
      '<p>The fee is <span class="old">250</span> crowns.</p>',
      '<style>.old:hover{text-decoration:line-through} .older{text-decoration:line-through}</style>',
    ],
    [
      '<p>The fee is <span class="old">250</span> crowns.</p>',
      '<style>@media print{.old{text-decoration:line-through}}</style>',
    ],
  ])('are others than these: %s', async (html, head) => {
    const { paragraphs, warnings } = await taken(page(html, head));
    expect(paragraphs.slice(1, -1)).toEqual(['The fee is 250 crowns.']);
    expect(warnings.map(({ key }) => key)).not.toContain('import.warning.struck');
  });

  test('of a comment or another article are nothing to tell', async () => {
    const html = page('').replace(
      '</main>',
      '</main><div class="comments"><p>I <s>love</s> hate it.</p></div>',
    );
    expect((await taken(html)).warnings.map(({ key }) => key)).not.toContain('import.warning.struck');
  });
});

describe('words that nobody sees', () => {
  const secret = 'Not for release before noon, says the press office of the ministry.';
  test.each([
    ['the attribute', `<p hidden>${secret}</p>`, ''],
    ['their own style', `<p style="DISPLAY : none !important">${secret}</p>`, ''],
    ['invisibility', `<div style="visibility:hidden"><p>${secret}</p></div>`, ''],
    ['a rule for a class', `<p class="x1">${secret}</p>`, '<style>/* a } */ .x1,.x2{display:none}</style>'],
    ['a rule for an id', `<p id="x1">${secret}</p>`, '<style>#x1{visibility:hidden}</style>'],
    [
      'a rule for what stands in something',
      `<div class="box"><p>${secret}</p></div>`,
      '<style>.text > .box p{display:none}</style>',
    ],
    [
      'a rule in a group',
      `<p class="x1">${secret}</p>`,
      '<style>@media screen{@layer a{.x1{display:none}}}</style>',
    ],
    [
      'a rule for an attribute',
      `<p data-role="note">${secret}</p>`,
      '<style>[data-role="note"]{display:none}</style>',
    ],
    [
      'being cut to nothing',
      `<p class="x1">${secret}</p>`,
      '<style>.x1{position:absolute;width:1px;clip:rect(0,0,0,0)}</style>',
    ],
    ['a name for screen readers', `<p class="sr-only">${secret}</p>`, ''],
    ['another name for screen readers', `<p class="govuk-visually-hidden">${secret}</p>`, ''],
    ['a template', `<template><p>${secret}</p></template>`, ''],
    ['a script that waits', `<div class="modal" aria-hidden="true"><p>${secret}</p></div>`, ''],
    ['a name that hides', `<p class="d-none">${secret}</p>`, ''],
    ['a noscript', `<noscript><p>${secret}</p></noscript>`, ''],
  ])('are left out by %s', async (_, html, head) => {
    expect(await middleOf(html, head)).toEqual([]);
  });

  test.each([
    ['a rule for print', `<p class="x1">${secret}</p>`, '<style>@media print{.x1{display:none}}</style>'],
    [
      'a rule for narrow screens',
      `<p class="x1">${secret}</p>`,
      '<style>@media (max-width:600px){.x1{display:none}}</style>',
    ],
    [
      'a heavier rule that shows them',
      `<p class="x1 x2">${secret}</p>`,
      '<style>.x1{display:none} .x1.x2{display:block}</style>',
    ],
    [
      'a later rule that shows them',
      `<p class="x1">${secret}</p>`,
      '<style>.x1{display:none} .x1{display:block}</style>',
    ],
    [
      'their own style that shows them',
      `<p class="x1" style="display:block">${secret}</p>`,
      '<style>.x1{display:none}</style>',
    ],
    [
      'a rule without scripts',
      `<p class="x1">${secret}</p>`,
      '<noscript><style>.x1{display:none}</style></noscript>',
    ],
    ['a name for wide screens', `<p class="d-none d-md-block">${secret}</p>`, ''],
    [
      'an animation',
      `<p class="x1">${secret}</p>`,
      '<style>@keyframes x1{from{visibility:hidden}to{visibility:visible}} .x1{animation:x1 1s}</style>',
    ],
    ['what is open to a click', `<details><summary>Note</summary><p>${secret}</p></details>`, '', 'Note'],
  ])('are not those with %s', async (_, html, head, ...before) => {
    expect(await middleOf(html, head)).toEqual([...before, secret]);
  });

  test.each([
    [
      '<p><span class="cap" aria-hidden="true">N</span><span class="sr-only">N</span>orland signed it at once.</p>',
      'Norland signed it at once.',
    ],
    [
      '<p><span aria-hidden="true">Norland signed it at once.</span><span class="visually-hidden">Norland signed it at once.</span></p>',
      'Norland signed it at once.',
    ],
    [
      '<p>Norland signed it at once.<span class="icon" aria-hidden="true">open_in_new</span></p>',
      'Norland signed it at once.',
    ],
    [
      '<p>Norland signed it at once. <i class="fa fa-link" aria-hidden="true">x</i></p>',
      'Norland signed it at once.',
    ],
    ['<p>Norland signed it at once.<span aria-hidden="true"> ↗</span></p>', 'Norland signed it at once.'],
    ['<div class="dropcap">N</div><p>orland signed it at once.</p>', 'Norland signed it at once.'],
  ])('are told from letters that are only set apart: %s', async (html, text) => {
    expect(await middleOf(html)).toEqual([text]);
  });

  test('are not believed of a page that its scripts would show as a whole', async () => {
    const { paragraphs } = await taken(page('', '<style>body{display:none} main{visibility:hidden}</style>'));
    expect(paragraphs).toEqual([first, last]);
  });
});

describe('a list', () => {
  test.each([
    ['<ul><li>Bread.</li><li>Fish and <b>salt</b>.</li></ul>', ['Bread.', 'Fish and salt.']],
    ['<ol><li>Bread.</li><li>Fish.</li></ol>', ['1. Bread.', '2. Fish.']],
    ['<ol start="9"><li>Bread.</li><li>Fish.</li></ol>', ['9. Bread.', '10. Fish.']],
    ['<ol reversed><li>Bread.</li><li>Fish.</li></ol>', ['2. Bread.', '1. Fish.']],
    [
      '<ol type="A"><li>Bread.</li><li value="5">Fish.</li><li>Salt.</li></ol>',
      ['A. Bread.', 'E. Fish.', 'F. Salt.'],
    ],
    ['<ol type="i" start="4"><li>Bread.</li></ol>', ['iv. Bread.']],
    ['<ol type="a" start="27"><li>Bread.</li></ol>', ['aa. Bread.']],
    ['<ol style="list-style: upper-roman outside"><li>Bread.</li></ol>', ['I. Bread.']],
    [
      '<ol><li>Food<ol type="a"><li>Bread.</li><li>Fish.</li></ol></li><li>Drink.</li></ol>',
      ['1. Food', 'a. Bread.', 'b. Fish.', '2. Drink.'],
    ],
    ['<ol><li><ol type="a"><li>Bread.</li></ol></li></ol>', ['1. a. Bread.']],
    ['<ol><li><p>Bread.</p><p>It is baked daily.</p></li></ol>', ['1. Bread.', 'It is baked daily.']],
    ['<ol><li>1. Bread.</li><li>2. Fish.</li></ol>', ['1. Bread.', '2. Fish.']],
    ['<ol style="list-style-type:none"><li>(1) Bread.</li></ol>', ['(1) Bread.']],
    ['<ol><li><s>Bread.</s></li><li>Fish.</li></ol>', ['2. Fish.']],
    ['<ol><li><q>Bread,</q> she said.</li></ol>', ['1. “Bread,” she said.']],
  ])('%s', async (html, items) => {
    expect(await middleOf(html)).toEqual(items);
  });
});

describe('a table', () => {
  test.each([
    [
      '<table><tr><th>Party</th><th>Seats</th></tr><tr><td>Norland</td><td>12</td></tr></table>',
      ['Party\tSeats', 'Norland\t12'],
    ],
    [
      '<table><caption>Seats</caption><thead><tr><td>Party</td><td>Seats</td></tr></thead><tbody><tr><td>Norland</td><td>12</td></tr></tbody></table>',
      ['Seats', 'Party\tSeats', 'Norland\t12'],
    ],
    [
      '<table><tr><th rowspan="2">Norland</th><td>Herring</td><td>12</td></tr><tr><td>Cod</td><td>9</td></tr></table>',
      ['Norland\tHerring\t12', 'Norland\tCod\t9'],
    ],
    [
      '<table><tr><td>Herring</td><td rowspan=2>per year</td></tr><tr><td>Cod</td></tr></table>',
      ['Herring\tper year', 'Cod\tper year'],
    ],
    [
      '<table><tr><th>Item</th><th>Decision</th></tr><tr><td>1</td><td><p>Put off.</p><p>Until May.</p></td></tr></table>',
      ['Item\tDecision', '1\tPut off. Until May.'],
    ],
    [
      `<table><tr><th>Item</th><th>Decision</th></tr><tr><td>1</td><td>${'It was put off again. '.repeat(40).trim()}</td></tr></table>`,
      ['Item\tDecision', `1\t${'It was put off again. '.repeat(40).trim()}`],
    ],
    [
      '<table><tr><td><p>One paragraph.</p><p>And another.</p></td><td>Beside them.</td></tr></table>',
      ['One paragraph.', 'And another.', 'Beside them.'],
    ],
    [
      '<table role="presentation"><tr><td>The whole text stands in one cell.</td></tr></table>',
      ['The whole text stands in one cell.'],
    ],
  ])('%s', async (html, rows) => {
    expect(await middleOf(html)).toEqual(rows);
  });

  test('with cells that reach over rows without end stays small', async () => {
    const cells = Array.from({ length: 60 }, () => `<td rowspan="65534">${'x '.repeat(90)}</td>`).join('');
    const rows = '<tr><td>1</td><td>2</td></tr>'.repeat(300);
    const imported = await extract({
      name: 'a.html',
      bytes: Buffer.from(page(`<table><tr>${cells}</tr>${rows}</table>`)),
      limits: defaultLimits,
    });
    expect(imported.ok ? imported.text.length : imported.reason.key).toEqual('import.refused.tooLong');
  });
});

describe('a date on the page', () => {
  const shell = (html: string): string => page('').replace('<main><h1>Harbour talks</h1>', `<main>${html}`);
  const h1 = '<h1>Harbour talks</h1>';
  test.each([
    ['below the headline', `${h1}<time datetime="2025-03-14T10:00Z">14 March</time>`],
    ['above the headline', `<span class="date">14.03.2025</span>${h1}`],
    ['in a byline', `${h1}<div class="byline">By Ida Holm, <time>March 14, 2025</time></div>`],
    ['in words of its own', `${h1}<div class="entry-meta">Published on 14 March 2025 at 10:30</div>`],
    [
      'before a later change',
      `${h1}<span class="date">Updated 16 March 2025</span><span class="date">14 March 2025</span>`,
    ],
    [
      'beside a neighbour’s',
      `<div class="list"><div class="item"><span class="date">1 March 2025</span><a href="/a">A</a></div><div class="item"><span class="date">2 March 2025</span><a href="/b">B</a></div></div>${h1}<p class="date">14 March 2025</p>`,
    ],
    [
      'beside a linked one',
      `<a href="/a"><time datetime="2025-03-01">1 March</time> Pier closed</a>${h1}<time datetime="2025-03-14">14 March</time>`,
    ],
    ['as the first line of the text', `${h1}<p>Port-Nord, 14 March 2025</p>`],
  ])('%s is the text’s', async (_, html) => {
    const { metadata, paragraphs } = await taken(shell(html));
    expect(metadata.published?.told.value).toBe('2025-03-14');
    expect(paragraphs).toEqual([first, last]);
  });

  test.each([
    [
      'of cards',
      `<section><article><h3><a href="/a">Pier closed</a></h3><time datetime="2025-03-01">1 March</time></article><article><h3><a href="/b">Pier open</a></h3><time datetime="2025-03-02">2 March</time></article></section>${h1}`,
    ],
    [
      'of a list of links',
      `<ul><li><time datetime="2025-03-01">1 March</time> <a href="/a">Pier closed again until the summer</a></li></ul>${h1}`,
    ],
    ['of a change', `${h1}<p class="meta">Last updated: 14 March 2025</p>`],
    ['of an event', `${h1}<aside><time datetime="2025-04-01">1 April</time> Open day at the pier</aside>`],
  ])('%s is not', async (_, html) => {
    expect((await taken(shell(html))).metadata.published).toBeUndefined();
  });

  test('below the article, of comments and neighbours, is not', async () => {
    const below =
      '<div class="comments"><time datetime="2025-03-20">20 March</time><p>Well done, all of you, and thanks.</p></div><div class="next"><span class="date">21 March 2025</span><a href="/n">Next: the pier</a></div>';
    expect((await taken(page('').replace('</main>', `</main>${below}`))).metadata.published).toBeUndefined();
  });
});

describe('a publisher', () => {
  const head = (html: string, title = 'Harbour talks'): string =>
    page('').replace('<title>Harbour talks</title>', `<title>${title}</title>${html}`);
  const data = (json: object): string =>
    `<script type="application/ld+json">${JSON.stringify(json)}</script>`;
  test.each([
    ['its meta data', head('<meta property="og:site_name" content="The Ministry">')],
    ['the window’s title', head('', 'Harbour talks | The Ministry')],
    ['the window’s title with a dash', head('', 'Harbour talks – The Ministry')],
    [
      'its data',
      head(data({ '@type': 'NewsArticle', headline: 'Harbour talks', publisher: { name: 'The Ministry' } })),
    ],
    ['the site’s data', head(data({ '@type': 'WebSite', name: 'The Ministry' }))],
    [
      'data beside those of neighbours',
      head(
        data([
          {
            '@type': 'NewsArticle',
            headline: 'Budget vote put off',
            datePublished: '2025-01-01',
            publisher: 'The Wire',
          },
          { '@type': 'NewsArticle', headline: 'Harbour talks', publisher: 'The Ministry' },
        ]),
      ),
    ],
  ])('is told by %s', async (_, html) => {
    const { metadata } = await taken(html);
    expect([metadata.publisher?.told.value, metadata.published]).toEqual(['The Ministry', undefined]);
  });

  test.each([
    [
      'another text’s data',
      head(
        data({ '@type': 'NewsArticle', headline: 'Budget vote put off', publisher: { name: 'The Wire' } }),
      ),
    ],
    ['a title with a dash in it', head('', 'Budget vote – put off')],
    ['nothing', head('')],
  ])('is not told by %s', async (_, html) => {
    expect((await taken(html)).metadata.publisher).toBeUndefined();
  });
});

describe('the day in the foot of an article', () => {
  const dated = async (html: string): Promise<unknown> => {
    const { paragraphs, metadata } = await taken(
      `<!doctype html><html lang="en"><head><title>Harbour talks</title></head><body><main><h1>Harbour talks</h1>${html}</main></body></html>`,
    );
    expect(paragraphs).toEqual([first, last]);
    return metadata.published?.told.value;
  };
  const text = `<p>${first}</p><p>${last}</p>`;
  const day = '14 March 2025';
  test.each([
    `<article><footer class="node__meta"><div class="node__submitted">Submitted by <span>press.office</span> on <span>Fri, 03/14/2025 - 10:30</span></div></footer>${text}</article>`,
    `<article><footer>${day}</footer>${text}</article>`,
    `<article><footer><p class="submitted">Submitted by admin on ${day}</p></footer><div>${text}</div></article>`,
    `<div class="submitted">Submitted by admin on ${day}</div><div>${text}</div>`,
    `<footer class="entry-meta"><span class="posted-on">Posted on ${day}</span></footer><div>${text}</div>`,
    `<article>${text}<footer class="entry-meta">Posted on <time datetime="2025-03-14">${day}</time></footer></article>`,
  ])('%s', async (html) => {
    expect(await dated(html)).toBe('2025-03-14');
  });

  test.each([
    `<article>${text}</article><footer>Page made on ${day}</footer>`,
    `<footer><p>${day}</p></footer><div>${text}</div>`,
    `<article>${text}<footer>Last updated on ${day}</footer></article>`,
    `<article>${text}<footer>Next meeting: <time>${day}</time></footer></article>`,
    `<article><footer>Last changed by admin on ${day}</footer>${text}</article>`,
    `<article>${text}<footer>See also the statement of ${day}</footer></article>`,
  ])('is not told by %s', async (html) => {
    expect(await dated(html)).toBeUndefined();
  });
});

describe('a line that sends its reader to a link', () => {
  test.each([
    '<p><b>Lire le décryptage : <a href="/a">Pourquoi le dragage coûte si cher aux États</a></b></p>',
    '<p>À lire : <a href="/a">Les pêcheurs comptent leurs pertes après l’hiver</a></p>',
    '<p>Read our interview: <a href="/a">“Fish do not read maps,” says the envoy</a></p>',
    '<p>Analysis: <a href="/a">Why dredging costs so much, and who will pay for it</a></p>',
    '<p>Lesen Sie hier: <a href="/a">Was die Fischer von dem Abkommen halten</a></p>',
    '<p>Czytaj komentarz: <a href="/a">Dlaczego pogłębianie kosztuje tak dużo</a></p>',
    '<p>Читайте інтерв’ю: <a href="/a">Чому поглиблення коштує так дорого</a></p>',
  ])('is none of the text: %s', async (html) => {
    expect(await middleOf(html)).toEqual([]);
  });

  test.each([
    '<p>Read the text of the <a href="/a">agreement</a>: it is short, and it says nothing of the line.</p>',
    '<p>See the annex: <a href="/a">it</a> lists all of the two hundred boats by their names.</p>',
    '<p>Analysis: the agreement leaves the line where it was, said <a href="/a">the envoy</a>.</p>',
    '<p>Lire le traité : voilà ce que le <a href="/a">ministre</a> a conseillé à ses collègues du nord.</p>',
    '<p>The ministers read: <a href="/a">nobody had asked the crews of the boats about it.</a></p>',
    '<p>Listen to the islands, said the envoy: <a href="/a">they</a> know more of fish than we do.</p>',
  ])('and this is no such line: %s', async (html) => {
    expect(await middleOf(html)).toHaveLength(1);
  });
});
