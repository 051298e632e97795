// Pages as they are saved from the web, written for the tests: each of another build, each with what stands around an
// article. What must come out of them stands beside.

export interface SavedPage {
  readonly name: string;
  readonly html: string | Uint8Array;
  readonly paragraphs: readonly string[];
  readonly headings?: readonly string[];
  readonly metadata: Readonly<Record<string, string>>;
}

const lead =
  'Delegations from five countries met in Geneva on Saturday and agreed that the talks should go on within the month, officials said.';
const second =
  '“We have made a start,” the foreign minister of Exampleland said, adding that the parties would meet again “within days”.';
const third =
  'The text of the statement, which runs to two pages, was put on the ministry’s site late in the evening.';
const fourth =
  'A second round is to take place in Vienna, where technical questions of verification will be settled first.';
const short = 'Talks resume on Monday.';

const menu =
  '<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/politics">Politics</a></li></ul></nav>';
const related =
  '<aside class="related"><h3>Related</h3><ul><li><a href="/a">Another story about the talks in the city</a></li><li><a href="/b">And a third one that is much longer</a></li></ul></aside>';

const newsSite: SavedPage = {
  name: 'a news site with JSON-LD, advertisements, captions and "read more" lines',
  html: `<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Talks go on, officials say | Example News</title>
<meta property="og:title" content="Talks go on"><meta property="og:site_name" content="Example News">
<meta name="author" content="https://news.example/jane"><link rel="canonical" href="https://news.example/world/talks?id=1">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"Example News"},
{"@type":"NewsArticle","headline":"Talks go on, officials say","datePublished":"2025-08-16T23:30:00+02:00",
"author":[{"@type":"Person","name":"Jane Doe"},{"@type":"Person","name":"Ola Berg"}],"publisher":{"@type":"Organization","name":"Example News Agency"}}]}</script>
<style>p{color:red}</style></head><body><header class="site-header">${menu}</header>
<div id="cookie-consent"><p>We use cookies to make this site better for everybody who reads it, and for our partners.</p><button>Accept</button></div>
<main><article><header><h1>Talks go on, officials say</h1><div class="byline">By <a href="/jane">Jane Doe</a></div>
<time datetime="2025-08-16T23:30:00+02:00">16 August 2025</time><div class="share-tools"><a href="#">Share</a></div></header>
<figure><img src="x.jpg"><figcaption>A delegate arrives at the hotel on Saturday. Photo: Somebody</figcaption></figure>
<div class="article-body"><p>${lead}</p><div class="ad-slot"><p>Advertisement</p></div>
<p>${second}</p><p><a href="/more"><strong>Read more: What to expect from the summit in Geneva this week</strong></a></p>
<h2>What was agreed</h2><p>${third.replace('statement', '<a href="/statement">statement</a>')}</p>
<ul><li>Both sides will exchange lists of prisoners.</li><li>A second round takes place in Vienna.</li></ul>
<blockquote><p>${fourth}</p></blockquote>${related}<p>${short}</p></div>
<footer><p>Topics: <a href="/t">talks</a>, <a href="/g">Geneva</a></p></footer></article></main>
<section class="newsletter-signup"><h3>Sign up for our newsletter</h3><form><input name="email"></form></section>
<footer><p>© 2025 Example News. All rights reserved.</p></footer></body></html>`,
  paragraphs: [
    lead,
    second,
    third,
    'Both sides will exchange lists of prisoners.',
    'A second round takes place in Vienna.',
    fourth,
    short,
  ],
  headings: ['## What was agreed'],
  metadata: {
    title: 'Talks go on, officials say',
    publisher: 'Example News Agency',
    author: 'Jane Doe, Ola Berg',
    published: '2025-08-16',
    url: 'https://news.example/world/talks?id=1',
    language: 'en-GB',
  },
};

