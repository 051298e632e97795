// Whether what was cut off at the edge of a quotation turns its sense: "Norland is not | permitted to end this accord", "I never
// said that | the navy would leave", "Sudmark claims that | it won". Only what hangs on the words that were kept tells.

import type { Span } from '../corpus/passages.ts';
import { askingWords, WHETHER_WORDS } from '../corpus/text/asking-words.ts';
import { begins, ends, wholeWords } from '../corpus/text/borders.ts';
import { regionOf } from './laying/edges.ts';
import { denies } from './sense.ts';
import { type Printed, printed } from './words/printed.ts';
import type { PlacedWord } from './words/stream.ts';
import { wordsOf } from './words/words.ts';

/** A run of words that was kept: its ends, and the quotations they stand in. */
export interface Kept {
  readonly first: PlacedWord;
  readonly last: PlacedWord;
  readonly quoted: (word: PlacedWord) => Span | undefined;
}

export function cutTurnsSense({ first, last, quoted }: Kept): boolean {
  const { document } = first.passage;
  const kept = document.text.slice(first.start, last.end);
  // "why Putin would agree to it" claims nothing that could be turned.
  if (asks.test(kept)) return false;
  const [opened, closed] = [quoted(first), quoted(last)];
  const before = document.text.slice(regionOf(first, opened).start, first.start).replace(opening, '');
  const behind = document.text.slice(last.end, regionOf(last, closed).end);
  // In a reporter's own words the reporter's clause is no part of what somebody says.
  const isSaid = document.kind !== 'news' || opened !== undefined;
  return turnsBefore(before, kept, isSaid) || turnsBehind(behind, kept, isSaid);
}

