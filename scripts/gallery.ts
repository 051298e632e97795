// npm run gallery: plays every scene with the real bot, and draws what was seen, from the very bodies that were sent, into
// docs/gallery. With --json it prints figures alone: pictures, time a card takes, bodies that break a rule or a limit. With
// --looks FOLDER it draws every English reply there instead, light and dark, as wide as a desktop's window and as a phone.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openCards, type Picture, type Refused } from '../src/cards/cards.ts';
import { themes } from '../src/cards/themes.ts';
import { inEnglish } from '../src/messages/messages.ts';
import { positions } from '../tests/cards/positions.ts';
import { samples } from '../tests/cards/samples.ts';
import type { Violation } from '../tests/double/double.ts';
import { type Drawer, desktop, type Look, openDrawer, phone } from './gallery/browser.ts';
import { shownInFront, terminalHtml } from './gallery/front.ts';
import { namesOf, pictureHtml } from './gallery/pictures.ts';
import { type Scene, scenes, shownInAll } from './gallery/scenes.ts';
import { openStage } from './gallery/stage.ts';

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, looks: { type: 'string' } },
});
const folder = join(import.meta.dirname, '../docs/gallery');
const languages = { de: 'Deutsch', fr: 'Français', pl: 'Polski', uk: 'Українська' };

/** A picture of the gallery, as its page lists it. */
interface Shown {
  readonly file: string;
  readonly title: string;
  readonly alt: string;
}

interface Played {
  readonly shown: Shown[];
  readonly violations: readonly Violation[];
}

/** Rules whose breach means that something was too long or too much. */
const limitRule = /too-|row-too-full|choice-count|choice-text|modal-title|modal-components/;

async function write(file: string, png: Uint8Array): Promise<void> {
  await writeFile(join(values.looks ?? folder, file), png);
  if (!values.json) process.stdout.write(`${file}: ${Math.round(png.byteLength / 1_000)} kB\n`);
}

/** These are shown on a phone as well. */
const shownOnPhone = [
  'ask',
  'ask-silent',
  'quote',
  'check-altered',
  'position',
  'positions',
  'map',
  'desk-answer',
];

/** The looks in which a scene is drawn, each with what its file is called by. */
function looksOf({ name }: Scene, ending: string): readonly { look: Look; called: string }[] {
  if (values.looks !== undefined)
    return [
      desktop,
      { ...desktop, theme: 'light' as const },
      { ...phone, theme: 'dark' as const },
      phone,
    ].map((look) => ({
      ...{ look, called: `-${look.width === phone.width ? 'phone' : 'desktop'}-${look.theme}` },
    }));
  const onPhone = ending === '' && shownOnPhone.includes(name) ? [{ look: phone, called: '-phone' }] : [];
  return [{ look: desktop, called: '' }, ...onPhone];
}

/** What stands at the head of README. */
const front: string[] = [];

async function drawFront(drawer: Drawer): Promise<void> {
  const docs = join(folder, '..');
  await writeFile(join(docs, 'discord.png'), await drawer.draw(front.join('')));
  await writeFile(
    join(docs, 'terminal.png'),
    await drawer.draw(await terminalHtml('corpus'), { ...desktop, width: 800 }),
  );
}

/** Plays all scenes in one language, and draws those that are wanted. */
async function play(drawer: Drawer, locale: string, wanted: (scene: Scene) => boolean): Promise<Played> {
  const stage = await openStage(locale);
  const shown: Shown[] = [];
  try {
    const ending = locale.startsWith('en') ? '' : `-${locale}`;
    for (const scene of scenes) {
      const seen = await scene.play(stage);
      if (!wanted(scene)) continue;
      const names = namesOf(stage);
      const text = 'choices' in seen ? seen.choices.map(({ name }) => name).join('\n') : seen.text;
      const alt = text.replace(/<t:\d+:?\w?>/g, '…').replace(/\b\d{17,20}\b/g, (id) => names[id] ?? '…');
      const html = pictureHtml(seen, scene, { names, locale });
      if (ending === '' && shownInFront.includes(scene.name)) front.push(html);
      for (const { look, called } of looksOf(scene, ending)) {
        const file = `${scene.name}${ending}${called}.png`;
        await write(file, await drawer.draw(html, look));
        shown.push({ file, title: called === '' ? scene.title : `${scene.title}: on a phone`, alt });
      }
    }
    return { shown, violations: stage.discord.violations };
  } finally {
    await stage.close();
  }
}

