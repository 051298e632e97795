// The layouts of the PDFs that `make.ts` prints: columns, boxes, drop caps, running heads, notes, tables, numbered lines.

export interface Laid {
  readonly css: string;
  readonly body: string;
}

type Layout = (blocks: readonly string[]) => Laid;

const vowels = 'aeiouyäöüéèêàâôęąóаеиіоуяюєї';
const syllable = new RegExp(
  `(\\p{Ll}{2}[${vowels}]|\\p{Ll}[${vowels}])([^${vowels}\\s\\P{Ll}])(?=[${vowels}]\\p{Ll})`,
  'giu',
);

/** Where a word may be broken; words with a hyphen of their own are broken there. */
function soft(text: string): string {
  return text.replace(/(?<![\p{L}-])\p{L}{7,}(?![\p{L}-])/gu, (word) => word.replace(syllable, '$1&shy;$2'));
}

/** A paragraph with marks of footnotes, which the text as it is read has not. */
function inline(text: string): string {
  return soft(text).replace(/\{(\d+)\}/gu, '<sup>$1</sup>');
}

function block(text: string): string {
  if (text.startsWith('# ')) return `<h1>${text.slice(2)}</h1>`;
  if (text.startsWith('## ')) return `<h2>${text.slice(3)}</h2>`;
  if (text.includes('\t')) return table(text.split('\n'));
  const item = /^(?:\d+\.|\(\d+\)|[a-z]\)) /u.exec(text)?.[0];
  if (item) return `<p class="item"><span>${item.trim()}</span> ${inline(text.slice(item.length))}</p>`;
  return `<p>${inline(text)}</p>`;
}

function table(rows: readonly string[]): string {
  const cells = (row: string): string =>
    row
      .split('\t')
      .map((cell) => `<td>${cell}</td>`)
      .join('');
  return `<table>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</table>`;
}

const all = (blocks: readonly string[]): string => blocks.map(block).join('\n');
const picture = '<div style="height:90pt;background:#cde;border:1px solid #89a"></div>';
const figure = (caption: string): string =>
  `<div style="break-inside:avoid">${picture}<p style="font-size:.8em;text-indent:0;margin:2pt 0 8pt;text-align:left">${caption}</p></div>`;

const serif = "font:9.5pt/1.35 'Noto Serif'";
const sans = "font:10pt/1.4 'Noto Sans'";
const columns = (count: number, fill = 'balance'): string =>
  `columns:${count};column-gap:16pt;column-fill:${fill};text-align:justify`;

/** Two columns under each heading, with heads that change from left to right pages. */
const gazette: Layout = ([title = '', ...rest]) => ({
  css: `@page{size:A5;margin:18mm 14mm} @page:left{@top-left{content:counter(page) "  |  Official Gazette";font:7pt 'Noto Serif'}}
@page:right{@top-right{content:"No. 3, March 2025  |  " counter(page);font:7pt 'Noto Serif'}}
body{${serif}} h1{font-size:17pt;text-align:center} h2{font-size:11pt;column-span:all;margin:8pt 0 4pt} p{margin:0;text-indent:1em} .c{${columns(2)}}`,
  body: `${block(title)}<div class="c">${all(rest)}</div>`,
});

const pressDropCap: Layout = ([title = '', date = '', first = '', ...rest]) => ({
  css: `@page{size:A5;margin:16mm;@bottom-center{content:counter(page) "/" counter(pages);font:8pt 'Noto Sans'}}
body{${sans}} p{margin:0 0 7pt} .d::first-letter{font-size:3.4em;line-height:.8;float:left;padding:2pt 3pt 0 0} i{font-size:9pt}`,
  body: `${block(title)}<p><i>${date}</i></p><p class="d">${inline(first)}</p>${all(rest)}`,
});

