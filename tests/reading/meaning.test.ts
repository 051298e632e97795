// What the model that is shipped is good for beside questions: topics, "Find sources" and the desk, in five languages.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { labelOf } from '../../src/corpus/passages.ts';
import { hitsOn } from '../../src/discord/reading/finding.ts';
import { openLibrary } from '../../src/library.ts';
import { leastCosine, mayBeTheSame } from '../../src/questions/duplicates.ts';
import { openModel } from '../../src/reading/model.ts';
import { gistOf } from '../../src/search/question/gist.ts';

// A machine that does much else besides may take its time here: what is tested is not how fast it is.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
const model = await openModel({ timeLimit: 60_000 });
afterAll(() => model.close());
const library = await openLibrary('corpus', { model: async () => model });
const plain = await openLibrary('corpus');

/** The library waits a second at most for vectors, in which a busy machine makes some of them: the others come next time. */
const likenessOf = (text: string, others: readonly string[]): Promise<ReadonlyMap<string, number>> =>
  vi.waitFor(
    async () => {
      const found = await library.likeness(text, others);
      expect(found.size).toBe(others.length);
      return found;
    },
    { timeout: 100_000 },
  );

beforeAll(async () => {
  await library.vectors();
  const proposals = library.positions.proposals.flatMap(({ name, called, queries }) => [
    name,
    ...called,
    ...queries,
  ]);
  await likenessOf('peace', [...new Set(proposals)]);
});

async function labelsOn(topic: string, whose: string, { positions } = library): Promise<string[]> {
  const who = await positions.who(whose);
  if (!who.found) throw new Error(`${whose} is nobody`);
  return (await positions.position(who.value, topic)).items.map(({ passage }) => labelOf(passage));
}

test.each([
  ['NATO-Beitritt der Ukraine', 'Trump', 'security-guarantees ¶10'],
  ['Adhésion de l’Ukraine à l’OTAN', 'Trump', 'security-guarantees ¶10'],
  ['Członkostwo Ukrainy w NATO', 'Trump', 'security-guarantees ¶10'],
  ['Sanktionen und Wirtschaftsmaßnahmen', 'Merz', 'european-leaders ¶9'],
  ['Санкції та економічні заходи', 'Merz', 'european-leaders ¶9'],
  ['Territoire et frontières', 'Macron', 'european-leaders ¶7'],
  ['Terytorium i granice', 'Tusk', 'european-leaders ¶7'],
  ['fin de la guerre', 'Trump', 'european-leaders ¶4'],
])('the topic %s finds of %s what no word of it finds', async (topic, whose, label) => {
  expect(await labelsOn(topic, whose)).toContain(label);
  expect(await labelsOn(topic, whose, plain)).not.toContain(label);
});

test.each(['Panzer', 'prix du gaz', 'piłka nożna', 'захист клімату', 'grain exports'])(
  'the topic %s, on which nothing is said, finds nothing of anybody',
  async (topic) => {
    for (const whose of ['Trump', 'Russia', 'European leaders', 'Meloni'])
      expect(await labelsOn(topic, whose)).toEqual([]);
  },
);

test('what the words of a topic find stays', async () => {
  for (const topic of ['sanctions', 'truce', 'Article 5', 'NATO membership for Ukraine', 'peace'])
    for (const whose of ['Trump', 'Merz', 'Meloni'])
      expect(await labelsOn(topic, whose)).toEqual(
        expect.arrayContaining(await labelsOn(topic, whose, plain)),
      );
});

/** Greeting and chatter around two statements, one of them in a long sentence. */
const messages = {
  de: `Hallo zusammen! Ich habe das gestern in einer langen Sendung im Fernsehen gehört und muss sagen, dass mich vor allem eines überzeugt hat,
nämlich dass Grenzen nicht mit Gewalt verschoben werden dürfen und dass allein die Ukraine über ihr Gebiet entscheidet. Naja. Und Meloni
sagte den Senatoren, das müsse nicht Krieg bedeuten. Meine Katze schläft.`,
  fr: `Bonjour à tous ! On ne change pas les frontières par la force, et c'est à l'Ukraine de décider de son territoire. Bref. Meloni a dit aux
sénateurs que cela ne voudrait pas forcément dire la guerre. Mon chat dort.`,
  pl: `Cześć wszystkim! Granic nie wolno zmieniać siłą, a o swoim terytorium decyduje Ukraina. No cóż. Meloni mówiła senatorom, że to nie musi
oznaczać wojny. Mój kot śpi.`,
  uk: `Привіт усім! Кордони не можна змінювати силою, а про свою землю вирішує сама Україна. Отак. Мелоні казала сенаторам, що це не
обов'язково означає війну. Мій кіт спить.`,
};

test.each(Object.entries(messages))(
  'in a message in %s the sentences find what they speak of',
  async (_, text) => {
    const labels = (await hitsOn(text, library)).map(({ passage }) => labelOf(passage));
    expect(labels.slice(0, 2).sort()).toEqual(['european-leaders ¶7', 'security-guarantees ¶7']);
  },
);

test.each([
  'Hat heute Abend jemand Lust auf Pizza?',
  'Mon chat sait maintenant ouvrir le frigo.',
  'Wczorajszy mecz był okropny, dwie czerwone kartki.',
  'Після оновлення драйвера гра вилітає.',
  'The match last night was awful, two red cards.',
])('a message that speaks of nothing in the sources finds nothing: %s', async (text) => {
  expect(await hitsOn(text, library)).toEqual([]);
});

test.each([
  ['Who met in Alaska?', 'Wer traf sich in Alaska?', 'Wer traf sich in Washington?'],
  ['Who met in Alaska?', 'Qui s’est rencontré en Alaska ?', 'Quand se sont-ils rencontrés en Alaska ?'],
  ['What does Meloni say about Article 5?', 'Co Meloni mówi o artykule 5?', 'Co Merz mówi o artykule 5?'],
  [
    'Will Russia leave Donbas?',
    'Wird Russland den Donbas verlassen?',
    'Wird die Ukraine den Donbas verlassen?',
  ],
  [
    'Did Trump meet Putin in Alaska?',
    'Чи зустрівся Трамп із Путіним на Алясці?',
    'Чи зустрівся Трамп із Зеленським на Алясці?',
  ],
])('%s is the question %s and not %s', async (asked, same, other) => {
  const nearness = await likenessOf(asked, [same, other]);
  const isSame = (text: string): boolean =>
    mayBeTheSame(gistOf(asked), gistOf(text)) &&
    (nearness.get(text) ?? 0) >= leastCosine(gistOf(asked), gistOf(text));
  expect([isSame(same), isSame(other)]).toEqual([true, false]);
});