interface Drawn extends Shown {
  readonly png: Uint8Array;
  readonly ms: number;
}

/** Of the dark cards the gallery shows these; the others differ from the light ones in their colours alone. */
const shownDark = ['length-120', 'ukrainian', 'mark-joint', 'positions'];

/** Draws every card, light and dark, and says how long each took. */
async function drawCards(): Promise<Drawn[]> {
  const cards = openCards({ kept: 1 });
  const drawn: Drawn[] = [];
  const make = async (name: string, drawing: () => Promise<Picture | Refused>): Promise<void> => {
    const begun = performance.now();
    const picture = await drawing();
    const ms = performance.now() - begun;
    if ('refused' in picture) throw new Error(`${name}: ${picture.refused.key}`);
    const title = `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll('-', ' ')}`;
    drawn.push({ file: `card-${name}.png`, title, alt: picture.alt, png: picture.png, ms });
  };
  try {
    for (const theme of themes) {
      for (const { name, quoted } of samples)
        await make(`${name}-${theme}`, () => cards.quoteCard({ ...quoted, theme }, inEnglish));
      await make(`positions-${theme}`, () => cards.positionsMap({ ...positions, theme }, inEnglish));
    }
    return drawn;
  } finally {
    await cards.close();
  }
}

/** A card in the width of the gallery, so that its file stays small. */
async function showCard(drawer: Drawer, { file, png }: Drawn): Promise<void> {
  const data = Buffer.from(png).toString('base64');
  await write(file, await drawer.draw(`<img class="picture" src="data:image/png;base64,${data}">`));
}

function listed(title: string, shown: readonly Shown[]): string {
  const alt = (text: string): string =>
    text
      .replace(/[\s*_`[\]<>#|~\\-]+/gu, ' ')
      .trim()
      .slice(0, 200);
  const rows = shown.map(({ file, title: name, alt: text }) => `### ${name}\n\n![${alt(text)}](${file})`);
  return `## ${title}\n\n${rows.join('\n\n')}`;
}

function median(times: readonly number[]): number {
  return Math.round(times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0);
}

if (values.looks === undefined) await drawGallery();
else await drawLooks(values.looks);

async function drawLooks(into: string): Promise<void> {
  await mkdir(into, { recursive: true });
  const drawer = await openDrawer();
  try {
    await play(drawer, 'en-GB', () => true);
  } finally {
    await drawer.close();
  }
}

async function drawGallery(): Promise<void> {
  const cards = await drawCards();
  const shownCards = cards.filter(
    ({ file }) => !file.endsWith('-dark.png') || shownDark.some((name) => file === `card-${name}-dark.png`),
  );
  const drawer = await openDrawer();
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  try {
    const english = await play(drawer, 'en-GB', () => true);
    const others: [string, Played][] = [];
    for (const [locale, name] of Object.entries(languages))
      others.push([name, await play(drawer, locale, ({ name: scene }) => shownInAll.includes(scene))]);
    for (const card of shownCards) await showCard(drawer, card);
    await drawFront(drawer);
    const violations = [english, ...others.map(([, played]) => played)].flatMap(
      (played) => played.violations,
    );
    const page = [
      '# Gallery',
      'What the bot shows, drawn by `npm run gallery` from the bodies that it sent to the Discord double of the tests, read with words alone (`READER=lexical`).',
      listed('Replies', english.shown),
      ...others.map(([name, { shown }]) => listed(name, shown)),
      listed('Cards', shownCards),
    ];
    await writeFile(join(folder, 'README.md'), `${page.join('\n\n')}\n`);
    const figures = {
      replies: english.shown.length + others.reduce((sum, [, { shown }]) => sum + shown.length, 0),
      cards: cards.length,
      cardMedianMs: median(cards.map(({ ms }) => ms)),
      invalidBodies: violations.length,
      overLimit: violations.filter(({ rule }) => limitRule.test(rule)).length,
    };
    process.stdout.write(`${JSON.stringify(figures)}\n`);
  } finally {
    await drawer.close();
  }
}
