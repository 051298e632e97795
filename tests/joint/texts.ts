// Joint texts of many makings in five languages, and reports about such texts; the talks, states and people are made up, but for names of
// states that every reader knows.

export interface Text {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly kind?: string;
  readonly body: string;
  /** Those who make it and those who sign, as it writes them. */
  readonly issued?: readonly string[];
  readonly signed?: readonly string[];
  readonly titled?: readonly string[];
  /** How its sections begin. */
  readonly sections: readonly string[];
  /** What it proposes begins so. */
  readonly proposals: readonly string[];
}

export const texts: readonly Text[] = [
  {
    id: 'harbour-communique',
    title: 'Joint Communiqué on Trade in the Northern Strait',
    language: 'en',
    body: `The Government of Canada and the Government of Japan,

Recognizing how much their ports depend upon each other,

1. Agree to lower their duties on timber and fish by a third within ninety days;

2. Will open a standing office for complaints in Vancouver;

3. Urge all neighbours of the strait to join them before the spring.`,
    issued: ['The Government of Canada', 'the Government of Japan'],
    sections: ['The Government of Canada and', '1. Agree to lower', '2. Will open', '3. Urge all'],
    proposals: ['Agree to lower', 'Will open', 'Urge all'],
  },
  {
    id: 'leaders-declaration',
    title: 'Declaration of Tallinn',
    language: 'en',
    body: `We, the Heads of State and Government of Estonia, Latvia, Finland and the Kingdom of Sweden, met in Tallinn to speak of the cables under our sea.

## Watching the sea bed

We will share what our ships see, at any hour.

We call on every owner of a vessel to keep its lights on.

## Repairing

We agree to pay together for two ships that mend cables.

## Next steps

Our ministers meet again in June.`,
    issued: ['the Heads of State and Government of Estonia', 'Latvia', 'Finland', 'the Kingdom of Sweden'],
    sections: ['We, the Heads', 'Watching the sea bed', 'Repairing', 'Next steps'],
    proposals: ['We will share', 'We call on', 'We agree'],
  },
  {
    id: 'council-resolution',
    title: 'Resolution 4021 (2031)',
    language: 'en',
    body: `The Security Council,

Recalling its earlier resolutions on the valley of the Orla,

Deeply concerned by the flight of ten thousand people,

1. Demands that all sides lay down their arms at once;

2. Calls upon the Secretary-General to send observers to the bridges;

(a) of the upper valley;

(b) of the lower valley;

3. Decides to remain seized of the matter.`,
    issued: ['The Security Council'],
    sections: ['The Security Council', '1. Demands that', '2. Calls upon', '3. Decides'],
    proposals: ['Demands that', 'Calls upon', 'Decides to'],
  },
  {
    id: 'bridge-treaty',
    title: 'Agreement on the Use of the Orla Bridges',
    language: 'en',
    kind: 'treaty',
    body: `The Republic of Arvenia and the Kingdom of Belmark, hereinafter called the Parties, have agreed as follows:

Article 1. Scope

This Agreement covers the three bridges named in its annex.

Article 2. Passage

Each Party shall let lorries of the other pass without a toll.

Article 3. Quarrels

The Parties shall settle disputes by arbitration in Vienna.

Done at Vienna on 3 May 2031, in two copies.

For the Republic of Arvenia: Tomas Reed

For the Kingdom of Belmark: Ilse Maarten van Dorn`,
    issued: ['The Republic of Arvenia', 'the Kingdom of Belmark'],
    signed: ['the Republic of Arvenia: Tomas Reed', 'the Kingdom of Belmark: Ilse Maarten van Dorn'],
    sections: [
      'The Republic of Arvenia and',
      'Article 1. Scope',
      'Article 2. Passage',
      'Article 3. Quarrels',
      'Done at Vienna',
    ],
    proposals: ['Each Party shall', 'The Parties shall'],
  },
  {
    id: 'gemeinsame-erklaerung',
    title: 'Gemeinsame Erklärung zur Ostseeversorgung',
    language: 'de',
    body: `Wir, die Außenministerinnen und Außenminister von Deutschland, Polen und der Republik Litauen, sind heute in Stralsund zusammengekommen.

Wir fordern die Reedereien auf, ihre Fahrpläne offenzulegen.

Wir verpflichten uns, im Winter gemeinsam Kohle zu lagern.

Unterzeichnet: Jana Brandt, Marek Zieliński und Rasa Petrauskaitė`,
    issued: ['die Außenministerinnen und Außenminister von Deutschland', 'Polen', 'der Republik Litauen'],
    signed: ['Jana Brandt', 'Marek Zieliński', 'Rasa Petrauskaitė'],
    sections: ['Wir, die Außen', 'Wir fordern', 'Wir verpflichten', 'Unterzeichnet'],
    proposals: ['Wir fordern', 'Wir verpflichten'],
  },
  {
    id: 'declaration-conjointe',
    title: 'Déclaration conjointe sur les eaux du lac',
    language: 'fr',
    body: `Le Gouvernement de la République française et le Gouvernement de la Confédération suisse,

soucieux de la santé du lac,

1. Décident de mesurer chaque semaine la qualité de l’eau ;

2. Invitent les communes riveraines à fermer leurs égouts avant 2034 ;

3. S’engagent à publier toutes les mesures.

Fait à Évian, le 4 juin 2031.

Pour le Gouvernement de la République française : Claire Aubanel

Pour le Gouvernement de la Confédération suisse : Urs Hofstetter`,
    issued: ['Le Gouvernement de la République française', 'le Gouvernement de la Confédération suisse'],
    signed: [
      'le Gouvernement de la République française : Claire Aubanel',
      'le Gouvernement de la Confédération suisse : Urs Hofstetter',
    ],
    sections: ['Le Gouvernement', '1. Décident', '2. Invitent', '3. S’engagent', 'Fait à Évian'],
    proposals: ['Décident', 'Invitent', 'S’engagent'],
  },
  {
    id: 'wspolne-oswiadczenie',
    title: 'Wspólne oświadczenie w sprawie kolei',
    language: 'pl',
    body: `My, ministrowie transportu Polski, Czech i Słowacji, spotkaliśmy się w Ostrawie.

Wzywamy Komisję Europejską do sfinansowania nowej linii.

Zobowiązujemy się otworzyć trzy przejścia do końca roku.`,
    issued: ['ministrowie transportu Polski', 'Czech', 'Słowacji'],
    sections: ['My, ministrowie', 'Wzywamy', 'Zobowiązujemy'],
    proposals: ['Wzywamy', 'Zobowiązujemy'],
  },
  {
    id: 'spilna-zayava',
    title: 'Спільна заява щодо Дністра',
    language: 'uk',
    body: `Ми, президенти України, Молдови та Румунії, зустрілися в Чернівцях.

Закликаємо всі сторони берегти річку.

Пропонуємо створити спільну комісію до осені.`,
    issued: ['президенти України', 'Молдови', 'Румунії'],
    sections: ['Ми, президенти', 'Закликаємо', 'Пропонуємо'],
    proposals: ['Закликаємо', 'Пропонуємо'],
  },
  {
    id: 'two-presidents',
    title: 'Joint Statement following the meeting in Riga',
    language: 'en',
    body: `The President of Arvenia, Ada Lund, and the Chancellor of Belmark, Jonas Ek, met in Riga on Friday.

They welcomed the return of forty fishermen.

They invite Corrin to take part in the next round.`,
    issued: ['The President of Arvenia, Ada Lund', 'the Chancellor of Belmark, Jonas Ek'],
    sections: ['The President of Arvenia', 'They welcomed', 'They invite'],
    proposals: ['They invite'],
  },
  {
    id: 'titled-statement',
    title: 'Joint Statement of Norway and the Netherlands on Wind at Sea',
    language: 'en',
    body: `At this meeting the ministers looked at ten years of common work.

It was a good decade for the North Sea. Much is left to do.

They agree that grids must be joined by 2035.`,
    titled: ['Norway', 'the Netherlands'],
    sections: ['At this meeting', 'It was a good', 'They agree'],
    proposals: ['They agree'],
  },
  {
    id: 'agreed-minutes',
    title: 'Agreed Minutes of the Third Round on Grain',
    language: 'en',
    body: `Present: Hanna Moor for Arvenia; Piet Vos for Belmark.

1. Opening. The round began at ten.

2. Silos. Both sides agree to count the silos before harvest.

3. Next round. The date will be fixed by letter.`,
    sections: ['Present:', '1. Opening', '2. Silos', '3. Next round'],
    proposals: ['Both sides agree', 'The date will'],
  },
  {
    id: 'umowa',
    title: 'Umowa o ochronie żubra',
    language: 'pl',
    kind: 'treaty',
    body: `Rząd Rzeczypospolitej Polskiej i Rząd Republiki Litewskiej uzgodniły, co następuje:

Artykuł 1

Strony zobowiązują się liczyć żubry co roku.

Artykuł 2

Spory rozstrzyga komisja w Suwałkach.`,
    issued: ['Rząd Rzeczypospolitej Polskiej', 'Rząd Republiki Litewskiej'],
    sections: ['Rząd Rzeczypospolitej', 'Artykuł 1', 'Artykuł 2'],
    proposals: ['Strony zobowiązują'],
  },
  {
    id: 'vertrag',
    title: 'Vertrag über die Fähren auf der Orla',
    language: 'de',
    kind: 'treaty',
    body: `Die Republik Arwenien und das Königreich Belmark haben Folgendes vereinbart:

Artikel 1

Die Fähren verkehren täglich von sechs bis zwanzig Uhr.

Artikel 2

Die Vertragsparteien verpflichten sich, jedes Jahr zwei Schiffe zu erneuern.

Geschehen zu Rostock am 2. März 2031.

Für die Republik Arwenien
Ada Lund

Für das Königreich Belmark
Jonas Ek`,
    issued: ['Die Republik Arwenien', 'das Königreich Belmark'],
    signed: ['die Republik Arwenien', 'Ada Lund', 'das Königreich Belmark', 'Jonas Ek'],
    sections: ['Die Republik Arwenien', 'Artikel 1', 'Artikel 2', 'Geschehen zu'],
    proposals: ['Die Vertragsparteien verpflichten'],
  },
  {
    id: 'uhoda',
    title: 'Угода про спільні поїзди',
    language: 'uk',
    kind: 'treaty',
    body: `Уряд України та Уряд Республіки Польща погодилися про таке:

Стаття 1

Поїзди ходять щодня.

Стаття 2

Сторони зобов’язуються ремонтувати колії разом.`,
    issued: ['Уряд України', 'Уряд Республіки Польща'],
    sections: ['Уряд України', 'Стаття 1', 'Стаття 2'],
    proposals: ['Сторони зобов’язуються'],
  },
];

