// Whom each pronoun means, and who goes on speaking: the one who can be meant, or nobody.
import { expect, test } from 'vitest';
import { table } from './language/units.ts';
import { shown, statementsIn } from './reading.ts';

const speakers = (text: string): string =>
  statementsIn(text)
    .map(({ speaker }) => {
      const isMeant = speaker?.kind === 'pronoun' || speaker?.resolved !== undefined;
      return `${speaker?.text ?? '?'}${isMeant ? `=${speaker?.resolved ?? '–'}` : ''}`;
    })
    .join(', ');

test.each(
  table(`
    Despite Merz’s claim that it has rained, Tusk said they go. → Tusk
    Yesterday in the evening Merz left. He said it rained. → He=Merz
    Soon then later Merz left. He said it rained. → He=Merz
    Soon then later yet Merz left. He said it rained. → He=Merz
    Of Merz they knew. He said it rained. → He=–
    Merz for chancellor? Tusk came. He said it rained. → He=Tusk
    The envoy left. He said it rained. → He=–
    The envoy, Jo Lind, left. He said it rained. → He=Jo Lind
    The company lost. It said it rained. → It=The company
    The committee met. It said it rained. They said it was late. → It=The committee, They=–
    NATO met. It said it rained. → It=NATO
    A report came out. It said it rained. → It=A report
    The envoys met. It said it rained. → It=–
    The joint statement said it rained. The statement added that it was late. → The joint statement, The statement
    Merz told Tusk they go. He said it rained. → Merz, He=–
    Merz told the old Tusk they go. He said it rained. → Merz, He=–
    Merz told reporters about Tusk. He said it rained. → Merz, He=Merz
    Merz said they go with Tusk. He added that it rained. → Merz, He=Merz
    Merz said they go, and Tusk left. He added that it rained. → Merz, He=Merz
    Merz said they go alongside Tusk. He added that it rained. → Merz, He=Merz
    Tusk left when Merz said they go. He added that it rained. → Merz, He=–
    Merz met Tusk, and said they go. He added that it rained. → Merz, He=–
    “We go,” wrote Jo Lind, who knows Berg. “It is late,” he said. → Jo Lind, he=–
    “We go,” Merz said. “Not now,” he retorted. → Merz, he=–
    “We go,” Merz said. “Not now,” replied he. → Merz, he=–
    “We go,” Merz said. It rained. “Not now,” he replied. → Merz, he=Merz
    “We go,” Merz said. It rained. It snowed. “Not now,” he replied. → Merz, he=Merz
    Ida Holm met Jo Berg. “We go,” she said. → she=–
    Ms. Holm met Mr. Berg. “We go,” he said. → he=–
    Leaders said they go. He added that it rained. → Leaders, He=–
    Merz and Tusk said they go. They added that it rained. → Merz and Tusk, They=Merz and Tusk
    Merz and Tusk said they go. He added that it rained. → Merz and Tusk, He=–
    Her host, Anna Berg, left. “We go,” she said. → she=Anna Berg
    “We go,” Merz said, and Tusk left. “We stay.” → Merz, Merz
    “We go,” Merz and Tusk said. “We stay.” → Merz and Tusk
    “We go,” Merz said, sad and ill. “We stay.” → Merz
    So then at last Merz left. He said it rained. → He=–
    So then and so later Merz left. He said it rained. → He=Merz
    So then and Merz left. He said it rained. → He=Merz
    In the evening the big Merz left. He said it rained. → He=Merz
    “We go,” wrote Merz to Tusk. He said it rained. → Merz, He=–
    Merz said after Tusk left that they go. He added that it rained. → Merz, He=Merz
    Merz asked the envoy Tusk to go. He added that it rained. → Merz, He=–
    Merz warned Tusk that it rained. He added that it was late. → Merz, He=–
    Merz praised Tusk for the plan. He added that it was late. → Merz, He=–
    Merz blamed the loss on Tusk. He added that it was late. → Merz, He=Merz
    With Tusk gone, Merz said it rained. He added that it was late. → Merz, He=Merz
    When Tusk left, Merz said it rained. He added that it was late. → Merz, He=–
    The court ruled that it was late. It added that it rained. → The court, It=The court
    The campaign said it rained. It added that it was late. → The campaign, It=The campaign
    The EU said it rained. It added that it was late. → The EU, It=The EU
    Berg said it rained. It added that it was late. → Berg, It=–
    The senators said it rained. They added that it was late. → The senators, They=The senators
    The government said it rained. They added that it was late. → The government, They=–
    The memo said it rained. The ad said it was late. It added that it snowed. → The memo, The ad, It=The ad
    Merz left. It rained. It snowed. It was cold. He said it rained. → He=Merz
    Merz left. It rained. It snowed. It was cold. It was late. He said it rained. → He=–
    Merz, who said it rained, left. He added that it was late. → who=Merz, He=Merz
    Mr. Jo Lind left. “We go,” she said. → she=–
    Mrs. Jo Lind left. “We go,” she said. → she=Mrs. Jo Lind
    A man, who said it rained, left. → who=A man
    A man who said it rained left. → who=A man
    The same envoy said it rained. → The same envoy
    An envoy said it rained. The same envoy said it was late. → An envoy, The same envoy=An envoy
    An envoy said it rained. The latter said it was late. → An envoy, The latter
    Two envoys said it rained. These envoys said it was late. → Two envoys, These envoys
    An envoy said it rained. It snowed. It was cold. It was late. That envoy said it fell. → An envoy, That envoy=An envoy
    Merz thanked envoys who know Tusk, and said they go. He added that it rained. → Merz, He=–
    Merz told envoys who know Tusk that they go. He added that it rained. → Merz, He=–
    Merz told envoys that they know Tusk. He added that it rained. → Merz, He=Merz
    Merz said that envoys who know Tusk go. He added that it rained. → Merz, He=Merz
  `),
)('%s → %s', (text, wanted) => {
  expect(speakers(text)).toBe(wanted);
});

