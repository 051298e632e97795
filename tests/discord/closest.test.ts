// The middle line, in Discord and in the terminal: the closest passage is shown, called so, and is no answer.
import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { renderAnswer } from '../../src/discord/rendering/render.ts';
import { openLibrary } from '../../src/library.ts';
import { translator } from '../../src/messages/messages.ts';
import type { Answer } from '../../src/search/answer.ts';
import { renderAnswer as inTerminal } from '../../src/terminal/render-answer.ts';
import { answerJson } from '../../src/terminal/reports/json.ts';

const library = await openLibrary('corpus');
const translate = translator('en');
const asked = await library.ask('Can borders be changed by force?');
const citations = asked.citations.slice(0, 2);
const closest: Answer = { outcome: 'none', confidence: 0.2, closest: true, citations, missing: ['tanks'] };
const none: Answer = { outcome: 'none', confidence: 0.1, citations, missing: ['tanks'] };

const inDiscord = async (answer: Answer): Promise<string> =>
  JSON.stringify(await renderAnswer(answer, { library, translate }));
const screen = { stream: new PassThrough() };
/** Without the colours and line ends of a terminal. */
const asText = async (answer: Answer): Promise<string> =>
  stripVTControlCharacters(await inTerminal(answer, library, { screen, translate })).replace(/\s+/g, ' ');

describe.each([
  ['in Discord', inDiscord],
  ['in the terminal', asText],
])('%s', async (_, render) => {
  test('the closest passage stands first, under the line that it may not answer, with the words no source contains', async () => {
    const shown = await render(closest);
    const line = shown.indexOf('Closest passage; it may not answer this.');
    const word = shown.indexOf('“tanks”');
    const passage = shown.indexOf('must not be changed by force');
    expect([line >= 0, word > line, passage > word]).toEqual([true, true, true]);
    expect(shown).not.toContain('The sources do not answer this.');
    expect(shown).not.toContain('Related passages');
  });

  test('without it the sources do not answer, and what comes near is related', async () => {
    const shown = await render(none);
    expect(shown).toContain('The sources do not answer this.');
    expect(shown).not.toContain('Closest passage');
  });
});

test('machines read it beside the outcome', () => {
  expect(answerJson(closest)).toMatchObject({ outcome: 'none', closest: true });
  expect(answerJson(none)).toMatchObject({ outcome: 'none', closest: false });
});
