// What a question asks for, in five languages: the same question asks for the same in each.
import { expect, test } from 'vitest';
import { kindIn } from '../../src/search/question/asked-in.ts';
import { languages } from '../../src/search/text/language.ts';

test.each([
  [
    'time',
    'When does the truce begin?',
    'Wann beginnt die Waffenruhe?',
    'Quand la trêve commence-t-elle ?',
    'Kiedy zaczyna się rozejm?',
    'Коли починається перемир’я?',
  ],
  [
    'time',
    'How long does it last?',
    'Wie lange dauert es?',
    'Combien de temps cela dure-t-il ?',
    'Jak długo to trwa?',
    'Скільки триває перемир’я?',
  ],
  [
    'time',
    'In which year was it signed?',
    'In welchem Jahr wurde es unterzeichnet?',
    'En quelle année a-t-il été signé ?',
    'W którym roku to podpisano?',
    'У якому році це підписали?',
  ],
  [
    'place',
    'Where did they meet?',
    'Wo haben sie sich getroffen?',
    "Où se sont-ils rencontrés, et d'où venaient-ils ?",
    'Gdzie się spotkali?',
    'Де вони зустрілися?',
  ],
  [
    'place',
    'In which city did they meet?',
    'In welcher Stadt trafen sie sich?',
    'Dans quelle ville se sont-ils rencontrés ?',
    'W jakim mieście się spotkali?',
    'У якому місті вони зустрілися?',
  ],
  [
    'reason',
    'Why did he leave?',
    'Weshalb ist er gegangen?',
    'Pourquoi est-il parti ?',
    'Dlaczego wyszedł?',
    'Чому він пішов?',
  ],
  [
    'number',
    'How many soldiers are there?',
    'Wie viele Soldaten sind dort?',
    'Combien de soldats y a-t-il ?',
    'Ilu tam jest żołnierzy?',
    'Скільки там солдатів?',
  ],
  [
    'person',
    'Who signed it?',
    'Von wem wurde es unterzeichnet?',
    'Par qui a-t-il été signé ?',
    'Kto to podpisał?',
    'Хто це підписав?',
  ],
  [
    'manner',
    'How does it work?',
    'Wie funktioniert das?',
    'Comment cela marche-t-il ?',
    'Jak to działa?',
    'Як це працює?',
  ],
  [
    'thing',
    'What did she say?',
    'Was hat sie gesagt?',
    'Qu’est-ce qu’elle a dit ?',
    'Co powiedziała?',
    'Що вона сказала?',
  ],
  [
    'whether',
    'Did he agree?',
    'Hat er zugestimmt?',
    'A-t-il accepté l’idée que quelqu’un paie quand il le faut ?',
    'Czy się zgodził, kiedy pytano?',
    'Чи погодився він, що треба платити?',
  ],
] as const)('%s: %s', (kind, ...questions) => {
  const kinds = questions.map((question, at) => kindIn(question, languages[at] ?? 'en'));
  expect(kinds).toEqual(languages.map(() => kind));
});
