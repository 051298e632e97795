// Passages to draw and cite: ten lengths, many scripts, marks in marks, words and names too long for their place. The
// texts are of the Universal Declaration of Human Rights, which is nobody's property, or made up here.

import type { Quoted } from '../../src/citing/quoted.ts';
import type { Document, Told } from '../../src/corpus/document.ts';
import { type Passage, passagesOf, type Span } from '../../src/corpus/passages.ts';
import type { Speaker, Statement } from '../../src/statements/statement.ts';

export interface Sample {
  readonly name: string;
  readonly quoted: Quoted;
}

export function told(value: string, by: Told['by'] = 'source'): Told {
  return { value, by, ...(by !== 'source' && { because: 'for a test' }) };
}

/** A document about nothing in particular, with what a test is about. */
export function documentWith(text: string, given: Partial<Document> = {}): Document {
  return {
    id: 'declaration',
    title: told('Universal Declaration of Human Rights'),
    kind: 'statement',
    publisher: told('United Nations'),
    published: told('1948-12-10'),
    language: 'en',
    status: 'current',
    file: 'declaration.md',
    text,
    ...given,
  };
}

/** The only, or first, passage of a document. */
export function passageOf(document: Document): Passage {
  const [passage] = passagesOf(document, { headings: false });
  if (!passage) throw new Error('the text is empty');
  return passage;
}

/** Where some words stand in a text. */
export function spanOf({ text }: { readonly text: string }, words: string): Span {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`"${words}" is not in the text`);
  return { start, end: start + words.length };
}

interface Said {
  readonly speaker?: Partial<Speaker> & Pick<Speaker, 'text' | 'kind'>;
  readonly clause?: string;
  readonly direct?: boolean | null;
}

/** What a card shows of a passage that somebody said. */
export function quotedOf(
  document: Document,
  words: string,
  { speaker, clause, direct = true }: Said,
): Quoted {
  const statement: Pick<Statement, 'document' | 'speaker' | 'clause' | 'direct'> = {
    document,
    direct,
    speaker: speaker && { ...spanOf(document, speaker.text), ...speaker },
    clause: clause === undefined ? undefined : spanOf(document, clause),
  };
  const passage = passageOf(document);
  return { passage, part: spanOf(passage, words), statement };
}

/** A whole passage without a speaker. */
function plain(name: string, text: string, given: Partial<Document> = {}): Sample {
  const passage = passageOf(documentWith(text, given));
  return { name, quoted: { passage } };
}

const article =
  'Everyone has the right to a standard of living adequate for the health and well-being of himself and of his family, including food, clothing, housing and medical care and necessary social services, and the right to security in the event of unemployment, sickness, disability, widowhood, old age or other lack of livelihood in circumstances beyond his control. ';
const preamble =
  'Whereas recognition of the inherent dignity and of the equal and inalienable rights of all members of the human family is the foundation of freedom, justice and peace in the world, ';
const long = (preamble + article).repeat(20);

/** Ten lengths, from three words to more than any card can hold. */
export const lengths: readonly Sample[] = [
  plain('length-3-words', '“Not without Ukraine.”'),
  ...[60, 120, 180, 260, 380, 600, 900, 1_800, 6_000].map((length) =>
    plain(`length-${length}`, long.slice(0, length).replace(/\s+\S*$/u, '')),
  ),
];

const ukrainian =
  'Всі люди народжуються вільними і рівними у своїй гідності та правах. Вони наділені розумом і совістю і повинні діяти у відношенні один до одного в дусі братерства.';
const greek =
  'Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια και τα δικαιώματα. Είναι προικισμένοι με λογική και συνείδηση, και οφείλουν να συμπεριφέρονται μεταξύ τους με πνεύμα αδελφοσύνης.';

export const scripts: readonly Sample[] = [
  plain('ukrainian', ukrainian, { language: 'uk', title: told('Загальна декларація прав людини') }),
  plain('ukrainian-stress', 'За́мок — це не замо́к, а її ґанок з’їхав у рів.', { language: 'uk' }),
  plain('greek', greek, { language: 'el', title: told('Οικουμενική Διακήρυξη για τα Ανθρώπινα Δικαιώματα') }),
  plain('vietnamese', 'Tất cả mọi người sinh ra đều được tự do và bình đẳng về nhân phẩm và quyền lợi.', {
    language: 'vi',
  }),
  plain('hindi', 'सभी मनुष्यों को गौरव और अधिकारों के मामले में जन्मजात स्वतन्त्रता और समानता प्राप्त है।', {
    language: 'hi',
  }),
  plain(
    'hebrew',
    'כל בני האדם נולדו בני חורין ושווים בערכם ובזכויותיהם. כולם חוננו בתבונה ובמצפון (סעיף 1, 1948).',
    { language: 'he', title: told('ההכרזה לכל באי עולם בדבר זכויות האדם') },
  ),
  plain('hebrew-points', 'כָּל בְּנֵי הָאָדָם נוֹלְדוּ בְּנֵי חוֹרִין וְשָׁוִים בְּעֶרְכָּם וּבִזְכֻיּוֹתֵיהֶם.', { language: 'he' }),
  plain(
    'arabic',
    'يولد جميع الناس أحرارًا متساوين في الكرامة والحقوق. وقد وهبوا عقلًا وضميرًا (المادة 1، 1948).',
    { language: 'ar', title: told('الإعلان العالمي لحقوق الإنسان') },
  ),
  plain('arabic-marks', '«يُولَدُ جَمِيعُ النَّاسِ أَحْرَارًا» قال المندوب.', { language: 'ar' }),
  plain('both-directions', 'הוא אמר: “NATO Article 5 (non-NATO) ישאר בתוקף” (ביום 16 באוגוסט 2025).', {
    language: 'he',
  }),
  plain('polish', 'Wszyscy ludzie rodzą się wolni i równi pod względem swej godności i swych praw.', {
    language: 'pl',
  }),
  plain(
    'french-spaces',
    '«\u202fTous les êtres humains naissent libres et égaux en dignité et en droits\u202f», dit\u00a0l’article\u00a01\u202f: est\u2011ce vrai\u202f?',
    { language: 'fr' },
  ),
  plain('mixed', '“Свобода, ελευθερία, wolność, tự do and freedom,” she said, “are one word: ‘Freiheit’.”'),
  plain('decomposed', 'Cafe\u0301, Łódź, nai\u0308ve, e\u0302\u0301, Ки\u0306ів'),
];

