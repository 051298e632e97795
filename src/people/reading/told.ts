// Who speaks by a document's title or by a line above a speech. There a name needs no other place: "Remarks by President Biden".

import type { Document } from '../../corpus/document.ts';
import { voiceTold } from '../../corpus/labels/voice-told.ts';
import { countryWord } from '../../corpus/names/countries.ts';
import { isTitle } from '../../corpus/names/offices.ts';
import { speakersNamed } from '../../corpus/names/speech-title.ts';
import type { Passage } from '../../corpus/passages.ts';
import { lowOf } from './words.ts';

/** A speaker's words in a title, or in the paragraph above a speech. */
export interface SpeakerTold {
  readonly text: string;
  /** What of it is before the name is the office: places are offsets into what it stands in. */
  readonly start: number;
  /** 0 is the title. */
  readonly paragraph: number;
}

export function speakersTold(document: Document, passages: readonly Passage[]): SpeakerTold[] {
  const title = unglued(document.title?.value ?? '');
  const found = document.kind === 'news' ? [] : speakersNamed(title);
  const inTitle = found.map(({ start, end }) => ({ text: title.slice(start, end), start, paragraph: 0 }));
  const voice = inTitle.length > 0 ? undefined : voiceTold(document);
  if (!voice) return inTitle;
  const { start, end } = voice.whole;
  const passage = passages.find((each) => each.start <= start && end <= each.start + each.text.length);
  if (!passage) return [];
  const { paragraph } = passage;
  return [{ text: document.text.slice(start, end), start: start - passage.start, paragraph }];
}

/** An office without a name, and the country it is of: "president" and "ukraine" of "President of Ukraine". */
export function officeOfCountry(
  text: string,
): { readonly role: string; readonly country: string } | undefined {
  const [, role = '', name = ''] = /^(\p{L}[\p{L} -]*?) of (?:the )?(\p{Lu}.*)$/u.exec(text) ?? [];
  const known = countryWord(name);
  return known?.as === 'name' ? { role: lowOf(role), country: known.country.id } : undefined;
}

/** Pages break a title within a line, and the space is lost: "National Security AdvisorJake Sullivan". */
function unglued(title: string): string {
  return title.replace(/(\p{L}+?\p{Ll})(?=\p{Lu}\p{Ll})/gu, (word) =>
    isTitle(lowOf(word)) ? `${word} ` : word,
  );
}
