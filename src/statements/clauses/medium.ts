// Where or how something was said, in the source's words: "in a statement", "during calls with …", "told senators".
import type { Span } from '../../corpus/passages.ts';
import { tellingVerbs } from '../language/cues.ts';
import { isTime, phraseBehind, type Range } from '../language/noun-phrases.ts';
import type { Sentence, Unit } from '../language/units.ts';
import { headOf } from '../who/speakers.ts';
import type { Clause } from './clauses.ts';

const occasions =
  /^(?:statement|interview|speech|tweet|letter|address|call|briefing|conference|post|email|e-mail|message|memo|report|article|column|book|video|ad|appearance|rally|debate|meeting|summit|talk|remark|conversation|hearing|testimony|twitter|facebook|cnn|nbc|abc|cbs|fox|radio|television|tv|phone|telephone|filing|release|note|blog|podcast|op-ed|session|forum|event|telegram|interfax|reuters|afp)s?$/u;

const before = new Set(['in', 'during', 'at', 'on', 'via', 'through', 'to', 'by', 'after']);

/** The medium that a clause names; undefined where it names none. */
export function mediumOf({ units }: Sentence, { cue, whole, content, speaker }: Clause): Span | undefined {
  // What stands between speaker and verb tells of the speaker.
  const first = speaker && speaker.from < cue.from ? speaker.from : cue.from;
  const end = Math.max(whole.to, content);
  return occasionIn(units, whole.from, first) ?? occasionIn(units, cue.from, end) ?? addressed(units, cue);
}

function occasionIn(units: readonly Unit[], from: number, end: number): Span | undefined {
  for (let at = from; at < end; at += 1) {
    if (units[at]?.pos !== 'ADP' || !before.has(units[at]?.low ?? '')) continue;
    const to = phraseTo(units, at + 1, end);
    const head = to === undefined ? undefined : headOf(units.slice(at + 1, to));
    if (to !== undefined && head && occasions.test(head.low)) {
      return { start: units[at]?.start ?? 0, end: units[to - 1]?.end ?? 0 };
    }
  }
  return undefined;
}

/** "told Italian senators" */
function addressed(units: readonly Unit[], cue: Range): Span | undefined {
  const verb = units[cue.from];
  const last = units[cue.to - 1];
  if (!verb || !last || !tellingVerbs.has(verb.lemma) || cue.to - cue.from < 2) return undefined;
  return { start: verb.start, end: last.end };
}

/** The end of the phrase at `from`, with whom one spoke and others joined to it: "calls with A and B". */
function phraseTo(units: readonly Unit[], from: number, end: number): number | undefined {
  // The model takes "calls" for a verb.
  let to = phraseBehind(units, from)?.to ?? (occasions.test(units[from]?.low ?? '') ? from + 1 : undefined);
  while (to !== undefined && to < end && /^(?:with|and|of|to|on)$/u.test(units[to]?.low ?? '')) {
    const more = phraseBehind(units, to + 1)?.to;
    if (more === undefined || more > end || isTime(units[to + 1])) break;
    to = more;
  }
  return to !== undefined && to <= end ? to : undefined;
}