const government: SavedPage = {
  name: 'a government page without an article element, with numbered articles, a table and Dublin Core',
  html: `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Joint Statement on Security | Ministry of Foreign Affairs</title>
<meta name="DC.title" content="Joint Statement on Security"><meta name="DC.publisher" content="Ministry of Foreign Affairs of Exampleland">
<meta name="DC.date.issued" content="2025-08-17"></head><body><a class="skip-link" href="#content">Skip to content</a>
<div id="masthead"><p>An official website of the government of Exampleland</p></div><div class="breadcrumbs"><a href="/">Home</a> › <a href="/n">News</a></div>
<div id="wrapper"><div id="left-menu" class="menu"><ul><li><a href="/m">The Minister</a></li><li><a href="/e">Embassies</a></li></ul></div>
<div id="content"><h1>Joint Statement on Security</h1><p class="date">17 August 2025</p>
<p>${lead}</p><h2>Article 1</h2><p>The Parties shall consult one another whenever, in the opinion of any of them, the security of one is threatened.</p>
<h2>Article 2</h2><ol><li>An attack on one of them is a matter of grave concern to all.</li><li>They shall meet within twenty-four hours.</li></ol>
<h2>Annex</h2><table><tr><th>Party</th><th>Seats</th></tr><tr><td>Exampleland</td><td>12</td></tr><tr><td>Samplia</td><td>9</td></tr></table>
<p>Done at Geneva in two originals, in English and in French, both texts being equally authentic.</p></div></div>
<div class="site-footer"><p>Contact: Press Office, 1 Example Square, telephone 555-0100</p></div></body></html>`,
  paragraphs: [
    lead,
    'The Parties shall consult one another whenever, in the opinion of any of them, the security of one is threatened.',
    '1. An attack on one of them is a matter of grave concern to all.',
    '2. They shall meet within twenty-four hours.',
    'Party\tSeats',
    'Exampleland\t12',
    'Samplia\t9',
    'Done at Geneva in two originals, in English and in French, both texts being equally authentic.',
  ],
  headings: ['## Article 1', '## Article 2', '## Annex'],
  metadata: {
    title: 'Joint Statement on Security',
    publisher: 'Ministry of Foreign Affairs of Exampleland',
    published: '2025-08-17',
    language: 'en',
  },
};

const breaks: SavedPage = {
  name: 'an old page whose paragraphs are parted by line breaks in table cells',
  html: `<html><head><title>Remarks to the press</title></head><body bgcolor="white"><table width="100%"><tr><td width="150"><a href="/">Home</a><br><a href="/press">Press room</a></td>
<td><font size="4"><b>Remarks to the press</b></font><br><br>${lead}<br><br>${second}<br><br>${third}<br>${fourth}<br><br>${short}</td></tr></table></body></html>`,
  paragraphs: [lead, second, `${third}\n${fourth}`, short],
  metadata: { title: 'Remarks to the press' },
};

const minified: SavedPage = {
  name: 'a page that leaves out the tags that HTML lets writers leave out',
  html: `<!doctype html><meta charset=utf-8><title>Readout of the call</title><meta name=description content=x><link rel=canonical href=https://office.example/readout><style>p{}</style><nav><a href=/>Home</a></nav><main><h1>Readout of the call</h1><p>${lead}<p>${second}<p>${fourth}</main><footer><p>Imprint</footer>`,
  paragraphs: [lead, second, fourth],
  metadata: { title: 'Readout of the call', url: 'https://office.example/readout' },
};

const transcript: SavedPage = {
  name: 'a transcript whose turns are short paragraphs',
  html: `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Press briefing – The Office</title><meta property="og:site_name" content="The Office"></head><body>${menu}
<div class="body-content"><h1>Press briefing</h1><p>2:03 P.M. CEST</p><p>MR. PRICE: Good afternoon, everyone. I have two announcements before I take your questions today, so please bear with me.</p>
<p>Q Thank you. Was there a deal?</p><p>MR. PRICE: No.</p><p>Q Will there be one before the end of the month, as the minister said in the morning?</p><p>MR. PRICE: We will see. The talks go on, and I will not speak of what is not agreed.</p><p>END 2:31 P.M. CEST</p></div></body></html>`,
  paragraphs: [
    '2:03 P.M. CEST',
    'MR. PRICE: Good afternoon, everyone. I have two announcements before I take your questions today, so please bear with me.',
    'Q Thank you. Was there a deal?',
    'MR. PRICE: No.',
    'Q Will there be one before the end of the month, as the minister said in the morning?',
    'MR. PRICE: We will see. The talks go on, and I will not speak of what is not agreed.',
    'END 2:31 P.M. CEST',
  ],
  metadata: { title: 'Press briefing', publisher: 'The Office' },
};

