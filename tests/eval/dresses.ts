// The same question in eight dresses. How it is typed may change neither what is answered nor what is left unanswered.

/** What people put around a question, in one language. `…` is the question. */
interface Phrases {
  readonly please: string;
  /** Stands in place of the question's last mark. */
  readonly thanks: string;
  readonly asked: string;
  readonly chat: string;
}

const english: Phrases = {
  please: 'Please tell me: …',
  thanks: '…, thanks!',
  asked: 'Somebody asked: "…"',
  chat: '<@123456789012345678> hey, …',
};

const phrases: Readonly<Record<string, Phrases>> = {
  en: english,
  de: {
    please: 'Bitte sag mir: …',
    thanks: '…, danke!',
    asked: 'Jemand hat gefragt: „…“',
    chat: '<@123456789012345678> hey, …',
  },
  fr: {
    please: 'Dites-moi, s’il vous plaît : …',
    thanks: '…, merci !',
    asked: 'Quelqu’un a demandé : « … »',
    chat: '<@123456789012345678> salut, …',
  },
  pl: {
    please: 'Proszę, powiedz mi: …',
    thanks: '…, dziękuję!',
    asked: 'Ktoś zapytał: „…”',
    chat: '<@123456789012345678> hej, …',
  },
  uk: {
    please: 'Скажіть, будь ласка: …',
    thanks: '…, дякую!',
    asked: 'Хтось запитав: «…»',
    chat: '<@123456789012345678> привіт, …',
  },
};

export type Dress = (question: string, language: string) => string;

export const asWritten = 'as written';

export const dresses: Readonly<Record<string, Dress>> = {
  [asWritten]: (question) => question,
  'ALL CAPITALS': (question, language) => question.toLocaleUpperCase(language),
  'Title Case': (question, language) =>
    question.replace(/(?<![\p{L}\p{M}\p{N}'’])\p{L}/gu, (letter) => letter.toLocaleUpperCase(language)),
  'lower case, no marks': (question, language) => unmarked(question.toLocaleLowerCase(language)),
  'politeness before': (question, language) => put(question, phrasesOf(language).please),
  'politeness behind': (question, language) =>
    put(question.replace(/[\s.?!…]+$/u, ''), phrasesOf(language).thanks),
  'somebody asked': (question, language) => put(question, phrasesOf(language).asked),
  'mention and chat words': (question, language) => put(question, phrasesOf(language).chat),
};

/** The dress of those alone that a question is measured in as it stands. */
export const undressed: typeof dresses = { [asWritten]: (question) => question };

/** Without the marks between words; "1.5", "cease-fire" and "don't" keep theirs. */
function unmarked(text: string): string {
  return text
    .replace(/(?<![\p{L}\p{N}])\p{P}+|\p{P}+(?![\p{L}\p{N}])/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

function put(question: string, phrase: string): string {
  return phrase.replace('…', () => question);
}

function phrasesOf(language: string): Phrases {
  return phrases[language] ?? english;
}
