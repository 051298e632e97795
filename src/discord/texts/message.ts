// What is checked of a message: a few quotations one by one, a long text or a file as a whole.
import { extname } from 'node:path';
import type { Attachment, Message, MessageContextMenuCommandInteraction } from 'discord.js';
import type { Check } from '../../check/check.ts';
import { UserError } from '../../common/errors.ts';
import { readQuotations } from '../../corpus/text/quotations.ts';
import { checkedIn } from '../../dialogue/verdict.ts';
import { endings } from '../../importers/imported.ts';
import type { AppWithStore, Reply } from '../command.ts';
import { hitsOn, textOf } from '../reading/finding.ts';
import { renderFound } from '../rendering/render.ts';
import { renderChecks } from '../rendering/render-checks.ts';
import { renderChecked, textOfFile } from './checking.ts';

/** A message of Discord's own length holds some paragraphs: with more than this it is read as a text. */
const longMessage = 2_000;
/** So many verdicts are read one below the other. */
const fewQuotations = 5;
/** Files of one message that are read. */
const mostFiles = 3;
const readable: ReadonlySet<string> = new Set(
  Object.values(endings).flatMap((own) => own.map((each) => `.${each}`)),
);

/** Throws `UserError` where the message has no words. */
export async function checkedMessage(
  interaction: MessageContextMenuCommandInteraction,
  app: AppWithStore,
): Promise<Reply> {
  const { targetMessage: message, user } = interaction;
  const words = textOf(message);
  const files = filesOf(message).slice(0, mostFiles);
  if (files.length > 0) {
    const texts = words === '' ? [] : [words];
    for (const file of files) texts.push(await textOfFile(interaction, file, app));
    const name = files.map((file) => file.name).join(', ');
    return renderChecked(user.id, { name, text: texts.join('\n\n') }, app);
  }
  if (words === '') throw new UserError({ key: 'check.nothingInMessage' });
  if (words.length > longMessage) return renderChecked(user.id, { name: '', text: words }, app);
  const checks = await checkedIn(app.library, words);
  if (checks.length > fewQuotations) return renderChecked(user.id, { name: '', text: words }, app);
  if (!isQuotation(words, checks)) return withoutQuotation(words, app);
  const { translate } = app;
  const rest = saysMore(words)
    ? translate('check.unquoted', { menu: translate('menu.findSources') })
    : undefined;
  return renderChecks(checks, app, rest);
}

/** Those that were passed on too. */
function filesOf({ attachments, messageSnapshots }: Message): Attachment[] {
  const all = [attachments, ...messageSnapshots.map((snapshot) => snapshot.attachments)];
  return all
    .flatMap((each) => [...each.values()])
    .filter(({ name }) => readable.has(extname(name).toLowerCase()));
}

/** Who spoke and when is told in a few words; more than these say something that was not checked. */
const wordsAround = 6;

/** Whether a message says something beside what it quotes. */
function saysMore(words: string): boolean {
  const quoted = readQuotations(words);
  if (quoted.length === 0) return false;
  const outside = quoted.reduceRight(
    (text, { start, end }) => `${text.slice(0, start).replace(ledIn, '')} ${text.slice(end)}`,
    words,
  );
  return (outside.replace(/^\s*>.*$/gmu, '').match(/[\p{L}\p{N}’'-]+/gu) ?? []).length >= wordsAround;
}

/** "As the statement of the leaders said:" */
const ledIn = /[^.!?\n:]*:\s*$/u;

/** Words without marks are looked for as well, but that nobody said them is no finding: they were no quotation. */
function isQuotation(words: string, [only, ...others]: readonly Check[]): boolean {
  if (!only || others.length > 0) return true;
  const { verdict, claim, elsewhere, withdrawn } = only;
  const isMarked = readQuotations(words).length > 0 || /^\s*>/mu.test(words);
  return isMarked || claim.speaker !== undefined || verdict !== 'not-found' || !!elsewhere || !!withdrawn;
}

/** The passages on what the message says, in place of a verdict on words that nobody quoted. */
async function withoutQuotation(words: string, app: AppWithStore): Promise<Reply> {
  return renderFound(await hitsOn(words, app.library), app, app.translate('checkedText.noQuotation'));
}
