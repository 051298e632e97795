// Speech that a noun tells of: "Merz’s claim that the talks are over", "her call to leave", "Lund’s answer was that …".

import { nounsBefore, type Range } from '../language/noun-phrases.ts';
import type { Unit } from '../language/units.ts';
import type { Clause } from './clauses.ts';

/** What somebody says, by its noun; with "that" behind it, or behind "is", stand the words. */
const said =
  /^(?:claim|assertion|accusation|argument|warning|insistence|suggestion|allegation|contention|statement|promise|pledge|vow|prediction|declaration|announcement|admission|acknowledg(?:e?ment)|assurance|complaint|conclusion|confession|explanation|comment|remark|response|reply|answer|message|charge|boast|reminder|testimony|observation|point)s?$/u;
/** What somebody asks for or promises, with "to" and a verb behind it. */
const asked = /^(?:call|demand|promise|pledge|vow|proposal|threat|request|plea|appeal|offer)s?$/u;
/** Before these a comma ends what was said. */
const ending = /^(?:[,;–—]|-)$/u;
/** Between whose it is and the noun no more words stand. */
const mostBetween = 4;

/** Whose words a noun tells of, and where they stand; nothing where more may stand behind them that is the reporter's. */
export function nominalSpeech(
  units: readonly Unit[],
  floor = 0,
  limit = units.length,
): { readonly clause: Clause; readonly content: Range } | undefined {
  for (let noun = floor + 1; noun < Math.min(limit, units.length - 3); noun += 1) {
    const { low = '', quotation } = units[noun] ?? {};
    if (quotation || !(said.test(low) || asked.test(low))) continue;
    const speaker = ownerOf(units, noun);
    const from = speaker && contentBehind(units, noun, speaker);
    if (!speaker || from === undefined) continue;
    const content = { from, to: endOf(units, from) };
    if (content.to - content.from < 3) continue;
    const clause = {
      cue: { from: noun, to: noun + 1 },
      speaker,
      whole: { from: speaker.from, to: from },
      content: from,
    };
    return { clause, content };
  }
  return undefined;
}

/** Whoever the noun belongs to: "Merz’s repeated | claim", "his recent | call". */
function ownerOf(units: readonly Unit[], noun: number): Range | undefined {
  for (let at = noun - 1; at >= Math.max(0, noun - mostBetween); at -= 1) {
    const unit = units[at];
    if (!unit || unit.quotation) return undefined;
    if (/^(?:his|her)$/u.test(unit.low)) return { from: at, to: at + 1 };
    if (unit.pos === 'PART' && /^['’]s?$/u.test(unit.text)) return nounsBefore(units, at, 0);
    if (!/^(?:ADJ|ADV|VERB|NOUN)$/u.test(unit.pos)) return undefined;
  }
  return undefined;
}

/** Where the words begin: behind "that", "to" or "is that". A claim that is the subject of its sentence may have its verb anywhere. */
function contentBehind(units: readonly Unit[], noun: number, owner: Range): number | undefined {
  const next = units[noun + 1]?.low ?? '';
  const { low = '' } = units[noun] ?? {};
  if (/^(?:is|was|has)$/u.test(next) && units[noun + 2]?.low === 'that' && said.test(low)) return noun + 3;
  if (owner.from === 0 || !isObject(units[owner.from - 1])) return undefined;
  if (next === 'that' && said.test(low)) return noun + 2;
  return next === 'to' && units[noun + 2]?.pos === 'VERB' && asked.test(low) ? noun + 1 : undefined;
}

/** "Despite Merz’s claim", "rejected her call", "and his suggestion": what is governed is no subject. */
function isObject(before: Unit | undefined): boolean {
  return (
    before !== undefined &&
    (/^(?:ADP|VERB|SCONJ)$/u.test(before.pos) || /^(?:despite|including|and|or|[-–—])$/u.test(before.low))
  );
}

function endOf(units: readonly Unit[], from: number): number {
  let at = from + 1;
  while (at < units.length && (units[at]?.quotation || !ending.test(units[at]?.text ?? ''))) at += 1;
  return at;
}
