// A report as Markdown and as one page of HTML that needs nothing else and runs nothing.
import { escaped } from '../citing/parts.ts';
import type { Translate } from '../messages/messages.ts';
import { type Content, contentOf, type Entry, type Reported } from './report.ts';
import { kindOf, kindsMarked } from './told.ts';

export function markdownReport(reported: Reported, translate: Translate): string {
  const content = contentOf(reported, translate);
  const { title, summary, pieces, entries, remarks, proof, textHeading } = content;
  const text = pieces.map(({ text, item, number }) => {
    if (!item) return escaped(text);
    const { kindName = '' } = entries[(number ?? 0) - 1] ?? {};
    const mark = number === undefined ? '' : `<sup>[${number} ${escaped(kindName)}]</sup>`;
    return `<mark>${escaped(text)}</mark>${mark}`;
  });
  return `${[
    `# ${escaped(title)}`,
    escaped(summary),
    ...entries.map(markdownEntry),
    ...remarks.map(escaped),
    `## ${escaped(textHeading)}`,
    text.join(''),
    `## ${escaped(proof.heading)}`,
    escaped(proof.made),
    proof.documents.map((each) => `- ${escaped(each)}`).join('\n'),
    ...proof.hashes.map(escaped),
  ].join('\n\n')}\n`;
}

function markdownEntry({ number, kindName, words, lines, sources }: Entry): string {
  return [
    `### ${number}. ${escaped(kindName)}`,
    quoted(words),
    lines.map((line) => `- ${escaped(line)}`).join('\n'),
    ...sources.map(
      ({ label, text, provenance }) => `${quoted(text)}\n>\n> ${escaped(`${label} · ${provenance}`)}`,
    ),
  ].join('\n\n');
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${escaped(line)}`)
    .join('\n');
}

const marked = (as: Parameters<typeof kindsMarked>[0]): string =>
  kindsMarked(as)
    .map((kind) => `mark.${kind}`)
    .join();

const style = `body{font:1rem/1.55 Georgia,serif;max-width:76rem;margin:2rem auto;padding:0 1rem;color:#1d1d1f;background:#fff}
main{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:2.5rem}
@media(max-width:50rem){main{display:block}}
.text{white-space:pre-wrap;overflow-wrap:anywhere}
mark{color:inherit;background:#e6efe6;border-bottom:2px solid #3a7d44}
${marked('wrong')}{background:#fbe3e0;border-color:#b3261e}
${marked('unsure')}{background:#fff1d6;border-color:#a06a00}
${marked('aside')}{background:#e7ecf7;border-color:#3c5a99}
sup{font:.7rem sans-serif}article{border-top:1px solid #ccc;padding:.6rem 0}h3{font:600 .95rem sans-serif;margin:0}
blockquote{margin:.5rem 0 .5rem .8rem;border-left:3px solid #ccc;padding-left:.7rem}small{font:.8rem sans-serif;color:#555}`;

export function htmlReport(reported: Reported, translate: Translate): string {
  const content = contentOf(reported, translate);
  const { title, summary, remarks, proof, textHeading } = content;
  const [language = 'en'] = translate.locale.split('-');
  return `<!doctype html>
<html lang="${html(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${html(title)}</title><style>${style}</style></head><body>
<h1>${html(title)}</h1><p><strong>${html(summary)}</strong></p>
<main><section><h2>${html(textHeading)}</h2><div class="text">${htmlText(content)}</div></section>
<section>${content.entries.map(htmlEntry).join('\n')}</section></main>
${remarks.map((line) => `<p>${html(line)}</p>`).join('\n')}
<h2>${html(proof.heading)}</h2><p>${html(proof.made)}</p>
<ul>${proof.documents.map((each) => `<li>${html(each)}</li>`).join('')}</ul>${proof.hashes.map((each) => `<p>${html(each)}</p>`).join('')}
</body></html>
`;
}

function htmlText({ pieces }: Content): string {
  return pieces
    .map(({ text, item, number }) => {
      if (!item) return html(text);
      const link = number === undefined ? '' : `<sup><a href="#found-${number}">${number}</a></sup>`;
      return `<mark class="${kindOf(item)}">${html(text)}</mark>${link}`;
    })
    .join('');
}

function htmlEntry({ number, kindName, words, lines, sources }: Entry): string {
  const told = lines.map((line) => `<li>${html(line)}</li>`).join('');
  const shown = sources.map(
    ({ label, text, provenance }) =>
      `<blockquote>${html(text)}<br><small>${html(`${label} · ${provenance}`)}</small></blockquote>`,
  );
  return `<article id="found-${number}"><h3>${number}. ${html(kindName)}</h3><p>${html(words)}</p><ul>${told}</ul>${shown.join('')}</article>`;
}

function html(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
  };
  return text.replace(/[&<>"]/gu, (mark) => entities[mark] ?? mark);
}
