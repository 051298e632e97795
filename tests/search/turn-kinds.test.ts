// Turns of a conversation that ask nothing of the sources, in five languages, and questions that only look like them.
import { describe, expect, test } from 'vitest';
import { askingWords } from '../../src/corpus/text/asking-words.ts';
import { kindIn } from '../../src/search/question/asked-in.ts';
import { asksForMore, besidesIn, meantBy } from '../../src/search/question/follow-ups.ts';
import { politeBefore, politeBehind } from '../../src/search/question/politeness.ts';
import { questionsIn, whomIn } from '../../src/search/question/several.ts';
import { turnOf } from '../../src/search/question/turns.ts';
import type { Language } from '../../src/search/text/language.ts';

const list = (text: string) => text.trim().split(/\s*\|\s*/u);

const turns: Record<string, string> = {
  thanks: `thanks | thank you | thx! | ty | tysm | cheers | much appreciated | ok thanks | great, thank you so much | many thanks all | no thanks
    | thanks for that | thanks a lot mate | thanks again everyone | danke | danke schön | vielen dank | besten dank | herzlichen dank euch | super danke dir
    | merci | merci beaucoup | merci bien | merci à tous | ok merci | dzięki | dziękuję bardzo | dziękuję ci | дякую | дуже дякую | спасибі | щиро дякую всім`,
  canDo: `what can you do | what can you do for me | what could this bot answer | what are you | who are you | what is this bot | what is this
    | how does this work | how do i use this | how should i start | how can i ask | help | commands | menu | options | usage | what can i ask you here
    | what should i type | hilfe | was kannst du | was kannst du alles tun | was machst du | wie funktioniert das | wer bist du | aide | que peux-tu faire
    | que pouvez-vous faire | comment ça marche | qui es-tu | tu fais quoi | pomoc | co potrafisz | co możesz zrobić | jak to działa | kim jesteś
    | допомога | що ти вмієш | що можеш робити | як це працює | хто ти`,
  summary: `summary | tldr | give me a quick summary of the talks | recap please | show us the gist | an overview of everything | summarize | summarise this article
    | sum up the talks for me | outline the text | zusammenfassung | zusammenfassung der gespräche | fass das zusammen | fasse mir bitte alles zusammen
    | un résumé des discussions | résume-moi le texte | podsumuj rozmowy | streszczenie tekstu | підсумок переговорів | коротко`,
  sources: `where is this from | where does it come from | what are your sources | source | sources | what date is this article from | which year was the document | woher ist das
    | woher stammt das | quelle | quellen | d'où ça vient | skąd to | skąd to jest | źródło | звідки це | джерело | джерела | sources and where is this from`,
  next: `next | more | another one | show me more of them | give us the next passage please | some more | go on | continue | keep going | what else | anything else | is there more
    | and then | next please | mehr | weiter | zeig mir mehr davon | noch mehr bitte | nächste stelle | la suite | suivant | encore stp | montre-moi la suite | dalej | pokaż więcej
    | jeszcze proszę | далі | ще | покажи ще | наступне будь ласка`,
};

const asked =
  list(`what did the talks agree on | who thanked the senators | thanks to whom did they meet | how does the guarantee work | help for Ukraine | the summary that he gave
  | what sources did the diplomat name | who met next | more troops | what else did she say | the first meeting | who spoke second | wer dankte den Senatoren | was kannst du zu Italien sagen
  | skąd przyjechali | що він сказав далі | paragraph on borders | show me the borders`);

describe.each(Object.entries(turns))('%s', (kind, all) => {
  test.each(list(all))('%s', (typed) => {
    expect(turnOf(typed)).toEqual({ kind });
    // Politeness around it changes nothing.
    if (kind !== 'thanks') expect(turnOf(`Hi, ${typed}?`)).toEqual({ kind });
  });
});

test.each(asked)('a question: %s', (typed) => {
  expect(turnOf(typed)).toBeUndefined();
});