const told = (text: string): string => statementsIn(text.replaceAll('¶', '\n\n')).map(shown).join(' / ');

test.each(
  table(`
    “We go,” Merz said, and he left. “We stay.” → Merz: “We go,” / Merz: “We stay.”
    “We go,” said Merz, and Tusk left. “We stay.” → Merz: “We go,” / Merz: “We stay.”
    “We go,” said Merz, who left. “We stay.” → Merz: “We go,” + “We stay.”
    “We go,” said Merz, smiling. “We stay.” → Merz: “We go,” / Merz: “We stay.”
    “We go,” said Merz before leaving. “We stay.” → Merz: “We go,” / Merz: “We stay.”
    “We go,” Merz told Tusk on Monday in Berlin. “We stay.” → Merz: “We go,” + “We stay.”
    “We go,” Merz said. “We stay,” Tusk said. → Merz: “We go,” / Tusk: “We stay,”
    “We go,” Merz said. “We stay,” Tusk said. “We win.” → Merz: “We go,” / Tusk: “We stay,” + “We win.”
    “We go.” “We stay.” → ?: “We go.” / ?: “We stay.”
    “We go,” Merz said. Tusk agreed. “We stay.” → Merz: “We go,” / Tusk: “We stay.”
    “We go,” Merz said. It rained. “We stay.” → Merz: “We go,” / ?: “We stay.”
    Merz said: “We go.” “We stay.” → Merz: “We go.” + “We stay.”
    Merz said that “we go.” “We stay.” → Merz: “we go.” + “We stay.”
    Merz called it “dead.” “We stay.” → Merz: it “dead.” / Merz: “We stay.”
    Merz said that it rained. “We stay.” → Merz: it rained / Merz: “We stay.”
    Merz called it “dead” and left. “We stay.” → Merz: it “dead” and left / Merz: “We stay.”
    Merz wrote:¶“We stay.” → Merz: “We stay.”
    Merz wrote.¶“We stay.” → ?: “We stay.”
    Merz wrote. “We stay.” → Merz: “We stay.”
    Merz wrote a letter. “We stay.” → ?: “We stay.”
    Tusk saw that Merz agreed. “We stay.” → Merz: “We stay.”
    “We go,” Merz said.¶It rained. “We stay.” → Merz: “We go,” / ?: “We stay.”
    “We go,” Merz said.¶“We stay,” Tusk said.¶“We win.” → Merz: “We go,” / Tusk: “We stay,” / Tusk: “We win.”
    Merz said it rained.¶“We stay.” → Merz: it rained / ?: “We stay.”
    “We go,¶“We stay.” → ?: “We go, + “We stay.”
    “We go,” Merz said.¶(“We stay.”) → Merz: “We go,” / ?: “We stay.”
  `),
)('how speech goes on: %s → %s', (text, wanted) => {
  expect(told(text)).toBe(wanted);
});