/** What tells of a joint text, or looks like one, and is none. */
export const others: readonly Pick<Text, 'id' | 'title' | 'language' | 'kind' | 'body'>[] = [
  {
    id: 'news-report',
    title: 'Leaders issue joint statement on the strait',
    language: 'en',
    body: `The leaders of Canada and Japan said in a joint statement on Friday that duties would fall.

“We agree to lower our duties,” the statement said.`,
  },
  {
    id: 'named-like-one',
    title: 'Joint Statement on the Strait: what it says',
    language: 'en',
    body: `Canada and Japan have released a joint statement after two days of talks in Vancouver.

According to officials, duties on timber will fall by a third.`,
  },
  {
    id: 'bericht',
    title: 'Gemeinsame Erklärung zur Ostsee veröffentlicht',
    language: 'de',
    body: `Deutschland, Polen und Litauen haben sich geeinigt, teilte das Auswärtige Amt in Berlin mit.

In der Erklärung heißt es, die Reedereien müssten ihre Fahrpläne offenlegen.`,
  },
  {
    id: 'article-francais',
    title: 'Déclaration conjointe sur le lac : les réactions',
    language: 'fr',
    body: `Paris et Berne ont publié mardi un texte sur les eaux du lac.

« Nous allons mesurer l’eau », a déclaré la ministre devant des journalistes.`,
  },
  {
    id: 'artykul',
    title: 'Wspólne oświadczenie ministrów potępia blokadę',
    language: 'pl',
    body: `Ministrowie Polski, Czech i Słowacji spotkali się w Ostrawie, poinformował rzecznik rządu.

Jak czytamy w dokumencie, nowa linia ma powstać do 2035 roku.`,
  },
  {
    id: 'novyna',
    title: 'Президенти підписали спільну заяву',
    language: 'uk',
    body: `Президенти України та Молдови зустрілися в Чернівцях, повідомила пресслужба.

У спільній заяві йдеться про охорону річки.`,
  },
  {
    id: 'speech',
    title: 'Remarks on the harbour',
    language: 'en',
    kind: 'statement',
    body: `We, as a nation, have always lived from the sea, and we will go on doing so.

I call on every captain to keep the lights on.

Thank you.`,
  },
  {
    id: 'fishing-agreement-story',
    title: 'Agreement on fish at last',
    language: 'en',
    kind: 'other',
    body: `After a long night the two delegations came out smiling.

Nobody would say what had been settled, and the coffee was cold.`,
  },
  {
    id: 'news-with-numbers',
    title: 'Five things to know about the resolution',
    language: 'en',
    kind: 'news',
    body: `The Security Council, meeting late on Tuesday, voted on the valley of the Orla. Here is what reporters saw.

1. The vote was close.

2. The text was changed twice.`,
  },
];