export const shapes: readonly Sample[] = [
  plain(
    'nested-marks',
    '“He told us: ‘They said “never” – and meant it.’ We answered: «Jamais», „niemals“.”',
  ),
  plain(
    'unbroken',
    `Donau${'dampfschifffahrtsgesellschaft'.repeat(6)}skapitän https://example.org/${'path/'.repeat(30)}`,
  ),
  plain('lines', 'Article 1\nThe Parties agree:\n(a) to cease fire;\n(b) to talk.', { kind: 'treaty' }),
  plain('undated', 'Everyone has the right to life, liberty and security of person.', {
    title: undefined,
    publisher: undefined,
    published: undefined,
  }),
  plain('brackets', 'Everyone has the right to life, liberty and security of person.', {
    title: told('A working title', 'supplied'),
    publisher: told('A publisher', 'inferred'),
    published: told('1948-12', 'inferred'),
  }),
  plain('withdrawn', 'No one shall be held in slavery or servitude.', { status: 'withdrawn' }),
  {
    name: 'long-everything',
    quoted: quotedOf(
      documentWith(
        `“We shall see,” the permanent representative of the delegation for negotiations on everything that was left open at the last conference of the parties told reporters on condition of anonymity late on Friday in the lobby of the hotel where the delegations were staying, as nobody was authorised to speak.`,
        {
          id: 'minutes-of-the-extraordinary-conference-of-the-parties-two',
          kind: 'news',
          title: told(
            'Minutes of the extraordinary conference of the parties on everything that was left open before '.repeat(
              2,
            ),
          ),
          publisher: told(
            'The permanent secretariat of the conference of the parties and of its many committees',
          ),
        },
      ),
      '“We shall see,”',
      {
        speaker: {
          text: 'the permanent representative of the delegation for negotiations on everything that was left open',
          kind: 'unnamed',
        },
        clause:
          'the permanent representative of the delegation for negotiations on everything that was left open at the last conference of the parties told reporters on condition of anonymity late on Friday in the lobby of the hotel where the delegations were staying',
      },
    ),
  },
];

const news = documentWith(
  '“Peace needs two who want it,” Ada Lovelace said in a statement. She added that “time is short”. Her office said that nothing was signed. “We stand together,” the nine delegations declared. “It is over,” a diplomat said. “So be it.”',
  {
    id: 'evening-news',
    kind: 'news',
    title: told('Nothing was signed'),
    publisher: told('The Evening News'),
    published: told('2025-08-16', 'inferred'),
  },
);
const ada = { text: 'Ada Lovelace', kind: 'named' } as const;

/** One of each mark. */
export const marked: readonly Sample[] = [
  {
    name: 'mark-own',
    quoted: quotedOf(news, '“Peace needs two who want it,”', {
      speaker: ada,
      clause: 'Ada Lovelace said in a statement',
    }),
  },
  {
    name: 'mark-partly',
    quoted: quotedOf(news, 'She added that “time is short”.', {
      speaker: { text: 'She', kind: 'pronoun', resolved: 'Ada Lovelace' },
      clause: 'She added',
      direct: null,
    }),
  },
  {
    name: 'mark-reported',
    quoted: quotedOf(news, 'nothing was signed', {
      speaker: { text: 'Her office', kind: 'named' },
      clause: 'Her office said',
      direct: false,
    }),
  },
  {
    name: 'mark-joint',
    quoted: quotedOf(news, '“We stand together,”', {
      speaker: { text: 'the nine delegations', kind: 'collective' },
      clause: 'the nine delegations declared',
    }),
  },
  {
    name: 'mark-unnamed',
    quoted: quotedOf(news, '“It is over,”', {
      speaker: { text: 'a diplomat', kind: 'unnamed' },
      clause: 'a diplomat said',
    }),
  },
  { name: 'mark-quoted', quoted: quotedOf(news, '“So be it.”', {}) },
];

export const samples: readonly Sample[] = [...lengths, ...scripts, ...shapes, ...marked];