describe('one of several', () => {
  const ordinals: [at: number, all: string][] = [
    [
      1,
      'first | 1st | erste | ersten | erster | erstes | premier | premiere | première | 1er | pierwszy | pierwsza | pierwsze | перший | першу',
    ],
    [
      2,
      'second | 2nd | zweite | zweites | deuxième | second | seconde | drugi | druga | drugie | другий | друге',
    ],
    [3, 'third | 3rd | dritte | drittes | troisième | trzeci | trzecia | trzecie | третій | третє'],
    [4, 'fourth | 4th | vierte | viertes | quatrième | czwarty | czwarta | четвертий'],
    [5, 'fifth | 5th | fünfte | fünftes | cinquième | piąty | piąta | пятий'],
    [-1, 'last | letzte | letztes | dernier | dernière | ostatni | ostatnia | останній'],
  ];
  test.each(ordinals)('%d: %s', (at, all) => {
    for (const which of list(all))
      for (const typed of [which, `the ${which} one`, `show me the ${which} passage please`])
        expect([typed, turnOf(typed)]).toEqual([typed, { kind: 'nth', at }]);
    expect(turnOf(`the ${list(all)[0]} of May`)).toBeUndefined();
    expect(turnOf(`x${list(all)[0]}`)).toBeUndefined();
    expect(turnOf(`the ${list(all)[0]}x one`)).toBeUndefined();
  });

  test.each([
    ...[
      'paragraph 9',
      'show me paragraph 9',
      'open para 9 please',
      'par. 9',
      'go to paragraph number 9',
      'Absatz 9',
      'zeig mir Absatz 9',
    ],
    ...[
      'paragraphe 9',
      'montre-moi le paragraphe 9'.replace('le ', ''),
      'akapit 9',
      'pokaż mi akapit 9',
      'абзац 9',
      '¶9',
      '§ 9',
      'show me ¶ 9?',
      ' ¶9. ',
    ],
  ])('a paragraph: %s', (typed) => {
    expect(turnOf(typed)).toEqual({ kind: 'paragraph', paragraph: 9 });
  });

  test.each(['¶12345', '§ 12345.', 'paragraph 12345'])('of several digits: %s', (typed) => {
    expect(turnOf(typed)).toEqual({ kind: 'paragraph', paragraph: 12_345 });
  });

  test.each([
    'paragraph',
    'paragraph nine',
    '9',
    '¶',
    'what does paragraph 9 say',
    '¶123456',
    'see ¶9 of it',
  ])('none: %s', (typed) => {
    expect(turnOf(typed)).toBeUndefined();
  });
});

describe('questions that go on from another', () => {
  test.each([
    ...[
      'and Putin?',
      'what about Putin',
      'how about Putin',
      'ok, and Putin',
      'but what about Putin?',
      'so and Putin',
    ],
    ...[
      'und Putin',
      'was ist mit Putin?',
      'wie steht es mit Putin',
      'et Putin ?',
      "qu'en est-il de Putin",
      'et pour Putin',
      'a co z Putin',
      'oraz Putin',
      'а що з Putin',
      'і Putin',
      'та Putin',
      '… and Putin…',
    ],
  ])('%s', (typed) => {
    expect(besidesIn(typed)).toBe('Putin');
  });

  test.each(['Putin', 'and', 'and what did all of the other men say', 'sand Putin', 'and 5'])(
    'not: %s',
    (typed) => {
      expect(besidesIn(typed)).toBeUndefined();
    },
  );

  test.each([
    ['she elle sie ona вона She', 'she'],
    ['he him er він HE', 'he'],
    ['they it ils one вони shed hero the either', undefined],
  ])('%s mean %s', (words, meant) => {
    for (const word of words.split(' ')) expect([word, meantBy(word)]).toEqual([word, meant]);
  });

  test.each([
    'what else',
    'any other plan',
    'any further plan',
    'was noch',
    'was sonst',
    'weitere Pläne',
    "d'autres plans",
    'encore un plan',
    'co jeszcze',
    'coś innego',
    'що ще',
    'щось інше',
  ])('%s asks for more', (typed) => {
    expect(asksForMore(typed)).toBe(true);
  });

  test.each(['someone', 'another', 'brothers', 'nochmals', 'bother', 'решето'])('%s does not', (typed) => {
    expect(asksForMore(typed)).toBe(false);
  });
});

