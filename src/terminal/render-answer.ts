// An answer as text for a terminal: the passage that answers, or the honest no with what comes near.
import type { Library } from '../library.ts';
import { notesOn, quotedWords } from '../messages/citations.ts';
import type { Translate } from '../messages/messages.ts';
import type { Answer } from '../search/answer.ts';
import {
  blocks,
  labels,
  mostShown,
  note,
  type Reader,
  renderPassage,
  renderSaid,
  repeated,
} from './render.ts';
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
  const related = answer.citations.slice(0, mostShown).map(({ passage }) => renderPassage(passage, reader));
  return blocks(
    said('answer.none'),
    ...notes,
    related.length > 0 && wrapped(translate('answer.related'), screen, '  '),
    ...related,
  );
}

function exampleOf(translate: Translate): { example: string } {
  return { example: translate('example.ask') };
}

function renderMissing(words: readonly string[], { translate }: Reader): string {
  const values = { count: words.length, words: quotedWords(words, translate) };
  return repeated(translate('answer.missing', values));
}
