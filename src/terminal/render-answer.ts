// An answer as text for a terminal: the passage that answers, or the honest no with what comes near.

import { aboutIn, workingExample } from '../dialogue/helping-on.ts';
import type { Library } from '../library.ts';
import { notesOn, quotedWords } from '../messages/citations.ts';
import type { Translate } from '../messages/messages.ts';
import type { Answer } from '../search/answer.ts';
import { nearOf } from '../search/ranking/related.ts';
import { blocks, labels, note, type Reader, renderPassage, renderSaid, repeated } from './reports/render.ts';
import { styled, wrapped } from './style.ts';

export async function renderAnswer(answer: Answer, library: Library, reader: Reader): Promise<string> {
  const { translate, screen } = reader;
  if (answer.smallTalk) return wrapped(translate('answer.smallTalk', exampleOf(translate)), screen, '  ');
  const [first, ...others] = answer.citations;
  const notes = notesOn(answer, translate).map((line) => note(line, reader));
  const said = (key: 'answer.closest' | 'answer.none'): string => {
    const missing = answer.missing.length > 0 ? ` ${renderMissing(answer.missing, reader)}` : '';
    return wrapped(`${styled('yellow', translate(key), screen)}${missing}`, screen, '  ');
  };
  if (first && (answer.outcome === 'answer' || answer.closest)) {
    const more = others.length > 0 && translate('answer.more', { citations: labels(others, reader) });
    const speaker = await renderSaid(first.passage, first.sentence, library, reader);
    const passage = renderPassage(first.passage, reader, first.sentence, speaker);
    return blocks(answer.closest && said('answer.closest'), passage, ...notes, more && note(more, reader));
  }
  const related = nearOf(answer).map(({ passage }) => renderPassage(passage, reader));
  return blocks(
    said('answer.none'),
    ...notes,
    related.length > 0 && wrapped(translate('answer.related'), screen, '  '),
    ...related,
    await helpOn(library, reader),
  );
}

/** What the sources are about, and a question that they do answer. */
async function helpOn(library: Library, reader: Reader): Promise<string> {
  const { translate } = reader;
  const titles = aboutIn(library.documents, translate);
  const example = await workingExample(library, translate);
  return [
    titles !== '' && note(translate('answer.here', { titles, command: 'sources' }), reader),
    example !== undefined && note(translate('answer.example', { example }), reader),
  ]
    .filter((line) => line !== false)
    .join('\n');
}

function exampleOf(translate: Translate): { example: string } {
  return { example: translate('example.ask') };
}

function renderMissing(words: readonly string[], { translate }: Reader): string {
  const values = { count: words.length, words: quotedWords(words, translate) };
  return repeated(translate('answer.missing', values));
}