const phrases: Partial<Record<Language, Record<string, string>>> = {
  de: {
    time: 'Wie lange dauert es? | Wie oft war das? | In welchem Jahr war es? | An welchem Tag war es? | Zu welchem Zeitpunkt war es? | In welchen Monaten war es?',
    place:
      'An welchem Ort war es? | In welche Städte kam er? | In welchem Land war es? | In welcher Region war es?',
    reason: 'Was ist der Grund dafür? | Was war der Grund? | Aus welchen Gründen kam er?',
    number:
      'Wie viele Leute kamen? | Wie viel kostet es? | Wieviele kamen? | Wie hoch ist es? | Wie groß ist es? | Wie alt ist er? | Welcher Anteil ist es? | Welche Summe war es?',
    whether: 'Ist es wahr? | Kommt er?',
  },
  fr: {
    time: 'Combien de temps dure-t-il ? | Combien de fois vint-il ? | Quelle est la date du sommet ? | En quelle année ? | Quel jour était-ce ?',
    place: "D'où vient-il ? | Dans quel pays est-il ? | Dans quelles villes ? | Quel lieu est-ce ?",
    reason: 'Quelle est la raison du refus ? | Quelles sont les causes du refus ? | Pour quel motif ?',
    number: 'Quel est le montant ? | Quelle part est-ce ? | Quel pourcentage ? | Quelle est la somme ?',
    thing: "Qu'est-ce qui change ?",
    whether: 'Vient-il ? | Est-il vrai ?',
  },
  pl: {
    time: 'Jak długo to trwa? | Jak często bywa? | Ile czasu minęło? | Ile razy był? | Którego dnia był? | Jakiego roku to było?',
    place: 'W którym miejscu był? | W jakim kraju był? | W którym mieście był?',
    reason: 'Po co przyszedł? | Z jakiego powodu wyszedł? | Z jakiej przyczyny?',
    number: 'Jak wysoki jest? | Jak duża jest? | Jaki odsetek to? | Jaka liczba to?',
    person: 'Kim jest? | Z kim był?',
    whether: 'Czy jest?',
    other: 'Był tam.',
  },
  uk: {
    time: 'Відколи він тут? | Доки він тут? | Як довго триває? | Як часто буває? | Скільки часу минуло? | Скільки разів був? | Якого року це було?',
    place: 'У якому місті це? | З якої країни він?',
    reason: 'З якої причини він пішов?',
    number: 'Який відсоток це? | Яка сума це? | Яка кількість?',
    whether: 'Чи він тут?',
    other: 'Він тут.',
  },
};

describe.each(Object.entries(phrases))('in %s', (language, kinds) => {
  test.each(Object.entries(kinds ?? {}))('%s', (kind, all) => {
    for (const question of list(all))
      expect([question, kindIn(question, language as Language)]).toEqual([question, kind]);
  });
});

describe('two questions in one', () => {
  const people = (text: string) =>
    [...text.matchAll(/Meloni|Putin/gu)].map(({ 0: name, index }) => ({
      start: index,
      end: index + name.length,
      isPerson: true,
    }));
  const parts = (typed: string) => questionsIn(typed, people);

  test.each([
    ['Who met in Alaska and when was the summit?', ['Who met in Alaska', 'when was the summit?']],
    [
      'Who met in Alaska, and also how many leaders were there?',
      ['Who met in Alaska', 'how many leaders were there?'],
    ],
    ['Who met in Alaska? When was the summit?', ['Who met in Alaska?', 'When was the summit?']],
    ['Who met in Alaska and who signed the accord?', ['Who met in Alaska', 'who signed the accord?']],
    ['Who met in Alaska and was there a vote?', ['Who met in Alaska', 'was there a vote?']],
    ['Wer kam nach Alaska und wann begann der Gipfel?', ['Wer kam nach Alaska', 'wann begann der Gipfel?']],
    ['Qui est venu ici et quand commence le sommet ?', ['Qui est venu ici', 'quand commence le sommet ?']],
    [
      'Kto przybył do Alaski i kiedy zaczął się szczyt?',
      ['Kto przybył do Alaski', 'kiedy zaczął się szczyt?'],
    ],
    ['Хто прибув на Аляску і коли почався саміт?', ['Хто прибув на Аляску', 'коли почався саміт?']],
    ['Who met there? When was it', ['Who met there?', 'When was it']],
    ['Qui est venu ici et quand commence-t-il là ?', ['Qui est venu ici', 'quand commence-t-il là ?']],
    [
      'Wann kam Meloni hierher und was hat er nach all den langen Jahren gesagt?',
      ['Wann kam Meloni hierher', 'was hat Meloni nach all den langen Jahren gesagt?'],
    ],
    ['Kto przybył do Alaski i czy zaczął się szczyt?', ['Kto przybył do Alaski', 'czy zaczął się szczyt?']],
    ['Хто прибув на Аляску і чи почався саміт?', ['Хто прибув на Аляску', 'чи почався саміт?']],
    [
      'Wann begann der Gipfel in Alaska und was hat er nach all den langen Jahren gebracht?',
      ['Wann begann der Gipfel in Alaska', 'was hat er nach all den langen Jahren gebracht?'],
    ],
    ['When did Meloni speak and what did she say?', ['When did Meloni speak', 'what did Meloni say?']],
  ])('%s', (typed, expected) => {
    expect(parts(typed)).toEqual(expected);
  });

  test.each([
    'When and where did they meet?',
    'Who met in Alaska? Why now?',
    'When was the summit here and what did she say?',
    'Tell me more? Who met in Alaska? When was the summit?',
    'Wer kam nach Alaska und was passiert, wenn alle bleiben?',
    'What is the difference between Paris and what is there now?',
    'Tell me who met and when was the summit?',
    'What did Meloni and Putin say?',
    'When did Meloni meet Putin and what did she say?',
    'Who came and went?',
    'Who met here? When was it? Why was it? How was it? Where was it?',
  ])('one alone: %s', (typed) => {
    expect(parts(typed)).toEqual([typed]);
  });

  test.each([
    ['What did she say?', 'she'],
    ['What did they say?', 'they'],
    ['When Meloni came, what did she say?', undefined],
    ['When she came, what did Meloni say?', undefined],
    ['What did the minister say when he came?', undefined],
    ['Who said he would come?', undefined],
    ['In Paris, what did she tell Meloni?', 'she'],
    ['Who did he meet?', 'he'],
    ['Who is she?', 'she'],
    ['Which of the talks did they mean?', undefined],
    ['What did sie say?', 'sie'],
    ['Was haben Sie gesagt?', undefined],
    ['Was hat er gesagt?', 'er'],
    ['What, er, was said?', undefined],
    ['What is this one?', undefined],
    ['What did one say of it?', undefined],
    ['Wann wird er nach all den langen Jahren wieder eröffnet?', undefined],
  ])('%s asks of %s', (typed, whom) => {
    expect(whomIn(typed, people)).toBe(whom);
  });
});

