// Greetings, thanks and requests to the bot itself: no questions about the talks, so no source is asked.
import { words } from '../text/words.ts';

/** What is typed in every language, and beside the words of each. */
const everywhere = `hi hello hey hallo ciao ok okay gm gn yo sorry thx bot test ping super robot cool lol haha hm hmm wow`;

/** Words that are small talk when nothing else stands beside them, language by language; the words of "what can you do" among them. */
const byLanguage: readonly ReadonlySet<string>[] = [
  `hiya howdy greetings welcome good morning afternoon evening night day bye goodbye cheers see later
   thanks thank ty please yes no yep nope nice great awesome
   how are you doing today what is up sup who r u can do does work help me testing start stop
   made make created built real person human ai machine or an program software chatbot computer alive feel feeling that it this again repeat say old from
   like hate stupid funny shut tell a joke sing write poem your name i am my love so very much there everyone all guys again to the for and a lot`,
  // German
  `moin servus gruss gruezi guten morgen tag abend nacht gut tschuss danke dank vielen vielmals sehr bitte entschuldigung ja nein
   klar toll prima wie geht gehts es dir euch was kannst du alles bist wer machst tust hilf hilfe mir ein eine mensch zusammen allerseits`,
  // French
  `bonjour bonsoir salut coucou bonne bon nuit journee soiree au revoir merci beaucoup bien svp stp s'il te vous plait pardon desole oui non
   genial ca va comment tu vas allez que quoi peux peut pouvez sais faire qui es etes aide aider moi un une humain tous tout le monde a qu'est-ce est ce`,
  // Polish
  `czesc hej dzien dobry wieczor dobranoc witaj witam siema dzieki dziekuje bardzo prosze przepraszam tak nie fajnie jak sie masz co tam
   slychac u ciebie umiesz potrafisz mozesz robisz kim jestes czym pomoc pomoz mi czlowiek wszystkim wam`,
  // Ukrainian
  `привіт вітаю добрий доброго ранку день дня вечір вечора добраніч на все дякую спасибі дуже будь ласка вибач вибачте так ні супер круто як справи ти
   ви що вмієш можеш робиш хто такий є допоможи допомога мені бот людина робот всім усім тобі вам`,
].map(
  (listed) =>
    new Set(
      `${everywhere} ${listed}`.split(/\s+/).flatMap((word) => words(word).map(({ folded }) => folded)),
    ),
);

/** A question longer than this is about something, even if every one of its words is in the list. */
const mostWords = 8;

/**
 * Whether all that is typed is small talk, in one language: "who was there" is English but for the German "was". One word that its list
 * does not know makes it a question.
 */
export function isSmallTalk(typed: string): boolean {
  const typedWords = words(typed);
  return (
    typedWords.length > 0 &&
    typedWords.length <= mostWords &&
    byLanguage.some((chatter) => typedWords.every(({ folded }) => chatter.has(folded)))
  );
}