const treaty: Layout = ([title = '', ...rest]) => ({
  css: `@page{size:A5;margin:20mm 16mm} @page:left{@top-center{content:"Bundesblatt Nordland 2025";font:italic 8pt 'Noto Serif'}@bottom-left{content:"– " counter(page) " –";font:8pt 'Noto Serif'}}
@page:right{@top-center{content:"Vertrag über die Meerenge";font:italic 8pt 'Noto Serif'}@bottom-right{content:"– " counter(page) " –";font:8pt 'Noto Serif'}}
body{${serif};text-align:justify} h1{font-size:14pt;letter-spacing:.35em;text-align:center;line-height:1.6} h2{font-size:9.5pt;text-align:center;margin:9pt 0 3pt}
p{margin:0 0 4pt} .item{padding-left:18pt;text-indent:-18pt} .item span{display:inline-block;width:18pt;text-indent:0}`,
  body: `${block(title)}${all(rest)}`,
});

/** Each page is set by hand, with its notes at its foot. */
const reportWithNotes: Layout = (blocks) => {
  const notes = blocks.filter((text) => /^\d /u.test(text));
  const text = blocks.filter((each) => !/^\d /u.test(each));
  const half = ' y compris ';
  const split = text.findIndex((each) => each.includes(half));
  const [before = '', after = ''] = (text[split] ?? '').split(half);
  const noted = (numbers: readonly number[]): string =>
    `<div class="n">${numbers.map((number) => `<p><sup>${number}</sup> ${notes[number - 1]?.slice(2) ?? ''}</p>`).join('')}</div>`;
  const paged = (body: string, numbers: readonly number[], number: number): string =>
    `<div class="page"><div class="h"><span>Conseil du détroit</span><span>Rapport S/2025/14</span></div>${body}${noted(numbers)}<div class="f">${number}</div></div>`;
  return {
    css: `@page{size:A5;margin:0} body{margin:0;${serif}} .page{position:relative;height:210mm;padding:24mm 16mm 0;box-sizing:border-box;break-after:page;text-align:justify}
.h{position:absolute;top:10mm;left:16mm;right:16mm;display:flex;justify-content:space-between;font-size:7.5pt} .f{position:absolute;bottom:8mm;left:0;right:0;text-align:center;font-size:8pt}
.n{position:absolute;bottom:18mm;left:16mm;right:16mm;border-top:1px solid;font-size:7.5pt} .n p{margin:2pt 0} p{margin:0 0 6pt} h1{font-size:16pt;text-align:left} h2{font-size:11.5pt}`,
    body:
      paged(
        `${all(text.slice(0, split))}<p style="text-align-last:justify;margin:0">${inline(before)}</p>`,
        [1],
        1,
      ) + paged(`<p>${inline(`${half.trim()} ${after}`)}</p>${all(text.slice(split + 1))}`, [2, 3], 2),
  };
};

const minutes: Layout = (blocks) => ({
  css: `@page{size:A4;margin:25mm 30mm} body{${sans}} h1{font-size:18pt} h2{font-size:13pt} table{border-collapse:collapse;width:100%;margin:8pt 0} td{border:1px solid #999;padding:3pt 6pt} td:first-child{width:50%} p{margin:0 0 8pt}`,
  body: all(blocks),
});

/** Three columns, a picture above two of them, a heading over all, and a box. */
const newsletter: Layout = ([title = '', one = '', two = '', caption = '', three = '', ...rest]) => ({
  css: `@page{size:A4;margin:16mm;@top-left{content:"The Strait Review";font:8pt 'Noto Sans'}@bottom-right{content:counter(page);font:8pt 'Noto Sans'}}
body{${serif}} h1{font-size:26pt;margin:0 0 10pt} h2{font-size:13pt;column-span:all;margin:10pt 0 4pt} p{margin:0;text-indent:1.2em} .c{${columns(3)}}`,
  body: `${block(title)}<div class="c">${all([one, two])}${figure(caption)}${block(three)}${all(rest)}</div>`,
});

const twoColumns =
  (extra: string, head: string): Layout =>
  ([title = '', ...rest]) => ({
    css: `@page{size:A5;margin:18mm 14mm;@top-center{content:"${head} " counter(page);font:7pt 'Noto Serif'}} body{${serif}} h1{font-size:16pt} h2{font-size:11pt;margin:8pt 0 4pt} p{margin:0 0 5pt} .c{${columns(2)}} ${extra}`,
    body: `${block(title)}<div class="c">${all(rest)}</div>`,
  });