describe('politeness', () => {
  test.each([
    ...[
      'hi all',
      'good morning everyone',
      'ok so',
      'thanks in advance',
      'sorry to bother you',

      'please',
      'quick question for you',
      'could you please tell me',
    ],
    ...[
      'can anyone here explain to me',
      'does anybody know',
      'any idea',
      "i'd like to know",
      'i want to ask',
      'i was just wondering',
      'do you guys happen to know',
      'let me know',
      'hallo zusammen',
    ],
    ...[
      'guten morgen',
      'kurze frage',
      'kann mir jemand sagen',
      'weisst du',
      'ich mochte gerne wissen',
      'bonjour a tous',
      "s'il vous plait",
      'petite question',
      'pouvez vous me dire',
    ],
    ...[
      "est ce que quelqu'un sait",
      'je voudrais savoir',
      'czesc wszystkim',
      'dzien dobry',
      'mam szybkie pytanie',
      'czy ktos wie',
      'powiedz mi prosze',
      'chcialbym wiedziec',
    ],
    ...[
      'привіт всім',
      'доброго дня',
      'будь ласка',
      'маю питання',
      'чи може хтось сказати',
      'підкажіть мені будь ласка',
      'хотів би знати',
    ],
  ])('before: %s', (phrase) => {
    const words = phrase.split(' ');
    const first = politeBefore([...words, 'who', 'met']);
    expect(first).toBeGreaterThan(0);
    expect(first + politeBefore([...words.slice(first), 'who', 'met'])).toBe(words.length);
  });

  test.each([
    ...[
      'please',
      'thanks',
      'thank you so much',
      'thanks in advance all',
      'many thanks',
      'much appreciated',
      'does anyone know',
      'anyone know',
      'any ideas',
      'just curious',
      'asking for a friend',
      'i wonder',
    ],
    ...[
      'danke',
      'vielen dank im voraus',
      'danke schon',
      'mfg',
      "merci d'avance",
      "s'il te plait",
      'svp',
      'dzieki',
      'z gory dziekuje',
      'дякую',
      'дуже дякую',
      'будь ласка',
      'дякую наперед',
    ],
  ])('behind: %s', (phrase) => {
    const words = phrase.split(' ');
    expect(politeBehind(['who', 'met', ...words])).toBeGreaterThan(0);
    expect(politeBehind([...words, 'met'])).toBe(0);
  });

  test.each(['who met', 'what is the question', 'thankless work', 'pleased to meet', 'when is morning'])(
    'none: %s',
    (phrase) => {
      const words = phrase.split(' ');
      expect([politeBefore(words), politeBehind(words)]).toEqual([0, 0]);
    },
  );

  test('words that ask are never politeness', () => {
    for (const word of askingWords('en')) expect([word, politeBefore([word, 'met'])]).toEqual([word, 0]);
  });
});
