// Every scene of the gallery, and with them every command, in every language: all bodies are valid, and nothing is English
// that is not a source's or the program's name.
import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { namesOf, pictureHtml } from '../../scripts/gallery/pictures.ts';
import { scenes } from '../../scripts/gallery/scenes.ts';
import { openStage, type Stage } from '../../scripts/gallery/stage.ts';
import { translator } from '../../src/messages/messages.ts';
import { english, translations } from '../messages/catalogue.ts';
import { namesOfCommands } from './bot.ts';
import { seenBy } from './reading.ts';

/** Both kinds of English have the same sentences; `npm run gallery` plays the other. */
const locales = ['en-US', 'de', 'fr', 'pl', 'uk'];

async function stageIn(locale: string): Promise<Stage> {
  const stage = await openStage(locale);
  onTestFinished(() => stage.close());
  return stage;
}

/** English sentences without anything put in, of which the language has others. */
function englishSentences(locale: string): string[] {
  const own = translations[locale];
  if (!own) return [];
  return Object.entries(english).flatMap(([key, sentence]) => {
    const isWhole = /^\p{Lu}.*[.:]$/su.test(sentence) && !sentence.includes('{{') && sentence.length > 20;
    return isWhole && own[key] !== undefined && own[key] !== sentence && !key.startsWith('example.')
      ? [sentence]
      : [];
  });
}

describe.each(locales)('in %s', (locale) => {
  test('every scene is played, with every body valid and no sentence in English', {
    timeout: 60_000,
  }, async () => {
    const stage = await stageIn(locale);
    const foreign = englishSentences(locale);
    const shown: string[] = [];
    for (const scene of scenes) {
      const seen = await scene.play(stage);
      expect(pictureHtml(seen, scene, { names: namesOf(stage), locale }), scene.name).toContain('<');
      if ('choices' in seen) expect(seen.choices.length, scene.name).toBeGreaterThan(0);
      else if (seen.messageOrNull) shown.push(seen.text, ...seen.buttons);
      else shown.push(JSON.stringify(seen.modal.body));
    }
    expect(stage.discord.violations).toEqual([]);
    expect(stage.discord.refusals).toEqual([]);
    for (const sentence of foreign) expect(shown.join('\n')).not.toContain(sentence);
  });
});

test('the scenes use every command', async () => {
  const source = await readFile('scripts/gallery/scenes.ts', 'utf8');
  const used = (name: string): boolean =>
    new RegExp(`(?:runs|usesOnMessage)\\(\\s*'/?${name.replaceAll('-', '[- ]')}[' ]`, 'i').test(source);
  expect((await namesOfCommands()).filter((name) => !used(name))).toEqual([]);
});

test.each(['de', 'fr', 'pl', 'uk'])('%s: commands can be typed by their own names', async (locale) => {
  const stage = await stageIn(locale);
  const say = translator(locale);
  const seen = await stage.alice.runs(`/${say('name.ask')}`, { question: 'Who met in Alaska?' });
  expect(seen.private).toBe(true);
  const said = await stage.alice.usesOnMessage(say('menu.checkQuotation'), stage.bob.says('“ironclad”'));
  expect(said.private).toBe(true);
});

test('an answer in another language keeps the words of the source, and its dates are of that language', async () => {
  const { alice } = await stageIn('uk');
  const text = seenBy((await alice.runs('/ask', { question: 'Will the support to Ukraine continue?' })).text);
  expect(text).toContain('“Our support to Ukraine will continue.');
  expect(text).toContain('Спільна заява · the statement');
  expect(text).toContain('16 серпня 2025');
});

test('what stands in a channel is in the language of the server, not of the one who acted', async () => {
  const stage = await stageIn('de');
  const { server, questions, review } = stage;
  const permissions = stage.admin.person.permissions;
  const foreigner = server.member({ name: 'fr', locale: 'fr', permissions }).in(questions);
  const opened = await foreigner.runs('/desk open', { channel: questions.id, 'review-channel': review.id });
  expect(opened.text).toContain(translator('fr')('desk.opened'));
  await stage.finds(foreigner, translator('de')('desk.panel.open'));
});

test('no file of the code speaks English where an interaction has a language', async () => {
  // What is kept with a document, for whoever reads it later, is in English as well.
  const operatorsOwn = [
    'connection/deployment.ts',
    'connection/running/filing.ts',
    'connection/running/registering.ts',
    'rendering/describe.ts',
    'source/previews/editing.ts',
    'source/previews/pasting.ts',
  ];
  const files = (await readdir('src/discord', { recursive: true })).filter((name) => name.endsWith('.ts'));
  for (const file of files.filter((name) => !operatorsOwn.includes(name))) {
    expect(await readFile(`src/discord/${file}`, 'utf8'), file).not.toContain('inEnglish');
  }
});
