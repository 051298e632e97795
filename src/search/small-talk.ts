// Greetings, thanks and requests to the bot itself: no questions about the talks, so no source is asked.
import { words } from './words.ts';

/** Words that are small talk when nothing else stands beside them; the words of "what can you do" among them. */
const chatter = new Set(
  `hi hello hey hiya howdy greetings welcome good morning afternoon evening night day bye goodbye cheers see later
   thanks thank thx ty please sorry ok okay yes no yep nope cool nice great awesome lol haha hm hmm wow
   how are you doing today what is up sup who r u can do does work help me bot test testing ping start stop
   made make created built real person human robot ai machine or an program software chatbot computer alive feel feeling that it this again repeat say old from
   like hate stupid funny shut tell a joke sing write poem your name i am my love so very much there everyone all guys again to the for and`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** A question longer than this is about something, even if every one of its words is in the list. */
const mostWords = 8;

/** Whether all that is typed is small talk. One word that the list does not know makes it a question. */
export function isSmallTalk(typed: string): boolean {
  const typedWords = words(typed);
  return (
    typedWords.length > 0 &&
    typedWords.length <= mostWords &&
    typedWords.every(({ folded }) => chatter.has(folded))
  );
}
