// Everything that is told of a statement at once: who, by which word, in which clause, where, with what reserve, and which words.
import { expect, test } from 'vitest';
import { told } from './language/units.ts';
import { statementsIn } from './reading.ts';

/** Who (what kind of a speaker = who is meant) | quoted | the word | the clause | where | reserve | what is said | its paragraph. */
test.each<[string, string[]]>([
  [
    '“We go,” Merz said on Friday.',
    ['Merz (named) | true | said | Merz said on Friday | – | – | “We go,” | ¶1'],
  ],
  [
    '“We go,” said Merz, who was there.',
    ['Merz (named) | true | said | said Merz, who was there | – | – | “We go,” | ¶1'],
  ],
  ['Merz said, “We go.”', ['Merz (named) | true | said | Merz said | – | – | “We go.” | ¶1']],
  [
    'Merz said on Friday that it rained and that it was late.',
    ['Merz (named) | false | said | Merz said on Friday | – | – | it rained and that it was late | ¶1'],
  ],
  [
    'Merz told reporters in Berlin: “We go.”',
    [
      'Merz (named) | true | told reporters | Merz told reporters in Berlin | told reporters | – | “We go.” | ¶1',
    ],
  ],
  [
    '“We go,” Merz said, “but not yet.”',
    ['Merz (named) | true | said | Merz said | – | – | “We go,” + “but not yet.” | ¶1'],
  ],
  [
    '“We go,” Merz said. “We stay.”',
    ['Merz (named) | true | said | Merz said | – | – | “We go,” + “We stay.” | ¶1'],
  ],
  [
    '“We go,” Merz said, smiling. “We stay.”',
    [
      'Merz (named) | true | said | Merz said, smiling | – | – | “We go,” | ¶1',
      'Merz (named) | true | said | Merz said, smiling | – | – | “We stay.” | ¶1',
    ],
  ],
  [
    '“We go,” Merz said, and Tusk left. “We stay.”',
    [
      'Merz (named) | true | said | Merz said, and Tusk left | – | – | “We go,” | ¶1',
      'Merz (named) | true | said | Merz said, and Tusk left | – | – | “We stay.” | ¶1',
    ],
  ],
  [
    '“We go,” Merz said, and left. “We stay.”',
    ['Merz (named) | true | said | Merz said, and left | – | – | “We go,” + “We stay.” | ¶1'],
  ],
  [
    '“We go,” Merz said ¶“We stay.”',
    [
      'Merz (named) | true | said | Merz said | – | – | “We go,” | ¶1',
      'Merz (named) | true | said | Merz said | – | – | “We stay.” | ¶2',
    ],
  ],
  [
    '“We go,” Merz said.¶“We stay.”¶“We win.”',
    [
      'Merz (named) | true | said | Merz said | – | – | “We go,” | ¶1',
      'Merz (named) | true | said | Merz said | – | – | “We stay.” | ¶2',
      'Merz (named) | true | said | Merz said | – | – | “We win.” | ¶3',
    ],
  ],
  [
    '“We go.¶“We stay.¶“We win,” Merz said.',
    ['Merz (named) | true | said | Merz said | – | – | “We go. + “We stay. + “We win,” | ¶1'],
  ],
  ['“We go.¶We stay,” Merz said.', ['? | true | – | – | – | – | “We go. | ¶1']],
  [
    'Merz agreed. “We go and stay.”',
    ['Merz (named) | true | agreed | Merz agreed | – | – | “We go and stay.” | ¶1'],
  ],
  ['Merz left. “We go and stay.”', ['? | true | – | – | – | – | “We go and stay.” | ¶1']],
  [
    'Merz added:¶“We go and stay.”',
    ['Merz (named) | true | added | Merz added | – | – | “We go and stay.” | ¶2'],
  ],
  ['Merz said “we go,” and left.', ['Merz (named) | true | said | Merz said | – | – | “we go,” | ¶1']],
  [
    'Merz said “we go” and “we stay” before he left.',
    ['Merz (named) | null | said | Merz said | – | – | “we go” and “we stay” | ¶1'],
  ],
  [
    'Merz said “we go,” “we stay” and it rained.',
    ['Merz (named) | true | said | Merz said | – | – | “we go,” “we stay” | ¶1'],
  ],
  [
    'Merz said they “go” soon – and left.',
    ['Merz (named) | null | said | Merz said | – | – | they “go” soon – and left | ¶1'],
  ],
  [
    'He said, “Go,” and Tusk said, “Stay.”',
    [
      'He (pronoun) | true | said | He said | – | – | “Go,” | ¶1',
      'Tusk (named) | true | said | and Tusk said | – | – | “Stay.” | ¶1',
    ],
  ],
  [
    'Merz called the talks “dead,” and Tusk said they were “late.”',
    [
      'Merz (named) | null | called | Merz called | – | – | the talks “dead,” | ¶1',
      'Tusk (named) | null | said | and Tusk said | – | – | they were “late.” | ¶1',
    ],
  ],
  [
    '“We go,” Merz said, calling it “late.”',
    [
      'Merz (named) | true | said | Merz said, calling it | – | – | “We go,” | ¶1',
      'Merz (named) | null | calling | Merz said, calling | – | – | it “late.” | ¶1',
    ],
  ],
  [
    '“We go,” Merz said: “We stay.”',
    ['Merz (named) | true | said | Merz said | – | – | “We go,” + “We stay.” | ¶1'],
  ],
  [
    'The plan, Merz said, was “dead.”',
    ['Merz (named) | null | said | The plan, Merz said | – | – | was “dead.” | ¶1'],
  ],
  ['He spoke on “Face the Nation.”', []],
  [
    'In an interview on “Face the Nation,” Merz said they go.',
    ['Merz (named) | false | said | Merz said | – | – | they go | ¶1'],
  ],
  [
    'Merz said in the paper’s “Long View” that they go.',
    ['Merz (named) | false | said | Merz said in the paper’s “Long View” | – | – | they go | ¶1'],
  ],
  [
    'Merz reportedly said they allegedly go.',
    [
      'Merz (named) | false | said | Merz reportedly said | – | reportedly allegedly | they allegedly go | ¶1',
    ],
  ],
  [
    'Merz said they apparently go, supposedly.',
    [
      'Merz (named) | false | said | Merz said | – | apparently supposedly | they apparently go, supposedly | ¶1',
    ],
  ],
  [
    '“We reportedly go,” Merz said.',
    ['Merz (named) | true | said | Merz said | – | reportedly | “We reportedly go,” | ¶1'],
  ],
  [
    'Tusk rejected Merz’s claim that it has rained.',
    ['Merz (named) | false | claim | Merz’s claim | – | – | it has rained | ¶1'],
  ],
  [
    'Tusk said it was late despite Merz’s claim that it has rained.',
    [
      'Tusk (named) | false | said | Tusk said | – | – | it was late despite Merz’s claim that it has rained | ¶1',
    ],
  ],
  [
    '“We go,” Tusk said despite Merz’s claim that it has rained.',
    [
      'Tusk (named) | true | said | Tusk said despite Merz’s claim that it has rained | – | – | “We go,” | ¶1',
    ],
  ],
  ["'We go'", []],
  [
    "'We go and stay and win and laugh and live'",
    ["? | true | – | – | – | – | 'We go and stay and win and laugh and live' | ¶1"],
  ],
  ['“We go.”', ['? | true | – | – | – | – | “We go.” | ¶1']],
  ['”We go.“', []],
  ['He said: ‘We go.’', ['He (pronoun) | true | said | He said | – | – | ‘We go.’ | ¶1']],
  [
    'The plan, raised by Merz during calls with Kyiv, would cost more.',
    [
      'Merz (named) | false | raised | raised by Merz during calls with Kyiv | during calls with Kyiv | – | The plan | ¶1',
    ],
  ],
  [
    'Merz said it was late, and Tusk added that it rained.',
    [
      'Merz (named) | false | said | Merz said | – | – | it was late | ¶1',
      'Tusk (named) | false | added | Tusk added | – | – | it rained | ¶1',
    ],
  ],
  [
    '“We go and stay.”¶- Anna Berg, former senator¶“We win.”',
    [
      'Anna Berg (named) | true | - | Anna Berg, former senator | – | – | “We go and stay.” | ¶1',
      '? | true | – | – | – | – | “We win.” | ¶3',
    ],
  ],
  [
    '“We go and stay.”¶- Anna Berg.',
    ['Anna Berg (named) | true | - | Anna Berg | – | – | “We go and stay.” | ¶1'],
  ],
  ['“We go and stay.” – Anna Berg', []],
  [
    '“Why?” Merz asked. “Because we go.”',
    ['Merz (named) | true | asked | Merz asked | – | – | “Why?” + “Because we go.” | ¶1'],
  ],
  [
    '“We go!” he shouted at Tusk.',
    ['he (pronoun) | true | shouted | he shouted at Tusk | – | – | “We go!” | ¶1'],
  ],
  ['“We go.” Merz said.', ['Merz (named) | true | said | Merz said | – | – | “We go.” | ¶1']],
  ['“We go...” he said.', ['he (pronoun) | true | said | he said | – | – | “We go...” | ¶1']],
  [
    '“We go,” Merz wrote in a letter to Tusk.',
    [
      'Merz (named) | true | wrote | Merz wrote in a letter to Tusk | in a letter to Tusk | – | “We go,” | ¶1',
    ],
  ],
  [
    '“We go”, she told the BBC.',
    ['she (pronoun) | true | told the BBC | she told the BBC | told the BBC | – | “We go” | ¶1'],
  ],
  ["'We go,' Merz said.", ["Merz (named) | true | said | Merz said | – | – | 'We go,' | ¶1"]],
  ['Said Merz: “We go.”', ['Merz (named) | true | Said | Said Merz | – | – | “We go.” | ¶1']],
  ['As Merz put it, “we go.”', ['Merz (named) | true | put | As Merz put it | – | – | “we go.” | ¶1']],
  [
    'Merz, according to Tusk, was late.',
    ['Tusk (named) | false | according to | according to Tusk | – | – | Merz + was late | ¶1'],
  ],
  [
    'The talks were late, according to Tusk, who was there.',
    [
      'Tusk (named) | false | according to | according to Tusk, who was there | – | – | The talks were late | ¶1',
    ],
  ],
  [
    '“We go,” the 46-year-old said.',
    ['the 46-year-old (unnamed) | true | said | the 46-year-old said | – | – | “We go,” | ¶1'],
  ],
  [
    '“We go,” said the German.',
    ['the German (named) | true | said | said the German | – | – | “We go,” | ¶1'],
  ],
  ['Merz said that.', []],
  [
    '“We go and stay.”¶- Anna Berg',
    ['Anna Berg (named) | true | - | Anna Berg | – | – | “We go and stay.” | ¶1'],
  ],
  [
    'Merz said it was “dead,” as Tusk said they were “late.”',
    [
      'Merz (named) | null | said | Merz said | – | – | it was “dead,” | ¶1',
      'Tusk (named) | null | said | as Tusk said | – | – | they were “late.” | ¶1',
    ],
  ],
  [
    'Merz said it was “dead,” Tusk said.',
    ['Tusk (named) | null | said | Tusk said | – | – | Merz said it was “dead,” | ¶1'],
  ],
  [
    'Merz praised the plan and warned: “We go.”',
    ['Merz (named) | true | warned | Merz praised the plan and warned | – | – | “We go.” | ¶1'],
  ],
  [
    'Merz, in a statement, said it rained.',
    ['Merz (named) | false | said | Merz, in a statement, said | – | – | it rained | ¶1'],
  ],
  [
    'In a statement on Friday, Merz said it rained.',
    [
      'Merz (named) | false | said | In a statement on Friday, Merz said | In a statement | – | it rained | ¶1',
    ],
  ],
  [
    'Two envoys said in talks with Berg and Lund that it rained.',
    [
      'Two envoys (collective) | false | said | Two envoys said in talks with Berg and Lund | in talks with Berg and Lund | – | it rained | ¶1',
    ],
  ],
  [
    'The joint statement said it rained.',
    ['The joint statement (collective) | false | said | The joint statement said | – | – | it rained | ¶1'],
  ],
  [
    'Both leaders said it rained.',
    ['Both leaders (collective) | false | said | Both leaders said | – | – | it rained | ¶1'],
  ],
  [
    'The White House said it rained.',
    ['The White House (named) | false | said | The White House said | – | – | it rained | ¶1'],
  ],
  [
    'A critic of Merz said it rained.',
    ['A critic of Merz (unnamed) | false | said | A critic of Merz said | – | – | it rained | ¶1'],
  ],
  [
    'Merz’s critics said it rained.',
    ['Merz’s critics (unnamed) | false | said | Merz’s critics said | – | – | it rained | ¶1'],
  ],
  [
    'Merz met Tusk, who said it rained.',
    ['who (pronoun = Tusk) | false | said | who said | – | – | it rained | ¶1'],
  ],
  [
    'He said it rained. He said it was late.',
    [
      'He (pronoun) | false | said | He said | – | – | it rained | ¶1',
      'He (pronoun) | false | said | He said | – | – | it was late | ¶1',
    ],
  ],
  [
    'Anna Berg left. “We go and stay,” she said. “We win.”',
    ['she (pronoun = Anna Berg) | true | said | she said | – | – | “We go and stay,” + “We win.” | ¶1'],
  ],
  [
    'Anna Berg said it rained.¶“We go and stay,” she told AFP in a call.',
    [
      'Anna Berg (named) | false | said | Anna Berg said | – | – | it rained | ¶1',
      'she (pronoun = Anna Berg) | true | told AFP | she told AFP in a call | in a call | – | “We go and stay,” | ¶2',
    ],
  ],
  [
    'The statement said it rained. It added that it was late.',
    [
      'The statement (collective) | false | said | The statement said | – | – | it rained | ¶1',
      'It (pronoun = The statement) | false | added | It added | – | – | it was late | ¶1',
    ],
  ],
  [
    'Leaders met. They said it rained.',
    ['They (pronoun = Leaders) | false | said | They said | – | – | it rained | ¶1'],
  ],
  [
    '“We go,” said her host, Anna Berg.',
    ['Anna Berg (named) | true | said | said her host, Anna Berg | – | – | “We go,” | ¶1'],
  ],
  [
    'Two analysts, Olaf Lind and Ada Berg, said it rained.',
    [
      'Olaf Lind and Ada Berg (collective) | false | said | Two analysts, Olaf Lind and Ada Berg, said | – | – | it rained | ¶1',
    ],
  ],
  [
    '“We go and stay,” Merz, 69, said.',
    ['Merz (named) | true | said | Merz, 69, said | – | – | “We go and stay,” | ¶1'],
  ],
  [
    '“We go and stay,” Merz (CDU) said.',
    ['Merz (named) | true | said | Merz (CDU) said | – | – | “We go and stay,” | ¶1'],
  ],
  [
    '“We go and stay,” Merz – ill at home – said.',
    ['Merz (named) | true | said | Merz – ill at home – said | – | – | “We go and stay,” | ¶1'],
  ],
  [
    '“We go and stay,” the minister of trade from Norland said.',
    [
      'the minister of trade from Norland (named) | true | said | the minister of trade from Norland said | – | – | “We go and stay,” | ¶1',
    ],
  ],
  [
    'Merz pointed out that it rained.',
    ['Merz (named) | false | pointed out | Merz pointed out | – | – | it rained | ¶1'],
  ],
  [
    'Merz made the point that it rained.',
    ['Merz (named) | false | made the point | Merz made the point | – | – | it rained | ¶1'],
  ],
  ['Merz ruled out a visit.', ['Merz (named) | false | ruled out | Merz ruled out | – | – | a visit | ¶1']],
  [
    '“We go and stay,” Merz laughed.',
    ['Merz (named) | true | laughed | Merz laughed | – | – | “We go and stay,” | ¶1'],
  ],
  [
    'Anna Berg: “We go and stay.”',
    ['Anna Berg (named) | true | : | Anna Berg | – | – | “We go and stay.” | ¶1'],
  ],
  [
    'The envoy smiled: “We go and stay.”',
    ['The envoy (unnamed) | true | smiled | The envoy smiled | – | – | “We go and stay.” | ¶1'],
  ],
  [
    'It worried Anna Berg: “We go and stay.”',
    ['Anna Berg (named) | true | : | It worried Anna Berg | – | – | “We go and stay.” | ¶1'],
  ],
  [
    'Merz told AFP that Tusk was late.',
    ['Merz (named) | false | told AFP | Merz told AFP | told AFP | – | Tusk was late | ¶1'],
  ],
  [
    'Merz asked Tusk to go.',
    ['Merz (named) | false | asked Tusk | Merz asked Tusk | asked Tusk | – | to go | ¶1'],
  ],
  [
    "''We go and stay,'' Merz said.",
    ["Merz (named) | false | said | Merz said | – | – | ''We go and stay,'' | ¶1"],
  ],
  ["The film ''We go and stay'' was shown.", []],
  [
    "Merz said it was ''dead'' and late.",
    ["Merz (named) | false | said | Merz said | – | – | it was ''dead'' and late | ¶1"],
  ],
  [
    '“Merz is late,” Tusk said. Merz said he was not.',
    [
      'Tusk (named) | true | said | Tusk said | – | – | “Merz is late,” | ¶1',
      'Merz (named) | false | said | Merz said | – | – | he was not | ¶1',
    ],
  ],
  [
    'He Lifeng said it rained.',
    ['He Lifeng (named) | false | said | He Lifeng said | – | – | it rained | ¶1'],
  ],
  [
    'That source said it rained.',
    ['That source (unnamed) | false | said | That source said | – | – | it rained | ¶1'],
  ],
  [
    '“We go and stay,” the source said.¶“We win,” that source added.',
    [
      'the source (unnamed) | true | said | the source said | – | – | “We go and stay,” | ¶1',
      'that source (unnamed = the source) | true | added | that source added | – | – | “We win,” | ¶2',
    ],
  ],
  [
    '“We go and stay,” Merz said on Twitter.',
    ['Merz (named) | true | said | Merz said on Twitter | on Twitter | – | “We go and stay,” | ¶1'],
  ],
  [
    '“We go and stay,” Merz said at a news conference in Bonn on Friday.',
    [
      'Merz (named) | true | said | Merz said at a news conference in Bonn on Friday | at a news conference | – | “We go and stay,” | ¶1',
    ],
  ],
  [
    '“We go and stay,” Merz told Tusk.',
    ['Merz (named) | true | told Tusk | Merz told Tusk | told Tusk | – | “We go and stay,” | ¶1'],
  ],
  [
    '“We go and stay,” according to a spokesman for Merz.',
    [
      'a spokesman for Merz (unnamed) | true | according to | according to a spokesman for Merz | – | – | “We go and stay,” | ¶1',
    ],
  ],
  [
    'According to a spokesman for Merz, it rained.',
    [
      'a spokesman for Merz (unnamed) | false | According to | According to a spokesman for Merz | – | – | it rained | ¶1',
    ],
  ],
  [
    'Merz suggested on Friday that it might rain, but did not say when.',
    [
      'Merz (named) | false | suggested | Merz suggested on Friday | – | – | it might rain, but did not say when | ¶1',
    ],
  ],
])('%s', (text, wanted) => {
  const statements = statementsIn(text.replaceAll('¶', '\n\n'));
  expect(statements.map(told)).toEqual(wanted);
  for (const { start, end, spans } of statements)
    expect([start, end]).toEqual([spans[0]?.start, spans.at(-1)?.end]);
});