const cyrillicLead =
  'Президент України провів розмову з керівниками європейських держав про гарантії безпеки та наступні кроки переговорів.';
const cyrillicSecond =
  '«Ми маємо бути готові до тривалої роботи», – сказав він журналістам після розмови в суботу.';

const cyrillic: SavedPage = {
  name: 'a page in windows-1251 that says so in its meta data',
  html: new Uint8Array(
    windows1251(
      `<html lang="uk"><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><title>Розмова</title></head><body><div class="menu"><a href="/">Головна</a></div><div class="text"><h1>Розмова</h1><p>${cyrillicLead}</p><p>${cyrillicSecond}</p></div></body></html>`,
    ),
  ),
  paragraphs: [cyrillicLead, cyrillicSecond],
  metadata: { title: 'Розмова', language: 'uk' },
};

/** windows-1251, as far as the page above needs it. */
function windows1251(text: string): number[] {
  const decoder = new TextDecoder('windows-1251');
  const table = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
  return Array.from(text, (character) => table.get(character) ?? 0x3f);
}

const saved: SavedPage = {
  name: 'a page saved by a browser, with pictures in it, hidden parts, entities and notes',
  html: `<!DOCTYPE html>\n<!-- saved from url=(0042)https://paper.example/2025/08/talks.html -->\n<html lang="en_US"><head><meta charset="utf-8"><title>Talks</title><style>.a{background:url(data:image/png;base64,${'A'.repeat(20_000)})}</style></head><body><div class="container"><article class="post article-with-comments"><h1>Talks</h1>
<p>${lead}</p><img src="data:image/jpeg;base64,${'B'.repeat(50_000)}"><p hidden>Only for robots: this paragraph is never shown to anybody who reads the page.</p><p style="display:none">Neither is this one, which is hidden by its style and not by an attribute.</p>
<p>The text of the statement<sup id="r1"><a href="#n1">[1]</a></sup> &ndash; on the 16<sup>th</sup>&nbsp;&ndash; was &ldquo;short&rdquo;, and AT&amp;T was not in it; see H<sub>2</sub>O.</p>
<p>He called it a <q>beginning</q>, and <em>no</em>thing&shy; more.</p><p>${fourth}</p></article>
<div class="comments"><h3>Comments</h3><p>First! I think that this is a very long comment by somebody who has read nothing of it at all.</p></div></div></body></html>`,
  paragraphs: [
    lead,
    'The text of the statement – on the 16th – was “short”, and AT&T was not in it; see H2O.',
    'He called it a “beginning”, and nothing more.',
    fourth,
  ],
  metadata: { title: 'Talks', url: 'https://paper.example/2025/08/talks.html', language: 'en-US' },
};

const liveBlog: SavedPage = {
  name: 'a page whose paragraphs stand in many nested boxes',
  html: `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Geneva talks</title><meta property="article:published_time" content="2025-08-16T10:00:00Z"></head><body>${menu}<div id="root"><div class="sc-1"><main><div class="sc-2"><h1>Geneva talks</h1></div>
${[lead, second, third, fourth].map((text) => `<div data-component="text-block" class="ssrcss-x"><div class="ssrcss-y"><p class="ssrcss-z"><b></b>${text}</p></div></div>`).join('<div data-component="image-block"><figure><img><figcaption><span>Image caption, </span>People in a room on Saturday</figcaption></figure></div>')}
<div data-component="text-block"><p>${short}</p></div></main><div class="sc-9"><h2>More on this story</h2><ul><li><a href="/1">The first of the other stories, with a long title</a></li><li><a href="/2">The second of the other stories, with a long title</a></li></ul></div></div></div></body></html>`,
  paragraphs: [lead, second, third, fourth, short],
  metadata: { title: 'Geneva talks', published: '2025-08-16' },
};

