// Chromium without a screen, which draws HTML as PNG. Nothing is fetched from the network: the page's parts are files.
import { access, constants, readFile } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import { type Browser, chromium, type Page, type Route } from 'playwright-core';

/** Where Chromium usually is, after the one that the environment names. */
const places = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const origin = 'http://gallery.localhost';

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  css: 'text/css',
  woff2: 'font/woff2',
};

async function chromiumHere(): Promise<string> {
  for (const place of places) {
    if (place === undefined || place === '') continue;
    const isThere = await access(place, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isThere) return place;
  }
  throw new Error('there is no Chromium here; install it, or name its program in the variable CHROMIUM');
}

/** How somebody looks at Discord. */
export interface Look {
  readonly theme: 'dark' | 'light';
  /** In pixels. */
  readonly width: number;
}

export const desktop: Look = { theme: 'dark', width: 680 };
export const phone: Look = { theme: 'light', width: 390 };

export interface Drawer {
  /** A PNG of the HTML, as high as it is. */
  draw(html: string, look?: Look): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Starts Chromium; throws where there is none. */
export async function openDrawer(): Promise<Drawer> {
  const browser: Browser = await chromium.launch({
    executablePath: await chromiumHere(),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--hide-scrollbars',
    ],
  });
  const page = await browser.newPage({ viewport: { width: desktop.width, height: 800 } });
  await page.route('**/*', answer);
  await page.goto(`${origin}/`);
  await page.waitForFunction('customElements.get("discord-message") !== undefined');
  return {
    draw: (html, look = desktop) => drawn(page, html, look),
    close: () => browser.close(),
  };
}

/** Runs in the page: puts the HTML in, and waits for its letters and pictures. */
const put = `async (html, isLight) => {
  const place = document.querySelector('#shot');
  document.body.classList.toggle('light', isLight);
  // A name in a reply is white in either theme unless it has a colour of its own.
  const named = '<discord-reply role-color="#060607" ';
  place.innerHTML = isLight ? html.replaceAll('<discord-messages>', '<discord-messages light-theme>').replaceAll('<discord-reply ', named) : html;
  await Promise.all(Array.from(place.querySelectorAll('img'), (image) => image.decode()));
  for (let frame = 0; frame < 2; frame += 1) await new Promise((done) => requestAnimationFrame(done));
  await document.fonts.ready;
}`;

async function drawn(page: Page, html: string, { theme, width }: Look): Promise<Uint8Array> {
  await page.setViewportSize({ width, height: 800 });
  await page.evaluate(`(${put})(${JSON.stringify(html)}, ${theme === 'light'})`);
  return page.locator('#shot').screenshot({ type: 'png', animations: 'disabled' });
}

/** Answers the page's requests from the project's own files, and nothing else. */
async function answer(route: Route): Promise<void> {
  const { origin: asked, pathname } = new URL(route.request().url());
  if (asked !== origin) return route.abort();
  if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: page() });
  const path = normalize(decodeURIComponent(pathname)).replace(/^[/\\]+/, '');
  if (!/^(?:node_modules|scripts)[/\\]/.test(path)) return route.abort();
  const body = await readFile(join(import.meta.dirname, '../..', path)).catch(() => undefined);
  if (!body) return route.fulfill({ status: 404, body: '' });
  const type = types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  return route.fulfill({ contentType: type, body });
}

const imports: Readonly<Record<string, string>> = {
  lit: '/node_modules/lit/index.js',
  'lit/': '/node_modules/lit/',
  'lit-html': '/node_modules/lit-html/lit-html.js',
  'lit-html/': '/node_modules/lit-html/',
  'lit-element/': '/node_modules/lit-element/',
  'lit-element/lit-element.js': '/node_modules/lit-element/lit-element.js',
  '@lit/reactive-element': '/node_modules/@lit/reactive-element/reactive-element.js',
  '@lit/reactive-element/': '/node_modules/@lit/reactive-element/',
  '@lit/context': '/node_modules/@lit/context/index.js',
};

const avatar = (colour: string, letter: string): string => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="80"><rect width="80" height="80" fill="${colour}"/><text x="40" y="54" font-size="40" font-family="sans-serif" fill="#fff" text-anchor="middle">${letter}</text></svg>`;
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
};

const profiles = {
  bot: { author: 'Communiqué', avatar: avatar('#2d7dd2', 'C'), bot: true },
  alice: { author: 'alice', avatar: avatar('#c2410c', 'a') },
  bob: { author: 'bob', avatar: avatar('#15803d', 'b') },
  mia: { author: 'mia', avatar: avatar('#7e22ce', 'm') },
  admin: { author: 'admin', avatar: avatar('#475569', 'a') },
};

const fonts: readonly (readonly [folder: string, subsets: readonly string[]])[] = [
  ['noto-sans', ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'vietnamese']],
  ['noto-naskh-arabic', ['arabic']],
  ['noto-serif-hebrew', ['hebrew']],
];

function page(): string {
  const sheets = fonts.flatMap(([folder, subsets]) =>
    subsets.flatMap((subset) =>
      [400, 500, 600, 700].map(
        (weight) =>
          `<link rel="stylesheet" href="/node_modules/@fontsource/${folder}/${subset}-${weight}.css">`,
      ),
    ),
  );
  return `<!doctype html><html><head><meta charset="utf-8">${sheets.join('')}
<link rel="stylesheet" href="/scripts/gallery/page.css">
<script>window.$discordMessage = ${JSON.stringify({ profiles, avatars: { default: profiles.bot.avatar } })};</script>
<script type="importmap">${JSON.stringify({ imports })}</script>
<script type="module" src="/node_modules/@skyra/discord-components-core/dist/index.js"></script>
</head><body><div id="shot"></div></body></html>`;
}
