// What stands around the text of a page: the points above it, which are text; who wrote it, files and controls below it,
// which are not; and what nobody sees.
import { describe, expect, test } from 'vitest';
import { takenPage } from './taken.ts';

const first =
  'Negotiators left the harbour hotel on Tuesday evening without an agreement on fishing rights, two officials said.';
const second =
  'Both delegations had brought maps of the bank, and each of them called the other one’s drawings a work of the imagination.';
const last =
  'A further round is planned for April, but no date was given by either of the delegations, which had met for two days.';
const text = `<p>${first}</p><p>${second}</p><p>${last}</p>`;
const page = (above: string, inside: string, below = ''): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="author" content="Ann Olden"><title>Harbour talks</title></head><body><nav><a href="/">Home</a></nav><main><h1>Harbour talks</h1>${above}<article class="x"><div class="body">${inside}</div></article>${below}</main></body></html>`;

async function read(html: string): Promise<readonly string[]> {
  const { text: all } = await takenPage(html);
  return all.trim().split('\n\n');
}

describe('a box of the main points above a text', () => {
  const points = ['Rail transit is resumed on 1 July.', 'Duties are suspended', 'The port stays closed.'];
  const items = points.map((each) => `<li>${each}</li>`).join('');

  test.each([
    [`<div class="live-summary"><h2>Key points</h2><ul>${items}</ul></div>`, '## Key points'],
    [
      `<aside class="k1"><h3>Das Wichtigste in Kürze</h3><ul>${items}</ul></aside>`,
      '### Das Wichtigste in Kürze',
    ],
    [`<section><header><h2>L’essentiel</h2></header><ul>${items}</ul></section>`, '## L’essentiel'],
    [
      `<div class="a1"><h2>Najważniejsze informacje</h2><ol class="b">${items}</ol></div>`,
      '## Najważniejsze informacje',
    ],
    [
      `<div role="complementary"><h4>Головне</h4>${points.map((each) => `<p>${each}</p>`).join('')}</div>`,
      '#### Головне',
    ],
    [
      `<div class="widget"><p><strong>What we know so far:</strong></p><ul>${items}</ul></div>`,
      'What we know so far:',
    ],
    [
      `<section class="article-summary"><h2>Summary</h2><ul>${items.replace('Rail transit', '<a href="#e1">Rail transit</a>')}</ul></section>`,
      '## Summary',
    ],
  ])('is text: %s', async (box, heading) => {
    const bare = (line: string): string => line.replace(/^\d+\. /u, '');
    const told = [heading, ...points, first, second, last];
    expect((await read(page(box, text))).map(bare)).toEqual(told);
    expect((await read(page('', `${box}${text}`))).map(bare)).toEqual(told);
  });

  test.each([
    ['other articles', `<div class="live-summary"><h2>Most read</h2><ul>${items}</ul></div>`],
    [
      'a table of contents of links',
      `<div class="key-points"><h2>Key points</h2><ul>${points.map((each, at) => `<li><a href="/l#e${at}">${each}</a></li>`).join('')}</ul></div>`,
    ],
    ['a box of another meaning', `<aside><h2>The weather</h2><ul>${items}</ul></aside>`],
    [
      'a single point',
      '<aside><h2>In brief</h2><p>One teaser of another article that stands here.</p></aside>',
    ],
    [
      'an invitation',
      `<aside class="newsletter"><h3>Key points</h3><form><p>Daily in your mailbox.</p><p>Free of charge.</p></form></aside>`,
    ],
    ['what is related', `<section class="related"><h3>Lire aussi</h3><ul>${items}</ul></section>`],
  ])('is none of %s', async (_, box) => {
    expect(await read(page(box, text))).toEqual([first, second, last]);
  });
});

const bio = 'Ann Olden has written from the sound since 2019 and covers the diplomacy of lakes.';

describe('a box about the author behind a text', () => {
  test.each([
    [`<div class="author-box"><img class="avatar" src="/a.png"><h4>Ann Olden</h4><p>${bio}</p></div>`],
    [`<section class="post__author-bio"><p>${bio}</p></section>`],
    [`<div class="AuthorCard_root"><h3>Ann Olden</h3><div>${bio}</div></div>`],
    [`<div><h3>About the author</h3><p>${bio}</p></div>`],
    [`<div class="m1"><h4>Über die Autorin</h4><p>${bio}</p></div>`],
    [`<div class="m2"><h4>Про автора</h4><p>${bio}</p></div>`],
    [
      `<div class="m3"><img src="https://secure.gravatar.example/avatar/x"><strong>Ann Olden</strong><p>${bio}</p></div>`,
    ],
  ])('is left out: %s', async (box) => {
    expect(await read(page('', `${text}${box}`))).toEqual([first, second, last]);
    expect(await read(page('', text, box))).toEqual([first, second, last]);
  });

  test.each([
    ['a part about somebody else', `<div><h3>Who is Ann Olden?</h3><p>${bio}</p></div>`],
    [
      'a part with a portrait',
      `<div><img class="portrait" src="/p.jpg"><h4>Bo Marsh</h4><p>${bio}</p></div>`,
    ],
    ['an entry by its writer', `<div class="entry"><h4>Ann Olden</h4><p>${bio}</p></div>`],
    ['a part named for its author', `<div class="author-of-entry"><p>${bio}</p></div>`],
    ['a part about authors', `<div><h3>About the authors of the treaty</h3><p>${bio}</p></div>`],
    ['a quotation', `<blockquote class="author-quote"><p>${bio}</p></blockquote>`],
  ])('%s stays', async (_, box) => {
    expect(await read(page('', `<p>${first}</p>${box}<p>${second}</p><p>${last}</p>`))).toContain(bio);
  });
});

describe('what stands below a text', () => {
  const link = '<ul><li><a href="/p.pdf">p.pdf</a> <span>(412 KB)</span></li></ul>';
  test.each([
    [`<div class="f"><h4>Додатки</h4>${link}</div>`],
    [
      `<div class="f"><h3>Attachments</h3>${link}</div><p>Знайшли помилку? Виділіть текст та натисніть <b>Ctrl + Enter</b>.</p>`,
    ],
    [`<div class="f"><p><b>Downloads</b></p>${link}</div>`],
    [
      `<section><h3>Pièces jointes :</h3>${link}</section><h3>The end of it</h3><p>${bio}</p>`,
      ['### The end of it', bio],
    ],
    [`<div><h4>Załączniki (1)</h4>${link}</div>`],
    [`<div><h4>Zum Herunterladen</h4>${link}</div>`],
    ['<p>Found a mistake? Select the text and press Ctrl+Enter.</p>'],
    ['<div><p>Fehler gefunden? Markieren Sie den Text und drücken Sie Strg+Enter.</p></div>'],
    ['<p>Une erreur ? Sélectionnez le texte et appuyez sur <kbd>Ctrl</kbd> + <kbd>Enter</kbd>.</p>'],
    ['<p>Znalazłeś błąd? Zaznacz go i naciśnij Ctrl+Enter.</p>'],
    ['<div>Якщо ви помітили помилку, виділіть її мишкою та натисніть Ctrl+Enter.</div>'],
    ['<p>Spotted an error? <a href="/e">Please tell us</a>.</p>'],
    ['<div><h4>Знайшли помилку?</h4><p>Виділіть текст і натисніть Ctrl+Enter</p></div>'],
  ])('is left out: %s', async (below, kept: readonly string[] = []) => {
    expect(await read(page('', `${text}<div class="g">${below}</div>`))).toEqual([
      first,
      second,
      last,
      ...kept,
    ]);
  });

  test.each([
    [
      'attachments that are told',
      '<div><h4>Attachments</h4><p>The two maps of the bank, drawn in 1911 and 1938, and a letter.</p></div>',
    ],
    [
      'a sentence about a mistake',
      '<p>Found a mistake? The minister did, and he told both delegations of it.</p>',
    ],
    [
      'who found one',
      '<p>Found a mistake in the second map, said the Commission, which had measured it again.</p>',
    ],
    [
      'a key on a keyboard',
      '<p>To send the form, fill in all the fields of it and press Ctrl+Enter in the last one.</p>',
    ],
    [
      'a condition',
      '<p>If you find an error in the register, write to the Commission within thirty days of the notice.</p>',
    ],
    [
      'who marks a place',
      '<p>Select the place of the buoys together, the Commission told the two harbour masters.</p>',
    ],
  ])('%s stays', async (_, below) => {
    const words = /([^<>]{30,})<\/p>/u.exec(below)?.[1];
    expect(await read(page('', `${text}<div class="g">${below}</div>`))).toContain(words);
  });
});

describe('what nobody sees', () => {
  const hidden = async (html: string): Promise<boolean> => {
    const { notes } = await takenPage(html);
    return JSON.stringify(notes).includes('import.left.hidden');
  };

  test.each([
    ['<p class="skip"><a class="visually-hidden" href="#main">Jump to navigation</a></p>'],
    ['<a href="#top" class="visually-hidden visually-hidden--focusable">Back to top</a>'],
    ['<a class="sr-only" href="#content">Zum Inhalt springen</a>'],
    ['<div><a href="/s"><span class="screen-reader-text">Search</span><i class="icon"></i></a></div>'],
    ['<div class="acts"><span class="sr-only">Share</span><a href="/f"><i class="fa"></i></a></div>'],
    ['<div><button><span class="sr-only">Menu</span></button></div>'],
  ])('is told of nobody where it is of the page: %s', async (above) => {
    expect(await hidden(page(above, text))).toBe(false);
  });

  test.each([
    ['<p style="display:none">The port is closed for ever, said the minister of the sea.</p>'],
    [
      `<p>In the evening <span class="sr-only">never</span> the delegations met again, both of them said.</p>`,
    ],
    ['<div hidden>Closed for ever</div>'],
    ['<p class="sr-only">The minister has resigned.</p>'],
    [
      '<div class="visually-hidden"><p>The talks were broken off in the night, and nobody was told.</p></div>',
    ],
    ['<ul><li>Duties fall.</li><li class="d-none">Duties rise again.</li></ul>'],
  ])('is told of where it might be text: %s', async (inside) => {
    expect(await hidden(page('', `${text}${inside}`))).toBe(true);
  });
});