const opening = /^["“”„«»‹›‘’'\s]+/u;
const asks = new RegExp(`^${wholeWords(...askingWords(), ...Object.values(WHETHER_WORDS))}`, 'iu');

/** ", he said,": an insertion parts nothing. */
const inserted = /,\s[^,;.]{1,40},(?=\s)/gu;
const boundary = new RegExp(
  `[,;:—–(]|${wholeWords('and|but|und|aber|sondern|et|mais|ale|lecz|та|але|а|й|і')}`,
  'giu',
);
const auxiliary = new RegExp(
  `(?:${wholeWords('will|would|shall|should|can|could|may|might|must|has|have|had|is|are|was|were|do|does|did|wird|werden|kann|muss|darf')}|['’]ll)\\s*$`,
  'iu',
);

/** Nothing, or what a condition goes on with: "If it rains, then |". */
const onlyThen = /^\s*(?:then|dann)?\s*$/iu;

function turnsBefore(cut: string, kept: string, isSaid: boolean): boolean {
  const bare = cut.replace(inserted, ' ');
  const clause = lastClause(bare);
  if (deniesIn(clause) || refuses(clause, kept)) return true;
  if (conditional.test(clause)) return true;
  // The condition before the comma hangs on a main clause, or on one of which the subject was cut off, too.
  const atClause = onlyThen.test(clause) || auxiliary.test(clause);
  if (atClause && leadingCondition.test(bare.slice(0, bare.length - clause.length))) return true;
  if (doubts.test(bare)) return true;
  return isSaid && reports.test(bare) && !ofOneself.test(clause) && !ofOneselfThat.test(bare);
}

function lastClause(text: string): string {
  let from = 0;
  for (const { 0: found, index } of text.matchAll(boundary)) from = index + found.length;
  return text.slice(from);
}

function shown(text: string): Printed[] {
  return printed(text, wordsOf(text));
}

function deniesIn(text: string): boolean {
  return denies(shown(text));
}

/** "refuse | to sign", "denied | that it was so"; but "stop | the war" names what it is that stops. */
const refusal = new RegExp(
  `${begins}(?:refus|den(?:y|ies|ied)|fail|stop|prevent|oppos|reject|declin|forbid|forbad|prohibit|bann?|avoid|doubt|rul(?:e|es|ed) out|unable|unwilling|impossible|illegal|wrong|false|untrue|too\\s)\\p{L}*(?:\\s+\\S+){0,2}\\s*$`,
  'iu',
);
const clauseLike = new RegExp(
  `^(?:to|that|from)\\s|^(?:he|she|it|they|we|you|i|there|the \\p{L}+|\\p{Lu}\\p{L}+)\\s+(?:is|are|was|were|will|would|has|have|had|can|could|must|may|should|\\p{L}+ed)${ends}`,
  'u',
);
const clauseFollows = new RegExp(`${wholeWords('to|that|from')}\\s*$`, 'u');

function refuses(clause: string, kept: string): boolean {
  return refusal.test(clause) && (clauseLike.test(kept) || clauseFollows.test(clause));
}

const conditional = new RegExp(
  wholeWords(
    'if|unless|provided|providing|assuming|suppose|supposing|whether|lest|perhaps|maybe|possibly',
    'wenn|falls|sofern|vielleicht|peut-être|si|jeśli|jeżeli|gdyby|może|якщо|якби|може',
    'in case|as long as|so long as|only when|on condition',
  ),
  'iu',
);
const leadingCondition = new RegExp(
  `(?:^|[.;:]\\s*|${wholeWords('and|but|then')}\\s)\\s*(?:only )?(?:if|unless|provided|providing|assuming|as long as|so long as|in case|should|were|had|wenn|falls|sofern|si|jeśli|jeżeli|якщо)(?=\\s)[^.;]*,\\s*(?:then\\s+|dann\\s+)?$`,
  'iu',
);
const doubts = new RegExp(
  `${wholeWords('allegedly|supposedly|reportedly|purportedly|apparently|angeblich|vermutlich|prétendument|rzekomo|нібито')}[\\s,]*$`,
  'iu',
);

const speech =
  'claim(?:s|ed)?|say|says|said|alleg(?:e|es|ed)|pretend(?:s|ed)?|insist(?:s|ed)?|believ(?:e|es|ed)|think|thinks|thought|assum(?:e|es|ed)|suggest(?:s|ed)?|argu(?:e|es|ed)|assert(?:s|ed)?|maintain(?:s|ed)?|hop(?:e|es|ed)|fear(?:s|ed)?|(?:tells?|told|assur(?:es|ed)|warn(?:s|ed)?) (?:us|me|you|them|him|her|everyone)|behaupte(?:t|n|te|ten)|sag(?:t|en|te|ten)|prétend(?:ent|ait)?|dit|disent|twierdz(?:i|ą|ił|ili)';
const reports = new RegExp(
  [
    `${begins}(?:${speech}|твердить|твердять|каже|кажуть|сказав|сказала|заявив|заявила)[,:]?(?:\\s+(?:that|dass|daß|que|że|що))?[\\s,:]*$`,
    `${begins}(?:claim|allegation|rumou?r|lie|myth|idea|accusation|suggestion|assertion|notion|story) that\\s*$`,
    `${begins}(?:according to|laut|selon|według|за словами)\\s[^,;]{1,60},\\s*$`,
  ].join('|'),
  'iu',
);
/** "We believe that": who speaks stands by it. */
const ofOneself = new RegExp(
  `${begins}(?:i|we|ich|wir|je|nous)\\s+(?:\\p{L}+\\s+){0,2}\\p{L}+(?:\\s+(?:that|dass|que|że|що))?\\s*$|${wholeWords('wierzymy')}|${begins}ми\\s`,
  'iu',
);

/** The same where a comma stands before "that": "Wir sagen, dass". */
const ofOneselfThat = new RegExp(
  `${begins}(?:ich|wir|я|ми)\\s+(?:\\p{L}+\\s+){0,2}\\p{L}+,\\s+(?:dass|daß|що)\\s*$`,
  'iu',
);

const condition =
  /^[\s,;—–-]*(?:but )?(?:(?:only )?(?:if|when|after|once)(?<=only \p{L}+)|if|unless|except|provided|providing|as long as|so long as|in case|on (?:the )?condition|subject to|assuming|depending on|but (?:only|not)|wenn|falls|sofern|es sei denn|à condition|sauf si|jeśli|o ile|chyba że)(?=[\s,])|^[\s,;—–-]*(?:якщо|хіба що)(?=\s)/iu;
/** "until" ends something; behind a "not" it begins it. */
const until = /^[\s,]*(?:jusqu|(?:until|till|bis|dopóki|доки|поки)(?!\p{L}))/iu;
const reportsBehind = new RegExp(
  [
    `^\\s*[,—–]\\s*(?:(?:or )?so\\s+)?(?!I\\s|[Ww]e\\s|ich\\s|wir\\s)(?:he|she|they|it|\\p{Lu}[\\p{L}’'-]+(?: \\p{Lu}[\\p{L}’'-]+){0,3}|(?:the|our|my|their) [\\p{L}-]+(?: [\\p{L}-]+)?)\\s+(?:${speech})(?!\\p{L})`,
    '^\\s*[,—–]?\\s*(?:according to|allegedly|supposedly|reportedly|laut|angeblich|selon|według)(?=[\\s,.])',
  ].join('|'),
  'u',
);
const laterNegation = new RegExp(
  `^[^,.;:]*${wholeWords('nicht|nie')}(?!\\s+(?:nur|tylko)(?!\\p{L}))[^,.;:]*[,.;:"“”«»]*\\s*$`,
  'u',
);
const immediate = /^\s*(?=\p{L})\S+(?:\s+\S+){0,2}/u;

function turnsBehind(cut: string, kept: string, isSaid: boolean): boolean {
  if (condition.test(cut)) return true;
  if (until.test(cut) && deniesIn(kept)) return true;
  // "… opens | not on Monday"; but "not only on Monday" takes nothing back.
  const next = shown(immediate.exec(cut)?.[0] ?? '');
  if (denies(next.slice(0, 1)) && denies(next)) return true;
  return laterNegation.test(cut) || (isSaid && reportsBehind.test(cut));
}
