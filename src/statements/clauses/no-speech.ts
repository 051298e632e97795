// Verbs that report speech in one sentence and something else in the next: a call by telephone, members that are admitted.
import { isTime, phraseBehind } from '../language/noun-phrases.ts';
import type { Unit } from '../language/units.ts';

/** Whether "call" says something of somebody or asks for something: "called for", "called it a mistake", "called the talks “candid”". */
export function isNaming(units: readonly Unit[], verb: number): boolean {
  const next = units[verb + 1];
  if (!next || /^(?:off|up|back|in|out|together|by|at|to)$/u.test(next.low)) return false;
  if (next.quotation || /^(?:for|on|upon)$/u.test(next.low)) return true;
  const object = phraseBehind(units, verb + 1);
  if (!object) return false;
  const last = units[object.to - 1];
  // "called the plan dangerous": what it is called is taken into the phrase.
  if (last?.pos === 'ADJ' && object.to - object.from > 1) return true;
  let behind = object.to;
  while (isTime(units[behind]) && units[behind + 1]) behind += 1;
  const predicate = units[behind];
  return predicate !== undefined && !isTime(predicate) && isPredicate(predicate);
}

function isPredicate({ quotation, pos, low }: Unit): boolean {
  return quotation !== undefined || pos === 'DET' || pos === 'ADJ' || low === 'not' || low === 'one';
}

/** Verbs that say something only where a sentence is said with them: one admits that …, or admits new members. */
const clausal = new Set(
  'admit add continue conclude post fire shoot press maintain read write sing cry observe state remember recall repeat shout yell scream chant tease question'.split(
    ' ',
  ),
);

/** Whether what stands behind a verb can be what was said, where nothing is quoted. */
export function canReport(units: readonly Unit[], verb: number, content: number): boolean {
  if (!clausal.has(units[verb]?.lemma ?? '')) return true;
  if (units[verb]?.lemma === 'continue' && units[verb + 1]?.low === 'to') return false;
  if (units.slice(verb, content + 1).some(({ low, quotation }) => low === 'that' || low === ':' || quotation))
    return true;
  if (units.slice(content).some(({ quotation }) => quotation)) return true;
  const object = phraseBehind(units, content);
  let next = object?.to ?? content;
  while (units[next]?.pos === 'ADV' || units[next]?.low === ',') next += 1;
  return (
    units[next]?.pos === 'VERB' ||
    units[next]?.pos === 'AUX' ||
    (units[content]?.low === 'to' && units[content + 1]?.pos === 'VERB')
  );
}
