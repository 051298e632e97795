// What the search knows of English grammar: words that carry no subject. Plain lists, so that a reader can judge them.
import { askingWords } from '../../corpus/text/asking-words.ts';
import { lines, list } from './lists.ts';

/** Words of grammar, and those that ask: they are neither indexed nor asked for. Negations are among them; `question.ts` reads those itself. */
export const STOP_WORDS: ReadonlySet<string> = new Set([
  ...askingWords('en'),
  ...list(`a about above after all also am among an and any are aren't as at be because been before being below between both but
  by can can't cannot could couldn't did didn't do does doesn't doing don't down during each either else ever few for
  from further get gets got had has hasn't have haven't having he he'd he'll he's her here hers herself him himself his
  i i'm i've if in into is isn't it it'd it'll it's its itself just let may me might more most much must my myself
  neither no nor not of off on once only onto or ought our ours out over own per please same shall she she's should so
  some such than that that's the their theirs them themselves then there there's these they they'd they're they've this
  those though through thus to too under until up upon us very via pls plz was wasn't we were weren't what's where's
  while who's will with within without won't would wouldn't yet you your yours whether whats hows wheres many`),
]);

/** Words that frame a question rather than name its subject ("what is the name of the kind of …"): they weigh little. */
export const FRAMING_WORDS: ReadonlySet<string> = new Set(
  list(`name named names call called calls known know term terms type types kind kinds sort way ways thing things example
  examples used use uses using many long refer referred refers describe described describes stand stands happen
  happened happens become became another other others besides addition instead according exactly
  find found give gave given take took taken make made mean means meant word person people one two first say said says
  want wants wanted think thinks thought position stance view views opinion attitude explain meaning topic`),
);

/**
 * How hurried hands write words of grammar, each line the word and its slips. They are too short and too near to each other to be
 * told by their letters ("wat" is one slip from "was" and from "what"), and a question whose asking word is lost asks for nothing.
 */
export const SLIPS: ReadonlyMap<string, string> = new Map(
  lines(`
which wich whitch wihch whcih wichh
what wat waht wht whta hwat wut
when wen whn wehn hwen whne
where wher whre wehre
who hoo woh whoo
why y wy whi
how hwo
the teh hte thr
did ddi
with wiht wth
and adn
that taht tht
about abuot abot abt
from fomr
because becuase becasue bcs coz cuz
have hvae
was wsa waz
would woud wuld
should shoud shuld
could coud cud
say sya
said siad sadi
`).flatMap(([word = '', ...slips]) => slips.map((slip) => [slip, word] as const)),
);

const TAKES: ReadonlySet<string> = new Set(list('take takes took taken taking'));

/** "take place" is said of whatever there was: neither of its words tells anything. */
export function tellsPlace(word: string | undefined, next: string | undefined): boolean {
  return next === 'place' && word !== undefined && TAKES.has(word);
}
