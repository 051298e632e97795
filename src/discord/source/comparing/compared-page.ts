// A comparison as a page of its own: it opens in any browser, fetches nothing and runs nothing.
import type { Comparison } from '../../../compare/compare.ts';
import { runsOf, sameIn } from '../../../compare/runs.ts';
import type { Piece } from '../../../compare/words.ts';
import type { Translate } from '../../../messages/messages.ts';
import { type Labelled, piecesOf, type Row, rowTitle, type Side } from './compared.ts';

const style = [
  'body{font:17px/1.5 Georgia,serif;max-width:44em;margin:2em auto;padding:0 1em;color:#222;background:#fff}',
  'h1{font-size:1.2em}h2{font:14px sans-serif;color:#555;margin:2em 0 .3em}p{margin:.3em 0;white-space:pre-wrap}',
  'del{background:#fdd;color:#900}ins{background:#dfd;color:#060;text-decoration:none}',
  'del+ins{margin-left:.25em}details{color:#555}summary{font:14px sans-serif;margin-top:2em}',
].join('');

export function comparisonPage(
  left: Side,
  right: Side,
  { pairs, counts }: Comparison<Labelled>,
  translate: Translate,
): string {
  const title = html(`${left.id} – ${right.id}`);
  const csp = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`;
  return [
    `<!doctype html><html lang="${html(translate.locale)}"><head><meta charset="utf-8">${csp}`,
    `<title>${title}</title><style>${style}</style></head><body>`,
    `<h1><del>− ${html(left.cited)}</del><br><ins>+ ${html(right.cited)}</ins></h1>`,
    `<p>${html(translate('compare.total', { ...counts }))}</p>`,
    ...runsOf(pairs).map((run) => section(run, translate)),
    '</body></html>\n',
  ].join('\n');
}

/** Paragraphs that are the same stand together, folded away; everything else by itself. */
function section(run: readonly Row[], translate: Translate): string {
  const same = sameIn(run);
  if (!same) return run.map((row) => `<h2>${html(rowTitle(row, translate))}</h2>${paragraph(row)}`).join('');
  const told = html(translate('compare.same', same));
  return `<details><summary>${told}</summary>${run.map(paragraph).join('')}</details>`;
}

function paragraph(row: Row): string {
  return `<p>${piecesOf(row).map(piece).join('')}</p>`;
}

function piece({ kind, text }: Piece): string {
  if (kind === 'same') return html(text);
  return kind === 'left' ? `<del>${html(text)}</del>` : `<ins>${html(text)}</ins>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function html(text: string): string {
  return text.replace(/[&<>"]/gu, (character) => entities[character] ?? character);
}
