// What went before, read from the message of the bot that somebody replies to: the question above it and the passages of its buttons and
// menus. Nothing else remembers it.
import { ComponentType } from 'discord.js';
import type { Library } from '../../library.ts';
import { languages, translator } from '../../messages/messages.ts';
import { placeOfStep } from '../reading/among.ts';
import { askedIn } from '../reading/ids.ts';
import { placeOf, standsAsBefore } from '../reading/refs.ts';
import { carriedIn, controlsIn, mainRefsIn, partsIn, refsIn, type Shown } from '../reading/shown.ts';
import { unescaped } from '../rendering/markdown.ts';
import type { GoneOn } from '../rendering/render-asked.ts';

/** Undefined where the message shows no passages and tells of no question, such as a settings reply. */
export async function beforeIn(shown: Shown, library: Library): Promise<GoneOn | undefined> {
  const question = questionIn(shown);
  const { steps } = carriedIn(shown);
  const [main] = isList(shown) ? [] : mainRefsIn(shown);
  const refs = main === undefined ? [...refsIn(shown)] : [main];
  if (question === undefined && refs.length === 0 && steps.length === 0) return undefined;
  const stand = await Promise.all(refs.map((ref) => standsAsBefore(ref, library)));
  const kept = await Promise.all(refs.filter((_, index) => stand[index]).map((ref) => placeOf(ref, library)));
  if (steps.length === 0) return { question, places: kept, at: main === undefined ? -1 : kept.length - 1 };
  const found = await Promise.all(steps.map((step) => placeOfStep(step, library)));
  const places = found.filter((place) => place !== undefined);
  const [current] = kept;
  return { question, places, at: places.findIndex(({ passage }) => passage === current?.passage) };
}

function isList(shown: Shown): boolean {
  return controlsIn(shown).some(
    (control) => control.type === ComponentType.StringSelect && askedIn(control.custom_id)?.action === 'open',
  );
}

const smallPrint = /^-#\s+/u;
/** Who shared it stands above what was asked. */
const mostLines = 4;

/** What was asked, as the lines at the top of an answer tell it in any of the languages. */
function questionIn(shown: Shown): string | undefined {
  const texts = partsIn(shown).flatMap((part) =>
    part.type === ComponentType.TextDisplay ? [part.content] : [],
  );
  const top = texts
    .slice(0, 2)
    .flatMap((text) => text.split('\n'))
    .slice(0, mostLines);
  for (const line of top.filter((each) => smallPrint.test(each))) {
    const question = askedInLine(line.replace(smallPrint, ''));
    if (question !== undefined) return unescaped(question);
  }
  return undefined;
}

/** No message and no question has it. */
const gap = '\u0000';

function askedInLine(line: string): string | undefined {
  for (const language of languages) {
    const [before = '', behind = ''] = translator(language)('reading.asked', { question: gap }).split(gap);
    const isAsked = line.startsWith(before) && line.endsWith(behind);
    if (isAsked && line.length > before.length + behind.length)
      return line.slice(before.length, line.length - behind.length);
  }
  return undefined;
}