const brief: SavedPage = {
  name: 'a statement of two sentences',
  html: `<html lang="en"><head><meta charset="utf-8"><title>Statement</title></head><body><header>${menu}</header><main><h1>Statement</h1><p>The talks are over.</p><p>There is no result.</p></main><footer><p>© The Ministry</p></footer></body></html>`,
  paragraphs: ['The talks are over.', 'There is no result.'],
  metadata: { title: 'Statement', language: 'en' },
};

const sidebar = `<div class="sidebar">${Array.from({ length: 12 }, (_, number) => `<div class="item"><a href="/${number}">Story number ${number} about something else</a><p>A summary of story ${number}, which is not the article, though it is long enough.</p></div>`).join('')}</div>`;

const besideSidebar: SavedPage = {
  name: 'an article in boxes without paragraphs, beside a sidebar that has more text',
  html: `<html><head><meta charset="utf-8"></head><body><div class="x"><div>${lead}</div><div>${second}</div><div>${third}</div></div>${sidebar}</body></html>`,
  paragraphs: [lead, second, third],
  metadata: {},
};

const belowComments: SavedPage = {
  name: 'a short article in a box that is named after its comments, below which there are many',
  html: `<html><head><meta charset="utf-8"></head><body><div class="story share-enabled has-comments"><p class="teaser">A short lead in a class of its own.</p><p>${lead}</p><div class="ad">Anzeige</div><p>${second}</p></div><div class="comments">${Array.from({ length: 30 }, (_, number) => `<p>Comment ${number}, which goes on and on, with commas, and more commas, and says nothing at all.</p>`).join('')}</div></body></html>`,
  paragraphs: ['A short lead in a class of its own.', lead, second],
  metadata: {},
};

const oneForm: SavedPage = {
  name: 'a page that stands in one form as a whole',
  html: `<html><head><meta charset="utf-8"></head><body><form action="x"><input type="hidden" name="v" value="1"><div class="nav"><a href="/">Home</a></div><div class="content"><p>${lead}</p><p>${second}</p></div></form></body></html>`,
  paragraphs: [lead, second],
  metadata: {},
};

const shortInside: SavedPage = {
  name: 'an article with very short paragraphs and lists of links with words between them',
  html: `<html><head><meta charset="utf-8"></head><body><article><p>${lead}</p><p>“No.”</p><p>Why?</p><ul><li>The <a href="/a">first annex</a>, on borders and monitoring.</li><li>The <a href="/b">second annex</a>, on prisoners.</li></ul><div><p>${third}</p></div><dl><dt>Where?</dt><dd>${fourth}</dd></dl><p>Reporting by J. Doe</p></article>${sidebar}</body></html>`,
  paragraphs: [
    lead,
    '“No.”',
    'Why?',
    'The first annex, on borders and monitoring.',
    'The second annex, on prisoners.',
    third,
    'Where?',
    fourth,
    'Reporting by J. Doe',
  ],
  metadata: {},
};

const preformatted: SavedPage = {
  name: 'a text that was laid out beforehand',
  html: '<html><body><pre>COMMUNIQUE\n\n1. The Parties met.\n2. They agreed.\n\nDone at Geneva.</pre></body></html>',
  paragraphs: ['COMMUNIQUE', '1. The Parties met.\n2. They agreed.', 'Done at Geneva.'],
  metadata: {},
};

export const savedPages: readonly SavedPage[] = [
  besideSidebar,
  belowComments,
  oneForm,
  shortInside,
  preformatted,
  newsSite,
  government,
  breaks,
  minified,
  transcript,
  cyrillic,
  saved,
  liveBlog,
  brief,
];