const dropCap = (lines: number): string =>
  `.c>p:first-child::first-letter{initial-letter:${lines};padding-right:3pt}`;

const hearing: Layout = ([title = '', ...rest]) => ({
  css: `@page{size:A5;margin:18mm 14mm} body{font:10pt/16pt 'Noto Serif'} h1{font-size:14pt;line-height:16pt} .t{position:relative;padding-left:26pt} p{margin:0;text-indent:1.5em} .l{position:absolute;left:0;font-size:8pt}`,
  body: `${block(title)}<div class="t">${[5, 10, 15]
    .map((number) => `<span class="l" style="top:${(number - 1) * 16}pt">${number}</span>`)
    .join('')}${all(rest)}</div>`,
});

const declaration: Layout = ([title = '', ...rest]) => ({
  css: `@page{size:A5;margin:20mm} body{font:10.5pt/1.45 'Noto Serif';text-align:justify} h1{font-size:18pt;text-align:center} p{margin:0;text-indent:1.5em} .c>p:first-child{text-indent:0} ${dropCap(3)}`,
  body: `${block(title)}<div class="c">${all(rest)}</div>`,
});

/** A picture at the top of the first column, so that the second one begins above it. */
const bulletinBelowPicture: Layout = ([title = '', one = '', two = '', caption = '', ...rest]) => ({
  css: `@page{size:A5;margin:16mm 14mm} body{${serif}} h1{font-size:18pt} h2{font-size:11pt;margin:6pt 0 3pt} p{margin:0;text-indent:1em} .c{${columns(2)}}`,
  body: `${block(title)}<div class="c">${all([one, two])}${figure(caption)}${all(rest)}</div>`,
});

const guidelines: Layout = ([title = '', ...rest]) => ({
  css: `@page{size:A5;margin:18mm 16mm} @page:left{@top-left{content:counter(page);font:8pt 'Noto Sans'}@top-right{content:"Dziennik Urzędowy";font:8pt 'Noto Sans'}} @page:right{@top-left{content:"Wytyczne";font:8pt 'Noto Sans'}@top-right{content:counter(page);font:8pt 'Noto Sans'}}
body{font:11pt/1.5 'Noto Sans'} h1{font-size:16pt} p{margin:0 0 5pt} .item{padding-left:20pt;text-indent:-20pt} .item span{display:inline-block;width:20pt;text-indent:0}`,
  body: all([title, ...rest]),
});

const memo: Layout = (blocks) => ({
  css: `@page{size:A4;margin:25mm 55mm 25mm 35mm} body{font:12pt/1.3 'DejaVu Serif'} h1{font-size:16pt} p{margin:0 0 12pt}`,
  body: blocks.map((text) => block(text).replaceAll('&shy;', '')).join(''),
});

/** Two statements beside a box in which one of their sentences stands once more. */
const supplement: Layout = ([title = '', ...rest]) => ({
  css: `@page{size:A4;margin:20mm;@top-right{content:"Record " counter(page);font:8pt 'Noto Sans'}} body{font:10pt/1.4 'Noto Serif';text-align:justify} h1{font-size:20pt} h2{font:bold 10pt 'Noto Serif';margin:8pt 0 0} p{margin:0;text-indent:1em} .c{columns:2;column-gap:20pt;column-fill:auto;height:270pt}`,
  body: `${block(title)}<div class="c">${all(rest)}</div>`,
});

export const layouts: Readonly<Record<string, Layout>> = {
  'gazette-en': gazette,
  'press-drop-cap-en': pressDropCap,
  'treaty-de': treaty,
  'report-notes-fr': reportWithNotes,
  'minutes-table-en': minutes,
  'newsletter-en': newsletter,
  'bulletin-uk': twoColumns('', 'Вісник Спільної ради'),
  'press-pl': twoColumns(dropCap(2), 'Biuletyn'),
  'hearing-lines-en': hearing,
  'declaration-fr': declaration,
  'bulletin-de': bulletinBelowPicture,
  'guidelines-pl': guidelines,
  'statement-uk': declaration,
  'memo-en': memo,
  'supplement-en': supplement,
};
